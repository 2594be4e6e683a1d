"""The big number of a screen: never elided, smaller before it is ever cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme.theme import active

_SMALLEST_PX = 12


class Figure(QLabel):
    """One line of large figures in a text style (`figure`, `total`, `change`, `count`); `tone` is a colour role.

    `name` is what a screen reader says before the figures ("Total")."""

    def __init__(
        self,
        text: str = "",
        role: str = "total",
        *,
        tone: str = "text",
        name: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._tone, self._name = role, tone, name
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str, tone: str = "") -> None:
        """Show other figures, in another colour role if given."""
        self._tone = tone or self._tone
        self.setText(text)
        self.setAccessibleName(f"{self._name} {text}".strip())

    def set_name(self, name: str) -> None:
        """Say another name before the figures, after a language switch."""
        self._name = name
        self.set_text(self.text())

    def fitting_font(self) -> QFont:
        """The style's font, smaller if the text would not fit the width."""
        font = active().font(self._role)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        if width > self.width() > 0:
            font.setPixelSize(max(_SMALLEST_PX, int(font.pixelSize() * self.width() / width)))
        while QFontMetrics(font).horizontalAdvance(self.text()) > self.width() and font.pixelSize() > _SMALLEST_PX:
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def sizeHint(self) -> QSize:
        """Room for the text at its full size."""
        metrics = active().metrics(self._role)
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the text at its smallest size, at full height so that nothing jumps."""
        font = active().font(self._role)
        height = QFontMetrics(font).height()
        font.setPixelSize(_SMALLEST_PX)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures without the side bearing, so that they line up with the words around them."""
        del event
        painter = QPainter(self)
        font = self.fitting_font()
        painter.setFont(font)
        painter.setPen(active().colour(self._tone))
        rect = QRect(self.rect())
        if self.text() and self.alignment() & Qt.AlignmentFlag.AlignLeft:
            rect.adjust(-max(0, QFontMetrics(font).tightBoundingRect(self.text()).left()), 0, 0, 0)
        painter.drawText(rect, self.alignment(), self.text())
