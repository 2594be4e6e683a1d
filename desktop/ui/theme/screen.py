"""How many pixels a millimetre has on a screen, as long as nobody has measured it."""

from PySide6.QtGui import QScreen

from desktop.ui.theme.tokens import REFERENCE_PX_PER_MM

# Outside of these figures a screen lies about its size; exactly 96 or 100 dpi means that it does not know.
_BELIEVABLE = (2.6, 9.0)
_UNKNOWN_DPI = (96, 100)


def guess_px_per_mm(screen: QScreen | None) -> float:
    """Logical pixels per millimetre; the reference screen's if this one tells nothing believable."""
    if screen is None or screen.physicalSize().width() <= 0:
        return REFERENCE_PX_PER_MM
    told = screen.size().width() / screen.physicalSize().width()
    unknown = any(abs(told * 25.4 - dpi) < 0.5 for dpi in _UNKNOWN_DPI)
    return told if not unknown and _BELIEVABLE[0] <= told <= _BELIEVABLE[1] else REFERENCE_PX_PER_MM
