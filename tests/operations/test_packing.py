"""Packing: what was picked is scanned again, nothing else goes into a parcel, and the last one ends the order."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop.domain.packing import PackStep
from desktop.domain.parcel import Parcel, Piece, check_weight
from desktop.domain.product import Extra, Measure, Product
from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved, WeightCheck
from desktop.domain.task import Scan, What
from desktop.operations import packing, picking, picking_scans
from desktop.operations.packing import PARCEL
from desktop.operations.task_codes import read_codes
from desktop.operations.terminal import Terminal
from desktop.store import orders, stock
from sync.wire.changes import Lot
from sync.wire.orders import OrderLine
from tests.edges import SettableClock
from tests.operations.picking_ground import MIRA, WIM, order, tell, tell_shop
from tests.operations.test_picking import facts
from tests.terminals import BREAD, CHEESE_342_G, EGGS, ENGLISH, MILK, reopen_terminal, shop_terms

OLD = Lot(product_id="milk", place_id="cold", lot="L1", on_hand_milli=1000, expiry="2027-01-01")


def pick(terminal: Terminal) -> None:
    """Two milk of two lots, one bread: packed next, so the order stays open."""
    tell(terminal, order("P-1", packs=True, partner="Anna", sticker="WB;1"), lots=(OLD,))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    for code in ("B-01", MILK, "shelf", MILK, BREAD):
        picking_scans.take_scan(terminal, WIM, task.id, read_codes(terminal), code)
    (document,) = picking.post_picking(terminal, WIM, task.id)
    assert not document.ends_order


def scan(terminal: Terminal, task_id: str, *codes: str) -> PackStep:
    for code in codes:
        step = packing.take_scan(terminal, WIM, task_id, read_codes(terminal), code)
    return step.step


def refused(terminal: Terminal, task_id: str, code: str) -> str:
    with pytest.raises(Refusal) as caught:
        scan(terminal, task_id, code)
    return caught.value.code


def test_every_piece_is_scanned_again_into_parcels_and_the_last_ends_the_order(
    terminal: Terminal, tmp_path: Path, clock: SettableClock
) -> None:
    pick(terminal)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, MILK)
    assert refused(terminal, task.id, EGGS) == "pack.goods"
    with pytest.raises(Refusal) as caught:
        packing.post_packing(terminal, WIM, task.id)
    assert caught.value.code == "pack.missing"
    terminal.database.close()  # as a power cut leaves it
    again = reopen_terminal(tmp_path, clock)
    try:
        assert packing.begin_packing(again, WIM, "P-1") == task
        scan(again, task.id, PARCEL, MILK)
        assert refused(again, task.id, MILK) == "pack.too_many"
        assert scan(again, task.id, BREAD) is PackStep.FINISH
        packing.weigh(again, task.id, 1_650)
        first, second = packing.post_packing(again, WIM, task.id)
        assert [moved(each) for each in (first, second)] == [[("milk", "L1")], [("bread", ""), ("milk", "")]]
        assert (first.reference, first.purpose, first.ends_order, second.ends_order) == (
            "P-1-1",
            "shipped",
            False,
            True,
        )
        assert (first.scans, first.refused, second.weight_milli) == (5, 2, 1_650)
        with again.database.reading() as connection:
            assert orders.list_open(connection) == []
            held = stock.read_on_hand(connection, ["milk", "bread"])
        assert sum(row.on_hand_milli for row in held if row.place_id == "packing") == 0
    finally:
        again.database.close()


def moved(document: GoodsMoved) -> list[tuple[str, str]]:
    return sorted((move.product_id, move.lot) for move in document.moves)


def test_what_does_not_come_is_said_and_an_order_that_nobody_picked_is_not_packed(terminal: Terminal) -> None:
    pick(terminal)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, MILK, MILK)
    (document,) = packing.post_packing(terminal, WIM, task.id, ends=True)
    assert [(one.kind, one.product_id) for one in document.deviations] == [("short", "bread")]
    tell(terminal, order("P-2", OrderLine(n=1, product_id="milk", quantity_milli=1000), packs=True))
    with pytest.raises(Refusal) as caught:
        packing.begin_packing(terminal, WIM, "P-2")
    assert caught.value.code == "pack.unpicked"


def test_a_weight_that_cannot_be_is_refused_where_the_weight_of_all_goods_is_known() -> None:
    tea = Product("tea", "tea", "Tea", "pcs", 0, 0, extra=Extra(measure=Measure(500, "kg")))
    parcel = Parcel((Piece(Scan(1, "", What.GOODS, "", "tea", 4000), "tea"),))
    for weight_milli in (2_000, 2_059, 1_941, 0):
        check_weight(replace(parcel, weight_milli=weight_milli), {"tea": tea})
    for weight_milli in (2_061, 1_500):
        with pytest.raises(Refusal) as caught:
            check_weight(replace(parcel, weight_milli=weight_milli), {"tea": tea})
        assert caught.value.facts["expected_g"] == 2_000
    check_weight(replace(parcel, weight_milli=9), {})
    mixed = replace(parcel, goods=(*parcel.goods, Piece(replace(parcel.goods[0].scan, product_id="salt"), "salt")))
    check_weight(replace(mixed, weight_milli=9_000), {"tea": tea})
    check_weight(replace(mixed, weight_milli=1_940), {"tea": tea})
    with pytest.raises(Refusal, match="alone weighs 2000 g"):
        check_weight(replace(mixed, weight_milli=1_500), {"tea": tea})


def test_the_verdict_on_a_weight_is_sealed_with_who_said_that_it_is_right_and_why(terminal: Terminal) -> None:
    cheese = OrderLine(n=1, product_id="cheese", quantity_milli=342)
    tell(terminal, order("P-1", cheese, OrderLine(n=2, product_id="bread", quantity_milli=1000), packs=True))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    for code in ("shelf", CHEESE_342_G, BREAD):
        picking_scans.take_scan(terminal, WIM, task.id, read_codes(terminal), code)
    picking.post_picking(terminal, WIM, task.id)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, CHEESE_342_G)
    packing.accept_weight(terminal, WIM, task.id, 350, "counted")  # nothing to accept: it is right
    with pytest.raises(Refusal) as caught:
        packing.weigh(terminal, task.id, 560)
    assert caught.value.code == "pack.weight"
    packing.accept_weight(terminal, WIM, task.id, 560, " packaging ")
    scan(terminal, task.id, PARCEL, BREAD)
    packing.weigh(terminal, task.id, 412)
    first, second = packing.post_packing(terminal, WIM, task.id)
    assert first.weight_check == WeightCheck(342, 30, "accepted", "wim", "packaging")
    assert second.weight_check == WeightCheck(0, 30, "unchecked", unknown=("bread",))
    sealed = [fact.weight_check for fact in facts(terminal, "goods.moved")[-2:]]  # type: ignore[attr-defined]
    assert [(one.verdict, one.accepted_by, one.unknown) for one in sealed] == [
        ("accepted", "wim", ()), ("unchecked", "", ("bread",))
    ]  # fmt: skip


def test_goods_that_come_behind_its_weight_leave_a_parcel_unweighed(terminal: Terminal) -> None:
    pick(terminal)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, MILK, BREAD)
    packing.weigh(terminal, task.id, 1_400)
    scan(terminal, task.id, MILK)
    (document,) = packing.post_packing(terminal, WIM, task.id)
    assert (document.weight_milli, document.weight_check) == (0, None)


def test_a_shop_may_ask_for_somebody_elses_word_on_a_weight(terminal: Terminal) -> None:
    terms = shop_terms(ENGLISH)
    strict = {"accept_weight": {"warehouse_worker": "approval"}}
    tell_shop(terminal, msgspec.structs.replace(terms, permissions=strict))
    tell(terminal, order("P-1", OrderLine(n=1, product_id="cheese", quantity_milli=342), packs=True))
    task = picking.begin_picking(terminal, WIM, ["P-1"])
    for code in ("shelf", CHEESE_342_G):
        picking_scans.take_scan(terminal, WIM, task.id, read_codes(terminal), code)
    picking.post_picking(terminal, WIM, task.id)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, CHEESE_342_G)
    with pytest.raises(Refusal) as caught:
        packing.accept_weight(terminal, WIM, task.id, 560, "scale")
    assert caught.value.code == "staff.approval"
    packing.accept_weight(terminal, WIM, task.id, 560, "scale", MIRA)
    (document,) = packing.post_packing(terminal, WIM, task.id)
    assert document.weight_check == WeightCheck(342, 30, "accepted", "mira", "scale")


def test_a_scanner_that_names_its_symbols_says_commands_too(terminal: Terminal) -> None:
    pick(terminal)
    task = packing.begin_packing(terminal, WIM, "P-1")
    scan(terminal, task.id, MILK, "]C0CMD:BACK", MILK, f"]C0{PARCEL}", MILK, BREAD)
    assert len(packing.post_packing(terminal, WIM, task.id)) == 2
