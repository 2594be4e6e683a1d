"""The dialogue with the card terminal: one at a time, beside the window; what it says is written down, then shown.

The terminal is asked again only when no dialogue is under way: what it has not been told yet, it would deny.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.card_payment import Attempt, unclear_of
from desktop.domain.cart import Cart
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations import staff, tenders
from desktop.operations.tenders import CardDriver
from desktop.operations.terminal import Terminal
from desktop.ui.payment.card_rows import CardState
from desktop.ui.till.grant_presenter import Asked, GrantPresenter

Answer = tuple[str, str, str]
Beside = Callable[[Callable[[], Answer], Callable[[Answer], None]], None]
"""Does the first in a thread and gives what it gave to the second, on the window's own thread."""


class CardPresenter(QObject):
    """`changed(CardState)`; `settled()` when money was taken or given back, or for sure was not.

    `refused(Refusal)`, `faulted(Fault)`; `approval_asked()` when somebody else has to allow what was decided.
    """

    changed = Signal(object)
    settled = Signal()
    refused = Signal(object)
    faulted = Signal(object)
    approval_asked = Signal()

    def __init__(
        self, terminal: Terminal, driver: CardDriver | None, beside: Beside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._terminal, self._beside = terminal, beside
        self._cart_id, self._under_way = "", ""
        self.driver = driver
        self.grant = GrantPresenter(terminal, self)
        self.grant.faulted.connect(self.faulted)
        self.state = CardState()

    def take_cart(self, cart_id: str) -> tuple[Attempt, ...]:
        """Look at this cart's payments; gives what hangs on it. What is unclear is asked again at once."""
        self._cart_id = cart_id
        attempts = tenders.list_attempts(self._terminal, cart_id)
        unclear = unclear_of(attempts)
        waiting = unclear is not None and unclear.attempt_id == self._under_way
        self._put(attempt=unclear, waiting=waiting, cancelling=False)
        if unclear is not None and not self._under_way:
            self.ask_again()
        return attempts

    def pay(self, cart: Cart, amount_minor: int, original: str = "") -> None:
        """Take an amount from a card; below zero, give it back. Refusal `card.busy`."""
        driver, person = self._free(), staff.signed_in(self._terminal)
        if amount_minor < 0:
            attempt = tenders.begin_refund(self._terminal, person, cart, -amount_minor, original)
        else:
            attempt = tenders.begin_charge(self._terminal, person, cart, amount_minor)
        self._put_to(driver, attempt)

    def take_back(self, reference: str) -> None:
        """Give back what a card has paid for this cart. Refusal `card.busy`."""
        driver = self._free()
        for attempt in tenders.list_attempts(self._terminal, self._cart_id):
            if attempt.reference == reference and attempt.kind == "charge":
                undo = tenders.begin_undo(self._terminal, staff.signed_in(self._terminal), attempt)
                self._put_to(driver, undo)
                return

    def ask_again(self) -> None:
        """Ask the terminal what became of the unclear payment."""
        if self.driver is not None and self.state.unclear and self.state.attempt and not self._under_way:
            self._put_to(self.driver, self.state.attempt, again=True)

    def cancel(self) -> None:
        """Ask the terminal to break off; the answer comes by the dialogue itself."""
        attempt, driver = self.state.attempt, self.driver
        if attempt is not None and driver is not None and self.state.waiting and not self.state.cancelling:
            self._put(cancelling=True)
            self._beside(lambda: _cancelled(driver, attempt), lambda answer: None)

    def decide(self, happened: bool, reason: str) -> None:
        """Say what became of an unclear payment in place of the terminal; whoever may not is helped by another."""
        if self.state.unclear:
            self._decide(happened, reason, None)

    def _decide(self, happened: bool, reason: str, granter: Person | None) -> None:
        attempt = self.state.attempt
        if attempt is None:
            return
        person, terminal = staff.signed_in(self._terminal), self._terminal
        try:
            tenders.settle_unclear(
                terminal, person, attempt.attempt_id, happened=happened, reason=reason, granter=granter
            )
        except Refusal as refusal:
            asked = Asked(Right.SETTLE_CARD)
            if refusal.code in ("staff.approval", "staff.limit") and self.grant.offer(
                asked, lambda granter: self._decide(happened, reason, granter)
            ):
                self.approval_asked.emit()
            else:
                self.refused.emit(refusal)
        except Fault as fault:
            self.faulted.emit(fault)
        else:
            self._put(attempt=None)
            self.settled.emit()

    def _free(self) -> CardDriver:
        if self._under_way or self.driver is None:
            raise Refusal("card.busy", "The card terminal is busy.", "Wait until it is done, or cancel it there.")
        return self.driver

    def _put_to(self, driver: CardDriver, attempt: Attempt, *, again: bool = False) -> None:
        self._under_way = attempt.attempt_id
        self._put(attempt=attempt, waiting=True, cancelling=False)
        self._beside(
            lambda: tenders.put_to_terminal(driver, attempt, again=again), lambda answer: self._take(attempt, answer)
        )

    def _take(self, attempt: Attempt, answer: Answer) -> None:
        state, reference, _ = answer
        self._under_way = ""
        try:
            known = tenders.note_answer(self._terminal, attempt.attempt_id, state, reference)
        except Fault as fault:  # it stays written down as asked, and is asked again
            known = attempt
            self.faulted.emit(fault)
        if attempt.cart_id != self._cart_id:
            return
        self._put(attempt=known if known and known.is_open else None, waiting=False, cancelling=False)
        if self.state.attempt is None:
            self.settled.emit()
            if state == "declined":
                self.refused.emit(_declined(attempt))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _cancelled(driver: CardDriver, attempt: Attempt) -> Answer:
    answer = driver.cancel(attempt.attempt_id)
    return answer.state, answer.reference, answer.detail


def _declined(attempt: Attempt) -> Refusal:
    if attempt.kind == "refund":
        remedy = "Try again at the terminal, or give it back another way."
        return Refusal("card.not_given_back", "Nothing was given back to the card.", remedy)
    return Refusal("card.declined", "The card was not charged.", "Try another card, or pay another way.")
