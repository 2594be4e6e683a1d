"""Customers made at tills, as a run of entries names them: who, and the hash of what they gave."""

from dataclasses import dataclass, field

from sync.wire.customer_facts import CustomerRegistered


@dataclass(frozen=True, slots=True)
class Registered:
    """One of them; `occurred_at` is the entry's, `chain` that of the till."""

    customer: str
    attachment: str
    shop: str
    chain: int
    occurred_at: str


@dataclass(slots=True)
class CustomerRows:
    """Those of a run, in order."""

    registered: list[Registered] = field(default_factory=list)


def note_customer(fact: CustomerRegistered, rows: CustomerRows, shop: str, chain: int, occurred_at: str) -> None:
    """Collect a customer."""
    rows.registered.append(Registered(fact.customer_id, fact.attachment, shop, chain, occurred_at))
