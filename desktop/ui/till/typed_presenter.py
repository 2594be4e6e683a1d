"""What is typed at the till: digits first, and what they are for."""

from dataclasses import replace

from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.ui.till.adding_presenter import Adding
from desktop.ui.till.lines_presenter import Lines
from desktop.ui.till.reductions_presenter import Reductions
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import Entry, Kind, Mode, NotFound, Prompt, Refused, Scope

LONGEST_ENTRY = 20


class Typed:
    """The keys; `press_enter` applies what is typed to what it is for."""

    def __init__(self, ticket: Ticket, adding: Adding, lines: Lines, reductions: Reductions) -> None:
        self._ticket, self._adding, self._lines, self._reductions = ticket, adding, lines, reductions

    def press_digit(self, digit: str) -> None:
        """Type a digit."""
        entry = self._ticket.state.entry
        if len(entry.typed) < LONGEST_ENTRY:
            self._ticket.put(entry=replace(entry, typed=entry.typed + digit), prompt=self._prompt_while_typing())

    def press_letter(self, letter: str) -> bool:
        """Type a sign where a serial number or lot is asked; False where only digits mean something."""
        asked = self._ticket.state.entry.mode in ("serial", "lot")
        if asked:
            self.press_digit(letter)
        return asked

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

    def press_quantity(self, line_id: str = "") -> None:
        """Set the quantity of the chosen line, or of the one that is named, to what is typed, or ask for it.

        Without a line it counts for the next."""
        self._lines.select(line_id or self._ticket.state.selected)
        state = self._ticket.state
        if state.line(state.selected) is None:
            self.press_times()
        elif state.entry.typed and state.entry.mode in ("code", "quantity"):
            self._ticket.attempt(self._lines.set_quantity)
        else:
            self._ask("quantity")

    def press_discount(self, scope: Scope = "line", kind: Kind = "percent") -> None:
        """Give the chosen line, or the whole ticket, the discount that is typed, or ask for it."""
        ticket, state = self._ticket, self._ticket.state
        if not state.limit_ppm:
            ticket.refuse(Refusal("staff.right", "You may not do this.", "Ask somebody with the right to do it."))
        elif self._lacks_goods(scope):
            ticket.refuse(Refusal("cart.no_line", "This line is no longer in the cart.", "Choose a line of the cart."))
        elif state.entry.typed and state.entry.mode in ("code", "discount"):
            ticket.state = replace(state, entry=replace(state.entry, mode="discount", scope=scope, kind=kind))
            ticket.attempt(self._reductions.set_discount)
        else:
            ticket.put(entry=Entry(mode="discount", scope=scope, kind=kind), prompt=None)

    def press_price(self) -> None:
        """Set the price of the chosen line to what is typed, or ask for it; the reason is asked then."""
        ticket, state = self._ticket, self._ticket.state
        if self._lacks_goods("line"):
            ticket.refuse(Refusal("cart.no_line", "This line is no longer in the cart.", "Choose a line of the cart."))
        elif state.entry.typed and state.entry.mode in ("code", "override"):
            ticket.attempt(self._reductions.ask_reason)
        else:
            self._ask("override")

    def press_tare(self) -> None:
        """Say what the packaging of the goods that are weighed now weighs; typed before or asked."""
        entry = self._ticket.state.entry
        if entry.mode in ("weight", "tare") and entry.found is not None:
            self._ticket.put(entry=replace(entry, mode="tare"))
            if entry.typed:
                self._ticket.attempt(self._adding.answer)

    def press_enter(self) -> None:
        """Apply what is typed to what it is for; a code by hand if nothing was asked. Nothing typed: nothing."""
        ticket, entry = self._ticket, self._ticket.state.entry
        if not entry.typed:
            return
        if entry.mode == "quantity":
            ticket.attempt(self._lines.set_quantity)
        elif entry.mode == "discount":
            ticket.attempt(self._reductions.set_discount)
        elif entry.mode == "override":
            ticket.attempt(self._reductions.ask_reason)
        elif entry.found is not None:
            ticket.attempt(self._adding.answer)
        else:
            self._adding.scan(entry.typed)

    def press_escape(self) -> None:
        """One step back: the entry, the question, then the refusal."""
        self._ticket.put(entry=Entry(), prompt=None)

    def _ask(self, mode: Mode) -> None:
        self._ticket.put(entry=Entry(mode=mode), prompt=None)

    def _lacks_goods(self, scope: Scope) -> bool:
        state = self._ticket.state
        if scope == "line":
            return state.line(state.selected) is None
        return state.cart is None or not state.cart.lines

    def _prompt_while_typing(self) -> Prompt | None:
        """A refusal goes with the next digit; a question stays until it is answered or the next scan."""
        prompt = self._ticket.state.prompt
        return None if isinstance(prompt, Refused | NotFound) else prompt
