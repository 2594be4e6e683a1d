"""What the home screen of the warehouse shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.order import Order
from desktop.domain.refusal import Refusal
from desktop.domain.stock_terms import WriteOffReason
from desktop.domain.task import Task, TaskKind
from desktop.domain.worked import Done


@dataclass(frozen=True)
class InHand:
    """A task to go on with: whose it is, and how many scans it has.

    One that was set aside has so many scans of `unknown` codes left; without any it was refused, and a person ends it.
    """

    task: Task
    person: str
    scans: int
    unknown: int = 0


Why = Literal["take_over", "assigned", "at_once"]


@dataclass(frozen=True)
class Chosen:
    """Orders that are to be picked, and what was said against what held them back."""

    order_ids: tuple[str, ...]
    with_totes: bool = False
    take_over: bool = False
    at_once: bool = False


@dataclass(frozen=True)
class Held:
    """What holds the begin of an order back, until a person says `why` it is begun anyway.

    Somebody else is at it: who, on which device ("" for this one), since when (RFC 3339). Or head office gave it to
    somebody else. Or goods are still being brought to the `faces` where they are picked. `kind` is the task that was to
    begin.
    """

    why: Why
    chosen: Chosen
    order: str
    who: str = ""
    device: str = ""
    since: str = ""
    faces: str = ""
    kind: TaskKind = TaskKind.PICK


@dataclass(frozen=True)
class HomeState:
    """`kinds` can be begun by whoever works here; `worked` is what was done today by name, the most first.

    `orders` name who is at them, as far as they are believed to be, and whom they are for. `gathered` are ids of orders
    that are chosen to be fetched together, None while nobody chooses.
    """

    kinds: tuple[TaskKind, ...] = ()
    in_hand: tuple[InHand, ...] = ()
    orders: tuple[Order, ...] = ()
    worked: tuple[tuple[str, Done], ...] = ()
    matters: int = 0
    """How many counts and documents wait for a decision of whoever works here, or asked for it."""
    reasons: tuple[WriteOffReason, ...] = ()
    """Why goods may be written off; none are the program's own."""
    gathered: tuple[str, ...] | None = None
    held: Held | None = None
    mine: frozenset[str] = frozenset()
    """By id the orders that head office gave to whoever works here; these come first."""
    waits: Mapping[str, str] = field(default_factory=dict)
    """By id of an order the pick faces that it waits for."""
    refusal: Refusal | None = None
    code: str = ""
    """What was scanned and begins nothing here."""
    wanted: str = ""
    """Goods that were scanned and that several orders wait for; only those (`waiting`, by id) are shown."""
    waiting: tuple[str, ...] = ()
