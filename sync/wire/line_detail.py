"""What a sale's line says beyond goods and money; most lines say nothing."""

from msgspec import Struct


class LinePart(Struct, gc=False, frozen=True, kw_only=True):
    """What one unit of a bundle holds, in thousandths of the part's unit; the parts leave the stock."""

    product_id: str
    sku: str
    name: str
    quantity_milli: int


class LineDetail(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A note, lot, serial number and expiry (ISO 8601), tare taken off at the scale, and the parts of a bundle.

    `gift` marks a gift certificate; its number is the serial number. Of one that comes back, `hold` names what the
    centre had held of it. `mark` is the whole code that marks a single piece, byte for byte.
    """

    note: str = ""
    lot: str = ""
    serial: str = ""
    expiry: str = ""
    tare_milli: int = 0
    parts: tuple[LinePart, ...] = ()
    gift: bool = False
    hold: str = ""
    mark: str = ""


def ledger_lot(detail: LineDetail | None) -> str:
    """Give what the ledger keeps a line's goods apart by: the serial number of one piece, or else the lot.

    Certificates are numbered too, but nobody counts them as goods.
    """
    return "" if detail is None or detail.gift else detail.serial or detail.lot
