"""What the customer sees follows the till and the payment; nothing is decided here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.pricing import PricedCart
from desktop.domain.pricing_line import PricedLine
from desktop.domain.purse_pay_in import PayIn, sum_paid_in
from desktop.domain.tender import CASH
from desktop.operations.terminal import Terminal
from desktop.store import shops
from desktop.ui.customer_screen.customer_screen_rows import CustomerLine, CustomerState
from desktop.ui.payment.presenter import PaymentState
from desktop.ui.till.till_rows import TillState


class CustomerScreenPresenter(QObject):
    """`changed(CustomerState)`. Connect `follow_till` and `follow_payment` to the `changed` of those presenters."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.state = CustomerState()
        self._greet()

    def follow_till(self, state: TillState) -> None:
        """Show the ticket; an empty one is a welcome, or leaves the thanks for the last one standing."""
        if state.priced is None or not (state.priced.lines or state.pay_ins):
            if self.state.moment != "thanks":
                self._greet()
            return
        lines = _lines(state.priced)
        last = next((line for line in lines if line.line_id == state.last), None)
        self._show(state.priced, "sale", state.pay_ins, lines=lines, last=last)

    def follow_payment(self, state: PaymentState) -> None:
        """Show what is left to pay, then thanks and the change."""
        if state.sale is not None:
            self._put(moment="thanks", change_minor=state.sale.change_minor, due_minor=0)
        elif state.priced is not None and state.settlement is not None:
            settled = state.settlement
            due = settled.due_cash_minor if state.method == CASH else settled.due_minor
            pay_ins = state.cart.pay_ins if state.cart else ()
            self._show(state.priced, "paying", pay_ins, lines=_lines(state.priced), due_minor=due, last=None)

    def _greet(self) -> None:
        with self._terminal.database.reading() as connection:
            shop = shops.read_shop(connection, self._terminal.signer.shop)
        name, footer = (shop.name, shop.receipt_footer) if shop else ("", "")
        self._put(moment="idle", shop=name, footer=footer, lines=(), last=None)

    def _show(self, priced: PricedCart, moment: str, pay_ins: Sequence[PayIn], **changes: Any) -> None:
        saved = sum(line.discount_minor for line in priced.lines if line.discount_minor > 0)
        total = priced.total_minor + sum_paid_in(pay_ins)
        self._put(moment=moment, currency=priced.currency, total_minor=total, saved_minor=saved, **changes)

    def _put(self, **changes: Any) -> None:
        state = replace(self.state, **changes)
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _lines(priced: PricedCart) -> tuple[CustomerLine, ...]:
    return tuple(_line(line) for line in priced.lines)


def _line(line: PricedLine) -> CustomerLine:
    return CustomerLine(
        line_id=line.line_id,
        name=line.name,
        unit=line.unit,
        quantity_milli=line.quantity_milli,
        price_e4=line.price_e4,
        total_minor=line.total_minor,
        saved_minor=max(0, line.discount_minor),
        promotions=tuple(given.name for given in line.promotions),
    )
