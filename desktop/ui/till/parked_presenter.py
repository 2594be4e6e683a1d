"""Carts put aside, here and at the other tills of the shop: the list, and one of them in hand again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.domain import cart as trade
from desktop.domain.clock import iso
from desktop.domain.parking import Heard, Mine, Taken
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.operations import carts, parking
from desktop.operations.terminal import Terminal
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import JustParked, OpenAnyway, Opening, Parked

TakeTicket = Callable[[Callable[[Taken | None], None], str], None]
"""Asks head office for a ticket, by its id, beside the window; None is no answer."""


class Totals:
    """What parked carts come to: each is priced once, for it stays as it is while it waits."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[trade.Cart, Shop, int]] = {}

    def of(self, parked: Iterable[trade.Cart], shop: Shop) -> list[int]:
        """Give the total of each; what waits no longer is forgotten."""
        before, self._known = self._known, {}
        for cart in parked:
            known = before.get(cart.id)
            if known is None or known[:2] != (cart, shop):
                known = cart, shop, price(cart, shop).total_minor
            self._known[cart.id] = known
        return [total for _, _, total in self._known.values()]


def list_parked(terminal: Terminal, shop: Shop, totals: Totals, *, others: bool = False) -> tuple[Parked, ...]:
    """Give the parked carts as they are listed, oldest first: those of this till, and those of `others`."""
    today = terminal.clock.now().astimezone(ZoneInfo(shop.time_zone)).date().isoformat()
    tickets = parking.list_tickets(terminal, today)
    kept = carts.list_parked(terminal)
    own = [
        _own(cart, total, tickets.mine.get(cart.id), tickets.heard, terminal)
        for cart, total in zip(kept, totals.of(kept, shop), strict=True)
    ]
    return (*own, *(_other(heard, terminal) for heard in tickets.others)) if others else tuple(own)


def _own(cart: trade.Cart, total_minor: int, mine: Mine | None, heard: dict[str, Heard], terminal: Terminal) -> Parked:
    told = heard.get(mine.parked_id) if mine is not None else None
    elsewhere = told is not None and told.taken_by not in ("", terminal.signer.terminal)
    return Parked(
        cart.id,
        cart.opened_at,
        len(cart.lines) + len(cart.returns),
        total_minor,
        cart.currency,
        cart.name,
        cart.valid_until,
        parked_at=mine.parked_at if mine is not None else cart.opened_at,
        till=terminal.name,
        held_by=told.taken_till if told is not None and elsewhere else "",
        ticket=mine.parked_id if mine is not None and mine.told else "",
    )


def _other(heard: Heard, terminal: Terminal) -> Parked:
    at = iso(datetime.fromisoformat(heard.parked_at).astimezone(terminal.clock.now().tzinfo))
    return Parked(
        heard.parked_id,
        at,
        heard.lines,
        heard.total_minor,
        heard.currency,
        heard.name,
        heard.valid_until,
        parked_at=at,
        till=heard.till,
        held_by=heard.taken_till,
        ticket=heard.parked_id,
        other=True,
    )


class Parking:
    """Putting a ticket aside and taking one in hand. What other tills may have is asked for first.

    Without `take` this till shares nothing, and lists its own alone."""

    def __init__(self, ticket: Ticket, take: TakeTicket | None) -> None:
        self._ticket, self._terminal, self._take = ticket, ticket.terminal, take
        self._totals = Totals()

    def list_all(self, shop: Shop) -> tuple[Parked, ...]:
        """Give what is listed."""
        return list_parked(self._terminal, shop, self._totals, others=self._take is not None)

    def refresh(self) -> None:
        """List again what may have changed at other tills."""
        if not self._ticket.has_shop:
            return
        _, shop = self._ticket.in_hand()
        listed = self.list_all(shop)
        if listed != self._ticket.state.parked:
            self._ticket.put(parked=listed)

    def park(self, name: str = "") -> None:
        """Put the cart in hand aside, under a name if it has one, and begin another."""
        cart, shop = self._ticket.in_hand()
        aside = replace(cart, name=name.strip() or cart.name)
        self.put_aside(aside)
        self._ticket.begin()
        if not trade.is_empty(aside):
            total = price(aside, shop).total_minor
            self._ticket.put(prompt=JustParked(aside.id, aside.name, total, aside.currency))

    def take_out(self) -> None:
        """Take the cart that was just put aside in hand again."""
        prompt = self._ticket.state.prompt
        if isinstance(prompt, JustParked):
            self._ticket.put(prompt=None)
            self.recall(prompt.cart_id)

    def put_aside(self, cart: trade.Cart) -> None:
        """Put a cart aside; an empty one leaves nothing behind."""
        if not trade.is_empty(cart):
            carts.park_cart(self._terminal, cart)

    def recall(self, cart_id: str, *, other: bool = False) -> None:
        """Take a parked cart in hand, once head office has given it to this till."""
        listed = self._ticket.state.parked
        wanted = next((one for one in listed if (one.cart_id, one.other) == (cart_id, other)), None)
        if wanted is None:
            return
        self._check_quote(wanted)
        if self._take is None or not wanted.ticket:
            self._open(wanted)
            return
        asked = Opening(wanted)
        self._ticket.put(prompt=asked)
        self._take(lambda told: self._ticket.attempt(lambda: self._answered(asked, told)), wanted.ticket)

    def open_anyway(self) -> None:
        """Head office does not answer, and a person has read what that means."""
        prompt = self._ticket.state.prompt
        if isinstance(prompt, OpenAnyway):
            self._ticket.attempt(lambda: self._open(prompt.parked))

    def _answered(self, asked: Opening, told: Taken | None) -> None:
        wanted, waits = asked.parked, self._ticket.state.prompt is asked
        if told is not None and told.state == "yours":
            self._open(wanted, told, aside=not waits)
        elif not waits:
            return  # something else is in hand by now
        elif told is None:
            self._ticket.put(prompt=OpenAnyway(wanted))
            self._ticket.sounded.emit("attention")
        elif told.state == "unknown" and not wanted.other:
            self._open(wanted)
        elif told.state == "taken":
            raise Refusal(
                "parked.taken",
                f"{told.till} has this sale.",
                "Finish it there, or park it there again.",
                facts={"till": told.till},
            )
        else:
            raise Refusal("parked.gone", "This sale was finished elsewhere.", "Scan the goods if it was not.")

    def _open(self, wanted: Parked, told: Taken | None = None, *, aside: bool = False) -> None:
        """What was asked for and is no longer waited for is put aside: the customer's goods are not lost."""
        given = told.ticket if told is not None else None
        mine = parking.list_tickets(self._terminal, "").mine.get(wanted.cart_id)
        ours = not wanted.other and (given is None or given.device == self._terminal.signer.terminal)
        if not aside:
            cart, _ = self._ticket.in_hand()
            self.put_aside(cart)
        if not ours:
            parking.open_ticket(self._terminal, given or self._heard(wanted), granted=given is not None, aside=aside)
        elif not aside:
            carts.recall_cart(self._terminal, wanted.cart_id)
            if given is not None and mine is not None:
                parking.settle_step(self._terminal, mine, "take", "yours", given.revision)
        if aside:
            self.refresh()
        else:
            self._ticket.begin()

    def _heard(self, wanted: Parked) -> Heard:
        heard = parking.list_tickets(self._terminal, "").heard.get(wanted.ticket)
        if heard is None:
            raise Refusal("parked.gone", "This sale was finished elsewhere.", "Scan the goods if it was not.")
        return heard

    def _check_quote(self, wanted: Parked) -> None:
        """Refusal `quote.expired`, and a quote of this till is off the list."""
        if not wanted.valid_until or wanted.valid_until >= self._ticket.today():
            return
        if not wanted.other:
            carts.drop_cart(self._terminal, wanted.cart_id)
            self._ticket.begin()
        raise Refusal(
            "quote.expired",
            f"This quote held until {wanted.valid_until}.",
            "Scan the goods again at the prices of today.",
            facts={"date": wanted.valid_until},
        )
