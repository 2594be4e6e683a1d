"""Write the gallery: python -m tests.screens [FOLDER [WORD ...]].

With a folder: every screen in both themes, both languages and three sizes; words choose by parts of the file names.
Without one: only the few pictures that the documents show, into docs/screens.
"""

import os
import sys
from itertools import product
from pathlib import Path
from typing import get_args

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.ui.language import Language
from desktop.ui.theme.tokens import DensityName, ThemeName
from tests.screens.gallery import SCREENS, SHOWN, Scene
from tests.screens.gallery_counting import COUNTING
from tests.screens.gallery_filling import FILLING
from tests.screens.gallery_warehouse import WAREHOUSE
from tests.screens.stage import HANDHELD, SIZES, build_stage

DOCUMENTS = Path(__file__).resolve().parents[2] / "docs" / "screens"
USUAL = (1366, 768)
_STEPS = 4
"""So many rounds of events lie between two looks: a layout asks the one around it in the next round."""


def shoot(
    file: Path,
    scene: Scene,
    theme: ThemeName,
    language: Language,
    size: tuple[int, int],
    density: DensityName = "touch",
) -> None:
    """Write one picture."""
    with build_stage(language, theme, size, density=density) as stage:
        scene(stage)
        seen, picture = QPixmap(), stage.shell.grab()
        while picture.toImage() != seen.toImage():  # words, then their lines, then the scroll bars around them
            for _ in range(_STEPS):
                QApplication.processEvents()
            seen, picture = picture, stage.shell.grab()
        picture.save(str(file))


def write_all(folder: Path, words: list[str]) -> int:
    """Write the gallery, or the part of it whose names have one of the words; gives the number of pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for (name, scene), theme, language, size in product(SCREENS, get_args(ThemeName), get_args(Language), SIZES):
        file = folder / f"{name}-{theme}-{language}-{size[0]}.png"
        if not words or any(word in file.name for word in words):
            shoot(file, scene, theme, language, size)
            count += 1
    for name, scene in (*WAREHOUSE, *COUNTING, *FILLING):
        file = folder / f"{name}-dark-ru-{HANDHELD[0]}.png"
        if not words or any(word in file.name for word in words):
            shoot(file, scene, "dark", "ru", HANDHELD, "rugged")
            count += 1
    return count


def write_shown() -> int:
    """Write the pictures of the documents."""
    DOCUMENTS.mkdir(parents=True, exist_ok=True)
    scenes = dict(SCREENS)
    for name, theme, language in SHOWN:
        shoot(DOCUMENTS / f"{name}-{theme}-{language}.png", scenes[name], theme, language, USUAL)
    return len(SHOWN)


if __name__ == "__main__":
    written = write_all(Path(sys.argv[1]), sys.argv[2:]) if len(sys.argv) > 1 else write_shown()
    print(f"{written} pictures")
