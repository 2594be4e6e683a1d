"""Who is called for which kinds of facts: added, changed, paused, removed; and what became of each call."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.ids import new_id
from server_stub.jobs.queue import CHANNEL, enqueue
from server_stub.jobs.webhooks import PAUSED_FOR, delivery_key, make_test, post_event, read_target
from server_stub.jobs.workplace import Hopeless
from server_stub.proxy.outgoing import Unreachable
from sync.wire.facts import KINDS as FACT_KINDS

DELIVERY_STATES = ("waiting", "running", "delivered", "dead", "paused")

_ADD = """
INSERT INTO webhook (id, url, events, secret, lan_address, shop_id, created_at) VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_FROM_NOW = """
INSERT INTO webhook_cursor (webhook_id, chain, seq) SELECT %s, chain, projected_seq FROM incarnation
"""
_READ = """
SELECT id::text, url, events, lan_address, shop_id::text AS shop_id, active, created_at FROM webhook
WHERE (%(id)s::uuid IS NULL OR id = %(id)s) AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) ORDER BY created_at, id
"""
_CHANGE = "UPDATE webhook SET url = %s, events = %s, active = %s WHERE id = %s"
_PARK = """
UPDATE job SET run_at = %(until)s WHERE kind = 'webhook' AND payload ->> 'webhook' = %(id)s
    AND finished_at IS NULL AND dead_at IS NULL AND lease_by IS NULL
"""
_GO_ON = """
UPDATE job SET run_at = %(now)s WHERE kind = 'webhook' AND payload ->> 'webhook' = %(id)s
    AND finished_at IS NULL AND dead_at IS NULL AND lease_by IS NULL AND run_at > %(far)s
"""
DELIVERIES = """(
    SELECT j.id, j.payload ->> 'webhook' AS webhook_id, j.payload -> 'event' ->> 'id' AS event_id,
        j.payload -> 'event' ->> 'event' AS event,
        CASE WHEN j.state = 'done' THEN 'delivered' WHEN j.state = 'waiting' AND NOT w.active THEN 'paused'
            ELSE j.state END AS state,
        j.attempts, j.max_attempts, j.made_at, j.last_error, j.finished_at, j.dead_at,
        CASE WHEN j.state = 'waiting' AND w.active THEN j.run_at END AS next_at
    FROM job_listed j JOIN webhook w ON w.id::text = j.payload ->> 'webhook'
    WHERE j.kind = 'webhook' AND NOT j.payload ? 'put_off' AND (j.finished_at IS NULL OR j.last_error = '')) d
"""
"""Deliveries as a person sees them; every delivery of a subscription is a job."""
_PAGE = f"""
SELECT id, event_id, event, state, attempts, max_attempts, made_at, next_at, last_error, finished_at, dead_at
FROM {DELIVERIES} WHERE webhook_id = %(id)s AND (%(state)s = '' OR state = %(state)s)
    AND (%(before)s::bigint IS NULL OR id < %(before)s) ORDER BY id DESC LIMIT %(limit)s
"""  # noqa: S608 - only our own text
_COUNT = f"""
SELECT webhook_id, state, count(*) FROM {DELIVERIES} WHERE webhook_id = ANY(%s) GROUP BY 1, 2
"""  # noqa: S608 - only our own text


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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event for one receiver; `state` is one of DELIVERY_STATES, `last_error` why the last try failed."""

    id: int
    event_id: str
    event: str
    state: str
    attempts: int
    max_attempts: int
    made_at: datetime
    next_at: datetime | None
    last_error: str
    finished_at: datetime | None
    dead_at: datetime | None


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
    read_target(url, lan_address)
    chosen, ident, secret = _read_events(events), new_id(), secrets.token_urlsafe(32)
    await conn.execute(_ADD, (ident, url, chosen, secret, lan_address, shop, now))
    await conn.execute(_FROM_NOW, (ident,))
    return ident, secret


def _read_events(events: Collection[str]) -> list[str]:
    if not events or (unknown := set(events) - FACT_KINDS.keys()):
        raise Refusal("webhook.events", f"No such events: {', '.join(sorted(unknown)) if events else 'none given'}",
                      f"Known: {', '.join(FACT_KINDS)}.")  # fmt: skip
    return sorted(set(events))


async def list_subscriptions(conn: Connection, shop: str | None = None) -> list[Subscription]:
    """Give every subscription (of a shop), oldest first, without secrets."""
    return await _read(conn, None, shop)


async def get_subscription(conn: Connection, ident: str, shop: str | None = None) -> Subscription:
    """Give one. Raises Refusal `webhook.unknown` when there is none (of this shop)."""
    found = await _read(conn, ident, shop)
    if not found:
        raise Refusal("webhook.unknown", f"There is no webhook {ident}.", "eckwms-server webhooks list shows them.")
    return found[0]


async def _read(conn: Connection, ident: str | None, shop: str | None) -> list[Subscription]:
    async with conn.cursor(row_factory=class_row(Subscription)) as cursor:
        await cursor.execute(_READ, {"id": ident, "shop": shop})
        return await cursor.fetchall()


async def change_subscription(
    conn: Connection,
    found: Subscription,
    now: datetime,
    *,
    url: str | None = None,
    events: Collection[str] | None = None,
    active: bool | None = None,
) -> Subscription:
    """Change what is named. Paused, nothing is sent and nothing is lost: it goes out when it is active again."""
    url = found.url if url is None else url
    read_target(url, found.lan_address)
    chosen = found.events if events is None else _read_events(events)
    await conn.execute(_CHANGE, (url, chosen, found.active if active is None else active, found.id))
    if active is False:
        await conn.execute(_PARK, {"id": found.id, "until": now + PAUSED_FOR})
    elif active:
        await conn.execute(_GO_ON, {"id": found.id, "now": now, "far": now + PAUSED_FOR / 2})
        await conn.execute("SELECT pg_notify(%s, 'webhook')", (CHANNEL,))
    return await get_subscription(conn, found.id)


async def unsubscribe(conn: Connection, ident: str) -> bool:
    """Remove a subscription; what waits for it is dropped when its turn comes. False when there is none."""
    return (await conn.execute("DELETE FROM webhook WHERE id = %s", (ident,))).rowcount == 1


async def send_test(conn: Connection, found: Subscription, now: datetime) -> int:
    """Send a `webhook.test` once, also to one that is paused; gives the delivery's number."""
    payload = make_test(found.id, found.shop_id, now)
    number = await enqueue(conn, "webhook", payload, now=now, key=delivery_key(payload), max_attempts=1, priority=10)
    assert number is not None, "its key is new"
    return number


async def try_receiver(conn: Connection, found: Subscription, now: datetime) -> str:
    """Call a receiver with a `webhook.test` now; gives what was wrong with its answer, empty when nothing was."""
    row = await (await conn.execute("SELECT secret FROM webhook WHERE id = %s", (found.id,))).fetchone()
    event = make_test(found.id, found.shop_id, now)["event"]
    try:
        await post_event((found.url, row[0] if row else "", found.lan_address), event, now)
    except (Hopeless, Unreachable, ConnectionError) as error:
        return str(error)
    return ""


def tell_briefly(found: Subscription) -> dict[str, Any]:
    """Give what the audit log says of one: not its whole address, which may hold a key of its own."""
    return {"host": urlsplit(found.url).netloc, "events": found.events, "active": found.active}


async def list_deliveries(
    conn: Connection, ident: str, *, state: str = "", before: int | None = None, limit: int = 50
) -> list[Delivery]:
    """Give a page of a subscription's deliveries, newest first; those delivered are forgotten after a week."""
    values = {"id": ident, "state": state, "before": before, "limit": limit}
    async with conn.cursor(row_factory=class_row(Delivery)) as cursor:
        await cursor.execute(_PAGE, values)
        return await cursor.fetchall()


async def count_deliveries(conn: Connection, idents: Collection[str]) -> dict[str, dict[str, int]]:
    """Count the deliveries of each subscription by state."""
    counts = {ident: dict.fromkeys(DELIVERY_STATES, 0) for ident in idents}
    for ident, state, count in await (await conn.execute(_COUNT, (list(idents),))).fetchall():
        counts[ident][state] = count
    return counts
