"""Payment: amounts by method until nothing is due, then one sale. A scan never becomes an amount."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.card_payment import payments_of, unclear_refusal
from desktop.domain.cart import Cart, is_empty
from desktop.domain.currency import currency_of, due_in, foreign_methods, pay_foreign
from desktop.domain.gift import LONGEST_NUMBER
from desktop.domain.money import parse_money
from desktop.domain.pricing import price
from desktop.domain.purse import PURSES
from desktop.domain.purse_paying import due_by, paying_methods, settle_cart
from desktop.domain.refusal import Refusal
from desktop.domain.returning import pay_back
from desktop.domain.sale import Sale
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.tender import (
    CARD,
    CASH,
    GIFT,
    Payment,
    Settlement,
    change_by_denomination,
    is_cash,
    quick_amounts,
)
from desktop.domain.tender_terms import TenderTerms
from desktop.faults import Fault
from desktop.operations import carts, papers, sales, shifts, staff, tips
from desktop.operations.permissions import check
from desktop.operations.tenders import CardDriver
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.store import sales as sold
from desktop.store import shops
from desktop.ui.payment.card_presenter import Beside, CardPresenter
from desktop.ui.payment.gift_presenter import AskGift, GiftPresenter, nobody_answers
from desktop.ui.payment.payment_rows import LONGEST_ENTRY as LONGEST_ENTRY
from desktop.ui.payment.payment_rows import METHODS as METHODS
from desktop.ui.payment.payment_rows import PaymentState as PaymentState
from desktop.ui.payment.purse_presenter import AskPurse, PursePresenter, nobody_is_asked
from desktop.ui.payment.tips_presenter import TipPresenter

LOOK_BACK = 20
"""Sales among which the last one that stands is looked for."""

PrintReceipt = Callable[[Sale, int], None]


class PaymentPresenter(QObject):
    """`changed(PaymentState)`, `finished(Sale)`, `sounded(str)`, `faulted(Fault)`.

    Apart from a payment: `reprinted(str, int)` tells receipt and copy, `refused(Refusal)` why there is none or why the
    drawer stays shut."""

    changed = Signal(object)
    finished = Signal(object)
    reprinted = Signal(str, int)
    refused = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(
        self,
        terminal: Terminal,
        print_receipt: PrintReceipt,
        open_drawer: Callable[[], None],
        parent: QObject | None = None,
        *,
        card: CardDriver | None = None,
        beside: Beside = lambda work, done: done(work()),
        ask_gift: AskGift = nobody_answers,
        ask_purse: AskPurse = nobody_is_asked,
    ) -> None:
        super().__init__(parent)
        self.purse = PursePresenter(terminal, ask_purse, self)
        self.purse.changed.connect(lambda state: self._put(purse=state))
        self.purse.paid.connect(lambda payment: self._attempt(lambda: self._add(payment)))
        self.purse.refused.connect(self._refuse)
        self.gift = GiftPresenter(terminal, ask_gift, self)
        self.gift.changed.connect(lambda asking: self._put(asking_gift=asking))
        self.gift.left_on.connect(lambda number, left_minor: self._put(gift_left=(number, left_minor)))
        self.gift.paid.connect(lambda payment: self._attempt(lambda: self._add(payment)))
        self.gift.refused.connect(self._refuse)
        self.tips = TipPresenter(self)
        self.tips.chosen.connect(lambda cart: self._attempt(lambda: self._tip(cart)))
        self.tips.refused.connect(self._refuse)
        self.card = CardPresenter(terminal, card, beside, self)
        self.card.changed.connect(lambda state: self._put(card=state))
        self.card.settled.connect(lambda: self._attempt(self._take_cards))
        self.card.refused.connect(self._refuse)
        self.card.faulted.connect(self.faulted)
        self.card.grant.sounded.connect(self.sounded)
        self._terminal, self._print, self._open_drawer = terminal, print_receipt, open_drawer
        self._shop: Shop | None = None
        self.state = PaymentState()

    def begin(self) -> None:
        """Take the cart in hand to be paid."""
        with self._terminal.database.reading() as connection:
            self._shop = shops.read_shop(connection, self._terminal.signer.shop)
        self.state = PaymentState()
        self.gift.forget()
        self._attempt(self._take_cart)

    def press_digit(self, digit: str) -> None:
        """Type a digit of an amount, or a sign of a certificate's number."""
        longest = LONGEST_NUMBER if self.state.takes_number else LONGEST_ENTRY
        if len(self.state.typed) < longest and self.state.sale is None:
            self._put(typed=self.state.typed + digit, refusal=None, scan_refused=False)

    def press_mark(self) -> None:
        """Type the decimal mark, once."""
        if "." not in self.state.typed and self.state.sale is None and not self.state.takes_number:
            self._put(typed=(self.state.typed or "0") + ".", refusal=None, scan_refused=False)

    def press_backspace(self) -> None:
        """Take the last digit back."""
        self._put(typed=self.state.typed[:-1], refusal=None, scan_refused=False)

    def press_enter(self) -> None:
        """Apply the typed amount or number; this never finishes, and with nothing typed it does nothing."""
        if self.state.typed and self.state.takes_number:
            self._attempt(lambda: self._look_up(self.state.typed))
        elif self.state.typed and self.state.cart is not None and self.state.sale is None:
            currency = currency_of(self.state.method) or self._currency()
            self._attempt(lambda: self._pay(parse_money(self.state.typed, currency).minor))

    def choose_method(self, method: str) -> None:
        """Pay by this method from now on; a typed amount is paid by it at once, a number is no amount."""
        typed = self.state.typed if GIFT not in (method, self.state.method) else ""
        self._put(method=method, typed=typed, refusal=None, scan_refused=False)
        self._offer()
        self.press_enter()

    def pay(self, amount_minor: int) -> None:
        """Pay one of the quick amounts."""
        self._attempt(lambda: self._pay(amount_minor))

    def take_back(self, index: int) -> None:
        """Take a payment line back."""
        settlement = self.state.settlement
        if settlement is not None and self.state.sale is None and 0 <= index < len(settlement.payments):
            paid = settlement.payments[index]
            payments = settlement.payments[:index] + settlement.payments[index + 1 :]
            if self.card.driver is not None and paid.method == CARD:
                self._attempt(lambda: self.card.take_back(paid.reference))
            else:
                self.gift.give_up(paid)
                self.purse.give_up(paid)
                self._attempt(lambda: self._settle(payments))

    def take_last_back(self) -> None:
        """Take the newest payment line back."""
        if self.state.settlement is not None:
            self.take_back(len(self.state.settlement.payments) - 1)

    def scan(self, raw: str | bytes) -> None:
        """A code while money is taken: a badge that allows what waits, a certificate's number; it is never money."""
        if self.card.grant.take_badge(raw):
            return
        if self.state.takes_number and not staff.is_badge(self._terminal, _text(raw)):
            self._attempt(lambda: self._look_up(read_code(raw).text))
        else:
            self.refuse_scan()

    def refuse_scan(self) -> None:
        """A code was scanned while money is taken: say so, change nothing."""
        self._put(scan_refused=True, typed="", refusal=None)
        self.sounded.emit("stop")

    def dismiss(self) -> None:
        """The refusal was read."""
        self._put(refusal=None, scan_refused=False)

    def finish(self) -> None:
        """Make it a sale, durably; then the drawer opens and the receipt prints."""
        if self.state.can_finish:
            self._attempt(self._complete)

    def reprint(self) -> None:
        """Print the last receipt of this till once more, marked as a copy."""
        self._attempt_apart(self._reprint)

    def may_open_drawer(self) -> bool:
        """Whether this person may open the drawer; if not, `refused` says so."""
        return self._attempt_apart(lambda: check(self._terminal, staff.signed_in(self._terminal), Right.OPEN_DRAWER))

    def open_drawer(self, reason: str, granter: Person | None = None) -> None:
        """Open the drawer without a sale; the reason is sealed before it opens, and who lent the right."""
        self._attempt_apart(lambda: self._open_for(reason, granter))

    # --- inside

    def _take_cart(self) -> None:
        cart = carts.open_cart(self._terminal)
        if self._shop is None or is_empty(cart):
            raise Refusal("sale.empty", "There is nothing in the cart.", "Scan something first.")
        priced = price(cart, self._shop)
        cart = self.tips.begin(cart, priced.total_minor, self._shop.tender)
        foreign = foreign_methods(self._rates(), cart.currency) if priced.total_minor >= 0 else ()
        methods = (*METHODS, *self.purse.begin(cart, priced.total_minor, self._shop.tender), *foreign)
        methods = paying_methods(cart, priced.total_minor, methods, self._shop)
        ways = [method for method, _ in pay_back(priced.total_minor, cart.returns) if method in methods]
        self._put(cart=cart, priced=priced, method=ways[0] if ways else CASH, methods=methods)
        self._settle(payments_of(self.card.take_cart(cart.id)))

    def _tip(self, cart: Cart) -> None:
        settlement = self.state.settlement
        if settlement is not None and self.state.sale is None:
            self._settled(cart, settlement.payments)  # refuse it before it is kept
            tips.keep_tip(self._terminal, cart)
            self._put(cart=cart)
            self._settle(settlement.payments)

    def _take_cards(self) -> None:
        """Count what cards have paid by now beside what was paid otherwise."""
        if self.state.cart is not None and self.state.settlement is not None:
            paid = payments_of(self.card.take_cart(self.state.cart.id))
            others = tuple(payment for payment in self.state.settlement.payments if payment.method != CARD)
            self._settle((*others, *paid))

    def _pay(self, amount_minor: int) -> None:
        cart, settlement = self.state.cart, self.state.settlement
        if cart is None or settlement is None or self.state.sale is not None:
            return
        if self.state.card.attempt is not None:
            raise unclear_refusal(self.state.card.attempt)
        if settlement.total_minor < 0:
            amount_minor = -abs(amount_minor)
        payment = Payment(self.state.method, amount_minor)
        if currency_of(self.state.method):
            payment = pay_foreign(self.state.method, amount_minor, cart.currency, self._rates())
        payments = (*settlement.payments, payment)
        by_card = self.card.driver is not None and self.state.method == CARD
        if by_card or self.state.takes_purse:
            self._settled(cart, payments)  # refuse it before it is charged
            self._put(typed="", refusal=None, scan_refused=False)
            if by_card:
                self.card.pay(cart, amount_minor)
            else:
                self.purse.pay(self.state.method, amount_minor, settlement.payments)
            return
        self._settle(payments)
        self.sounded.emit("ok")

    def _look_up(self, text: str) -> None:
        settlement = self.state.settlement
        if settlement is not None and self.state.card.attempt is None:
            self._put(typed="", refusal=None, scan_refused=False)
            self.gift.look_up(text, self._due(settlement), settlement.payments)

    def _add(self, payment: Payment) -> None:
        if self.state.settlement is not None and self.state.sale is None:
            self._settle((*self.state.settlement.payments, payment))
            self.sounded.emit("ok")

    def _settle(self, payments: tuple[Payment, ...]) -> None:
        priced, cart = self.state.priced, self.state.cart
        if priced is None or cart is None:
            return
        settlement = self._settled(cart, payments)
        change = change_by_denomination(settlement.change_minor, priced.currency)
        self._put(settlement=settlement, change=change, typed="", refusal=None, scan_refused=False)
        self._offer()

    def _settled(self, cart: Cart, payments: tuple[Payment, ...]) -> Settlement:
        assert self._shop is not None  # there is a cart
        return settle_cart(cart, self.state.priced.total_minor if self.state.priced else 0, payments, self._shop)

    def _due(self, settlement: Settlement) -> int:
        assert self.state.cart is not None
        assert self._shop is not None
        return due_by(self.state.cart, settlement, self.state.method, self._shop)

    def _offer(self) -> None:
        settlement = self.state.settlement
        if settlement is None or settlement.complete:
            return
        self._put(quick=self._likely(settlement), due_foreign_minor=self._due_foreign(settlement))

    def _likely(self, settlement: Settlement) -> tuple[int, ...]:
        """Amounts that may be given by this method, in its own currency."""
        method, due = self.state.method, self._due(settlement)
        if method == GIFT:
            return ()
        if settlement.total_minor < 0:
            return (settlement.due_cash_minor if is_cash(method) else due,)
        if foreign := currency_of(method):
            return quick_amounts(self._due_foreign(settlement), foreign, 6)
        if method == CASH:
            return quick_amounts(settlement.due_cash_minor, self._currency(), 6)
        if method in PURSES:
            due = self.state.purse.likely_minor(method, due, settlement.payments)
        return (due,) if due > 0 else ()

    def _due_foreign(self, settlement: Settlement) -> int:
        foreign, rates = currency_of(self.state.method), self._rates()
        if not foreign or foreign not in rates:
            return 0
        return due_in(settlement.due_cash_minor, foreign, self._currency(), rates[foreign])

    def _rates(self) -> dict[str, int]:
        return self._terms().rates_ppm

    def _terms(self) -> TenderTerms:
        return self._shop.tender if self._shop else TenderTerms()

    def _complete(self) -> None:
        state = self.state
        if state.cart is None or state.priced is None or state.settlement is None:
            return
        person = staff.signed_in(self._terminal)
        payments, shown = state.settlement.payments, state.priced.total_minor
        sale = sales.complete_sale(self._terminal, person, state.cart, payments, shown)
        if any(is_cash(payment.method) for payment in payments):
            self._open_drawer()
        self._put(sale=sale, change=change_by_denomination(sale.change_minor, sale.currency), refusal=None)
        self.finished.emit(sale)
        self._print(sale, 0)

    def _reprint(self) -> None:
        sale = self.state.sale or self._last_sale()
        receipt = papers.copy_paper(self._terminal, staff.signed_in(self._terminal), sale.sale_id)
        if self.state.sale is not None:
            self._put(copies=receipt.copies)
        self._print(receipt.sale, receipt.copies)
        self.reprinted.emit(sale.receipt, receipt.copies)

    def _last_sale(self) -> Sale:
        with self._terminal.database.reading() as connection:
            rows = [row for row in sold.list_recent(connection, LOOK_BACK) if row.voided_at is None]
        sale = sales.find_sale(self._terminal, rows[0].sale_id) if rows else None
        if sale is None:
            raise Refusal("reprint.none", "This till has no receipt to print again.", "Sell something first.")
        return sale

    def _open_for(self, reason: str, granter: Person | None) -> None:
        shifts.open_drawer(self._terminal, staff.signed_in(self._terminal), reason, granter)
        self._open_drawer()

    def _attempt_apart(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except Refusal as refusal:
            self.refused.emit(refusal)
            self.sounded.emit("stop")
        except Fault as fault:
            self.faulted.emit(fault)
        else:
            return True
        return False

    def _currency(self) -> str:
        return self.state.cart.currency if self.state.cart else ""

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self.faulted.emit(fault)

    def _refuse(self, refusal: Refusal) -> None:
        self._put(refusal=refusal, typed="")
        self.sounded.emit("stop")

    def _put(self, **changes: Any) -> None:
        self.state = state = replace(self.state, **changes)
        if state.cart is not None:
            own = not state.takes_number and not currency_of(state.method)
            self.tips.show_cart(state.cart, state.typed if own else "")
        self.changed.emit(self.state)


def _text(raw: str | bytes) -> str:
    return raw.decode(errors="replace") if isinstance(raw, bytes) else raw
