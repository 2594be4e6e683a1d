"""Goods into the ticket: by scan, by touch, by choice, by weight."""

from dataclasses import replace

from desktop.domain import cart as trade
from desktop.domain.ids import new_id
from desktop.domain.measured_codes import parse_rules
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.reading import read_code
from desktop.store import catalogue
from desktop.ui.till.ticket import Ticket
from desktop.ui.till.till_rows import AgeCheck, Choose, Entry, NotFound


class Adding:
    """What a person or a scanner names becomes a line."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket

    def scan(self, raw: str | bytes) -> None:
        """Look a code up and put the goods in; what is half typed or asked is dropped, the scan counts."""
        times = self._drop_entry()
        self._ticket.attempt(lambda: self._look_up(raw, times))

    def add_product(self, product_id: str) -> None:
        """Put in goods chosen by touch or found by search."""
        times = self._drop_entry()
        with self._ticket.terminal.database.reading() as connection:
            found = catalogue.find_product(connection, product_id)
        if found is not None:
            self._ticket.attempt(lambda: self.add(found, times))

    def choose(self, product_id: str) -> None:
        """Say which of several goods a code means."""
        ticket, prompt = self._ticket, self._ticket.state.prompt
        if isinstance(prompt, Choose):
            found = next(found for found in prompt.found if found.product.id == product_id)
            ticket.put(prompt=None)
            ticket.attempt(lambda: self.add(found, ticket.state.entry.times_milli))

    def take_weight(self, quantity_milli: int) -> None:
        """A scale's answer, if weighed goods wait for it."""
        found = self._ticket.state.entry.found
        if found is not None:
            self._ticket.attempt(lambda: self.add(found, quantity_milli))

    def add(self, found: Found, times_milli: int | None) -> None:
        """Put in what was found, or ask in place for what is missing. Refusals as `cart.add`."""
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        old = {line.line_id: line.quantity_milli for line in cart.lines}
        try:
            grown = trade.add(cart, found, new_id(ticket.terminal.clock.now()), times_milli)
        except Refusal as refusal:
            if refusal.code != "quantity.needed":
                raise
            ticket.put(entry=Entry(mode="weight", found=found), prompt=None)
            ticket.sounded.emit("attention")
            return
        line = next(line for line in reversed(grown.lines) if old.get(line.line_id) != line.quantity_milli)
        asks_age = line.age_limit > trade.age_limit(cart)
        added = line.quantity_milli - old.get(line.line_id, 0)
        prompt = AgeCheck(line.age_limit) if asks_age else None
        ticket.keep(grown, last=line.line_id, added_milli=added, prompt=prompt, flash=ticket.state.flash + 1)
        ticket.sounded.emit("attention" if asks_age else "ok")

    def _look_up(self, raw: str | bytes, times_milli: int | None) -> None:
        ticket, (cart, shop) = self._ticket, self._ticket.in_hand()
        reading = read_code(raw, parse_rules(shop.code_rules.splitlines()))
        with ticket.terminal.database.reading() as connection:
            found = catalogue.resolve(connection, reading, cart.currency)
        if not found:
            ticket.put(prompt=NotFound(reading.text), entry=Entry())
            ticket.sounded.emit("stop")
        elif len(found) > 1:
            ticket.put(prompt=Choose(reading.text, tuple(found)))
            ticket.sounded.emit("attention")
        else:
            self.add(found[0], times_milli)

    def _drop_entry(self) -> int | None:
        """Forget what is typed and asked, and give the `3 *` said before; what follows is shown at once."""
        times_milli = self._ticket.state.entry.times_milli
        self._ticket.state = replace(self._ticket.state, entry=Entry(times_milli=times_milli), prompt=None)
        return times_milli
