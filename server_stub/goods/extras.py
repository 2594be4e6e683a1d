"""What is special about selling a product: cells of a file to values, and values to what terminals are told."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from server_stub.goods import product_cells as cells
from server_stub.goods.product_cells import BadCell
from sync.wire.extras import Extra, Part

MAX_PARTS = 50
_PLAIN = Extra()


def parts(cell: str) -> tuple[Part, ...]:
    """Read a bundle's contents: `MILK*2|BREAD`, article numbers with how many of each."""
    found = [_part(text) for text in filter(None, map(str.strip, cell.split("|")))]
    if len(found) > MAX_PARTS:
        raise BadCell(f"has more than {MAX_PARTS} parts")
    if len({part.sku for part in found}) < len(found):
        raise BadCell("names a part twice")
    return tuple(found)


def tare_milli(cell: str) -> int:
    """Read what packaging weighs; nothing when it is empty."""
    return cells.number(cell, 3, 100) if cell else 0


def cap_milli(cell: str) -> int:
    """Read how much one ticket may hold; 0, for as much as there is, when it is empty."""
    return cells.number(cell, 3, 9_999) if cell else 0


def _part(text: str) -> Part:
    sku, mark, quantity = text.rpartition("*")
    if not mark:
        sku, quantity = text, "1"
    milli = cells.number(quantity.strip(), 3, cells.MAX_PACK)
    if not milli:
        raise BadCell("a bundle holds more than nothing of a part")
    return Part(sku=cells.sku(sku.strip()), quantity_milli=milli)


EXTRA_CELLS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "variant_of": ("variant_of", cells.words),
    "variant": ("variant", cells.words),
    "parts": ("parts", parts),
    "tare": ("tare_milli", tare_milli),
    "open_price": ("open_price", cells.flag),
    "open_quantity": ("open_quantity", cells.flag),
    "track_serials": ("track_serials", cells.flag),
    "cap": ("cap_milli", cap_milli),
    "gift": ("gift", cells.flag),
}
"""Column of a file -> field of `Extra`, and how a cell becomes its value."""


def merge_extra(known: Extra | None, given: Mapping[str, Any]) -> Extra | None:
    """Give what is known with what is given; None when nothing of it is special."""
    merged = msgspec.structs.replace(known or _PLAIN, **given)
    return None if merged == _PLAIN else merged


def new_extras(columns: Mapping[str, Sequence[Any]], count: int) -> Sequence[Extra | None]:
    """Give what is special about new products, from columns by field."""
    if not columns:
        return [None] * count
    return [
        merge_extra(None, dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)
    ]
