"""Documents above what somebody may book alone: they wait as they are and move nothing before somebody has decided."""

from msgspec import Struct

from sync.wire.goods_facts import GoodsMoved


class GoodsAsked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody wants to book this document and may not alone: `worth_minor` is what its goods are worth in the shop's
    currency, at the price of the catalogue."""

    document: GoodsMoved
    worth_minor: int


class GoodsDecided(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody decided about a document that waits: `approved` it moves its goods, else they stay where they are.

    The centre moves what it was asked for, and the first decision counts.
    """

    decision_id: str
    document: GoodsMoved
    approved: bool
    note: str = ""


class Approval(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document that waits, in the feed of its shop: its `id`, who asked and when (RFC 3339)."""

    id: str
    document: GoodsMoved
    worth_minor: int
    asked_at: str
    actor: str
