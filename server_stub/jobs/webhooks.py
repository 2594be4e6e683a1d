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
from datetime import datetime, timedelta
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

ATTEMPTS = 15
"""With waits of up to an hour: about six hours of a receiver that is down."""
PAGE = 500
TEST = "webhook.test"
PAUSED_FOR = timedelta(days=36500)
"""How far off the next attempt of a paused delivery is put: until somebody lets it go on."""
_NETWORK = Network(total_s=10.0)
Receiver = tuple[str, str, str | None]
"""Address, secret, and the one address in the own network that it may have."""

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
_RECEIVER = "SELECT url, secret, lan_address, active FROM webhook WHERE id = %s FOR SHARE"
_NOTE_PUT_OFF = """
UPDATE job SET payload = payload || '{"put_off": true}'
WHERE kind = 'webhook' AND key = %s AND lease_until IS NOT NULL
"""


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
                    payload = {"webhook": webhook, "event": event}
                    key = delivery_key(payload)
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


def make_test(webhook: str, shop: str | None, now: datetime) -> dict[str, Any]:
    """Give the payload of a delivery that only tries whether the receiver is there."""
    event = {"id": f"test/{new_id()}", "event": TEST, "version": 1, "device": "", "shop": shop or "", "seq": 0,
             "occurred_at": now.isoformat(), "quarantined": False, "data": {}}  # fmt: skip
    return {"webhook": webhook, "event": event}


def delivery_key(payload: dict[str, Any]) -> str:
    """Name a delivery, so that it waits once at most."""
    return f"{payload['webhook']} {payload['event']['id']}"


async def deliver(place: Workplace, payload: dict[str, Any]) -> None:
    """Call a receiver once. Raises when it does not answer 2xx, so that it is tried again."""
    async with place.pool.connection() as conn:
        receiver = await _find_receiver(conn, payload, place.now())
    if receiver is not None:
        await post_event(receiver, payload["event"], place.now())


async def post_event(receiver: Receiver, event: dict[str, Any], now: datetime) -> None:
    """Send an event, signed. Raises Hopeless, Unreachable, and ConnectionError for any answer but 2xx."""
    url, secret, lan_address = receiver
    target, query = read_target(url, lan_address)
    body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
    headers = _headers(event, secret, str(int(now.timestamp())), body)
    try:
        answer = await fetch(_NETWORK, target, Ask("POST", query, headers, body))
    except Forbidden as error:
        raise Hopeless(f"{error} leads to an address that may not be called") from error
    if not 200 <= answer.status < 300:
        raise ConnectionError(f"The receiver answered {answer.status}")


async def _find_receiver(conn: Connection, payload: dict[str, Any], now: datetime) -> Receiver | None:
    """Give who is to be called; None when nobody wants it any more, or not while it is paused.

    What comes due while its subscription is paused is put off until that goes on; the lock keeps that from happening
    between the look and the putting off.
    """
    cursor = await conn.execute(_RECEIVER, (payload["webhook"],))
    row = await cursor.fetchone()
    if row is None:
        return None
    if row[3] or payload["event"]["event"] == TEST:
        return row[0], row[1], row[2]
    key = delivery_key(payload)
    await conn.execute(_NOTE_PUT_OFF, (key,))
    await enqueue(conn, "webhook", payload, now=now, key=key, run_at=now + PAUSED_FOR, max_attempts=ATTEMPTS)
    return None


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


def read_target(url: str, lan_address: str | None) -> tuple[Target, bytes]:
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
