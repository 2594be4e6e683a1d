"""What the till shows: one frozen state, and the questions it may be waiting with."""

from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.asking import Need
from desktop.domain.cart import Cart, CartLine, find_line
from desktop.domain.pricing import PricedCart
from desktop.domain.product import Found
from desktop.domain.purse import Seen
from desktop.domain.purse_pay_in import PayIn, sum_paid_in
from desktop.domain.refusal import Refusal

PAY_IN = "pay-in:"
"""Before the purse in the key of a row."""
Mode = Literal["code", "quantity", "discount", "override", "tare", Need]
Scope = Literal["line", "ticket"]
Kind = Literal["percent", "amount", "target"]


@dataclass(frozen=True)
class Entry:
    """What is being typed, with `.` as decimal mark, and what it is for; `times_milli` is a `3 *` said before.

    `found` are goods that wait for what is asked; `tare_milli` comes off their weight, `scale` is why the scale has
    none for them (`overload`, `below_zero`, `error`). `scope` and `kind` are those of a discount."""

    typed: str = ""
    mode: Mode = "code"
    times_milli: int | None = None
    found: Found | None = None
    tare_milli: int = 0
    scale: str = ""
    scope: Scope = "line"
    kind: Kind = "percent"


@dataclass(frozen=True)
class NotFound:
    """A code that no goods have."""

    code: str


@dataclass(frozen=True)
class Choose:
    """One code on several goods, or a model and its variants; `times_milli` is a `3 *` said before."""

    code: str
    found: tuple[Found, ...]
    times_milli: int | None = None
    model: str = ""  # the name of what has variants


@dataclass(frozen=True)
class Refused:
    """The trade said no; `grantable` when somebody else here could allow it."""

    refusal: Refusal
    grantable: bool = False


@dataclass(frozen=True)
class AgeCheck:
    """Goods that not everybody may buy; `paying` when the payment waits for it."""

    age: int
    paying: bool = False


@dataclass(frozen=True)
class AskReason:
    """A price that a person sets needs a reason."""

    line_id: str
    price_e4: int


@dataclass(frozen=True)
class Parked:
    """A cart put aside: when it was opened (ISO 8601), how many lines, what it comes to; a quote holds until a day.

    `till` parked it, `parked_at`; the till `held_by` has it open. `ticket` is its id at head office, empty where that
    does not know it. One of an `other` till goes by that id alone."""

    cart_id: str
    opened_at: str
    lines: int
    total_minor: int
    currency: str
    name: str = ""
    valid_until: str = ""
    parked_at: str = ""
    till: str = ""
    held_by: str = ""
    ticket: str = ""
    other: bool = False


@dataclass(frozen=True)
class Opening:
    """Head office is asked for a parked cart."""

    parked: Parked


@dataclass(frozen=True)
class JustParked:
    """A cart was put aside; until something else is done it comes back at one press."""

    cart_id: str
    name: str
    total_minor: int
    currency: str


@dataclass(frozen=True)
class OpenAnyway:
    """Head office does not answer: another till may sell this cart as well."""

    parked: Parked


Prompt = NotFound | Choose | Refused | AgeCheck | AskReason | Opening | OpenAnyway | JustParked


@dataclass(frozen=True)
class TillState:
    """Everything the till's view needs; `cart` and `priced` are None before the first goods came."""

    cart: Cart | None = None
    priced: PricedCart | None = None
    selected: str = ""
    last: str = ""  # the line that changed last
    added_milli: int = 0  # by how much
    flash: int = 0  # counts up when a line should flash
    entry: Entry = field(default_factory=Entry)
    prompt: Prompt | None = None
    removed: str = ""  # the name of a line that can be brought back
    removals: int = 0  # counts up when a line was removed
    limit_ppm: int = 0  # the discount that this person may give
    resumed: bool = False  # the cart was left in hand when the program ended
    parked: tuple[Parked, ...] = ()
    customer: str = ""  # the name of whose ticket it is
    seen: Seen | None = None  # what they have with the shop
    tops_up: bool = False  # the shop takes money into store credit
    picture: str = ""  # that of the goods that changed last, by hash

    @property
    def pay_ins(self) -> tuple[PayIn, ...]:
        """What the customer pays in beside the goods."""
        return self.cart.pay_ins if self.cart else ()

    @property
    def due_minor(self) -> int:
        """What there is to pay: goods and what is paid in."""
        return (self.priced.total_minor if self.priced else 0) + sum_paid_in(self.pay_ins)

    def line(self, line_id: str) -> CartLine | None:
        """The cart's line of this id."""
        return find_line(self.cart, line_id) if self.cart else None

    def pays_in(self, key: str) -> PayIn | None:
        """What is paid in, by the key of its row."""
        return next((one for one in self.pay_ins if key == f"{PAY_IN}{one.purse}"), None)

    def comes_back(self, line_id: str) -> bool:
        """Whether the line of this id is one that comes back."""
        return self.cart is not None and any(line.line_id == line_id for line in self.cart.returns)
