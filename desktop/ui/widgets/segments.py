"""One of a few: payment methods as keys, pages as tabs."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme import paint
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import RADIUS_SMALL
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel


class Tab(QAbstractButton):
    """A word that is tinted when it is chosen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word and some air."""
        theme = active()
        metrics = QFontMetrics(theme.font("quiet", 600))
        return QSize(metrics.horizontalAdvance(self.text()) + theme.px(28), theme.mm(theme.density.floor_mm))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; arrows are for the row."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word."""
        del event
        theme, painter, rect = active(), QPainter(self), QRectF(self.rect())
        radius = theme.px(RADIUS_SMALL)
        if self.isChecked() or self.isDown():
            paint.box(painter, rect, radius, theme.colour("tint"), None, 0)
        painter.setFont(theme.font("quiet", 700 if self.isChecked() else 600))
        painter.setPen(theme.colour("primary" if self.isChecked() else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius, theme)


class Segments(Panel):
    """Options side by side, keys also in several rows where one has no room for them; exactly one is chosen.

    `chosen(str)` tells the key of the option a person picked.
    `shortcuts` are the keyboard's keys of the options from the first on, as far as they reach; a row has no room to
    show them, the sheet of keys lists them."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        style: Literal["key", "tab"] = "key",
        name: str = "",
        shortcuts: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._shortcuts = style, shortcuts
        self._buttons: dict[str, QAbstractButton] = {}
        self._row, self._keys = QHBoxLayout(self), KeyGrid()
        self._row.setContentsMargins(0, 0, 0, 0)
        if style == "key":
            self._row.addWidget(self._keys)
        else:
            self._row.addStretch(1)
        self._space()
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show these (key, text) pairs; the choice stays if its key is still there, else the first is chosen."""
        kept = self.choice()
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {key: self._button(at, key, text) for at, (key, text) in enumerate(options)}
        self._keys.set_keys([button for button in self._buttons.values() if isinstance(button, Key)])
        if self._buttons:
            self.choose(kept if kept in self._buttons else next(iter(self._buttons)))

    def choice(self) -> str:
        """The key of the chosen option, empty without options."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose silently. Raises KeyError for an unknown key."""
        wanted = self._buttons[key]
        for button in self._buttons.values():
            button.setChecked(button is wanted)

    def choose_none(self) -> None:
        """No option is chosen, as when the chosen one is on another page."""
        for button in self._buttons.values():
            button.setChecked(False)

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Allow or forbid one option; it stays where it is."""
        self._buttons[key].setEnabled(enabled)

    def button(self, key: str) -> QAbstractButton:
        """The button of an option."""
        return self._buttons[key]

    def sizeHint(self) -> QSize:
        """Room for all of them side by side."""
        wide = sum(button.sizeHint().width() for button in self._buttons.values())
        gaps = self._gap() * max(0, len(self._buttons) - 1)
        return QSize(wide + gaps, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = [key for key, button in self._buttons.items() if button.isEnabled()]
        if step is None or self.choice() not in keys:
            super().keyPressEvent(event)
            return
        neighbour = keys[(keys.index(self.choice()) + step) % len(keys)]
        self._buttons[neighbour].setFocus(Qt.FocusReason.TabFocusReason)
        self._pick(neighbour)

    def _button(self, at: int, key: str, text: str) -> QAbstractButton:
        button: QAbstractButton = Tab(text, self) if self._style == "tab" else Key(text, kind="choice", parent=self)
        if at < len(self._shortcuts):
            QShortcut(QKeySequence(chosen_key(self._shortcuts[at])), button, button.click)
        button.clicked.connect(lambda _=False: self._pick(key))
        if self._style == "tab":
            self._row.insertWidget(at, button)
        button.show()
        return button

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _gap(self) -> int:
        return active().px(6) if self._style == "tab" else active().mm(active().density.gap_mm)

    def _space(self) -> None:
        self._row.setSpacing(self._gap())
        self._keys.lay_out()
