"""Business days: where the projection finds them, and how sales get to the day of a shift that comes after them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server_stub.database import Connection
from server_stub.journal.projections import Rows
from sync.wire.facts import DrawerOpened, Fact, SaleCompleted

Zones = Mapping[str, tzinfo]
"""The time zone of each shop that can trade."""

_ZONES = "SELECT p.shop_id::text, s.time_zone FROM place p JOIN shop s ON s.id = p.shop_id WHERE p.kind = 'customer'"
_SHIFTS = "SELECT shop_id::text, shift_id::text, business_day FROM shift_day WHERE shift_id = ANY(%s::uuid[])"
_STRAYED = """
SELECT s.sale_id, s.shop_id::text, s.business_day AS was, h.business_day
FROM sale s JOIN shift_day h ON h.shift_id = s.shift_id AND h.shop_id = s.shop_id
WHERE s.shift_id = ANY(%s::uuid[]) AND s.business_day <> h.business_day
"""
_MOVE = """
UPDATE {table} t SET business_day = m.day FROM unnest(%s::uuid[], %s::date[], %s::date[]) AS m(sale_id, was, day)
WHERE t.sale_id = m.sale_id AND t.business_day = m.was
"""
_MOVES = tuple(_MOVE.format(table=table) for table in ("sale_line", "sale_tax", "payment", "sale_day", "sale"))
_MOVE_DRAWER = """
UPDATE drawer d SET business_day = h.business_day FROM shift_day h
WHERE d.shift_id = ANY(%s::uuid[]) AND h.shift_id = d.shift_id AND h.shop_id = d.shop_id
    AND d.business_day <> h.business_day
"""


async def read_zones(conn: Connection) -> Zones:
    """Give the time zones of the shops that can trade: those with a customer place, to which everything sold goes."""
    return {shop: _zone(name) for shop, name in await (await conn.execute(_ZONES)).fetchall()}


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


async def read_shift_days(conn: Connection, facts: Iterable[Fact]) -> dict[tuple[str, str], date]:
    """Give the business days of the shifts that facts name, as far as they are here, by (shop, shift)."""
    shifts = {fact.shift_id for fact in facts if isinstance(fact, SaleCompleted | DrawerOpened)}
    if not shifts:
        return {}
    return {(shop, shift): day for shop, shift, day in await (await conn.execute(_SHIFTS, (list(shifts),))).fetchall()}


async def gather_strayed(conn: Connection, rows: Rows, shifts: Sequence[str]) -> None:
    """Move what lies under its own date to the day of its shift, which has just come in; mostly there is nothing."""
    await conn.execute(_MOVE_DRAWER, (list(shifts),))
    strayed = await (await conn.execute(_STRAYED, (list(shifts),))).fetchall()
    if not strayed:
        return
    for _, shop, *days in strayed:
        rows.touched.update((shop, day) for day in days)
    sales, _, was, day = zip(*strayed, strict=True)
    for statement in _MOVES:
        await conn.execute(statement.encode(), (list(sales), list(was), list(day)))
