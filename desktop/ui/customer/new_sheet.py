"""A new customer: what they give, field by field, and that they agree."""

from PySide6.QtWidgets import QWidget

from desktop.ui.customer.customer_rows import CustomerState
from desktop.ui.customer.customer_sheet import CustomerSheet
from desktop.ui.customer.form import CustomerForm
from desktop.ui.customer.presenter import CustomersPresenter


class NewCustomerSheet(CustomerSheet):
    """`ask` opens it; a card that is scanned meanwhile is theirs. It stays until what is typed will do."""

    def __init__(self, host: QWidget, presenter: CustomersPresenter) -> None:
        super().__init__(host, presenter, CustomerForm())
        self._presenter = presenter
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self, typed: str = "") -> None:
        """Open with empty fields; what was looked for in vain is put where it belongs."""
        self.form.show_values({_place_of(typed): typed})
        self._presenter.begin()
        self.open()

    def show_state(self, state: CustomerState) -> None:
        """Say at its field what does not do."""
        if state.refusal is not None and not self.isHidden():
            self.form.refuse(state.refusal)

    def _tell(self) -> None:
        self.form.clear_refusals()
        self._presenter.register(self.form.typed(), consent=self.form.consent.isChecked())

    def _say(self) -> None:
        self.set_title(self.tr("New customer"))
        self.form.go.set_text(self.tr("Make the customer"))


def _place_of(typed: str) -> str:
    """The field of what was typed to find somebody: digits are a card or, with a plus, a telephone number."""
    if "@" in typed:
        return "email"
    if typed.startswith(("+", "0")) and not any(letter.isalpha() for letter in typed):
        return "phone"
    return "card" if any(letter.isdigit() for letter in typed) else "name"
