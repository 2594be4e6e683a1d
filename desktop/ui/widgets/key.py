"""Keys of the till: numpad, functions and the one big step."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme import paint
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import RADIUS_KEY
from desktop.ui.widgets.key_gap import Gapped

Kind = Literal["plain", "digit", "primary", "done", "danger", "quiet", "ghost", "choice", "next"]
Size = Literal["key", "action", "control"]
Cap = Literal["below", "corner", "right"]
_WRAP = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
SMALLEST_PX = 11
READABLE = 0.85
"""What is beside the words gives way before these get smaller than this share of their size."""
_MORE_LINES = 0.75
"""So much of its height each further line of words asks for: a list of keys is as high as its words, all but."""
_WAYS = (("beside", True), ("above", True), ("beside", False), ("above", False), ("", False))
"""Where the icon stands, and whether the cap is shown, in the order in which they give way."""
_LEAST = {"touch": 0.85, "rugged": 0.75, "desk": 0.85}
"""How small a key may get on a small screen, as a share of its millimetres; 18 mm are left of a rugged one."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_NOT_OURS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, *_ARROWS)


@dataclass(frozen=True)
class _Look:
    fill: str
    line: str
    ink: str
    style: str
    weight: int = 600


_LOOKS: dict[str, _Look] = {
    "plain": _Look("surface", "line", "text", "body"),
    "digit": _Look("surface", "line", "text", "key"),
    "primary": _Look("primary", "primary", "on_primary", "key", 700),
    "next": _Look("primary", "primary", "on_primary", "body", 700),
    "done": _Look("ok", "ok", "surface", "key", 700),
    "danger": _Look("surface", "line", "danger", "body"),
    "quiet": _Look("", "", "primary", "body"),
    "ghost": _Look("", "", "muted", "body"),
    "choice": _Look("surface", "line", "text", "body"),
}


class Key(Gapped):
    """A key: it acts on release inside, takes presses 2 mm below itself, shows its keyboard key as a cap.

    `next` is the one blue key in a row of plain ones, of their size; `primary` is larger, for a keypad's big step.
    Never a default button: Enter does nothing, Space presses it when it has the focus. `clicked` is the signal.
    `shortcut` is a QKeySequence text such as "F9" or "Ctrl+P"; `bind=False` only shows it."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "plain",
        size: Size = "action",
        shortcut: str = "",
        icon: str = "",
        cap: Cap | None = None,
        bind: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._size, self._icon = kind, size, icon
        shortcut = chosen_key(shortcut)
        self._cap = shortcut
        self._cap_place = cap or ("corner" if kind in ("primary", "done") else "below")
        self._value = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCheckable(kind == "choice")
        self._shortcut = QShortcut(QKeySequence(shortcut), self, self.click) if shortcut and bind else None
        self.watch_gap()

    def set_text(self, text: str, *, name: str = "", value: str = "") -> None:
        """Show other words; `name` is what a screen reader says where the words alone do not do.

        With a `value` the key is a line of a list: words at the left, the value at the right."""
        spoken = name or (f"{text}, {value}" if value else text)
        if (text, value, spoken) == (self.text(), self._value, self.accessibleName()):
            return
        self.setText(text)
        self._value = value
        self.setAccessibleName(spoken)
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Change the look, for example from plain to primary."""
        if kind != self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def set_shortcut(self, shortcut: str) -> None:
        """Bind and show another keyboard key."""
        shortcut = chosen_key(shortcut)
        self._cap = shortcut
        if self._shortcut is None:
            self._shortcut = QShortcut(self)
            self._shortcut.activated.connect(self.click)
        self._shortcut.setKey(QKeySequence(shortcut))
        self.update()

    # --- sizes

    def sizeHint(self) -> QSize:
        """The size of the density, more if the words need it."""
        theme = active()
        least = theme.mm(
            {"key": theme.density.key_mm, "action": theme.density.action_mm}.get(self._size, theme.density.control_mm)
        )
        wide, high = self._content_size(theme)
        return QSize(max(least, wide + theme.px(28)), max(least, high + theme.px(16)))

    def minimumSizeHint(self) -> QSize:
        """A little less than the density asks for, so that a small screen still holds a keypad."""
        theme, hint = active(), self.sizeHint()
        floor = theme.mm(theme.density.floor_mm)
        width = max(floor, self._longest_word(theme) + theme.px(12))
        return QSize(width, max(floor, round(hint.height() * _LEAST[theme.density_name])))

    def _longest_word(self, theme: Theme) -> int:
        metrics = QFontMetrics(self._font(theme))
        return max((metrics.horizontalAdvance(word) for word in self.text().replace("\n", " ").split(" ")), default=0)

    def _content_size(self, theme: Theme) -> tuple[int, int]:
        metrics = QFontMetrics(self._font(theme))
        lines = self.text().split("\n") if self.text() else []
        wide = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        high = round(metrics.height() * (1 + _MORE_LINES * (len(lines) - 1))) if lines else 0
        if self._value:
            wide += metrics.horizontalAdvance(self._value) + theme.px(40)
        if self._icon:
            side = self._icon_side(theme)
            wide, high = (wide + side + theme.px(12) if wide else side), max(high, side)
        if self._cap:
            cap_wide, cap_high = paint.cap_size(theme, self._cap)
            if self._cap_place == "below":
                wide, high = max(wide, cap_wide), high + cap_high + theme.px(4)
            else:
                wide += cap_wide + theme.px(8)
        return wide, high

    def _font(self, theme: Theme) -> QFont:
        look = _LOOKS[self._kind]
        return theme.font(look.style, look.weight)

    # --- pressing

    def hitButton(self, pos: QPoint) -> bool:
        """Inside, or up to a gap below."""
        return self.rect().adjusted(0, 0, 0, active().mm(active().density.gap_mm)).contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses. Enter is not ours, a scanner sends it; arrows are for whoever holds several keys."""
        if event.key() in _NOT_OURS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another style has other sizes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key as it is now."""
        del event
        theme, painter = active(), QPainter(self)
        look = self._look()
        rect, radius = QRectF(self.rect()), float(theme.px(RADIUS_KEY))
        chosen = self.isChecked()
        fill = theme.colour(look.fill) if look.fill else None
        line = theme.colour(look.line) if look.line else None
        paint.box(painter, rect, radius, fill, line, theme.px(2) if chosen else 1)
        if self.isDown():
            self._paint_pressed(painter, rect, radius, theme)
        self._paint_content(painter, theme, look.ink)
        if self.hasFocus():
            ring = "text" if look.fill in ("primary", "ok") else "primary"
            paint.focus_ring(painter, rect, radius, theme, ring)

    def _look(self) -> _Look:
        look = _LOOKS[self._kind]
        if not self.isEnabled():
            return _Look("ground" if look.fill else "", "line" if look.fill else "", "muted", look.style, look.weight)
        if self.isChecked():
            return _Look("tint", "primary", "primary", look.style, look.weight)
        return look

    def _paint_pressed(self, painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
        veil = theme.colour("text")
        veil.setAlphaF(0.14)
        paint.box(painter, rect, radius, veil, None, 0)

    def _paint_content(self, painter: QPainter, theme: Theme, ink: str) -> None:
        icon, cap, area = self._places(theme)
        if cap is not None:
            self._draw_cap(painter, cap, theme, ink)
        if icon is not None:
            paint_icon(painter, icon, self._icon, ink)
        painter.setPen(theme.colour(ink))
        if self._value:
            area = self._paint_value(painter, theme, area)
        self._paint_words(painter, theme, area, ink, above_cap=cap is not None and self._cap_place == "below")

    def _paint_words(self, painter: QPainter, theme: Theme, area: QRectF, ink: str, *, above_cap: bool) -> None:
        """The words in their place; the pen has the colour `ink` already."""
        painter.setFont(self._fitting_font(theme, area))
        high = Qt.AlignmentFlag.AlignBottom if above_cap else Qt.AlignmentFlag.AlignVCenter
        wide = Qt.AlignmentFlag.AlignLeft if self._value else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(area, int(wide | high | Qt.TextFlag.TextWordWrap), self.text())

    def _places(self, theme: Theme) -> tuple[QRectF | None, QRectF | None, QRectF]:
        """Where icon, cap and words stand: the first of `_WAYS` with words of about their full size, or the largest."""
        whole = QRectF(self.rect()).adjusted(theme.px(6), theme.px(4), -theme.px(6), -theme.px(4))
        if not self.text() or self._value:
            return self._place(theme, whole, "beside", has_cap=True)
        full, best, best_px = self._font(theme).pixelSize(), None, 0
        for icon, has_cap in _WAYS if self._icon or self._cap else _WAYS[:1]:
            way = self._place(theme, whole, icon, has_cap=has_cap)
            words_px = self._fitting_font(theme, way[2]).pixelSize()
            if best is None or words_px > best_px:
                best, best_px = way, words_px
            if words_px >= full * READABLE:
                break
        assert best is not None
        return best

    def _place(
        self, theme: Theme, whole: QRectF, icon: str, *, has_cap: bool
    ) -> tuple[QRectF | None, QRectF | None, QRectF]:
        mark, area = None, whole
        if self._icon and icon == "above":
            side = float(self._icon_side(theme))
            mark = QRectF(whole.center().x() - side / 2, whole.top(), side, side)
            area = whole.adjusted(0, side, 0, 0)
        elif self._icon and icon:
            mark, area = self._place_icon(theme, whole)
        cap, area = self._place_cap(theme, area) if self._cap and has_cap else (None, area)
        return mark, cap, area

    def _place_icon(self, theme: Theme, area: QRectF) -> tuple[QRectF, QRectF]:
        side = float(self._icon_side(theme))
        left = area.center().x() - side / 2 if not self.text() else area.left() + theme.px(10)
        place = QRectF(left, area.center().y() - side / 2, side, side)
        return place, area.adjusted(left + side + theme.px(4) - area.left(), 0, 0, 0)

    def _paint_value(self, painter: QPainter, theme: Theme, area: QRectF) -> QRectF:
        painter.setFont(self._font(theme))
        area = area.adjusted(theme.px(10), 0, -theme.px(10), 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._value)
        taken = QFontMetrics(painter.font()).horizontalAdvance(self._value) + theme.px(16)
        return area.adjusted(0, 0, -taken, 0)

    def _icon_side(self, theme: Theme) -> int:
        return round(QFontMetrics(self._font(theme)).height() * 0.95)

    def _place_cap(self, theme: Theme, area: QRectF) -> tuple[QRectF, QRectF]:
        wide, high = paint.cap_size(theme, self._cap)
        metrics, place = QFontMetrics(self._font(theme)), self._cap_place
        text_high = metrics.boundingRect(area.toRect(), int(_WRAP), self.text()).height()
        beside = self.width() >= metrics.horizontalAdvance(self.text()) + 2 * (wide + theme.px(12))
        if place == "corner" and (beside or self.height() >= text_high + 2 * (high + theme.px(8))):
            return QRectF(self.width() - wide - theme.px(8), theme.px(8), wide, high), area
        if place != "below":
            cap = QRectF(area.right() - wide - theme.px(4), area.center().y() - high / 2, wide, high)
            return cap, area.adjusted(0, 0, -wide - theme.px(8), 0)
        top = area.center().y() - (text_high + theme.px(4) + high) / 2
        cap = QRectF(area.center().x() - wide / 2, top + text_high + theme.px(4), wide, high)
        if cap.bottom() > area.bottom():
            cap.moveBottom(area.bottom())
        return cap, QRectF(area.left(), area.top(), area.width(), cap.top() - area.top() - theme.px(2))

    def _draw_cap(self, painter: QPainter, cap: QRectF, theme: Theme, ink: str) -> None:
        filled = self._kind in ("primary", "done", "next")
        paint.key_cap(painter, cap, self._cap, theme, ink if filled else "muted", None if filled else "raised")

    def _fitting_font(self, theme: Theme, area: QRectF) -> QFont:
        font = self._font(theme)
        bounds = QRect(0, 0, int(area.width()), 10_000)
        while font.pixelSize() > SMALLEST_PX:
            needs = QFontMetrics(font).boundingRect(bounds, int(_WRAP), self.text())
            if needs.width() <= area.width() and needs.height() <= area.height():
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font
