"""A look: every colour, size and font by role, for one theme, density, text size and screen."""

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetrics

from desktop.ui.theme.fonts import load_fonts
from desktop.ui.theme.tokens import (
    ACCENTS,
    COLOURS,
    DENSITIES,
    FAR_LARGER,
    GAP,
    REFERENCE_PX_PER_MM,
    REHEARSAL,
    TEXT_STYLES,
    Colours,
    Density,
    DensityName,
    ThemeName,
)


@dataclass(frozen=True)
class Theme:
    """Answers every question of size and colour. Widgets ask `active()` when they paint and keep nothing."""

    name: ThemeName = "light"
    density_name: DensityName = "touch"
    scale: int = 100
    px_per_mm: float = REFERENCE_PX_PER_MM
    rehearsal: bool = False

    @property
    def colours(self) -> Colours:
        """The colour roles of this theme."""
        return (REHEARSAL if self.rehearsal else COLOURS)[self.name]

    @property
    def density(self) -> Density:
        """The sizes in millimetres."""
        return DENSITIES[self.density_name]

    @property
    def inverse(self) -> "Theme":
        """The other theme at the same sizes: for the chip that stands out from its ground."""
        return replace(self, name="dark" if self.name == "light" else "light")

    def hex(self, role: str) -> str:
        """`#RRGGBB` of a colour role or an accent."""
        return ACCENTS[role] if role in ACCENTS else str(getattr(self.colours, role))

    def colour(self, role: str) -> QColor:
        """The colour of a role (`text`, `primary`, `ok_ground`, …) or accent (`leaf`, …)."""
        return QColor(_colour(self.hex(role)))

    def px(self, reference_px: float) -> int:
        """Pixels here for pixels on the reference screen: spaces, lines, radii."""
        return max(1, round(reference_px * self.px_per_mm / REFERENCE_PX_PER_MM)) if reference_px else 0

    @property
    def is_far_larger(self) -> bool:
        """Whether words need the room that caps and gaps have elsewhere."""
        return self.scale >= FAR_LARGER

    @property
    def gap(self) -> int:
        """Pixels between cards; half as many where text is far larger, whose words need the room."""
        return self.px(GAP // 2 if self.is_far_larger else GAP)

    def mm(self, millimetres: float) -> int:
        """Pixels for a length on the glass."""
        return round(millimetres * self.px_per_mm)

    def text_px(self, role: str) -> int:
        """Height of a text style in pixels, with density and the user's scale."""
        size = TEXT_STYLES[role].size * self.density.text * self.scale / 100
        return max(1, round(size * self.px_per_mm / REFERENCE_PX_PER_MM))

    def font(self, role: str, weight: int | None = None) -> QFont:
        """The font of a text style."""
        return QFont(_font(self.text_px(role), weight or TEXT_STYLES[role].weight))

    def metrics(self, role: str, weight: int | None = None) -> QFontMetrics:
        """Metrics of a text style."""
        return _metrics(self.text_px(role), weight or TEXT_STYLES[role].weight)


@cache
def _colour(colour: str) -> QColor:
    return QColor(colour)


@cache
def _font(height_px: int, weight: int) -> QFont:
    font = QFont(load_fonts())
    font.setPixelSize(height_px)
    font.setWeight(QFont.Weight(weight))
    return font


@cache
def _metrics(height_px: int, weight: int) -> QFontMetrics:
    return QFontMetrics(_font(height_px, weight))
