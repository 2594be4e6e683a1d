"""What is typed at the till: digits first, and what they are for."""

from dataclasses import replace

from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.ui.till.adding import Adding
from desktop.ui.till.lines import Lines
from desktop.ui.till.ticket import Ticket
from desktop.ui.till.till_rows import Entry, Mode, NotFound, Prompt, Refused

LONGEST_ENTRY = 20


class Typed:
    """The keys; `enter` applies what is typed to what it is for."""

    def __init__(self, ticket: Ticket, adding: Adding, lines: Lines) -> None:
        self._ticket, self._adding, self._lines = ticket, adding, lines

    def press_digit(self, digit: str) -> None:
        """Type a digit."""
        entry = self._ticket.state.entry
        if len(entry.typed) < LONGEST_ENTRY:
            self._ticket.put(entry=replace(entry, typed=entry.typed + digit), prompt=self._prompt_while_typing())

    def press_mark(self) -> None:
        """Type the decimal mark, once."""
        entry = self._ticket.state.entry
        if "." not in entry.typed:
            typed = (entry.typed or "0") + "."
            self._ticket.put(entry=replace(entry, typed=typed), prompt=self._prompt_while_typing())

    def press_backspace(self) -> None:
        """Take the last digit back, then what was asked."""
        entry = self._ticket.state.entry
        self._ticket.put(entry=replace(entry, typed=entry.typed[:-1]) if entry.typed else Entry())

    def press_times(self) -> None:
        """Say how many times the next goods count: `3 *`."""
        ticket, entry = self._ticket, self._ticket.state.entry
        if entry.typed and entry.mode == "code":
            ticket.attempt(lambda: ticket.put(entry=Entry(times_milli=parse_quantity_milli(entry.typed)), prompt=None))

    def press_quantity(self) -> None:
        """Set the chosen line's quantity to what is typed, or ask for it; without a line it counts for the next."""
        state = self._ticket.state
        if state.line(state.selected) is None:
            self.press_times()
        elif state.entry.typed and state.entry.mode in ("code", "quantity"):
            self._ticket.attempt(self._lines.set_quantity)
        else:
            self._ask("quantity")

    def press_discount(self) -> None:
        """Give the chosen line as many per cent off as are typed, or ask for them."""
        ticket, state = self._ticket, self._ticket.state
        if not state.limit_ppm:
            ticket.refuse(Refusal("staff.right", "You may not do this.", "Ask somebody with the right to do it."))
        elif state.line(state.selected) is None:
            ticket.refuse(Refusal("cart.no_line", "This line is no longer in the cart.", "Choose a line of the cart."))
        elif state.entry.typed and state.entry.mode in ("code", "discount"):
            ticket.attempt(self._lines.set_discount)
        else:
            self._ask("discount")

    def press_enter(self) -> None:
        """Apply what is typed: a quantity, a discount, a weight, or a code by hand. Nothing typed: nothing."""
        ticket, entry = self._ticket, self._ticket.state.entry
        if not entry.typed:
            return
        if entry.mode == "quantity":
            ticket.attempt(self._lines.set_quantity)
        elif entry.mode == "discount":
            ticket.attempt(self._lines.set_discount)
        elif entry.mode == "weight" and entry.found is not None:
            found = entry.found
            ticket.attempt(lambda: self._adding.add(found, parse_quantity_milli(entry.typed)))
        else:
            self._adding.scan(entry.typed)

    def press_escape(self) -> None:
        """One step back: the entry, the question, then the refusal."""
        self._ticket.put(entry=Entry(), prompt=None)

    def _ask(self, mode: Mode) -> None:
        self._ticket.put(entry=Entry(mode=mode), prompt=None)

    def _prompt_while_typing(self) -> Prompt | None:
        """A refusal goes with the next digit; a question stays until it is answered or the next scan."""
        prompt = self._ticket.state.prompt
        return None if isinstance(prompt, Refused | NotFound) else prompt
