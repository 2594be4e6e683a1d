"""The sequencer: gives positions to feed rows that have committed, in an order that no reader can miss a row of.

Writers leave a changed row's position empty. Numbering happens under a lock that is held until its commit, so
whoever sees a position sees every lower one of its lane. Rows that a writer holds are left for the next tick: a
long transaction delays nobody. A random token per tick proves that a position was reached on this history and
not on one that a restore undid.
"""

import asyncio
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from psycopg_pool import PoolTimeout

from server_stub.database import Connection, Pool, single_statements

CHANNEL = "eckwms_feeds"
MAX_NEWS_BYTES = 7900
"""PostgreSQL takes at most 8000 in a notification; an empty one means all feeds."""

_log = logging.getLogger(__name__)

_WAITING = """
SELECT EXISTS (SELECT 1 FROM product WHERE position IS NULL)
    OR EXISTS (SELECT 1 FROM feed_item WHERE position IS NULL)
    OR EXISTS (SELECT 1 FROM stock WHERE position IS NULL)
"""
_TICK = """
INSERT INTO feed_token (feed, position, token, digest)
SELECT feed, max(position), %s, feed_sum(sum(come) - coalesce(sum(feed_stamp(told)), 0) + coalesce((
    SELECT t.digest FROM feed_token t WHERE t.feed = numbered.feed ORDER BY t.position DESC LIMIT 1), 0))
FROM numbered GROUP BY feed RETURNING feed
"""
"""Note how far each feed goes now and what its rows add up to: stamps that came, less those of the versions before."""
_NUMBER_PRODUCTS = """
WITH free AS (SELECT id, told FROM product WHERE position IS NULL FOR UPDATE SKIP LOCKED),
waiting AS (SELECT id, told, row_number() OVER () AS n, count(*) OVER () AS total FROM free),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM free)
    WHERE lane = 'catalogue' RETURNING last_position),
numbered AS (
    UPDATE product p SET position = c.last_position - w.total + w.n FROM waiting w, clock c
    WHERE p.id = w.id RETURNING 'catalogue' AS feed, p.position, feed_stamp(p.position) AS come, w.told)
"""
_NUMBER_STOCK = """
WITH free AS (
    SELECT shop_id, product_id, place_id, lot, told FROM stock WHERE position IS NULL FOR UPDATE SKIP LOCKED),
waiting AS (
    SELECT *, row_number() OVER (ORDER BY shop_id, product_id, place_id, lot) AS n, count(*) OVER () AS total
    FROM free),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM free)
    WHERE lane = 'shops' RETURNING last_position),
numbered AS (
    UPDATE stock s SET position = c.last_position - w.total + w.n FROM waiting w, clock c
    WHERE s.product_id = w.product_id AND s.place_id = w.place_id AND s.lot = w.lot
    RETURNING 'stock:' || s.shop_id AS feed, s.position, feed_stamp(s.position) AS come, w.told)
"""
_NUMBER_ITEMS = """
WITH free AS (
    SELECT feed, entity, entity_id, marked_at, told FROM feed_item WHERE position IS NULL FOR UPDATE SKIP LOCKED),
waiting AS (
    SELECT *, row_number() OVER (ORDER BY marked_at, feed, entity, entity_id) AS n, count(*) OVER () AS total
    FROM free),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM free)
    WHERE lane = 'shops' RETURNING last_position),
numbered AS (
    UPDATE feed_item f SET position = c.last_position - w.total + w.n FROM waiting w, clock c
    WHERE (f.feed, f.entity, f.entity_id) = (w.feed, w.entity, w.entity_id)
    RETURNING f.feed, f.position, CASE WHEN f.deleted THEN 0 ELSE feed_stamp(f.position) END AS come, w.told)
"""


@dataclass(frozen=True, slots=True)
class Lane:
    """Feeds that share one counter and one lock, and the statements that number them."""

    name: str
    lock: int
    statements: tuple[str, ...]


CATALOGUE = Lane("catalogue", 0x65636B0002, (_NUMBER_PRODUCTS,))
"""On its own, so that importing a million products does not hold up the news of stock."""
SHOPS = Lane("shops", 0x65636B0003, (_NUMBER_ITEMS, _NUMBER_STOCK))


async def number_changes(pool: Pool) -> bool:
    """One tick: number whatever has committed and tell the listeners. True when there was something."""
    async with pool.connection() as conn:
        return await tick(conn)


async def tick(conn: Connection) -> bool:
    """As `number_changes`, on a connection that is in no transaction."""
    return bool([lane for lane in (CATALOGUE, SHOPS) if await _number(conn, lane)])


async def _number(conn: Connection, lane: Lane) -> bool:
    async with conn.transaction():
        if not await take_lane(conn, lane):
            return False
        token = new_token()
        feeds: list[str] = []
        for statement in lane.statements:
            cursor = await conn.execute(statement + _TICK, (token,))
            feeds += [feed for (feed,) in await cursor.fetchall()]
        if feeds:
            await announce(conn, feeds)
        return bool(feeds)


async def take_lane(conn: Connection, lane: Lane) -> bool:
    """Take the right to number a lane until the end of the transaction; False when somebody else has it."""
    cursor = await conn.execute("SELECT pg_try_advisory_xact_lock(%s)", (lane.lock,))
    return await cursor.fetchone() == (True,)


def new_token() -> str:
    """Make the token of one tick."""
    return secrets.token_hex(8)


async def announce(conn: Connection, feeds: Sequence[str]) -> None:
    """Tell every centre process, when the transaction commits, that these feeds moved."""
    news = " ".join(feeds)
    await conn.execute("SELECT pg_notify(%s, %s)", (CHANNEL, news if len(news) <= MAX_NEWS_BYTES else ""))


async def run_sequencer(pool: Pool, stop: asyncio.Event, period_s: float = 0.05) -> None:
    """Number changes every `period_s` until `stop`; while the database is away, say so once and go on trying."""
    away = False
    while not stop.is_set():
        try:
            async with single_statements(pool) as conn:
                away = False
                await _tick_until(conn, stop, period_s)
        except (psycopg.OperationalError, PoolTimeout) as error:
            if not away:
                _log.warning("the sequencer waits for the database: %s", error)
            away = True
            await _pause(stop, period_s * 10)


async def _tick_until(conn: Connection, stop: asyncio.Event, period_s: float) -> None:
    while not stop.is_set():
        cursor = await conn.execute(_WAITING)
        if await cursor.fetchone() == (True,):
            await tick(conn)
        await _pause(stop, period_s)


async def _pause(stop: asyncio.Event, period_s: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), period_s)
    except TimeoutError:
        return
