"""Counts that wait for a decision: what was counted how often, and which of it stands. Pure."""

from dataclasses import dataclass

from desktop.domain.product import Product
from desktop.domain.refusal import Refusal

NONE = "none"
"""What is said instead of the number of a count when none of them stands."""


@dataclass(frozen=True, slots=True)
class Counting:
    """One count; see `sync.wire.counts.Counting`."""

    count_id: str
    n: int
    counted_milli: int
    book_milli: int
    settles_milli: int
    at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What a person has to decide of one product and lot at one place; see `sync.wire.counts.Matter`."""

    id: str
    product_id: str
    place_id: str
    opened_at: str
    counts: tuple[Counting, ...]
    lot: str = ""
    order_id: str = ""
    undo_milli: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A matter, its goods (None where they are not here), the code of its place, and what the book says now.

    `people` are names of who counted, in the order of the counts; empty for somebody who is not here.
    """

    matter: Matter
    product: Product | None
    place: str
    book_now_milli: int
    people: tuple[str, ...]

    @property
    def id(self) -> str:
        """The matter's."""
        return self.matter.id

    @property
    def names(self) -> tuple[str, ...]:
        """What a scan may name it by: its place and its article number."""
        return tuple(name for name in (self.place, self.product.sku if self.product else "") if name)


@dataclass(frozen=True, slots=True)
class CountDecided:
    """A decision; see `sync.wire.counts.CountDecided`."""

    decision_id: str
    matter_id: str
    product_id: str
    place_id: str
    other_place_id: str
    settles_milli: int
    count_id: str = ""
    n: int = 0
    lot: str = ""
    note: str = ""
    granted_by: str = ""


def choose(matter: Matter, choice: str) -> Counting | None:
    """Give the count that stands, chosen by its number from 1 on; None for none of them. Refusal `count.choice`."""
    if choice == NONE:
        return None
    if choice.isdecimal() and 0 < int(choice) <= len(matter.counts):
        return matter.counts[int(choice) - 1]
    raise Refusal("count.choice", f"There is no count {choice[:20]}.", "Say its number, or none.", field="choice")
