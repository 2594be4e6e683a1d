"""What nobody overlooks: the whole screen flashes for every scan, and stays red for one that was not taken."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import FLASH_MS
from desktop.ui.warehouse.task_rows import Alarm
from desktop.ui.widgets.key import Key
from desktop.ui.words import refusal_words

BIND_KEY = "Ctrl+B"
_INKS = {"ok": "ok", "attention": "warn"}
_SIGNS = {"unknown": "circle-help", "over": "circle-x", "stop": "octagon-x"}
_VEIL = 0.45
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Cover(QWidget):
    """Lies over all of its host and stays as large."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)


class FlashCover(Cover):
    """A flash of colour, for the eye's corner; presses go through it. Scans that follow each other prolong it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._ink = "ok"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._timer.timeout.connect(self.hide)

    def flash(self, kind: str) -> None:
        """Flash green for "ok", amber for "attention"; what stops stays red elsewhere."""
        if kind in _INKS:
            self._ink = _INKS[kind]
            self.setGeometry(self._host.rect())
            self.show()
            self.raise_()
            self.update()
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil of the colour."""
        del event
        colour = active().colour(self._ink)
        colour.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), colour)


class AlarmCover(Cover):
    """Red until the next scan or key: what is wrong, what was scanned, what to do. `back_pressed()`, `go_on()`,
    `bind_pressed()` to say what an unknown code is, where that `can_bind`."""

    back_pressed = Signal()
    go_on = Signal()
    bind_pressed = Signal()

    def __init__(self, host: QWidget, *, can_bind: bool = False) -> None:
        super().__init__(host)
        self._can_bind = can_bind
        self._words, self._sign = ("", "", ""), "octagon-x"
        self.back = Key(shortcut="Ctrl+Z", cap="right", icon="undo-2", bind=False)
        self.on = Key(shortcut="Esc", cap="right", bind=False)
        self.bind = Key(shortcut=BIND_KEY, cap="right", icon="tag", bind=False)
        self._column, self._keys = QVBoxLayout(self), QHBoxLayout()
        self._column.addStretch(1)
        for key in (self.back, self.bind, self.on):
            self._keys.addWidget(key)
        self._column.addLayout(self._keys)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self.on.clicked.connect(lambda: self.go_on.emit())
        self.bind.clicked.connect(lambda: self.bind_pressed.emit())
        self.retranslate()

    def show_alarm(self, alarm: Alarm | None) -> None:
        """Be red, or go."""
        if alarm is None:
            self.hide()
            return
        if alarm.refusal is not None:
            title, remedy = refusal_words(alarm.refusal)
        else:
            title, remedy = self.tr("Unknown code"), ""
        if alarm.kept:
            remedy = self.tr(
                "Put these goods aside. The code is kept: finish when head office has added it, or take it back."
            )
        self._words = (title, alarm.code, remedy)
        self._sign = _SIGNS[alarm.sound]
        self.back.setVisible(bool(alarm.kept))
        self.bind.setVisible(bool(alarm.kept) and self._can_bind)
        self.setAccessibleName(". ".join(self._words))
        self._space()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def retranslate(self) -> None:
        """Own words."""
        self.back.set_text(self.tr("Take it back"))
        self.on.set_text(self.tr("Go on"))
        self.bind.set_text(self.tr("It is…"), name=self.tr("Say what it is: the goods that are scanned next"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, the words, the code, and what to do, as large as there is room."""
        del event
        theme, painter = active(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("danger"))
        margin = theme.px(20)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        area.setBottom(self._keys.geometry().top() - margin / 2)
        side = area.height() * 0.22
        paint_icon(painter, QRectF(area.center().x() - side / 2, area.top(), side, side), self._sign, "surface")
        top, high = area.top() + side, area.height() - side
        painter.setPen(theme.colour("surface"))
        for words, role, share in zip(self._words, ("total", "total", "strip"), (0.36, 0.28, 0.36), strict=True):
            box = QRectF(area.left(), top, area.width(), high * share)
            painter.setFont(_fitting(theme.font(role), words, box))
            painter.drawText(box, int(_CENTRE), words)
            top += high * share

    def _space(self) -> None:
        theme = active()
        margin = theme.px(20)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._keys.setSpacing(theme.mm(theme.density.gap_mm))


def _fitting(font: QFont, words: str, box: QRectF) -> QFont:
    size = font.pixelSize()
    while size > 12:
        font.setPixelSize(size)
        needs = QFontMetrics(font).boundingRect(box.toRect(), int(_CENTRE), words)
        if needs.width() <= box.width() and needs.height() <= box.height():
            break
        size -= 2
    return font
