"""What may be scanned at a step of a picking; anything else is refused with what was expected and what came. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.picked import Picked
from desktop.domain.picking import Ground, NextStep, PickStep, next_step, picks_here, plan_left
from desktop.domain.picking_route import Want
from desktop.domain.product import WHOLE_UNITS, Found
from desktop.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Names:
    """What people call things: codes of places by id, articles by id, numbers of orders by id."""

    places: Mapping[str, str] = field(default_factory=dict)
    goods: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)


def check_place(step: NextStep, place_id: str, names: Names) -> None:
    """Refuse another place than the one that is next. Refusals `pick.tote_first`, `pick.place`, `pick.finished`."""
    _check_hands(step, names)
    if step.step in (PickStep.SORT, PickStep.FINISH):
        raise _finished()
    if step.place_id not in ("", place_id):
        expected, scanned = names.places.get(step.place_id, ""), names.places.get(place_id, "")
        raise Refusal(
            "pick.place", f"This is {scanned}. Go to {expected}.", "Scan the place where the goods lie.",
            facts={"expected": expected, "scanned": scanned},
        )  # fmt: skip


def check_goods(
    wants: Sequence[Want], picked: Picked, ground: Ground, found: Found, quantity_milli: int, names: Names
) -> str:
    """Refuse other goods, another lot, too many, or a piece that was taken already; gives the lot that is taken.

    Refusals `pick.tote_first`, `pick.finished`, `pick.place_first`, `pick.goods`, `pick.lot`, `pick.too_many`,
    `task.serial`.
    """
    step = next_step(wants, picked, ground)
    _check_hands(step, names)
    has_way = step.step is PickStep.FACE or picked.instead_of  # whoever has everything in hand is told where to go
    if not has_way and _is_complete(wants, picked, ground, found.product.id):
        _check_quantity(0, quantity_milli)
    if step.step is PickStep.FINISH:
        raise _finished()
    if step.step in (PickStep.PLACE, PickStep.FACE):
        expected = names.places.get(step.place_id, "")
        said = f"Scan the place {expected} first." if expected else "Scan the place first."
        raise Refusal("pick.place_first", said, "Then scan the goods.", facts={"expected": expected})
    if found.serial and any(one.move.lot == found.serial for one in picked.taken):
        said = f"The piece {found.serial[:60]} was scanned already."
        raise Refusal("task.serial", said, "Each piece counts once.", facts={"serial": found.serial[:60]})
    if picked.instead_of:
        _check_quantity(step.quantity_milli, quantity_milli)
        return found.serial or found.lot
    here = [
        each
        for each in picks_here(plan_left(wants, picked, ground), picked.place_id)
        if each.product_id == found.product.id
    ]
    if not here:
        expected, scanned = names.goods.get(step.product_id, ""), found.product.name or found.product.sku
        raise Refusal(
            "pick.goods", f"This is {scanned}. Take {expected}.", "Put it back.",
            facts={"expected": expected, "scanned": scanned},
        )  # fmt: skip
    lots = {each.lot for each in here}
    lot = found.serial or found.lot or (min(lots) if len(lots) == 1 else "")
    if not (found.serial and not any(want.lot for want in wants)) and "" not in lots and lot not in lots:
        expected = f"{here[0].lot} {here[0].expiry}".strip()
        raise Refusal(
            "pick.lot", f"This is lot {lot or '?'}. Take lot {expected}.", "Take the one that expires first.",
            facts={"expected": expected, "scanned": lot or "?"},
        )  # fmt: skip
    fit = [each for each in here if found.serial or each.lot in ("", lot)]
    over_milli = max((want.over_milli for want in wants if want.product_id == found.product.id), default=0)
    milli = fit[0].quantity_milli if ground.with_totes else sum(each.quantity_milli for each in fit)
    _check_quantity(milli + over_milli, quantity_milli)
    return lot


def check_tote(picked: Picked, step: NextStep, code: str, names: Names) -> None:
    """Refuse a tote that is another order's, or another one than the order has. Refusals `pick.tote`, `pick.hands`."""
    if step.step is not PickStep.TOTE:
        raise Refusal("pick.hands", "Nothing is in hand.", "Take the goods first, then scan their tote.")
    if code != step.tote and (step.tote or code in dict(picked.totes)):
        expected = step.tote or names.orders.get(step.order_id, "")
        raise Refusal(
            "pick.tote", f"This is tote {code}. Put it into {expected}.", "Scan the right tote.",
            facts={"expected": expected, "scanned": code},
        )  # fmt: skip


def measure(found: Found, times: int, measured_milli: int = 0) -> tuple[Found, int]:
    """Give the goods and how often they count; of what is weighed, what was said (`times`, or in thousandths) is it.

    Refusals `pick.weigh` where nothing was said, and `quantity.pieces` for a part of what is counted.
    """
    if found.product.weighed and not found.quantity_milli:
        if not measured_milli and times == 1:
            scanned = found.product.name or found.product.sku
            raise Refusal(
                "pick.weigh", f"How much of {scanned} is it?", "Type the weight, then ×, and scan it again.",
                facts={"scanned": scanned},
            )  # fmt: skip
        return replace(found, quantity_milli=measured_milli or times * 1000), 1
    if measured_milli % 1000 == 0:
        return found, times
    if found.product.unit in WHOLE_UNITS or found.quantity_milli or found.serial:
        raise Refusal("quantity.pieces", "This is sold in whole pieces.", "Use a whole number.")
    return replace(found, quantity_milli=measured_milli), 1


def _check_hands(step: NextStep, names: Names) -> None:
    if step.step is PickStep.TOTE:
        expected = step.tote or names.orders.get(step.order_id, "")
        raise Refusal(
            "pick.tote_first",
            f"Goods are in hand for {expected}.",
            "Scan the tote first.",
            facts={"expected": expected},
        )


def _is_complete(wants: Sequence[Want], picked: Picked, ground: Ground, product_id: str) -> bool:
    """Whether goods were taken, and no more of them are wanted anywhere; what may come over is wanted, too."""
    taken = any(one.move.product_id == product_id for one in picked.taken)
    over = any(want.over_milli for want in wants if want.product_id == product_id)
    return taken and not over and all(each.product_id != product_id for each in plan_left(wants, picked, ground))


def _check_quantity(wanted_milli: int, quantity_milli: int) -> None:
    if quantity_milli > wanted_milli:
        raise Refusal(
            "pick.too_many", "This is more than is wanted here.", "Take only what is wanted.",
            facts={"wanted_milli": wanted_milli, "scanned_milli": quantity_milli},
        )  # fmt: skip


def _finished() -> Refusal:
    return Refusal("pick.finished", "Everything is picked.", "Finish the picking.")
