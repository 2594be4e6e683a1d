"""The lines of the ticket: which one is chosen, and what a person does to it."""

from desktop.domain import cart as trade
from desktop.domain.discount import Discount
from desktop.domain.money import parse_price_e4, parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right, require
from desktop.ui.till.grant_presenter import Asked, GrantPresenter
from desktop.ui.till.ticket import Ticket


class Lines:
    """Steps on the chosen line."""

    def __init__(self, ticket: Ticket, grant: GrantPresenter) -> None:
        self._ticket, self._grant = ticket, grant

    def select(self, line_id: str) -> None:
        """Choose a line."""
        if line_id != self._ticket.state.selected:
            self._ticket.put(selected=line_id)

    def step(self, by: int) -> None:
        """Choose a neighbour of the chosen line."""
        state = self._ticket.state
        ids = [line.line_id for line in state.cart.lines] if state.cart else []
        if ids:
            at = ids.index(state.selected) if state.selected in ids else len(ids) - 1
            self.select(ids[min(max(at + by, 0), len(ids) - 1)])

    def remove(self) -> None:
        """Take the chosen line out; it can be brought back."""
        if self._ticket.state.line(self._ticket.state.selected) is not None:
            self._ticket.attempt(self._remove)

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

    def set_discount(self) -> None:
        """Give the chosen line as many per cent off as are typed; beyond the limit somebody else may allow it."""
        ticket, state = self._ticket, self._ticket.state
        who, line_id = require(ticket.person, Right.DISCOUNT), state.selected
        line, value_ppm = state.line(line_id), parse_price_e4(state.entry.typed)
        try:
            self._give_discount(who, line_id, value_ppm)
        except Refusal as refusal:
            grantable = refusal.code == "discount.limit" and self._grant.offer(
                Asked(Right.DISCOUNT, value_ppm, line.name if line else ""),
                lambda granter: ticket.attempt(lambda: self._give_discount(granter, line_id, value_ppm)),
                lambda person: ticket.limit_ppm(person) >= value_ppm,
            )
            ticket.refuse(refusal, grantable=grantable)

    def _give_discount(self, granter: Person, line_id: str, value_ppm: int) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        limit_ppm = ticket.limit_ppm(granter)
        discount = Discount("percent", value_ppm, granted_by=granter.id, limit_ppm=limit_ppm) if value_ppm else None
        ticket.keep(trade.set_discount(cart, line_id, discount), last=line_id, flash=ticket.state.flash + 1)

    def _remove(self) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        rest, removed = trade.remove(cart, ticket.state.selected)
        ticket.removed = removed
        neighbour = min(removed.index, len(rest.lines) - 1)
        last = rest.lines[neighbour].line_id if rest.lines else ""
        removals = ticket.state.removals + 1
        ticket.keep(rest, last=last, removed=removed.line.name, removals=removals, prompt=None)
