"""Customers made and changed at tills, as a run of entries names them: who, and the hash of what they gave."""

from dataclasses import dataclass, field

from sync.wire.customer_facts import CustomerChanged, CustomerRegistered


@dataclass(frozen=True, slots=True)
class Given:
    """One of them; `occurred_at` is the entry's, `chain` that of the till. `is_change` where they were there before."""

    customer: str
    attachment: str
    shop: str
    chain: int
    occurred_at: str
    is_change: bool


@dataclass(slots=True)
class CustomerRows:
    """Those of a run, in order."""

    given: list[Given] = field(default_factory=list)


def note_customer(
    fact: CustomerRegistered | CustomerChanged, rows: CustomerRows, shop: str, chain: int, occurred_at: str
) -> None:
    """Collect a customer."""
    is_change = isinstance(fact, CustomerChanged)
    rows.given.append(Given(fact.customer_id, fact.attachment, shop, chain, occurred_at, is_change))
