"""Promotion files: one promotion a row, in the words of the REST surface; known by id, or by name within its shop."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from server_stub.api.currencies import read_currency
from server_stub.api.promotion_shapes import PromotionDraft, to_wire
from server_stub.database import Connection, Pool
from server_stub.faults import Denied
from server_stub.goods.product_cells import BadCell, flag
from server_stub.goods.product_rows import Report
from server_stub.goods.shops import list_shops
from server_stub.ids import new_id
from server_stub.offers.checking import find_fault
from server_stub.offers.promotions import save_promotion, to_promotion
from server_stub.offers.row_file import Convert, day, decimal, importing, moment, numbers, one_of, read_drafts, words
from sync.wire.offers import Promotion

_PART = re.compile(r"(?P<gift>gift\s+)?(?:(?P<quantity>\d+(?:[.,]\d+)?)\s+x\s+)?(?P<goods>.+)", re.IGNORECASE)
_LISTS = ("groups", "products", "skus", "categories")
_FLAGS = ("active", "exclusive", "birthday", "coupon", "same_product")
_DECIMALS = ("from_quantity", "from_amount", "buy", "get", "percent", "amount", "unit_price", "set_price", "max_amount")

_Known = dict[str, tuple[str | None, Promotion]]


class PromotionRow(PromotionDraft, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the file."""

    id: UUID | None = None


async def import_promotions(
    pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False
) -> dict[str, Any]:
    """Add and change promotions by a file and report what became of its rows; `shop` is whose they are unless a row
    says it, None for all shops.
    """
    report = Report()
    async with importing(pool, report, partial=partial) as conn:
        shops = {one.name: one.id for one in await list_shops(conn)}
        known = await _read_known(conn)
        for number, row in read_drafts(path, PromotionRow, _converts(shops), ("name", "kind"), report):
            await _take(conn, number, row, str(row.shop) if row.shop else shop, known, report)
    return asdict(report)


def _converts(shops: Mapping[str, str]) -> dict[str, Convert]:
    return {
        **dict.fromkeys(_LISTS, words),
        **dict.fromkeys(_FLAGS, flag),
        **dict.fromkeys(_DECIMALS, decimal),
        **dict.fromkeys(("starts_on", "ends_on"), day),
        **dict.fromkeys(("from_time", "until_time"), moment),
        "weekdays": numbers,
        "parts": read_parts,
        "shop": one_of(shops, "shop"),
    }


def read_parts(cell: str) -> list[dict[str, object]]:
    """Read the parts of a combo: `2 x COFFEE|TEA + gift #Bakery`; # is a category, else it is an article number."""
    return [_read_part(part.strip()) for part in cell.split("+")]


def _read_part(text: str) -> dict[str, object]:
    found = _PART.fullmatch(text)
    goods = words(found["goods"]) if found else []
    if not found or not goods:
        raise BadCell("is not written as `2 x SKU|SKU + gift #Category`")
    return {
        "quantity": decimal(found["quantity"] or "1"),
        "gift": bool(found["gift"]),
        "skus": [one for one in goods if not one.startswith("#")],
        "categories": [one[1:] for one in goods if one.startswith("#")],
    }


async def _read_known(conn: Connection) -> _Known:
    cursor = await conn.execute("SELECT promotion_id::text, shop_id::text, name, active, definition FROM promotion")
    return {row[0]: (row[1], to_promotion(row[0], *row[2:])) for row in await cursor.fetchall()}


async def _take(
    conn: Connection, number: int, row: PromotionRow, shop: str | None, known: _Known, report: Report
) -> None:
    same_name = (ident for ident, (its, one) in known.items() if (its, one.name) == (shop, row.name))
    ident = str(row.id) if row.id else next(same_name, new_id())
    try:
        made = to_wire(ident, row, await read_currency(conn, shop, unsure=True))
    except Denied as error:
        report.reject(number, "", row.name, str(error))
        return
    if fault := find_fault(made):
        report.reject(number, "kind", row.kind, fault)
        return
    if known.get(ident) == (shop, made):
        report.unchanged += 1
        return
    report.changed += ident in known
    report.added += ident not in known
    known[ident] = (shop, made)
    await save_promotion(conn, shop, made, datetime.now(UTC))
