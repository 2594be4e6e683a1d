"""Project which entries made and changed customers here, and by what hash they name what was given."""

from sqlalchemy import Connection

from desktop.store import rows
from sync.chain import Header
from sync.wire.customer_facts import CustomerChanged, CustomerRegistered


def project_customer(
    connection: Connection, position: int, header: Header, fact: CustomerRegistered | CustomerChanged
) -> None:
    """Note the entry of a customer; what they gave is kept apart, by its hash."""
    del position
    row = {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "customer_id": fact.customer_id,
        "attachment": fact.attachment,
        "fields": " ".join(fact.fields) if isinstance(fact, CustomerChanged) else "",
    }
    rows.add(connection, "customer_entry", [row])
