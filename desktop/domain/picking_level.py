"""What a pick has to confirm, as the shop says for orders and for refills. Pure.

The strictest is the usual one: a place that is enough lets goods of another lot, or other goods, pass unseen. So goods
with lots, serial numbers or marks, and what is weighed, are scanned whatever the shop says.
"""

from collections.abc import Sequence
from enum import StrEnum

from desktop.domain.picking_route import Pick
from desktop.domain.product import Found, Product


class Level(StrEnum):
    """What is enough: every piece (or how many), the goods once, their place alone where no others are wanted."""

    QUANTITY = "quantity"
    GOODS = "goods"
    PLACE = "place"


def to_level(word: str) -> Level:
    """Read what the shop says; a word that is not known here asks for everything."""
    return Level(word) if word in set(Level) else Level.QUANTITY


def confirm_place(
    level: Level, picks: Sequence[Pick], product: Product | None, *, with_totes: bool = False
) -> tuple[Pick, ...]:
    """Give which of the picks at a place its scan confirms; with totes the first, for each goes into its own.

    Of several goods none: who stands there has to say which of them they took. `product` is that of the first.
    """
    goods = {each.product_id for each in picks}
    if level is not Level.PLACE or len(goods) != 1 or not picks[0].place_id or _is_asked(product, picks):
        return ()
    return tuple(picks[: 1 if with_totes else None])


def confirm_goods(level: Level, picks: Sequence[Pick], found: Found, *, with_totes: bool = False) -> int:
    """Give how much one scan of a single piece confirms of the picks at a place, in thousandths; 0 for what it says.

    A code that says a quantity of its own (a pack, a weight, a serial number) stands for that much.
    """
    own = found.serial or found.quantity_milli or found.pack_milli != 1000
    if level is Level.QUANTITY or own or _is_asked(found.product, picks, lot=found.lot):
        return 0
    fit = [each for each in picks if each.product_id == found.product.id and each.lot in ("", found.lot)]
    return sum(each.quantity_milli for each in fit[: 1 if with_totes else None])


def _is_asked(product: Product | None, picks: Sequence[Pick], lot: str = "") -> bool:
    """Whether goods say more than what they are: their lot (unless it was scanned), a number, a weight."""
    if product is None or product.weighed or product.extra.track_serials:
        return True
    kept_apart = product.extra.track_lots or any(each.lot for each in picks if each.product_id == product.id)
    return kept_apart and not lot
