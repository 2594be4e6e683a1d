"""Goods that were fetched for several orders at once are given to their orders, each of which has a slot. Pure.

Every scan is of one order, the first that still wants all of it: a person puts what was scanned into one slot.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.picked import Picked, Sorted
from desktop.domain.picking_route import Want
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan


@dataclass(frozen=True, slots=True)
class Share:
    """What was fetched of goods for an order, and how much of it lies in the order's slot, in thousandths."""

    order_id: str
    product_id: str
    lot: str
    quantity_milli: int
    sorted_milli: int = 0

    @property
    def left_milli(self) -> int:
        """What still has to be given to the order."""
        return self.quantity_milli - self.sorted_milli


def slot_of(wants: Sequence[Want], order_id: str) -> int:
    """Give the number of an order's slot: that of the most urgent one is 1."""
    return [*dict.fromkeys(want.order_id for want in wants)].index(order_id) + 1


def shares_of(picked: Picked) -> tuple[Share, ...]:
    """Give the share of every order in what was fetched, in the order it was taken."""
    taken: Counter[tuple[str, str, str]] = Counter()
    given: Counter[tuple[str, str, str]] = Counter()
    for one in picked.taken:
        taken[one.order_id, one.move.product_id, one.move.lot] += one.move.quantity_milli
    for put in picked.sorted:
        given[put.order_id, put.product_id, put.lot] += put.quantity_milli
    return tuple(Share(*key, milli, given[key]) for key, milli in taken.items())


def waits_for_sorting(picked: Picked) -> bool:
    """Tell whether goods of several orders lie together."""
    return len({one.order_id for one in picked.taken}) > 1


def is_sorted(picked: Picked) -> bool:
    """Tell whether all that was fetched lies in its slot."""
    return not any(share.left_milli > 0 for share in shares_of(picked))


def give(picked: Picked, scan: Scan) -> Sorted:
    """Say which order the goods of a scan went to that was found fit when it was kept."""
    share = _fit(shares_of(picked), scan.product_id, scan.lot, scan.quantity_milli)
    assert share is not None, "a scan is kept only where a share has room for it"
    return Sorted(share.order_id, share.product_id, share.lot, scan.quantity_milli, scan.code)


def check_share(
    wants: Sequence[Want], picked: Picked, found: Found, quantity_milli: int, *, is_whole: bool = False
) -> int:
    """Give how many of the goods go to the first order that waits for them; with `is_whole` all that it waits for.

    Refusals `sort.goods` where no order waits for them, `sort.split` where no single one has room for so many, and
    `task.serial`.
    """
    lot, name = found.serial or found.lot, (found.product.name or found.product.sku)
    if found.serial and any(put.lot == found.serial for put in picked.sorted):
        said = f"The piece {found.serial[:60]} was scanned already."
        raise Refusal("task.serial", said, "Each piece counts once.", facts={"serial": found.serial[:60]})
    waiting = _waiting(shares_of(picked), found.product.id, lot)
    if not waiting:
        raise Refusal(
            "sort.goods", f"No order waits for {name}.", "Put it aside, or finish and put it back.",
            facts={"scanned": name},
        )  # fmt: skip
    if is_whole:
        return waiting[0].left_milli
    if _fit(waiting, found.product.id, lot, quantity_milli) is None:
        most = max(waiting, key=lambda each: each.left_milli)
        raise Refusal(
            "sort.split", "No order takes all of this.", "Scan fewer at a time.",
            facts={"slot": slot_of(wants, most.order_id), "left_milli": most.left_milli},
        )  # fmt: skip
    return quantity_milli


def _waiting(shares: Sequence[Share], product_id: str, lot: str) -> list[Share]:
    """Shares with room for goods: those of the very lot first; of what names no lot, all of the goods."""
    fit = [share for share in shares if share.product_id == product_id and share.left_milli > 0]
    return [share for share in fit if not lot or share.lot == lot] or [share for share in fit if not share.lot]


def _fit(shares: Sequence[Share], product_id: str, lot: str, quantity_milli: int) -> Share | None:
    waiting = _waiting(shares, product_id, lot)
    return next((share for share in waiting if share.left_milli >= quantity_milli), None)
