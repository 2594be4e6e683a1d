"""Picking at a terminal: every scan is on disk, what was not asked for is no pick, and an order is one person's."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.picking import PickStep
from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import What
from desktop.operations import picking
from desktop.operations.picking_scans import take_instead, take_scan
from desktop.operations.task_codes import read_codes
from desktop.operations.terminal import Terminal
from desktop.store import journal, orders, tasks
from desktop.store import stock as book
from sync.wire.changes import Lot, Place
from sync.wire.facts import decode_fact
from sync.wire.orders import OrderLine
from tests.edges import SettableClock
from tests.operations.picking_ground import MIRA, WIM, order, tell, tell_end
from tests.terminals import BREAD, EGGS, MILK, reopen_terminal

OLD = Lot(product_id="milk", place_id="cold", lot="L1", on_hand_milli=1000, expiry="2027-01-01")
MARK = "]d2010400041702500521S-1\x1d93aBc="
"""Milk, one piece with its serial number and the tail that proves it."""


def scan(terminal: Terminal, task_id: str, *codes: str) -> PickStep:
    for code in codes:
        step = take_scan(terminal, WIM, task_id, read_codes(terminal), code)
    return step.step


def refused(terminal: Terminal, task_id: str, code: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        scan(terminal, task_id, code)
    return caught.value


def facts(terminal: Terminal, kind: str) -> list[object]:
    with terminal.database.reading() as connection:
        sealed = [row for row in journal.read_all(connection) if row.kind == kind]
    return [decode_fact(row.kind, row.version, row.body) for row in sealed]


def left(terminal: Terminal) -> list[int]:
    with terminal.database.reading() as connection:
        return [line.open_milli for each in orders.list_open(connection) for line in each.lines]


def test_an_order_is_picked_on_its_way_and_a_power_cut_loses_no_scan(
    terminal: Terminal, tmp_path: Path, clock: SettableClock
) -> None:
    tell(terminal, order(), lots=(OLD,))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    assert refused(terminal, task.id, MILK).code == "pick.place_first"
    assert refused(terminal, task.id, "shelf").facts == {"expected": "B-01", "scanned": "shelf"}
    assert scan(terminal, task.id, "b-01") is PickStep.GOODS
    wrong = refused(terminal, task.id, EGGS)
    assert (wrong.code, wrong.facts["expected"]) == ("pick.goods", "Milk 3.2 % 930 ml")
    assert refused(terminal, task.id, "4601111111110").code == "code.unknown"
    scan(terminal, task.id, MILK)
    terminal.database.close()  # as a power cut leaves it: nothing but the commits
    again = reopen_terminal(tmp_path, clock)
    try:
        assert picking.begin_picking(again, WIM, ["P-1"]) == task
        assert scan(again, task.id, "k7", MARK) is PickStep.GOODS
        assert scan(again, task.id, BREAD) is PickStep.FINISH
        (document,) = picking.post_picking(again, WIM, task.id)
        moved = [
            (move.product_id, move.from_place_id, move.lot, move.order_line, move.marks) for move in document.moves
        ]
        assert moved == [
            ("milk", "cold", "L1", 1, ()), ("milk", "shelf", "S-1", 1, (MARK,)), ("bread", "shelf", "", 2, ())
        ]  # fmt: skip
        assert (document.purpose, document.ends_order, document.scans, document.refused) == ("moved", True, 5, 4)
        fact = facts(again, "goods.moved")[-1]
        assert (fact.moves[1].marks, fact.order_id) == ((MARK,), "id-P-1")  # type: ignore[attr-defined]
        assert left(again) == []
        with again.database.reading() as connection:
            held = {(row.place_id, row.lot): row.on_hand_milli for row in book.read_on_hand(connection, ["milk"])}
        assert held["packing", "L1"] == held["packing", "S-1"] == 1000
        with pytest.raises(Refusal, match="finished"):
            picking.post_picking(again, WIM, task.id)
    finally:
        again.database.close()


def test_too_little_needs_a_reason_offers_another_place_and_leaves_the_rest_to_others(terminal: Terminal) -> None:
    tell(terminal, order("P-1", OrderLine(n=1, product_id="milk", quantity_milli=4000, place_id="cold")), lots=(OLD,))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    scan(terminal, task.id, "B-01", MILK)
    assert refused(terminal, task.id, "CMD:SHORT").code == "pick.reason"
    assert scan(terminal, task.id, "CMD:SHORT shelf empty") is PickStep.PLACE
    with terminal.database.reading() as connection:
        assert picking.read_picking(connection, task.id).step.place_id == "shelf"
    scan(terminal, task.id, "shelf", MILK)
    (document,) = picking.post_picking(terminal, WIM, task.id)
    (short,) = document.deviations
    assert (short.kind, short.reason, short.place_id, short.quantity_milli) == ("short", "shelf empty", "cold", 3000)
    assert (document.ends_order, left(terminal)) == (False, [2000])
    assert [fact.left for fact in facts(terminal, "order.taken")] == [False, True]  # type: ignore[attr-defined]


def test_where_all_is_missing_that_alone_is_told(terminal: Terminal) -> None:
    tell(terminal, order("P-1", OrderLine(n=1, product_id="eggs", quantity_milli=1000, place_id="cold")))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    with pytest.raises(Refusal) as caught:
        picking.post_picking(terminal, WIM, task.id)
    assert caught.value.code == "stock.empty"
    scan(terminal, task.id, "CMD:SHORT none", "CMD:SHORT none")
    (document,) = picking.post_picking(terminal, WIM, task.id, ends=True)
    assert (document.moves, len(document.deviations), left(terminal)) == ((), 2, [])


def test_other_goods_instead_need_a_right(terminal: Terminal) -> None:
    tell(terminal, order("P-1", OrderLine(n=1, product_id="milk", quantity_milli=1000)))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    scan(terminal, task.id, "shelf")
    assert refused(terminal, task.id, "CMD:INSTEAD").code == "staff.approval"
    take_instead(terminal, WIM, task.id, MIRA)
    assert scan(terminal, task.id, EGGS) is PickStep.FINISH
    (document,) = picking.post_picking(terminal, WIM, task.id)
    (other,) = document.deviations
    assert (other.kind, other.product_id, other.instead_of) == ("substituted", "eggs", "milk")
    assert (document.ends_order, document.moves[0].order_line) == (True, 1)


def test_who_comes_second_has_to_say_that_they_take_over(terminal: Terminal, clock: SettableClock) -> None:
    at = (clock.now() - timedelta(minutes=29)).isoformat()
    tell(terminal, order(taken_by="anna", taken_on="Till 2", taken_at=at))
    with pytest.raises(Refusal) as caught:
        picking.begin_picking(terminal, WIM, ["P-1"])
    assert (caught.value.code, caught.value.facts["who"]) == ("order.taken", "Anna K.")
    clock.advance(minutes=1)
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    with pytest.raises(Refusal) as caught:
        picking.begin_picking(terminal, MIRA, ["P-1"])
    assert caught.value.facts["who"] == "Wim Warehouse"
    taken = picking.begin_picking(terminal, MIRA, ["P-1"], take_over=True)
    assert (taken.id, taken.person_id) == (task.id, "mira"), "the same picking, and she is not asked again"
    picking.drop_picking(terminal, MIRA, task.id)
    with terminal.database.reading() as connection:
        assert tasks.list_open(connection) == []


def test_what_was_picked_for_an_order_that_ended_meanwhile_is_kept_for_it(terminal: Terminal) -> None:
    one = order("P-1", OrderLine(n=1, product_id="milk", quantity_milli=1000))
    tell(terminal, one)
    first, second = picking.begin_picking(terminal, WIM, ["P-1"]), "id-P-1"
    scan(terminal, first.id, "shelf", MILK)
    tell_end(terminal, "id-P-1")
    assert picking.begin_picking(terminal, WIM, ["P-1"]) == first
    (document,) = picking.post_picking(terminal, WIM, first.id)
    assert isinstance(document, GoodsMoved)
    assert [(move.order_line, document.order_id) for move in document.moves] == [(1, second)]


def test_several_orders_are_picked_on_one_way_into_their_totes(terminal: Terminal) -> None:
    wanted = OrderLine(n=1, product_id="milk", quantity_milli=1000)
    tell(terminal, order("P-1", wanted), order("P-2", wanted, priority=5))
    task = picking.begin_picking(terminal, WIM, ["P-1", "P-2"], with_totes=True)
    assert scan(terminal, task.id, "shelf", MILK) is PickStep.TOTE
    with pytest.raises(Refusal) as caught:
        picking.post_picking(terminal, WIM, task.id)
    assert caught.value.code == "task.in_hand"
    assert scan(terminal, task.id, "T-1", MILK) is PickStep.TOTE
    assert refused(terminal, task.id, "T-1").code == "pick.tote"
    assert scan(terminal, task.id, "T-2") is PickStep.FINISH
    documents = picking.post_picking(terminal, WIM, task.id)
    assert {(each.reference, each.ends_order, len(each.moves)) for each in documents} == {
        ("P-1", True, 1), ("P-2", True, 1)
    }  # fmt: skip
    with terminal.database.reading() as connection:
        assert all(each.what is not What.TOTE for each in tasks.list_scans(connection, task.id))


def test_a_scanner_that_names_its_symbols_says_commands_check_codes_and_totes_too(terminal: Terminal) -> None:
    wanted = OrderLine(n=1, product_id="milk", quantity_milli=1000)
    tell(terminal, order("P-1", wanted), order("P-2", wanted))
    task = picking.begin_picking(terminal, WIM, ["P-1", "P-2"], with_totes=True)
    assert scan(terminal, task.id, "]C0shelf", "]C0CMD:BACK", "]C0K7", MILK, "]C0T-1") is PickStep.GOODS
    assert scan(terminal, task.id, MILK) is PickStep.TOTE
    assert refused(terminal, task.id, "T-1").code == "pick.tote"
    assert scan(terminal, task.id, "]Q1T-2") is PickStep.FINISH


def test_what_stands_in_quarantine_is_seen_and_never_picked(terminal: Terminal) -> None:
    apart = (
        Place(id="q", code="QUA", name="Quarantine", kind="quarantine"),
        Place(id="pallet", code="340123450000000017", name="", kind="plate", parent="q"),
    )
    lots = (Lot(product_id="gum", place_id="pallet", lot="", on_hand_milli=9000),)
    tell(terminal, order("P-1", OrderLine(n=1, product_id="gum", quantity_milli=1000)), lots=lots, places=apart)
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    with terminal.database.reading() as connection:
        held = {row.place_id: row.on_hand_milli for row in book.read_on_hand(connection, ["gum"])}
        assert picking.read_picking(connection, task.id).step.place_id != "pallet"
    assert held["pallet"] == 9000
    assert refused(terminal, task.id, "3401234500000000" + "24").code == "code.unknown"
    assert refused(terminal, task.id, "340123450000000017").code == "pick.quarantine"
    assert refused(terminal, task.id, "QUA").facts == {"place": "QUA"}


def test_goods_are_taken_off_a_plate_by_its_label(terminal: Terminal) -> None:
    pallet = Place(id="pallet", code="340123450000000017", name="", kind="plate", parent="cold")
    lots = (Lot(product_id="bread", place_id="pallet", lot="L9", on_hand_milli=9000, expiry="2027-01-01"),)
    tell(terminal, order("P-1", OrderLine(n=1, product_id="bread", quantity_milli=1000)), lots=lots, places=(pallet,))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    with terminal.database.reading() as connection:
        assert picking.read_picking(connection, task.id).step.place_id == "pallet"
    assert scan(terminal, task.id, "]C100340123450000000017") is PickStep.GOODS
    assert scan(terminal, task.id, BREAD) is PickStep.FINISH


def test_what_was_fetched_together_is_sorted_to_its_orders_piece_by_piece(
    terminal: Terminal, tmp_path: Path, clock: SettableClock
) -> None:
    two, one = (OrderLine(n=1, product_id="milk", quantity_milli=milli) for milli in (2000, 1000))
    bread = OrderLine(n=2, product_id="bread", quantity_milli=1000)
    tell(terminal, order("P-1", one), order("P-2", two, bread, priority=5))
    task = picking.begin_picking(terminal, WIM, ["P-1", "P-2"])
    assert scan(terminal, task.id, "shelf", MILK, MILK, MILK) is PickStep.GOODS
    assert scan(terminal, task.id, BREAD) is PickStep.SORT

    assert put(terminal, task.id, MILK) == (1, "id-P-2")  # the more urgent order has the first slot
    assert refused(terminal, task.id, EGGS).code == "sort.goods"
    assert refused(terminal, task.id, "shelf").code == "pick.finished"
    with pytest.raises(Refusal) as split:
        put(terminal, task.id, MILK, times=2)
    assert (split.value.code, split.value.facts) == ("sort.split", {"slot": 1, "left_milli": 1000})
    assert put(terminal, task.id, MILK) == (1, "id-P-2")
    assert put(terminal, task.id, MILK) == (2, "id-P-1")
    assert put(terminal, task.id, "CMD:BACK") == (1, "id-P-2")
    terminal.database.close()  # as a power cut leaves it: nothing but the commits
    again = reopen_terminal(tmp_path, clock)
    try:
        assert put(again, task.id, MILK) == (2, "id-P-1")
        assert refused(again, task.id, MILK).code == "sort.goods"
        assert scan(again, task.id, BREAD) is PickStep.FINISH
        documents = picking.post_picking(again, WIM, task.id)
    finally:
        again.database.close()
    assert {each.reference: sum(move.quantity_milli for move in each.moves) for each in documents} == {
        "P-1": 1000, "P-2": 3000
    }  # fmt: skip
    assert max(each.scans for each in documents) == 9


def put(terminal: Terminal, task_id: str, code: str, times: int = 1) -> tuple[int, str]:
    """Scan a piece that was fetched; gives the slot it goes into, and whose that is."""
    step = take_scan(terminal, WIM, task_id, read_codes(terminal), code, times)
    return step.slot, step.order_id


def test_whoever_packs_anyway_need_not_sort(terminal: Terminal) -> None:
    wanted = OrderLine(n=1, product_id="milk", quantity_milli=1000)
    tell(terminal, order("P-1", wanted), order("P-2", wanted))
    task = picking.begin_picking(terminal, WIM, ["P-1", "P-2"])
    assert scan(terminal, task.id, "shelf", MILK, MILK) is PickStep.SORT
    assert [each.reference for each in picking.post_picking(terminal, WIM, task.id)] == ["P-1", "P-2"]
