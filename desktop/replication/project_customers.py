"""Project which entry made a customer here, and by what hash it names what they gave."""

from sqlalchemy import Connection

from desktop.store import rows
from sync.chain import Header
from sync.wire.customer_facts import CustomerRegistered


def project_customer(connection: Connection, position: int, header: Header, fact: CustomerRegistered) -> None:
    """Note the entry of a customer; what they gave is kept apart, by its hash."""
    del position
    row = {"customer_id": fact.customer_id, "attachment": fact.attachment}
    rows.add(connection, "registered_customer", [row | {"incarnation": header.incarnation, "seq": header.seq}])
