"""What the shift screen shows, as one frozen value."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.detective import Clue
from desktop.domain.drawer_count import DrawerCount, counted_minor
from desktop.domain.refusal import Refusal
from desktop.domain.shift import Closing, MethodCount, Pieces, Shift, ShiftTotals, expected
from desktop.domain.tender import CARD, CASH

Page = Literal["open", "running", "cash", "count", "review", "closed"]
Direction = Literal["in", "out"]

MISSING_APPROVAL = ("staff.approval", "staff.right", "rights.doubted")
"""Refusals of a person who may not do alone what they ask for."""

NOTHING_COUNTED = DrawerCount()
METHODS = (CASH, CARD)
"""Methods that can be counted; others that were taken in the shift come behind them."""


@dataclass(frozen=True)
class LastClose:
    """The shift that was closed before: number, when (RFC 3339), by whom, and the cash that was counted."""

    number: int
    closed_at: str
    cashier: str
    cash_minor: int


@dataclass(frozen=True)
class CashMove:
    """Cash being put in or taken out, as far as it was typed."""

    direction: Direction = "in"
    typed: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ShiftState:
    """`shift` and `totals` are of the open shift, `closing` of the one that was closed just now.

    `slot` takes the digits: a method, or a note or coin in minor units. `count` is the float while no shift is open.
    `sees_expected` tells whether this person may know what should be there before it is counted. `recount` asks for a
    second look at a count that is far off, without telling by how much. `uncounted`: it is closed without a count.
    `needs_approval`: the refusal is one that somebody else can lift; `can_ask` tells whether there is anybody here.
    """

    page: Page = "open"
    currency: str = ""
    number: int = 1
    shift: Shift | None = None
    totals: ShiftTotals | None = None
    last: LastClose | None = None
    closing: Closing | None = None
    count: DrawerCount = NOTHING_COUNTED
    slot: str | int = CASH
    fresh: bool = True
    move: CashMove = CashMove()
    sees_expected: bool = False
    may_move: bool = False
    may_open_drawer: bool = False
    parked: int = 0
    unsent: int = 0
    recount: bool = False
    copies: int = 0
    refusal: Refusal | None = None
    uncounted: bool = False
    can_ask: bool = False
    clues: tuple[Clue, ...] = ()

    @property
    def needs_approval(self) -> bool:
        """Whether somebody else has to allow what was asked."""
        return self.refusal is not None and self.refusal.code in MISSING_APPROVAL

    @property
    def pieces(self) -> Pieces:
        """Notes and coins that were counted, the largest first; empty when the sum was typed."""
        if not self.count.by_pieces:
            return ()
        return tuple(sorted(((note, number) for note, number in self.count.pieces.items() if number), reverse=True))

    @property
    def methods(self) -> tuple[str, ...]:
        """Everything that is counted at closing, cash first."""
        taken = [method for method, _ in self.totals.methods] if self.totals else []
        return (*METHODS, *(method for method in taken if method not in METHODS))

    @property
    def expected_minor(self) -> dict[str, int]:
        """What each method should hold; empty without a shift."""
        return dict(expected(self.shift, self.totals)) if self.shift and self.totals else {}

    @property
    def counted_minor(self) -> dict[str, int]:
        """What was counted so far, by method."""
        return counted_minor(self.count, self.currency)

    @property
    def compared(self) -> tuple[MethodCount, ...]:
        """What was counted beside what should be there; what nobody counted is taken as expected."""
        due, counted = self.expected_minor, self.counted_minor
        names = [method for method in self.methods if method in due or method in counted]
        return tuple(MethodCount(name, due.get(name, 0), counted.get(name, due.get(name, 0))) for name in names)
