"""Whose ticket is it? Card, name or telephone are typed, who is meant stands below, and a new one can be made."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.customer.customer_rows import CustomerState
from desktop.ui.customer.presenter import SHOWN, CustomersPresenter
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text

_DIGITS = 4


class ChooserSheet(Sheet):
    """`new_asked(str)` tells that nobody of those is meant, with what is typed."""

    new_asked = Signal(str)

    def __init__(self, host: QWidget, presenter: CustomersPresenter) -> None:
        super().__init__(host, width_mm=130.0)
        self._presenter, self._state = presenter, CustomerState()
        self.words, self._note = Field(), Text("", "quiet", wrap=True)
        self.found = [Key(kind="choice", size="control") for _ in range(SHOWN)]
        self.new, self.nobody = Key(), Key()
        self._list, foot = QVBoxLayout(), QHBoxLayout()
        for at, key in enumerate(self.found):
            key.clicked.connect(lambda _=False, at=at: self._choose(at))
            key.hide()
            self._list.addWidget(key)
        for key in (self.nobody, self.new):
            foot.addWidget(key)
        self.body.addWidget(self.words)
        self.body.addLayout(self._list)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.body.addLayout(foot)
        self.words.edited.connect(presenter.search)
        self.words.submitted.connect(lambda _: presenter.take())
        self.new.clicked.connect(lambda: self.new_asked.emit(self.words.value()))
        self.nobody.clicked.connect(lambda: presenter.choose(None))
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self, *, is_somebodys: bool) -> None:
        """Open with nothing typed; a ticket that is somebody's can become nobody's."""
        self.words.set_value("")
        self._presenter.begin()
        self.nobody.setVisible(is_somebodys)
        self._list.setSpacing(active().px(6))
        self.open()

    def show_state(self, state: CustomerState) -> None:
        """List who is meant; the one whom Enter takes is marked."""
        self._state = state
        for at, key in enumerate(self.found):
            key.setVisible(at < len(state.found))
            if at < len(state.found):
                one = state.found[at]
                key.set_text(one.name, value=_end_of(one.card), name=f"{one.name} {one.card}".strip())
                key.setChecked(at == state.at)
        self._note.setText(self._words(state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Esc shuts; nothing that is pressed here is typed into the till below."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._presenter.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _choose(self, at: int) -> None:
        if at < len(self._state.found):
            self._presenter.choose(self._state.found[at])

    def _say(self) -> None:
        self.set_title(self.tr("Customer"))
        self.words.set_label(self.tr("Card, name or telephone"))
        self.nobody.set_text(self.tr("Nobody"))
        self.new.set_text(self.tr("New customer"))
        self._note.setText(self._words(self._state))

    def _words(self, state: CustomerState) -> str:
        if state.more:
            return self.tr("There are more: type on.")
        if state.typed.strip() and not state.found:
            return self.tr("Nobody here is called so.")
        return "" if state.found else self.tr("Scan the card, or type the beginning of the name.")


def _end_of(card: str) -> str:
    """The last digits of a card, by which people of one name are told apart."""
    return f"…{card[-_DIGITS:]}" if len(card) > _DIGITS else card or " "
