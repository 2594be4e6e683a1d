"""Bodies of entries about goods in the warehouse: every document is a reason for movements between places."""

from msgspec import Struct


class GoodsMove(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A quantity (thousandths, above zero) of one product that went from one place to another.

    `lot` is what the ledger keeps the goods apart by: a lot, or the serial number of one piece; empty for goods that
    are all alike. `expiry` is a date (ISO 8601), empty when nobody told it.
    """

    product_id: str
    from_place_id: str
    to_place_id: str
    quantity_milli: int
    lot: str = ""
    expiry: str = ""


class GoodsMoved(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """What one document moved; `purpose` is received, moved, written_off, supplier_return, adjusted or shipped.

    `reference` is what people know the document by (an order, a delivery note), `reason` and `note` say why goods were
    put right, `granted_by` is the person who lent the entry's actor the right for this once.
    """

    document_id: str
    purpose: str
    moves: tuple[GoodsMove, ...]
    reference: str = ""
    reason: str = ""
    note: str = ""
    granted_by: str = ""

