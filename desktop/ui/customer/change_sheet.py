"""What is kept of the ticket's customer, to be changed: as head office has it, or as far as this till knows."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.customer.changing_presenter import ChangingPresenter
from desktop.ui.customer.customer_rows import ChangingState
from desktop.ui.customer.form import CustomerForm
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text


class ChangeCustomerSheet(Sheet):
    """`ask` opens it; a card that is scanned meanwhile is theirs. It stays until what is typed will do."""

    def __init__(self, host: QWidget, presenter: ChangingPresenter) -> None:
        super().__init__(host, width_mm=165.0)
        self._presenter, self._state = presenter, ChangingState()
        self.heard, self.form = Text("", "quiet", wrap=True), CustomerForm(has_prices=True)
        self.body.addWidget(self.heard)
        self.body.addWidget(self.form, 1)
        self.form.past.connect(lambda: self.focusNextChild())
        self.form.wanted.connect(self._tell)
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self) -> None:
        """Open with what is known; what head office says comes into the fields that nobody has touched."""
        self.form.show_values({})
        self._presenter.begin()
        if self._state.known is not None:
            self.open()

    def take_card(self, code: str | bytes) -> bool:
        """Take a scan as the card's; false while the sheet is shut."""
        if self.isHidden():
            return False
        self.form.fields["card"].set_value(self._presenter.read_card(code))
        return True

    def show_state(self, state: ChangingState) -> None:
        """Show what is known, and say at its field what does not do."""
        before, self._state = self._state, state
        if state.known is not None and state.known is not before.known:
            self.form.show_more(state.values)
        self.form.consent.setVisible(state.known is not None and not state.known.data.consent_at)
        self._say_heard()
        if state.refusal is not None and state.refusal is not before.refusal:
            self.form.refuse(state.refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the till below."""
        super().keyPressEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _tell(self) -> None:
        self.form.clear_refusals()
        self._presenter.change(self.form.changed(), consent=self.form.consent.isChecked())

    def _say(self) -> None:
        self.set_title(self.tr("Change a customer"))
        self.form.go.set_text(self.tr("Keep the changes"))
        self._say_heard()

    def _say_heard(self) -> None:
        known = self._state.known
        if self._state.asking:
            self.heard.setText(self.tr("Head office is asked what it keeps …"))
        elif known is not None and not known.is_whole:
            self.heard.setText(self.tr("Head office does not answer: what else it keeps is not shown, and stays."))
        self.heard.setVisible(self._state.asking or (known is not None and not known.is_whole))
