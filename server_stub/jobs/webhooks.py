"""Webhooks: other programs subscribe to kinds of facts and are called when one has come in.

Facts are read from the journal behind a cursor per subscription and chain; a delivery is a job, made in the same
transaction in which the cursor moves, so nothing is missed and nothing is made twice. A delivery may arrive twice
(an answer may be lost) and out of order: `X-eckWMS-Event-Id` is the same each time, and `seq` says the order.

`X-eckWMS-Signature` is `v1=` and HMAC-SHA256 in hex, with the subscription's secret, over the timestamp header, a
full stop and the body. A receiver refuses old timestamps, compares in constant time and answers 2xx.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.ids import new_id
from server_stub.jobs.queue import enqueue
from server_stub.jobs.workplace import Hopeless, Workplace
from server_stub.proxy.addresses import read_address
from server_stub.proxy.outgoing import Ask, Forbidden, Network, Target, fetch
from server_stub.proxy.url import parse_url
from server_stub.version import program_version
from sync.chain import decode_header
from sync.wire.facts import KINDS as FACT_KINDS

ATTEMPTS = 15
"""With waits of up to an hour: about six hours of a receiver that is down."""
PAGE = 500
_NETWORK = Network(total_s=10.0)

_ADD = """
INSERT INTO webhook (id, url, events, secret, lan_address, shop_id, created_at) VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_FROM_NOW = """
INSERT INTO webhook_cursor (webhook_id, chain, seq) SELECT %s, chain, projected_seq FROM incarnation
"""
_LIST = """
SELECT id::text, url, events, lan_address, shop_id::text, active, created_at FROM webhook ORDER BY created_at, id
"""
_ACTIVE = "SELECT id::text, events, coalesce(shop_id::text, '') FROM webhook WHERE active ORDER BY id FOR UPDATE"
_BEHIND = """
SELECT i.chain, coalesce(c.seq, i.forked_after), i.projected_seq, i.incarnation || '/' || i.branch
FROM incarnation i LEFT JOIN webhook_cursor c ON c.webhook_id = %s AND c.chain = i.chain
WHERE i.projected_seq > coalesce(c.seq, i.forked_after) ORDER BY i.chain LIMIT 1
"""
_ENTRIES = """
SELECT e.seq, e.kind, e.version, e.header, e.body, q.seq IS NOT NULL
FROM entry e LEFT JOIN quarantine q USING (chain, seq)
WHERE e.chain = %s AND e.seq > %s AND e.seq <= %s AND e.kind = ANY(%s) ORDER BY e.seq
"""
_MOVE = """
INSERT INTO webhook_cursor (webhook_id, chain, seq) VALUES (%s, %s, %s)
ON CONFLICT (webhook_id, chain) DO UPDATE SET seq = excluded.seq
"""


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who is called for which kinds of facts; `lan_address` is set for a receiver in the own network."""

    id: str
    url: str
    events: list[str]
    lan_address: str | None
    shop_id: str | None
    active: bool
    created_at: datetime


async def subscribe(
    conn: Connection,
    url: str,
    events: Collection[str],
    *,
    now: datetime,
    lan_address: str | None = None,
    shop: str | None = None,
) -> tuple[str, str]:
    """Add a subscription to what comes in from now on; gives its id and its secret, which is shown once.

    Raises Refusal for a kind of fact that does not exist, and for an address that is not https unless `lan_address`
    names the address in the own network that it leads to.
    """
    _read_target(url, lan_address)
    if not events or (unknown := set(events) - FACT_KINDS.keys()):
        raise Refusal("webhook.events", f"No such events: {', '.join(sorted(unknown)) if events else 'none given'}",
                      f"Known: {', '.join(FACT_KINDS)}.")  # fmt: skip
    ident, secret = new_id(), secrets.token_urlsafe(32)
    await conn.execute(_ADD, (ident, url, sorted(set(events)), secret, lan_address, shop, now))
    await conn.execute(_FROM_NOW, (ident,))
    return ident, secret


async def list_subscriptions(conn: Connection) -> list[Subscription]:
    """Give every subscription, oldest first, without secrets."""
    return [Subscription(*row) for row in await (await conn.execute(_LIST)).fetchall()]


async def unsubscribe(conn: Connection, ident: str) -> bool:
    """Remove a subscription; what waits for it is dropped when its turn comes. False when there is none."""
    return (await conn.execute("DELETE FROM webhook WHERE id = %s", (ident,))).rowcount == 1


async def send_events(place: Workplace, _payload: dict[str, Any]) -> None:
    """Make a delivery for every new fact that somebody subscribed to."""
    async with place.pool.connection() as conn:
        while await _send_some(conn, place.now()):
            pass


async def _send_some(conn: Connection, now: datetime) -> bool:
    """Go one step on with every subscription; False when all are level."""
    moved = False
    async with conn.transaction():
        for webhook, events, shop in await (await conn.execute(_ACTIVE)).fetchall():
            row = await (await conn.execute(_BEHIND, (webhook,))).fetchone()
            if row is None:
                continue
            chain, seen, projected, name = row
            up_to = min(projected, seen + PAGE)
            cursor = await conn.execute(_ENTRIES, (chain, seen, up_to, events), binary=True)
            for event in [_event(name, *entry) for entry in await cursor.fetchall()]:
                if not shop or event["shop"] == shop:
                    payload, key = {"webhook": webhook, "event": event}, f"{webhook} {event['id']}"
                    await enqueue(conn, "webhook", payload, now=now, key=key, max_attempts=ATTEMPTS)
            await conn.execute(_MOVE, (webhook, chain, up_to))
            moved = True
    return moved


def _event(
    chain: str, seq: int, kind: str, version: int, header: bytes, body: bytes, is_quarantined: bool
) -> dict[str, Any]:
    head = decode_header(header)
    return {"id": f"{chain}/{seq}", "event": kind, "version": version, "device": head.terminal, "shop": head.shop,
            "seq": seq, "occurred_at": head.occurred_at, "quarantined": is_quarantined,
            "data": msgspec.json.decode(body)}  # fmt: skip


async def deliver(place: Workplace, payload: dict[str, Any]) -> None:
    """Call a receiver once. Raises when it does not answer 2xx, so that it is tried again."""
    async with place.pool.connection() as conn:
        cursor = await conn.execute(
            "SELECT url, secret, lan_address FROM webhook WHERE id = %s AND active", (payload["webhook"],)
        )
        row = await cursor.fetchone()
    if row is None:
        return  # nobody wants it any more
    url, secret, lan_address = row
    target, query = _read_target(url, lan_address)
    body = json.dumps(payload["event"], ensure_ascii=False, separators=(",", ":")).encode()
    headers = _headers(payload["event"], secret, str(int(place.now().timestamp())), body)
    try:
        answer = await fetch(_NETWORK, target, Ask("POST", query, headers, body))
    except Forbidden as error:
        raise Hopeless(f"{error} leads to an address that may not be called") from error
    if not 200 <= answer.status < 300:
        raise ConnectionError(f"The receiver answered {answer.status}")


def _headers(event: dict[str, Any], secret: str, timestamp: str, body: bytes) -> list[tuple[bytes, bytes]]:
    headers = {
        "Content-Type": "application/json", "Content-Length": str(len(body)),
        "User-Agent": f"eckwms-server/{program_version()}", "X-eckWMS-Event": event["event"],
        "X-eckWMS-Event-Id": event["id"], "X-eckWMS-Timestamp": timestamp,
        "X-eckWMS-Signature": sign(secret, timestamp, body),
    }  # fmt: skip
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Give the signature header's value."""
    return "v1=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _read_target(url: str, lan_address: str | None) -> tuple[Target, bytes]:
    """Give the target and its query. Raises Refusal for an address that may not be called."""
    plain, mark, query = url.partition("?")
    parsed = parse_url(plain)
    is_allowed = parsed is not None and (parsed.scheme == "https" or lan_address)
    if parsed is None or not is_allowed or not query.isascii() or any(ord(sign) <= 32 for sign in query):
        raise Refusal("webhook.url", f"{url[:200]!r} is not an https address.",
                      "Only a receiver in the own network, named by its address, may go without TLS.")  # fmt: skip
    if lan_address is not None and read_address(lan_address) is None:
        raise Refusal("webhook.lan", f"{lan_address!r} is not an IP address.")
    return Target(parsed, lan_address), (mark + query).encode()
