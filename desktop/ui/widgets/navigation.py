"""The list of screens at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.theme import active
from desktop.ui.widgets.text import Text

_FROM_PX = 1100  # of the reference screen, at text size 100 %


class _Entry(QAbstractButton):
    def __init__(self, text: str, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = active()
        wide = QFontMetrics(theme.font("quiet", 700)).horizontalAdvance(self.text())
        return QSize(wide + theme.px(56 if self._number else 32), theme.mm(theme.density.control_mm))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter, rect = active(), QPainter(self), QRectF(self.rect())
        if self.isChecked() or self.isDown():
            paint.box(painter, rect, theme.px(8), theme.colour("tint"), None, 0)
        painter.setFont(theme.font("quiet", 700 if self.isChecked() else 600))
        painter.setPen(theme.colour("primary" if self.isChecked() else "muted"))
        painter.drawText(rect.adjusted(theme.px(14), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font("quiet"))
        side = rect.adjusted(0, 0, -theme.px(14), 0)
        painter.drawText(side, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._number)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme.px(8), theme)


class SideNavigation(QFrame):
    """Names of screens, one chosen. `chosen(str)` tells the key of the one a person picked.

    Where they are `numbered`, the digit beside a name picks it too, wherever in the list the focus is."""

    chosen = Signal(str)

    def __init__(
        self,
        entries: Sequence[tuple[str, str]] = (),
        footer: str = "",
        parent: QWidget | None = None,
        *,
        numbered: bool = False,
    ) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self.setProperty("box", "side")
        self._entries: dict[str, _Entry] = {}
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._footer = Text(footer, "quiet")
        self._column.addWidget(self._footer)
        self.setAccessibleName(self.tr("Screens"))
        self._space()
        self.set_entries(entries)

    def fits(self, window_px: int) -> bool:
        """Whether a window as wide as this has room for the list beside a screen; large words need it themselves."""
        return window_px >= active().px(_FROM_PX * active().scale / 100)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these (key, text) pairs; the choice stays if it can."""
        kept = self.choice()
        for entry in self._entries.values():
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = {key: self._entry(key, text, at) for at, (key, text) in enumerate(entries, 1)}
        for at, entry in enumerate(self._entries.values()):
            self._column.insertWidget(at, entry)
            entry.show()
        if kept in self._entries:
            self.choose(kept)

    def set_footer(self, text: str) -> None:
        """The quiet line at the bottom."""
        self._footer.setText(text)

    def choice(self) -> str:
        """The key of the chosen screen, or empty."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def choose(self, key: str) -> None:
        """Mark a screen silently. Raises KeyError for an unknown key."""
        wanted = self._entries[key]
        for entry in self._entries.values():
            entry.setChecked(entry is wanted)

    def entry(self, key: str) -> QAbstractButton:
        """The button of a screen."""
        return self._entries[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the focus; Space picks, and a number where there are numbers."""
        entries = list(self._entries.values())
        typed = event.text()
        if self._numbered and len(typed) == 1 and typed in "123456789" and int(typed) <= len(entries):
            entries[int(typed) - 1].click()
            return
        at = next((at for at, entry in enumerate(entries) if entry.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or at is None:
            super().keyPressEvent(event)
        else:
            entries[(at + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Screens"))
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _entry(self, key: str, text: str, number: int) -> _Entry:
        entry = _Entry(text, str(number) if self._numbered else "", self)
        entry.clicked.connect(lambda _=False: self._pick(key))
        return entry

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _space(self) -> None:
        theme = active()
        self._column.setContentsMargins(theme.px(10), theme.px(14), theme.px(10), theme.px(14))
        self._column.setSpacing(theme.px(4))
        self._footer.setContentsMargins(theme.px(14), 0, 0, theme.px(8))
        self.setMinimumWidth(theme.px(216))
