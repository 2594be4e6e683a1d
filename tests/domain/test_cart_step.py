"""Any step on a cart can be taken back from what it changed, and a step of one line is one line."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cart import Cart, CartLine, is_empty
from desktop.domain.cart_step import offers_before, step_back, step_between
from desktop.domain.offers.pinned import NO_OFFERS, Offers
from tests.domain.strategies import carts

EARLY, LATE = Offers(day="2026-11-20"), Offers(day="2026-11-21")


@st.composite
def steps(draw: st.DrawFn) -> tuple[Cart, Cart]:
    """A cart and what became of it: lines went, came, moved or changed, and so may the rest."""
    before, other = draw(carts()), draw(carts())
    pool = [*before.lines, *(replace(line, line_id=f"n{line.line_id}") for line in other.lines)]
    lines = draw(st.lists(st.sampled_from(pool), max_size=14)) if pool else []
    rest = draw(st.sampled_from([before, replace(other, id=before.id)]))
    kept = draw(st.sampled_from([tuple(lines), before.lines, before.lines[1:]]))
    return replace(before, offers=EARLY), replace(rest, lines=kept, offers=draw(st.sampled_from([EARLY, LATE])))


@given(steps())
def test_a_step_back_gives_the_cart_before_it(pair: tuple[Cart, Cart]) -> None:
    before, after = pair
    offers = offers_before(before, after)
    assert offers == (after.offers if is_empty(before) else before.offers)
    step = step_between(before, after)
    assert step_back(after, step, offers) == replace(before, offers=offers)
    if is_empty(after):  # which another cart stands for after a restart
        assert step_back(Cart(before.id, "later", "EUR", False), step, offers) == replace(before, offers=offers)


def test_a_step_on_one_line_holds_that_line_alone() -> None:
    lines = tuple(CartLine(str(at), "p", "s", "Milk", "pcs", "1", 1000, 10_000, 0) for at in range(200))
    before = Cart("c", "2026-11-21T10:00:00+01:00", "EUR", True, lines, offers=LATE)
    one = replace(lines[70], quantity_milli=2000)
    for after, changed in (
        ((*lines[:70], one, *lines[71:]), (lines[70],)),
        ((*lines, one), ()),
        (lines[:70] + lines[71:], (lines[70],)),
    ):
        step = step_between(before, replace(before, lines=after))
        assert (step.lines, step.rest) == (changed, None)
    assert step_between(before, replace(before, note="gift")).rest == replace(before, lines=(), offers=NO_OFFERS)
