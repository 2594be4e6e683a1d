"""The whole ticket is priced at every scan: what 50 promotions and 200 lines cost, against the same without them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from desktop.domain.cart import Cart, CartLine
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.promotion import Kind, Part, Promotion
from desktop.domain.pricing import price
from desktop.domain.shop import Shop
from tests.benchmarks.figures import Aim, Figure, Pair, Plan, figure, side_by_side

ABOUT = "A ticket is priced, with 50 promotions and without"
CATEGORIES = 25
KINDS: tuple[Kind, ...] = ("percent", "amount", "price", "buy_get", "mix")
SHOP = Shop("s", "Shop", "EUR")
Name = Callable[[int], str]


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Scan a piece of goods that the ticket has: one line changes, and all of it is priced."""
    del folder
    for lines, aim in ((200, Aim("at most", 5, "ms")), (5, None)):
        times = plan.size(200, 5)
        passes = []
        for number in range(plan.passes):
            ours, bare = side_by_side(scans(lines, Random(number), times), "ms")
            passes.append((ours.median, bare.median))
        yield figure(f"a scan into {lines} lines: 50 promotions, and none", "ms", passes)
        yield figure(f"a scan into {lines} lines, 50 promotions", "ms", [(one,) for one, _ in passes], aim)


def scans(lines: int, random: Random, times: int) -> Iterator[Pair]:
    """Pairs of the same scan under promotions and without them."""
    promoted = cart(lines, random)
    plain = replace(promoted, id="plain", offers=Offers())  # another ticket: what is kept of one is not the other's
    for one in (promoted, plain):
        price(one, SHOP)
    for _ in range(times):
        at = random.randrange(lines)
        promoted, plain = scan(promoted, at), scan(plain, at)
        yield (lambda one=promoted: price(one, SHOP)), (lambda one=plain: price(one, SHOP))  # type: ignore[misc]


def scan(into: Cart, at: int) -> Cart:
    """One piece more on a line."""
    line = into.lines[at]
    more = replace(line, quantity_milli=line.quantity_milli % 9_000 + 1000)
    return replace(into, lines=(*into.lines[:at], more, *into.lines[at + 1 :]))


def cart(lines: int, random: Random) -> Cart:
    """A ticket of different goods under 50 promotions."""
    goods = tuple(
        CartLine(
            line_id=str(number),
            product_id=f"p{number}",
            sku=f"s{number}",
            name=f"Goods {number}",
            unit="pcs",
            code=str(number),
            quantity_milli=random.choice((1, 1, 2, 3)) * 1000,
            price_e4=random.randrange(5_000, 60_000),
            rate_ppm=random.choice((190_000, 70_000)),
            category=f"c{random.randrange(CATEGORIES)}",
        )
        for number in range(lines)
    )
    return Cart("c", "2026-11-21T10:00:00+01:00", "EUR", True, goods, offers=offers(random))


def offers(random: Random, category: Name = "c{}".format, product: Name = "p{}".format) -> Offers:
    """47 promotions on a category or on six goods, a menu, and two on the receipt; goods are named by their numbers."""
    made = [_on_goods(number, random, category, product) for number in range(47)]
    parts = tuple(Part(f"part {at}", categories=(category(at),), gift=at == 2) for at in range(3))
    made.append(Promotion("menu", "Menu", "combo", price_minor=600, parts=parts))
    made.append(Promotion("five", "Five per cent", "ticket", from_minor=5_000, percent_ppm=50_000))
    made.append(Promotion("far", "Far away", "ticket", from_minor=99_999_999, percent_ppm=100_000))
    return Offers(tuple(made), day="2026-11-21")


def _on_goods(number: int, random: Random, category: Name, product: Name) -> Promotion:
    kind = KINDS[number % len(KINDS)]
    few = tuple(product(random.randrange(200)) for _ in range(6))
    about: dict[str, Any] = {"product_ids": few} if number % 4 else {"categories": (category(number % CATEGORIES),)}
    if kind == "buy_get":
        about |= {"buy_milli": 2000, "get_milli": 1000, "percent_ppm": 1_000_000}
    elif kind == "mix":
        about |= {"buy_milli": 3000, "price_minor": 250}
    else:
        about |= {"percent_ppm": 150_000, "amount_minor": 20, "price_e4": 9_000}
    return Promotion(f"{number:02}", f"Promotion {number}", kind, exclusive=number % 3 == 0, **about)
