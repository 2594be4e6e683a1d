"""Where goods are best put, and the rule that gave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.place import Place, make_tree
from desktop.domain.putting_away import Content, Goods, Rule, divide, suggest

ZONES = (
    Place("Z", "Z", "Cold", "zone", goods_class="Dairy"),
    Place("A", "A", "Dry", "zone"),
    Place("A1", "A1", "", "aisle", parent="A"),
)


def bins(*more: Place) -> tuple[Place, ...]:
    return (
        *ZONES,
        Place("a1", "A-1", "", "bin", parent="A1", put_sequence=30),
        Place("a2", "A-2", "", "bin", parent="A1", put_sequence=20, holds_milli=5000),
        Place("a3", "A-3", "", "bin", parent="A1"),
        Place("z1", "Z-1", "", "bin", parent="Z", put_sequence=10),
        Place("z2", "Z-2", "", "bin", parent="Z", put_sequence=11),
        *more,
    )


KEPT = Place("k", "K", "", "bin", product_id="milk", holds_milli=2000)
MILK = Goods("milk", 1000, "L1", "Dairy")
NAILS = Goods("nails", 1000)


@pytest.mark.parametrize(
    ("places", "content", "goods", "expected"),
    [
        (bins(KEPT), {"z1": {("milk", "L1"): 1}}, MILK, ("k", Rule.FIXED)),
        (bins(KEPT), {"k": {("milk", "L0"): 1500}, "z2": {("milk", "L1"): 1}}, MILK, ("z2", Rule.SAME)),
        (bins(), {"z1": {("milk", "L0"): 1}}, MILK, ("z2", Rule.ZONE)),
        (bins(), {}, MILK, ("z1", Rule.ZONE)),
        (bins(), {}, NAILS, ("a2", Rule.EMPTY)),
        (bins(), {"a2": {("nails", ""): 4001}}, NAILS, ("a1", Rule.EMPTY)),
        (bins(), {"a2": {("nails", ""): 4000}}, NAILS, ("a2", Rule.SAME)),
        (bins(), {"a2": {("x", ""): 1}, "a1": {("x", ""): 1}}, NAILS, ("a3", Rule.EMPTY)),
        (bins(), {one: {("x", ""): 1} for one in ("a1", "a2", "a3", "z1", "z2")}, MILK, None),
        (ZONES, {}, NAILS, None),
    ],
)
def test_the_first_rule_that_has_a_bin_gives_it(
    places: tuple[Place, ...], content: Content, goods: Goods, expected: tuple[str, Rule] | None
) -> None:
    found = suggest(make_tree(places), content, goods)
    assert (found and (found.place.id, found.rule)) == expected


amounts = st.dictionaries(
    st.sampled_from(["a1", "a2", "a3", "z1", "z2", "k"]),
    st.dictionaries(st.tuples(st.sampled_from(["milk", "nails"]), st.sampled_from(["", "L1"])), st.integers(0, 6000)),
)


@given(amounts, st.sampled_from(["milk", "nails"]), st.integers(1, 9000), st.sampled_from(["", "Dairy"]))
def test_nothing_is_sent_where_it_has_no_room_or_does_not_belong(
    content: Content, product: str, milli: int, goods_class: str
) -> None:
    tree = make_tree(bins(KEPT))
    found = suggest(tree, content, Goods(product, milli, "", goods_class))
    if found is None:
        return
    place = found.place
    assert place.kind == "bin"
    assert place.product_id in ("", product)
    lying = sum(content.get(place.id, {}).values())
    assert not place.holds_milli or lying + milli <= place.holds_milli
    assert found.rule in (Rule.FIXED, Rule.SAME) or tree.class_of(place.id) in ("", goods_class)


SMALL = (
    *ZONES,
    Place("k", "K", "", "bin", product_id="nails", holds_milli=10_000),
    *(Place(f"s{n}", f"S-{n}", "", "bin", parent="A1", put_sequence=n, holds_milli=10_000) for n in (1, 2)),
)


@pytest.mark.parametrize(
    ("milli", "pack_milli", "expected"),
    [
        (10_000, 1000, [("k", 10_000)]),
        (14_000, 1000, [("k", 10_000), ("s2", 4000)]),
        (18_000, 6000, [("k", 6000), ("s2", 6000), ("", 6000)]),
        (500_500, 1, [("k", 10_000), ("s2", 10_000), ("", 480_500)]),
    ],
)
def test_what_no_bin_takes_whole_fills_one_after_the_other_with_whole_packs(
    milli: int, pack_milli: int, expected: list[tuple[str, int]]
) -> None:
    content: Content = {"s1": {("x", ""): 1}}
    parts = divide(make_tree(SMALL), content, Goods("nails", milli, pack_milli=pack_milli))
    assert [(part.place_id, part.quantity_milli) for part in parts] == expected


@given(amounts, st.sampled_from(["milk", "nails"]), st.integers(1, 99), st.sampled_from([1000, 3000]))
def test_all_of_it_is_told_and_no_bin_is_overfull(content: Content, product: str, packs: int, pack_milli: int) -> None:
    places = [place for place in (*bins(KEPT), *SMALL[3:]) if place.kind != "bin" or place.holds_milli]
    tree, goods = make_tree(places), Goods(product, packs * pack_milli, pack_milli=pack_milli)
    parts = divide(tree, content, goods)
    assert sum(part.quantity_milli for part in parts) == goods.quantity_milli
    assert len({part.place_id for part in parts}) == len(parts)
    for part in parts:
        assert part.quantity_milli % pack_milli == 0
        if part.best:
            lying = sum(content.get(part.place_id, {}).values())
            assert lying + part.quantity_milli <= part.best.place.holds_milli
