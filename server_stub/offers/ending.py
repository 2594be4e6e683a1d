"""Offers ended at once, and removed where they never applied; each can be taken back for a while, as it was."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, LiteralString, get_args

import psycopg
from psycopg import sql
from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.faults import Denied

KEPT_DAYS = 30
"""So long an end or a removal can be taken back."""
Kind = Literal["promotion", "coupon", "price_list"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_TABLES = {"promotion": ("promotion", "coupon"), "coupon": ("coupon",), "price_list": ("price_list", "list_price")}
"""What goes with an offer, the offer itself first; all of them name it in the same column."""
_ENDED_BY = {"promotion": ("active", "definition"), "coupon": ("ends_at",), "price_list": ("starts_on", "ends_on")}
"""What an end changes."""
_FIND: dict[Kind, LiteralString] = {
    "promotion": """
SELECT o.shop_id::text AS shop, o.name, day, coalesce(definition ->> 'starts_on', '') <= day::text AS has_begun,
    NOT active OR coalesce(nullif(definition ->> 'ends_on', ''), '9999') < day::text AS is_over,
    EXISTS (SELECT 1 FROM sale_promotion s WHERE s.promotion_id = o.promotion_id::text)
        OR EXISTS (SELECT 1 FROM coupon_use JOIN coupon c USING (coupon_id) WHERE c.promotion_id = o.promotion_id)
        AS has_applied
FROM promotion o LEFT JOIN shop s ON s.id = o.shop_id,
    LATERAL (SELECT (%(now)s AT TIME ZONE coalesce(s.time_zone, %(zone)s))::date AS day) today
WHERE o.promotion_id = %(id)s
""",
    "coupon": """
SELECT p.shop_id::text AS shop, o.code AS name, (%(now)s AT TIME ZONE %(zone)s)::date AS day,
    coalesce(o.starts_at < %(now)s, true) AS has_begun,
    NOT o.active OR coalesce(o.ends_at <= %(now)s, false) AS is_over,
    EXISTS (SELECT 1 FROM coupon_use u WHERE u.coupon_id = o.coupon_id) AS has_applied
FROM coupon o JOIN promotion p USING (promotion_id) WHERE o.coupon_id = %(id)s
""",
    "price_list": """
SELECT o.shop_id::text AS shop, o.name, day, coalesce(starts_on <= day, true) AS has_begun,
    coalesce(ends_on < day, false) AS is_over,
    EXISTS (SELECT 1 FROM customer c WHERE c.price_list_id = o.price_list_id AND c.erased_at IS NULL)
        OR EXISTS (SELECT 1 FROM shop u WHERE u.price_list_id = o.price_list_id) AS has_applied
FROM price_list o LEFT JOIN shop s ON s.id = o.shop_id,
    LATERAL (SELECT (%(now)s AT TIME ZONE coalesce(s.time_zone, %(zone)s))::date AS day) today
WHERE o.price_list_id = %(id)s
""",
}
"""A sale names its promotions and coupons, but no price list: one applies while somebody has it."""
_HELD = " FOR UPDATE OF o"
"""Of two who end it at once one comes second and is told so."""
_END: dict[Kind, LiteralString] = {
    "promotion": """
UPDATE promotion SET active = false, definition = definition || jsonb_build_object('ends_on', %(day)s::text),
    version = version + 1, changed_at = %(now)s WHERE promotion_id = %(id)s
""",
    "coupon": """
UPDATE coupon SET ends_at = %(now)s, version = version + 1, changed_at = %(now)s WHERE coupon_id = %(id)s
""",
    "price_list": """
UPDATE price_list SET starts_on = CASE WHEN starts_on = %(day)s THEN %(day)s::date - 1 ELSE starts_on END,
    ends_on = %(day)s::date - 1, version = version + 1, changed_at = %(now)s
WHERE price_list_id = %(id)s
""",
}
"""A list holds for whole days: ended today it held until yesterday, and where it began today it began then."""
_KEEP: LiteralString = """
INSERT INTO ended_offer (kind, offer_id, shop_id, name, removed, kept, done_at, done_by)
VALUES (%(kind)s, %(id)s, %(shop)s, %(name)s, %(removed)s, %(kept)s, %(now)s, %(who)s)
"""
_TAKE: LiteralString = """
DELETE FROM ended_offer WHERE n = %(n)s AND kind = %(kind)s AND done_at > %(since)s
RETURNING offer_id::text AS id, shop_id::text AS shop, name, removed, kept
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer as it stands: of which shop (None: of all), begun or not, over or not, and whether it ever applied.

    `day` is today where it holds.
    """

    shop: str | None
    name: str
    day: date
    has_begun: bool
    is_over: bool
    has_applied: bool

    def find_fault(self, act: str) -> str:
        """Say why it cannot be ended or removed, in words; empty when it can."""
        if act == "remove":
            return "It has applied already, or somebody has it: end it instead" if self.has_applied else ""
        if self.is_over:
            return "It does not hold any more"
        return "" if self.has_begun else "It has not begun yet: remove it instead"


@dataclass(frozen=True, slots=True)
class Taken:
    """An offer that was taken back."""

    id: str
    shop: str | None
    name: str
    removed: bool
    kept: dict[str, list[dict[str, Any]]]


async def find_offer(conn: Connection, kind: Kind, ident: str, zone: str, now: datetime) -> Offer | None:
    """Give an offer as it stands, None where there is none; what is of all shops has its days in `zone`."""
    async with conn.cursor(row_factory=class_row(Offer)) as cursor:
        await cursor.execute(_FIND[kind] + _HELD, {"id": ident, "zone": zone, "now": now})
        return await cursor.fetchone()


async def end_offer(conn: Connection, kind: Kind, ident: str, offer: Offer, who: str, now: datetime) -> None:
    """Let an offer hold no more from this moment on; its tills are told by the table's trigger. Raises Denied 409."""
    await _keep(conn, kind, ident, offer, who, now, act="end")
    await conn.execute(_END[kind], {"id": ident, "day": offer.day, "now": now})


async def remove_offer(conn: Connection, kind: Kind, ident: str, offer: Offer, who: str, now: datetime) -> None:
    """Forget an offer that never applied, with its coupons or prices. Raises Denied 409."""
    await _keep(conn, kind, ident, offer, who, now, act="remove")
    for table in reversed(_TABLES[kind]):
        delete = sql.SQL("DELETE FROM {} WHERE {} = %s")
        await conn.execute(delete.format(sql.Identifier(table), sql.Identifier(f"{kind}_id")), (ident,))


async def take_back(conn: Connection, kind: Kind, number: int, now: datetime) -> Taken:
    """Put an offer back as it was before its end or removal. Raises Denied 404, 409."""
    async with conn.cursor(row_factory=class_row(Taken)) as cursor:
        since = now - timedelta(days=KEPT_DAYS)
        await cursor.execute(_TAKE, {"n": number, "kind": kind, "since": since})
        taken = await cursor.fetchone()
    if taken is None:
        raise Denied(404, "This cannot be taken back any more")
    await (_bring_back if taken.removed else _hold_again)(conn, kind, taken, now)
    return taken


async def _keep(conn: Connection, kind: Kind, ident: str, offer: Offer, who: str, now: datetime, act: str) -> None:
    fault = offer.find_fault(act)
    if fault:
        raise Denied(409, fault)
    tables = _TABLES[kind] if act == "remove" else (kind,)
    values = {"kind": kind, "id": ident, "shop": offer.shop, "name": offer.name, "removed": act == "remove"}
    kept = Jsonb({table: await _read(conn, table, kind, ident) for table in tables})
    await conn.execute("DELETE FROM ended_offer WHERE done_at < %s", (now - timedelta(days=KEPT_DAYS),))
    await conn.execute(_KEEP, values | {"kept": kept, "now": now, "who": who})


async def _read(conn: Connection, table: str, kind: Kind, ident: str) -> list[dict[str, Any]]:
    query = sql.SQL("SELECT to_jsonb(t) AS kept FROM {} t WHERE {} = %s")
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query.format(sql.Identifier(table), sql.Identifier(f"{kind}_id")), (ident,))
        return [row["kept"] for row in await cursor.fetchall()]


async def _bring_back(conn: Connection, kind: Kind, taken: Taken, _now: datetime) -> None:
    insert = sql.SQL("INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, %s)")
    try:
        for table in _TABLES[kind]:
            await conn.execute(insert.format(table=sql.Identifier(table)), (Jsonb(taken.kept[table]),))
    except psycopg.errors.IntegrityError as error:
        raise Denied(409, "Its name or code was given again, or what it belonged to is gone") from error


async def _hold_again(conn: Connection, kind: Kind, taken: Taken, now: datetime) -> None:
    columns = sql.SQL(", ").join(sql.SQL("{0} = k.{0}").format(sql.Identifier(column)) for column in _ENDED_BY[kind])
    update = sql.SQL(
        """UPDATE {table} t SET {columns}, version = t.version + 1, changed_at = %s
           FROM jsonb_populate_recordset(NULL::{table}, %s) k
           WHERE t.{ident} = k.{ident} AND t.version = k.version + 1"""
    ).format(table=sql.Identifier(kind), columns=columns, ident=sql.Identifier(f"{kind}_id"))
    cursor = await conn.execute(update, (now, Jsonb(taken.kept[kind])))
    if not cursor.rowcount:
        raise Denied(409, "It was changed or removed since")
