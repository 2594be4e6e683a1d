"""The notice strip: what happened, what it means, what to press. It never stops the work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text, repolish

StripKind = Literal["info", "ok", "warn", "danger"]
_ICONS: dict[str, tuple[str, str]] = {
    "info": ("info", "primary"),
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "danger": ("octagon-x", "danger"),
}
_ICON = 24
_SHARE = 3
"""The words keep this part of the strip before the keys go below them."""


@dataclass(frozen=True)
class StripAction:
    """One thing to press in a strip. `name` is what `acted` says, `shortcut` is shown and bound if given."""

    name: str
    text: str
    shortcut: str = ""


class Strip(QFrame):
    """One notice at a time; hidden when there is none. Its keys stand beside the words, or below where those need it.

    `acted(str)` tells the pressed action, `dismissed()` that the person closed it."""

    acted = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: StripKind = "info"
        self._grid = QGridLayout(self)
        self._icon = QLabel()
        self._word = Text("", "strong", wrap=True)
        self._word.setProperty("strip", "word")
        self._word.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = Key(kind="ghost", size="control", icon="x")
        self._close.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._close.clicked.connect(self.dismiss)
        self._keys: list[Key] = []
        self._actions = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._actions)
        self._row.setContentsMargins(0, 0, 0, 0)
        for at, widget in enumerate((self._icon, self._word, self._actions, self._close)):
            self._grid.addWidget(widget, 0, at)
        self._grid.setColumnStretch(1, 1)
        self._space()
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """The words on show, empty when hidden."""
        return "" if self.isHidden() else self._word.text()

    def show_notice(self, kind: StripKind, text: str, actions: Sequence[StripAction] = ()) -> None:
        """Replace the notice and say it to a screen reader."""
        self._kind = kind
        self.setProperty("strip", kind)
        self._word.setText(text)
        self.setAccessibleName(text)
        self._replace_keys(actions)
        self._draw_icon()
        repolish(self)
        repolish(self._word)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Take the notice away, silently."""
        self._replace_keys(())
        self.hide()

    def dismiss(self) -> None:
        """The person has read it."""
        self.clear()
        self.dismissed.emit()

    def retranslate(self) -> None:
        """Own words only; the notice belongs to the screen."""
        self._close.setAccessibleName(self.tr("Close notice"))

    def minimumSizeHint(self) -> QSize:
        """No wider than the longest word, or the key with the longest word."""
        around = self.contentsMargins().left() + self.contentsMargins().right() + self._around()
        keys = max((key.minimumSizeHint().width() for key in self._keys), default=0)
        wide = max(self._beside(self._longest_word()), keys)
        return QSize(wide + around, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: the keys go below the words, or come back."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
            self._draw_icon()
            self._arrange()
        super().changeEvent(event)

    def _replace_keys(self, actions: Sequence[StripAction]) -> None:
        for key in self._keys:
            self._row.removeWidget(key)
            key.hide()
            key.deleteLater()
        self._keys = [self._key(action) for action in actions]
        for key in self._keys:
            self._row.addWidget(key)
            key.show()  # at once: its keyboard key must work with the notice
        self._arrange()

    def _key(self, action: StripAction) -> Key:
        key = Key(action.text, kind="plain", size="control", shortcut=action.shortcut, cap="right", parent=self)
        key.clicked.connect(lambda _=False, name=action.name: self.acted.emit(name))
        return key

    def _arrange(self) -> None:
        gap, room = self._row.spacing(), self.width() - self._around()
        wanted = sum(key.sizeHint().width() + gap for key in self._keys)
        words = min(self._word.fontMetrics().horizontalAdvance(self._word.text()), self.width() // _SHARE)
        is_beside = self._beside(max(words, self._longest_word())) + wanted <= room
        self._actions.setVisible(bool(self._keys))
        across = QSizePolicy.Policy.Fixed if is_beside else QSizePolicy.Policy.Expanding
        self._actions.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        fits = is_beside or wanted <= room
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        place = (0, 2, 1, 1) if is_beside else (1, 0, 1, 4)
        if self._grid.getItemPosition(self._grid.indexOf(self._actions)) != place:
            self._grid.removeWidget(self._actions)
            self._grid.addWidget(self._actions, *place)

    def _longest_word(self) -> int:
        words = self._word.text().split()
        return max((self._word.fontMetrics().horizontalAdvance(word) for word in words), default=0) + 1

    def _beside(self, words_px: int) -> int:
        """The width of words with the icon before them and the cross behind."""
        return active().px(_ICON) + words_px + self._close.sizeHint().width() + 2 * self._grid.spacing()

    def _around(self) -> int:
        margins = self._grid.contentsMargins()
        return margins.left() + margins.right()

    def _draw_icon(self) -> None:
        side = active().px(_ICON)
        self._icon.setPixmap(icon(*_ICONS[self._kind]).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _space(self) -> None:
        theme = active()
        self._grid.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        self._grid.setSpacing(theme.px(10))
        self._row.setSpacing(theme.px(10))
