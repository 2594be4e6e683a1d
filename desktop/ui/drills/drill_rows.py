"""What the list of drills shows."""

from dataclasses import dataclass, field

from desktop.domain.drill import Result


@dataclass(frozen=True)
class DrillState:
    """`running` is the key of the drill at hand, empty when none; `last` is the newest result, `best` those by key."""

    running: str = ""
    last: Result | None = None
    best: dict[str, Result] = field(default_factory=dict)
