"""Parked tickets between tills: what head office is to hear, what its answers mean, and opening one of another till."""

from dataclasses import dataclass, replace

import msgspec

from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.offers.pinned import shared
from desktop.domain.parking import Answer, Heard, Mine, Offered, Step, after, is_listed, next_step
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import cart_steps, carts, parking
from desktop.store.topics import Topic

CART_VERSION = 1
"""Of the JSON of a cart that is shared; goes up with what an older program would leave out of the sale."""

_DECODER = msgspec.json.Decoder(Cart)


@dataclass(frozen=True, slots=True)
class Tickets:
    """The tickets of this till by cart, and those of others that it may open; all that was heard of, by id."""

    mine: dict[str, Mine]
    others: tuple[Heard, ...]
    heard: dict[str, Heard]


def list_tickets(terminal: Terminal, today: str) -> Tickets:
    """Give what is parked in the shop as far as this till knows, on a day (ISO 8601)."""
    with terminal.database.reading() as connection:
        mine, heard = parking.list_mine(connection), parking.list_heard(connection)
    here = {one.parked_id: one for one in mine}
    others = tuple(one for one in heard if is_listed(one, here.get(one.parked_id), today))
    return Tickets({one.cart_id: one for one in mine}, others, {one.parked_id: one for one in heard})


def list_due(terminal: Terminal) -> list[tuple[Mine, Step]]:
    """Give the tickets of this till about which something is due, and what."""
    with terminal.database.reading() as connection:
        mine = parking.list_mine(connection)
        heard = {one.parked_id: one for one in parking.list_heard(connection)} if mine else {}
    steps = [(one, next_step(one, heard.get(one.parked_id), terminal.signer.terminal)) for one in mine]
    return [(one, step) for one, step in steps if step]


def read_offered(terminal: Terminal, mine: Mine) -> Offered | None:
    """Give a parked cart as others list it; None when it waits no longer."""
    with terminal.database.reading() as connection:
        cart = next((kept for kept in carts.list_kept(connection) if kept.id == mine.cart_id), None)
        shop = require_shop(connection, terminal)
    if cart is None:
        return None
    content, lines = msgspec.json.encode(cart).decode(), len(cart.lines) + len(cart.returns)
    return Offered(content, lines, price(cart, shop).total_minor, cart.currency, cart.name, cart.valid_until)


def settle_step(terminal: Terminal, mine: Mine, step: Step, answer: Answer = "yours", revision: int = 0) -> None:
    """Write down what head office answered to a step, or do one that it need not hear of."""
    follows = after(mine, step, answer) if step in ("offer", "take", "drop") else step
    with terminal.database.writing(Topic.PARKED) as connection:
        if follows not in ("let_go", "forget"):
            parking.note_told(connection, mine, follows, revision)
        elif parking.forget(connection, mine) and follows == "let_go":
            carts.drop(connection, mine.cart_id)


def open_ticket(terminal: Terminal, heard: Heard, *, granted: bool, aside: bool = False) -> str:
    """Make a ticket of another till a cart of this one, in hand or put `aside`, and give its id.

    `granted` when head office gave it to this till. Refusal `parked.newer` for a cart of a newer program.
    """
    if heard.version > CART_VERSION:
        raise Refusal(
            "parked.newer",
            f"This sale was parked by a newer program, at {heard.till}.",
            "Sell it there, or update this till.",
            facts={"till": heard.till},
        )
    now = terminal.clock.now()
    cart = _DECODER.decode(heard.cart)
    ours = replace(cart, id=new_id(now), parked_id=heard.parked_id, offers=shared(cart.offers))
    with terminal.database.writing(Topic.CART, Topic.PARKED) as connection:
        before = [one for one in parking.list_mine(connection) if one.parked_id == heard.parked_id]
        for one in before:
            if one.stand == "kept":
                carts.drop(connection, one.cart_id)
        state = carts.KEPT if aside else carts.OPEN
        if not aside:
            cart_steps.drop_all(connection)
        carts.save(connection, ours, state)
        parking.note_opened(connection, heard, ours.id, "taken" if granted else "")
        if aside:
            parking.note_parked(connection, heard.parked_id, ours.id, iso(now))
    return ours.id
