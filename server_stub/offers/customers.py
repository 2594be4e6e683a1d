"""Customers as tills are told of them: what a sale needs, and nothing by which they could be reached."""

from collections.abc import Sequence

import msgspec

from server_stub.api.people_data import PersonalData
from server_stub.database import Connection
from sync.wire.offers import Customer

_THESE = """
SELECT c.customer_id::text, c.card, c.group_name, coalesce(c.price_list_id::text, ''), c.tax_exempt,
    c.account_limit_minor, a.bytes
FROM customer c JOIN attachment a USING (attachment_id)
WHERE c.customer_id = ANY(%s::uuid[]) AND c.erased_at IS NULL AND a.bytes IS NOT NULL
"""
_decode = msgspec.json.Decoder(PersonalData).decode


async def read_customers(conn: Connection, ids: Sequence[str]) -> dict[str, Customer]:
    """Give those of these customers who were not erased, by id."""
    cursor = await conn.execute(_THESE, (list(ids),))
    found: dict[str, Customer] = {}
    for ident, card, group, price_list, tax_exempt, limit_minor, content in await cursor.fetchall():
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
        )
    return found
