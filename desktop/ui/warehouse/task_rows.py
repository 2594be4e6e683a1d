"""What the screen of a task shows, as one frozen value; of a count no figure of the book is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.domain.product import Found
from desktop.domain.putting_away import Rule
from desktop.domain.refusal import Refusal
from desktop.domain.task import Task, What
from desktop.domain.task_step import End, Next, Step

Flash = Literal["", "ok", "attention", "unknown", "over", "stop"]
_TOO_MANY = frozenset({"pick.too_many", "pack.too_many"})
Look = Literal[
    "",
    "unordered",
    "over",
    "expired",
    "too_soon",
    "elsewhere",
    "not_there",
    "no_lot",
    "no_serial",
    "back",
    "learned",
    "bind",
    "bound",
    "weight",
    "choose",
    "which",
    "none_known",
    "drop",
]
"""What a person should look at: said beside the last scan, and stops nobody."""
Page = Literal["work", "pad", "end", "done"]


@dataclass(frozen=True)
class ScanRow:
    """A scan that stands, as the list and the large card show it; `sum_milli` is what there is of it with this scan.

    `wanted_milli` is what the order wants of it, 0 without one; `pack_milli` what one pack of the code holds."""

    n: int
    what: What
    code: str
    name: str = ""
    quantity_milli: int = 0
    unit: str = ""
    lot: str = ""
    expiry: str = ""
    picture: str = ""
    sum_milli: int = 0
    wanted_milli: int = 0
    product_id: str = ""
    pack_milli: int = 0


@dataclass(frozen=True)
class Alarm:
    """The whole screen is red: a code that nothing has and that is `kept`, or what the trade refuses.

    The code of a case that holds nobody knows how many is refused with its goods, and `kept` where a task can wait."""

    code: str
    refusal: Refusal | None = None
    kept: int = 0
    """The number of the scan that keeps the code."""

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows the code; otherwise what it means may not be."""
        return self.refusal is None or self.refusal.code in ("code.unknown", "code.case")

    @property
    def sound(self) -> Flash:
        """How it sounds: the right goods, but too many of them, are no wrong goods."""
        if self.is_unknown:
            return "unknown"
        return "over" if self.refusal and self.refusal.code in _TOO_MANY else "stop"


@dataclass(frozen=True)
class Choice:
    """One code on several goods; without a code, goods whose label cannot be read."""

    code: str
    found: tuple[Found, ...]
    times_milli: int | None = None

    def answer(self, found: Sequence[Found]) -> Found | None:
        """Give the one of them that a code of one of these goods names, None where it names none."""
        ids = {one.product.id for one in found}
        return next((one for one in self.found if len(found) == 1 and one.product.id in ids), None)


@dataclass(frozen=True)
class Difference:
    """What a count found of one product at one place, in thousandths; `waits` for a decision before it is booked."""

    name: str
    place: str
    counted_milli: int
    book_milli: int
    unit: str = ""
    lot: str = ""
    waits: bool = False


@dataclass(frozen=True)
class Finished:
    """What came of a task; `differences` is None for whoever may not see what the book said.

    What `waits` for an approval has moved nothing yet.
    """

    kind: str
    lines: int
    pieces_milli: int
    places: int = 0
    differences: tuple[Difference, ...] | None = None
    waits: bool = False


@dataclass(frozen=True)
class TaskState:
    """`rows` are the scans that stand, the newest first; `chosen` the number of the row to take back, or 0.

    `place` is the code of the place that counts now, `here` how many different goods were scanned at it, `places` how
    many places there were, `suggested` where goods in hand go best and `why`, as far as they were scanned just now.
    `typed` is what is typed, `times_milli` a `3 *` said before. `flash` counts up.
    """

    task: Task | None = None
    step: Step = field(default_factory=lambda: Step(Next.PLACE))
    place: str = ""
    suggested: str = ""
    part_milli: int = 0
    """How much of goods that were divided among bins goes there, in thousandths."""
    into: str = ""
    """The code of the bin where everything goes at once."""
    why: Rule | None = None
    rows: tuple[ScanRow, ...] = ()
    chosen: int = 0
    here: int = 0
    places: int = 0
    lines: int = 0
    unknown: int = 0
    typed: str = ""
    times_milli: int | None = None
    page: Page = "work"
    look: Look = ""
    about: str = ""
    alarm: Alarm | None = None
    choice: Choice | None = None
    binding: str = ""
    """The code whose goods are scanned next."""
    asked: Found | None = None
    flash: int = 0
    flash_kind: Flash = ""
    refusal: Refusal | None = None
    ends: tuple[End, ...] = ()
    left: tuple[tuple[str, int, str], ...] = ()
    """What the order still wants: name, thousandths (0 where a count asks how many), unit."""
    asks: tuple[str, ...] = ()
    """Names of goods that an order asks to be counted at this place, or at the next one."""
    then: str = ""
    """The place that is counted after this one."""
    stops: int = 0
    """How many places an order to count has left for this task, `stops_done` of which were scanned."""
    stops_done: int = 0
    closes: bool | None = None
    """Whether nothing more is counted for the order; None while nobody was asked."""
    asks_why: End | None = None
    """It ends this way once somebody has said why it is not as ordered."""
    finished: Finished | None = None

    @property
    def last(self) -> ScanRow | None:
        """The newest scan that stands."""
        return self.rows[0] if self.rows else None


CALM: dict[str, Any] = {
    "typed": "",
    "times_milli": None,
    "page": "work",
    "look": "",
    "about": "",
    "alarm": None,
    "choice": None,
    "binding": "",
    "asked": None,
    "refusal": None,
    "chosen": 0,
}
"""Nothing is typed, asked or said."""
