"""What the customer's sheets show."""

from dataclasses import dataclass

from desktop.domain.customer import Customer
from desktop.domain.customer_data import TYPED, KnownCustomer
from desktop.domain.refusal import Refusal


@dataclass(frozen=True)
class CustomerState:
    """`found` by what is typed, of which the one `at` a place is meant; `more` were found than are shown.

    `refusal` is what does not do in the sheet for a new customer."""

    typed: str = ""
    found: tuple[Customer, ...] = ()
    at: int = 0
    more: bool = False
    refusal: Refusal | None = None

    @property
    def meant(self) -> Customer | None:
        """Whom Enter takes."""
        return self.found[self.at] if self.at < len(self.found) else None


@dataclass(frozen=True)
class ChangingState:
    """`known` of the customer who is changed, `asking` while head office is asked for more of it.

    `price_list` is the name of theirs; `refusal` is what does not do."""

    known: KnownCustomer | None = None
    price_list: str = ""
    asking: bool = False
    refusal: Refusal | None = None

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        if self.known is None:
            return {}
        data = {name: getattr(self.known.data, name) for name in TYPED}
        month, _, day = data["birthday"].partition("-")
        return data | {"birthday": f"{day}.{month}." if day else "", "price_list": self.price_list}
