"""Results on the terminal, and the page made from the newest full result of every benchmark."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import HEADINGS, Aim, Figure

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"

_INTRODUCTION = """# Benchmarks

Written by `make bench`; change nothing by hand. Every figure of ours stands beside the bare driver doing the same work
in the same run, turn and turn about, on the same disk with the same settings. Seconds depend on the machine; the
ratios are what to look at. A ratio that aims "at least" is a speed (bare time through ours), all others are a cost
(ours through bare). Where nothing bare exists, the aim is on the figure itself.
"""


@dataclass(frozen=True)
class Result:
    """What one benchmark found: its figures, and on what and when."""

    name: str
    about: str
    measured_on: str
    passes: int
    machine: dict[str, str]
    figures: tuple[Figure, ...]


def table(figures: Sequence[Figure]) -> str:
    """Write a table that reads well as it is and as Markdown."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def keep(result: Result, folder: Path) -> None:
    """Keep a result for the page."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(result), indent=1, ensure_ascii=False)
    (folder / f"{result.name}.json").write_text(text + "\n", "utf-8")


def recall(name: str, folder: Path) -> Result | None:
    """Give the kept result of a benchmark."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    found = json.loads(path.read_text("utf-8"))
    figures = tuple(_figure(row) for row in found["figures"])
    return Result(**found | {"figures": figures})


def _figure(row: dict[str, Any]) -> Figure:
    aim = Aim(**row["aim"]) if row["aim"] else None
    return Figure(row["what"], row["unit"], tuple(row["ours"]), tuple(row["bare"]), aim)


def write_page(results: Sequence[Result], headings: Sequence[str], page: Path = PAGE) -> None:
    """Write the page of the documents; what was not measured here stays on it as it is.

    `headings` are those of all benchmarks that there are: what is under another one nobody measures any more.
    """
    page.parent.mkdir(exist_ok=True)
    found = _sections(page.read_text("utf-8")) if page.exists() else {}
    sections = {about: text for about, text in found.items() if about in headings}
    for result in results:
        machine = "; ".join(f"{name} {value}" for name, value in result.machine.items())
        told = f"{result.passes} pass{'es' if result.passes > 1 else ''}, {result.measured_on}; {machine}"
        sections[result.about] = f"{table(result.figures)}\n\n{told}"
    parts = [f"## {about}\n\n{text}\n" for about, text in sections.items()]
    page.write_text("\n".join([_INTRODUCTION, *parts]), "utf-8")


def _sections(page: str) -> dict[str, str]:
    """Take a page apart: heading -> what stands under it."""
    found = (part.partition("\n") for part in page.split("\n## ")[1:])
    return {about: text.strip() for about, _, text in found}
