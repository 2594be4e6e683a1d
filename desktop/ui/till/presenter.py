"""The till: one face of its parts. What is typed, goods into the ticket and its lines are files beside."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.domain import cart as trade
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic
from desktop.ui.customer.presenter import CustomersPresenter
from desktop.ui.till.adding_presenter import Adding
from desktop.ui.till.goods_presenter import GoodsPresenter
from desktop.ui.till.grant_presenter import GrantPresenter
from desktop.ui.till.lines_presenter import Lines
from desktop.ui.till.offering_presenter import Offering
from desktop.ui.till.parked_presenter import Parking, TakeTicket
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.till.purse_presenter import PayingIn
from desktop.ui.till.reductions_presenter import Reductions
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import AgeCheck, Entry, OpenAnyway, Refused, TillState
from desktop.ui.till.typed_presenter import Typed

QUOTE_DAYS = 14
"""How long a quote holds."""


class TillPresenter(QObject):
    """`changed(TillState)`, `sounded(Sound)`, `faulted(Fault)`, `pay_asked()`.

    What a part does is called by its name here; the parts are the presenters beside. Adding: `scan`, `add_product`,
    `choose`, `take_weight`, `hear_scale`. Typed: `press_…`. Lines: `select`, `step`, `remove_line`, `bring_back`,
    `forget_removed`, `write_note`, `refuse_age`. Reductions: `set_price`. Ticket: `undo`. `offering` has customer,
    coupons and today's prices, `paying_in` what is paid in beside the goods, `parking` what waits here and at other
    tills, which `take_ticket` asks for. `quoted(Cart, PricedCart)` tells of a quote that can be printed."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)
    pay_asked = Signal()
    quoted = Signal(object, object)

    def __init__(
        self, terminal: Terminal, parent: QObject | None = None, *, take_ticket: TakeTicket | None = None
    ) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.goods, self.grant = GoodsPresenter(terminal, self), GrantPresenter(terminal, self)
        self.pictures = PicturesPresenter(self)
        self.ticket = ticket = Ticket(terminal, self)
        self.parking = Parking(ticket, take_ticket)
        ticket.list_parked = self.parking.list_all
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
        elif trade.is_age_open(self.state.cart):
            self.ticket.put(prompt=AgeCheck(trade.age_limit(self.state.cart), paying=True), entry=Entry())
            self.sounded.emit("attention")
        else:
            self.ticket.put(prompt=None, entry=Entry(), resumed=False)
            self.pay_asked.emit()

    def confirm_age(self) -> None:
        """Somebody has looked at the customer's age; a payment that waits for it goes on."""
        prompt = self.state.prompt
        self.ticket.attempt(self._lines.confirm_age)
        if isinstance(prompt, AgeCheck) and prompt.paying and not isinstance(self.state.prompt, Refused):
            self.pay()

    def press_enter(self) -> None:
        """Apply what is typed; with nothing typed, say yes to what is asked."""
        if isinstance(self.state.prompt, AgeCheck) and not self.state.entry.typed:
            self.confirm_age()
        elif isinstance(self.state.prompt, OpenAnyway) and not self.state.entry.typed:
            self.parking.open_anyway()
        elif self.goods.only() and not self.state.entry.typed:
            self.pick_tile(self.goods.only())
        else:
            self._typed.press_enter()

    def press_letter(self, letter: str) -> bool:
        """Type a sign where one is asked, else what a tile of the board is found by; False where it means nothing."""
        return self._typed.press_letter(letter) or self.goods.press_letter(letter)

    def press_backspace(self) -> None:
        """Take back what was typed last: digits, then letters of a search."""
        if self.goods.state.query and not self.state.entry.typed:
            self.goods.press_backspace()
        else:
            self._typed.press_backspace()

    def press_escape(self) -> None:
        """One step back: the search of tiles, then what is typed or asked."""
        if self.goods.state.query:
            self.goods.stop_search()
        else:
            self._typed.press_escape()

    def sold(self) -> None:
        """The cart became a sale: begin the next one."""
        self.ticket.attempt(self.ticket.begin)

    def park(self, name: str = "") -> None:
        """Put the cart aside, under a name if it has one, and begin another."""
        if self.state.cart is not None and not trade.is_empty(self.state.cart):
            self.ticket.attempt(self.parking.park, name=name)

    def take_out(self) -> None:
        """Take what was just put aside in hand again."""
        self.ticket.attempt(self.parking.take_out)

    def quote(self) -> None:
        """Put the cart aside as an offer that holds for some days, to be printed and sold later."""
        if self.state.cart is not None and not trade.is_empty(self.state.cart):
            self.ticket.attempt(self._quote)

    def recall(self, cart_id: str, other: bool = False) -> None:
        """Take a parked cart in hand, one of this till or of another; the one in hand is put aside."""
        self.ticket.attempt(self.parking.recall, cart_id=cart_id, other=other)

    def pick_tile(self, key: str) -> None:
        """A tile was pressed: put its goods in, or show where it leads. A search has found what it was for."""
        if not self.goods.follow(key):
            self.goods.stop_search()
            self.add_product(key)

    def close(self) -> None:
        """Listen no more."""
        self._stop()
        self.goods.close()

    def _name_steps(self, ticket: Ticket) -> None:
        self.offering, self.paying_in = Offering(ticket), PayingIn(ticket)
        self.customers = CustomersPresenter(ticket, self.grant, self)
        self.adding = adding = Adding(ticket, self.offering)
        reductions = Reductions(ticket, self.grant)
        self._lines = lines = Lines(ticket)
        self._typed = typed = Typed(ticket, adding, lines, reductions)
        self.scan, self.add_product, self.choose = adding.scan, adding.add_product, adding.choose
        self.take_weight, self.hear_scale = adding.take_weight, adding.hear_scale
        self.press_digit, self.press_mark = typed.press_digit, typed.press_mark
        self.press_times, self.press_quantity, self.press_discount = (
            typed.press_times,
            typed.press_quantity,
            typed.press_discount,
        )
        self.press_price, self.press_tare = typed.press_price, typed.press_tare
        self.select, self.step, self.remove_line = lines.select, lines.step, lines.remove
        self.bring_back, self.forget_removed = lines.bring_back, lines.forget_removed
        self.write_note, self.refuse_age = lines.write_note, lines.refuse_age
        self.set_price = reductions.set_price
        self.undo = ticket.undo

    def _quote(self) -> None:
        (cart, _), priced = self.ticket.in_hand(), self.state.priced
        until = date.fromisoformat(self.ticket.today()) + timedelta(days=QUOTE_DAYS)
        offer = replace(cart, valid_until=until.isoformat())
        self.parking.put_aside(offer)
        self.ticket.begin()
        self.quoted.emit(offer, priced)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.CATALOG in topics or (Topic.STAFF in topics and self.ticket.has_shop):
            self.enter()
        elif Topic.PARKED in topics:
            self.parking.refresh()
