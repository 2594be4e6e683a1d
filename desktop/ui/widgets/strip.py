"""The notice strip: what happened, what it means, what to press. It never stops the work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

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


@dataclass(frozen=True)
class StripAction:
    """One thing to press in a strip. `name` is what `acted` says, `shortcut` is shown and bound if given."""

    name: str
    text: str
    shortcut: str = ""


class Strip(QFrame):
    """One notice at a time; hidden when there is none.

    `acted(str)` tells the pressed action, `dismissed()` that the person closed it."""

    acted = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: StripKind = "info"
        self._line = QHBoxLayout(self)
        self._icon = QLabel()
        self._word = Text("", "strong", wrap=True)
        self._word.setProperty("strip", "word")
        self._word.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = Key(kind="ghost", size="control", icon="x")
        self._close.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._close.clicked.connect(self.dismiss)
        self._keys: list[Key] = []
        for widget in (self._icon, self._word, self._close):
            self._line.addWidget(widget)
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
            self._draw_icon()
        super().changeEvent(event)

    def _replace_keys(self, actions: Sequence[StripAction]) -> None:
        for key in self._keys:
            self._line.removeWidget(key)
            key.hide()
            key.deleteLater()
        self._keys = [self._key(action) for action in actions]
        for at, key in enumerate(self._keys):
            self._line.insertWidget(2 + at, key)
            key.show()  # at once: its keyboard key must work with the notice

    def _key(self, action: StripAction) -> Key:
        key = Key(action.text, kind="plain", size="control", shortcut=action.shortcut, cap="right", parent=self)
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        key.clicked.connect(lambda _=False, name=action.name: self.acted.emit(name))
        return key

    def _draw_icon(self) -> None:
        side = active().px(24)
        self._icon.setPixmap(icon(*_ICONS[self._kind]).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _space(self) -> None:
        theme = active()
        self._line.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        self._line.setSpacing(theme.px(10))
