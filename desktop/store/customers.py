"""Customers, as the centre publishes them: by card, by what a person types, by id."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, intersect, select

from desktop.domain.customer import Customer
from desktop.store.offer_tables import customer, customer_word
from sync.wire.replica import fold

SEARCH_LIMIT = 20
_PAST = "\U0010ffff"
"""Behind every text that begins with the letters before it."""


def read_customer(connection: Connection, customer_id: str) -> Customer | None:
    """Give a customer by id; None for one whom the centre has erased, or does not tell this shop of."""
    row = connection.execute(select(customer).where(customer.c.id == customer_id)).first()
    return _customer(row) if row else None


def read_name(connection: Connection, customer_id: str) -> str:
    """Give a customer's name, empty for nobody and for whom this till does not know."""
    found = read_customer(connection, customer_id) if customer_id else None
    return found.name if found else ""


def find_card(connection: Connection, code: str) -> Customer | None:
    """Give the customer whose card was scanned."""
    row = connection.execute(select(customer).where(customer.c.card == code)).first() if code else None
    return _customer(row) if row else None


def search_customers(connection: Connection, typed: str, limit: int = SEARCH_LIMIT) -> list[Customer]:
    """Find customers while a person types: beginnings of the words of a name, in any order, or of a card's number."""
    words = re.findall(r"\w+", fold(typed))
    if not words:
        return []
    found = {row.id: _customer(row) for row in _find_card_start(connection, typed.strip(), limit)}
    found |= {row.id: _customer(row) for row in _find_words(connection, words, limit)}
    return sorted(found.values(), key=lambda one: (fold(one.name), one.id))[:limit]


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


def _customer(row: Row[Any]) -> Customer:
    values = dict(row._mapping)
    return Customer(group=values.pop("group_name"), **values)
