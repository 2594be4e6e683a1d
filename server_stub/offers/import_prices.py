"""Price files: what products cost by price lists, by quantity; a list that is not there yet is made."""

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from server_stub.api.amounts import Given, GivenQuantity, price_e4, quantity_milli
from server_stub.api.price_lists import Sku
from server_stub.api.promotion_shapes import Name
from server_stub.database import Connection, Pool
from server_stub.faults import Denied
from server_stub.goods.product_rows import Report
from server_stub.ids import new_id
from server_stub.offers.price_lists import put_prices, save_price_list
from server_stub.offers.row_file import decimal, importing, read_drafts
from sync.wire.offers import PriceList, Tier


class PriceRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a product costs by a list from a quantity on."""

    price_list: Name
    sku: Sku
    price: Given
    from_quantity: GivenQuantity = "1"


_Prices = dict[tuple[str, str], dict[int, int]]
"""(list, product) -> price by quantity."""


async def import_prices(pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False) -> dict[str, Any]:
    """Set prices by a file and report what became of its rows; a product's tiers are those of the file.

    Lists of a shop, or of all (None), are known by their names. Bad rows leave everything as it was, unless `partial`.
    """
    report = Report()
    converts = {"price": decimal, "from_quantity": decimal}
    rows = read_drafts(path, PriceRow, converts, ("price_list", "sku", "price"), report)
    async with importing(pool, report, partial=partial) as conn:
        lists = await _find_lists(conn, shop, sorted({row.price_list for _, row in rows}))
        products = await _find_products(conn, sorted({row.sku for _, row in rows}))
        prices = _gather(rows, lists, products, report)
        for list_id in lists.values():
            await _put(conn, list_id, prices, report)
    return asdict(report)


def _gather(
    rows: list[tuple[int, PriceRow]], lists: dict[str, str], products: dict[str, str], report: Report
) -> _Prices:
    prices: _Prices = defaultdict(dict)
    for number, row in rows:
        try:
            from_milli, price = quantity_milli(row.from_quantity), price_e4(row.price)
        except Denied as error:
            report.reject(number, "price", row.price, str(error))
            continue
        if row.sku not in products:
            report.reject(number, "sku", row.sku, "is no product")
        elif from_milli in prices[lists[row.price_list], products[row.sku]]:
            report.reject(number, "from_quantity", row.from_quantity, "is in the file twice for this product")
        else:
            prices[lists[row.price_list], products[row.sku]][from_milli] = price
    return prices


async def _put(conn: Connection, list_id: str, prices: _Prices, report: Report) -> None:
    given = {
        product: tuple(Tier(from_milli, tiers[from_milli]) for from_milli in sorted(tiers))
        for (in_list, product), tiers in prices.items()
        if in_list == list_id and tiers
    }
    added, changed = await put_prices(conn, list_id, given, datetime.now(UTC))
    report.added += added
    report.changed += changed
    report.unchanged += len(given) - added - changed


async def _find_lists(conn: Connection, shop: str | None, names: list[str]) -> dict[str, str]:
    query = "SELECT name, price_list_id::text FROM price_list WHERE name = ANY(%s) AND shop_id IS NOT DISTINCT FROM %s"
    cursor = await conn.execute(query, (names, shop))
    known: dict[str, str] = dict(await cursor.fetchall())
    for name in names:
        if name not in known:
            known[name] = new_id()
            await save_price_list(conn, shop, PriceList(id=known[name], name=name), datetime.now(UTC))
    return known


async def _find_products(conn: Connection, skus: list[str]) -> dict[str, str]:
    cursor = await conn.execute("SELECT sku, id::text FROM product WHERE sku = ANY(%s)", (skus,))
    return dict(await cursor.fetchall())
