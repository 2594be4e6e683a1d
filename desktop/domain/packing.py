"""Goods of an order packed for the customer: every piece is scanned once more, into one parcel or several. Pure.

What an order has to be packed is what was picked for it. A parcel may be weighed: where the weight of all that is in it
is known, it has to be about that. Each parcel is a document of its own; the last one ends the order.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.order import Order
from desktop.domain.parcel import Parcel, Piece, judge
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Deviation, GoodsMoved, Movement
from desktop.domain.task import Scan, What, standing


class PackStep(StrEnum):
    """What is done next: goods are scanned until all that was picked is packed."""

    GOODS = "goods"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Packed:
    """What the scans come to; the last parcel is open. The next goods are for `instead_of` where a person said so."""

    parcels: tuple[Parcel, ...] = (Parcel(),)
    instead_of: str = ""
    scans: int = 0
    refused: int = 0

    @property
    def done_milli(self) -> Counter[str]:
        """How much of each product is packed."""
        done: Counter[str] = Counter()
        for parcel in self.parcels:
            for piece in parcel.goods:
                done[piece.wanted_id] += piece.scan.quantity_milli
        return done


@dataclass(frozen=True, slots=True)
class NextPack:
    """The next step as a screen shows it: what is left to be packed by product, and the number of the parcel."""

    step: PackStep
    parcel: int
    left_milli: Mapping[str, int] = field(default_factory=dict)


def pack(scans: Sequence[Scan]) -> Packed:
    """Go through the scans of a packing."""
    kept = [scan for scan in scans if scan.what is not What.REFUSED]
    parcels, instead_of = [Parcel()], ""
    counted = standing(kept)
    for scan in counted:
        if scan.what is What.GOODS:
            piece, instead_of = Piece(scan, instead_of or scan.product_id), ""
            parcels[-1] = Parcel((*parcels[-1].goods, piece))  # what it weighed was before this
        elif scan.what is What.INSTEAD:
            instead_of = scan.product_id
        elif scan.what is What.WEIGHT:
            said_by, _, reason = scan.code.partition(" ")
            parcels[-1] = Parcel(parcels[-1].goods, scan.quantity_milli, said_by, reason)
        elif scan.what is What.PARCEL and parcels[-1].goods:
            parcels.append(Parcel())
    return Packed(tuple(parcels), instead_of, len(counted), len(scans) - len(kept))


def picked_of(order: Order) -> Counter[str]:
    """Give what was picked for an order by ordered product."""
    picked: Counter[str] = Counter()
    for line in order.lines:
        picked[line.product_id] += line.done_milli
    return +picked


def find_next(orders: Iterable[Order], product_ids: Collection[str]) -> Order | None:
    """Give the first of these orders that any of the goods were picked for and that is packed."""
    packed = (order for order in orders if order.packs)
    return next((order for order in packed if not picked_of(order).keys().isdisjoint(product_ids)), None)


def next_pack(picked: Mapping[str, int], packed: Packed) -> NextPack:
    """Say what is left to be packed."""
    done = packed.done_milli
    left = {product: milli - done[product] for product, milli in picked.items() if milli > done[product]}
    return NextPack(PackStep.GOODS if left else PackStep.FINISH, len(packed.parcels), left)


def check_packed(picked: Mapping[str, int], packed: Packed, found: Found, quantity_milli: int) -> None:
    """Refuse what was not picked, or more of it. Refusals `pack.goods`, `pack.too_many`, `task.serial`."""
    name = found.product.name or found.product.sku
    wanted_id = packed.instead_of or found.product.id
    if wanted_id not in picked:
        raise Refusal("pack.goods", f"{name} is not in this order.", "Put it back.", facts={"scanned": name})
    pieces = [piece.scan.lot for parcel in packed.parcels for piece in parcel.goods]
    if found.serial and found.serial in pieces:
        said = f"The piece {found.serial[:60]} was scanned already."
        raise Refusal("task.serial", said, "Each piece counts once.", facts={"serial": found.serial[:60]})
    if packed.done_milli[wanted_id] + quantity_milli > picked[wanted_id]:
        said = f"All of {name} is packed already."
        raise Refusal("pack.too_many", said, "Put it back.", facts={"scanned": name})


def check_complete(left_milli: Mapping[str, int], names: Mapping[str, str]) -> None:
    """Refuse to finish while something that was picked is not packed. Refusal `pack.missing`."""
    if left_milli:
        missing = ", ".join(names.get(product, product) for product in left_milli)[:200]
        said = f"Not packed yet: {missing}."
        raise Refusal("pack.missing", said, "Scan it, or say that it does not come.", facts={"missing": missing})


def check_sticker(code: str, sticker: str, numbers: Sequence[str], stuck: Collection[str]) -> str:
    """Give the number of the parcel whose label says this code; that of all `stuck` ones is said again.

    Its bars say the number, its square what a marketplace reads (`sticker`), the same on every parcel of an order.
    Refusal `pack.sticker` for the label of something else.
    """
    left = [number for number in numbers if number not in stuck]
    if code in numbers:
        return code
    if sticker and code == sticker:
        return (left or list(numbers))[0]
    expected = ", ".join(left or numbers)[:200]
    raise Refusal(
        "pack.sticker", f"This is {code[:60]}. Stick {expected}.", "Take it off, and stick the right one.",
        facts={"scanned": code[:60], "expected": expected},
    )  # fmt: skip


def number_of(order: Order, parcel: int) -> str:
    """Give the number on the label of a parcel, counted from 1."""
    return f"{order.number}-{parcel}"


def to_parcels(
    order: Order,
    packed: Packed,
    way: tuple[str, str],
    held: Mapping[tuple[str, str], int],
    ids: Sequence[str],
    left_milli: Mapping[str, int],
    products: Mapping[str, Product],
) -> list[GoodsMoved]:
    """Give the document of each parcel that has goods; the last one ends the order and says what did not come.

    `products` are what is packed, by id, for the check of its weight.
    `way` is from where to where. `held` is what lies there by product and lot, the first to expire first: goods whose
    code says no lot are of these.
    """
    left = Counter(held)
    full = [parcel for parcel in packed.parcels if parcel.goods]
    missing = tuple(Deviation(product, milli, "short", "not packed") for product, milli in left_milli.items())
    return [
        GoodsMoved(
            ids[at - 1], "shipped", _moves(parcel, way, left), number_of(order, at), order_id=order.id,
            ends_order=at == len(full), deviations=missing if at == len(full) else (), weight_milli=parcel.weight_milli,
            weight_check=judge(parcel, products),
        )
        for at, parcel in enumerate(full, 1)
    ]  # fmt: skip


def _moves(parcel: Parcel, way: tuple[str, str], left: Counter[tuple[str, str]]) -> tuple[Movement, ...]:
    sums: Counter[tuple[str, str]] = Counter()
    for scan in (piece.scan for piece in parcel.goods):
        rest_milli = scan.quantity_milli
        lots = [scan.lot] if scan.lot else [lot for product, lot in left if product == scan.product_id]
        for lot in lots:
            part_milli = min(rest_milli, max(left[scan.product_id, lot], 0))
            left[scan.product_id, lot] -= part_milli
            sums[scan.product_id, lot] += part_milli
            rest_milli -= part_milli
        sums[scan.product_id, scan.lot] += rest_milli
    return tuple(Movement(product, *way, milli, lot) for (product, lot), milli in sums.items() if milli)
