"""Make the bundled font from the web fonts of the npm package `inter-ui`: python build.py FOLDER (its `web/`).

Needs `fonttools` and `brotli`, which nothing else here needs. Three changes, none to an outline:
only the letters a till writes are kept; the tabular digits become the digits (so Qt, style sheets and
PDF need no font feature for aligned columns); the family gets a name of its own, so that an installed
Inter never stands in for it.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Inter Till"
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
BLOCKS = (
    (0x20, 0x24F),  # Latin, Latin-1, Extended A and B
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation and spaces
    (0x20A0, 0x20C0),  # currency
)
SIGNS = "№™℮⅓⅔⅛←↑→↓↵⇥⌘⌫⎋⏎−×÷≈≠≤≥∞■▲▼◆●○✓★▶"


def wanted() -> list[int]:
    """Code points to keep."""
    return [point for first, last in BLOCKS for point in range(first, last + 1)] + [ord(sign) for sign in SIGNS]


def make_digits_tabular(font: TTFont) -> None:
    """Point the digits, plus and minus at the glyphs of the `tnum` feature."""
    swap: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swap.update(getattr(sub, "ExtSubTable", sub).mapping)
    for cmap in font["cmap"].tables:
        for point in [*range(0x30, 0x3A), 0x2B, 0x2212]:
            glyph = cmap.cmap.get(point)
            if glyph in swap:
                cmap.cmap[point] = swap[glyph]


def rename(font: TTFont, style: str) -> None:
    """Give the family its own name; licence and copyright records stay."""
    full = f"{FAMILY} {style}"
    plain = {"Regular": "Regular", "Bold": "Bold"}.get(style)
    names = {
        1: FAMILY if plain else full,
        2: plain or "Regular",
        3: f"{full};{font['name'].getDebugName(5)}",
        4: full,
        6: f"InterTill-{style}",
        16: FAMILY,
        17: style,
    }
    for record in list(font["name"].names):
        if record.nameID in (21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def build(source: Path, target: Path, style: str) -> None:
    """Write one static TrueType file."""
    font = TTFont(source / f"Inter-{style}.woff2")
    make_digits_tabular(font)
    options = Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], notdef_outline=True)
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    rename(font, style)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font.flavor = None
    font.save(target / f"InterTill-{style}.ttf")


if __name__ == "__main__":
    for each in WEIGHTS:
        build(Path(sys.argv[1]), Path(__file__).parent, each)
