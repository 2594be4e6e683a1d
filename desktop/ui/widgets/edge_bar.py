"""A scroll bar over the edge of a list: wide to the finger, thin to the eye, and it takes no room from the rows."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from desktop.ui.theme.theme import active

_THIN, _INSET = 6, 6


class EdgeBar(QScrollBar):
    """Follows the list's own bar, which is hidden, and moves it; not there while everything is seen.

    A bar that came and went would narrow the rows: names would break anew while somebody reads them."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area, self._led = area, area.verticalScrollBar()
        self._led.rangeChanged.connect(self._take_range)
        self._led.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._led.setValue)
        area.installEventFilter(self)
        self._take_range(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right edge."""
        if event.type() == QEvent.Type.Resize:
            wide = self.sizeHint().width()
            self.setGeometry(self._area.width() - wide, 0, wide, self._area.height())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thumb alone, in the margin of the rows."""
        del event
        theme, painter, option = active(), QPainter(self), QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        slider = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        thin, inset = theme.px(_THIN), theme.px(_INSET)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge"))
        thumb = QRectF(self.width() - inset - thin, slider.top() + inset, thin, slider.height() - 2 * inset)
        painter.drawRoundedRect(thumb, thin / 2, thin / 2)

    def _take_range(self, low: int, high: int) -> None:
        self.setRange(low, high)
        self.setPageStep(self._led.pageStep())
        self.setSingleStep(self._led.singleStep())
        self.setVisible(high > low)
