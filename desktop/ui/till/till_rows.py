"""What the till shows: one frozen state, and the questions it may be waiting with."""

from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.asking import Need
from desktop.domain.cart import Cart, CartLine
from desktop.domain.pricing import PricedCart
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal

Mode = Literal["code", "quantity", "discount", "override", "tare", Need]
Scope = Literal["line", "ticket"]
Kind = Literal["percent", "amount", "target"]


@dataclass(frozen=True)
class Entry:
    """What is being typed, with `.` as decimal mark, and what it is for; `times_milli` is a `3 *` said before.

    `found` are goods that wait for what is asked; `tare_milli` comes off their weight. `scope` and `kind` are those of
    a discount."""

    typed: str = ""
    mode: Mode = "code"
    times_milli: int | None = None
    found: Found | None = None
    tare_milli: int = 0
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


Prompt = NotFound | Choose | Refused | AgeCheck | AskReason


@dataclass(frozen=True)
class Parked:
    """A cart put aside: when it was opened (ISO 8601), how many lines, what it comes to; a quote holds until a day."""

    cart_id: str
    opened_at: str
    lines: int
    total_minor: int
    currency: str
    name: str = ""
    valid_until: str = ""


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

    def line(self, line_id: str) -> CartLine | None:
        """The cart's line of this id."""
        lines = self.cart.lines if self.cart else ()
        return next((line for line in lines if line.line_id == line_id), None)

    def comes_back(self, line_id: str) -> bool:
        """Whether the line of this id is one that comes back."""
        return self.cart is not None and any(line.line_id == line_id for line in self.cart.returns)
