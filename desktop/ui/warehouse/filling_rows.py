"""What the screen of a picking or packing shows, as one frozen value: the next step, the lines, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.domain.refusal import Refusal
from desktop.domain.task import Task
from desktop.ui.warehouse.task_rows import Alarm, Choice, Flash

MOST_NAMES = 3
Stands = Literal["next", "open", "done", "missing"]
StepKind = Literal["", "place", "goods", "tote", "face", "sort", "pack", "finish"]
FillLook = Literal["", "back", "other_place", "rest", "instead", "parcel", "weighed", "unchecked", "drop", "partly"]
"""What a person should look at: said in the band, and stops nobody."""
FillPage = Literal["work", "pad", "short", "weigh", "right", "end", "done"]


@dataclass(frozen=True)
class StepRow:
    """The next step: what to take (thousandths) where, or into which tote; `tote` is empty while the order has none.

    `typed_code` says that the place has a check code which may be typed instead of scanned, `enough` that the next scan
    stands for all that is taken there. Of a packing `goods` is what was scanned last, and `parcel` the number of the
    open one. `bundle` is what the goods are a part of, `pack_milli` what one pack of those in hand holds.
    When goods are sorted `slot` is where the last of them go, 0 before the first, and `unsorted` how many lines wait.
    """

    kind: StepKind = ""
    place: str = ""
    goods: str = ""
    quantity_milli: int = 0
    unit: str = ""
    lot: str = ""
    expiry: str = ""
    order: str = ""
    tote: str = ""
    instead: bool = False
    typed_code: bool = False
    picture: str = ""
    parcel: int = 0
    weight_milli: int = 0
    enough: bool = False
    bundle: str = ""
    pack_milli: int = 0
    slot: int = 0
    unsorted: int = 0


@dataclass(frozen=True)
class LineRow:
    """One line of the list: what is to be taken there, or what was; `order` is told where several are filled.

    `pack_milli` is what one pack holds, where all that was taken came in such."""

    stands: Stands
    goods: str
    wanted_milli: int
    unit: str = ""
    place: str = ""
    lot: str = ""
    expiry: str = ""
    order: str = ""
    done_milli: int = 0
    pack_milli: int = 0


@dataclass(frozen=True)
class Weighed:
    """What the parcel weighs and should weigh, in thousandths of a kilogram; `unknown` are goods of unknown weight."""

    weight_milli: int = 0
    expected_milli: int = 0
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParcelRow:
    """A parcel that is done: its number, how many pieces, its weight in thousandths of a kilogram, and the verdict."""

    number: str
    lines: int
    pieces_milli: int
    weight_milli: int = 0
    verdict: str = ""


@dataclass(frozen=True)
class Filled:
    """What came of it: pieces by order that are done or go on, parcels, and what is packed next.

    `supply` is the number of a supply of which nothing is left to do here; `stickers` says what became of the labels,
    `stuck` are the parcels whose label was scanned where it sticks.
    """

    kind: str
    lines: int
    missing: int = 0
    parcels: tuple[ParcelRow, ...] = ()
    packs_id: str = ""
    supply: str = ""
    stickers: Literal["", "none", "printing", "sent", "failed"] = ""
    stuck: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FillState:
    """`lines` of which `done` are; `scans` stand. `may` are the ways that the step has, as the domain names them.

    `typed` is what is typed, `times_milli` a `3 *` said before. `flash` counts up.
    """

    task: Task | None = None
    partner: str = ""
    step: StepRow = field(default_factory=StepRow)
    rows: tuple[LineRow, ...] = ()
    lines: int = 0
    done: int = 0
    scans: int = 0
    may: frozenset[str] = frozenset()
    weighed: Weighed = field(default_factory=Weighed)
    typed: str = ""
    times_milli: int | None = None
    page: FillPage = "work"
    look: FillLook = ""
    about: str = ""
    alarm: Alarm | None = None
    choice: Choice | None = None
    flash: int = 0
    flash_kind: Flash = ""
    refusal: Refusal | None = None
    can_ask: bool = False
    """Somebody else can allow what was refused."""
    finished: Filled | None = None


CALM: dict[str, Any] = {
    "typed": "",
    "times_milli": None,
    "page": "work",
    "look": "",
    "about": "",
    "alarm": None,
    "choice": None,
    "refusal": None,
    "can_ask": False,
}
"""Nothing is typed, asked or said."""


def some_names(names: Sequence[str]) -> str:
    """Name goods in one line: of many the first three, and how many more there are."""
    more = f" +{len(names) - MOST_NAMES}" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more
