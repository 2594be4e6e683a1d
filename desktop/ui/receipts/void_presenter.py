"""Taking a receipt back: the card terminal moves its money back first, and where it cannot, a person does by hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.domain.card_payment import Attempt
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations import sales, staff, tenders, voiding
from desktop.operations.tenders import CardDriver
from desktop.operations.terminal import Terminal
from desktop.ui.payment.card_presenter import Answer, Beside
from desktop.ui.till.grant_presenter import Asked, GrantPresenter

Stuck = Literal["", "declined", "unclear", "no_terminal"]
_STUCK: dict[str, Stuck] = {
    "void.card_unclear": "unclear",
    "void.card_owed": "no_terminal",
    "void.card_unpaid": "no_terminal",
}


@dataclass(frozen=True)
class VoidState:
    """`waiting` while the terminal is asked; `stuck` is why the card's money is not back, for the sale `sale_id`.

    `charges` where the card is to pay what a return gave it.
    """

    sale_id: str = ""
    reason: str = ""
    waiting: bool = False
    stuck: Stuck = ""
    charges: bool = False


class VoidPresenter(QObject):
    """`changed(VoidState)`, `voided(Void, Sale)`, `refused(Refusal)`, `faulted(Fault)`, `grant_asked()`."""

    changed = Signal(object)
    voided = Signal(object, object)
    refused = Signal(object)
    faulted = Signal(object)
    grant_asked = Signal()

    def __init__(
        self,
        terminal: Terminal,
        grant: GrantPresenter,
        driver: CardDriver | None,
        beside: Beside,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._terminal, self._grant, self._driver, self._beside = terminal, grant, driver, beside
        self._granter: Person | None = None
        self.state = VoidState()

    def begin(self, sale_id: str, reason: str) -> None:
        """Take a sale back whole; what is still waiting for the terminal is told once it answers."""
        if self.state.waiting:
            self.refused.emit(Refusal("card.busy", "The card terminal is busy.", "Wait until it is done."))
            return
        self._granter = None
        self._put(VoidState(sale_id, reason))
        self._attempt(self._step)

    def again(self) -> None:
        """Ask the terminal once more: what became of it, or to give the money back after all."""
        if self.state.stuck:
            self._put(replace(self.state, stuck=""))
            self._attempt(self._step_again)

    def by_hand(self) -> None:
        """Take the sale back: a person gives the card's money back."""
        if self.state.stuck:
            self._attempt(lambda: self._finish(by_hand=True), by_hand=True)

    def leave(self) -> None:
        """Another receipt is shown, or the question was closed: what is stuck stays as it is on disk."""
        if not self.state.waiting and self.state != VoidState():
            self._put(VoidState())

    def _step(self) -> None:
        person, sale_id = staff.signed_in(self._terminal), self.state.sale_id
        attempt = None
        if self._driver is not None:
            attempt = voiding.begin_moving_back(self._terminal, person, sale_id, self._granter)
        if attempt is None:
            self._finish(by_hand=False)
        else:
            self._put_to(attempt)

    def _step_again(self) -> None:
        open_attempt = voiding.unclear_attempt(self._terminal, self.state.sale_id)
        if open_attempt is not None and self._driver is not None:
            self._put_to(open_attempt, again=True)
        else:
            self._step()

    def _put_to(self, attempt: Attempt, *, again: bool = False) -> None:
        driver = self._driver
        assert driver is not None  # without one nothing is put to it
        self._put(replace(self.state, waiting=True, stuck="", charges=attempt.kind == "charge"))
        self._beside(
            lambda: tenders.put_to_terminal(driver, attempt, again=again),
            lambda answer: self._attempt(lambda: self._take(attempt, answer)),
        )

    def _take(self, attempt: Attempt, answer: Answer) -> None:
        self._put(replace(self.state, waiting=False))
        state, reference, _ = answer
        known = tenders.note_answer(self._terminal, attempt.attempt_id, state, reference)
        if known is None:
            self._put(replace(self.state, stuck="declined"))
        elif known.is_open:
            self._put(replace(self.state, stuck="unclear"))
        else:
            self._step()

    def _finish(self, *, by_hand: bool) -> None:
        person, state = staff.signed_in(self._terminal), self.state
        sale, void = sales.void_sale(
            self._terminal, person, state.sale_id, state.reason, self._granter, by_hand=by_hand
        )
        self._put(VoidState())
        self.voided.emit(void, sale)

    def _attempt(self, step: Callable[[], None], *, by_hand: bool = False) -> None:
        try:
            step()
        except Refusal as refusal:
            self._refuse(refusal, by_hand=by_hand)
        except Fault as fault:
            self._put(replace(self.state, waiting=False))
            self.faulted.emit(fault)

    def _refuse(self, refusal: Refusal, *, by_hand: bool) -> None:
        if refusal.code in _STUCK:
            charges = self.state.charges or refusal.code == "void.card_unpaid"
            self._put(replace(self.state, waiting=False, stuck=_STUCK[refusal.code], charges=charges))
        elif refusal.code == "staff.approval" and self._offer(by_hand=by_hand):
            self.grant_asked.emit()
        else:
            self.refused.emit(refusal)

    def _offer(self, *, by_hand: bool) -> bool:
        def act(granter: Person) -> None:
            self._granter = granter
            if by_hand:
                self._attempt(lambda: self._finish(by_hand=True))
            else:
                self._attempt(self._step)

        return self._grant.offer(Asked(Right.SETTLE_CARD if by_hand else Right.VOID), act)

    def _put(self, state: VoidState) -> None:
        self.state = state
        self.changed.emit(state)
