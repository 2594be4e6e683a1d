"""What holds for any cart under any set of promotions, price lists, discounts and buyers."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cart import Cart
from desktop.domain.explanation import explain_text
from desktop.domain.offers.pinned import Offers
from desktop.domain.pricing import PricedCart, price
from desktop.domain.pricing_line import PricedLine
from desktop.domain.shop import Shop
from tests.domain.offers import strategies
from tests.domain.offers.shelf import gave

CARTS, SHOPS = strategies.carts(), strategies.SHOPS


@given(CARTS, SHOPS)
def test_sums_always_add_up_and_every_step_is_said(cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    lines = priced.lines
    assert priced.total_minor == sum(line.total_minor for line in lines) == sum(tax.gross_minor for tax in priced.taxes)
    assert priced.total_minor == sum(step.amount_minor for step in priced.explanation)
    for line in lines:
        assert (
            line.total_minor == sum(step.amount_minor for step in line.explanation) == line.net_minor + line.tax_minor
        )
    for one in priced.promotions:
        assert one.amount_minor == sum(
            part.amount_minor for line in lines for part in line.promotions if part.id == one.id
        )
    steps = [*priced.explanation, *(step for line in lines for step in line.explanation)]
    assert all(explain_text(step) for step in (*steps, *(near.step for near in priced.near_misses)))


@given(CARTS, SHOPS)
def test_nothing_costs_less_than_nothing_and_no_promotion_pays_more_than_the_goods(cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    for line in priced.lines:
        assert 0 <= sum(one.amount_minor for one in line.promotions) <= line.discount_minor <= line.gross_minor
        assert all(one.amount_minor > 0 for one in line.promotions)
        assert line.total_minor >= line.net_minor >= 0
    for one in cart.offers.promotions:
        given_here = gave(priced).get(one.id, 0)
        assert not one.max_minor or given_here <= one.max_minor


def content(line: PricedLine) -> tuple[Any, ...]:
    bare = replace(line, line_id="", explanation=(), promotions=tuple(sorted(line.promotions, key=lambda one: one.id)))
    return tuple(repr(getattr(bare, name)) for name in PricedLine.__slots__)


@given(CARTS, SHOPS, st.randoms(use_true_random=False))
def test_scans_in_any_order_cost_the_same(cart: Cart, shop: Shop, random: Any) -> None:
    mixed = list(cart.lines)
    random.shuffle(mixed)
    one, other = price(cart, shop), price(replace(cart, lines=tuple(mixed)), shop)
    assert (one.total_minor, one.taxes, gave(one)) == (other.total_minor, other.taxes, gave(other))
    assert one.near_misses == other.near_misses
    if shop.tax_rounding == "line":
        assert sorted(map(content, one.lines)) == sorted(map(content, other.lines))


@given(CARTS, SHOPS)
def test_what_is_remembered_changes_nothing(cart: Cart, shop: Shop) -> None:
    for count in range(len(cart.lines) + 1):
        price(replace(cart, lines=cart.lines[:count]), shop)
    offers = cart.offers
    fresh = replace(cart, offers=Offers(offers.promotions, offers.price_lists, offers.day))
    assert price(cart, shop) == price(fresh, shop)


@given(CARTS, SHOPS)
def test_the_customers_best_is_never_dearer_than_the_fixed_order(cart: Cart, shop: Shop) -> None:
    cart = replace(cart, discount=None, lines=tuple(replace(line, discount=None) for line in cart.lines))
    promotions = tuple(one for one in cart.offers.promotions if one.kind != "ticket")
    cart = replace(cart, offers=replace(cart.offers, promotions=promotions))
    best, fixed = (price(cart, replace(shop, offer_order=order)) for order in ("best", "fixed"))
    assert best.discount_minor >= fixed.discount_minor


@given(CARTS, SHOPS)
def test_an_exclusive_promotion_is_never_combined(cart: Cart, shop: Shop) -> None:
    """On one piece there is either one exclusive promotion or any number of others."""
    pieces = tuple(replace(line, quantity_milli=1000, weighed=False) for line in cart.lines)
    exclusive = {one.id for one in cart.offers.promotions if one.exclusive}
    for line in price(replace(cart, lines=pieces), shop).lines:
        given_here = {one.id for one in line.promotions}
        assert not given_here & exclusive or len(given_here) == 1


@given(CARTS, SHOPS)
def test_a_promotion_on_so_many_pieces_touches_no_more(cart: Cart, shop: Shop) -> None:
    pieces = tuple(replace(line, quantity_milli=1000, weighed=False) for line in cart.lines)
    priced = price(replace(cart, lines=pieces), shop)
    for one in cart.offers.promotions:
        touched = [line for line in priced.lines if one.id in {part.id for part in line.promotions}]
        if one.max_times and one.kind in ("percent", "amount", "price"):
            assert len(touched) <= one.max_times
        if one.max_times and one.kind == "buy_get":
            assert len(touched) <= one.max_times * one.get_milli // 1000
        if one.max_times and one.kind == "mix":
            assert len(touched) <= one.max_times * one.buy_milli // 1000
        if one.max_times and one.kind == "combo":
            assert len(touched) <= one.max_times * sum(part.quantity_milli for part in one.parts) // 1000


@given(CARTS, SHOPS)
def test_promotions_are_for_whom_they_are(cart: Cart, shop: Shop) -> None:
    fired = gave(price(cart, shop))
    handed_in = {coupon.promotion_id for coupon in cart.coupons}
    group = cart.buyer.group if cart.buyer else ""
    for one in cart.offers.promotions:
        if (one.coupon and one.id not in handed_in) or (one.groups and group not in one.groups):
            assert one.id not in fired


@given(CARTS, SHOPS)
def test_who_is_exempt_pays_the_net(cart: Cart, shop: Shop) -> None:
    cart = replace(cart, discount=None)
    buyer = cart.buyer and replace(cart.buyer, tax_exempt="")
    taxed = price(replace(cart, buyer=buyer), shop)
    if cart.buyer is not None:
        exempt = price(replace(cart, buyer=replace(cart.buyer, tax_exempt="export")), shop)
        assert exempt.total_minor == sum(tax.net_minor for tax in taxed.taxes)
        assert (exempt.tax_minor, {tax.rate_ppm for tax in exempt.taxes}) in ((0, {0}), (0, set()))


@settings(max_examples=60)
@given(CARTS, SHOPS, st.integers(0, 3_000))
def test_a_cart_is_sold_for_its_target(cart: Cart, shop: Shop, target: int) -> None:
    """To the cent where tax is inside the price, else by at most the cents that rounding leaves out."""
    from desktop.domain.discount import Discount

    plain = replace(cart, discount=None, lines=tuple(replace(line, discount=None) for line in cart.lines))
    before: PricedCart = price(plain, shop)
    after = price(replace(plain, discount=Discount("target", target)), shop)
    wanted = min(target, before.total_minor)
    exempt = bool(cart.buyer and cart.buyer.tax_exempt)
    if cart.tax_inclusive != exempt:
        assert after.total_minor == wanted
    else:
        assert wanted - len(cart.lines) - 1 <= after.total_minor <= wanted
