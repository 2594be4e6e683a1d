"""The one bundled font family. Its digits are tabular by themselves (see resources/fonts/NOTICE.md)."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from resources.files import resource

FAMILY = "Inter Till"
FILES = ("InterTill-Regular.ttf", "InterTill-SemiBold.ttf", "InterTill-Bold.ttf")


@cache
def load_fonts() -> str:
    """Register the font with Qt once and return its family. Needs a QGuiApplication."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise RuntimeError(f"the bundled font {name} does not load")
    return FAMILY
