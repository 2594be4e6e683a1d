"""Make the fonts of letters that Inter Till lacks: python build_others.py NOTO DROID.

NOTO is the folder of Debian's `fonts-noto-core`, DROID that of `fonts-droid-fallback`. Needs `fonttools`. Only the
letters of each script are kept, without hints; whatever joins and places them stays.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))  # run as a file, from anywhere

from resources.letters import BLOCKS  # noqa: E402

SIGNS = (0x20, 0xA0, 0x200C, 0x200D, 0x25CC)
"""Spaces, what joins and parts letters, and the circle that a mark without a letter stands on."""


def build(source: Path, target: Path) -> None:
    """Write a font with the letters of its blocks."""
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    blocks = BLOCKS[target.stem]
    subsetter.populate(unicodes={*SIGNS, *(point for first, last in blocks for point in range(first, last + 1))})
    font = TTFont(source)
    subsetter.subset(font)
    font.save(target)


if __name__ == "__main__":
    for stem in BLOCKS:
        folder = Path(sys.argv[2] if stem.startswith("Droid") else sys.argv[1])
        build(folder / f"{stem}.ttf", HERE / f"{stem}.ttf")
