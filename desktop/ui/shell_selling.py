"""The way through a sale: sign in, till, payment, and the next customer. Wires presenters, views and the shell."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject

from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.staff import Person, Right
from desktop.domain.switching import Switched
from desktop.faults import Fault
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.payment.view import PaymentView
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.search.view import SearchPanel
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_lock import LockedScans
from desktop.ui.sign_in.presenter import SignInPresenter
from desktop.ui.sign_in.view import SignInView
from desktop.ui.till.grant_presenter import Asked
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.ticket_side import GRANT
from desktop.ui.till.till_rows import Refused, TillState
from desktop.ui.till.view import TillView
from desktop.ui.widgets.strip import StripAction
from desktop.ui.words import refusal_text

SIGN_IN, TILL, PAYMENT = "sign_in", "till", "payment"

SIGN_IN_KEYS = (
    ("0 – 9", QT_TRANSLATE_NOOP("Keys", "Type the PIN")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Sign in")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)
TILL_KEYS = (
    ("3 *", QT_TRANSLATE_NOOP("Keys", "Three pieces of the goods that are scanned next")),
    ("+", QT_TRANSLATE_NOOP("Keys", "To the payment")),
    ("−", QT_TRANSLATE_NOOP("Keys", "Remove the chosen line")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "Choose a line")),
    ("←", QT_TRANSLATE_NOOP("Keys", "With a finger: push a line to the left to remove it")),
    ("→", QT_TRANSLATE_NOOP("Keys", "With a finger: push a line to the right to say how many")),
    ("PgUp PgDn", QT_TRANSLATE_NOOP("Keys", "The page of tiles before, or the next one")),
    ("A – Z", QT_TRANSLATE_NOOP("Keys", "Find a tile of the board by its name")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply what is typed")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)
PAYMENT_KEYS = (
    ("0 – 9", QT_TRANSLATE_NOOP("Keys", "Type what the customer gives")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply the typed amount; it never finishes the sale")),
    ("+", QT_TRANSLATE_NOOP("Keys", "Finish, once nothing is due")),
    ("− Del", QT_TRANSLATE_NOOP("Keys", "Take the last payment back")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


class Selling(QObject):
    """Adds the screens of a sale to a shell. `open_shift` leads to the screen where a shift is opened;
    call `shift_opened()` when it was. `rest` shows what a person sees who may not sell."""

    def __init__(
        self,
        shell: Shell,
        sign_in: SignInPresenter,
        till: TillPresenter,
        payment: PaymentPresenter,
        search: SearchPresenter,
        *,
        open_shift: Callable[[], None],
        rest: Callable[[Person], None] | None = None,
    ) -> None:
        super().__init__(shell)
        self._shell, self._till, self._payment, self._search = shell, till, payment, search
        self._open_shift, self._rest = open_shift, rest
        self._granter: Person | None = None
        self._locked = LockedScans(shell, sign_in.take_badge, till.scan)
        till.adding.take_badge = sign_in.switch
        self.divert: Callable[[str | bytes], bool] = lambda code: False
        self.till = till
        self.sign_in_view, self.till_view = SignInView(sign_in), TillView(till)
        self.panel = SearchPanel(self.till_view, search)
        shell.connect_look(self.sign_in_view.look)
        self._add_screens(sign_in)
        self._connect_flow(sign_in)
        self._connect_search()
        for presenter in (sign_in, till, payment):
            presenter.sounded.connect(shell.play)
            presenter.faulted.connect(self._show_fault)

    @cached_property
    def payment_view(self) -> PaymentView:
        """The screen of a payment, made when it is first wanted: a till is ready sooner without it."""
        view = PaymentView(self._payment)
        view.back_asked.connect(self._leave_payment)
        view.park_asked.connect(self._park_unclear)
        view.next_asked.connect(lambda: self._shell.show_screen(TILL))
        return view

    def _build_payment(self) -> PaymentView:
        return self.payment_view

    def shift_opened(self) -> None:
        """A shift is open: to the till."""
        self._shell.show_screen(TILL)

    def _add_screens(self, sign_in: SignInPresenter) -> None:
        sell = str(Right.SELL)
        screens = (
            Screen(
                SIGN_IN,
                QT_TRANSLATE_NOOP("Screens", "Sign in"),
                self.sign_in_view,
                scan=self._locked.scan,
                chrome="bare",
                in_menu=False,
                enter=sign_in.enter,
                keys=SIGN_IN_KEYS,
            ),
            Screen(
                TILL,
                QT_TRANSLATE_NOOP("Screens", "Till"),
                self.till_view,
                scan=self._scan_till,
                chrome="sale",
                right=sell,
                enter=self._enter_till,
                keys=TILL_KEYS,
            ),
            Screen(
                PAYMENT,
                QT_TRANSLATE_NOOP("Screens", "Payment"),
                self._build_payment,
                scan=self._scan_payment,
                chrome="step",
                in_menu=False,
                back=self._leave_payment,
                keys=PAYMENT_KEYS,
            ),
        )
        for screen in screens:
            self._shell.add_screen(screen)

    def _connect_flow(self, sign_in: SignInPresenter) -> None:
        sign_in.signed_in.connect(self._begin_work)
        sign_in.switched.connect(self._switched)
        sign_in.declined.connect(self._tell_refusal)
        self._shell.locked.connect(lambda: self._shell.show_screen(SIGN_IN))
        self._till.pay_asked.connect(self._begin_payment)
        self._till.changed.connect(self._make_way)
        self._payment.finished.connect(self._sold)
        self.till_view.search_asked.connect(self._shell.bar.search.setFocus)
        self.till_view.reprint_asked.connect(self._payment.reprint)
        self.till_view.drawer_asked.connect(self._ask_drawer)
        self.till_view.sheets.drawer_reasoned.connect(self._open_drawer)
        self._payment.reprinted.connect(self._tell_reprint)
        self._payment.refused.connect(self._tell_refusal)

    def _connect_search(self) -> None:
        field, search = self._shell.bar.search, self._search
        field.query_changed.connect(search.search)
        field.stepped.connect(search.step)
        field.submitted.connect(search.submit)
        field.left.connect(self._leave_search)
        search.picked.connect(self._add_found)
        search.code_typed.connect(self._try_code)

    def _begin_work(self, person: Person) -> None:
        if Right.SELL not in self._shell.presenter.state.rights:
            if self._rest:
                self._rest(person)
            else:
                self._shell.show_first_allowed()
        elif self._shell.presenter.state.shift:
            self._shell.show_screen(TILL)
            self._locked.tell()
        else:
            self._open_shift()

    def _switched(self, switched: Switched) -> None:
        if Right.SELL not in self._shell.presenter.state.rights:
            self._begin_work(switched.person)
        self._shell.show_notice("ok", self._switched_words(switched))

    def _switched_words(self, switched: Switched) -> str:
        name = switched.person.name
        if not switched.before:
            return self.tr("{0} works here already").replace("{0}", name)
        words = self.tr("{0} works here now.").replace("{0}", name)
        if switched.took_over:
            words += " " + self.tr("The ticket goes on.")
        elif switched.parked:
            words += " " + self.tr("The ticket is parked as “{0}”.").replace("{0}", switched.parked)
        return words

    def may_lock(self) -> bool:
        """Whether the till may lock itself: not while a customer pays."""
        return self._shell.current_key() != PAYMENT or self._payment.state.sale is not None

    def _enter_till(self) -> None:
        if not self._shell.presenter.state.shift:
            self._open_shift()
            return
        self._leave_search()
        self._till.enter()

    def _scan_till(self, code: str | bytes) -> None:
        if self._till.grant.take_badge(code):
            return
        if self.divert(code) or self.till_view.sheets.take_card(code):
            return
        self.till_view.shut_sheets()
        self._leave_search()
        self._till.scan(code)

    def _scan_payment(self, code: str | bytes) -> None:
        if self._payment.state.sale is None:
            self._payment.scan(code)
        else:
            self._shell.show_screen(TILL)
            self._scan_till(code)

    def _begin_payment(self) -> None:
        self._payment.begin()
        self._shell.show_screen(PAYMENT)

    def _park_unclear(self) -> None:
        self._till.park()
        self._leave_payment()

    def _leave_payment(self) -> None:
        self._shell.show_screen(TILL)

    def _sold(self, sale: Sale) -> None:
        del sale
        self._till.sold()

    def _leave_search(self) -> None:
        self._shell.bar.search.clear()
        self._search.clear()
        self.till_view.setFocus()

    def _add_found(self, product_id: str) -> None:
        self._leave_search()
        self._till.add_product(product_id)

    def _try_code(self, code: str) -> None:
        self._leave_search()
        self._till.scan(code)

    def _ask_drawer(self) -> None:
        self._granter = None
        if self._payment.may_open_drawer():
            self.till_view.sheets.drawer.ask()
        elif self._till.grant.offer(Asked(Right.OPEN_DRAWER), self._lend_drawer):
            self._till.press_escape()  # one question at a time
            action = StripAction(GRANT, self.tr("A manager allows it"), "Ctrl+G")
            self._shell.show_notice(
                "warn", self._shell.notice.text, [action], lambda _: self.till_view.sheets.grant.ask()
            )

    def _make_way(self, state: TillState) -> None:
        if isinstance(state.prompt, Refused) and state.prompt.grantable:
            self._shell.clear_notice()

    def _lend_drawer(self, granter: Person) -> None:
        self._granter = granter
        self.till_view.sheets.drawer.ask()

    def _open_drawer(self, reason: str) -> None:
        self._payment.open_drawer(reason, self._granter)

    def _tell_reprint(self, receipt: str, copy_no: int) -> None:
        if self._shell.current_key() != PAYMENT:  # there the page of the finished sale says it
            words = self.tr("Receipt {0} is printed again: copy {1}.").replace("{0}", receipt)
            self._shell.show_notice("ok", words.replace("{1}", str(copy_no)))

    def _tell_refusal(self, refusal: Refusal) -> None:
        self._shell.show_notice("warn", refusal_text(refusal))

    def _show_fault(self, fault: Fault) -> None:
        self._shell.show_fault(fault)
