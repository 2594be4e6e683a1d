"""The label of a place: its code for the scanner, the check code for who types, and where it is. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.place import PLATE, Tree

_UNLABELLED = (PLATE, "supplier", "customer")
"""Kinds of place that hang no label: a plate comes with its own."""
_GROUP = re.compile(r"\{(\d{1,4})\.\.(\d{1,4})\}|([*?])")
_LAST = 1 << 62


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """One label: `code` is what a scanner reads, `check_code` stands beside it in big figures, `where` is small."""

    code: str
    check_code: str = ""
    where: str = ""


def place_labels(tree: Tree, patterns: Sequence[str]) -> list[PlaceLabel]:
    """Give the labels of the places whose codes are like one of these, along the way of who picks.

    In a pattern `*` is anything, `?` one sign, and `{01..12}` a number within these.
    """
    known = sorted(tree.places.values(), key=lambda place: (place.pick_sequence or _LAST, place.code))
    hung = [place for place in known if place.takes_goods and place.kind not in _UNLABELLED]
    return [
        PlaceLabel(place.code, place.check_code, _where(tree, place.id))
        for place in hung
        if any(is_like(place.code, pattern) for pattern in patterns)
    ]


def is_like(code: str, pattern: str) -> bool:
    """Whether a code fits a pattern, whatever their case."""
    numbers = [(int(first), int(last)) for first, last, sign in _GROUP.findall(pattern) if not sign]
    wanted, at = "", 0
    for group in _GROUP.finditer(pattern):
        wanted += re.escape(pattern[at : group.start()]) + {"*": ".*", "?": "."}.get(group[0], r"(\d{1,4})")
        at = group.end()
    found = re.fullmatch(wanted + re.escape(pattern[at:]), code, re.IGNORECASE)
    return found is not None and all(
        first <= int(number) <= last for number, (first, last) in zip(found.groups(), numbers, strict=True)
    )


def _where(tree: Tree, place_id: str) -> str:
    named = [place.name for place in reversed(tree.list_above(place_id)) if place.name]
    return " / ".join(named) or tree.places[place_id].name
