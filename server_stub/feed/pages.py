"""The feed: cursors and pages of what terminals are told; positions are the sequencer's."""

from collections.abc import Sequence

import msgspec
from psycopg import IsolationLevel

from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from server_stub.feed.rows import read_rows, read_unnumbered
from server_stub.identity.rights import renew
from sync.wire.changes import feeds_of
from sync.wire.messages import Cursor, FeedList, Page, Projected

MAX_PAGE = 5000
MAX_DIGITS = 18
KEEP_TOMBSTONES_DAYS = 180
KEEP_TOKENS_DAYS = 60
"""A terminal that was away for longer takes a snapshot, which is quicker than pages anyway."""

_LAST = """
SELECT f.feed, coalesce(t.position, 0), coalesce(t.position || '.' || t.token, ''),
    CASE WHEN t.position IS NULL THEN 0 ELSE t.digest END
FROM unnest(%s::text[]) WITH ORDINALITY f(feed, n) LEFT JOIN LATERAL (
    SELECT position, token, digest FROM feed_token t WHERE t.feed = f.feed ORDER BY position DESC LIMIT 1) t ON true
ORDER BY f.n
"""
_PRODUCTS_WAIT = "SELECT EXISTS (SELECT 1 FROM product WHERE position IS NULL)"
_ITEMS_WAIT = "SELECT EXISTS (SELECT 1 FROM feed_item WHERE feed = %s AND position IS NULL)"
_VECTOR = """
SELECT i.incarnation, max(i.projected_seq),
    coalesce(array_agg(q.seq ORDER BY q.seq) FILTER (WHERE q.seq IS NOT NULL), '{}')
FROM incarnation i JOIN registered_devices d USING (device_uuid) LEFT JOIN quarantine q USING (chain)
WHERE d.shop_id = %(shop)s OR i.chain = ANY(ARRAY(SELECT chain FROM sending_chain WHERE shop_id = %(shop)s))
GROUP BY i.incarnation
UNION ALL SELECT 'counts', last_no, '{}' FROM count_clock WHERE shop_id = %(shop)s
ORDER BY 1
"""


class Gone(Exception):
    """The cursor is not a place on this feed's history, or older than what is kept: take a snapshot."""


async def read_feeds(pool: Pool, centre: Centre, shop: str) -> FeedList:
    """Give the feeds of a shop's terminals and how far each goes; who asks hears of the offline rights of the day."""
    async with pool.connection() as conn:
        await renew(conn, shop)
        return FeedList(cursors=tuple([cursor for cursor, _ in await last_places(conn, centre, feeds_of(shop))]))


async def last_places(conn: Connection, centre: Centre, feeds: Sequence[str]) -> list[tuple[Cursor, int | None]]:
    """Give of each feed the place behind its last numbered change, and the digest there; None where it is not known.

    It is position 0 and an empty token where there is none. A token names the newest tick of the feed at the moment it
    was given, not the tick of its own position: an entity that had moved on by then is at its earlier position again
    after a restore, and only the newest tick shows that.
    """
    rows = await (await conn.execute(_LAST, (list(feeds),))).fetchall()
    return [
        (Cursor(feed=feed, epoch=centre.epoch, position=position, token=token), digest)
        for feed, position, token, digest in rows
    ]


async def _is_waiting(conn: Connection, feed: str) -> bool:
    """Whether rows that have been told wait for a new position: who reads from the beginning does not get them yet."""
    if feed.startswith("stock:"):
        return False  # those come along with the last page
    query, values = (_PRODUCTS_WAIT, ()) if feed == "catalogue" else (_ITEMS_WAIT, (feed,))
    return await (await conn.execute(query, values)).fetchone() == (True,)


async def is_ours(conn: Connection, feed: str, position: int, token: str) -> bool:
    """Tell whether a place was given on this history of the feed, and every tombstone behind it is still there.

    The beginning always is: whoever reads from there has no rows that could be stale.
    """
    top, _, tick = token.partition(".")
    if not position:
        return True
    if not (top.isascii() and top.isdigit()) or len(top) > MAX_DIGITS or position > int(top):
        return False
    cursor = await conn.execute(
        """SELECT t.token = %s AND %s >= coalesce(h.position, 0)
           FROM feed_token t LEFT JOIN feed_horizon h USING (feed) WHERE t.feed = %s AND t.position = %s""",
        (tick, position, feed, int(top)),
    )
    return await cursor.fetchone() == (True,)


async def read_vector(conn: Connection, shop: str) -> tuple[Projected, ...]:
    """Say per incarnation of a shop up to which number its entries are in the centre's figures, and which are not.

    Those of other shops are told as soon as they sent goods here: their entries are in the figures, too, and whoever
    counts what is on its way says which. What the centre itself put right of counts is told beside them, as of an
    incarnation `counts` of the shop.
    """
    cursor = await conn.execute(_VECTOR, {"shop": shop})
    return tuple([Projected(name, seq, tuple(missing)) for name, seq, missing in await cursor.fetchall()])


async def read_page(
    pool: Pool,
    centre: Centre,
    feed: str,
    position: int = 0,
    token: str = "",
    limit: int = 1000,
    *,
    device_uuid: str = "",
) -> Page:
    """Give the changes behind a place in a feed; position 0 is the beginning. Raises Gone for a place that is not ours.

    The last page of stock and of customers carries the vector, and changes that have no position yet: figures and
    vector are of one moment. Those changes come again when they are numbered.
    """
    limit = max(1, min(limit, MAX_PAGE))
    async with pool.connection() as conn:
        await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        try:
            async with conn.transaction():
                return await _read_page(conn, centre, feed, position, token, limit, device_uuid)
        finally:
            await conn.set_isolation_level(None)


async def _read_page(
    conn: Connection, centre: Centre, feed: str, position: int, token: str, limit: int, device_uuid: str
) -> Page:
    if not await is_ours(conn, feed, position, token):
        raise Gone(f"{feed} has no place {position} with this token")
    [(place, digest)] = await last_places(conn, centre, [feed])
    changes = await read_rows(conn, feed, position, limit + 1, device_uuid, centre.sign)
    more = len(changes) > limit
    vector: tuple[Projected, ...] = ()
    kind, _, shop = feed.partition(":")
    if more:
        changes = changes[:limit]
        place = msgspec.structs.replace(place, position=changes[-1].position)
    elif kind in ("stock", "customers"):
        changes += await read_unnumbered(conn, feed)
        vector = await read_vector(conn, shop)
    if more or await _is_waiting(conn, feed):
        digest = None
    return Page(cursor=place, from_position=position, more=more, changes=tuple(changes), vector=vector, digest=digest)


async def prune_feeds(pool: Pool) -> None:
    """Forget old tombstones and tokens; the newest token of a feed always stays, and how far tombstones are gone."""
    async with pool.connection() as conn:
        await conn.execute(
            """WITH gone AS (DELETE FROM feed_item WHERE deleted AND position IS NOT NULL
                   AND marked_at < now() - make_interval(days => %s) RETURNING feed, position)
               INSERT INTO feed_horizon AS h (feed, position) SELECT feed, max(position) FROM gone GROUP BY feed
               ON CONFLICT (feed) DO UPDATE SET position = greatest(h.position, excluded.position)""",
            (KEEP_TOMBSTONES_DAYS,),
        )
        await conn.execute(
            """DELETE FROM feed_token t WHERE made_at < now() - make_interval(days => %s)
               AND position < (SELECT max(position) FROM feed_token l WHERE l.feed = t.feed)""",
            (KEEP_TOKENS_DAYS,),
        )
