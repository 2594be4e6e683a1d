"""The way through a warehouse: places by their codes, aisle by aisle. Pure.

A code like `B-07-2` says where a place is: aisle B, bay 7, level 2. Every second aisle is walked backwards.
"""

import re
from collections.abc import Iterable

_CODE = re.compile(r"([A-Za-z]{1,2})[-. ]?([0-9]{1,4})(?:[-. ][0-9A-Za-z]{1,4})?", re.ASCII)


def spot_of(code: str) -> tuple[int, int] | None:
    """Give the aisle and the bay, None for a code that names none."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    aisle = 0
    for letter in found[1].upper():
        aisle = aisle * 26 + ord(letter) - ord("A") + 1
    return aisle, int(found[2])


def walk_key(code: str) -> tuple[int, int, int, str]:
    """Order places as somebody walks by them; those without a spot come last, by code."""
    spot = spot_of(code)
    if spot is None:
        return 1, 0, 0, code
    aisle, bay = spot
    return 0, aisle, bay if aisle % 2 else -bay, code


def path_of(codes: Iterable[str]) -> list[dict[str, int]]:
    """Give the points of a walk, a stop at the same spot once."""
    path: list[dict[str, int]] = []
    for spot in map(spot_of, codes):
        if spot is not None and (not path or (path[-1]["x"], path[-1]["y"]) != spot):
            path.append({"x": spot[0], "y": spot[1]})
    return path
