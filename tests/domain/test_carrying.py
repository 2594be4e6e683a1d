"""What the scans of a task come to."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.carrying import carry, to_document
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Movement
from desktop.domain.task import PART, Scan, Task, TaskKind, What, standing

MOVE = Task("t", TaskKind.MOVE, "", "wim")
RECEIVE = Task("t", TaskKind.RECEIVE, "", "wim", "supplier", "receiving", "DN-7")
WASTE = Task("t", TaskKind.WRITE_OFF, "", "wim", "shelf", "waste", reason="broken")


def place(name: str) -> Scan:
    return Scan(0, "", What.PLACE, name, place_id=name)


def goods(name: str, milli: int = 1000, lot: str = "", expiry: str = "") -> Scan:
    return Scan(0, "", What.GOODS, name, name, milli, lot, expiry)


BACK = Scan(0, "", What.BACK, "")


def moves(task: Task, *scans: Scan) -> list[tuple[str, ...]]:
    document = to_document(task, scans)
    return [(m.product_id, m.from_place_id, m.to_place_id, str(m.quantity_milli), m.lot) for m in document.moves]


def test_what_is_received_lies_at_receiving_until_a_place_is_scanned() -> None:
    assert moves(RECEIVE, goods("milk"), goods("milk", 6000), place("A-1"), goods("milk", 500), goods("bread")) == [
        ("milk", "supplier", "receiving", "7000", ""),
        ("milk", "supplier", "A-1", "500", ""),
        ("bread", "supplier", "A-1", "1000", ""),
    ]
    assert to_document(RECEIVE, [goods("milk")]).reference == "DN-7"


def test_a_move_goes_from_a_place_by_hand_to_a_place_and_again() -> None:
    first = (place("A"), goods("milk"), goods("bread"), place("B"), goods("eggs"), place("C"))
    assert moves(MOVE, *first, place("D"), goods("milk"), place("A")) == [
        ("milk", "A", "B", "1000", ""), ("bread", "A", "B", "1000", ""),
        ("eggs", "A", "C", "1000", ""), ("milk", "D", "A", "1000", ""),
    ]  # fmt: skip


def test_goods_written_off_come_from_the_place_scanned_before_them() -> None:
    assert moves(WASTE, goods("milk"), place("A"), goods("milk", lot="L1")) == [
        ("milk", "shelf", "waste", "1000", ""), ("milk", "A", "waste", "1000", "L1"),
    ]  # fmt: skip


def test_an_expiry_that_one_scan_tells_belongs_to_the_line() -> None:
    document = to_document(RECEIVE, [goods("milk", lot="L1", expiry="2027-01-01"), goods("milk", lot="L1")])
    assert document.moves == (Movement("milk", "supplier", "receiving", 2000, "L1", "2027-01-01"),)


def test_goods_laid_back_where_they_were_move_nothing() -> None:
    with pytest.raises(Refusal) as refused:
        to_document(MOVE, [place("A"), goods("milk"), place("A")])
    assert refused.value.code == "stock.empty"


@pytest.mark.parametrize(
    ("task", "scans", "code"),
    [
        (MOVE, (), "stock.empty"),
        (MOVE, (goods("milk"), place("A")), "task.loose"),
        (MOVE, (place("A"), goods("milk")), "task.in_hand"),
        (replace(RECEIVE, target_id=""), (goods("milk"),), "task.loose"),
        (RECEIVE, (goods("milk"), Scan(0, "", What.UNKNOWN, "999")), "task.unknown"),
    ],
)
def test_a_task_that_is_not_finished_is_not_posted(task: Task, scans: tuple[Scan, ...], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        to_document(task, scans)
    assert refused.value.code == code


steps = st.one_of(
    st.sampled_from("ABC").map(place),
    st.builds(goods, st.sampled_from(("milk", "eggs")), st.integers(1, 5000), st.sampled_from(("", "L1"))),
    st.just(BACK),
)


@given(st.lists(steps, max_size=40))
def test_a_step_that_is_taken_back_never_was(scans: list[Scan]) -> None:
    assert carry(MOVE, scans) == carry(MOVE, standing(scans))
    assert BACK not in standing(scans)
    assert carry(MOVE, [*scans, goods("milk"), BACK]) == carry(MOVE, scans)


@given(st.lists(steps, max_size=40), st.sampled_from((MOVE, RECEIVE, WASTE)))
def test_everything_scanned_is_somewhere(scans: list[Scan], task: Task) -> None:
    state = carry(task, scans)
    scanned = [scan for scan in standing(scans) if scan.what is What.GOODS]
    assert len(state.done) + len(state.in_hand) + state.loose == len(scanned)
    if state.loose or state.in_hand or not scanned:
        return
    summed = Counter({("", ""): 0})
    for scan in scanned:
        summed[scan.product_id, scan.lot] += scan.quantity_milli
    for move in state.done:
        summed[move.product_id, move.lot] -= move.quantity_milli
    assert not any(summed.values())


AWAY = Task("t", TaskKind.PUT_AWAY, "", "wim", "receiving")


def into(name: str) -> Scan:
    return Scan(0, "", What.INTO, name, place_id=name)


def test_a_bin_that_comes_first_stays_until_another_is_scanned() -> None:
    told = (goods("milk"), place("C"), into("A"), goods("milk"), goods("bread"), into("B"), goods("eggs"))
    assert [move[:3] for move in moves(AWAY, *told)] == [
        ("milk", "receiving", "C"), ("milk", "receiving", "A"), ("bread", "receiving", "A"), ("eggs", "receiving", "B"),
    ]  # fmt: skip
    assert [move[1:3] for move in moves(AWAY, *told, place("dock"), goods("wine"), place("D"))][-1] == ("dock", "D")


def test_a_plate_behind_a_bin_goes_there_whole_and_goods_elsewhere_than_suggested_are_told() -> None:
    plate = Scan(0, "", What.PLATE, "P", place_id="P")
    better = Scan(0, "", What.GOODS, "milk", "milk", 1000, place_id="Z")
    document = to_document(AWAY, (into("A"), plate, better))
    assert [(one.place_id, one.to_place_id) for one in document.plates] == [("P", "A")]
    assert [(one.suggested_place_id, one.chosen_place_id) for one in document.overrides] == [("Z", "A")]


def test_a_bin_taken_back_leaves_what_was_put_there_in_hand_or_in_the_bin_before() -> None:
    def numbered(*scans: Scan) -> list[Scan]:
        return [replace(scan, n=n) for n, scan in enumerate(scans, 1)]

    first = numbered(into("A"), goods("milk"), Scan(0, "", What.BACK, "1"), place("B"))
    assert [move[:3] for move in moves(AWAY, *first)] == [("milk", "receiving", "B")]
    second = numbered(into("A"), into("B"), goods("milk"), Scan(0, "", What.BACK, "2"))
    assert [move[:3] for move in moves(AWAY, *second)] == [("milk", "receiving", "A")]


def part(place_id: str, milli: int) -> Scan:
    return Scan(0, "", What.GOODS, PART, "milk", milli, place_id=place_id)


def test_a_bin_takes_its_part_of_divided_goods_and_the_rest_stays_in_hand() -> None:
    parts = (part("A", 5000), goods("bread"), part("B", 2000))
    with pytest.raises(Refusal) as caught:
        to_document(AWAY, (*parts, place("A")))
    assert caught.value.code == "task.in_hand"
    document = to_document(AWAY, (*parts, place("A"), place("C")))
    assert [(move.product_id, move.to_place_id, move.quantity_milli) for move in document.moves] == [
        ("milk", "A", 5000), ("bread", "A", 1000), ("milk", "C", 2000),
    ]  # fmt: skip
    assert [(one.suggested_place_id, one.chosen_place_id) for one in document.overrides] == [("B", "C")]
    elsewhere = to_document(AWAY, (*parts, place("D")))
    assert {move.to_place_id for move in elsewhere.moves} == {"D"}, "elsewhere all of it is put"
