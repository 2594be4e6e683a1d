"""What is kept of a customer, field by field, and that they agree: in the sheets that make and change one."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.customer_data import LONGEST_FIELD
from desktop.domain.refusal import Refusal
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tick import Tick
from desktop.ui.words import refusal_text

PRICES = "price_list"
_PLACES = {
    "name": (0, 0),
    PRICES: (0, 1),
    "card": (1, 0),
    "birthday": (1, 1),
    "phone": (2, 0),
    "email": (2, 1),
    "address": (3, 0),
    "tax_number": (3, 1),
}
"""Field -> row and column in the form, in the order in which the keyboard goes through them; a name without a
price list beside it has the whole row."""


class CustomerForm(QWidget):
    """Fields, consent, what does not do, and `go`, which `wanted()` tells of."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_prices: bool = False) -> None:
        super().__init__(parent)
        self.fields = {name: Field() for name in _PLACES if has_prices or name != PRICES}
        self.consent, self.go = Tick(), Key(kind="primary")
        self.note = Text("", "quiet", tone="danger", wrap=True)
        self._before: dict[str, str] = {}
        self._area, page = QScrollArea(), QWidget()
        page.setProperty("scrolled", True)
        column, self._grid, self._column = QVBoxLayout(page), QGridLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        for at in range(2):
            self._grid.setColumnStretch(at, 1)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(page)
        scroll_by_finger(self._area)
        for name, field in self.fields.items():
            row, at = _PLACES[name]
            whole = name == "name" and not has_prices
            self._grid.addWidget(field, row, at, 1, 2 if whole else 1, Qt.AlignmentFlag.AlignTop)
            field.edit.setMaxLength(LONGEST_FIELD)
            field.submitted.connect(lambda _, field=field: field.focusNextChild())
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._area, 1)
        for widget in (self.consent, self.note, self.go):
            self._column.addWidget(widget)
        self.note.hide()
        self.consent.clicked.connect(self.note.hide)
        self.go.clicked.connect(lambda: self.wanted.emit())
        self._say()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Begin with these values, nothing ticked and nothing refused."""
        for name, field in self.fields.items():
            field.set_value(values.get(name, ""))
        self._before = self.typed()
        self.consent.setChecked(False)
        self.note.hide()
        self._space()

    def show_more(self, values: Mapping[str, str]) -> None:
        """Show other values in the fields that nobody has touched."""
        touched = self.changed()
        for name, field in self.fields.items():
            if name not in touched:
                field.set_value(values.get(name, ""))
                self._before[name] = field.value()

    def typed(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def changed(self) -> dict[str, str]:
        """Give what stands in the fields that somebody has touched."""
        return {name: value for name, value in self.typed().items() if value != self._before.get(name)}

    def clear_refusals(self) -> None:
        """Somebody tries again."""
        self.note.hide()
        for field in self.fields.values():
            field.clear_refusal()

    def refuse(self, refusal: Refusal) -> None:
        """Say what does not do, at its field where it has one."""
        words, field = refusal_text(refusal), self.fields.get(refusal.field or "")
        if field is not None:
            field.refuse(words)
            field.setFocus()
            self._area.ensureWidgetVisible(field)
        else:
            self.note.setText(words)
            self.note.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _say(self) -> None:
        self._area.setAccessibleName(self.tr("What is kept of the customer"))
        labels = {
            "name": self.tr("Name or company"),
            "card": self.tr("Customer card"),
            "birthday": self.tr("Birthday"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "address": self.tr("Invoice address"),
            "tax_number": self.tr("Tax number"),
            PRICES: self.tr("Price list"),
        }
        hints = {
            "card": self.tr("Scan it, or leave it empty"),
            "birthday": self.tr("Day and month, such as 14.03."),
            PRICES: self.tr("Its name; empty for the usual prices"),
        }
        for name, field in self.fields.items():
            field.set_label(labels[name], hints.get(name, ""))
        self.consent.set_text(self.tr("The customer agrees that the shop keeps this"))

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(active().px(16))
        self._grid.setVerticalSpacing(active().px(8))
