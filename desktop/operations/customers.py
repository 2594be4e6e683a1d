"""Customers at the till: by the card they show, or by what a person types."""

from desktop.domain.customer import Customer
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store import customers


def find_customer(terminal: Terminal, text: str) -> Customer:
    """Give the one customer with this card, id or name. Refusals `customer.unknown`, `customer.several`."""
    with terminal.database.reading() as connection:
        known = customers.find_card(connection, text) or customers.read_customer(connection, text)
        found = [known] if known else customers.search_customers(connection, text)
    if not found:
        message = f"{text[:60]} is no customer here."
        raise Refusal("customer.unknown", message, "Check the card or the name.", facts={"name": text[:60]})
    if len(found) > 1:
        names = ", ".join(one.name for one in found[:5])
        message = f"{text[:60]} can be several: {names}."
        raise Refusal("customer.several", message, "Use the card, or the whole name.", facts={"names": names})
    return found[0]
