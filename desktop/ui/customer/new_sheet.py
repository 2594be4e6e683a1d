"""A new customer: what they give, field by field, and that they agree."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.customer.customer_rows import CustomerState
from desktop.ui.customer.form import CustomerForm
from desktop.ui.customer.presenter import CustomersPresenter
from desktop.ui.widgets.sheet import Sheet


class NewCustomerSheet(Sheet):
    """`ask` opens it; a card that is scanned meanwhile is theirs. It stays until what is typed will do."""

    def __init__(self, host: QWidget, presenter: CustomersPresenter) -> None:
        super().__init__(host, width_mm=165.0)
        self._presenter, self.form = presenter, CustomerForm()
        self.body.addWidget(self.form, 1)
        self.form.past.connect(lambda: self.focusNextChild())
        self.form.wanted.connect(self._tell)
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self, typed: str = "") -> None:
        """Open with empty fields; what was looked for in vain is put where it belongs."""
        self.form.show_values({_place_of(typed): typed})
        self._presenter.begin()
        self.open()

    def take_card(self, code: str | bytes) -> bool:
        """Take a scan as the card's; false while the sheet is shut."""
        if self.isHidden():
            return False
        self.form.fields["card"].set_value(self._presenter.read_card(code))
        return True

    def show_state(self, state: CustomerState) -> None:
        """Say at its field what does not do."""
        if state.refusal is not None and not self.isHidden():
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
