"""What a pick has to confirm, pure: the strictest unless the shop says otherwise, and never less than what it is."""

import pytest

from desktop.domain.picking_level import Level, confirm_goods, confirm_place, to_level
from desktop.domain.picking_route import Pick
from desktop.domain.product import Extra, Found, Product


def make(name: str, extra: Extra | None = None, *, weighed: bool = False) -> Product:
    return Product(name, name, name, "pcs", 0, 0, weighed=weighed, extra=extra or Extra())


TEA, SOAP, CHEESE = make("tea"), make("soap"), make("cheese", weighed=True)
MEAT, PHONE = make("meat", Extra(track_lots=True)), make("phone", Extra(track_serials=True))


def pick(product: str, milli: int = 3_000, place: str = "a", lot: str = "", order: str = "o") -> Pick:
    return Pick(order, 1, product, place, milli, lot)


def test_a_place_is_enough_only_where_the_shop_says_so() -> None:
    picks = (pick("tea"), pick("tea", 2_000, order="p"))
    for level in (Level.QUANTITY, Level.GOODS):
        assert confirm_place(level, picks, TEA) == ()
    assert confirm_place(Level.PLACE, picks, TEA) == picks
    assert confirm_place(Level.PLACE, picks, TEA, with_totes=True) == picks[:1], "each order has a tote of its own"
    assert confirm_place(Level.PLACE, (pick("tea", place=""),), TEA) == (), "nobody knows that they lie there"
    assert confirm_place(Level.PLACE, (*picks, pick("soap")), TEA) == (), "which of them was taken?"
    assert confirm_place(Level.PLACE, (), None) == ()


@pytest.mark.parametrize("product", [CHEESE, MEAT, PHONE, None])
def test_a_place_is_never_enough_for_what_has_a_lot_a_number_or_a_weight(product: Product | None) -> None:
    assert confirm_place(Level.PLACE, (pick(product.id if product else "gone"),), product) == ()
    assert confirm_place(Level.PLACE, (pick("soap", lot="L1"),), SOAP) == (), "so they lie there"


@pytest.mark.parametrize(
    ("found", "milli"),
    [
        (Found(TEA), 5_000),
        (Found(SOAP), 0),
        (Found(TEA, pack_milli=6_000), 0),
        (Found(CHEESE, quantity_milli=342), 0),
        (Found(CHEESE), 0),
        (Found(PHONE), 0),
        (Found(TEA, serial="S-1"), 0),
        (Found(MEAT), 0),
        (Found(MEAT, lot="L1"), 3_000),
        (Found(MEAT, lot="L9"), 0),
    ],
)
def test_goods_are_enough_once_unless_they_say_more_than_what_they_are(found: Found, milli: int) -> None:
    picks = (pick("tea"), pick("tea", 2_000, order="p"), pick("cheese"), pick("phone"), pick("meat", lot="L1"))
    assert confirm_goods(Level.QUANTITY, picks, found) == 0
    assert confirm_goods(Level.GOODS, picks, found) == confirm_goods(Level.PLACE, picks, found) == milli


def test_with_totes_one_scan_is_for_one_order() -> None:
    picks = (pick("tea"), pick("tea", 2_000, order="p"))
    assert confirm_goods(Level.GOODS, picks, Found(TEA), with_totes=True) == 3_000


def test_a_word_that_is_not_known_asks_for_everything() -> None:
    assert [to_level(word) for word in ("place", "goods", "quantity", "", "nothing")] == [
        Level.PLACE, Level.GOODS, Level.QUANTITY, Level.QUANTITY, Level.QUANTITY
    ]  # fmt: skip
