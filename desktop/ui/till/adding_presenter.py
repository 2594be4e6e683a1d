"""Goods into the ticket: by scan, by touch, by choice; what is missing of them is asked in place."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain import asking
from desktop.domain import cart as trade
from desktop.domain.asking import Need
from desktop.domain.ids import new_id
from desktop.domain.measured_codes import parse_rules
from desktop.domain.money import parse_price_e4, parse_quantity_milli
from desktop.domain.product import Found
from desktop.domain.reading import Reading
from desktop.domain.remembered import changed
from desktop.domain.unknown_code import worth_telling
from desktop.operations.carts import pin_now
from desktop.operations.goods import complete
from desktop.operations.held_lots import check_held
from desktop.operations.unknown_codes import tell_unknown_code
from desktop.reading import read_code
from desktop.store import catalogue
from desktop.ui.till.offering_presenter import Offering
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import AgeCheck, Choose, Entry, NotFound


class Adding:
    """What a person or a scanner names becomes a line.

    `take_badge` is asked of what no goods have: looking for a badge takes longer than goods may."""

    def __init__(self, ticket: Ticket, offering: Offering) -> None:
        self._ticket, self._offering = ticket, offering
        self.take_badge: Callable[[str | bytes], bool] = lambda raw: False

    def scan(self, raw: str | bytes) -> None:
        """Look a code up and put the goods in; what is half typed or asked is dropped, the scan counts.

        While a serial number or lot is asked, a code that no goods have is the answer."""
        asked = self._ticket.state.entry
        times = self._drop_entry()
        self._ticket.attempt(lambda: self._look_up(raw, times, asked))

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
            ticket.attempt(lambda: self.add(found, prompt.times_milli))

    def take_weight(self, gross_milli: int) -> None:
        """A scale's answer, if weighed goods wait for it; the tare comes off."""
        entry = self._ticket.state.entry
        if entry.mode == "weight":
            self._ticket.attempt(lambda: self._weigh(entry, gross_milli))

    def hear_scale(self, trouble: str) -> None:
        """Why a scale has no weight for the goods that wait, empty when nothing is in its way."""
        entry = self._ticket.state.entry
        if entry.mode == "weight":
            self._ticket.put(entry=replace(entry, scale=trouble))

    def answer(self) -> None:
        """Take what is typed as what is asked of the goods that wait. Refusals as `add` and `asking`."""
        entry = self._ticket.state.entry
        found = entry.found
        if found is None:
            return
        if entry.mode == "weight":
            self._weigh(entry, parse_quantity_milli(entry.typed))
        elif entry.mode == "price":
            self.add(replace(found, typed_price_e4=parse_price_e4(entry.typed)), entry.times_milli)
        elif entry.mode == "pieces":
            self.add(found, parse_quantity_milli(entry.typed))
        elif entry.mode == "tare":
            self._ticket.put(entry=Entry(mode="weight", found=found, tare_milli=parse_quantity_milli(entry.typed)))
        elif entry.mode in ("serial", "lot"):
            self._number(entry, entry.mode, entry.typed)

    def add(self, found: Found, times_milli: int | None) -> None:
        """Put in what was found, or ask in place for what is missing. Refusals as `cart.add`."""
        found = asking.normal(found)
        if asking.is_model(found) and self._ask_variant(found, times_milli):
            return
        need = asking.missing(found, times_milli)
        if need is not None:
            self._ask(need, found, times_milli)
            return
        if found.expiry is not None:
            asking.check_expiry(found, self._ticket.today())
        with self._ticket.terminal.database.reading() as connection:
            check_held(connection, found)
        self._put_in(complete(self._ticket.terminal, found), times_milli)

    def _put_in(self, found: Found, times_milli: int | None) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        if trade.is_empty(cart):
            cart = pin_now(ticket.terminal, cart)
        grown = trade.add(cart, found, new_id(ticket.terminal.clock.now()), times_milli)
        [at] = changed(cart.lines, grown.lines)
        line, before_milli = grown.lines[at], sum(one.quantity_milli for one in cart.lines[at : at + 1])
        asks_age = line.age_limit > cart.age_checked and line.age_limit > trade.age_limit(cart)
        prompt = AgeCheck(line.age_limit) if asks_age else None
        ticket.keep(
            grown,
            last=line.line_id,
            added_milli=line.quantity_milli - before_milli,
            prompt=prompt,
            picture=found.product.extra.picture,
            flash=ticket.state.flash + 1,
        )
        ticket.sounded.emit("attention" if asks_age else "ok")

    def _ask_variant(self, found: Found, times_milli: int | None) -> bool:
        with self._ticket.terminal.database.reading() as connection:
            variants = catalogue.list_variants(connection, found.product.sku)
        if variants:
            model = found.product.name
            self._ticket.put(prompt=Choose(found.code, tuple(variants), times_milli, model), entry=Entry())
            self._ticket.sounded.emit("attention")
        return bool(variants)

    def _ask(self, need: Need, found: Found, times_milli: int | None) -> None:
        tare = found.product.extra.tare_milli if need == "weight" else 0
        entry = Entry(mode=need, found=found, times_milli=times_milli, tare_milli=tare)
        self._ticket.put(entry=entry, prompt=None)
        self._ticket.sounded.emit("attention")

    def _weigh(self, entry: Entry, gross_milli: int) -> None:
        if entry.found is not None:
            weighed = asking.with_weight(entry.found, gross_milli, entry.tare_milli) if entry.tare_milli else None
            self.add(weighed or replace(entry.found, quantity_milli=gross_milli), None)

    def _number(self, entry: Entry, need: Need, text: str) -> None:
        if entry.found is not None:
            self.add(asking.with_number(entry.found, need, text), entry.times_milli)

    def _look_up(self, raw: str | bytes, times_milli: int | None, asked: Entry) -> None:
        ticket, (cart, shop) = self._ticket, self._ticket.in_hand()
        reading = read_code(raw, parse_rules(shop.code_rules.splitlines()))
        with ticket.terminal.database.reading() as connection:
            found = catalogue.resolve(connection, reading, cart.currency)
        if not found and self.take_badge(raw):
            return
        if not found and asked.mode in ("serial", "lot"):
            self._number(asked, asked.mode, reading.text)
        elif not found:
            if not self._offering.take_code(reading.text):
                self._tell_unknown(reading)
        elif len(found) > 1:
            ticket.put(prompt=Choose(reading.text, tuple(found), times_milli))
            ticket.sounded.emit("attention")
        else:
            self.add(found[0], times_milli)

    def _tell_unknown(self, reading: Reading) -> None:
        """Say that no goods have it; the office hears of it, once for each code."""
        ticket = self._ticket
        ticket.put(prompt=NotFound(reading.text), entry=Entry())
        ticket.sounded.emit("unknown")
        unknown = worth_telling(reading)
        if unknown is not None:
            tell_unknown_code(ticket.terminal, ticket.person, unknown)

    def _drop_entry(self) -> int | None:
        """Forget what is typed and asked, and give the `3 *` said before; what follows is shown at once."""
        entry = self._ticket.state.entry
        times_milli = entry.times_milli if entry.mode == "code" else None
        self._ticket.state = replace(self._ticket.state, entry=Entry(times_milli=times_milli), prompt=None)
        return times_milli
