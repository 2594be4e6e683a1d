"""The licence texts that come with the program, for whoever wants to read them in the window."""

import sys
from pathlib import Path

FIRST = ("NOTICES", "LGPL-3.0", "GPL-3.0", "LICENSE")
"""In this order: all parts with their licences, those of Qt, and our own."""


def list_licences() -> dict[str, Path]:
    """Give the texts by name; `NOTICES` names every part and is there in an installed build."""
    if getattr(sys, "frozen", False):
        places = [Path(sys.executable).parent / "licences"]
    else:
        root = Path(__file__).resolve().parents[1]
        places = [root / "packaging" / "licences", root]
    found = {path.stem: path for place in places for path in (*place.glob("*.txt"), *place.glob("LICENSE"))}
    return {name: found[name] for name in FIRST if name in found}


def read_licence(name: str) -> str:
    """Give one text; a file that cannot be read says so in its place."""
    path = list_licences().get(name)
    try:
        return path.read_text("utf-8", "replace") if path else ""
    except OSError as error:
        return str(error)
