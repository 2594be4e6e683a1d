"""Make the bundled font: python build.py INTER NOTO.

INTER is the folder `web/` of the npm package `inter-ui`, NOTO that of Debian's `fonts-noto-core`. Needs `fonttools`
and `brotli`, which nothing else here needs. Four changes, none to the shape of a letter: only the letters a till writes
are kept; the tabular digits become the digits (so Qt, style sheets and PDF need no font feature for aligned columns);
scripts that Inter lacks come from Noto Sans, in the same file, since paper knows no other font to look in; the family
gets a name of its own, so that an installed Inter never stands in for it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

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
NOTO = {
    "NotoSans": ((0x1F00, 0x1FFF),),  # Greek Extended
    "NotoSansArmenian": ((0x530, 0x58F),),
    "NotoSansGeorgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
    "NotoSansHebrew": ((0x590, 0x5FF),),
    "NotoSansThai": ((0xE00, 0xE7F),),
}
HEIGHTS = "sTypoAscender sTypoDescender sTypoLineGap usWinAscent usWinDescent fsSelection fsType usWeightClass"
LAYOUT = ["kern", "mark", "mkmk", "ccmp", "locl"]


def points(blocks: tuple[tuple[int, int], ...]) -> set[int]:
    """Code points of blocks."""
    return {point for first, last in blocks for point in range(first, last + 1)}


def keep(font: TTFont, wanted: set[int]) -> None:
    """Drop all other letters, hints, and every feature but those that place letters."""
    options = Options(layout_features=LAYOUT, name_IDs=["*"], notdef_outline=True)
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def with_scripts(inter: TTFont, noto: Path, style: str) -> TTFont:
    """Add the scripts that it lacks; lines stay as high as they were."""
    known = set(inter.getBestCmap())
    weight = "Regular" if style == "Regular" else "Bold"  # what Noto comes in
    with TemporaryDirectory() as folder:
        parts = [f"{folder}/Inter.ttf"]
        inter.flavor = None
        inter.save(parts[0])
        for name, blocks in NOTO.items():
            font = TTFont(noto / f"{name}-{weight}.ttf")
            keep(font, points(blocks) - known)
            scale_upem(font, inter["head"].unitsPerEm)
            parts.append(f"{folder}/{name}.ttf")
            font.save(parts[-1])
        merged = Merger().merge(parts)
    for table, fields in (("hhea", "ascent descent lineGap"), ("OS/2", HEIGHTS)):
        for field in fields.split():
            setattr(merged[table], field, getattr(inter[table], field))
    return merged


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
        0: f"{font['name'].getDebugName(0)}; Copyright 2010, 2012-2020 Google LLC (Noto Sans)",
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


def build(source: Path, noto: Path, target: Path, style: str) -> None:
    """Write one static TrueType file."""
    font = TTFont(source / f"Inter-{style}.woff2")
    make_digits_tabular(font)
    keep(font, points(BLOCKS) | set(map(ord, SIGNS)))
    font = with_scripts(font, noto, style)
    rename(font, style)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font.save(target / f"InterTill-{style}.ttf")


if __name__ == "__main__":
    for each in WEIGHTS:
        build(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent, each)
