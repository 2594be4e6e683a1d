"""A task of the warehouse: what was scanned, in order. It is work in hand; the document it comes to is the fact.

A step that is taken back stays in the list with the step that takes it back, so that a replay of the scans comes to the
same, and who looks later sees what was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.refusal import Refusal

ALL = "CMD:ALL"
"""The code of scans that were made at once, of everything at a place."""
RECIPE = "CMD:RECIPE"
"""The code of scans that were made at once, of goods and what they are made of."""
HERE = "CMD:HERE"
"""The code of goods that the scan of their place has confirmed."""
PART = "CMD:PART"
"""The code of scans that were made at once, of goods that were divided among bins."""
TOGETHER = frozenset({ALL, RECIPE, HERE, PART})
"""Codes of scans that are taken back together."""


class TaskKind(StrEnum):
    """What somebody is at."""

    RECEIVE = "receive"
    MOVE = "move"
    WRITE_OFF = "write_off"
    SUPPLIER_RETURN = "supplier_return"
    REPACK = "repack"
    COUNT = "count"
    PUT_AWAY = "put_away"
    PICK = "pick"
    REFILL = "refill"
    PACK = "pack"
    SEND = "send"
    TAKE_IN = "take_in"


class What(StrEnum):
    """What a scan was understood as."""

    GOODS = "goods"
    PLACE = "place"
    PLATE = "plate"
    """A place, too, that can be carried with all that is on it."""
    INTO = "into"
    """In a put-away: a bin that was scanned with nothing in hand, into which everything behind it goes at once."""
    UNKNOWN = "unknown"
    BACK = "back"
    """The step before is taken back, or the one whose number stands as the code."""
    SHORT = "short"
    """In a picking: a place has too little; the code is the reason."""
    INSTEAD = "instead"
    """In a picking: the next goods are taken instead of what was ordered."""
    TOTE = "tote"
    """In a picking: what is in hand lies in this tote."""
    SORTED = "sorted"
    """In a picking: goods that were fetched for several orders at once lie with theirs."""
    PARCEL = "parcel"
    """In a packing: what comes now goes into another parcel."""
    WEIGHT = "weight"
    """In a packing: what the parcel weighs, in grams; where it cannot, the code is who said that it does, and why."""
    REFUSED = "refused"
    """It was of something else than was asked for, and nothing came of it."""
    DAMAGED = "damaged"
    """The goods scanned before it are damaged; it names them and how many."""
    WRONG = "wrong"
    """The goods scanned before it are not what was ordered."""
    PHOTO = "photo"
    """A photo of the goods that were marked before it; the code is its hash."""
    MAKE = "make"
    """In a repacking: the goods that come now are made of those that were taken."""
    MADE = "made"
    """In a repacking: goods that were made; they have what goods have."""
    APART = "apart"
    """In a repacking: what was taken becomes what its recipe names; kept as the goods that were made."""


MARKS = frozenset({What.DAMAGED, What.WRONG})
"""Scans that say how goods are."""
TELLING = MARKS | {What.PHOTO}
"""Scans that tell something of goods and move nothing."""
OF_GOODS = frozenset({What.GOODS, What.MADE})
"""Scans of goods, with how many."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan as it was understood at that moment; `n` counts from 1 without gaps, `at` is RFC 3339.

    Goods have a product, a quantity in thousandths, and a lot (or serial number) and expiry where the code says them.
    Counted goods have the place they were counted at, too, what the book said of them just then, and the number of what
    that book contained; nobody who counts is shown it. Goods that are put away have the place that was suggested.
    `mark` is the whole code that marks a single piece, byte for byte; people are shown what it says. Of a plate it is
    what its label says is on it, as a code that the next scan is of.
    A code that means nothing yet has a product where it is on a case of it and nobody knows how many are inside.
    Goods whose code is that of a pack have `pack_milli`, what one holds, in thousandths.
    """

    n: int
    at: str
    what: What
    code: str
    product_id: str = ""
    quantity_milli: int = 0
    lot: str = ""
    expiry: str = ""
    place_id: str = ""
    book_milli: int = 0
    book: int = 0
    mark: str = ""
    pack_milli: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A task in hand: its id becomes its document's. Goods come from `source_id` and go to `target_id` until a scan
    says otherwise; empty where a scan has to. `order_id` is the order that it is done for, if any. One that was set
    `aside` waits for its codes alone, and is booked by itself when goods have all of them."""

    id: str
    kind: TaskKind
    opened_at: str
    person_id: str
    source_id: str = ""
    target_id: str = ""
    reference: str = ""
    reason: str = ""
    note: str = ""
    order_id: str = ""
    aside: bool = False


def standing(scans: Sequence[Scan]) -> tuple[Scan, ...]:
    """Give the scans that count: without those that were taken back, and without what took them back."""
    left: list[Scan] = []
    for scan in scans:
        if scan.what is not What.BACK:
            left.append(scan)
        elif scan.code:
            left = [each for each in left if str(each.n) != scan.code]
        elif left:
            last = left.pop()
            while last.code in TOGETHER and left and (left[-1].code, left[-1].at) == (last.code, last.at):
                left.pop()
            if last.what in (What.GOODS, What.UNKNOWN) and left and left[-1].what is What.PLATE and left[-1].mark:
                left.pop()
    return tuple(left)


def check_known(unknown: Sequence[str]) -> None:
    """Refuse to finish a task while codes mean nothing. Refusal `task.unknown`."""
    if unknown:
        codes = ", ".join(dict.fromkeys(unknown))[:200]
        raise Refusal(
            "task.unknown",
            f"Nothing has this code: {codes}.",
            "Take the scan back, or have head office add the code.",
            facts={"codes": codes},
        )
