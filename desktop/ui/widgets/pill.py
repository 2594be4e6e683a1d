"""The state of the sync in one pill: shape, word and colour, never colour alone."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.theme import active

State = Literal["ok", "waiting", "attention", "blocked"]
# State to shape, ink and ground.
_LOOKS: dict[str, tuple[str, str, str]] = {
    "ok": ("circle", "ok", "ok_ground"),
    "waiting": ("triangle", "warn", "warn_ground"),
    "attention": ("diamond", "warn", "warn_ground"),
    "blocked": ("square", "danger", "danger_ground"),
}

_LEAST = 8
"""Signs of the words that are always seen."""


class Pill(QAbstractButton):
    """A pill such as "▲ No internet · 12 waiting". Pressing it (`clicked`) opens the details."""

    def __init__(self, text: str = "", state: State = "ok", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = state
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(state, text)

    def show_state(self, state: State, text: str, detail: str = "") -> None:
        """Show a state in words; `detail` is the longer sentence of the tool tip and the screen reader."""
        self._state = state
        self.setText(text)
        self.setToolTip(detail)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    @property
    def state(self) -> State:
        """What is shown."""
        return self._state

    def sizeHint(self) -> QSize:
        """As wide as the words, high enough for a finger."""
        theme = active()
        metrics = QFontMetrics(theme.font("quiet", 600))
        width = metrics.horizontalAdvance(self.text()) + metrics.height() + theme.px(31)
        return QSize(width, max(theme.mm(theme.density.floor_mm), metrics.height() + theme.px(10)))

    def minimumSizeHint(self) -> QSize:
        """The shape and a few signs: where there is no room, the tool tip says the rest."""
        hint, metrics = self.sizeHint(), QFontMetrics(active().font("quiet", 600))
        least = metrics.averageCharWidth() * _LEAST + metrics.height() + active().px(31)
        return QSize(min(hint.width(), least), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and words."""
        del event
        theme, painter = active(), QPainter(self)
        kind, ink, ground = _LOOKS[self._state]
        rect = QRectF(self.rect())
        paint.box(painter, rect, rect.height() / 2, theme.colour(ground), None, 0)
        font = theme.font("quiet", 600)
        left, side = float(theme.px(15)), QFontMetrics(font).height() * 0.7
        paint.shape(painter, QRectF(left, rect.center().y() - side / 2, side, side), kind, theme.colour(ink))
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        words = rect.adjusted(left + QFontMetrics(font).height(), 0, -active().px(8), 0)
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            paint.focus_ring(painter, rect, rect.height() / 2, theme)
