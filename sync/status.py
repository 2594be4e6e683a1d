"""What the engine says of itself: the one picture that the window, the command line and the logs read."""

from dataclasses import dataclass
from typing import Literal

State = Literal["level", "sending", "offline", "blocked", "attention"]
"""level: nothing unsent, feeds read to the end · sending: on the way · offline: later, by itself · blocked: the centre
does not let this terminal in · attention: a person should look."""


@dataclass(frozen=True, slots=True)
class FeedMark:
    """How far a feed was read."""

    name: str
    epoch: str
    position: int


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """State, the reason for it (`cause` of trouble.py, empty when all is well) and the figures behind it.

    `unsent` counts sealed entries that the centre has not confirmed, `oldest_unsent_at` and `last_contact` are
    RFC 3339, `next_try_s` is the wait drawn after the last failure, `progress` is bytes of a snapshot (done, total),
    `clock_offset_s` is the centre's clock minus ours as far as its answers told. `mended` counts feeds that did not add
    up and were loaded again, `recalled` entries of this terminal that it fetched back, both since the start.
    """

    state: State = "sending"
    cause: str = ""
    detail: str = ""
    remedy: str = ""
    unsent: int = 0
    oldest_unsent_at: str | None = None
    last_contact: str | None = None
    next_try_s: float | None = None
    feeds: tuple[FeedMark, ...] = ()
    live: bool = False
    clock_offset_s: float | None = None
    progress: tuple[int, int] | None = None
    mended: int = 0
    recalled: int = 0


def state_of(cause: str) -> State:
    """Sort a trouble's cause into the state a person sees."""
    if cause.startswith("offline.") or cause in ("busy", "degraded"):
        return "offline"
    if cause.startswith("denied."):
        return "blocked"
    return "attention"
