"""The price of a cart, and why: one pure function used by the screen, the sale and the command line alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine, gross_minor
from desktop.domain.discount import WHOLE_PPM, Discount, reduction_minor
from desktop.domain.explanation import Step
from desktop.domain.money import MAX_MINOR
from desktop.domain.pricing_line import PricedLine as PricedLine
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import allocate
from desktop.domain.shop import Shop
from desktop.domain.taxes import MAX_RATE_PPM, TaxRounding, TaxSum, line_taxes, sum_rates


@dataclass(frozen=True, slots=True)
class PricedCart:
    """Σ lines = Σ taxes = `total_minor`; the amounts of `explanation` add up to the total as well."""

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


def price(cart: Cart, terms: Shop) -> PricedCart:
    """Price every line, spread the cart's discount, add the tax. Refusal `total.too_large`, `price.broken`."""
    for line in cart.lines:
        _check(line)
    grosses = [gross_minor(line, cart.currency) for line in cart.lines]
    own = [reduction_minor(line.discount, gross) for line, gross in zip(cart.lines, grosses, strict=True)]
    bases = [gross - off for gross, off in zip(grosses, own, strict=True)]
    shares = _shares(cart, grosses, own, bases)
    amounts = [(base - share, line.rate_ppm) for base, share, line in zip(bases, shares, cart.lines, strict=True)]
    taxes = line_taxes(amounts, inclusive=cart.tax_inclusive, rounding=terms.tax_rounding)
    terms_of_line = _Terms(cart.currency, cart.tax_inclusive, terms.tax_rounding)
    lines = tuple(
        _line(line, terms_of_line, gross, off, share, tax)
        for line, gross, off, share, tax in zip(cart.lines, grosses, own, shares, taxes, strict=True)
    )
    return _sum_up(cart, lines)


def _shares(cart: Cart, grosses: Sequence[int], own: Sequence[int], bases: Sequence[int]) -> list[int]:
    """The lines' shares of the cart's discount; own discount and share together keep to what was allowed."""
    if cart.discount is None:
        return [0] * len(bases)
    shares = allocate(reduction_minor(cart.discount, sum(bases)), bases)
    for index, line in enumerate(cart.lines):
        if line.discount is not None:
            limit_ppm = max(line.discount.limit_ppm, cart.discount.limit_ppm)
            allowed = -(-grosses[index] * limit_ppm // WHOLE_PPM)
            shares[index] = max(0, min(shares[index], allowed - own[index]))
    return shares


def _check(line: CartLine) -> None:
    fixed = line.fixed_total_minor
    if line.quantity_milli <= 0 or line.price_e4 < 0 or not 0 <= line.rate_ppm <= MAX_RATE_PPM or (fixed or 0) < 0:
        raise Refusal(
            "price.broken",
            f"{line.name} has a price, quantity or tax rate that cannot be sold.",
            "Remove the line and have the product put right.",
            facts={"name": line.name},
        )


class _Terms(NamedTuple):
    """What a line's price depends on beside the line and its amounts."""

    currency: str
    tax_inclusive: bool
    tax_rounding: TaxRounding


@lru_cache(maxsize=2048)
def _line(line: CartLine, terms: _Terms, gross: int, own: int, share: int, tax: int) -> PricedLine:
    """Cached: the whole cart is priced at every scan and once more when it is sold, and hardly a line has changed."""
    amount = gross - own - share
    net = amount - tax if terms.tax_inclusive else amount
    steps = (
        _price_step(line, gross, terms.currency),
        *_discount_steps(line.discount, own, share, gross, terms.currency),
        _tax_step(line.rate_ppm, net, tax, terms),
    )
    return PricedLine(
        line_id=line.line_id,
        product_id=line.product_id,
        sku=line.sku,
        name=line.name,
        unit=line.unit,
        code=line.code,
        quantity_milli=line.quantity_milli,
        price_e4=line.price_e4,
        rate_ppm=line.rate_ppm,
        gross_minor=gross,
        discount_minor=own + share,
        net_minor=net,
        tax_minor=tax,
        total_minor=net + tax,
        granted_by=line.discount.granted_by if line.discount else "",
        explanation=steps,
    )


def _sum_up(cart: Cart, lines: Sequence[PricedLine]) -> PricedCart:
    taxes = sum_rates([(line.rate_ppm, line.net_minor, line.tax_minor) for line in lines])
    total = sum(line.total_minor for line in lines)
    if total > MAX_MINOR:
        raise Refusal("total.too_large", "This total is too large to be true.", "Check prices and quantities.")
    gross = sum(line.gross_minor for line in lines)
    discount = sum(line.discount_minor for line in lines)
    return PricedCart(
        cart_id=cart.id,
        currency=cart.currency,
        tax_inclusive=cart.tax_inclusive,
        lines=tuple(lines),
        taxes=taxes,
        gross_minor=gross,
        discount_minor=discount,
        tax_minor=sum(tax.tax_minor for tax in taxes),
        total_minor=total,
        explanation=_total_steps(cart, len(lines), gross, discount, taxes),
    )


def _price_step(line: CartLine, gross: int, currency: str) -> Step:
    facts: tuple[tuple[str, str | int], ...] = (
        ("quantity_milli", line.quantity_milli),
        ("unit", line.unit),
        ("price_e4", line.price_e4),
        ("currency", currency),
    )
    if line.fixed_total_minor is not None:
        return Step("price.label", facts, gross)
    if line.weighed:
        return Step("price.weighed", facts, gross)
    if line.pack_milli not in (0, 1000) and line.quantity_milli % line.pack_milli == 0:
        pack = (("packs", line.quantity_milli // line.pack_milli), ("pack_milli", line.pack_milli))
        return Step("price.pack", facts + pack, gross)
    return Step("price.list", facts, gross)


def _discount_steps(discount: Discount | None, own: int, share: int, gross: int, currency: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    if discount is not None and own:
        reason = (("reason", discount.reason), ("currency", currency))
        if own < reduction_minor(Discount(discount.kind, discount.value), gross):
            steps.append(Step("discount.limited", (("percent_ppm", discount.limit_ppm), *reason), -own))
        elif discount.kind == "percent":
            steps.append(Step("discount.percent", (("percent_ppm", discount.value), *reason), -own))
        else:
            steps.append(Step("discount.amount", reason, -own))
    if share:
        steps.append(Step("discount.share", (("currency", currency),), -share))
    return tuple(steps)


def _tax_step(rate_ppm: int, net: int, tax: int, terms: _Terms) -> Step:
    shared = "_shared" if terms.tax_rounding == "receipt" else ""
    facts = (("percent_ppm", rate_ppm), ("net_minor", net), ("tax_minor", tax), ("currency", terms.currency))
    if terms.tax_inclusive:
        return Step("tax.included" + shared, facts, 0)
    return Step("tax.added" + shared, facts, tax)


def _total_steps(cart: Cart, lines: int, gross: int, discount: int, taxes: Sequence[TaxSum]) -> tuple[Step, ...]:
    money = ("currency", cart.currency)
    steps = [Step("total.goods", (("lines", lines), money), gross)]
    if discount:
        steps.append(Step("total.discounts", (money,), -discount))
    for tax in taxes:
        facts = (("percent_ppm", tax.rate_ppm), ("net_minor", tax.net_minor), ("tax_minor", tax.tax_minor), money)
        kind = "total.tax_included" if cart.tax_inclusive else "total.tax_added"
        steps.append(Step(kind, facts, 0 if cart.tax_inclusive else tax.tax_minor))
    return tuple(steps)
