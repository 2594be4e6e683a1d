"""What is to be counted: everything, a section of places, what is due by its class, or what gave a reason to look.

An order to count names places or goods, never how many are expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.orders.keeping import Draft, Wanted, make_order

SCOPES = ("full", "section", "cycle", "triggered")
HELD = ("shelf", "bin", "receiving", "packing", "quarantine")
"""Kinds of place that are walked to when a shop is counted."""
DAYS = {"A": 90, "B": 180, "C": 365}
"""After how many days goods of a class are due again: A four times a year, B twice, C once.

Of what is due as much, as all that was never counted, what is worth more goes first; each move since its last count
counts like its worth once more, for it is hands that make books wrong.
"""
USUAL_LINES = 50
MOST_LINES = 100_000
ONCE = 1000
"""What a line of a count wants: one count."""

_PLACES: LiteralString = """
SELECT p.id::text FROM place p WHERE p.shop_id = %(shop)s AND p.kind = ANY(%(held)s)
    AND NOT EXISTS (SELECT 1 FROM place c WHERE c.parent_id = p.id AND c.kind = ANY(%(held)s)
        AND NOT EXISTS (SELECT 1 FROM stock s WHERE s.place_id = p.id AND s.on_hand_milli <> 0))
ORDER BY p.code
"""
"""A rack whose goods all lie in its bins is no place to be counted by itself."""
_SECTION: LiteralString = """
WITH RECURSIVE within AS (
    SELECT id, code, kind FROM place WHERE shop_id = %(shop)s AND lower(code) = ANY(%(codes)s)
    UNION SELECT p.id, p.code, p.kind FROM place p JOIN within w ON p.parent_id = w.id)
SELECT w.id::text FROM within w WHERE w.kind = ANY(%(held)s)
    AND (NOT EXISTS (SELECT 1 FROM place c WHERE c.parent_id = w.id AND c.kind = ANY(%(held)s))
        OR EXISTS (SELECT 1 FROM stock s WHERE s.place_id = w.id AND s.on_hand_milli <> 0))
ORDER BY w.code
"""
_KNOWN: LiteralString = "SELECT lower(code) FROM place WHERE shop_id = %s AND lower(code) = ANY(%s)"
_GOODS: LiteralString = """
held AS (
    SELECT s.product_id, s.place_id, p.code, sum(s.on_hand_milli) AS milli, min(s.on_hand_milli) AS least
    FROM stock s JOIN place p ON p.id = s.place_id WHERE s.shop_id = %(shop)s AND p.kind = ANY(%(held)s)
    GROUP BY 1, 2, 3 HAVING bool_or(s.on_hand_milli <> 0)),
counted AS (
    SELECT product_id, place_id, max(counted_at) AS at,
        (array_agg(counted_milli <> book_milli ORDER BY counted_at DESC))[1] AS differed
    FROM count_line WHERE shop_id = %(shop)s GROUP BY 1, 2),
ordered AS (
    SELECT l.product_id, l.place_id FROM work_order o JOIN work_order_line l ON l.order_id = o.id
    WHERE o.shop_id = %(shop)s AND o.kind = 'count' AND o.ended_at IS NULL),
short AS (
    SELECT d.product_id, d.place_id, max(g.occurred_at) AS at
    FROM deviation d JOIN goods_document g USING (document_id)
    WHERE d.shop_id = %(shop)s AND d.kind = 'short' AND d.place_id IS NOT NULL GROUP BY 1, 2)
"""
_FREE: LiteralString = """
NOT EXISTS (SELECT 1 FROM ordered o WHERE coalesce(o.product_id, h.product_id) = h.product_id
    AND coalesce(o.place_id, h.place_id) = h.place_id)
"""
_CYCLE: LiteralString = (
    "WITH " + _GOODS + """, moved AS (
    SELECT m.product_id, at.place_id, count(*) AS moves
    FROM movement m CROSS JOIN LATERAL (VALUES (m.from_place_id), (m.to_place_id)) at (place_id)
    LEFT JOIN counted c ON (c.product_id, c.place_id) = (m.product_id, at.place_id)
    WHERE m.shop_id = %(shop)s AND m.occurred_at > coalesce(c.at, 'epoch') GROUP BY 1, 2),
due AS (
    SELECT h.*, extract(epoch FROM %(now)s - coalesce(c.at, 'epoch'))
        / (86400 * (%(days)s::jsonb ->> coalesce(a.class, 'C'))::integer) AS share,
        abs(h.milli) * coalesce(nullif(g.cost_e4, 0), g.price_e4, 0)::numeric * (1 + coalesce(m.moves, 0)) AS worth
    FROM held h LEFT JOIN counted c USING (product_id, place_id) LEFT JOIN moved m USING (product_id, place_id)
    LEFT JOIN product g ON g.id = h.product_id
    LEFT JOIN abc_class a ON a.product_id = h.product_id AND a.shop_id = %(shop)s
    WHERE """ + _FREE + """),
chosen AS (SELECT * FROM due WHERE share >= 1 ORDER BY share DESC, worth DESC, product_id, place_id LIMIT %(lines)s)
SELECT product_id::text, place_id::text FROM chosen ORDER BY code, product_id
"""  # noqa: S608
)  # fmt: skip
_TRIGGERED: LiteralString = (
    "WITH " + _GOODS + """
SELECT h.product_id::text, h.place_id::text FROM held h LEFT JOIN counted c USING (product_id, place_id)
LEFT JOIN short s USING (product_id, place_id)
WHERE """ + _FREE + """ AND (h.least < 0 OR coalesce(c.differed, false) OR s.at > coalesce(c.at, 'epoch'))
ORDER BY h.code, h.product_id LIMIT %(lines)s
"""
)  # fmt: skip
_TAKEN: LiteralString = "SELECT count(*) FROM work_order WHERE shop_id = %s AND kind = 'count' AND number ^@ %s"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to count: a word of `SCOPES`; `codes` of places for a section, how many `lines` of goods that are due."""

    scope: str
    codes: tuple[str, ...] = ()
    lines: int = USUAL_LINES
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """The order that was made, and how many lines it has."""

    order: str
    number: str
    lines: int


async def plan_count(conn: Connection, shop: str, plan: Plan, now: datetime) -> Planned | None:
    """Order a count; None when there is nothing to count.

    Raises Denied: 400 for a scope or a place that is not known, 409 for a number that is taken.
    """
    lines = await _find_lines(conn, shop, plan, now)
    if not lines:
        return None
    number = plan.number or await _next_number(conn, shop, now)
    order = await make_order(conn, shop, Draft("count", number, tuple(lines), note=plan.note), now)
    return Planned(order, number, len(lines))


async def _find_lines(conn: Connection, shop: str, plan: Plan, now: datetime) -> list[Wanted]:
    asked: dict[str, Any] = {"shop": shop, "held": list(HELD), "now": now, "days": Jsonb(DAYS)}
    asked |= {"lines": max(1, min(plan.lines, MOST_LINES)), "codes": [code.casefold() for code in plan.codes]}
    if plan.scope in ("full", "section"):
        if plan.scope == "section":
            await _check_places(conn, shop, asked["codes"])
        cursor = await conn.execute(_PLACES if plan.scope == "full" else _SECTION, asked)
        return [Wanted(None, ONCE, place) for (place,) in await cursor.fetchall()]
    if plan.scope not in SCOPES:
        raise Denied(400, f"A count is one of {', '.join(SCOPES)}")
    cursor = await conn.execute(_CYCLE if plan.scope == "cycle" else _TRIGGERED, asked)
    return [Wanted(product, ONCE, place) for product, place in await cursor.fetchall()]


async def _check_places(conn: Connection, shop: str, codes: Sequence[str]) -> None:
    known = {code for (code,) in await (await conn.execute(_KNOWN, (shop, list(codes)))).fetchall()}
    missing = [code for code in codes if code not in known]
    if missing or not codes:
        raise Denied(400, f"There is no place {', '.join(missing)[:200]}" if missing else "A section names its places")


async def _next_number(conn: Connection, shop: str, now: datetime) -> str:
    begins = f"C-{now:%y%m%d}-"
    row = await (await conn.execute(_TAKEN, (shop, begins))).fetchone()
    return f"{begins}{(row[0] if row else 0) + 1}"
