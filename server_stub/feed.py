"""The feed: what terminals are told, in one order that no reader can miss a row of.

Writers mark an entity as changed and leave its position empty; the sequencer numbers what has committed. Numbering
happens under one lock that is held until its commit, so whoever sees a position sees every lower one. A random
token per tick proves that a position was reached on this history and not on one that a restore undid.
"""

import asyncio
import logging
import secrets
from collections.abc import Sequence

import psycopg
from psycopg import IsolationLevel
from psycopg_pool import PoolTimeout

from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from server_stub.feed_rows import read_rows, read_unnumbered_stock
from sync.wire.changes import feeds_of
from sync.wire.messages import Cursor, FeedList, Page, Projected

SEQUENCER_LOCK = 0x65636B0002
CHANNEL = "eckwms_feeds"
MAX_PAGE = 5000
MAX_NEWS_BYTES = 7900
"""PostgreSQL takes at most 8000 in a notification; an empty one means all feeds."""
KEEP_TOMBSTONES_DAYS = 180
KEEP_TOKENS_DAYS = 60
"""A terminal that was away for longer takes a snapshot, which is quicker than pages anyway."""

_log = logging.getLogger(__name__)

_NUMBER = """
WITH free AS (
    SELECT feed, entity, entity_id, marked_at FROM feed_item WHERE position IS NULL FOR UPDATE SKIP LOCKED),
waiting AS (
    SELECT *, row_number() OVER (ORDER BY marked_at, feed, entity, entity_id) AS n, count(*) OVER () AS total
    FROM free),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM free) RETURNING last_position),
numbered AS (
    UPDATE feed_item f SET position = c.last_position - w.total + w.n FROM waiting w, clock c
    WHERE (f.feed, f.entity, f.entity_id) = (w.feed, w.entity, w.entity_id) RETURNING f.feed, f.position)
INSERT INTO feed_token (feed, position, token) SELECT feed, max(position), %s FROM numbered GROUP BY feed RETURNING feed
"""
_VECTOR = """
SELECT i.incarnation, max(i.projected_seq),
    coalesce(array_agg(q.seq ORDER BY q.seq) FILTER (WHERE q.seq IS NOT NULL), '{}')
FROM incarnation i JOIN registered_devices d USING (device_uuid) LEFT JOIN quarantine q USING (chain)
WHERE d.shop_id = %s GROUP BY i.incarnation ORDER BY i.incarnation
"""


class Gone(Exception):
    """The cursor is not a place on this feed's history, or older than what is kept: take a snapshot."""


async def number_changes(pool: Pool) -> bool:
    """One tick of the sequencer: number whatever has committed, tell the listeners. True when there was something."""
    async with pool.connection() as conn:
        return await number(conn)


async def number(conn: Connection) -> bool:
    """As `number_changes`, on a connection outside a transaction."""
    async with conn.transaction():
        cursor = await conn.execute("SELECT pg_try_advisory_xact_lock(%s)", (SEQUENCER_LOCK,))
        if (await cursor.fetchone()) != (True,):
            return False
        cursor = await conn.execute(_NUMBER, (new_token(),))
        feeds = [feed for (feed,) in await cursor.fetchall()]
        if feeds:
            await announce(conn, feeds)
        return bool(feeds)


def new_token() -> str:
    """Make the token of one tick."""
    return secrets.token_hex(8)


async def announce(conn: Connection, feeds: Sequence[str]) -> None:
    """Tell every centre process, when the transaction commits, that these feeds moved."""
    news = " ".join(feeds)
    await conn.execute("SELECT pg_notify(%s, %s)", (CHANNEL, news if len(news) <= MAX_NEWS_BYTES else ""))


async def run_sequencer(pool: Pool, stop: asyncio.Event, period_s: float = 0.05) -> None:
    """Number changes every `period_s` until `stop`; while the database is away, log it once and go on trying."""
    away = False
    while not stop.is_set():
        try:
            async with pool.connection() as conn:
                await conn.set_autocommit(True)
                try:
                    await _tick_until(conn, stop, period_s)
                finally:
                    if not conn.closed:
                        await conn.set_autocommit(False)
            away = False
        except (psycopg.OperationalError, PoolTimeout) as error:
            if not away:
                _log.warning("the sequencer waits for the database: %s", error)
            away = True
            await _pause(stop, period_s * 10)


async def _tick_until(conn: Connection, stop: asyncio.Event, period_s: float) -> None:
    while not stop.is_set():
        cursor = await conn.execute("SELECT EXISTS (SELECT 1 FROM feed_item WHERE position IS NULL)")
        if (await cursor.fetchone()) == (True,):
            await number(conn)
        await _pause(stop, period_s)


async def _pause(stop: asyncio.Event, period_s: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), period_s)
    except TimeoutError:
        return


async def read_feeds(pool: Pool, centre: Centre, shop: str) -> FeedList:
    """Give the feeds of a shop's terminals and how far each goes."""
    async with pool.connection() as conn:
        return FeedList(cursors=tuple([await last_cursor(conn, centre, feed) for feed in feeds_of(shop)]))


async def last_cursor(conn: Connection, centre: Centre, feed: str) -> Cursor:
    """Give the place behind the last numbered change of a feed; position 0 and an empty token when there is none."""
    cursor = await conn.execute(
        "SELECT position, token FROM feed_token WHERE feed = %s ORDER BY position DESC LIMIT 1", (feed,)
    )
    position, token = await cursor.fetchone() or (0, "")
    return Cursor(feed=feed, epoch=centre.epoch, position=position, token=token)


async def read_vector(conn: Connection, shop: str) -> tuple[Projected, ...]:
    """Say per incarnation of a shop up to which number its entries are in the centre's figures, and which are not."""
    cursor = await conn.execute(_VECTOR, (shop,))
    return tuple([Projected(name, seq, tuple(missing)) for name, seq, missing in await cursor.fetchall()])


async def read_page(
    pool: Pool, centre: Centre, feed: str, position: int = 0, token: str = "", limit: int = 1000
) -> Page:
    """Give the changes behind a place in a feed; position 0 is the beginning. Raises Gone for a place that is not ours.

    The last page of a stock feed carries the vector, and changes that have no position yet: figures and vector are
    of one moment. Those changes come again when they are numbered.
    """
    limit = max(1, min(limit, MAX_PAGE))
    async with pool.connection() as conn:
        await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        try:
            async with conn.transaction():
                return await _read_page(conn, centre, feed, position, token, limit)
        finally:
            await conn.set_isolation_level(None)


async def _read_page(conn: Connection, centre: Centre, feed: str, position: int, token: str, limit: int) -> Page:
    if position and await _token_at(conn, feed, position) != token:
        raise Gone(f"{feed} has no place {position} with this token")
    changes = await read_rows(conn, feed, position, limit + 1)
    more = len(changes) > limit
    vector: tuple[Projected, ...] = ()
    if more:
        changes = changes[:limit]
        reached = changes[-1].position
        place = Cursor(feed=feed, epoch=centre.epoch, position=reached, token=await _token_at(conn, feed, reached))
    else:
        place = await last_cursor(conn, centre, feed)
        kind, _, shop = feed.partition(":")
        if kind == "stock":
            changes += await read_unnumbered_stock(conn, feed, place.position)
            vector = await read_vector(conn, shop)
    return Page(cursor=place, from_position=position, more=more, changes=tuple(changes), vector=vector)


async def _token_at(conn: Connection, feed: str, position: int) -> str:
    """Give the token of the tick that numbered this position; empty when there is none."""
    cursor = await conn.execute(
        "SELECT token FROM feed_token WHERE feed = %s AND position >= %s ORDER BY position LIMIT 1", (feed, position)
    )
    row = await cursor.fetchone()
    return str(row[0]) if row else ""


async def prune_feeds(pool: Pool) -> None:
    """Forget old tombstones and tokens; the newest token of a feed always stays."""
    async with pool.connection() as conn:
        await conn.execute(
            """DELETE FROM feed_item WHERE deleted AND position IS NOT NULL
               AND marked_at < now() - make_interval(days => %s)""",
            (KEEP_TOMBSTONES_DAYS,),
        )
        await conn.execute(
            """DELETE FROM feed_token t WHERE made_at < now() - make_interval(days => %s)
               AND position < (SELECT max(position) FROM feed_token l WHERE l.feed = t.feed)""",
            (KEEP_TOKENS_DAYS,),
        )
