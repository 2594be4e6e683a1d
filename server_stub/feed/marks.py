"""Marking: a writer notes in its own transaction that terminals must hear of a row."""

from collections.abc import Sequence

from server_stub.database import Connection

_MARK = """
INSERT INTO feed_item (feed, entity, entity_id, deleted) SELECT %s, %s, id, %s FROM unnest(%s::text[]) AS id ORDER BY id
ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
    told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
        ELSE feed_item.position END
"""


async def mark(conn: Connection, feed: str, entity: str, ids: Sequence[str], *, deleted: bool = False) -> None:
    """Note that these entities changed or went; the sequencer gives them new positions once it is committed.

    What a shop's people and its table of permissions say is signed as one (identity/rights.py), and told anew with it.
    """
    await conn.execute(_MARK, (feed, entity, deleted, list(ids)))
    if entity in ("person", "shop"):
        shop = feed.partition(":")[2]
        await conn.execute(_MARK, (f"people:{shop}", "rights", False, [shop]))
