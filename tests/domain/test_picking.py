"""Picking, pure: the way, the lots, what is refused; and whatever is scanned, nothing of what is wanted is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.order import Order, OrderKind, OrderLine
from desktop.domain.picking import Ground, PickStep, next_step, pick, plan_left, progress, wants_of
from desktop.domain.picking_checks import Names, check_goods, check_place, check_tote
from desktop.domain.picking_document import to_documents
from desktop.domain.picking_route import Held, Spot, Want, plan
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, What

SPOTS = (Spot("a", "A-2"), Spot("b", "A-10"), Spot("c", "Z", 1))
NAMES = Names({"a": "A-2", "b": "A-10", "c": "Z"}, {"x": "Tea", "y": "Soap"}, {"o": "P-1", "p": "P-2"})


def found(product: str, **more: object) -> Found:
    return Found(Product(product, product, NAMES.goods.get(product, ""), "pcs", 0, 0), **more)  # type: ignore[arg-type]


def goods(product: str, milli: int = 1000, lot: str = "", code: str = "") -> Scan:
    return Scan(0, "", What.GOODS, code, product, milli, lot)


def place(ident: str) -> Scan:
    return Scan(0, "", What.PLACE, "", place_id=ident)


def refused(call: object, *given_: object) -> str:
    with pytest.raises(Refusal) as caught:
        call(*given_)  # type: ignore[operator]
    return caught.value.code


def test_the_way_goes_by_sequence_then_by_code_and_the_first_to_expire_is_taken_first() -> None:
    held = [
        Held("x", "a", 5000, "L1", "2027-03-01"), Held("x", "b", 3000, "L2", "2027-01-01"), Held("y", "c", 9000),
        Held("y", "a", 9000),
    ]  # fmt: skip
    wants = [Want("o", 1, "x", 4000), Want("o", 2, "y", 2000, "c"), Want("o", 3, "y", 1000, "a")]
    picks = [(each.n, each.place_id, each.lot, each.quantity_milli) for each in plan(wants, held, SPOTS)]
    assert picks == [(2, "c", "", 2000), (1, "a", "L1", 1000), (3, "a", "", 1000), (1, "b", "L2", 3000)]


def test_what_lies_there_is_given_out_once() -> None:
    wants = [Want("o", 1, "x", 3000), Want("p", 1, "x", 3000)]
    picks = plan(wants, [Held("x", "a", 4000)], SPOTS)
    assert [(each.order_id, each.place_id, each.quantity_milli) for each in picks] == [
        ("o", "a", 3000), ("p", "a", 1000), ("p", "", 2000)
    ]  # fmt: skip


def test_another_place_other_goods_another_lot_or_too_many_are_refused_with_what_was_expected() -> None:
    wants = [Want("o", 1, "x", 2000)]
    ground = Ground(SPOTS, (Held("x", "a", 9000, "L1", "2027-01-01"), Held("x", "b", 9000, "L2", "2027-02-01")))
    start = pick(wants, [])
    step = next_step(wants, start, ground)
    assert (step.step, step.place_id, step.lot, step.quantity_milli) == (PickStep.PLACE, "a", "L1", 2000)
    assert refused(check_place, step, "b", NAMES) == "pick.place"
    assert refused(check_goods, wants, start, ground, found("x"), 1000, NAMES) == "pick.place_first"
    there = pick(wants, [place("a")])
    with pytest.raises(Refusal) as caught:
        check_goods(wants, there, ground, found("y"), 1000, NAMES)
    assert (caught.value.code, caught.value.facts) == ("pick.goods", {"expected": "Tea", "scanned": "Soap"})
    assert refused(check_goods, wants, there, ground, found("x", lot="L2"), 1000, NAMES) == "pick.lot"
    assert refused(check_goods, wants, there, ground, found("x", lot="L1"), 3000, NAMES) == "pick.too_many"
    assert check_goods(wants, there, ground, found("x", expiry=date(2027, 1, 1)), 2000, NAMES) == "L1"
    done = pick(wants, [place("a"), goods("x", milli=2000, lot="L1")])
    assert refused(check_goods, wants, done, ground, found("x"), 1000, NAMES) == "pick.too_many", "not: all is picked"
    assert refused(check_goods, wants, done, ground, found("y"), 1000, NAMES) == "pick.finished"
    both = [*wants, Want("o", 2, "y", 1000, "b")]
    assert refused(check_goods, both, done, ground, found("x"), 1000, NAMES) == "pick.too_many", "not: go on first"
    piece = pick(wants, [place("a"), goods("x", lot="S1")])
    assert refused(check_goods, wants, piece, ground, found("x", serial="S1"), 1000, NAMES) == "task.serial"


def test_too_little_at_a_place_offers_another_and_at_the_end_nothing() -> None:
    wants = [Want("o", 1, "x", 4000, "a")]
    ground = Ground(SPOTS, (Held("x", "a", 4000), Held("x", "b", 3000)))
    scans = [place("a"), goods("x"), Scan(0, "", What.SHORT, "empty", "x", 3000, place_id="a")]
    picked = pick(wants, scans)
    assert next_step(wants, picked, ground).place_id == "b"
    scans += [place("b"), Scan(0, "", What.SHORT, "empty", "x", 3000, place_id="b")]
    picked = pick(wants, scans)
    assert next_step(wants, picked, ground).step is PickStep.FINISH
    (line,) = progress(wants, picked, ground)
    assert (line.done_milli, line.open_milli, line.short_milli) == (1000, 0, 3000)
    (document,) = to_documents(wants, picked, {"o": "t"}, {"o": "d"}, ends=False)
    assert [(one.kind, one.place_id, one.quantity_milli) for one in document.deviations] == [
        ("short", "a", 3000), ("short", "b", 3000)
    ]  # fmt: skip
    assert not document.ends_order


def test_what_is_taken_instead_fills_the_line_and_says_so_and_marks_are_kept_byte_for_byte() -> None:
    mark = "]d2010400041702500521S1\x1d93abc="
    wants = [Want("o", 1, "x", 2000)]
    ground = Ground(SPOTS, (Held("x", "a", 9000),))
    scans = [place("a"), goods("x", lot="S1", code=mark), Scan(0, "", What.INSTEAD, "", "x"), place("b"), goods("y")]
    picked = pick(wants, scans)
    assert next_step(wants, picked, ground).step is PickStep.FINISH
    (document,) = to_documents(wants, picked, {"o": "t"}, {"o": "d"}, ends=False)
    moved = [(move.product_id, move.from_place_id, move.order_line, move.marks) for move in document.moves]
    assert moved == [("x", "a", 1, (mark,)), ("y", "b", 1, ())]
    (other,) = document.deviations
    assert (other.kind, other.product_id, other.instead_of) == ("substituted", "y", "x")
    assert document.ends_order


def test_each_order_has_its_tote_and_no_other_takes_its_goods() -> None:
    wants = [Want("o", 1, "x", 1000), Want("p", 1, "x", 1000)]
    ground = Ground(SPOTS, (Held("x", "a", 9000),), with_totes=True)
    scans = [place("a"), goods("x")]
    picked = pick(wants, scans, with_totes=True)
    step = next_step(wants, picked, ground)
    assert (step.step, step.order_id, step.tote) == (PickStep.TOTE, "o", "")
    assert refused(check_place, step, "a", NAMES) == "pick.tote_first"
    scans += [Scan(0, "", What.TOTE, "T1"), goods("x")]
    picked = pick(wants, scans, with_totes=True)
    step = next_step(wants, picked, ground)
    assert (step.order_id, refused(check_tote, picked, step, "T1", NAMES)) == ("p", "pick.tote")
    check_tote(picked, step, "T2", NAMES)


def test_the_most_urgent_order_goes_first() -> None:
    orders = [
        Order(name, OrderKind.PICKING, name, "", (OrderLine(1, "x", 1000),), priority=at)
        for at, name in enumerate("op")
    ]
    assert [want.order_id for want in wants_of(orders)] == ["p", "o"]


WANTS = st.lists(
    st.builds(
        Want, st.sampled_from("op"), st.just(0), st.sampled_from("xy"), st.integers(1, 6),
        st.sampled_from(["", "a", "b"]), st.sampled_from(["", "", "L1"]),
    ),
    min_size=1, max_size=4,
).map(
    lambda wants: [
        Want(want.order_id, n, want.product_id, want.quantity_milli * 1000, want.place_id, want.lot)
        for n, want in enumerate(wants, 1)
    ]
)  # fmt: skip
BOOK = tuple[str, str, str]


def to_held(rows: dict[BOOK, int]) -> tuple[Held, ...]:
    return tuple(Held(*key[:2], milli * 1000, key[2], f"2027-01-0{len(key[2])}") for key, milli in rows.items())


HELD = st.dictionaries(
    st.tuples(st.sampled_from("xy"), st.sampled_from("abc"), st.sampled_from(["", "L1", "L2"])),
    st.integers(-2, 5), max_size=6,
).map(to_held)  # fmt: skip
DEEDS = st.lists(st.sampled_from(["go", "go", "go", "short", "back", "instead"]), max_size=25)


@given(WANTS, HELD, DEEDS, st.booleans())
def test_done_and_short_and_open_are_what_was_wanted(
    wants: list[Want], held: tuple[Held, ...], deeds: list[str], with_totes: bool
) -> None:
    """Whoever follows the steps, misses some and takes some back, loses nothing and moves exactly what was scanned."""
    ground, scans = Ground(SPOTS, held, with_totes), list[Scan]()
    for deed in deeds:
        picked = pick(wants, scans, with_totes=with_totes)
        step = next_step(wants, picked, ground)
        if deed == "back":
            scans.append(Scan(0, "", What.BACK, ""))
        elif step.step is PickStep.TOTE:
            scans.append(Scan(0, "", What.TOTE, step.tote or f"T-{step.order_id}"))
        elif step.step in (PickStep.SORT, PickStep.FINISH):
            break
        elif deed == "short" and not step.instead:
            milli = sum(
                each.quantity_milli
                for each in plan_left(wants, picked, ground)
                if (each.product_id, each.place_id) == (step.product_id, step.place_id)
            )
            scans.append(Scan(0, "", What.SHORT, "gone", step.product_id, milli, place_id=step.place_id))
        elif deed == "instead" and step.step is PickStep.GOODS and not step.instead:
            scans.append(Scan(0, "", What.INSTEAD, "", step.product_id))
        elif step.step is PickStep.PLACE:
            scans.append(place(step.place_id or "c"))
        else:
            taken = "z" if step.instead else step.product_id
            check = found(taken, lot=step.lot)
            scans.append(goods(taken, 1000, check_goods(wants, picked, ground, check, 1000, NAMES)))
    picked = pick(wants, scans, with_totes=with_totes)
    for line in progress(wants, picked, ground):
        assert line.done_milli + line.open_milli + line.short_milli == line.want.quantity_milli
        assert min(line.open_milli, line.short_milli) >= 0
    documents = to_documents(wants, picked, {"o": "t", "p": "t"}, {"o": "1", "p": "2"}, ends=False)
    moves = [move for document in documents for move in document.moves]
    assert sum(move.quantity_milli for move in moves) == sum(one.move.quantity_milli for one in picked.taken)
    assert all(move.to_place_id == "t" and move.from_place_id and move.order_line for move in moves)
