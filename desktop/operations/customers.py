"""Customers at the till: by the card they show, by what a person types, and made here when they are new."""

from collections.abc import Mapping
from datetime import UTC, timedelta

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.customer import Customer
from desktop.domain.customer_data import CustomerData, Registration, check_data
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.replication.attachments import make_attachment
from desktop.store import attachments, customers
from desktop.store.topics import Topic

KEPT_DAYS = 30
"""How long this till keeps what the centre has for sure: a centre restored from a backup gets it once more."""


MOST_LISTED = 10
"""Customers that are named where a text means several."""


def find_customer(terminal: Terminal, text: str) -> Customer:
    """Give the one customer with this card, id or name, the whole name before its beginnings.

    Refusals `customer.unknown`, `customer.several`, which lists them with the card, or the id, that tells them apart.
    """
    with terminal.database.reading() as connection:
        known = customers.find_card(connection, text) or customers.read_customer(connection, text)
        found = [known] if known else customers.search_customers(connection, text)
    if not found:
        message = f"{text[:60]} is no customer here."
        raise Refusal("customer.unknown", message, "Check the card or the name.", facts={"name": text[:60]})
    whole = [one for one in found if one.name.casefold() == text.strip().casefold()]
    if len(whole) == 1:
        return whole[0]
    if len(found) > 1:
        names = ", ".join(f"{one.name} ({one.card or one.id})" for one in found[:MOST_LISTED])
        names += f" … +{len(found) - MOST_LISTED}" if len(found) > MOST_LISTED else ""
        message = f"{text[:60]} can be several: {names}."
        raise Refusal("customer.several", message, "Use the number in brackets.", facts={"names": names})
    return found[0]


def register_customer(
    terminal: Terminal,
    person: Person | None,
    typed: Mapping[str, str],
    *,
    consent: bool,
    granter: Person | None = None,
) -> Customer:
    """Make a customer: the entry names a hash, what they gave is kept beside the journal in the same transaction.

    `typed` is by the names of `customer_data.TYPED`. Refusals as `check_data`, `customer.card_taken`, `staff.*`.
    """
    now = terminal.clock.now()
    given = check_data(typed, consent_at=iso(now) if consent else "")
    ident, made = new_id(now), make_attachment(given)
    with terminal.database.writing(Topic.OFFERS, Topic.SYNC) as connection:
        require_open(connection)
        who, granted_by = permit(connection, terminal, person, Right.ADD_CUSTOMER, granter)
        _check_card(connection, given)
        attachments.keep(connection, made)
        terminal.record(connection, Registration(ident, made.hash, granted_by), who)
    return Customer(id=ident, name=given.name, card=given.card, birthday=given.birthday)


def settle_attachments(terminal: Terminal) -> None:
    """Blank what head office has erased, and what it has had for sure for `KEPT_DAYS`; note what it has by now.

    To be called when the feeds are read to their end.
    """
    now = terminal.clock.now().astimezone(UTC)
    with terminal.database.reading() as connection:
        arrived = attachments.list_arrived(connection)
        over = attachments.list_erased(connection)
        over += attachments.list_done(connection, iso(now - timedelta(days=KEPT_DAYS)))
    if arrived or over:
        with terminal.database.writing(Topic.OFFERS) as connection:
            attachments.note_arrived(connection, arrived, iso(now))
            attachments.blank(connection, over)


def _check_card(connection: Connection, given: CustomerData) -> None:
    holder = customers.find_card(connection, given.card) if given.card else None
    if holder is not None:
        message = f"This card is {holder.name}'s."
        raise Refusal("customer.card_taken", message, "Take another card.", field="card", facts={"name": holder.name})
