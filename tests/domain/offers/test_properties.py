"""What holds for any cart under any set of promotions, price lists, discounts and buyers."""

from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cart import Cart
from desktop.domain.discount import Discount
from desktop.domain.explanation import explain_text
from desktop.domain.offers.promotion import Promotion
from desktop.domain.pricing import PricedCart, price
from desktop.domain.pricing_line import PricedLine
from desktop.domain.shop import Shop
from tests.domain.offers import strategies
from tests.domain.offers.shelf import gave

CARTS, SHOPS = strategies.carts(), strategies.SHOPS
NUMBERS = count()


@settings(max_examples=50)
@given(CARTS, SHOPS)
def test_sums_add_up_every_step_is_said_and_no_promotion_pays_more_than_the_goods(cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    check_sums(priced)
    for line in priced.lines:
        assert 0 <= sum(one.amount_minor for one in line.promotions) <= line.discount_minor <= line.gross_minor
        assert all(one.amount_minor > 0 for one in line.promotions)
        assert line.total_minor >= line.net_minor >= 0
    for one in cart.offers.promotions:
        assert not one.max_minor or gave(priced).get(one.id, 0) <= one.max_minor


def check_sums(priced: PricedCart) -> None:
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


def content(line: PricedLine) -> tuple[Any, ...]:
    bare = replace(line, line_id="", explanation=(), promotions=tuple(sorted(line.promotions, key=lambda one: one.id)))
    return tuple(repr(getattr(bare, name)) for name in PricedLine.__slots__)


@settings(max_examples=50)
@given(CARTS, SHOPS, st.randoms(use_true_random=False))
def test_scans_in_any_order_cost_the_same(cart: Cart, shop: Shop, random: Any) -> None:
    mixed = list(cart.lines)
    random.shuffle(mixed)
    one, other = price(cart, shop), price(replace(cart, lines=tuple(mixed)), shop)
    assert (one.total_minor, one.taxes, gave(one)) == (other.total_minor, other.taxes, gave(other))
    assert one.near_misses == other.near_misses
    if shop.tax_rounding == "line":
        assert sorted(map(content, one.lines)) == sorted(map(content, other.lines))


@st.composite
def steps(draw: st.DrawFn, cart: Cart) -> Cart:
    """One step on a cart: a line more, less, changed or elsewhere, or something that is about all of them."""
    lines, at = list(cart.lines), draw(st.integers(0, len(cart.lines)))
    match draw(st.sampled_from(["put in", "take out", "count", "discount", "whole", "buyer", "offers", "shuffle"])):
        case "put in":
            lines.insert(at, replace(draw(strategies.lines()), line_id=f"new {len(lines)}"))
        case "take out":
            del lines[at:]
        case "count" if lines[at:]:
            lines[at] = replace(lines[at], quantity_milli=lines[at].quantity_milli + 1000)
        case "discount" if lines[at:]:
            lines[at] = replace(lines[at], discount=draw(strategies.DISCOUNTS))
        case "whole":
            return replace(cart, discount=draw(strategies.DISCOUNTS))
        case "buyer":
            return replace(cart, buyer=draw(strategies.BUYERS))
        case "offers":
            return replace(cart, offers=draw(strategies.offers()))
        case _:
            lines = draw(st.permutations(lines))
    return replace(cart, lines=tuple(lines))


@settings(max_examples=300)
@given(st.data(), CARTS, SHOPS)
def test_what_is_remembered_of_the_steps_before_changes_nothing(data: st.DataObject, cart: Cart, shop: Shop) -> None:
    cart = replace(cart, id=f"followed {next(NUMBERS)}")
    for _ in range(6):
        bare = replace(cart.offers)  # equal offers of which nothing has been worked out
        fresh = price(replace(cart, id=f"fresh {next(NUMBERS)}", offers=bare), shop)
        assert replace(price(cart, shop), cart_id=fresh.cart_id) == fresh
        cart = data.draw(steps(cart))


@settings(max_examples=50)
@given(CARTS, SHOPS)
def test_the_customers_best_is_never_dearer_than_the_fixed_order(cart: Cart, shop: Shop) -> None:
    cart = replace(cart, discount=None, lines=tuple(replace(line, discount=None) for line in cart.lines))
    promotions = tuple(one for one in cart.offers.promotions if one.kind != "ticket")
    cart = replace(cart, offers=replace(cart.offers, promotions=promotions))
    best, fixed = (price(cart, replace(shop, offer_order=order)) for order in ("best", "fixed"))
    assert best.discount_minor >= fixed.discount_minor


@settings(max_examples=50)
@given(CARTS, SHOPS)
def test_exclusive_is_never_combined_and_limits_hold(cart: Cart, shop: Shop) -> None:
    """On one piece there is either one exclusive promotion or any number of others, and none for somebody else."""
    pieces = tuple(replace(line, quantity_milli=1000, weighed=False) for line in cart.lines)
    priced = price(replace(cart, lines=pieces), shop)
    exclusive = {one.id for one in cart.offers.promotions if one.exclusive}
    for line in priced.lines:
        given_here = {one.id for one in line.promotions}
        assert not given_here & exclusive or len(given_here) == 1
    handed_in = {coupon.promotion_id for coupon in cart.coupons}
    group = cart.buyer.group if cart.buyer else ""
    for one in cart.offers.promotions:
        touched = [line for line in priced.lines if one.id in {part.id for part in line.promotions}]
        assert len(touched) <= most_pieces(one)
        if (one.coupon and one.id not in handed_in) or (one.groups and group not in one.groups):
            assert not touched


def most_pieces(one: Promotion) -> int:
    """How many pieces a promotion may take something off."""
    if not one.max_times or one.kind == "ticket":
        return 1_000
    each = {
        "buy_get": one.get_milli,
        "mix": one.buy_milli,
        "combo": sum(part.quantity_milli for part in one.parts),
    }
    return one.max_times * each.get(one.kind, 1000) // 1000


@settings(max_examples=50)
@given(CARTS, SHOPS)
def test_who_is_exempt_pays_the_net(cart: Cart, shop: Shop) -> None:
    cart = replace(cart, discount=None)
    buyer = cart.buyer and replace(cart.buyer, tax_exempt="")
    taxed = price(replace(cart, buyer=buyer), shop)
    if cart.buyer is not None:
        exempt = price(replace(cart, buyer=replace(cart.buyer, tax_exempt="export")), shop)
        assert exempt.total_minor == sum(tax.net_minor for tax in taxed.taxes)
        assert (exempt.tax_minor, {tax.rate_ppm for tax in exempt.taxes}) in ((0, {0}), (0, set()))


@settings(max_examples=50)
@given(CARTS, SHOPS, st.integers(0, 3_000))
def test_a_cart_is_sold_for_its_target(cart: Cart, shop: Shop, target: int) -> None:
    """To the cent where tax is inside the price, else by at most the cents that rounding leaves out."""
    plain = replace(cart, discount=None, lines=tuple(replace(line, discount=None) for line in cart.lines))
    before: PricedCart = price(plain, shop)
    after = price(replace(plain, discount=Discount("target", target)), shop)
    wanted = min(target, before.total_minor)
    exempt = bool(cart.buyer and cart.buyer.tax_exempt)
    if cart.tax_inclusive != exempt:
        assert after.total_minor == wanted
    else:
        assert wanted - len(cart.lines) - 1 <= after.total_minor <= wanted
