"""Offline rights: per shop one document of who works there and what a role may do, signed for its terminals.

It is made anew from what the database says whenever it is told; equal contents have one signature.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache

import msgspec

from server_stub.database import Connection
from server_stub.feed.marks import mark
from server_stub.goods.shops import read_shops
from sync.wire.changes import Shop
from sync.wire.rights import RENEWED_AFTER_S, Rights, Vouched, people_hash, rights_message

Sign = Callable[[bytes], bytes]

_ISSUED = "SELECT entity_id, marked_at FROM feed_item WHERE feed = ANY(%s) AND entity = 'rights'"
_PEOPLE = """
SELECT shop_id::text, id::text, login, name, role, pin_hash, badge_hash FROM person
WHERE shop_id = ANY(%s::uuid[]) AND active
"""
_IS_FRESH = """
SELECT marked_at > now() - make_interval(secs => %s) FROM feed_item
WHERE feed = %s AND entity = 'rights' AND entity_id = %s
"""


async def read_rights(conn: Connection, shops: Sequence[str], sign: Sign) -> dict[str, Rights]:
    """Give the documents of these shops as they are now, by shop, issued when they were last marked."""
    issued: dict[str, datetime] = dict(
        await (await conn.execute(_ISSUED, ([f"people:{shop}" for shop in shops],))).fetchall()
    )
    people: dict[str, list[tuple[str, ...]]] = {}
    for shop, *row in await (await conn.execute(_PEOPLE, (list(shops),))).fetchall():
        people.setdefault(shop, []).append(tuple(row))
    terms = await read_shops(conn, shops)
    return {shop: _document(terms[shop], issued[shop], people.get(shop, ()), sign) for shop in issued if shop in terms}


async def renew(conn: Connection, shop: str) -> None:
    """Issue the shop's document anew when it is a day old, or the first time."""
    row = await (await conn.execute(_IS_FRESH, (RENEWED_AFTER_S, f"people:{shop}", shop))).fetchone()
    if row != (True,):
        await mark(conn, f"people:{shop}", "rights", [shop])


def _document(shop: Shop, issued_at: datetime, people: Sequence[tuple[str, ...]], sign: Sign) -> Rights:
    vouched = Vouched(
        shop=shop.id,
        issued_at=issued_at.isoformat(),
        people=people_hash(people),
        permissions=shop.permissions,
        discount_limits=shop.discount_limits,
    )
    content = msgspec.json.encode(vouched, order="deterministic")
    return Rights(id=shop.id, content=content, signature=_signed(sign, content))


@lru_cache(maxsize=4096)
def _signed(sign: Sign, content: bytes) -> bytes:
    """Sign once what many terminals of a shop are told."""
    return sign(rights_message(content))
