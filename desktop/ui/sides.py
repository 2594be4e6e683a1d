"""Which hand the keys are for: rows of a screen that stand the other way round for the left hand."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QBoxLayout, QWidget


@runtime_checkable
class HasSides(Protocol):
    """A screen whose parts can change sides."""

    def mirror(self, on: bool) -> None:
        """Stand the other way round, or as usual."""


def mirror_view(view: QWidget, on: bool) -> None:
    """Have a screen stand the other way round, if it has sides at all."""
    if isinstance(view, HasSides):
        view.mirror(on)


def mirror(row: QBoxLayout, on: bool) -> None:
    """Let the last part of a row stand at the left, or at the right as usual."""
    row.setDirection(QBoxLayout.Direction.RightToLeft if on else QBoxLayout.Direction.LeftToRight)


def is_mirrored(row: QBoxLayout) -> bool:
    """Whether the last part stands at the left."""
    return row.direction() == QBoxLayout.Direction.RightToLeft
