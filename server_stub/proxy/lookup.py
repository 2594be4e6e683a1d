"""Which instance a caller means, among those that are active and have proved their address; and what was asked."""

from dataclasses import dataclass
from datetime import datetime

from server_stub.database import Connection
from server_stub.proxy.outgoing import Target
from server_stub.proxy.url import parse_url


@dataclass(frozen=True, slots=True)
class Found:
    """An instance that may be reached."""

    instance_id: str
    public_url: str
    target: Target


async def find_target(conn: Connection, instance_id: str, url: str, shop: str | None) -> Found | None:
    """Find the instance by its id, by its address, or by both when both are named; None whatever the reason is.

    A caller of one `shop` reaches the instances of that shop and those of all.
    """
    named = parse_url(url) if url else None
    if url and named is None:
        return None
    found = await conn.execute(
        """SELECT id, public_url, lan_address FROM instance
           WHERE status = 'active' AND proved_at IS NOT NULL AND public_url IS NOT NULL
             AND (%(id)s = '' OR id = %(id)s)
             AND (%(url)s = '' OR public_url = %(url)s)
             AND (%(shop)s::uuid IS NULL OR shop_id IS NULL OR shop_id = %(shop)s::uuid)
           LIMIT 2""",
        {"id": instance_id, "url": named.text if named else "", "shop": shop},
    )
    rows = await found.fetchall()
    if len(rows) != 1:
        return None
    ident, public_url, lan_address = rows[0]
    row_url = parse_url(public_url)
    return Found(ident, public_url, Target(row_url, lan_address)) if row_url else None


@dataclass(frozen=True, slots=True)
class Call:
    """What is kept of one call: never a header, a query or a body."""

    who: str
    shop: str | None
    instance_id: str | None
    method: str
    path: str
    status: int
    reason: str
    request_bytes: int
    answer_bytes: int
    took_ms: int


async def note_call(conn: Connection, call: Call, now: datetime) -> None:
    """Write one line about a call."""
    await conn.execute(
        """INSERT INTO proxy_call (at, who, shop_id, instance_id, method, path, status, reason, request_bytes,
             answer_bytes, took_ms)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)""",
        (
            now, call.who, call.shop, call.instance_id, call.method, call.path[:1000], call.status, call.reason,
            call.request_bytes, call.answer_bytes, call.took_ms,
        ),
    )  # fmt: skip


async def prune_calls(conn: Connection, before: datetime) -> None:
    """Forget the record of calls that are older."""
    await conn.execute("DELETE FROM proxy_call WHERE at < %s", (before,))
