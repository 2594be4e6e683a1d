"""The frame of a page of settings: two columns that scroll when the screen is small or the text is large."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import GAP
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

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self.state)

    def space(self) -> None:
        """Take the distances of the look in force."""
        gap = active().px(GAP)
        for layout in (self._row, self.left, self.right):
            layout.setSpacing(gap)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.space()
        super().changeEvent(event)
