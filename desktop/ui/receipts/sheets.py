"""What is asked before a receipt is taken back, gets an invoice, or is sent by mail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.papers import BillTo, Paper
from desktop.domain.receipts import Receipt
from desktop.domain.refusal import Refusal
from desktop.ui.till.reason_sheet import Question, ReasonSheet
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tick import Tick
from desktop.ui.words import refusal_text


class _Asking(Sheet):
    """A sheet in the middle; what is typed here reaches nobody below it."""

    def __init__(self, host: QWidget, width_mm: float) -> None:
        super().__init__(host, place="centre", width_mm=width_mm)
        self.go = Key(kind="primary")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts."""
        super().keyPressEvent(event)
        event.accept()


class VoidSheet(ReasonSheet):
    """Tells why a receipt is taken back."""

    def ask(self, receipt: Receipt) -> None:
        """Open with an empty field."""
        reasons = (self.tr("Wrong goods"), self.tr("Wrong payment"), self.tr("The customer changed their mind"))
        self.ask_why(
            Question(
                self.tr("Take receipt {0} back").replace("{0}", receipt.sale.receipt),
                self.tr("All goods go back to the shelf and all money to the customer."),
                self.tr("Another reason"),
                self.tr("Take back for this reason"),
                reasons,
            )
        )


class InvoiceSheet(_Asking):
    """`filled(BillTo, bool)` tells for whom the invoice is, and whether that is kept with the customer; the sheet stays
    until the invoice is made.
    """

    filled = Signal(object, bool)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, 140.0)
        self.name, self.street, self.city = Field(), Field(), Field()
        self.tax_number, self.email = Field(), Field()
        self.keep, self._hint = Tick(), Text("", "label", wrap=True)
        self._fields = (self.name, self.street, self.city, self.tax_number, self.email)
        self._before = [""] * len(self._fields)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tax_number)
        row.addWidget(self.email)
        fields = Scrolled()
        for at, widget in enumerate((self.name, self.street, self.city, pair)):
            fields.column.insertWidget(at, widget, 0, Qt.AlignmentFlag.AlignTop)  # as high as what is wrong with it
        self.body.addWidget(fields, 1)
        for widget in (self.keep, self._hint, self.go):
            self.body.addWidget(widget)
        for field in self._fields:
            field.submitted.connect(lambda _, field=field: field.focusNextChild())
        self.go.clicked.connect(lambda: self._tell())

    def ask(self, receipt: Receipt) -> None:
        """Open with empty fields, for a sale of nobody until somebody is shown."""
        self.set_title(self.tr("Invoice for receipt {0}").replace("{0}", receipt.sale.receipt))
        self.name.set_label(self.tr("Name or company"))
        self.street.set_label(self.tr("Street and number"))
        self.city.set_label(self.tr("Postcode, town, country"))
        self.tax_number.set_label(self.tr("Tax number"))
        self.email.set_label(self.tr("E-mail"))
        self._hint.setText(self.tr("These data stay at this till; head office gets the number of the invoice only."))
        self.go.set_text(self.tr("Make the invoice"))
        self.keep.set_text(self.tr("The customer agrees that the shop keeps what is new here"))
        self.keep.setChecked(False)
        self.keep.hide()
        for field in self._fields:
            field.set_value("")
        self._before = [""] * len(self._fields)
        self.open()

    def show_buyer(self, buyer: BillTo) -> None:
        """Fill the fields that nobody has touched."""
        street, _, city = buyer.address.partition("\n")
        values = (buyer.name, street, city, buyer.tax_number, buyer.email)
        for at, (field, value) in enumerate(zip(self._fields, values, strict=True)):
            if field.value() == self._before[at]:
                field.set_value(value)
                self._before[at] = field.value()

    def offer_keeping(self, *, offered: bool) -> None:
        """Offer to keep what is typed with the customer, where the sale has one."""
        self.keep.setVisible(offered)

    def refuse(self, refusal: Refusal) -> None:
        """Say at its field what does not do."""
        fields = {"address": self.street, "tax_number": self.tax_number, "email": self.email}
        fields.get(refusal.field or "", self.name).refuse(refusal_text(refusal))

    def _tell(self) -> None:
        address = "\n".join(part for part in (self.street.value(), self.city.value()) if part)
        self.filled.emit(
            BillTo(self.name.value(), address, self.tax_number.value(), self.email.value()), self.keep.isChecked()
        )


class MailSheet(_Asking):
    """`addressed(str, Paper)` tells where a paper is to go; the sheet stays until the mail is queued."""

    addressed = Signal(str, str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, 120.0)
        self.paper, self.email = Segments(), Field()
        self._hint = Text("", "label", wrap=True)
        for widget in (self.paper, self.email, self._hint, self.go):
            self.body.addWidget(widget)
        self.email.submitted.connect(lambda _: self._tell())
        self.go.clicked.connect(lambda: self._tell())

    def ask(self, receipt: Receipt) -> None:
        """Open with the buyer's address, if there is one."""
        self.set_title(self.tr("Send by e-mail"))
        self.paper.setAccessibleName(self.tr("What is sent"))
        options: list[tuple[str, str]] = [("receipt", self.tr("Receipt"))]
        if receipt.invoice is not None and receipt.invoice.buyer is not None:
            options.insert(0, ("invoice", self.tr("Invoice")))
        self.paper.set_options(options)
        self.paper.choose(options[0][0])
        self.email.set_label(self.tr("E-mail"))
        buyer = receipt.invoice.buyer if receipt.invoice else None
        self.email.set_value(buyer.email if buyer else "")
        self._hint.setText(self.tr("Ask the customer first. It is sent as soon as there is a line."))
        self.go.set_text(self.tr("Send"))
        self.open()

    def refuse(self, refusal: Refusal) -> None:
        """Say at the field what does not do."""
        self.email.refuse(refusal_text(refusal))

    def _tell(self) -> None:
        paper: Paper = "invoice" if self.paper.choice() == "invoice" else "receipt"
        self.addressed.emit(self.email.value(), paper)
