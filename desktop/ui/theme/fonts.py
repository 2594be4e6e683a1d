"""The one bundled font family, and the fonts of scripts that it lacks. Its digits are tabular by themselves (see
resources/fonts/NOTICE.md)."""

from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

from resources.files import resource
from resources.letters import BLOCKS, OWN

FAMILY = "Inter Till"


@cache
def load_fonts() -> str:
    """Register the fonts with Qt once and return the family. Needs a QGuiApplication.

    Qt takes a letter that the family lacks from the others by itself, and warns each time that it had to.
    """
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    for name in (*OWN, *BLOCKS):
        if QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf"))) < 0:
            raise RuntimeError(f"the bundled font {name} does not load")
    return FAMILY
