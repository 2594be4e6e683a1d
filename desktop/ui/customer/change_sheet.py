"""What is kept of the ticket's customer, to be changed: as head office has it, or as far as this till knows."""

from PySide6.QtWidgets import QWidget

from desktop.ui.customer.changing_presenter import ChangingPresenter
from desktop.ui.customer.customer_rows import ChangingState
from desktop.ui.customer.customer_sheet import CustomerSheet
from desktop.ui.customer.form import CustomerForm
from desktop.ui.widgets.text import Text


class ChangeCustomerSheet(CustomerSheet):
    """`ask` opens it; a card that is scanned meanwhile is theirs. It stays until what is typed will do."""

    def __init__(self, host: QWidget, presenter: ChangingPresenter) -> None:
        super().__init__(host, presenter, CustomerForm(has_prices=True))
        self._presenter, self._state = presenter, ChangingState()
        self.heard = Text("", "quiet", wrap=True)
        self.body.insertWidget(0, self.heard)
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self) -> None:
        """Open with what is known; what head office says comes into the fields that nobody has touched."""
        self.form.show_values({})
        self._presenter.begin()
        if self._state.known is not None:
            self.open()

    def show_state(self, state: ChangingState) -> None:
        """Show what is known, and say at its field what does not do."""
        before, self._state = self._state, state
        if state.known is not None and state.known is not before.known:
            self.form.show_more(state.values)
        self.form.consent.setVisible(state.known is not None and not state.known.data.consent_at)
        self._say_heard()
        if state.refusal is not None and state.refusal is not before.refusal:
            self.form.refuse(state.refusal)

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
