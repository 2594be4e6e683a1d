"""Whose ticket it is, and what they have with the shop, before anything is paid: one calm line below the goods."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.till.purse_words import purse_line
from desktop.ui.till.till_rows import TillState
from desktop.ui.widgets.text import Text


class CustomerBand(QWidget):
    """Hidden while the ticket is nobody's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TillState()
        self.name, self.figures = Text("", "strong", wrap=True), Text("", "quiet", wrap=True)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.figures, 3)
        self._space()
        self.hide()

    def show_state(self, state: TillState) -> None:
        """Show the customer of the ticket."""
        before, self._state = self._state, state
        if (state.customer, state.seen) != (before.customer, before.seen):
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _tell(self) -> None:
        seen = self._state.seen
        self.name.setText(self._state.customer)
        self.figures.setText(purse_line(seen) if seen else "")
        self.setVisible(bool(self._state.customer))

    def _space(self) -> None:
        theme = active()
        self._row.setContentsMargins(theme.px(18), theme.px(6), theme.px(18), 0)
        self._row.setSpacing(theme.px(12))
