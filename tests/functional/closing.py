"""A window that is still shown when its work is over, as at a system's shutdown; run as a program of its own."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import run_on_qt
from desktop.settings import load_settings
from desktop.window import Window


async def _work(window: Window) -> int:
    window.show()
    print("shown", _visible())
    return 0


def _visible() -> int:
    return sum(widget.isVisible() for widget in QApplication.topLevelWidgets())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    run_on_qt(load_settings(folder, {"secrets": "file"}, machine=folder / "none.toml"), _work)
    print("left", _visible())
