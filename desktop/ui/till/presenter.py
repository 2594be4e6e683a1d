"""The till: a cart in hand, kept on disk after every step, and the keys that change it."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain import cart as trade
from desktop.domain.cart import Cart, Removed
from desktop.domain.discount import Discount
from desktop.domain.ids import new_id
from desktop.domain.measured_codes import parse_rules
from desktop.domain.money import parse_price_e4, parse_quantity_milli
from desktop.domain.pricing import price
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right, may, require
from desktop.faults import Fault
from desktop.operations import carts, staff
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.store import catalogue, shops
from desktop.store.topics import Topic
from desktop.ui.till.goods_presenter import GoodsPresenter
from desktop.ui.till.grant_presenter import Asked, GrantPresenter
from desktop.ui.till.till_rows import AgeCheck, Choose, Entry, Mode, NotFound, Parked, Refused, TillState

STEPS_BACK = 20
LONGEST_ENTRY = 20


class TillPresenter(QObject):
    """`changed(TillState)`, `sounded("ok"|"attention"|"stop")`, `faulted(Fault)`, `pay_asked()`."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)
    pay_asked = Signal()

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.goods, self.grant = GoodsPresenter(terminal, self), GrantPresenter(terminal, self)
        self.grant.sounded.connect(self.sounded)
        self.grant.faulted.connect(self.faulted)
        self.state = TillState()
        self._shop: Shop | None = None
        self._person: Person | None = None
        self._past: deque[Cart] = deque(maxlen=STEPS_BACK)
        self._removed: Removed | None = None
        self._stop = terminal.database.listen(self._on_topics)
        self._attempt(self._begin, resumed=True)

    # --- from outside

    def enter(self) -> None:
        """The screen is shown: read who sells, and the cart if it was sold meanwhile."""
        self._attempt(self._begin, resumed=self.state.resumed)

    def scan(self, raw: str | bytes) -> None:
        """Look a code up and put the goods in; what is half typed or asked is dropped, the scan counts."""
        times = self._drop_entry()
        self._attempt(lambda: self._look_up(raw, times))

    def add_product(self, product_id: str) -> None:
        """Put in goods chosen by touch or found by search."""
        times = self._drop_entry()
        with self._terminal.database.reading() as connection:
            product = catalogue.read_product(connection, product_id)
        if product is not None:
            self._attempt(lambda: self._add(Found(product), times))

    def choose(self, product_id: str) -> None:
        """Say which of several goods a code means."""
        prompt = self.state.prompt
        if isinstance(prompt, Choose):
            found = next(found for found in prompt.found if found.product.id == product_id)
            self._put(prompt=None)
            self._attempt(lambda: self._add(found, self.state.entry.times_milli))

    def take_weight(self, quantity_milli: int) -> None:
        """A scale's answer, if weighed goods wait for it."""
        found = self.state.entry.found
        if found is not None:
            self._attempt(lambda: self._add(found, quantity_milli))

    def ignore(self) -> None:
        """Take the question or the refusal away."""
        self._put(prompt=None, entry=Entry())

    def go_on(self) -> None:
        """Go on with the cart that was left in hand."""
        self._put(resumed=False)

    def pay(self) -> None:
        """Ask for the payment of what is in the cart."""
        if self.state.cart is None or trade.is_empty(self.state.cart):
            self._refuse(Refusal("sale.empty", "There is nothing in the cart.", "Scan something first."))
        else:
            self._put(prompt=None, entry=Entry(), resumed=False)
            self.pay_asked.emit()

    def sold(self) -> None:
        """The cart became a sale: begin the next one."""
        self._attempt(self._begin)

    def close(self) -> None:
        """Listen no more."""
        self._stop()
        self.goods.close()

    # --- keys

    def press_digit(self, digit: str) -> None:
        """Type a digit."""
        entry = self.state.entry
        if len(entry.typed) < LONGEST_ENTRY:
            self._put(entry=replace(entry, typed=entry.typed + digit), prompt=self._prompt_while_typing())

    def press_mark(self) -> None:
        """Type the decimal mark, once."""
        entry = self.state.entry
        if "." not in entry.typed:
            self._put(entry=replace(entry, typed=(entry.typed or "0") + "."), prompt=self._prompt_while_typing())

    def press_backspace(self) -> None:
        """Take the last digit back, then what was asked."""
        entry = self.state.entry
        self._put(entry=replace(entry, typed=entry.typed[:-1]) if entry.typed else Entry())

    def press_times(self) -> None:
        """Say how many times the next goods count: `3 *`."""
        entry = self.state.entry
        if entry.typed and entry.mode == "code":
            self._attempt(lambda: self._put(entry=Entry(times_milli=parse_quantity_milli(entry.typed)), prompt=None))

    def press_quantity(self) -> None:
        """Set the chosen line's quantity to what is typed, or ask for it; without a line it counts for the next."""
        entry, line = self.state.entry, self.state.line(self.state.selected)
        if line is None:
            self.press_times()
        elif entry.typed and entry.mode in ("code", "quantity"):
            self._attempt(self._apply_quantity)
        else:
            self._ask("quantity")

    def press_discount(self) -> None:
        """Give the chosen line as many per cent off as are typed, or ask for them."""
        entry = self.state.entry
        if not self.state.limit_ppm:
            self._refuse(Refusal("staff.right", "You may not do this.", "Ask somebody with the right to do it."))
        elif self.state.line(self.state.selected) is None:
            self._refuse(Refusal("cart.no_line", "This line is no longer in the cart.", "Choose a line of the cart."))
        elif entry.typed and entry.mode in ("code", "discount"):
            self._attempt(self._apply_discount)
        else:
            self._ask("discount")

    def press_enter(self) -> None:
        """Apply what is typed: a quantity, a discount, a weight, or a code by hand. Nothing typed: nothing."""
        entry = self.state.entry
        if not entry.typed:
            return
        if entry.mode == "quantity":
            self._attempt(self._apply_quantity)
        elif entry.mode == "discount":
            self._attempt(self._apply_discount)
        elif entry.mode == "weight" and entry.found is not None:
            found = entry.found
            self._attempt(lambda: self._add(found, parse_quantity_milli(entry.typed)))
        else:
            self.scan(entry.typed)

    def press_escape(self) -> None:
        """One step back: the entry, the question, then the refusal."""
        self._put(entry=Entry(), prompt=None)

    # --- lines

    def select(self, line_id: str) -> None:
        """Choose a line."""
        if line_id != self.state.selected:
            self._put(selected=line_id)

    def step(self, by: int) -> None:
        """Choose a neighbour of the chosen line."""
        ids = [line.line_id for line in self.state.cart.lines] if self.state.cart else []
        if ids:
            at = ids.index(self.state.selected) if self.state.selected in ids else len(ids) - 1
            self.select(ids[min(max(at + by, 0), len(ids) - 1)])

    def remove_line(self) -> None:
        """Take the chosen line out; it can be brought back."""
        if self.state.cart is not None and self.state.line(self.state.selected) is not None:
            self._attempt(self._remove)

    def bring_back(self) -> None:
        """Put the line removed last back where it stood."""
        removed = self._removed
        if removed is not None and self.state.cart is not None:
            cart = trade.restore(self.state.cart, removed)
            self._removed = None
            self._attempt(lambda: self._keep(cart, last=removed.line.line_id, removed=""))

    def forget_removed(self) -> None:
        """The time to bring it back has passed."""
        self._removed = None
        self._put(removed="")

    def undo(self) -> None:
        """Take the last step on the cart back."""
        if self._past:
            before = self._past.pop()
            self._attempt(lambda: self._show_kept(before, entry=Entry(), prompt=None, removed=""))

    # --- parked carts

    def park(self) -> None:
        """Put the cart aside and begin another."""
        if self.state.cart is not None and not trade.is_empty(self.state.cart):
            self._attempt(self._park)

    def recall(self, cart_id: str) -> None:
        """Take a parked cart in hand; the one in hand is put aside."""
        self._attempt(lambda: self._recall(cart_id))

    # --- inside

    def _begin(self, resumed: bool = False) -> None:
        with self._terminal.database.reading() as connection:
            self._shop = shops.read_shop(connection, self._terminal.signer.shop)
        self._person = staff.signed_in(self._terminal)
        cart = carts.open_cart(self._terminal)
        if self.state.cart is None or cart.id != self.state.cart.id:
            self._past.clear()
            self._removed = None
            self.state = TillState(flash=self.state.flash, removals=self.state.removals)
        resumed = resumed and not trade.is_empty(cart)
        last = self.state.selected or (cart.lines[-1].line_id if cart.lines else "")
        self._show(
            cart,
            selected=last,
            last=last,
            limit_ppm=self._limit(self._person),
            resumed=resumed,
            parked=self._list_parked(),
        )

    def _drop_entry(self) -> int | None:
        """Forget what is typed and asked, and give the `3 *` said before; what follows is shown at once."""
        times_milli = self.state.entry.times_milli
        self.state = replace(self.state, entry=Entry(times_milli=times_milli), prompt=None)
        return times_milli

    def _look_up(self, raw: str | bytes, times_milli: int | None) -> None:
        cart, shop = self._in_hand()
        reading = read_code(raw, parse_rules(shop.code_rules.splitlines()))
        with self._terminal.database.reading() as connection:
            found = catalogue.resolve(connection, reading, cart.currency)
        if not found:
            self._put(prompt=NotFound(reading.text), entry=Entry())
            self.sounded.emit("stop")
        elif len(found) > 1:
            self._put(prompt=Choose(reading.text, tuple(found)))
            self.sounded.emit("attention")
        else:
            self._add(found[0], times_milli)

    def _add(self, found: Found, times_milli: int | None) -> None:
        cart, _ = self._in_hand()
        old = {line.line_id: line.quantity_milli for line in cart.lines}
        try:
            grown = trade.add(cart, found, new_id(self._terminal.clock.now()), times_milli)
        except Refusal as refusal:
            if refusal.code != "quantity.needed":
                raise
            self._put(entry=Entry(mode="weight", found=found), prompt=None)
            self.sounded.emit("attention")
            return
        line = next(line for line in reversed(grown.lines) if old.get(line.line_id) != line.quantity_milli)
        asks_age = line.age_limit > trade.age_limit(cart)
        added = line.quantity_milli - old.get(line.line_id, 0)
        prompt = AgeCheck(line.age_limit) if asks_age else None
        self._keep(grown, last=line.line_id, added_milli=added, prompt=prompt, flash=self.state.flash + 1)
        self.sounded.emit("attention" if asks_age else "ok")

    def _apply_quantity(self) -> None:
        cart, _ = self._in_hand()
        quantity_milli = parse_quantity_milli(self.state.entry.typed)
        changed = trade.set_quantity(cart, self.state.selected, quantity_milli)
        self._keep(changed, last=self.state.selected, added_milli=quantity_milli, flash=self.state.flash + 1)

    def _apply_discount(self) -> None:
        who, line_id = require(self._person, Right.DISCOUNT), self.state.selected
        line, value_ppm = self.state.line(line_id), parse_price_e4(self.state.entry.typed)
        try:
            self._give_discount(who, line_id, value_ppm)
        except Refusal as refusal:
            grantable = refusal.code == "discount.limit" and self.grant.offer(
                Asked(Right.DISCOUNT, value_ppm, line.name if line else ""),
                lambda granter: self._attempt(lambda: self._give_discount(granter, line_id, value_ppm)),
                lambda person: self._limit(person) >= value_ppm,
            )
            self._refuse(refusal, grantable=grantable)

    def _give_discount(self, granter: Person, line_id: str, value_ppm: int) -> None:
        cart, _ = self._in_hand()
        limit_ppm = self._limit(granter)
        discount = Discount("percent", value_ppm, granted_by=granter.id, limit_ppm=limit_ppm) if value_ppm else None
        self._keep(trade.set_discount(cart, line_id, discount), last=line_id, flash=self.state.flash + 1)

    def _remove(self) -> None:
        cart, _ = self._in_hand()
        rest, self._removed = trade.remove(cart, self.state.selected)
        neighbour = min(self._removed.index, len(rest.lines) - 1)
        last = rest.lines[neighbour].line_id if rest.lines else ""
        removals = self.state.removals + 1
        self._keep(rest, last=last, removed=self._removed.line.name, removals=removals, prompt=None)

    def _park(self) -> None:
        cart, _ = self._in_hand()
        carts.park_cart(self._terminal, cart)
        self._begin()

    def _recall(self, cart_id: str) -> None:
        cart, _ = self._in_hand()
        if not trade.is_empty(cart):
            carts.park_cart(self._terminal, cart)
        carts.recall_cart(self._terminal, cart_id)
        self._begin()

    def _keep(self, cart: Cart, *, last: str, **changes: Any) -> None:
        """Put the cart on disk, then show it; the step before can be taken back."""
        before, _ = self._in_hand()
        carts.keep_cart(self._terminal, cart)
        self._past.append(before)
        self._show(cart, selected=last, last=last, entry=Entry(), **{"prompt": None, "resumed": False, **changes})

    def _show_kept(self, cart: Cart, **changes: Any) -> None:
        carts.keep_cart(self._terminal, cart)
        last = cart.lines[-1].line_id if cart.lines else ""
        self._show(cart, selected=last, last=last, **changes)

    def _show(self, cart: Cart, **changes: Any) -> None:
        _, shop = self._in_hand(cart)
        self._put(cart=cart, priced=price(cart, shop), **changes)

    def _in_hand(self, cart: Cart | None = None) -> tuple[Cart, Shop]:
        cart = cart or self.state.cart
        if cart is None or self._shop is None:
            raise Refusal("terminal.no_goods", "This till has no goods and prices yet.", "Connect it to head office.")
        return cart, self._shop

    def _limit(self, person: Person | None) -> int:
        if person is None or self._shop is None or not may(person, Right.DISCOUNT):
            return 0
        return self._shop.discount_limit_ppm(person.role)

    def _list_parked(self) -> tuple[Parked, ...]:
        _, shop = self._in_hand(Cart("", "", "", tax_inclusive=True))
        return tuple(
            Parked(cart.id, cart.opened_at, len(cart.lines), price(cart, shop).total_minor, cart.currency)
            for cart in carts.list_parked(self._terminal)
        )

    def _ask(self, mode: Mode) -> None:
        self._put(entry=Entry(mode=mode), prompt=None)

    def _prompt_while_typing(self) -> object:
        """A refusal goes with the next digit; a question stays until it is answered or the next scan."""
        return None if isinstance(self.state.prompt, Refused | NotFound) else self.state.prompt

    def _attempt(self, step: Callable[..., None], **values: Any) -> None:
        try:
            step(**values)
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self.faulted.emit(fault)

    def _refuse(self, refusal: Refusal, *, grantable: bool = False) -> None:
        self._put(prompt=Refused(refusal, grantable), entry=replace(self.state.entry, typed=""))
        self.sounded.emit("stop")

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.CATALOG in topics or (Topic.STAFF in topics and self._shop is not None):
            self.enter()
