"""Every colour, size and text style of the program. Pure data: no Qt, no literal colour anywhere else."""

from dataclasses import dataclass, replace
from typing import Literal

ThemeName = Literal["light", "dark"]
DensityName = Literal["touch", "rugged", "desk"]


@dataclass(frozen=True)
class Colours:
    """One theme. Field names are the colour roles the rest of the program speaks of."""

    ground: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    primary: str
    on_primary: str
    tint: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    danger: str
    danger_ground: str
    edge: str


LIGHT = Colours(
    ground="#F1F3F6",
    surface="#FFFFFF",
    raised="#F7F8FA",
    text="#14171C",
    muted="#59626E",
    line="#D9DEE5",
    primary="#0B57D0",
    on_primary="#FFFFFF",
    tint="#E7F0FE",
    ok="#17703C",
    ok_ground="#E3F4E9",
    warn="#8A5000",
    warn_ground="#FDF0DA",
    danger="#B3261E",
    danger_ground="#FCE9E7",
    edge="#757E89",
)

DARK = Colours(
    ground="#0F1216",
    surface="#171B21",
    raised="#1E242C",
    text="#F2F4F7",
    muted="#A6B0BC",
    line="#2B323C",
    primary="#8AB8FF",
    on_primary="#08264F",
    tint="#1B2C45",
    ok="#7BD99B",
    ok_ground="#14301F",
    warn="#F3C26B",
    warn_ground="#33270F",
    danger="#FF9A91",
    danger_ground="#3A1714",
    edge="#7D8793",
)

COLOURS: dict[ThemeName, Colours] = {"light": LIGHT, "dark": DARK}

# Where nothing counts, everything stands on amber: nobody takes a rehearsal for the till.
REHEARSAL: dict[ThemeName, Colours] = {
    "light": replace(LIGHT, ground="#FBE3B8", surface="#FFFBF2", raised="#FFF4DC", line="#E3C48C", edge="#7A6A4A"),
    "dark": replace(DARK, ground="#3A2A0A", surface="#211A0E", raised="#2B2212", line="#57441F", edge="#9C8A66"),
}

# Category stripes of tiles: decoration that helps the eye, at least 3:1 on a surface in both themes.
ACCENTS: dict[str, str] = {
    "ochre": "#B87A1E",
    "leaf": "#2F8F5B",
    "sky": "#5B6BD6",
    "rose": "#B0568F",
    "brick": "#C05A48",
    "slate": "#7A828C",
}


@dataclass(frozen=True)
class Density:
    """Sizes in millimetres on the glass (20 mm keys are as fast as any and smaller ones are not)."""

    key_mm: float  # numpad and pay keys
    action_mm: float  # other keys
    row_mm: float  # rows of lists and tables
    control_mm: float  # fields, segments, navigation
    floor_mm: float  # nothing that can be pressed is smaller
    gap_mm: float  # between keys; keys take presses this far below themselves
    text: float  # factor on the text styles


DENSITIES: dict[DensityName, Density] = {
    "touch": Density(20.0, 15.0, 13.5, 11.0, 9.0, 2.0, 1.0),
    "rugged": Density(24.0, 18.0, 14.4, 13.2, 10.8, 2.4, 1.1),
    "desk": Density(14.0, 11.0, 10.6, 10.0, 9.0, 2.0, 1.0),
}


@dataclass(frozen=True)
class TextStyle:
    """Size in reference pixels (those of REFERENCE_PX_PER_MM) and weight."""

    size: float
    weight: int


TEXT_STYLES: dict[str, TextStyle] = {
    "label": TextStyle(12.5, 400),
    "caption": TextStyle(12.5, 600),
    "quiet": TextStyle(14, 400),
    "body": TextStyle(17, 400),
    "strong": TextStyle(17, 600),
    "strip": TextStyle(22, 700),
    "title": TextStyle(28, 700),
    "key": TextStyle(24, 600),
    "figure": TextStyle(30, 700),
    "total": TextStyle(46, 700),
    "change": TextStyle(84, 700),
    "count": TextStyle(150, 700),
}

# 15.6 inches at 1366x768: the screen of the pictures, and the guess for a screen that does not tell its size.
REFERENCE_PX_PER_MM = 3.955
MIN_SCALE_PERCENT = 90
MAX_SCALE_PERCENT = 200

RADIUS_CARD = 14
RADIUS_KEY = 12
RADIUS_SMALL = 8
RADIUS_CAP = 5
FOCUS_RING = 3
SPACE = 4
PAPER = "#FFFFFF"  # what is printed on, in every theme
GAP = 12  # between cards
FAR_LARGER = 175  # percent of text from which words need the room between cards
MARGIN = 18  # inside cards
FLASH_MS = 200

TEXT = 7.0
READABLE = 4.5
SEEN = 3.0

# (foreground, background, smallest contrast): every pair that is painted. A test checks the figures in both
# themes, another that the style sheet uses no pair that is missing here.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", ground, TEXT) for ground in ("ground", "surface", "raised", "tint")),
    *(("text", ground, TEXT) for ground in ("ok_ground", "warn_ground", "danger_ground")),
    *(("muted", ground, READABLE) for ground in ("ground", "surface", "raised", "tint")),
    *(("primary", ground, READABLE) for ground in ("ground", "surface", "raised", "tint")),
    *(("danger", ground, READABLE) for ground in ("ground", "surface", "raised", "tint", "danger_ground")),
    *(("ok", ground, READABLE) for ground in ("ground", "surface", "raised", "tint", "ok_ground")),
    *(("warn", ground, READABLE) for ground in ("ground", "surface", "raised", "tint", "warn_ground")),
    *(("edge", ground, SEEN) for ground in ("ground", "surface", "raised")),
    ("on_primary", "primary", READABLE),
    ("surface", "ok", READABLE),
    ("surface", "danger", READABLE),
)
