"""The lines of the ticket: which one is chosen, and what a person does to it."""

from dataclasses import replace

from desktop.domain import cart as trade
from desktop.domain.money import parse_quantity_milli
from desktop.domain.permission import permit
from desktop.domain.purse_pay_in import PayIn
from desktop.domain.staff import Right
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import PAY_IN


class Lines:
    """Steps on the chosen line, and on those that not everybody may buy."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket

    def select(self, line_id: str) -> None:
        """Choose a line."""
        if line_id != self._ticket.state.selected:
            self._ticket.put(selected=line_id)

    def step(self, by: int) -> None:
        """Choose a neighbour of the chosen line."""
        state = self._ticket.state
        ids = _line_ids(state.cart) if state.cart else []
        if ids:
            at = ids.index(state.selected) if state.selected in ids else len(ids) - 1
            self.select(ids[min(max(at + by, 0), len(ids) - 1)])

    def remove(self, line_id: str = "") -> None:
        """Take the chosen line out, or the one that is named; it can be brought back."""
        self.select(line_id or self._ticket.state.selected)
        state = self._ticket.state
        if state.line(state.selected) is not None:
            self._ticket.attempt(self._remove)
        elif state.comes_back(state.selected):
            self._ticket.attempt(self._leave_out)
        elif (paid := state.pays_in(state.selected)) is not None:
            self._ticket.attempt(self._take_out, paid=paid)

    def bring_back(self) -> None:
        """Put the line removed last back where it stood."""
        ticket, removed = self._ticket, self._ticket.removed
        if removed is not None and ticket.state.cart is not None:
            cart = trade.restore(ticket.state.cart, removed)
            ticket.removed = None
            ticket.attempt(lambda: ticket.keep(cart, last=removed.line.line_id, removed=""))

    def forget_removed(self) -> None:
        """The time to bring it back has passed."""
        self._ticket.removed = None
        self._ticket.put(removed="")

    def set_quantity(self) -> None:
        """Give the chosen line the quantity that is typed. Refusals as `cart.set_quantity`."""
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        quantity_milli = parse_quantity_milli(ticket.state.entry.typed)
        changed = trade.set_quantity(cart, ticket.state.selected, quantity_milli)
        ticket.keep(changed, last=ticket.state.selected, added_milli=quantity_milli, flash=ticket.state.flash + 1)

    def write_note(self, line_id: str, note: str) -> None:
        """Write a note on a line, or on the whole ticket when no line is named; an empty one takes it away."""
        self._ticket.attempt(lambda: self._write_note(line_id, note))

    def confirm_age(self) -> None:
        """The customer is old enough; who looked is written into the sale. Refusals as `permit`."""
        ticket, (cart, shop) = self._ticket, self._ticket.in_hand()
        who, _ = permit(ticket.person, Right.SELL, shop)
        ticket.keep(trade.confirm_age(cart, who.id), last=ticket.state.last)

    def refuse_age(self) -> None:
        """The customer is too young: what they may not buy goes; it can be undone."""
        ticket = self._ticket
        if ticket.state.cart is not None:
            left = trade.without_restricted(ticket.state.cart)
            last = left.lines[-1].line_id if left.lines else ""
            ticket.attempt(lambda: ticket.keep(left, last=last))

    def _write_note(self, line_id: str, note: str) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        noted = trade.set_note(cart, line_id, note) if line_id else trade.set_cart_note(cart, note)
        ticket.keep(noted, last=line_id or ticket.state.last)

    def _leave_out(self) -> None:
        """What should come back stays with the customer; it can be undone."""
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        rest = trade.leave_out(cart, ticket.state.selected)
        ids = _line_ids(rest)
        ticket.keep(rest, last=ids[-1] if ids else "", prompt=None)

    def _take_out(self, paid: PayIn) -> None:
        """What was to be paid in is not; it can be undone."""
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        rest = replace(cart, pay_ins=tuple(one for one in cart.pay_ins if one != paid))
        ids = _line_ids(rest)
        ticket.keep(rest, last=ids[-1] if ids else "", prompt=None)

    def _remove(self) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        rest, removed = trade.remove(cart, ticket.state.selected)
        ticket.removed = removed
        neighbour = min(removed.index, len(rest.lines) - 1)
        last = rest.lines[neighbour].line_id if rest.lines else ""
        removals = ticket.state.removals + 1
        ticket.keep(rest, last=last, removed=removed.line.name, removals=removals, prompt=None)


def _line_ids(cart: trade.Cart) -> list[str]:
    sold, back = (line.line_id for line in cart.lines), (line.line_id for line in cart.returns)
    return [*sold, *back, *(f"{PAY_IN}{one.purse}" for one in cart.pay_ins)]
