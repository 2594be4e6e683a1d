"""Which hand the keys are for: rows of a screen that stand the other way round for the left hand."""

from PySide6.QtWidgets import QBoxLayout


def mirror(row: QBoxLayout, on: bool) -> None:
    """Let the last part of a row stand at the left, or at the right as usual."""
    row.setDirection(QBoxLayout.Direction.RightToLeft if on else QBoxLayout.Direction.LeftToRight)


def is_mirrored(row: QBoxLayout) -> bool:
    """Whether the last part stands at the left."""
    return row.direction() == QBoxLayout.Direction.RightToLeft
