"""The ticket in hand: one cart, on disk before it is shown, priced, and the steps that led to it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.domain import cart as trade
from desktop.domain import permission
from desktop.domain.cart import Cart, Removed
from desktop.domain.discount import WHOLE_PPM
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations import carts, staff
from desktop.operations.purses import see_purse
from desktop.operations.rights import read_shop
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, customers
from desktop.ui.till.till_rows import Entry, JustParked, Parked, Refused, TillState


class Ticket(QObject):
    """What every part of the till works on. `changed(TillState)`, `sounded(Sound)`, `faulted(Fault)`.

    `removed` is the line that can be brought back, `list_parked` gives what is put aside."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.terminal = terminal
        self.state = TillState()
        self.person: Person | None = None
        self.removed: Removed | None = None
        self.list_parked: Callable[[Shop], tuple[Parked, ...]] = lambda shop: ()
        self._shop: Shop | None = None

    @property
    def has_shop(self) -> bool:
        """Whether the shop's terms are known."""
        return self._shop is not None

    def begin(self, resumed: bool = False) -> None:
        """Read who sells and the cart in hand, or open a new one."""
        with self.terminal.database.reading() as connection:
            self._shop = read_shop(connection, self.terminal)
        self.person = staff.signed_in(self.terminal)
        cart = self._for_the_same(carts.open_cart(self.terminal))
        if self.state.cart is None or cart.id != self.state.cart.id:
            self.removed = None
            parked = self.state.prompt if isinstance(self.state.prompt, JustParked) and trade.is_empty(cart) else None
            self.state = TillState(flash=self.state.flash, removals=self.state.removals, prompt=parked)
        resumed = resumed and not trade.is_empty(cart)
        last = self.state.selected or (cart.lines[-1].line_id if cart.lines else "")
        _, shop = self.in_hand(cart)
        self._show(
            cart,
            selected=last,
            last=last,
            limit_ppm=self.limit_ppm(self.person),
            resumed=resumed,
            parked=self.list_parked(shop),
        )

    def _for_the_same(self, cart: Cart) -> Cart:
        """A ticket without goods is on no disk; whose it is, and their coupons, go on to the one that replaces it."""
        before = self.state.cart
        if before is None or not trade.is_empty(before) or not trade.is_empty(cart):
            return cart
        return replace(cart, buyer=before.buyer, coupons=before.coupons)

    def in_hand(self, cart: Cart | None = None) -> tuple[Cart, Shop]:
        """Give the cart and the shop's terms. Refusal `terminal.no_goods` before there are any."""
        cart = cart or self.state.cart
        if cart is None or self._shop is None:
            raise Refusal("terminal.no_goods", "This till has no goods and prices yet.", "Connect it to head office.")
        return cart, self._shop

    def keep(self, cart: Cart, *, last: str, **changes: Any) -> None:
        """Put the cart on disk, then show it; the step before can be taken back."""
        before, _ = self.in_hand()
        carts.keep_cart(self.terminal, cart, before)
        self._show(cart, selected=last, last=last, entry=Entry(), **{"prompt": None, "resumed": False, **changes})

    def undo(self) -> None:
        """Take the last step on the cart back, one done before a restart as well."""
        if self.state.cart is not None:
            self.attempt(self._take_back, cart=self.state.cart)

    def limit_ppm(self, person: Person | None) -> int:
        """The discount that a person may give alone; nothing for nobody."""
        if person is None or self._shop is None or not permission.may(person, Right.DISCOUNT, self._shop):
            return 0
        limit_ppm = permission.rule_of(person.role, Right.DISCOUNT, self._shop).limit_ppm
        return WHOLE_PPM if limit_ppm is None else limit_ppm

    def today(self) -> str:
        """The date in the shop (ISO 8601)."""
        _, shop = self.in_hand()
        return self.terminal.clock.now().astimezone(ZoneInfo(shop.time_zone)).date().isoformat()

    def attempt(self, step: Callable[..., None], **values: Any) -> None:
        """Do a step; what the trade refuses is shown, trouble of the environment is told."""
        try:
            step(**values)
        except Refusal as refusal:
            self.refuse(refusal)
        except Fault as fault:
            self.faulted.emit(fault)

    def refuse(self, refusal: Refusal, *, grantable: bool = False) -> None:
        """Show a refusal; what was typed is gone, what it was for stays."""
        self.put(prompt=Refused(refusal, grantable), entry=replace(self.state.entry, typed=""))
        self.sounded.emit("stop")

    def put(self, **changes: Any) -> None:
        """Show another state."""
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)

    def _take_back(self, cart: Cart) -> None:
        before = carts.take_back(self.terminal, cart)
        if before is not None:
            last = before.lines[-1].line_id if before.lines else ""
            self._show(before, selected=last, last=last, entry=Entry(), prompt=None, removed="", resumed=False)

    def _show(self, cart: Cart, **changes: Any) -> None:
        _, shop = self.in_hand(cart)
        picture = changes.pop("picture", None)  # whoever has just looked the goods up knows it
        if picture is None:
            picture = self._picture_of(cart, changes.get("last", self.state.last))
        whose = {
            "customer": self._name_of(cart),
            "seen": see_purse(self.terminal, cart),
            "tops_up": shop.tender.pay_in_credit,
        }
        self.put(cart=cart, priced=price(cart, shop), picture=picture, **whose, **changes)

    def _picture_of(self, cart: Cart, line_id: str) -> str:
        """The picture of a line's goods, looked up anew only when they are others."""
        line, before = trade.find_line(cart, line_id), self.state.line(self.state.last)
        product = line.product_id if line is not None else ""
        if product and before is not None and before.product_id == product:
            return self.state.picture
        with self.terminal.database.reading() as connection:
            known = catalogue.read_product(connection, product) if product else None
        return known.extra.picture if known else ""

    def _name_of(self, cart: Cart) -> str:
        """The customer's name, read anew only when it is another customer."""
        before = self.state.cart.buyer if self.state.cart else None
        if cart.buyer is None or (before is not None and before.id == cart.buyer.id and self.state.customer):
            return self.state.customer if cart.buyer else ""
        with self.terminal.database.reading() as connection:
            known = customers.read_customer(connection, cart.buyer.id)
        return known.name if known else ""
