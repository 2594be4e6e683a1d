"""What is special about selling a product: cells of a file to values, and values to what terminals are told."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from server_stub.goods import product_cells as cells
from server_stub.goods.product_cells import BadCell
from sync.wire.extras import Extra, Measure, Part

MAX_PARTS = 50
MOST_DAYS = 3650
_UNITS = dict.fromkeys(("kg", "кг"), ("kg", 3)) | dict.fromkeys(("g", "г"), ("kg", 0))
_UNITS |= dict.fromkeys(("l", "л"), ("l", 3)) | dict.fromkeys(("ml", "мл"), ("l", 0)) | {"cl": ("l", 1)}
_UNITS |= dict.fromkeys(("m", "м"), ("m", 3)) | dict.fromkeys(("cm", "см"), ("m", 1))
"""As written -> unit, and digits to thousandths of it."""
_MEASURE = re.compile(r"([0-9][0-9., ]*?)\s*([^\W\d_]+)\.?")
_PLAIN = Extra()


def parts(cell: str) -> tuple[Part, ...]:
    """Read what goods hold or are made of: `MILK*2|BREAD`, article numbers with how many of each."""
    return check_parts([_part(text) for text in filter(None, map(str.strip, cell.split("|")))])


def check_parts(found: Sequence[Part]) -> tuple[Part, ...]:
    """Give what a bundle holds. Raises BadCell for too many parts, and for one that is named twice."""
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


def least_days(cell: str) -> int:
    """Read how many days goods have left when they come in; 0, for any, when it is empty."""
    return cells.number(cell, 0, MOST_DAYS) if cell else 0


def measure(cell: str) -> Measure | None:
    """Read how much is in one piece: `930 ml`, `0,75 l`, `400 g`; None when it is empty."""
    if not cell:
        return None
    found = _MEASURE.fullmatch(cell)
    if found is None or found[2].casefold() not in _UNITS:
        raise BadCell("is no measure such as 930 ml or 0.4 kg")
    name, digits = _UNITS[found[2].casefold()]
    milli = cells.number(found[1], digits, 100_000)
    if not milli:
        raise BadCell("a measure is more than nothing")
    return Measure(quantity_milli=milli, unit=name)


def _part(text: str) -> Part:
    sku, mark, quantity = text.rpartition("*")
    if not mark:
        sku, quantity = text, "1"
    return read_part(sku, quantity)


def read_part(sku: str, quantity: str) -> Part:
    """Read one part of a bundle and how many of it. Raises BadCell for nothing of it."""
    milli = cells.number(quantity.strip(), 3, cells.MAX_PACK)
    if not milli:
        raise BadCell("a bundle holds more than nothing of a part")
    return Part(sku=cells.sku(sku.strip()), quantity_milli=milli)


EXTRA_CELLS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "variant_of": ("variant_of", cells.words),
    "variant": ("variant", cells.words),
    "parts": ("parts", parts),
    "recipe": ("recipe", parts),
    "tare": ("tare_milli", tare_milli),
    "open_price": ("open_price", cells.flag),
    "open_quantity": ("open_quantity", cells.flag),
    "track_serials": ("track_serials", cells.flag),
    "cap": ("cap_milli", cap_milli),
    "gift": ("gift", cells.flag),
    "measure": ("measure", measure),
    "least_days": ("least_days", least_days),
}
"""Column of a file -> field of `Extra`, and how a cell becomes its value."""


def merge_extra(known: Extra | None, given: Mapping[str, Any]) -> Extra | None:
    """Give what is known with what is given; None when nothing of it is special.

    Goods are made up at the sale or before it: what is said now of the one ends what was said of the other.
    """
    merged = msgspec.structs.replace(known or _PLAIN, **given)
    if merged.parts and merged.recipe:
        merged = msgspec.structs.replace(merged, **{"parts" if given.get("recipe") else "recipe": ()})
    return None if merged == _PLAIN else merged


def new_extras(columns: Mapping[str, Sequence[Any]], count: int) -> Sequence[Extra | None]:
    """Give what is special about new products, from columns by field."""
    if not columns:
        return [None] * count
    return [
        merge_extra(None, dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)
    ]
