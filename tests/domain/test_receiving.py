"""Goods received against an order: what is left, what is too much, and what has to be explained."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.order import Order, OrderKind, OrderLine
from desktop.domain.receiving import compare, last_goods, to_deviations
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, Task, TaskKind, What

TASK = Task("t", TaskKind.RECEIVE, "", "wim", "supplier", "receiving", order_id="o")


def goods(name: str, pieces: int = 1, what: What = What.GOODS) -> Scan:
    return Scan(0, "", what, name, name, pieces * 1000)


def order(*lines: tuple[str, int, int], over_ppm: int = 0) -> Order:
    """Make an order of (product, ordered pieces, pieces that are here already)."""
    told = [
        OrderLine(n, name, wanted * 1000, done_milli=done * 1000) for n, (name, wanted, done) in enumerate(lines, 1)
    ]
    return Order("o", OrderKind.RECEIPT, "P-7", "", tuple(told), over_ppm=over_ppm)


@given(
    st.lists(st.tuples(st.sampled_from("xy"), st.integers(1, 9), st.integers(0, 4)), max_size=4),
    st.lists(st.tuples(st.sampled_from("xyz"), st.integers(1, 9)), max_size=6),
)
def test_every_piece_is_left_received_or_too_much(
    lines: list[tuple[str, int, int]], came: list[tuple[str, int]]
) -> None:
    received = compare(order(*lines), TASK, [goods(*one) for one in came])
    for product in "xyz":
        open_milli = sum(line.line.open_milli for line in received.lines if line.line.product_id == product)
        left = sum(line.left_milli for line in received.lines if line.line.product_id == product)
        over = sum(line.over_milli for line in received.lines if line.line.product_id == product)
        unordered = sum(move.quantity_milli for move in received.unordered if move.product_id == product)
        total = sum(pieces * 1000 for name, pieces in came if name == product)
        assert total == open_milli - left + over + unordered
        assert not (left and over)


def test_a_little_more_is_taken_and_much_more_wants_a_reason() -> None:
    ordered = order(("milk", 20, 0), ("tea", 5, 5), over_ppm=100_000)
    few = compare(ordered, TASK, [goods("milk", 22)])
    assert [line.is_too_much for line in few.lines] == [False, False]
    assert [(one.kind, one.quantity_milli) for one in to_deviations(few, ends=True, reasons={})] == [("over", 2_000)]
    many = compare(ordered, TASK, [goods("milk", 23), goods("tea")])
    with pytest.raises(Refusal, match=r"line 1, 2\.") as refused:
        to_deviations(many, ends=False, reasons={})
    assert refused.value.code == "receiving.over"
    with pytest.raises(Refusal, match=r"line 2\."):
        to_deviations(many, ends=False, reasons={"milk": "as a gift"})
    said = to_deviations(many, ends=False, reasons={"milk": "as a gift"}, reason="sent too many")
    assert [(one.product_id, one.reason) for one in said] == [("milk", "as a gift"), ("tea", "sent too many")]


def test_what_a_line_tolerates_goes_before_what_its_order_does() -> None:
    told = order(("milk", 20, 0), ("tea", 20, 0), ("salt", 20, 0), over_ppm=100_000)
    milk, tea, salt = told.lines
    told = replace(told, lines=(replace(milk, over_ppm=0), replace(tea, over_ppm=200_000), salt))
    for milk_came, tea_came, salt_came, too_much in ((20, 24, 22, [False] * 3), (21, 25, 23, [True] * 3)):
        scans = [goods("milk", milk_came), goods("tea", tea_came), goods("salt", salt_came)]
        assert [line.is_too_much for line in compare(told, TASK, scans).lines] == too_much


def test_what_is_missing_is_explained_when_nothing_more_comes() -> None:
    received = compare(order(("milk", 2, 0), ("tea", 5, 1)), TASK, [goods("milk"), goods("cola", 3)])
    assert [line.left_milli for line in received.lines] == [1_000, 4_000]
    assert [one.kind for one in to_deviations(received, ends=False, reasons={})] == ["wrong"]
    with pytest.raises(Refusal) as refused:
        to_deviations(received, ends=True, reasons={"tea": "sold out"})
    assert (refused.value.code, refused.value.facts["lines"]) == ("receiving.short", "1")
    said = to_deviations(received, ends=True, reasons={"tea": "sold out"}, reason="not in the van")
    assert [(one.product_id, one.kind, one.quantity_milli, one.reason) for one in said] == [
        ("milk", "short", 1_000, "not in the van"),
        ("tea", "short", 4_000, "sold out"),
        ("cola", "wrong", 3_000, "not in the van"),
    ]


def test_a_mark_is_for_the_goods_before_it_and_goes_with_them() -> None:
    scans = [goods("milk", 3), goods("milk", 1), goods("milk", 1, What.DAMAGED)]
    received = compare(order(("milk", 4, 0)), TASK, scans)
    assert [(one.kind, one.quantity_milli) for one in received.marked] == [("damaged", 1_000)]
    assert received.is_whole
    first = Scan(7, "", What.GOODS, "milk", "milk", 3_000)
    taken = [first, goods("milk", 3, What.DAMAGED), Scan(0, "", What.BACK, "7")]
    assert compare(order(("milk", 4, 0)), TASK, taken).marked == ()
    for nothing in ([], scans, [goods("milk"), Scan(0, "", What.PLACE, "A")]):
        with pytest.raises(Refusal, match="no goods to mark"):
            last_goods(nothing)


def test_a_blind_order_expects_nothing_and_says_what_it_does_not_know() -> None:
    blind = Order("o", OrderKind.BLIND_RECEIPT, "P-7", "", (OrderLine(1, "milk"), OrderLine(2, "tea")))
    received = compare(
        blind, TASK, [goods("milk", 30), goods("cola", 2), goods("milk"), goods("milk", 1, What.DAMAGED)]
    )
    assert (received.lines, received.is_whole, blind.waits_for) == ((), False, {"milk", "tea"})
    told = to_deviations(received, ends=True, reasons={})
    assert sorted((one.product_id, one.kind, one.quantity_milli) for one in told) == [
        ("cola", "wrong", 2000),
        ("milk", "damaged", 1000),
    ]
