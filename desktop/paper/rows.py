"""Rows of a slip of paper, before anybody knows on which printer: what stands left, right, large or in a frame."""

from dataclasses import dataclass
from typing import Literal

Size = Literal["small", "body", "big"]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, wrapped where it must."""

    text: str
    align: Literal["left", "center", "right"] = "left"
    size: Size = "body"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and a figure, which goes below the label when there is no room beside it.

    `mark` is a column of its own at the far right; an empty one keeps the figure in line with the others.
    """

    left: str
    right: str
    size: Size = "body"
    bold: bool = False
    mark: str | None = None
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """A row of a small table: the first cell at the left, the others at the right of equal columns."""

    cells: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A word nobody may overlook (COPY, VOID): light on dark where the printer can."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty paper."""

    mm: float = 2.0


@dataclass(frozen=True, slots=True)
class Code:
    """A text that a scanner can read, below bars in letters too; what bars cannot hold goes into squares."""

    text: str
    kind: Literal["code128", "qr"] = "code128"


Row = Text | Pair | Columns | Band | Rule | Gap | Code
