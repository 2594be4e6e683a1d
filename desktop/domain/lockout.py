"""Guessing PINs takes for ever: wrong tries in a row are counted per person, and after a few each costs a longer wait.

Waits are measured by the machine's time since its start, which nobody sets. A restart of the machine never shortens a
wait: what has passed is counted from the start then, so less at most.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

FREE_TRIES = 5
"""Wrong tries in a row before a person has to wait."""
FIRST_WAIT_S, LONGEST_WAIT_S = 60, 3600
"""Then each further one doubles the wait: 10,000 four-digit PINs take more than a year."""

STRANGER = ""
"""Who gives a name that nobody has; all of them wait together, so that made-up names fill nothing."""


@dataclass(frozen=True, slots=True)
class Misses:
    """Person -> (wrong tries in a row, uptime in seconds at the last); `serial` grows with every change.

    It is kept in several places. Whoever puts one of them back to an older state is told from the others by `serial`.
    """

    serial: int = 0
    people: Mapping[str, tuple[int, float]] = field(default_factory=dict)


def newest(*kept: Misses) -> Misses:
    """Of several copies the one that was changed last."""
    return max(kept, key=lambda each: each.serial, default=Misses())


def wait_s(misses: Misses, person_id: str, uptime_s: float) -> int:
    """Seconds that this person has to wait still, 0 when a try is free."""
    count, at_s = misses.people.get(person_id, (0, 0.0))
    if count < FREE_TRIES:
        return 0
    whole_s = min(FIRST_WAIT_S << min(count - FREE_TRIES, 10), LONGEST_WAIT_S)
    return max(0, math.ceil(whole_s - (uptime_s - at_s)))


def missed(misses: Misses, person_id: str, uptime_s: float) -> Misses:
    """Count a wrong try."""
    count = misses.people.get(person_id, (0, 0.0))[0] + 1
    return Misses(misses.serial + 1, {**misses.people, person_id: (count, uptime_s)})


def matched(misses: Misses, person_id: str) -> Misses:
    """Forget the wrong tries of somebody who gave the right PIN."""
    if person_id not in misses.people:
        return misses
    return Misses(misses.serial + 1, {who: tries for who, tries in misses.people.items() if who != person_id})


def after_start(misses: Misses, uptime_s: float) -> Misses:
    """Waits of before the machine's last start go on from now; nothing changes without such a start."""
    if all(at_s <= uptime_s for _, at_s in misses.people.values()):
        return misses
    people = {who: (count, min(at_s, uptime_s)) for who, (count, at_s) in misses.people.items()}
    return Misses(misses.serial + 1, people)
