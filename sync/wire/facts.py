"""Bodies of journal entries: what happened at a terminal, as JSON of ids and amounts.

Every class names its kind and version in `KINDS`. Money is in minor units, unit prices in ten-thousandths of the
major unit, quantities in thousandths of the unit, tax rates in parts per million. A body holds no personal data.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from sync.wire.approvals import GoodsAsked, GoodsDecided
from sync.wire.counts import CountDecided
from sync.wire.customer_facts import CustomerChanged, CustomerRegistered
from sync.wire.goods_facts import GoodsMoved, StockCounted
from sync.wire.line_detail import LineDetail
from sync.wire.offer_facts import LinePromotion
from sync.wire.orders import OrderTaken
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised
from sync.wire.places import PlaceMade, PlaceMoved
from sync.wire.tender_facts import CardSettled
from sync.wire.ticket_facts import CodeBound, CodeUnknown


class SaleLine(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a sale; `total_minor` is what the customer pays for it, tax included.

    `granted_by` is the person who granted the line's discount: the entry's actor, or whoever lent them the right.
    Goods that come back have quantity and amounts below zero and go to `to_place_id`; `returns_sale` and `returns_line`
    are what they were sold in, empty without a receipt at hand, and `returns_receipt` is what its paper says.
    `list_price_e4` is what the catalogue asked where `price_e4` is another price, `price_reason` and `price_by` why and
    by whom when a person set it.
    """

    line_id: str
    product_id: str
    sku: str
    name: str
    unit: str
    code: str
    quantity_milli: int
    price_e4: int
    rate_ppm: int
    gross_minor: int
    discount_minor: int
    net_minor: int
    tax_minor: int
    total_minor: int
    granted_by: str = ""
    returns_sale: str = ""
    returns_line: str = ""
    returns_receipt: str = ""
    to_place_id: str = ""
    reason: str = ""
    detail: LineDetail | None = None
    promotions: tuple[LinePromotion, ...] = ()
    list_price_e4: int = 0
    price_reason: str = ""
    price_by: str = ""


class TaxSum(Struct, gc=False, frozen=True, kw_only=True):
    """The sale's amounts at one tax rate; `gross_minor` = `net_minor` + `tax_minor`."""

    rate_ppm: int
    net_minor: int
    tax_minor: int
    gross_minor: int


class Payment(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """Money handed over by one method; for cash, what was tendered, before change.

    `reference` is the card terminal's, or a gift certificate's number, of which `hold` names what the centre had held.
    Foreign cash (method `cash:USD`) was `foreign_minor` of that currency; loyalty points were so many `points`.
    `tip_minor` came beside the amount: it is in the drawer or on the card too, and in no total.
    """

    method: str
    amount_minor: int
    reference: str = ""
    hold: str = ""
    foreign_minor: int = 0
    points: int = 0
    tip_minor: int = 0


class SaleCompleted(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A paid sale: Σ lines = Σ taxes = total, and total + rounding = Σ payments − change.

    `customer_id` is whose sale it is, empty for nobody's; `coupons` are the ids of those it redeemed.
    `tax_exempt` is why no tax was taken. `points` are those the customer earned, less those taken back with goods.
    `points_taken` are those taken back from others, of whom goods came back, by the id of each.
    `parked_id` is the parked ticket that it comes from, also where another till had parked it; empty for any other.
    `age_checked` is the age of the customer that the person `age_checked_by` looked at before they paid.
    """

    sale_id: str
    receipt: str
    receipt_no: int
    shift_id: str
    place_id: str
    currency: str
    tax_inclusive: bool
    lines: tuple[SaleLine, ...]
    taxes: tuple[TaxSum, ...]
    total_minor: int
    rounding_minor: int
    payments: tuple[Payment, ...]
    change_minor: int
    customer_id: str = ""
    coupons: tuple[str, ...] = ()
    note: str = ""
    age_checked: int = 0
    age_checked_by: str = ""
    tax_exempt: str = ""
    points: int = 0
    parked_id: str = ""
    points_taken: tuple[tuple[str, int], ...] = ()


class SaleVoided(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A whole sale taken back in its own shift: goods return to the shelf, every payment is given back.

    `granted_by` is the person who lent the entry's actor the right for this once. `by_hand` tells that a person moved
    the card's money back, because its terminal could not.
    """

    void_id: str
    sale_id: str
    receipt: str
    receipt_no: int
    shift_id: str
    reason: str
    granted_by: str = ""
    by_hand: bool = False


class ShiftOpened(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A cashier's shift begins; the business day is the date on which it opened, in the shop's own time zone.

    `pieces` are the notes and coins of the float as (minor units, how many), empty when only the sum was typed.
    """

    shift_id: str
    number: int
    business_day: str
    currency: str
    float_minor: int
    pieces: tuple[tuple[int, int], ...] = ()


class MethodCount(Struct, frozen=True, kw_only=True):
    """What one payment method should hold and what was counted at closing."""

    method: str
    expected_minor: int
    counted_minor: int


class ShiftClosed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A shift ends with its count; `grand_total_minor` is the terminal's perpetual total and never goes back.

    `pieces` are the notes and coins that were counted; `granted_by` allowed what the actor may not close alone;
    `remarks` are `uncounted` (nobody counted, all counts as expected) and `unapproved` (nobody was there to allow it).
    """

    shift_id: str
    z_number: int
    counts: tuple[MethodCount, ...]
    sales: int
    total_minor: int
    grand_total_minor: int
    interrupted: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    granted_by: str = ""
    remarks: tuple[str, ...] = ()


class DrawerOpened(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The drawer opened outside a sale; cash put in is positive, taken out negative, a mere look is zero.

    `granted_by` is the person who lent the entry's actor the right for this once.
    """

    shift_id: str
    purpose: str
    amount_minor: int
    reason: str
    granted_by: str = ""


class StaffSignedIn(Struct, frozen=True, kw_only=True):
    """A person signed in at this terminal by PIN."""

    person_id: str
    role: str


class StockMove(Struct, gc=False, frozen=True, kw_only=True):
    """A quantity of one product that went from one place to another."""

    product_id: str
    from_place_id: str
    to_place_id: str
    quantity_milli: int


class StockAdjusted(Struct, gc=False, frozen=True, kw_only=True):
    """Stock put right by a person, with the reason: received, counted, damaged, found, lost. Older programs seal it."""

    adjustment_id: str
    reason: str
    note: str
    moves: tuple[StockMove, ...]


class JournalOpened(Struct, frozen=True, kw_only=True):
    """First entry of an incarnation: where it goes on from, and why a new one was needed."""

    reason: str
    public_key: str
    receipt_prefix: str
    last_receipt_no: int
    last_shift_no: int
    grand_total_minor: int
    parent_incarnation: str = ""
    parent_seq: int = 0
    parent_hash: str = ""


Fact = (
    SaleCompleted
    | SaleVoided
    | ShiftOpened
    | ShiftClosed
    | DrawerOpened
    | StaffSignedIn
    | StockAdjusted
    | GoodsMoved
    | StockCounted
    | CountDecided
    | GoodsAsked
    | GoodsDecided
    | OrderTaken
    | PlaceMade
    | PlaceMoved
    | JournalOpened
    | ReceiptCopied
    | InvoiceIssued
    | SaleFiscalised
    | CardSettled
    | CodeUnknown
    | CodeBound
    | CustomerRegistered
    | CustomerChanged
)

KINDS: dict[str, tuple[int, type[Fact]]] = {
    "journal.opened": (1, JournalOpened),
    "shift.opened": (2, ShiftOpened),
    "shift.closed": (2, ShiftClosed),
    "sale.completed": (4, SaleCompleted),
    "sale.voided": (3, SaleVoided),
    "drawer.opened": (1, DrawerOpened),
    "staff.signed_in": (1, StaffSignedIn),
    "stock.adjusted": (1, StockAdjusted),
    "goods.moved": (2, GoodsMoved),
    "stock.counted": (3, StockCounted),
    "count.decided": (1, CountDecided),
    "goods.asked": (1, GoodsAsked),
    "goods.decided": (1, GoodsDecided),
    "order.taken": (1, OrderTaken),
    "place.made": (1, PlaceMade),
    "place.moved": (1, PlaceMoved),
    "receipt.copied": (1, ReceiptCopied),
    "invoice.issued": (1, InvoiceIssued),
    "sale.fiscalised": (1, SaleFiscalised),
    "card.settled": (1, CardSettled),
    "code.unknown": (1, CodeUnknown),
    "code.bound": (1, CodeBound),
    "customer.registered": (1, CustomerRegistered),
    "customer.changed": (1, CustomerChanged),
}
"""Kind -> (newest version, type of the body)."""

Fields = dict[str, Any]
Steps = Mapping[tuple[str, int], Callable[[Fields], Fields]]

UPCASTS: Steps = {}
"""(kind, version) -> what makes a body of that version one of the next; done when it is read, never to what is kept."""

_KIND_OF: dict[type, str] = {body: kind for kind, (_, body) in KINDS.items()}
_DECODERS = {kind: msgspec.json.Decoder(body) for kind, (_, body) in KINDS.items()}
_ENCODER = msgspec.json.Encoder()


class UnknownFact(Exception):
    """A kind or version that this program does not know; the entry is kept and projected by a newer program."""


def encode_fact(fact: Fact) -> tuple[str, int, bytes]:
    """Give kind, version and body bytes of a fact."""
    kind = _KIND_OF[type(fact)]
    return kind, KINDS[kind][0], _ENCODER.encode(fact)


def decode_fact(kind: str, version: int, body: bytes) -> Fact:
    """Read a body. Raises UnknownFact for kinds and versions of the future, msgspec.DecodeError for broken bytes."""
    known = KINDS.get(kind)
    if known is None or version > known[0]:
        raise UnknownFact(f"{kind} version {version}")
    if version < known[0]:
        fields = upcast(msgspec.json.decode(body), kind, version, known[0])
        return msgspec.convert(fields, known[1])
    return _DECODERS[kind].decode(body)


def upcast(fields: Fields, kind: str, version: int, newest: int, steps: Steps | None = None) -> Fields:
    """Bring a body of an older version up to the newest, one version after the other.

    A version without a step only added fields that have a default.
    """
    for each in range(version, newest):
        step = (UPCASTS if steps is None else steps).get((kind, each))
        fields = step(fields) if step else fields
    return fields
