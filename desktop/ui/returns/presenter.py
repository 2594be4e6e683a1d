"""Returns: a receipt is typed or scanned, lines and quantities are picked, and they go onto the ticket in hand."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.cart import Cart
from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt, ReturnLine, left_milli
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations import carts, returns, staff
from desktop.operations.terminal import Terminal, require_open
from desktop.ui.payment.gift_presenter import AskGift, nobody_answers
from desktop.ui.returns.gift_presenter import GiftsBack
from desktop.ui.returns.pick_presenter import Picking
from desktop.ui.returns.returns_rows import ReturnsState
from desktop.ui.till.grant_presenter import Asked, GrantPresenter

LONGEST_ENTRY = 9
APPROVABLE = "staff.approval"
"""The refusal that somebody else here may lift."""

OFFLINE = "receipt.offline"
"""The refusal after which goods may come back against the number alone, up to the shop's limit."""

Ask = Callable[[str], Awaitable[Receipt | None]]


class ReturnsPresenter(QObject):
    """`changed(ReturnsState)`, `taken(bool)` when it is on the ticket (True: pay out at once), `left()`,
    `sounded("ok"|"attention"|"stop")`, `faulted(Fault)`; `lost(Refusal)` when a certificate had to leave the ticket.

    `ask(number)` asks the centre for a receipt; it gives None for an unknown one and raises Refusal `receipt.offline`.
    """

    changed = Signal(object)
    taken = Signal(bool)
    left = Signal()
    lost = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(
        self, terminal: Terminal, ask: Ask, parent: QObject | None = None, *, ask_gift: AskGift = nobody_answers
    ) -> None:
        super().__init__(parent)
        self._gifts = GiftsBack(terminal, ask_gift, self.lost.emit)
        self._terminal, self._ask = terminal, ask
        self.grant = GrantPresenter(terminal, self)
        self.grant.sounded.connect(self.sounded)
        self.grant.faulted.connect(self.faulted)
        self._picking = Picking(terminal)
        self._tasks: set[asyncio.Future[None]] = set()
        self._wanted = ""
        self.state = ReturnsState()

    # --- from outside

    def expect(self, raw: str | bytes) -> bool:
        """Tell whether a scan is the code of a receipt; the screen begins with it then."""
        try:
            self._wanted = returns.receipt_number(self._terminal, raw)
        except Refusal:  # before the first goods came
            self._wanted = ""
        return bool(self._wanted)

    def enter(self) -> None:
        """The screen is shown: begin anew, or with the receipt that was expected."""
        wanted, self._wanted = self._wanted, ""
        self._forget()
        self._attempt(self._begin)
        if wanted:
            self.look_up(wanted)

    def close(self) -> None:
        """Wait for no answer any more."""
        for task in self._tasks:
            task.cancel()

    def scan(self, raw: str | bytes) -> None:
        """Open a scanned receipt, or pick one more of scanned goods; a badge allows what waits for it."""
        if self.grant.take_badge(raw):
            return
        if self.expect(raw):
            number, self._wanted = self._wanted, ""
            self.look_up(number)
        else:
            self._attempt(lambda: self._pick_scanned(raw))

    def look_up(self, number: str) -> None:
        """Show a receipt by its number; one that is not known here is asked for at head office.

        Digits alone are the number of a receipt of this till.
        """
        number = number.strip()
        if number:
            self._attempt(lambda: self._look_up(returns.whole_number(self._terminal, number)))

    def follow_ticket(self, cart: Cart | None) -> None:
        """The ticket has changed: a certificate that was left out of it is held no longer."""
        self._gifts.follow(cart)

    def leave(self) -> None:
        """Back to the till; nothing that was picked stays."""
        self._forget()
        self.left.emit()

    # --- picking

    def select(self, key: str) -> None:
        """Choose a line."""
        if key != self.state.selected and self.state.row(key) is not None:
            self._put(selected=key, typed="")

    def step(self, by: int) -> None:
        """Choose a neighbour of the chosen line."""
        keys = [row.key for row in self.state.rows]
        if keys:
            at = keys.index(self.state.selected) if self.state.selected in keys else 0
            self.select(keys[min(max(at + by, 0), len(keys) - 1)])

    def press_digit(self, digit: str) -> None:
        """Type a digit of a quantity, or, before there are lines, of a receipt's number."""
        if len(self.state.typed) < LONGEST_ENTRY:
            self._put(typed=self.state.typed + digit, refusal=None)

    def press_mark(self) -> None:
        """Type the decimal mark, once."""
        if self.state.selected and "." not in self.state.typed:
            self._put(typed=(self.state.typed or "0") + ".", refusal=None)

    def press_backspace(self) -> None:
        """Take the last digit back."""
        self._put(typed=self.state.typed[:-1], refusal=None)

    def press_enter(self) -> None:
        """Take as much of the chosen line back as is typed; with nothing typed, all that is left of it.

        Before there are lines, look the typed number up.
        """
        row, typed = self.state.row(self.state.selected), self.state.typed
        if row is None:
            self.look_up(typed)
        else:
            self._attempt(lambda: self._set(row.key, parse_quantity_milli(typed) if typed else row.left_milli))

    def press_all(self) -> None:
        """Take all back that is left of the receipt."""
        self._attempt(self._set_all)

    def press_none(self) -> None:
        """Take nothing of the chosen line back."""
        self._attempt(lambda: self._set(self.state.selected, 0))

    def turn_condition(self) -> None:
        """Say that the goods of the chosen line are in the next condition."""
        if self.state.row(self.state.selected) is not None:
            self._picking.turn(self.state.selected)
            self._attempt(self._show)

    def set_reason(self, reason: str) -> None:
        """Say why it comes back."""
        self._put(reason=reason, refusal=None)

    def dismiss(self) -> None:
        """The refusal was read."""
        self._put(refusal=None, grantable=False)

    def take(self, *, pay: bool = False) -> None:
        """Put what is picked onto the ticket in hand, and pay out at once if that is wanted."""
        self._finish(None, pay=pay)

    # --- inside

    def _begin(self) -> None:
        self._put(currency=self._picking.shop().currency)

    def _forget(self) -> None:
        self._picking.begin()
        self._gifts.forget()
        self._gifts.settle()
        self.grant.withdraw()
        self.state = ReturnsState(currency=self.state.currency)
        self.changed.emit(self.state)

    def _look_up(self, number: str) -> None:
        receipt = returns.find_receipt(self._terminal, number)
        if receipt is not None:
            self._open(receipt)
            return
        self._put(asking=number, refusal=None)
        task = asyncio.ensure_future(self._asked(number))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _asked(self, number: str) -> None:
        try:
            receipt = await self._ask(number)
        except Refusal as refusal:
            self._forget()
            unseen = number if refusal.code == OFFLINE else ""
            self._picking.begin(unseen=unseen)
            self._put(unseen=unseen)
            self._refuse(refusal)
            return
        except Fault as fault:
            self._put(asking="")
            self.faulted.emit(fault)
            return
        if self.state.asking != number:
            return  # another one was typed meanwhile
        if receipt is None:
            self._put(asking="")
            words = Refusal("receipt.unknown", f"This shop has no receipt {number}.", facts={"receipt": number})
            self._refuse(words)
        else:
            self._attempt(lambda: self._open(receipt))

    def _open(self, receipt: Receipt) -> None:
        """Show a receipt, with what of it is on the ticket already."""
        if not receipt.lines:
            raise Refusal("return.no_goods", "Nothing was sold in this receipt.", "Choose another receipt.")
        self._forget()
        self._picking.begin(receipt)
        first = next((line.line_id for line in receipt.lines if left_milli(receipt, line.line_id)), "")
        self.state = replace(self.state, receipt=receipt, selected=first or receipt.lines[0].line_id)
        self._show()
        self.sounded.emit("ok")

    def _pick_scanned(self, raw: str | bytes) -> None:
        key = self._picking.scan(raw)
        self.state = replace(self.state, selected=key)
        self._show()
        self.sounded.emit("ok")

    def _set(self, key: str, quantity_milli: int) -> None:
        if self.state.row(key) is not None:
            self._picking.put(key, quantity_milli)
            self._show()
            self.sounded.emit("ok")

    def _set_all(self) -> None:
        if self.state.receipt is not None:
            self._picking.put_all()
            self._show()
            self.sounded.emit("ok")

    def _show(self) -> None:
        rows = self._picking.rows()
        selected = self.state.selected if any(row.key == self.state.selected for row in rows) else ""
        selected = selected or (rows[0].key if rows else "")
        self._put(rows=rows, selected=selected, typed="", refusal=None, asking="", grantable=False)

    def _finish(self, granter: Person | None, *, pay: bool) -> None:
        self._attempt(lambda: self._take(granter, pay=pay))

    def _take(self, granter: Person | None, *, pay: bool) -> None:
        with self._terminal.database.reading() as connection:
            require_open(connection)
        if not self.state.has_picked and not self._is_emptied():
            raise Refusal("return.nothing", "Nothing is chosen to come back.", "Choose a line and how much of it.")
        lines = self._picking.lines(self.state.reason)
        if not self._gifts.asking:
            self._gifts.look_up(lines, lambda ready: self._attempt_to_put(ready, granter, pay=pay), self._refuse)

    def _attempt_to_put(self, lines: Sequence[ReturnLine], granter: Person | None, *, pay: bool) -> None:
        self._attempt(lambda: self._put_back(lines, granter, pay=pay), lambda refusal: self._offer(refusal, pay=pay))

    def _put_back(self, lines: Sequence[ReturnLine], granter: Person | None, *, pay: bool) -> None:
        person, receipt = staff.signed_in(self._terminal), self.state.receipt
        cart = before = carts.open_cart(self._terminal)
        if receipt is not None:
            cart = replace(cart, returns=tuple(line for line in cart.returns if line.returns_sale != receipt.sale_id))
        cart = returns.take_back(self._terminal, person, cart, lines, granter)
        carts.keep_cart(self._terminal, cart, before)
        self._forget()
        self.taken.emit(pay)

    def _is_emptied(self) -> bool:
        """What was on the ticket of this receipt is to be taken out of it."""
        receipt = self.state.receipt
        cart = carts.open_cart(self._terminal)
        return receipt is not None and any(line.returns_sale == receipt.sale_id for line in cart.returns)

    def _offer(self, refusal: Refusal, *, pay: bool) -> bool:
        """Keep what was refused for somebody who may allow it; tells whether there is anybody."""
        if refusal.code != APPROVABLE:
            return False
        currency, total = self._picking.shop().currency, self.state.total_minor
        right = Right.RETURN if self.state.receipt or self.state.unseen else Right.RETURN_BLIND
        return self.grant.offer(
            Asked(right, goods=self._number(), amount_minor=total, currency=currency),
            lambda granter: self._finish(granter, pay=pay),
        )

    def _number(self) -> str:
        return self.state.receipt.receipt if self.state.receipt else self.state.unseen

    def _attempt(self, step: Callable[[], None], offer: Callable[[Refusal], bool] | None = None) -> None:
        try:
            step()
        except Refusal as refusal:
            self._refuse(refusal, grantable=offer(refusal) if offer else False)
        except Fault as fault:
            self.faulted.emit(fault)

    def _refuse(self, refusal: Refusal, *, grantable: bool = False) -> None:
        self._put(refusal=refusal, typed="", grantable=grantable)
        self.sounded.emit("stop")

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
