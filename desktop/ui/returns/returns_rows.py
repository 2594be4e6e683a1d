"""What the screen of returns shows: one frozen state and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Condition, Receipt, left_milli


@dataclass(frozen=True)
class Pick:
    """How much of a line comes back; `found` is what was scanned where there is no receipt."""

    quantity_milli: int
    condition: Condition = Condition.GOOD
    found: Found | None = None


@dataclass(frozen=True)
class BackRow:
    """A line that can come back, or goods without a receipt; `back_minor` is what goes out for it, above zero.

    Without a receipt nothing is known of what was sold: `sold_milli` and `left_milli` are 0.
    """

    key: str
    name: str
    unit: str
    sold_milli: int
    left_milli: int
    picked_milli: int = 0
    back_minor: int = 0
    condition: Condition = Condition.GOOD

    @property
    def is_known(self) -> bool:
        """Whether a receipt says what was sold."""
        return self.sold_milli > 0


@dataclass(frozen=True)
class ReturnsState:
    """Everything the view needs. `typed` is a quantity being typed, with `.` as decimal mark.

    `unseen` is the number of a receipt that can be looked up nowhere now: what is scanned then comes back on its word.
    `asking` is the number that head office is asked about.
    """

    currency: str = ""
    receipt: Receipt | None = None
    rows: tuple[BackRow, ...] = ()
    selected: str = ""
    typed: str = ""
    reason: str = ""
    unseen: str = ""
    asking: str = ""
    refusal: Refusal | None = None
    grantable: bool = False

    @property
    def total_minor(self) -> int:
        """What goes out for all that is picked."""
        return sum(row.back_minor for row in self.rows)

    @property
    def has_picked(self) -> bool:
        """Whether anything comes back."""
        return any(row.picked_milli for row in self.rows)

    def row(self, key: str) -> BackRow | None:
        """The row of this key."""
        return next((row for row in self.rows if row.key == key), None)


def known_rows(receipt: Receipt, picks: Mapping[str, Pick], worth: Mapping[str, int]) -> tuple[BackRow, ...]:
    """Give a row for each line of a receipt; `worth` is what goes out by line."""
    rows = []
    for line in receipt.lines:
        key, pick = line.line_id, picks.get(line.line_id) or Pick(0)
        quantities = (line.quantity_milli, left_milli(receipt, key), pick.quantity_milli)
        rows.append(BackRow(key, line.name, line.unit, *quantities, worth.get(key, 0), pick.condition))
    return tuple(rows)


def blind_rows(picks: Mapping[str, Pick], worth: Mapping[str, int]) -> tuple[BackRow, ...]:
    """Give a row for each of the goods that were scanned without a receipt, by product."""
    return tuple(
        BackRow(
            key, pick.found.product.name, pick.found.product.unit, 0, 0, pick.quantity_milli, worth.get(key, 0),
            pick.condition,
        )
        for key, pick in picks.items()
        if pick.found is not None
    )  # fmt: skip
