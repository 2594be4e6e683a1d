"""A new customer: what they give, field by field, and that they agree."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.customer_data import LONGEST_FIELD
from desktop.domain.refusal import Refusal
from desktop.ui.customer.customer_rows import CustomerState
from desktop.ui.customer.presenter import CustomersPresenter
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tick import Tick
from desktop.ui.words import refusal_text

_PLACES = {
    "name": (0, 0, 2),
    "card": (1, 0, 1),
    "birthday": (1, 1, 1),
    "phone": (2, 0, 1),
    "email": (2, 1, 1),
    "address": (3, 0, 1),
    "tax_number": (3, 1, 1),
}
"""Field -> row, column and width in the form; in the order in which the keyboard goes through them."""


class NewCustomerSheet(Sheet):
    """`ask` opens it; a card that is scanned meanwhile is theirs. It stays until what is typed will do."""

    def __init__(self, host: QWidget, presenter: CustomersPresenter) -> None:
        super().__init__(host, width_mm=165.0)
        self._presenter = presenter
        self.fields = {name: Field() for name in _PLACES}
        self.consent, self.go = Tick(), Key(kind="primary")
        self._note = Text("", "quiet", tone="danger", wrap=True)
        self._area, page = QScrollArea(), QWidget()
        page.setProperty("scrolled", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        column.addLayout(self._grid)
        for at in range(2):
            self._grid.setColumnStretch(at, 1)
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(page)
        scroll_by_finger(self._area)
        for name, field in self.fields.items():
            row, at, width = _PLACES[name]
            self._grid.addWidget(field, row, at, 1, width, Qt.AlignmentFlag.AlignTop)
            field.edit.setMaxLength(LONGEST_FIELD)
            field.submitted.connect(lambda _: self.focusNextChild())
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.consent)
        self.body.addWidget(self._note)
        self.body.addWidget(self.go)
        self._note.hide()
        self.consent.clicked.connect(lambda: self._note.hide())
        self.go.clicked.connect(lambda: self._tell())
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self.shut)
        self._say()

    def ask(self, typed: str = "") -> None:
        """Open with empty fields; what was looked for in vain is put where it belongs."""
        place = _place_of(typed)
        for name, field in self.fields.items():
            field.set_value(typed if name == place else "")
        self.consent.setChecked(False)
        self._note.hide()
        self._space()
        self._presenter.begin()
        self.open()

    def take_card(self, code: str | bytes) -> bool:
        """Take a scan as the card's; false while the sheet is shut."""
        if self.isHidden():
            return False
        self.fields["card"].set_value(self._presenter.read_card(code))
        return True

    def show_state(self, state: CustomerState) -> None:
        """Say at its field what does not do."""
        if state.refusal is not None and not self.isHidden():
            self._refuse(state.refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the till below."""
        super().keyPressEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _refuse(self, refusal: Refusal) -> None:
        words, field = refusal_text(refusal), self.fields.get(refusal.field or "")
        if field is not None:
            field.refuse(words)
            field.setFocus()
            self._area.ensureWidgetVisible(field)
        else:
            self._note.setText(words)
            self._note.show()

    def _tell(self) -> None:
        self._note.hide()
        for field in self.fields.values():
            field.clear_refusal()
        typed = {name: field.value() for name, field in self.fields.items()}
        self._presenter.register(typed, consent=self.consent.isChecked())

    def _say(self) -> None:
        self.set_title(self.tr("New customer"))
        self._area.setAccessibleName(self.tr("New customer"))
        labels = {
            "name": self.tr("Name or company"),
            "card": self.tr("Customer card"),
            "birthday": self.tr("Birthday"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "address": self.tr("Invoice address"),
            "tax_number": self.tr("Tax number"),
        }
        hints = {"card": self.tr("Scan it, or leave it empty"), "birthday": self.tr("Day and month, such as 14.03.")}
        for name, field in self.fields.items():
            field.set_label(labels[name], hints.get(name, ""))
        self.consent.set_text(self.tr("The customer agrees that the shop keeps this"))
        self.go.set_text(self.tr("Make the customer"))

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(active().px(16))
        self._grid.setVerticalSpacing(active().px(8))


def _place_of(typed: str) -> str:
    """The field of what was typed to find somebody: digits are a card or, with a plus, a telephone number."""
    if "@" in typed:
        return "email"
    if typed.startswith(("+", "0")) and not any(letter.isalpha() for letter in typed):
        return "phone"
    return "card" if any(letter.isdigit() for letter in typed) else "name"
