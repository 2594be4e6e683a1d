"""The feed: cursors and pages of what terminals are told; positions are the sequencer's."""

import msgspec
from psycopg import IsolationLevel

from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from server_stub.feed.rows import read_rows, read_unnumbered_stock
from sync.wire.changes import feeds_of
from sync.wire.messages import Cursor, FeedList, Page, Projected

MAX_PAGE = 5000
MAX_DIGITS = 18
KEEP_TOMBSTONES_DAYS = 180
KEEP_TOKENS_DAYS = 60
"""A terminal that was away for longer takes a snapshot, which is quicker than pages anyway."""

_VECTOR = """
SELECT i.incarnation, max(i.projected_seq),
    coalesce(array_agg(q.seq ORDER BY q.seq) FILTER (WHERE q.seq IS NOT NULL), '{}')
FROM incarnation i JOIN registered_devices d USING (device_uuid) LEFT JOIN quarantine q USING (chain)
WHERE d.shop_id = %s GROUP BY i.incarnation ORDER BY i.incarnation
"""


class Gone(Exception):
    """The cursor is not a place on this feed's history, or older than what is kept: take a snapshot."""


async def read_feeds(pool: Pool, centre: Centre, shop: str) -> FeedList:
    """Give the feeds of a shop's terminals and how far each goes."""
    async with pool.connection() as conn:
        return FeedList(cursors=tuple([await last_cursor(conn, centre, feed) for feed in feeds_of(shop)]))


async def last_cursor(conn: Connection, centre: Centre, feed: str) -> Cursor:
    """Give the place behind the last numbered change of a feed; position 0 and an empty token when there is none.

    A token names the newest tick of the feed at the moment it was given, not the tick of its own position: an entity
    that had moved on by then is at its earlier position again after a restore, and only the newest tick shows that.
    """
    cursor = await conn.execute(
        "SELECT position, position || '.' || token FROM feed_token WHERE feed = %s ORDER BY position DESC LIMIT 1",
        (feed,),
    )
    position, token = await cursor.fetchone() or (0, "")
    return Cursor(feed=feed, epoch=centre.epoch, position=position, token=token)


async def is_ours(conn: Connection, feed: str, position: int, token: str) -> bool:
    """Tell whether a place was given on this history of the feed; its beginning always is."""
    top, _, tick = token.partition(".")
    if not position:
        return True
    if not (top.isascii() and top.isdigit()) or len(top) > MAX_DIGITS or position > int(top):
        return False
    cursor = await conn.execute(
        "SELECT token = %s FROM feed_token WHERE feed = %s AND position = %s", (tick, feed, int(top))
    )
    return await cursor.fetchone() == (True,)


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
    if not await is_ours(conn, feed, position, token):
        raise Gone(f"{feed} has no place {position} with this token")
    place = await last_cursor(conn, centre, feed)
    changes = await read_rows(conn, feed, position, limit + 1)
    more = len(changes) > limit
    vector: tuple[Projected, ...] = ()
    kind, _, shop = feed.partition(":")
    if more:
        changes = changes[:limit]
        place = msgspec.structs.replace(place, position=changes[-1].position)
    elif kind == "stock":
        changes += await read_unnumbered_stock(conn, shop, place.position)
        vector = await read_vector(conn, shop)
    return Page(cursor=place, from_position=position, more=more, changes=tuple(changes), vector=vector)


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
