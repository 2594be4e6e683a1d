"""Places of shops as a tree: read, saved, ended, and told to terminals."""

from collections.abc import Sequence
from typing import Any

import msgspec

from server_stub.database import Connection
from server_stub.feed.marks import mark
from sync.wire.places import OUTSIDE, Place

_COLUMNS = """id::text, code, name, kind, coalesce(parent_id::text, '') AS parent, level, check_code, pick_sequence,
    put_sequence, goods_class, coalesce(kept_for_id::text, '') AS kept_for_id, holds_milli, min_milli,
    max_milli, active, moved"""
_READ = f"SELECT {_COLUMNS} FROM place WHERE id = ANY(%s::uuid[])"  # noqa: S608
_LIST = f"SELECT {_COLUMNS} FROM place WHERE shop_id = %s ORDER BY code"  # noqa: S608
_SAVE = """
INSERT INTO place (id, shop_id, code, name, kind, parent_id, level, check_code, pick_sequence, put_sequence,
    goods_class, kept_for_id, holds_milli, min_milli, max_milli, active)
VALUES (%(id)s, %(shop)s, %(code)s, %(name)s, %(kind)s, nullif(%(parent)s, '')::uuid, %(level)s, %(check_code)s,
    %(pick_sequence)s, %(put_sequence)s, %(goods_class)s, nullif(%(product_id)s, '')::uuid, %(holds_milli)s,
    %(min_milli)s, %(max_milli)s, %(active)s)
ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, kind = excluded.kind,
    parent_id = excluded.parent_id, level = excluded.level, check_code = excluded.check_code,
    pick_sequence = excluded.pick_sequence, put_sequence = excluded.put_sequence,
    goods_class = excluded.goods_class, kept_for_id = excluded.kept_for_id, holds_milli = excluded.holds_milli,
    min_milli = excluded.min_milli, max_milli = excluded.max_milli, active = excluded.active
"""
_INSIDE = """
WITH RECURSIVE inside AS (
    SELECT id FROM place WHERE id = %(place)s
    UNION SELECT p.id FROM place p JOIN inside i ON p.parent_id = i.id)
SELECT id::text FROM inside
"""


async def list_places(conn: Connection, shop: str) -> list[Place]:
    """Give the places of a shop, by code."""
    return [_place(row) for row in await (await conn.execute(_LIST, (shop,))).fetchall()]


async def read_places(conn: Connection, ids: Sequence[str]) -> dict[str, Place]:
    """Give the places with these ids, by id."""
    return {row[0]: _place(row) for row in await (await conn.execute(_READ, (list(ids),))).fetchall()}


async def save_place(conn: Connection, shop: str, place: Place) -> None:
    """Add or change a place of a shop and tell its terminals."""
    await save_places(conn, shop, [place])


async def save_places(conn: Connection, shop: str, places: Sequence[Place]) -> None:
    """Add or change places of a shop, what they are in before them, and tell its terminals."""
    async with conn.cursor() as cursor:
        await cursor.executemany(_SAVE, [msgspec.structs.asdict(place) | {"shop": shop} for place in places])
    await mark(conn, f"shop:{shop}", "place", [place.id for place in places])


async def list_inside(conn: Connection, place_id: str) -> list[str]:
    """Give the ids of a place and of everything in it."""
    return [name for (name,) in await (await conn.execute(_INSIDE, {"place": place_id})).fetchall()]


async def has_history(conn: Connection, place_id: str) -> bool:
    """Tell whether goods ever lay at a place, or it is needed by a shop.

    Every movement leaves a row of stock, be it of none, so the ledger is not looked through; places outside have no
    rows and count as used.
    """
    query = """SELECT EXISTS (SELECT 1 FROM place WHERE id = %(place)s AND kind = ANY(%(outside)s))
        OR EXISTS (SELECT 1 FROM stock WHERE place_id = %(place)s)
        OR EXISTS (SELECT 1 FROM shop WHERE selling_place_id = %(place)s)
        OR EXISTS (SELECT 1 FROM plate_move WHERE %(place)s IN (place_id, from_place_id, to_place_id))"""
    values = {"place": place_id, "outside": list(OUTSIDE)}
    return bool((await (await conn.execute(query, values)).fetchone() or (True,))[0])


async def holds_goods(conn: Connection, place_ids: Sequence[str]) -> bool:
    """Tell whether the book has anything at one of these places."""
    query = "SELECT EXISTS (SELECT 1 FROM stock WHERE place_id = ANY(%s::uuid[]) AND on_hand_milli <> 0)"
    return bool((await (await conn.execute(query, (list(place_ids),))).fetchone() or (True,))[0])


def ended(place: Place) -> Place:
    """Give a place where no goods are put any more."""
    return msgspec.structs.replace(place, active=False)


def _place(row: Sequence[Any]) -> Place:
    return Place(**dict(zip(Place.__struct_fields__, row, strict=True)))
