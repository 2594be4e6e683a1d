"""The receipts of this till: found by what a customer knows, shown, printed again, sent by mail, taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import paid_with
from desktop.domain.mail import Mail
from desktop.domain.papers import BillTo, Paper
from desktop.domain.receipt_search import parse_search
from desktop.domain.receipts import Receipt, ReceiptRow
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale, Void
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations import mails, papers, staff
from desktop.operations.mails import Letter
from desktop.operations.tenders import CardDriver
from desktop.operations.terminal import Terminal
from desktop.store import cases, receipts, shifts, shops
from desktop.store.topics import Topic
from desktop.ui.payment.card_presenter import Beside
from desktop.ui.receipts.buyer_presenter import BuyerPresenter
from desktop.ui.receipts.receipts_rows import Done, ReceiptsState
from desktop.ui.receipts.void_presenter import VoidPresenter, VoidState
from desktop.ui.till.grant_presenter import GrantPresenter

PAGE = 50


@dataclass(frozen=True)
class ReceiptHands:
    """What the screen asks for, given by the composition root.

    `print_copy` prints a receipt with the number of its copy, `print_gift` one without prices, `show_invoice` puts the
    A4 page where it can be printed; `letter` makes the mail with a paper in it; `mail_set` tells whether a server is.
    """

    print_copy: Callable[[Receipt], None]
    print_gift: Callable[[Receipt], None]
    print_void: Callable[[Void, Sale], None]
    show_invoice: Callable[[Receipt], None]
    letter: Callable[[Receipt, Paper], Letter]
    mail_set: Callable[[], bool]
    mail_queued: Callable[[], None]


class ReceiptsPresenter(QObject):
    """`changed(ReceiptsState)`, `sounded(str)`, `faulted(Fault)`; `return_asked(str)` tells the number of a receipt.

    `grant_asked()` when somebody else here could allow what was refused: `grant` waits for their PIN."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)
    return_asked = Signal(str)
    grant_asked = Signal()

    def __init__(
        self,
        terminal: Terminal,
        hands: ReceiptHands,
        parent: QObject | None = None,
        *,
        card: CardDriver | None = None,
        beside: Beside = lambda work, done: done(work()),
    ) -> None:
        super().__init__(parent)
        self._terminal, self._hands = terminal, hands
        self._person: Person | None = None
        self._shown = False
        self.grant = GrantPresenter(terminal, self)
        self.grant.sounded.connect(self.sounded)
        self.grant.faulted.connect(self.faulted)
        self.voids = VoidPresenter(terminal, self.grant, card, beside, self)
        self.voids.changed.connect(self._show_void)
        self.voids.voided.connect(self._voided)
        self.voids.refused.connect(self._refuse)
        self.voids.faulted.connect(self.faulted)
        self.voids.grant_asked.connect(self.grant_asked)
        self.buyers = BuyerPresenter(terminal, self)
        self.state = ReceiptsState()
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown: list the newest receipts."""
        self._shown = True
        self._put(done=None, refusal=None)
        self.search("")

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False

    def search(self, query: str) -> None:
        """List what fits, the newest first, and show the first of it."""
        self._attempt(lambda: self._search(query))

    def show_more(self) -> None:
        """List older ones too."""
        if self.state.more:
            self._attempt(self._more)

    def choose(self, sale_id: str) -> None:
        """Show a receipt."""
        if self.state.receipt is None or self.state.receipt.sale.sale_id != sale_id:
            self.voids.leave()
            self._attempt(lambda: self._show(sale_id, done=None, refusal=None))

    def step(self, by: int) -> None:
        """Show the next, or the one before."""
        ids = [row.sale_id for row in self.state.rows]
        if ids:
            shown = self.state.receipt.sale.sale_id if self.state.receipt else ids[0]
            at = ids.index(shown) if shown in ids else 0
            self.choose(ids[min(max(at + by, 0), len(ids) - 1)])

    def scan(self, code: str | bytes) -> None:
        """A scanned receipt, void or invoice is shown; a badge allows what waits; all else is looked for as it is."""
        if self.grant.take_badge(code):
            return
        text = code.decode(errors="replace") if isinstance(code, bytes) else code
        number = text.strip()[3:] if text.startswith("]") else text.strip()
        self._attempt(lambda: self._find(number))

    # --- what can be done with one

    def print_copy(self) -> None:
        """Print it again: the copy is counted before it is printed."""
        self._with_receipt(self._print_copy)

    def print_gift(self) -> None:
        """Print it without prices."""
        self._with_receipt(self._print_gift)

    def invoice(self) -> None:
        """Print its invoice again."""
        self._with_receipt(self._print_invoice)

    def issue_invoice(self, buyer: BillTo, *, keep: bool = False) -> bool:
        """Give it an invoice, and `keep` what is new with its customer; False when the invoice was refused."""
        if not self._with_receipt(lambda receipt: self._issue(receipt, buyer)):
            return False
        if keep:
            self._attempt(lambda: self.buyers.keep(buyer))
        return True

    def send(self, recipient: str, paper: Paper) -> bool:
        """Queue a mail with the receipt or its invoice; False when something was refused."""
        return self._with_receipt(lambda receipt: self._send(receipt, recipient, paper))

    def retry_mail(self) -> None:
        """Try the newest mail again now."""
        if self.state.mails:
            self._attempt(lambda: self._retry(self.state.mails[0]))

    def void(self, reason: str) -> None:
        """Take it back whole."""
        if self.state.receipt is not None:
            self.voids.begin(self.state.receipt.sale.sale_id, reason)

    def ask_return(self) -> None:
        """Goods of it come back: that is another screen's."""
        if self.state.receipt is not None:
            self.return_asked.emit(self.state.receipt.sale.receipt)

    def dismiss(self) -> None:
        """The refusal was read."""
        self.voids.leave()
        self._put(refusal=None, done=None)

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    # --- inside

    def _search(self, query: str) -> None:
        rows = self._list(query)
        day = self._terminal.clock.now().date().isoformat()
        self._put(day=day, query=query, rows=tuple(rows[:PAGE]), more=len(rows) > PAGE)
        if rows:
            shown = self.state.receipt.sale.sale_id if self.state.receipt else ""
            self._show(shown if shown in {row.sale_id for row in rows[:PAGE]} else rows[0].sale_id)
        else:
            self._put(receipt=None, mails=())

    def _list(self, query: str, before: int | None = None, limit: int = PAGE) -> list[ReceiptRow]:
        with self._terminal.database.reading() as connection:
            shop = shops.read_shop(connection, self._terminal.signer.shop)
            wanted = parse_search(query, shop.currency if shop else "")
            return receipts.list_receipts(connection, wanted, limit + 1, before)

    def _more(self) -> None:
        rows = self._list(self.state.query, self.state.rows[-1].position)
        self._put(rows=(*self.state.rows, *rows[:PAGE]), more=len(rows) > PAGE)

    def _find(self, number: str) -> None:
        with self._terminal.database.reading() as connection:
            sale_id = receipts.find_receipt(connection, number)
        if sale_id is None:
            self._search(number)
            self.sounded.emit("stop")
            return
        self._search(number)
        self._show(sale_id, done=None, refusal=None)
        self.sounded.emit("ok")

    def _show(self, sale_id: str, **changes: Any) -> None:
        self._person = staff.signed_in(self._terminal)
        receipt = papers.read_receipt(self._terminal, sale_id)
        with self._terminal.database.reading() as connection:
            open_shift, told = shifts.read_open(connection), cases.list_open(connection)
        stands = not receipt.sale.voided_at
        self._put(
            receipt=receipt,
            mails=tuple(mails.list_mails(self._terminal, sale_id)),
            stands=stands,
            can_void=stands and open_shift is not None and open_shift.shift_id == receipt.sale.shift_id,
            paid_with=paid_with(receipt.sale.receipt, told),
            has_mail=self._hands.mail_set(),
            **changes,
        )

    def _print_copy(self, receipt: Receipt) -> None:
        counted = papers.copy_paper(self._terminal, self._person, receipt.sale.sale_id)
        self._hands.print_copy(counted)
        self._tell("copy", str(counted.copies))

    def _print_gift(self, receipt: Receipt) -> None:
        self._hands.print_gift(receipt)
        self._tell("gift")

    def _print_invoice(self, receipt: Receipt) -> None:
        if receipt.invoice is not None and receipt.invoice.buyer is None:
            remedy = "Print it at the till that has made it."
            raise Refusal("invoice.no_buyer", "The buyer's data are not at this till.", remedy)
        counted = papers.copy_paper(self._terminal, self._person, receipt.sale.sale_id, "invoice")
        self._hands.show_invoice(counted)
        self._tell("invoice_copy", str(counted.invoice_copies))

    def _issue(self, receipt: Receipt, buyer: BillTo) -> None:
        issued = papers.issue_invoice(self._terminal, self._person, receipt.sale.sale_id, buyer)
        self._hands.show_invoice(issued)
        self._tell("invoice", issued.invoice.number if issued.invoice else "")

    def _send(self, receipt: Receipt, recipient: str, paper: Paper) -> None:
        if not self._hands.mail_set():
            raise Refusal("mail.unset", "No mail server is set.", "Ask your administrator to set one.")
        letter = self._hands.letter(receipt, paper)
        mail = mails.queue_mail(self._terminal, self._person, receipt.sale.sale_id, recipient, letter)
        self._hands.mail_queued()
        self._tell("mail", mail.recipient)

    def _retry(self, mail: Mail) -> None:
        mails.retry_mail(self._terminal, mail)
        self._hands.mail_queued()

    def _voided(self, void: Void, sale: Sale) -> None:
        self._hands.print_void(void, sale)
        self._tell("void", void.receipt)

    def _show_void(self, state: VoidState) -> None:
        self._put(void=state, refusal=None, done=None)
        if state.stuck:
            self.sounded.emit("stop")

    def _tell(self, done: Done, number: str = "") -> None:
        self._put(done=done, number=number, refusal=None, serial=self.state.serial + 1)
        self.sounded.emit("ok")

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if not self._shown or not topics & {Topic.SALES, Topic.PAPERS, Topic.CASES}:
            return
        self._attempt(self._reload)

    def _reload(self) -> None:
        rows = self._list(self.state.query, limit=max(PAGE, len(self.state.rows)))
        listed = max(PAGE, len(self.state.rows))
        self._put(rows=tuple(rows[:listed]), more=len(rows) > listed)
        if self.state.receipt is not None:
            self._show(self.state.receipt.sale.sale_id)
            self._follow_mail()

    def _follow_mail(self) -> None:
        """That a mail waits is said until it has gone, or something is in its way."""
        newest = next(iter(self.state.mails), None)
        if self.state.done == "mail" and newest is not None:
            if newest.state == "sent":
                self._put(done="mailed", serial=self.state.serial + 1)
            elif newest.problem:
                self._put(done=None)

    def _with_receipt(self, step: Callable[[Receipt], None]) -> bool:
        receipt = self.state.receipt
        return receipt is not None and self._attempt(lambda: step(receipt))

    def _attempt(self, step: Callable[[], None]) -> bool:
        try:
            step()
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self.faulted.emit(fault)
        else:
            return True
        return False

    def _refuse(self, refusal: Refusal) -> None:
        self._put(refusal=refusal, done=None, serial=self.state.serial + 1)
        self.sounded.emit("stop")

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
