"""Discounts and prices that a person sets: within their limit at once, beyond it when somebody else allows it."""

from dataclasses import replace

from desktop.domain import cart as trade
from desktop.domain import permission
from desktop.domain.cart_discount import discount_base_minor, set_cart_discount
from desktop.domain.discount import WHOLE_PPM, Discount
from desktop.domain.money import parse_money, parse_price_e4
from desktop.domain.offers.price_list import Override
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.ui.till.grant_presenter import Asked, GrantPresenter
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import AskReason, Entry


class Reductions:
    """Steps that make the customer pay less, or something else."""

    def __init__(self, ticket: Ticket, grant: GrantPresenter) -> None:
        self._ticket, self._grant = ticket, grant

    def set_discount(self) -> None:
        """Give the chosen line, or the whole ticket, the discount that is typed; a zero takes it away."""
        ticket, entry = self._ticket, self._ticket.state.entry
        cart, _ = ticket.in_hand()
        if ticket.person is None:
            raise Refusal("staff.signed_out", "Nobody is signed in.", "Sign in with your PIN.")
        if entry.kind == "percent":
            value = parse_price_e4(entry.typed)
        else:
            value = parse_money(entry.typed, cart.currency).minor
        wanted = Discount(entry.kind, value) if value or entry.kind == "target" else None
        line_id = ticket.state.selected if entry.scope == "line" else ""
        self._give_or_ask(ticket.person, line_id, wanted)

    def ask_reason(self) -> None:
        """The typed price is known; say why. Refusal `cart.no_line`."""
        ticket = self._ticket
        cart, _ = ticket.in_hand()
        line = trade.line_of(cart, ticket.state.selected)
        price_e4 = parse_price_e4(ticket.state.entry.typed)
        ticket.put(entry=Entry(), prompt=AskReason(line.line_id, price_e4))

    def set_price(self, reason: str) -> None:
        """Give the line the price that was typed, for this reason; the catalogue's own price takes it away."""
        prompt = self._ticket.state.prompt
        if isinstance(prompt, AskReason):
            self._ticket.attempt(lambda: self._set_or_ask(prompt, reason))

    def _give_or_ask(self, who: Person, line_id: str, wanted: Discount | None) -> None:
        ticket = self._ticket
        try:
            self._give(who, line_id, wanted)
        except Refusal as refusal:
            share_ppm = self._share_ppm(line_id, wanted) if wanted else 0
            line = ticket.state.line(line_id)
            grantable = refusal.code == "discount.limit" and self._grant.offer(
                Asked(Right.DISCOUNT, share_ppm, line.name if line else ""),
                lambda granter: ticket.attempt(lambda: self._give(granter, line_id, wanted)),
                lambda person: ticket.limit_ppm(person) >= share_ppm,
            )
            ticket.refuse(refusal, grantable=grantable)

    def _give(self, granter: Person, line_id: str, wanted: Discount | None) -> None:
        ticket, (cart, shop) = self._ticket, self._ticket.in_hand()
        limit_ppm = ticket.limit_ppm(granter)
        discount = replace(wanted, granted_by=granter.id, limit_ppm=limit_ppm) if wanted else None
        given = trade.set_discount(cart, line_id, discount) if line_id else set_cart_discount(cart, discount, shop)
        ticket.keep(given, last=line_id or ticket.state.last, flash=ticket.state.flash + 1)

    def _share_ppm(self, line_id: str, wanted: Discount) -> int:
        """The share of the price that a discount gives away, rounded up: whoever allows it must reach it."""
        if wanted.kind == "percent":
            return wanted.value
        cart, shop = self._ticket.in_hand()
        if line_id:
            base = trade.gross_minor(trade.line_of(cart, line_id), cart.currency)
        else:
            base = discount_base_minor(cart, wanted, shop)
        off = wanted.value if wanted.kind == "amount" else base - wanted.value
        return -(-off * WHOLE_PPM // base) if base > 0 else WHOLE_PPM + 1

    def _set_or_ask(self, asked: AskReason, reason: str) -> None:
        ticket, (_, shop) = self._ticket, self._ticket.in_hand()
        try:
            who, _ = permission.permit(ticket.person, Right.OVERRIDE_PRICE, shop)
        except Refusal as refusal:
            line = ticket.state.line(asked.line_id)
            grantable = refusal.code == "staff.approval" and self._grant.offer(
                Asked(Right.OVERRIDE_PRICE, 0, line.name if line else ""),
                lambda granter: ticket.attempt(lambda: self._set(granter, asked, reason)),
            )
            ticket.refuse(refusal, grantable=grantable)
            return
        self._set(who, asked, reason)

    def _set(self, who: Person, asked: AskReason, reason: str) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        line = trade.line_of(cart, asked.line_id)
        same = asked.price_e4 == line.price_e4
        override = None if same else Override(asked.price_e4, reason, who.id)
        ticket.keep(trade.set_price(cart, line.line_id, override), last=line.line_id, flash=ticket.state.flash + 1)
