"""What the customer's sheets show."""

from dataclasses import dataclass

from desktop.domain.customer import Customer
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
