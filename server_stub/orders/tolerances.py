"""Tolerances: how much more than was ordered is taken without a reason, by supplier and by article.

The closest counts: what a line says, what its order says, this supplier's article, the article, the supplier, the
shop. An order is made with what is said then; what is said later is for later orders.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server_stub.database import Connection
from server_stub.ids import new_id

_SAY = """
INSERT INTO tolerance (id, shop_id, partner, product_id, over_ppm)
VALUES (%(id)s, %(shop)s, %(partner)s, %(product)s, %(over)s)
ON CONFLICT (shop_id, lower(partner), coalesce(product_id, '00000000-0000-0000-0000-000000000000'))
DO UPDATE SET partner = excluded.partner, over_ppm = excluded.over_ppm RETURNING id::text
"""
_READ = """
SELECT partner <> '', product_id::text, over_ppm FROM tolerance
WHERE shop_id = %s AND lower(partner) IN ('', lower(%s)) AND (product_id IS NULL OR product_id = ANY(%s::uuid[]))
"""


@dataclass(frozen=True, slots=True)
class Tolerances:
    """What is said for one supplier: by article, and for everything else; in millionths."""

    by_product: Mapping[str, int]
    over_ppm: int


async def say_tolerance(conn: Connection, shop: str, partner: str, product: str | None, over_ppm: int) -> str:
    """Say how much more is taken, in place of what was said before; gives the id of it."""
    values = {"id": new_id(), "shop": shop, "partner": partner, "product": product, "over": over_ppm}
    row = await (await conn.execute(_SAY, values)).fetchone()
    assert row is not None
    return str(row[0])


async def forget_tolerance(conn: Connection, ident: str) -> None:
    """Say it no more; what is less close counts then."""
    await conn.execute("DELETE FROM tolerance WHERE id = %s", (ident,))


async def read_tolerances(conn: Connection, shop: str, partner: str, products: Iterable[str]) -> Tolerances:
    """Give what is said of a supplier in a shop and of these articles."""
    by_product, general = {}, 0
    rows = await (await conn.execute(_READ, (shop, partner.strip(), list(products)))).fetchall()
    for _, product, over_ppm in sorted(rows, key=lambda row: row[0]):  # the supplier's own last: it is closer
        if product is None:
            general = over_ppm
        else:
            by_product[product] = over_ppm
    return Tolerances(by_product, general)
