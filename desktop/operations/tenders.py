"""Card payments through a terminal: written down before it is asked, settled by its answer or by a person.

The dialogue itself runs beside the window (`put_to_terminal`); what is written runs to completion here.
"""

from dataclasses import replace
from typing import Protocol

import structlog

from desktop.domain import card_payment as trade
from desktop.domain.card_payment import Attempt, CardSettled
from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import check, permit
from desktop.operations.shifts import require_shift
from desktop.operations.terminal import Terminal, require_open
from desktop.store import card_attempts
from desktop.store.topics import Topic

_log = structlog.get_logger("desktop.operations.tenders")


class Answer(Protocol):
    """What a terminal says: `approved`, `declined` or `unknown`, and its own reference."""

    @property
    def state(self) -> str:
        """One of the three."""

    @property
    def reference(self) -> str:
        """The terminal's, of an approved payment."""

    @property
    def detail(self) -> str:
        """The terminal's words, for support."""


class CardDriver(Protocol):
    """What an operation needs of a card terminal; `desktop.devices.card_terminal` says how it must behave."""

    def begin(self, attempt_id: str, amount_minor: int, currency: str) -> Answer:
        """Take an amount."""

    def refund(self, attempt_id: str, amount_minor: int, currency: str, original: str) -> Answer:
        """Give an amount back."""

    def ask(self, attempt_id: str) -> Answer:
        """Tell what became of an id."""

    def cancel(self, attempt_id: str) -> Answer:
        """Break off."""


def begin_charge(terminal: Terminal, person: Person | None, cart: Cart, amount_minor: int) -> Attempt:
    """Write down that the terminal is about to be asked for an amount.

    Refusals: `card.unclear` while another attempt of the cart is unclear, `tender.negative`.
    """
    return _begin(terminal, person, Attempt("", cart.id, "charge", amount_minor, cart.currency, ""))


def begin_refund(
    terminal: Terminal, person: Person | None, cart: Cart, amount_minor: int, original: str = ""
) -> Attempt:
    """The same for money that a return gives back to a card; `amount_minor` is above zero."""
    return _begin(terminal, person, Attempt("", cart.id, "refund", amount_minor, cart.currency, "", original=original))


def begin_undo(terminal: Terminal, person: Person | None, charge: Attempt) -> Attempt:
    """The same for giving back a charge of a cart that is not sold; both are forgotten when it is done."""
    undo = replace(charge, kind="refund", state="asked", reference="", undoes=charge.attempt_id)
    return _begin(terminal, person, replace(undo, original=charge.reference))


def _begin(terminal: Terminal, person: Person | None, wanted: Attempt) -> Attempt:
    check(terminal, person, Right.SELL)
    if wanted.amount_minor <= 0:
        raise Refusal("tender.negative", "A payment must be more than zero.", "Type the amount that is paid.")
    now = terminal.clock.now()
    attempt = replace(wanted, attempt_id=new_id(now), started_at=iso(now))
    with terminal.database.writing() as connection:
        require_open(connection)
        require_shift(connection)
        unclear = trade.unclear_of(card_attempts.list_of_cart(connection, wanted.cart_id))
        if unclear is not None:
            raise trade.unclear_refusal(unclear)
        card_attempts.add(connection, attempt)
    return attempt


def put_to_terminal(driver: CardDriver, attempt: Attempt, *, again: bool = False) -> tuple[str, str, str]:
    """Ask the terminal, `again` for what became of the id; blocks. Gives state, reference and detail of its answer.

    Whatever a driver raises is `unknown`: the card may have been charged.
    """
    try:
        if again:
            answer = driver.ask(attempt.attempt_id)
        elif attempt.kind == "charge":
            answer = driver.begin(attempt.attempt_id, attempt.amount_minor, attempt.currency)
        else:
            answer = driver.refund(attempt.attempt_id, attempt.amount_minor, attempt.currency, attempt.original)
    except Exception as error:  # noqa: BLE001  foreign code at the edge
        _log.warning("card terminal", attempt=attempt.attempt_id, error=repr(error))
        return "unknown", "", repr(error)
    return answer.state, answer.reference, answer.detail


def note_answer(terminal: Terminal, attempt_id: str, state: str, reference: str = "") -> Attempt | None:
    """Write down what the terminal said; gives the attempt as it is now, None when nothing hangs on it any more."""
    with terminal.database.writing() as connection:
        attempt = card_attempts.read(connection, attempt_id)
        if attempt is None or not attempt.is_open:
            return attempt
        if state == "approved" and attempt.undoes:
            card_attempts.drop(connection, attempt_id, attempt.undoes)
        elif state == "approved":
            card_attempts.settle(connection, attempt_id, "approved", trade.without_card_numbers(reference))
        elif state == "declined":
            card_attempts.drop(connection, attempt_id)
        else:
            card_attempts.settle(connection, attempt_id, "unclear")
        return card_attempts.read(connection, attempt_id)


def list_attempts(terminal: Terminal, cart_id: str) -> tuple[Attempt, ...]:
    """Give what card money hangs on a cart."""
    with terminal.database.reading() as connection:
        return tuple(card_attempts.list_of_cart(connection, cart_id))


def settle_unclear(
    terminal: Terminal,
    person: Person | None,
    attempt_id: str,
    *,
    happened: bool,
    reason: str,
    granter: Person | None = None,
) -> Attempt | None:
    """Take a person's word for what became of an unclear attempt, because the terminal cannot say; it is sealed.

    Refusals: `card.reason`, `card.settled` (the terminal has answered meanwhile), those of `permit`.
    """
    if not reason.strip():
        raise Refusal("card.reason", "This needs a reason.", "Say how you know.", field="reason")
    with terminal.database.writing(Topic.SYNC) as connection:
        attempt = card_attempts.read(connection, attempt_id)
        if attempt is None or not attempt.is_open:
            raise Refusal("card.settled", "The terminal has answered meanwhile.", "Open the payment again.")
        who, granted_by = permit(
            connection, terminal, person, Right.SETTLE_CARD, granter, amount_minor=attempt.amount_minor
        )
        word = CardSettled(
            attempt_id,
            attempt.cart_id,
            attempt.kind,
            attempt.amount_minor,
            attempt.currency,
            happened,
            trade.without_card_numbers(reason.strip()),
            granted_by,
        )
        terminal.record(connection, word, who)
        if happened and not attempt.undoes:
            card_attempts.settle(connection, attempt_id, "approved", f"settled {attempt_id[-12:]}")
        else:
            card_attempts.drop(connection, *((attempt_id, attempt.undoes) if happened else (attempt_id,)))
        return card_attempts.read(connection, attempt_id)
