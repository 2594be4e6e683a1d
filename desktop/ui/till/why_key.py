"""The small key beside the total: easy to hit, quiet to look at."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme import paint
from desktop.ui.theme.theme import active


class WhyKey(QAbstractButton):
    """Words and a key cap in one small chip; the place that takes a press is as high as a finger.

    Where there is no room for both, the words stand alone."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap = shortcut
        self._shortcut = QShortcut(QKeySequence(chosen_key(shortcut)), self, self.click)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words, cap, and the height of the floor."""
        return self._chip_size(f"{self.text()} {self._cap}")

    def minimumSizeHint(self) -> QSize:
        """Words alone, and the height of the floor."""
        return self._chip_size(self.text())

    def words(self) -> str:
        """What the chip says at its present width."""
        whole = f"{self.text()} {self._cap}"
        return whole if self.width() >= self._chip_size(whole).width() else self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        theme, painter = active(), QPainter(self)
        high = paint.cap_size(theme, self.text())[1]
        chip = QRectF(0, (self.height() - high) / 2, self.width(), high)
        fill = "tint" if self.isDown() else "raised"
        paint.key_cap(painter, chip, self.words(), theme, "muted", fill)
        if self.hasFocus():
            paint.focus_ring(painter, chip, theme.px(5), theme)

    def _chip_size(self, words: str) -> QSize:
        theme = active()
        return QSize(paint.cap_size(theme, words)[0], theme.mm(theme.density.floor_mm))
