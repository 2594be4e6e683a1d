"""What a line says beyond goods and money: a note, which very piece it was, what a bundle held."""

from dataclasses import dataclass, replace

from desktop.domain.product import BundlePart, Found

MAX_NOTE = 200


@dataclass(frozen=True, slots=True)
class LineDetail:
    """Most lines have none. `expiry` is a date (ISO 8601); `tare_milli` was taken off at the scale; `parts` are what
    one unit of a bundle holds; `gift` is a certificate with the serial number for its own, of which `hold` names what
    head office holds when it comes back. `mark` is the whole code that marks the piece, byte for byte; people are shown
    its number alone.
    """

    note: str = ""
    lot: str = ""
    serial: str = ""
    expiry: str = ""
    tare_milli: int = 0
    parts: tuple[BundlePart, ...] = ()
    gift: bool = False
    hold: str = ""
    mark: str = ""


NOTHING = LineDetail()


def detail_of(found: Found) -> LineDetail | None:
    """Give what a scan said, or a person was asked, beyond goods and money."""
    expiry = found.expiry.isoformat() if found.expiry else ""
    serial = found.serial.strip().upper() if found.product.extra.gift else found.serial
    detail = LineDetail("", found.lot, serial, expiry, found.tare_milli, found.parts, found.product.extra.gift)
    return _kept(replace(detail, mark=found.mark) if found.mark else detail)


def with_note(detail: LineDetail | None, note: str) -> LineDetail | None:
    """Write a note, cut to what a line holds, or take it away with an empty text."""
    old = detail or NOTHING
    text = " ".join(note.split())[:MAX_NOTE]
    return _kept(replace(old, note=text))


def _kept(detail: LineDetail) -> LineDetail | None:
    return None if detail == NOTHING else detail
