"""Coupon files: one code a row, of a promotion by its name or id; a code is known again by itself."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct

from server_stub.api.asking import Moment
from server_stub.api.coupons import Code, Uses
from server_stub.database import Connection, Pool
from server_stub.goods.product_cells import BadCell, flag
from server_stub.goods.product_rows import Report
from server_stub.ids import new_id
from server_stub.offers.coupons import Kept, read_kept, save_coupon
from server_stub.offers.row_file import Convert, importing, read_drafts

_PROMOTIONS = """
SELECT promotion_id::text, name FROM promotion WHERE %(shop)s::uuid IS NULL OR shop_id IS NULL OR shop_id = %(shop)s
"""


class CouponRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the file; times without an offset are UTC. `uses` 0 is any number."""

    promotion: UUID
    code: Code
    uses: Uses = 1
    uses_per_customer: Uses = 0
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    active: bool = True


async def import_coupons(pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False) -> dict[str, Any]:
    """Add and change coupons by a file and report what became of its rows; `shop` narrows whose promotions are meant.

    A code stays with its promotion: a row that names another is told as bad.
    """
    report = Report()
    async with importing(pool, report, partial=partial) as conn:
        drafts = read_drafts(path, CouponRow, _converts(await _names(conn, shop)), ("promotion", "code"), report)
        known = await read_kept(conn, [row.code for _, row in drafts])
        for number, row in drafts:
            await _take(conn, number, row, known, report)
    return asdict(report)


async def _names(conn: Connection, shop: str | None) -> dict[str, list[str]]:
    """Name or id of a promotion -> the ids it may mean."""
    names: dict[str, list[str]] = {}
    for ident, name in await (await conn.execute(_PROMOTIONS, {"shop": shop})).fetchall():
        names[ident] = [ident]
        names.setdefault(name, []).append(ident)
    return names


def _converts(names: Mapping[str, list[str]]) -> dict[str, Convert]:
    def find(cell: str) -> str:
        found = names.get(cell, [])
        if len(found) != 1:
            raise BadCell("is on several promotions, write the id" if found else "is no promotion")
        return found[0]

    return {"promotion": find, "code": str.upper, "active": flag, "starts_at": read_moment, "ends_at": read_moment}


def read_moment(cell: str) -> str:
    """Read `2026-12-31`, `2026-12-31 18:00` and RFC 3339; without an offset it is UTC. Raises BadCell."""
    try:
        at = datetime.fromisoformat(cell)
    except ValueError as error:
        raise BadCell("is no date") from error
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat()


async def _take(conn: Connection, number: int, row: CouponRow, known: dict[str, Kept], report: Report) -> None:
    there = known.get(row.code)
    if there is not None and there.promotion_id != str(row.promotion):
        return report.reject(number, "code", row.code, "is a coupon of another promotion")
    if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
        return report.reject(number, "ends_at", row.ends_at.isoformat(), "is before it starts")
    limits = (row.uses, row.uses_per_customer, row.active, row.starts_at, row.ends_at)
    made = Kept(there.coupon_id if there else new_id(), row.code, str(row.promotion), *limits)
    if made == there:
        report.unchanged += 1
        return None
    report.changed += there is not None
    report.added += there is None
    known[row.code] = made
    await save_coupon(conn, made, datetime.now(UTC))
    return None
