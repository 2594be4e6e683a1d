"""The look in force, switched live by `apply_theme`."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme.look import Theme
from desktop.ui.theme.palette import palette
from desktop.ui.theme.screen import guess_px_per_mm
from desktop.ui.theme.style_sheet import style_sheet
from desktop.ui.theme.tokens import MAX_SCALE_PERCENT, MIN_SCALE_PERCENT, DensityName, ThemeName


class _Active:
    theme = Theme()
    sheet = ""
    rehearsal = False


def active() -> Theme:
    """The theme in force."""
    return _Active.theme


def begin_rehearsal() -> None:
    """Stand on amber from the next look on, for as long as this process lives."""
    _Active.rehearsal = True


def apply_theme(
    app: QApplication,
    theme: ThemeName = "light",
    density: DensityName = "touch",
    scale: int = 100,
    px_per_mm: float | None = None,
) -> Theme:
    """Put a look in force, live. `scale` is the user's text size in percent (90 to 200, else clamped);
    `px_per_mm` the measured screen, guessed when None. Dressed windows are told by QEvent.StyleChange."""
    scale = min(max(scale, MIN_SCALE_PERCENT), MAX_SCALE_PERCENT)
    measured = px_per_mm or guess_px_per_mm(QGuiApplication.primaryScreen())
    chosen = Theme(theme, density, scale, measured, _Active.rehearsal)
    if chosen == _Active.theme and _Active.sheet:
        return chosen  # a new sheet has every widget measured anew
    _Active.theme = chosen
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(chosen.font("body"))
    app.setPalette(palette(chosen.colours))
    _Active.sheet = style_sheet(chosen)
    for window in app.topLevelWidgets():
        if window.styleSheet():
            dress(window)
    return chosen


def dress(window: QWidget) -> None:
    """Have a window and all that is ever put into it wear the look in force, and each later one.

    A sheet of the whole application would cost more: what is built from the inside out, as screens are, would be
    styled again at each step on its way into the window."""
    window.setStyleSheet(_Active.sheet)
