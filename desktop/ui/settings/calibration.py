"""Measuring the screen with a bank card: a frame that is made as wide as the card."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import formats
from desktop.ui.settings.settings_rows import CARD_MM, SettingsState
from desktop.ui.theme import paint
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text

CARD_HIGH_MM = 53.98
_STEPS = (-10, -1, 1, 10)


class CardFrame(QWidget):
    """The frame. It is as wide as it is told to be and no higher than is needed to hold a card against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide_px = 340
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_width(self, wide_px: int) -> None:
        """Be so wide."""
        self._wide_px = wide_px
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The frame."""
        return QSize(self._wide_px, self._high())

    def minimumSizeHint(self) -> QSize:
        """It is cut rather than pressing the keys out of the window."""
        return QSize(active().px(120), self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card's outline with the strip of its magnet."""
        del event
        theme, painter = active(), QPainter(self)
        rect = QRectF(0, 0, self._wide_px, self._high())
        radius = self._wide_px * 3.18 / CARD_MM
        paint.box(painter, rect, radius, theme.colour("tint"), theme.colour("primary"), theme.px(2))
        painter.setFont(theme.font("quiet", 600))
        painter.setPen(theme.colour("primary"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{formats.decimal(str(CARD_MM))} {self.tr('mm')}")

    def _high(self) -> int:
        return min(round(self._wide_px * CARD_HIGH_MM / CARD_MM), active().px(150))


class Calibration(Card):
    """`resized(int)` by pixels, `kept()` when the frame fits, `guessed()` to go back to the screen's own word."""

    resized = Signal(int)
    kept = Signal()
    guessed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words, self._scale = Text("", "body", wrap=True), Text("", "label", wrap=True)
        self.frame = CardFrame()
        self.steps = {by: Key(size="control") for by in _STEPS}
        self.keep, self.guess = Key(size="control"), Key(kind="quiet", size="control")
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self.body.addWidget(self._words)
        self.body.addWidget(self.frame)
        for by, key in self.steps.items():
            self._row.addWidget(key)
            key.clicked.connect(lambda _=False, by=by: self.resized.emit(by))
        self.body.addLayout(self._row)
        self._below.addWidget(self.keep, 1)
        self._below.addWidget(self.guess, 1)
        self.body.addLayout(self._below)
        self.body.addWidget(self._scale)
        self.keep.clicked.connect(lambda: self.kept.emit())
        self.guess.clicked.connect(lambda: self.guessed.emit())
        self._space()
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Draw the frame, and say what is in force."""
        self.frame.set_width(state.card_px)
        measured = state.number("pixels_per_mm")
        words = self.tr("Measured: {0} pixels per millimetre.") if measured else self.tr("Not measured yet.")
        self._scale.setText(words.replace("{0}", formats.decimal(f"{measured:.2f}")))
        locked = "pixels_per_mm" in state.locked
        for key in (*self.steps.values(), self.keep, self.guess):
            key.setEnabled(not locked)
        self.guess.setEnabled(bool(measured) and not locked)

    def retranslate(self) -> None:
        """Say everything again."""
        self.set_heading(self.tr("Size on the screen"))
        words = self.tr("Hold a bank card against the screen and make the frame as wide as the card.")
        self._words.setText(words)
        names = {
            -10: self.tr("Much narrower"),
            -1: self.tr("Narrower"),
            1: self.tr("Wider"),
            10: self.tr("Much wider"),
        }
        for by, key in self.steps.items():
            key.set_text({-10: "− −", -1: "−", 1: "+", 10: "+ +"}[by], name=names[by])
        self.keep.set_text(self.tr("It fits"))
        self.guess.set_text(self.tr("Forget it"), name=self.tr("Forget the measured size"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _space(self) -> None:
        gap = active().mm(active().density.gap_mm)
        self.body.setSpacing(active().px(12))
        self._row.setSpacing(gap)
        self._below.setSpacing(gap)
