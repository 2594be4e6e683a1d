"""The steps that explain a line and a total; what offers have to say comes from them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import Discount, reduction_minor
from desktop.domain.explanation import Step
from desktop.domain.offers.prices import UnitPrice
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.taxes import TaxRounding, TaxSum

Facts = tuple[tuple[str, str | int], ...]


class Terms(NamedTuple):
    """What a line's price depends on beside the line and its amounts; `exempt` is why no tax is taken."""

    currency: str
    tax_inclusive: bool
    tax_rounding: TaxRounding
    exempt: str = ""


def price_step(line: CartLine, unit: UnitPrice, gross: int, currency: str) -> Step:
    """Say what the goods of a line cost before anything is taken off."""
    facts: Facts = (
        ("quantity_milli", line.quantity_milli),
        ("unit", line.unit),
        ("price_e4", unit.price_e4),
        ("currency", currency),
    )
    if line.fixed_total_minor is not None:
        return Step("price.label", facts, gross)
    if line.override is not None:
        reason: Facts = (("list_price_e4", line.price_e4), ("reason", line.override.reason))
        return Step("price.set", facts + reason, gross)
    if unit.price_list:
        by: Facts = (("list_price_e4", line.price_e4), ("price_list", unit.price_list))
        return Step("price.by_list", facts + by, gross)
    if line.weighed:
        return Step("price.weighed", facts, gross)
    if line.pack_milli not in (0, 1000) and line.quantity_milli % line.pack_milli == 0:
        pack = (("packs", line.quantity_milli // line.pack_milli), ("pack_milli", line.pack_milli))
        return Step("price.pack", facts + pack, gross)
    return Step("price.list", facts, gross)


def discount_steps(discount: Discount | None, own: int, share: int, base: int, currency: str) -> tuple[Step, ...]:
    """Say what a person took off: `own` of `base` on this line, and this line's `share` of the whole receipt's."""
    steps: list[Step] = []
    if discount is not None and own:
        reason = (("reason", discount.reason), ("currency", currency))
        if own < reduction_minor(Discount(discount.kind, discount.value), base):
            steps.append(Step("discount.limited", (("percent_ppm", discount.limit_ppm), *reason), -own))
        elif discount.kind == "percent":
            steps.append(Step("discount.percent", (("percent_ppm", discount.value), *reason), -own))
        else:
            steps.append(Step("discount.amount", reason, -own))
    if share:
        steps.append(Step("discount.share", (("currency", currency),), -share))
    return tuple(steps)


def tax_step(rate_ppm: int, net: int, tax: int, terms: Terms) -> Step:
    """Say what tax a line holds, gets, or is spared."""
    facts = (("percent_ppm", rate_ppm), ("net_minor", net), ("tax_minor", tax), ("currency", terms.currency))
    if terms.exempt:
        return Step("tax.exempt", (*facts, ("reason", terms.exempt)), -tax if terms.tax_inclusive else 0)
    shared = "_shared" if terms.tax_rounding == "receipt" else ""
    if terms.tax_inclusive:
        return Step("tax.included" + shared, facts, 0)
    return Step("tax.added" + shared, facts, tax)


def total_steps(
    cart: Cart, amounts: tuple[int, int, int], promotions: Iterable[LinePromotion], taxes: Sequence[TaxSum], exempt: str
) -> tuple[Step, ...]:
    """Say how goods, discounts and spared tax (`amounts`) and the taxes make the total."""
    goods, discount, spared = amounts
    money = ("currency", cart.currency)
    steps = [Step("total.goods", (("lines", len(cart.lines) + len(cart.returns)), money), goods)]
    for one in promotions:
        steps.append(Step("total.promotion", (("promotion", one.name), money), -one.amount_minor))
        discount -= one.amount_minor
    if discount:
        steps.append(Step("total.discounts", (money,), -discount))
    if exempt:
        steps.append(Step("total.exempt", (("reason", exempt), money), -spared))
    for tax in taxes:
        facts = (("percent_ppm", tax.rate_ppm), ("net_minor", tax.net_minor), ("tax_minor", tax.tax_minor), money)
        kind = "total.tax_included" if cart.tax_inclusive else "total.tax_added"
        steps.append(Step(kind, facts, 0 if cart.tax_inclusive else tax.tax_minor))
    return tuple(steps)
