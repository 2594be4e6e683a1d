"""The till: one face of its parts. What is typed, goods into the ticket and its lines are files beside."""

from PySide6.QtCore import QObject, Signal

from desktop.domain import cart as trade
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic
from desktop.ui.till import parked
from desktop.ui.till.adding import Adding
from desktop.ui.till.goods_presenter import GoodsPresenter
from desktop.ui.till.grant_presenter import GrantPresenter
from desktop.ui.till.lines import Lines
from desktop.ui.till.ticket import Ticket
from desktop.ui.till.till_rows import Entry, TillState
from desktop.ui.till.typed import Typed


class TillPresenter(QObject):
    """`changed(TillState)`, `sounded("ok"|"attention"|"stop")`, `faulted(Fault)`, `pay_asked()`.

    What a part does is called by its name here: `scan`, `add_product`, `choose`, `take_weight` (adding.py), `press_…`
    (typed.py), `select`, `step`, `remove_line`, `bring_back`, `forget_removed` (lines.py), `undo` (ticket.py)."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)
    pay_asked = Signal()

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.goods, self.grant = GoodsPresenter(terminal, self), GrantPresenter(terminal, self)
        self.ticket = ticket = Ticket(terminal, self)
        for part in (self.grant, ticket):
            part.sounded.connect(self.sounded)
            part.faulted.connect(self.faulted)
        ticket.changed.connect(self.changed)
        self._name_steps(ticket)
        self._stop = terminal.database.listen(self._on_topics)
        ticket.attempt(ticket.begin, resumed=True)

    @property
    def state(self) -> TillState:
        """What is shown."""
        return self.ticket.state

    def enter(self) -> None:
        """The screen is shown: read who sells, and the cart if it was sold meanwhile."""
        self.ticket.attempt(self.ticket.begin, resumed=self.state.resumed)

    def ignore(self) -> None:
        """Take the question or the refusal away."""
        self.ticket.put(prompt=None, entry=Entry())

    def go_on(self) -> None:
        """Go on with the cart that was left in hand."""
        self.ticket.put(resumed=False)

    def pay(self) -> None:
        """Ask for the payment of what is in the cart."""
        if self.state.cart is None or trade.is_empty(self.state.cart):
            self.ticket.refuse(Refusal("sale.empty", "There is nothing in the cart.", "Scan something first."))
        else:
            self.ticket.put(prompt=None, entry=Entry(), resumed=False)
            self.pay_asked.emit()

    def sold(self) -> None:
        """The cart became a sale: begin the next one."""
        self.ticket.attempt(self.ticket.begin)

    def park(self) -> None:
        """Put the cart aside and begin another."""
        if self.state.cart is not None and not trade.is_empty(self.state.cart):
            self.ticket.attempt(self._park)

    def recall(self, cart_id: str) -> None:
        """Take a parked cart in hand; the one in hand is put aside."""
        self.ticket.attempt(self._recall, cart_id=cart_id)

    def close(self) -> None:
        """Listen no more."""
        self._stop()
        self.goods.close()

    def _name_steps(self, ticket: Ticket) -> None:
        adding, lines = Adding(ticket), Lines(ticket, self.grant)
        typed = Typed(ticket, adding, lines)
        self.scan, self.add_product, self.choose = adding.scan, adding.add_product, adding.choose
        self.take_weight = adding.take_weight
        self.press_digit, self.press_mark, self.press_backspace = (
            typed.press_digit,
            typed.press_mark,
            typed.press_backspace,
        )
        self.press_times, self.press_quantity, self.press_discount = (
            typed.press_times,
            typed.press_quantity,
            typed.press_discount,
        )
        self.press_enter, self.press_escape = typed.press_enter, typed.press_escape
        self.select, self.step, self.remove_line = lines.select, lines.step, lines.remove
        self.bring_back, self.forget_removed = lines.bring_back, lines.forget_removed
        self.undo = ticket.undo

    def _park(self) -> None:
        cart, _ = self.ticket.in_hand()
        parked.park(self._terminal, cart)
        self.ticket.begin()

    def _recall(self, cart_id: str) -> None:
        cart, _ = self.ticket.in_hand()
        parked.recall(self._terminal, cart, cart_id)
        self.ticket.begin()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.CATALOG in topics or (Topic.STAFF in topics and self.ticket.has_shop):
            self.enter()
