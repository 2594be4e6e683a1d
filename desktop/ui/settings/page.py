"""The frame of a page of settings: two columns, or one where two are too wide, that scroll when they are too high."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.scrolling import scroll_by_finger


class Page(QScrollArea):
    """`left` and `right` are columns for cards. `saved(name, value)` asks to keep a setting."""

    saved = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = SettingsState()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        page = QWidget()
        page.setProperty("scrolled", True)
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(0, 0, 0, 0)
        page.installEventFilter(self)
        self._row.addLayout(self.left, 1)
        self._row.addLayout(self.right, 1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_by_finger(self)
        self.space()

    def show_state(self, state: SettingsState) -> None:
        """Show the settings in force."""
        self.state = state

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns side by side, or one below the other."""
        self._turn()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words may need another arrangement."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self.state)

    def space(self) -> None:
        """Take the distances of the look in force."""
        gap = active().gap
        for layout in (self._row, self.left, self.right):
            layout.setSpacing(gap)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.space()
        super().changeEvent(event)

    def _turn(self) -> None:
        needs = self.left.minimumSize().width() + self.right.minimumSize().width() + self._row.spacing()
        beside = needs <= self.viewport().width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setStretch(0, 1 if beside else 0)
