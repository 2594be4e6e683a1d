"""What the payment screen shows, as one frozen value."""

from dataclasses import dataclass, field

from desktop.domain.cart import Cart
from desktop.domain.pricing import PricedCart
from desktop.domain.purse import PURSES
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.tender import CARD, CASH, GIFT, Settlement
from desktop.ui.payment.card_rows import CardState
from desktop.ui.payment.purse_rows import PurseState

METHODS = (CASH, CARD, GIFT)
LONGEST_ENTRY = 10
"""Digits of an amount; a barcode has more."""


@dataclass(frozen=True)
class PaymentState:
    """`sale` is set when it is done. `quick` are amounts a customer may hand over, the exact one first. `gift_left` is
    the last certificate that paid, and what stays on it.
    """

    cart: Cart | None = None
    priced: PricedCart | None = None
    settlement: Settlement | None = None
    method: str = CASH
    typed: str = ""
    quick: tuple[int, ...] = ()
    change: tuple[tuple[int, int], ...] = ()
    refusal: Refusal | None = None
    scan_refused: bool = False
    sale: Sale | None = None
    copies: int = 0
    card: CardState = field(default_factory=CardState)
    asking_gift: bool = False
    gift_left: tuple[str, int] = ("", 0)
    purse: PurseState = PurseState()  # noqa: RUF009  frozen
    methods: tuple[str, ...] = METHODS
    due_foreign_minor: int = 0

    @property
    def can_finish(self) -> bool:
        """Nothing is due any more, and no card is asked for or unclear."""
        complete = self.settlement is not None and self.settlement.complete and self.sale is None
        return complete and self.card.attempt is None

    @property
    def takes_purse(self) -> bool:
        """What the customer has pays, or is paid out to."""
        return self.method in PURSES and self.sale is None

    @property
    def takes_number(self) -> bool:
        """A certificate's number is typed or scanned, no amount."""
        return self.method == GIFT and self.sale is None
