"""Customers by card, by what a person types, by id: as the centre publishes them, and those made here since."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, intersect, select

from desktop.domain.customer import Customer, with_edits
from desktop.domain.customer_data import TYPED, CustomerData, Edits
from desktop.store import attachments
from desktop.store.offer_tables import customer, customer_word
from sync.wire.replica import customer_words, fold

SEARCH_LIMIT = 20
_DIGITS = 4
"""Digits of a telephone number that are enough to look for."""
_SAME = ("", "")
_PAST = "\U0010ffff"
"""Behind every text that begins with the letters before it."""


def read_customer(connection: Connection, customer_id: str) -> Customer | None:
    """Give a customer by id; None for one whom the centre has erased, or does not tell this shop of."""
    row = connection.execute(select(customer).where(customer.c.id == customer_id)).first()
    if row:
        return _as_changed(connection, {row.id: _customer(row)})[row.id]
    given = attachments.read_data(connection, customer_id)
    return _made_here(customer_id, given) if given else None


def read_name(connection: Connection, customer_id: str) -> str:
    """Give a customer's name, empty for nobody and for whom this till does not know."""
    found = read_customer(connection, customer_id) if customer_id else None
    return found.name if found else ""


def find_card(connection: Connection, code: str) -> Customer | None:
    """Give the customer whose card was scanned."""
    if not code:
        return None
    rows = connection.execute(select(customer).where(customer.c.card == code)).all()
    found = {row.id: _customer(row) for row in rows} or {
        ident: _made_here(ident, given) for ident, given in attachments.list_waiting(connection) if given.card == code
    }
    edited = _as_changed(connection, found, lambda edit: edit.get("card", _SAME)[1] == code)
    return next((one for one in edited.values() if one.card == code), None)


def search_customers(connection: Connection, typed: str, limit: int = SEARCH_LIMIT) -> list[Customer]:
    """Find customers while a person types: beginnings of the words of a name, in any order, or of a card's number.

    Those made here are found by telephone and e-mail too, until they come from the centre.
    """
    words = re.findall(r"\w+", fold(typed))
    if not words:
        return []
    found = {row.id: _customer(row) for row in _find_card_start(connection, typed.strip(), limit)}
    found |= {row.id: _customer(row) for row in _find_words(connection, words, limit)}
    waiting = attachments.list_waiting(connection)
    found |= {ident: _made_here(ident, given) for ident, given in waiting if _is_meant(given, typed.strip(), words)}
    found = _as_changed(connection, found, lambda edit: _is_meant(_new_of(edit), typed.strip(), words))
    return sorted(found.values(), key=lambda one: (fold(one.name), one.id))[:limit]


def _as_changed(
    connection: Connection, found: dict[str, Customer], is_meant: Callable[[Edits], bool] = lambda edit: False
) -> dict[str, Customer]:
    """Give these customers as this till has changed them since, and with them those whom a change makes meant."""
    edits = attachments.list_edits(connection)
    for ident, edit in edits:
        if ident not in found and is_meant(edit):
            row = connection.execute(select(customer).where(customer.c.id == ident)).first()
            found |= {row.id: _customer(row)} if row else {}
    for ident, edit in edits:
        if ident in found:
            found[ident] = with_edits(found[ident], edit)
    return found


def _new_of(edit: Edits) -> CustomerData:
    return CustomerData(**{"name": "", **{field: new for field, (_, new) in edit.items() if field in TYPED}})


def _find_words(connection: Connection, words: Sequence[str], limit: int) -> Sequence[Row[Any]]:
    parts = [
        select(customer_word.c.customer_id).where(customer_word.c.word >= word, customer_word.c.word < word + _PAST)
        for word in words
    ]
    ids = parts[0] if len(parts) == 1 else intersect(*parts)
    query = select(customer).where(customer.c.id.in_(ids)).order_by(func.lower(customer.c.name), customer.c.id)
    return connection.execute(query.limit(limit)).all()


def _find_card_start(connection: Connection, typed: str, limit: int) -> Sequence[Row[Any]]:
    query = select(customer).where(customer.c.card >= typed, customer.c.card < typed + _PAST)
    return connection.execute(query.order_by(customer.c.card).limit(limit)).all()


def _is_meant(given: CustomerData, typed: str, words: Sequence[str]) -> bool:
    known = customer_words(f"{given.name} {given.email}")
    if all(any(one.startswith(word) for one in known) for word in words):
        return True
    digits = "".join(filter(str.isdigit, typed))
    by_phone = len(digits) >= _DIGITS and digits in "".join(filter(str.isdigit, given.phone))
    return by_phone or given.card.startswith(typed)


def _made_here(ident: str, given: CustomerData) -> Customer:
    return Customer(id=ident, name=given.name, card=given.card, birthday=given.birthday)


def _customer(row: Row[Any]) -> Customer:
    values = dict(row._mapping)
    return Customer(group=values.pop("group_name"), **values)
