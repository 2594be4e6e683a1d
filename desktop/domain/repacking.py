"""Goods that become other goods: what is taken, what is made of it, by hand or by the recipe of what is made. Pure.

A recipe says what one unit is made of. What is made takes what its recipe says, unless somebody took goods by hand for
it; what is taken apart becomes what its recipe says.
"""

from collections.abc import Iterable, Sequence

from desktop.domain.product import BundlePart, Product
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Movement
from desktop.domain.task import RECIPE, Scan, What

Lot = tuple[str, str, int]
"""A lot, its expiry, and how much of it, in thousandths."""


def is_making(scans: Sequence[Scan]) -> bool:
    """Tell whether goods that are scanned now are made of those before, in scans that stand."""
    return any(scan.what is What.MAKE for scan in scans)


def has_taken(scans: Sequence[Scan]) -> bool:
    """Tell whether somebody took goods by hand, in scans that stand."""
    return any(scan.what is What.GOODS and scan.code != RECIPE for scan in scans)


def find_lot(scans: Sequence[Scan], product: Product) -> tuple[str, str]:
    """Give lot and expiry that goods have from what they are made of: where that has one, and they are kept by lots.

    Refusal `repack.serial` for goods of which each piece has a number, which nobody can know.
    """
    check_no_serial(product)
    lots = {(scan.lot, scan.expiry) for scan in scans if scan.what is What.GOODS}
    return lots.pop() if product.extra.track_lots and len(lots) == 1 else ("", "")


def check_no_serial(product: Product) -> None:
    """Refuse goods of which each piece has a number where nobody scanned it. Refusal `repack.serial`."""
    if product.extra.track_serials:
        raise Refusal(
            "repack.serial",
            f"Each piece of {product.name} has a number.",
            "Scan the pieces themselves.",
            facts={"goods": product.name},
        )


def take_lots(quantity_milli: int, lots: Iterable[Lot]) -> list[Lot]:
    """Give the lots that goods are taken of: what expires first goes first, the rest has no lot.

    `lots` are those that lie there, with how much of each.
    """
    left, taken = quantity_milli, list[Lot]()
    for lot, expiry, there in sorted(lots, key=lambda one: (one[1] or "9999", one[0])):
        milli = min(left, there)
        if milli > 0:
            taken.append((lot, expiry, milli))
            left -= milli
    return taken + ([("", "", left)] if left else [])


def part_milli(part: BundlePart, made_milli: int) -> int:
    """Give how much of a part so much is made of. Refusal `repack.share` for less than a thousandth."""
    milli = part.quantity_milli * made_milli // 1000
    if not milli:
        raise Refusal(
            "repack.share", f"So little holds nothing of {part.sku}.", "Take more of it.", facts={"sku": part.sku}
        )
    return milli


def check_repacked(repacking_id: str, moves: Sequence[Movement]) -> None:
    """Refuse goods of nothing, and nothing of goods. Refusals `repack.nothing_taken`, `repack.nothing_made`."""
    if moves and not any(move.to_place_id == repacking_id for move in moves):
        raise Refusal("repack.nothing_taken", "Nothing was taken for what was made.", "Scan what it was made of.")
    if moves and not any(move.from_place_id == repacking_id for move in moves):
        raise Refusal(
            "repack.nothing_made", "Nothing was made of what was taken.", "Scan CMD:MAKE, then what it became."
        )
