"""The list under the search field, over the till, for as long as somebody types."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.search.presenter import SearchPresenter, SearchState
from desktop.ui.search.search_rows import SearchModel
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import Text


class SearchPanel(QWidget):
    """Covers its host while there is a query. The search field keeps the focus; a press on a row takes it."""

    def __init__(self, host: QWidget, presenter: SearchPresenter) -> None:
        super().__init__(host)
        self.setAutoFillBackground(True)
        self._card = Card(flush=True)
        self._around = QVBoxLayout(self)
        self._around.addWidget(self._card)
        self._host, self._presenter = host, presenter
        self.model = SearchModel(self)
        self.table = DataTable(self.model, stretch=0)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = EmptyState(icon_name="search")
        self._hint = Text("", "label")
        for widget in (self.table, self.nothing):
            self._card.body.addWidget(widget, 1)
        self._card.body.addWidget(self._hint)
        self.table.clicked.connect(self._pick)
        presenter.changed.connect(self.show_state)
        host.installEventFilter(self)
        self.retranslate()
        self.hide()

    def show_state(self, state: SearchState) -> None:
        """Show the hits, or go."""
        self.model.show_state(state)
        self.table.setVisible(bool(state.hits))
        self.nothing.setVisible(not state.hits)
        self.nothing.set_words(self.tr("Nothing called “{0}”").replace("{0}", state.query), self._advice(state))
        if 0 <= state.chosen < len(state.hits):
            self.table.selectRow(state.chosen)
            self.table.scrollTo(self.model.index(state.chosen, 0))
        if state.query and self.isHidden():
            self._lay_out()
            self.show()
            self.raise_()
        elif not state.query:
            self.hide()

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self.tr("Goods found"))
        self._hint.setText(self.tr("↑ ↓ choose · Enter adds · Esc closes"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self.show_state(self._presenter.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and not self.isHidden():
            self._lay_out()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lay_out()
        return super().eventFilter(watched, event)

    def _advice(self, state: SearchState) -> str:
        if state.query.isdigit():
            return self.tr("Enter tries it as a code.")
        return self.tr("Try a part of the name, or the number under the barcode.")

    def _pick(self, index: QModelIndex) -> None:
        self._presenter.pick(index.row())

    def _lay_out(self) -> None:
        theme, gap = active(), active().gap
        self.setGeometry(self._host.rect())
        self._around.setContentsMargins(gap, gap, gap, gap)
        self._hint.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(10))
