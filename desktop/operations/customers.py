"""Customers at the till: by the card they show, by what a person types; made here when they are new, and changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, timedelta

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.customer import Customer
from desktop.domain.customer_data import (
    CustomerChange,
    CustomerData,
    KnownCustomer,
    Registration,
    check_data,
    check_edits,
    with_edits,
)
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.replication.attachments import make_attachment, make_edit
from desktop.store import attachments, customers
from desktop.store.offers import read_price_lists
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
        _check_card(connection, given.card, ident)
        attachments.keep(connection, made)
        terminal.record(connection, Registration(ident, made.hash, granted_by), who)
    return Customer(id=ident, name=given.name, card=given.card, birthday=given.birthday)


def know_customer(terminal: Terminal, customer_id: str, told: KnownCustomer | None = None) -> KnownCustomer:
    """Give what is known of a customer who is to be changed: what head office has just told, or what this till has.

    Refusal `customer.gone`.
    """
    with terminal.database.reading() as connection:
        return _know(connection, customer_id, told)


def change_customer(
    terminal: Terminal,
    person: Person | None,
    known: KnownCustomer,
    typed: Mapping[str, str],
    *,
    consent: bool = False,
    granter: Person | None = None,
) -> Customer:
    """Change what is kept of a customer: the entry names fields and a hash, old and new are kept beside the journal.

    `typed` is by the names of `customer_data.TYPED`, and `price_list` by its name; what is not in it stays. Refusals as
    `check_edits`, `customer.price_list`, `customer.card_taken`, `customer.gone`, `staff.*`.
    """
    consent_at = iso(terminal.clock.now()) if consent else ""
    with terminal.database.writing(Topic.OFFERS, Topic.SYNC) as connection:
        require_open(connection)
        if customers.read_customer(connection, known.customer_id) is None:
            raise _gone()
        prices = known.price_list_id
        if "price_list" in typed:
            prices = _price_list(connection, typed["price_list"])
        edits = check_edits(known, typed, price_list_id=prices, consent_at=consent_at)
        who, granted_by = permit(connection, terminal, person, Right.CHANGE_CUSTOMER, granter)
        if "price_list_id" in edits:
            _, lent = permit(connection, terminal, person, Right.CUSTOMER_PRICES, granter)
            granted_by = granted_by or lent
        _check_card(connection, edits.get("card", ("", ""))[1], known.customer_id)
        made = make_edit(edits, consent_at)
        attachments.keep(connection, made)
        terminal.record(connection, CustomerChange(known.customer_id, tuple(edits), made.hash, granted_by), who)
        changed = customers.read_customer(connection, known.customer_id)
    assert changed is not None  # it was there, in the same transaction
    return changed


def name_price_list(terminal: Terminal, price_list_id: str) -> str:
    """Give the name of a price list, empty for the usual prices."""
    with terminal.database.reading() as connection:
        return next((one.name for one in read_price_lists(connection) if one.id == price_list_id), "")


def _know(connection: Connection, customer_id: str, told: KnownCustomer | None) -> KnownCustomer:
    customer = customers.read_customer(connection, customer_id)
    if customer is None:
        raise _gone()
    if told is not None:
        for edit in (edit for ident, edit in attachments.list_edits(connection) if ident == customer_id):
            prices = edit.get("price_list_id", ("", told.price_list_id))
            price_list_id = prices[1] if prices[0] == told.price_list_id else told.price_list_id
            told = replace(told, data=with_edits(told.data, edit), price_list_id=price_list_id)
        return told
    given = attachments.read_data(connection, customer_id)
    is_only_here = any(ident == customer_id for ident, _ in attachments.list_waiting(connection))
    data = replace(given or CustomerData(""), name=customer.name, card=customer.card, birthday=customer.birthday)
    return KnownCustomer(customer_id, data, customer.price_list_id, is_whole=is_only_here)


def _price_list(connection: Connection, name: str) -> str:
    """Give the id of a price list by its name, or by the beginning of one; empty for the usual prices."""
    wanted = name.strip().casefold()
    if not wanted:
        return ""
    lists = {one.name.casefold(): one.id for one in read_price_lists(connection)}
    found = [lists[wanted]] if wanted in lists else [ident for name, ident in lists.items() if name.startswith(wanted)]
    if len(found) != 1:
        message = f"{name[:60]} is no price list here."
        raise Refusal("customer.price_list", message, "Type its name.", field="price_list", facts={"name": name[:60]})
    return found[0]


def _gone() -> Refusal:
    return Refusal("customer.gone", "This customer is not known here any more.", "Look them up once more.")


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


def _check_card(connection: Connection, card: str, customer_id: str) -> None:
    holder = customers.find_card(connection, card) if card else None
    if holder is not None and holder.id != customer_id:
        message = f"This card is {holder.name}'s."
        raise Refusal("customer.card_taken", message, "Take another card.", field="card", facts={"name": holder.name})
