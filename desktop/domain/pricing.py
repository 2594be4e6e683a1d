"""The price of a cart, and why: one pure function used by the screen, the sale and the command line alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import Discount
from desktop.domain.explanation import Step
from desktop.domain.money import MAX_MINOR
from desktop.domain.offers.applied import CARTS_KEPT, Applied, Given, NearMiss, apply_offers
from desktop.domain.offers.prices import UnitPrice, catalogue_price, line_gross_minor, lists_for, unit_prices
from desktop.domain.pricing_discount import Spread, reduce_to, spread
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.pricing_line import PricedLine as PricedLine
from desktop.domain.pricing_steps import Terms, discount_steps, price_step, tax_step, total_steps
from desktop.domain.pricing_sums import Sums
from desktop.domain.refusal import Refusal
from desktop.domain.remembered import Remembered
from desktop.domain.return_pricing import priced_return
from desktop.domain.shop import Shop
from desktop.domain.taxes import MAX_RATE_PPM, TaxSum, line_taxes


@dataclass(frozen=True, slots=True)
class PricedCart:
    """Σ lines = Σ taxes = `total_minor`; the amounts of `explanation` add up to the total as well.

    `promotions` is what each promotion gave over all lines, `near_misses` what nearly fired. `tax_exempt` is why no tax
    is taken, `coupons` are the ids of those whose promotion gave something.
    """

    cart_id: str
    currency: str
    tax_inclusive: bool
    lines: tuple[PricedLine, ...]
    taxes: tuple[TaxSum, ...]
    gross_minor: int
    discount_minor: int
    tax_minor: int
    total_minor: int
    explanation: tuple[Step, ...]
    promotions: tuple[LinePromotion, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    tax_exempt: str = ""
    coupons: tuple[str, ...] = ()


def price(cart: Cart, terms: Shop) -> PricedCart:
    """Price every line, take off what promotions and people give, add the tax.

    Unit prices come first, then promotions on goods, discounts of lines, promotions on the receipt, the discount of the
    cart, tax. What a step left as it was is not worked out again. Refusal `total.too_large`, `price.broken`.
    """
    of_line = Terms(cart.currency, cart.tax_inclusive, terms.tax_rounding, cart.buyer.tax_exempt if cart.buyer else "")
    before = _before(cart.id, of_line)
    has_lists = bool(lists_for(cart, terms)) and any(map(attrgetter("prices"), cart.lines))
    listed = unit_prices(cart, terms) if has_lists else [None] * len(cart.lines)
    starts = before.starts.follow(cart.lines, listed)
    applied = apply_offers(cart, *before.columns_of(starts), terms)
    shares = _shares(cart, applied, of_line)
    alone = of_line.tax_rounding == "line" and not of_line.exempt
    taxes = None if alone else _taxes(cart, applied.bases, shares, of_line)
    taxed: Sequence[int | None] = taxes or [None] * len(shares)
    before.put(before.lines.follow(starts, applied.given, applied.own, shares, taxed))
    spared = sum(taxes) if taxes and of_line.exempt and cart.tax_inclusive else 0
    return _sum_up(cart, before, applied.near, spared)


class _Start(NamedTuple):
    """A line, its unit price, and what it costs by that."""

    line: CartLine
    unit: UnitPrice
    gross_minor: int


class _Before:
    """What one cart was priced as on the same terms: its lines, and what they came to."""

    def __init__(self, terms: Terms) -> None:
        self.starts, self.lines = Remembered(partial(_start, terms.currency)), Remembered(partial(_line, terms))
        self.goods: tuple[PricedLine, ...] = ()
        self.grosses: list[int] = []
        self.discounts: list[Discount | None] = []
        self.sums = Sums()

    def columns_of(self, starts: Sequence[_Start]) -> tuple[list[int], list[Discount | None]]:
        """What the lines come to before anything is taken off, and their own discounts, read of the moved ones only."""
        grosses, discounts = self.grosses[: len(starts)], self.discounts[: len(starts)]
        for at in self.starts.moved:
            grosses[at : at + 1] = [starts[at].gross_minor]
            discounts[at : at + 1] = [starts[at].line.discount]
        self.grosses, self.discounts = grosses, discounts
        return grosses, discounts

    def put(self, goods: tuple[PricedLine, ...]) -> None:
        """Take what `lines` made in the place of what it made before."""
        sums, goods_before = self.sums.copy(), self.goods
        for at in self.lines.moved:
            sums.add(goods[at])
            if at < len(goods_before):
                sums.add(goods_before[at], -1)
        for line in goods_before[len(goods) :]:
            sums.add(line, -1)
        self.goods, self.sums = goods, sums


_before = lru_cache(maxsize=CARTS_KEPT)(lambda cart_id, terms: _Before(terms))


def _taxes(cart: Cart, bases: Sequence[int], shares: Sequence[int], terms: Terms) -> list[int]:
    amounts = [(base - share, line.rate_ppm) for base, share, line in zip(bases, shares, cart.lines, strict=True)]
    return line_taxes(amounts, inclusive=terms.tax_inclusive, rounding=terms.tax_rounding)


def _shares(cart: Cart, applied: Applied, terms: Terms) -> list[int]:
    """The lines' shares of the cart's discount; a target is what the customer pays, so it depends on the tax."""
    if cart.discount is None:
        return [0] * len(applied.bases)
    spreading = Spread(cart, applied.order, applied.own, applied.bases)
    if cart.discount.kind != "target":
        return spread(spreading)

    def pays(shares: list[int]) -> int:
        paid = sum(applied.bases) - sum(shares)
        if terms.tax_inclusive != bool(terms.exempt):
            return paid
        tax = sum(_taxes(cart, applied.bases, shares, terms))
        return paid - tax if terms.exempt else paid + tax

    return reduce_to(spreading, pays)


def _start(currency: str, line: CartLine, listed: UnitPrice | None) -> _Start:
    """Where a line starts. Refusal `price.broken`."""
    least = min(line.price_e4, line.fixed_total_minor or 0, line.override.price_e4 if line.override else 0)
    if line.quantity_milli <= 0 or least < 0 or not 0 <= line.rate_ppm <= MAX_RATE_PPM:
        raise Refusal(
            "price.broken",
            f"{line.name} has a price, quantity or tax rate that cannot be sold.",
            "Remove the line and have the product put right.",
            facts={"name": line.name},
        )
    unit = listed or catalogue_price(line)
    return _Start(line, unit, line_gross_minor(line, unit, currency))


def _line(
    terms: Terms,
    start: _Start,
    given: tuple[Given, ...],
    own: int,
    share: int,
    tax: int | None,
) -> PricedLine:
    """One line; without a `tax` from outside it has that of its own amount."""
    line, unit, gross = start
    promoted = sum(one.promotion.amount_minor for one in given)
    amount = gross - promoted - own - share
    if tax is None:
        [tax] = line_taxes([(amount, line.rate_ppm)], inclusive=terms.tax_inclusive, rounding="line")
    net = amount - tax if terms.tax_inclusive else amount
    steps = (
        price_step(line, unit, gross, terms.currency),
        *(one.step for one in given),
        *discount_steps(line.discount, own, share, gross - promoted, terms.currency),
        tax_step(line.rate_ppm, net, tax, terms),
    )
    taken = 0 if terms.exempt else tax
    return PricedLine(
        line_id=line.line_id,
        product_id=line.product_id,
        sku=line.sku,
        name=line.name,
        unit=line.unit,
        code=line.code,
        quantity_milli=line.quantity_milli,
        price_e4=unit.price_e4,
        rate_ppm=0 if terms.exempt else line.rate_ppm,
        gross_minor=gross,
        discount_minor=promoted + own + share,
        net_minor=net,
        tax_minor=taken,
        total_minor=net + taken,
        granted_by=line.discount.granted_by if line.discount else "",
        detail=line.detail,
        promotions=tuple(one.promotion for one in given),
        list_price_e4=0 if unit.price_e4 == line.price_e4 else line.price_e4,
        price_reason=line.override.reason if line.override else "",
        price_by=line.override.granted_by if line.override else "",
        explanation=steps,
    )


def _sum_up(cart: Cart, goods: _Before, near: tuple[NearMiss, ...], spared: int) -> PricedCart:
    back = [priced_return(line, cart.currency) for line in cart.returns]
    sums = goods.sums.copy()
    for line in back:
        sums.add(line)
    if sums.total_minor > MAX_MINOR:
        raise Refusal("total.too_large", "This total is too large to be true.", "Check prices and quantities.")
    lines = (*goods.goods, *back) if back else goods.goods
    taxes, promotions = sums.taxes(), sums.fired(cart.offers.index.places)
    gave = {one.id for one in promotions}
    exempt = cart.buyer.tax_exempt if cart.buyer else ""
    return PricedCart(
        cart_id=cart.id,
        currency=cart.currency,
        tax_inclusive=cart.tax_inclusive,
        lines=lines,
        taxes=taxes,
        gross_minor=sums.gross_minor,
        discount_minor=sums.discount_minor,
        tax_minor=sum(tax.tax_minor for tax in taxes),
        total_minor=sums.total_minor,
        explanation=total_steps(cart, (sums.gross_minor, sums.discount_minor, spared), promotions, taxes, exempt),
        promotions=promotions,
        near_misses=near,
        tax_exempt=exempt,
        coupons=tuple(coupon.id for coupon in cart.coupons if coupon.promotion_id in gave),
    )
