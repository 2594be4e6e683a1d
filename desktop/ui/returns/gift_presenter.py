"""Certificates that come back for money: head office is asked to hold them before they are on the ticket."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.domain.cart import Cart, leave_out
from desktop.domain.gift import GiftBalance
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine
from desktop.operations import carts as kept_carts
from desktop.operations.gifts import number_of, take_gift_back
from desktop.operations.terminal import Terminal
from desktop.store import carts, sales
from desktop.ui.payment.gift_presenter import AskGift, nobody_answers

Lines = tuple[ReturnLine, ...]


@dataclass
class _Hold:
    """What head office was asked to hold of a certificate; `is_kept` until it is given up."""

    hold: str
    amount_minor: int
    cart_id: str = ""
    is_kept: bool = True


class GiftsBack:
    """`asking` is the number that head office is asked for. One that is asked for again keeps its hold.

    `lost` hears why one that was on the ticket is on it no more.
    """

    def __init__(
        self, terminal: Terminal, ask: AskGift = nobody_answers, lost: Callable[[Refusal], None] = lambda refusal: None
    ) -> None:
        self._terminal, self._ask, self._lost = terminal, ask, lost
        self._holds: dict[str, _Hold] = {}
        self._round = 0
        self.asking = ""

    def forget(self) -> None:
        """An answer that is still on its way is for nobody."""
        self._round += 1
        self.asking = ""

    def follow(self, cart: Cart | None) -> None:
        """Settle after the ticket in hand has changed; what it brought with it from another till is held on."""
        for line in cart.returns if cart is not None else ():
            hold = line.detail.hold if line.detail is not None else ""
            if cart is not None and hold and number_of(line) not in self._holds:
                self._holds[number_of(line)] = _Hold(hold, -line.total_minor, cart.id, is_kept=False)
        self.settle()

    def settle(self) -> None:
        """Give up what is held for no ticket of this till, and have it held again where a step was taken back.

        Nobody waits for the answer. One that cannot be held again leaves the ticket; a hold that is not given up ends
        by itself.
        """
        if not self._holds:
            return
        with self._terminal.database.reading() as connection:
            tickets = [cart for cart in (carts.read_open(connection), *carts.list_kept(connection)) if cart]
            sold = {one.cart_id for one in self._holds.values() if sales.read_sale(connection, one.cart_id)}
        on = {line.detail.hold: cart.id for cart in tickets for line in cart.returns if line.detail is not None}
        for number, one in list(self._holds.items()):
            is_on = one.hold in on
            one.cart_id = on.get(one.hold, one.cart_id)
            if one.cart_id in sold:
                del self._holds[number]
            elif is_on != one.is_kept:
                one.is_kept = is_on
                heard: Callable[[GiftBalance | None], None] = partial(self._held_again, one) if is_on else _nobody_waits
                self._ask(heard, number, one.amount_minor if is_on else 0, one.hold)

    def _held_again(self, held: _Hold, told: GiftBalance | None) -> None:
        """What somebody else has used meanwhile is not paid out; without an answer the ticket stays as it is."""
        cart = kept_carts.open_cart(self._terminal)
        line = next((one for one in cart.returns if one.detail is not None and one.detail.hold == held.hold), None)
        if told is None or line is None:
            return
        try:
            take_gift_back(self._terminal, line, told, held.hold)
        except Refusal as refusal:
            held.is_kept = False
            kept_carts.keep_cart(self._terminal, leave_out(cart, line.line_id), cart)
            self._lost(refusal)

    def look_up(
        self, lines: Sequence[ReturnLine], done: Callable[[Lines], None], no: Callable[[Refusal], None]
    ) -> None:
        """Give the lines with what is held of certificates among them, at once where there are none; or why not."""
        self._next((), tuple(lines), done, no)

    def _next(self, ready: Lines, left: Lines, done: Callable[[Lines], None], no: Callable[[Refusal], None]) -> None:
        while left and not number_of(left[0]):
            ready, left = (*ready, left[0]), left[1:]
        if not left:
            done(ready)
            return
        line, mine = left[0], self._round
        number = self.asking = number_of(line)
        held = self._holds.setdefault(number, _Hold(new_id(self._terminal.clock.now()), -line.total_minor))
        held.amount_minor, held.is_kept, hold = -line.total_minor, True, held.hold

        def take(told: GiftBalance | None) -> None:
            if mine != self._round:
                held.is_kept = True
                self.settle()
                return
            self.asking = ""
            try:
                back = take_gift_back(self._terminal, line, told, hold)
            except Refusal as refusal:
                no(refusal)
            else:
                self._next((*ready, back), left[1:], done, no)

        self._ask(take, number, -line.total_minor, hold)


def _nobody_waits(told: GiftBalance | None) -> None:
    del told
