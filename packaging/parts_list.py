"""Which distributions the program stands on, from what is installed here, and their lines of the lock."""

import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = "eckwms-desktop"
Distributions = Mapping[str, metadata.Distribution]
"""What is packed: normal name -> distribution."""


class Absent(Exception):
    """A distribution that the lock names is not installed here."""


def needed(*roots: str) -> dict[str, metadata.Distribution]:
    """Everything these requirements pull in on this machine, the roots included, by normal name; raises Absent."""
    found: dict[str, metadata.Distribution] = {}
    waiting, seen = [Requirement(root) for root in roots], set[tuple[str, frozenset[str]]]()
    while waiting:
        wanted = waiting.pop()
        name = normal(wanted.name)
        if (name, frozenset(wanted.extras)) in seen:
            continue
        seen.add((name, frozenset(wanted.extras)))
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            raise Absent(f"{name} is not installed: run `python3 tasks.py setup`") from None
        waiting += _asked_by(found[name], wanted.extras)
    return dict(sorted(found.items()))


def _asked_by(distribution: metadata.Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in distribution.requires or ():
        asked = Requirement(line)
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield asked


def normal(name: str) -> str:
    """A distribution's name as the lock writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def lock_of(names: Distributions, lock: Path) -> str:
    """The part of the lock, with its hashes, for these distributions but the project itself; raises Absent."""
    blocks = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())
    by_name: dict[str, list[str]] = {}
    for block in blocks:
        by_name.setdefault(normal(re.match(r"[\w.-]+", block)[0]), []).append(block)  # type: ignore[index]
    if missing := [name for name in names if name not in by_name and name != PROJECT]:
        raise Absent(f"the lock does not name {', '.join(missing)}")
    return "\n".join(block for name in names for block in by_name.get(name, ())) + "\n"
