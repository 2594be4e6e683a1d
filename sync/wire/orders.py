"""Orders: what head office wants done in the warehouse, and how far it is. They come with the feed of the shop.

A document names the order it was made for, and each of its movements the line. The centre adds them up, and a terminal
adds those of its own documents of which the order does not say yet that they are in (`Order.documents`).
"""

from msgspec import Struct

KINDS = ("receipt", "blind_receipt", "picking", "sending", "arrival", "supplier_return", "count", "refill")
"""Goods expected from a supplier, expected without being told how many (the lines want nothing), to be fetched, to be
sent to another shop, expected from one, to go back to their supplier, to be counted, to be brought to a pick face. Who
does not know a kind leaves such orders to others."""


class OrderLine(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """What is wanted of one product, in thousandths, and what was done of it as far as the order's documents say.

    `place_id` is where the goods are fetched from, if the order says it; in a count the place to be counted, where an
    empty `product_id` means everything that lies there. No line of a count says what is expected: its quantity is 1,
    one count of it. Of a part of a bundle `bundle_id` is the bundle that was ordered. `over_ppm`, where a line has
    one, goes before that of the order.
    """

    n: int
    product_id: str = ""
    quantity_milli: int = 0
    place_id: str = ""
    lot: str = ""
    done_milli: int = 0
    bundle_id: str = ""
    over_ppm: int | None = None


class Order(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One order, told as long as it is open; `kind` is one of `KINDS`, `number` what people know it by.

    `partner` is the supplier, the customer or the other shop; `due` a date (ISO 8601) or empty; a higher `priority`
    goes first. `over_ppm` is how much more than a line wants is taken without a reason. `documents` are in the lines'
    `done_milli`. `taken_by` is the person who is at it, on the device `taken_on`, since `taken_at` (RFC 3339): a hint,
    never a lock. `not_by` are the people who have counted already what is to be counted again by somebody else.

    What was picked of an order that `packs` is packed after it, which ends it. `supply` is the number of the supply
    that it goes with, `sticker` what a marketplace wants to read from the label of its parcel.

    A picking has to be ready for its `carrier` at its `cut_off` (RFC 3339), where somebody said so. It waits for the
    refills of the faces that it needs, unless it is wanted `at_once`. A refill goes to its
    `target_place_id`; of one that was asked for because somebody `missed` goods there, the book there is not believed.

    `assigned_to` is the person head office wants to do it: a wish, for others may take it over.
    """

    id: str
    kind: str
    number: str
    opened_at: str
    lines: tuple[OrderLine, ...]
    partner: str = ""
    priority: int = 0
    due: str = ""
    source_place_id: str = ""
    target_place_id: str = ""
    note: str = ""
    over_ppm: int = 0
    documents: tuple[str, ...] = ()
    taken_by: str = ""
    taken_on: str = ""
    taken_at: str = ""
    packs: bool = False
    supply: str = ""
    sticker: str = ""
    not_by: tuple[str, ...] = ()
    at_once: bool = False
    missed: bool = False
    carrier: str = ""
    cut_off: str = ""
    assigned_to: str = ""


class Neighbour(Struct, gc=False, frozen=True, kw_only=True):
    """Another shop of the company that goods can be sent to: they lie at its `transit_place_id` until it takes them in.

    It comes with the feed of the shop.
    """

    id: str
    name: str
    transit_place_id: str


class OrderTaken(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody begins with an order at this terminal, or (`left`) leaves it to others; the actor is who."""

    order_id: str
    left: bool = False
