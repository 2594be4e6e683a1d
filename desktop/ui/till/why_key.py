"""The small key beside the total: easy to hit, quiet to look at."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme import paint
from desktop.ui.theme.theme import active


class WhyKey(QAbstractButton):
    """Words and a key cap in one small chip; the place that takes a press is as high as a finger."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap = shortcut
        self._shortcut = QShortcut(QKeySequence(chosen_key(shortcut)), self, self.click)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words, cap, and the height of the floor."""
        theme = active()
        wide = paint.cap_size(theme, f"{self.text()} {self._cap}")[0]
        return QSize(wide, theme.mm(theme.density.floor_mm))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        theme, painter = active(), QPainter(self)
        high = paint.cap_size(theme, self.text())[1]
        chip = QRectF(0, (self.height() - high) / 2, self.width(), high)
        fill = "tint" if self.isDown() else "raised"
        paint.key_cap(painter, chip, f"{self.text()} {self._cap}", theme, "muted", fill)
        if self.hasFocus():
            paint.focus_ring(painter, chip, theme.px(5), theme)
