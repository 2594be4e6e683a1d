"""Files of tolerances: how much more than was ordered is taken, by supplier and article, as buyers agree it."""

from dataclasses import asdict
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from server_stub.api.amounts import GivenRate, rate_ppm
from server_stub.database import Connection, Pool
from server_stub.faults import Refusal
from server_stub.goods.product_rows import Report
from server_stub.offers.row_file import decimal, importing, read_drafts
from server_stub.orders.tolerances import say_tolerance

_PRODUCTS = "SELECT sku, id::text FROM product WHERE sku = ANY(%s)"
_SAID = "SELECT lower(partner), coalesce(product_id::text, ''), over_ppm FROM tolerance WHERE shop_id = %s"
_Key = tuple[str, str]
"""Supplier in small letters, and article; empty for every one."""


class ToleranceRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Per cent that are taken more; no `supplier` is every supplier, no `sku` every article, neither is the shop."""

    tolerance: GivenRate
    supplier: Annotated[str, Meta(max_length=250)] = ""
    sku: Annotated[str, Meta(max_length=64)] = ""


async def import_tolerances(
    pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False
) -> dict[str, Any]:
    """Say what a file says and report what became of its rows; what it does not name stays as it was said.

    Bad rows leave everything as it was, unless `partial`. Refusal `import.shop` when no shop is named.
    """
    if shop is None:
        raise Refusal("import.shop", "Tolerances are of a shop.", "Name it with --shop.")
    report = Report()
    rows = read_drafts(path, ToleranceRow, {"tolerance": decimal}, ("tolerance",), report)
    async with importing(pool, report, partial=partial) as conn:
        products = await _find_products(conn, sorted({row.sku for _, row in rows if row.sku}))
        said = await _read_said(conn, shop)
        named: set[_Key] = set()
        for number, row in rows:
            if row.sku and row.sku not in products:
                report.reject(number, "sku", row.sku, "is no product")
                continue
            key = row.supplier.lower(), products.get(row.sku, "")
            if key in named:
                report.reject(number, "sku", row.sku, "is in the file twice for this supplier")
                continue
            named.add(key)
            await _say(conn, shop, row, key, said, report)
    report.rejected.sort(key=itemgetter("row"))
    return asdict(report)


async def _say(
    conn: Connection, shop: str, row: ToleranceRow, key: _Key, said: dict[_Key, int], report: Report
) -> None:
    over_ppm = rate_ppm(row.tolerance)
    if said.get(key) == over_ppm:
        report.unchanged += 1
        return
    await say_tolerance(conn, shop, row.supplier, key[1] or None, over_ppm)
    report.changed += key in said
    report.added += key not in said


async def _find_products(conn: Connection, skus: list[str]) -> dict[str, str]:
    return dict(await (await conn.execute(_PRODUCTS, (skus,))).fetchall())


async def _read_said(conn: Connection, shop: str) -> dict[_Key, int]:
    rows = await (await conn.execute(_SAID, (shop,))).fetchall()
    return {(partner, product): over_ppm for partner, product, over_ppm in rows}
