"""Plates at the centre: a plate stands where it was carried from where it stood; anything else is for a person.

The first terminal to say where a plate stands is believed. One that carried it from somewhere else, as it had not heard
of that, makes a case: the plate stays where the centre has it, and the entry is kept.
"""

from server_stub.database import Connection
from server_stub.feed.marks import mark
from server_stub.journal.place_projections import PlaceRows
from server_stub.journal.projections import Unprojectable

_MEET = """
INSERT INTO place (id, shop_id, code, name, kind, parent_id)
VALUES (%(id)s, %(shop)s, %(sscc)s, %(sscc)s, 'plate', %(parent)s) ON CONFLICT DO NOTHING RETURNING id
"""
_STANDS = "SELECT parent_id::text FROM place WHERE id = %(id)s AND shop_id = %(shop)s AND kind = 'plate' FOR UPDATE"
_CARRY = """
UPDATE place SET parent_id = CASE WHEN %(applied)s THEN %(to)s::uuid ELSE parent_id END,
    moved = moved || jsonb_build_object((SELECT incarnation::text FROM incarnation WHERE chain = %(chain)s), %(seq)s)
WHERE id = %(id)s
"""
_KEEP = """
INSERT INTO plate_move (chain, seq, shop_id, place_id, from_place_id, to_place_id, document_id, applied, occurred_at,
    actor)
VALUES (%(chain)s, %(seq)s, %(shop)s, %(id)s, nullif(%(from)s, '')::uuid, %(to)s, nullif(%(document)s, '')::uuid,
    %(applied)s, %(at)s, %(actor)s)
"""
_CASE = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT 'plate.elsewhere', p.code, 'Head office has it at ' || coalesce(h.code, '?') || '; the terminal '
    || %(said)s || coalesce((SELECT code FROM place WHERE id = %(there)s), '?'), i.device_uuid, now()
FROM place p LEFT JOIN place h ON h.id = p.parent_id JOIN incarnation i ON i.chain = %(chain)s WHERE p.id = %(id)s
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def write_plates(conn: Connection, rows: PlaceRows) -> None:
    """Write what a run of entries says of plates.

    Raises Unprojectable for a plate or a place that nobody knows here.
    """
    for met in rows.made:
        if await (await conn.execute(_MEET, met)).fetchone() is not None:
            await mark(conn, f"shop:{met['shop']}", "place", [met["id"]])
        elif await _standing(conn, met) != met["parent"]:
            await conn.execute(_CASE, met | {"said": "met it at ", "there": met["parent"]})
    for move in rows.moved:
        applied = await _standing(conn, move) == move["from"]
        await conn.execute(_CARRY, move | {"applied": applied})
        await conn.execute(_KEEP, move | {"applied": applied})
        await mark(conn, f"shop:{move['shop']}", "place", [move["id"]])
        if not applied:
            await conn.execute(_CASE, move | {"said": "carried it to ", "there": move["to"]})


async def _standing(conn: Connection, which: dict[str, object]) -> str:
    row = await (await conn.execute(_STANDS, which)).fetchone()
    if row is None:
        raise Unprojectable("there is no such plate")
    return row[0] or ""
