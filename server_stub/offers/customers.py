"""Customers as tills are told of them: what a sale needs, and nothing by which they could be reached."""

from collections.abc import Sequence

import msgspec

from server_stub.api.people_data import PersonalData
from server_stub.database import Connection
from sync.wire.offers import Customer, Erased

_THESE = """
SELECT c.customer_id::text, c.card, c.group_name, coalesce(c.price_list_id::text, ''), c.tax_exempt,
    c.account_limit_minor, s.currency, coalesce(b.credit_minor, 0), coalesce(b.account_minor, 0),
    coalesce(b.points, 0), a.bytes
FROM customer c JOIN attachment a USING (attachment_id) JOIN shop s ON s.id = c.shop_id
LEFT JOIN LATERAL (SELECT * FROM purse_balance WHERE customer_id = c.customer_id) b ON true
WHERE c.customer_id = ANY(%s::uuid[]) AND c.erased_at IS NULL AND a.bytes IS NOT NULL
"""
_ERASED = "SELECT customer_id::text FROM customer WHERE customer_id = ANY(%s::uuid[]) AND erased_at IS NOT NULL"
_decode = msgspec.json.Decoder(PersonalData).decode


async def read_customers(conn: Connection, ids: Sequence[str]) -> dict[str, Customer]:
    """Give those of these customers who were not erased, by id."""
    cursor = await conn.execute(_THESE, (list(ids),))
    found: dict[str, Customer] = {}
    for ident, card, group, price_list, tax_exempt, limit_minor, *purses, content in await cursor.fetchall():
        currency, credit_minor, account_minor, points = purses
        data = _decode(content)
        found[ident] = Customer(
            id=ident,
            name=data.name,
            card=card,
            group=group,
            price_list_id=price_list,
            birthday=data.birthday,
            tax_exempt=tax_exempt,
            account_limit_minor=limit_minor,
            currency=currency,
            credit_minor=credit_minor,
            account_minor=account_minor,
            points=points,
        )
    return found


async def read_erased(conn: Connection, ids: Sequence[str]) -> dict[str, Erased]:
    """Give those of these customers who were erased, by id."""
    cursor = await conn.execute(_ERASED, (list(ids),))
    return {ident: Erased(id=ident) for (ident,) in await cursor.fetchall()}
