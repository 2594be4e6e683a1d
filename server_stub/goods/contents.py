"""What goods are said to hold or to be made of: it must be goods that are there, and nothing is made of itself."""

from collections.abc import Collection, Mapping, Sequence

from server_stub.database import Connection
from sync.wire.extras import Part

CONTENTS = ("parts", "recipe")
"""Columns, and fields of `Extra`: a bundle is made up at the sale, a recipe is followed in the warehouse before it."""


def find_fault(sku: str, given: Mapping[str, Sequence[Part]], unknown: Collection[str]) -> tuple[str, str]:
    """Give the column that cannot be as it is and why, or two empty texts."""
    filled = [name for name in CONTENTS if given.get(name)]
    if len(filled) > 1:
        return filled[1], "goods are made up at the sale or before it, not both"
    for name in filled:
        skus = [part.sku for part in given[name]]
        if sku in skus:
            return name, "names the goods themselves"
        if missing := [each for each in skus if each in unknown]:
            return name, f"no goods have the number {missing[0]}"
    return "", ""


async def find_unknown(conn: Connection, skus: Collection[str]) -> frozenset[str]:
    """Give the article numbers that no product has."""
    if not skus:
        return frozenset()
    cursor = await conn.execute("SELECT sku FROM product WHERE sku = ANY(%s)", (list(skus),))
    return frozenset(skus) - {sku for (sku,) in await cursor.fetchall()}
