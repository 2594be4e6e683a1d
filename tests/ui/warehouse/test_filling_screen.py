"""Picking and packing at their screens: by scanner and keys alone, in place, and on after a power cut."""

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from desktop.devices.weights import Weight
from desktop.domain.order import Order, OrderKind
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Deviation
from desktop.store import orders
from desktop.ui.warehouse.filling_rows import ParcelRow
from desktop.ui.warehouse.filling_words import line_quantity
from desktop.ui.warehouse.packing_presenter import PackPresenter, Told
from desktop.ui.warehouse.picking_presenter import PickPresenter
from desktop.weighing import PackScale
from tests.operations.picking_ground import order, tell, tell_shop
from tests.operations.test_picking import facts
from tests.screens import gallery_filling as scene
from tests.screens.stage import Stage
from tests.terminals import BREAD, CHEESE_342_G, EGGS, ENGLISH, MILK, PIN, SHARED, UNKNOWN, WINE, shop_terms
from tests.ui.warehouse.conftest import Press

BREAD_CASE = "14006381333938"
"""Six loaves."""


def waiting(stage: Stage) -> list[str]:
    """Which orders are open here."""
    with stage.terminal.database.reading() as connection:
        return [found.number for found in orders.list_open(connection, OrderKind.PICKING)]


def deviations(stage: Stage) -> list[Deviation]:
    """What the newest document says was not as ordered."""
    document = facts(stage.terminal, "goods.moved")[-1]
    return list(document.deviations)  # type: ignore[attr-defined]


def test_an_order_is_picked_by_scanner_and_keys_and_goes_on_where_it_was(stage: Stage, press: Press) -> None:
    scene.orders_wait(stage)
    stage.scan("P-105")
    picking = scene.pick_view(stage)
    assert stage.shell.current_key() == "pick"
    assert picking.next.text() == "Go to B-01 and scan it"
    stage.scan("shelf")
    assert picking.alarm.isVisible(), "another place"
    stage.scan("B-01", MILK)
    assert not picking.alarm.isVisible()
    assert "check code" in picking.about.text()

    again = PickPresenter(stage.terminal)  # as after a power cut
    again.open(scene.pick_presenter(stage).state.task.id)  # type: ignore[union-attr]
    assert (again.state.step, again.state.rows) == (picking._presenter.state.step, picking._presenter.state.rows)
    for char in "k7":
        scene.pick_presenter(stage).press_char(char)
    scene.pick_presenter(stage).press_enter()
    press("1", "*")
    stage.scan(MILK)
    press("F8", "F2")
    assert picking.about.text().startswith("No other place has Rye bread"), "the place will be counted"
    press("F9")
    assert picking.end.isVisible()
    press("F8")
    assert scene.pick_presenter(stage).state.finished is not None
    assert [(one.kind, one.reason) for one in deviations(stage)] == [("short", "empty")]
    press("F8")
    assert stage.shell.current_key() == "pack", "what was picked is packed at once"


def test_what_waits_for_a_refill_says_so_and_is_picked_at_once_by_hand(stage: Stage, press: Press) -> None:
    scene.waits(stage)
    home = scene.home_of(stage.shell)
    assert stage.shell.current_key() == "warehouse"
    assert "P-104 waits for refill of B-01" in home.strip.text
    refill, waits = (key.accessibleName() for key in home.waiting.keys[:2])
    assert (refill.startswith("Refill · B-01 7C2E"), "waits for refill of B-01" in waits) == (True, True)
    press("Ctrl+T")
    assert stage.shell.current_key() == "pick"
    assert scene.pick_presenter(stage).state.task.kind == "pick"  # type: ignore[union-attr]


def test_a_face_is_refilled_and_what_waited_for_it_is_picked(stage: Stage, press: Press) -> None:
    scene.refill(stage)
    picking = scene.pick_view(stage)
    assert picking.next.text() == "Put everything at B-01 and scan it"
    stage.scan("shelf")
    assert picking.alarm.isVisible(), "it belongs to its face"
    press("F9", "F9")
    assert "still in hand" in picking.about.text()
    stage.scan("B-01")
    assert picking.next.text() == "Everything is at its place: finish"
    press("F9", "F9")
    assert "Refilled" in picking.done._title.text()
    document = facts(stage.terminal, "goods.moved")[-1]
    assert [(move.from_place_id, move.to_place_id, move.quantity_milli) for move in document.moves] == [  # type: ignore[attr-defined]
        ("shelf", "cold", 24_000)
    ]
    press("F9")
    assert not scene.home_of(stage.shell)._presenter.state.waits
    stage.scan("P-104")
    assert stage.shell.current_key() == "pick"


def test_where_the_place_is_enough_it_says_so(stage: Stage) -> None:
    scene.enough(stage)
    picking = scene.pick_view(stage)
    assert "the place is enough" in picking.about.text()
    stage.scan("shelf")
    assert scene.pick_presenter(stage).state.done == 1
    assert picking.next.text() == "Everything is picked: finish"
    heard: list[str] = []
    scene.pick_presenter(stage).sounded.connect(heard.append)
    stage.scan(MILK, UNKNOWN)
    assert heard == ["over", "unknown"], "the right goods, but too many: heard without looking"


def test_what_somebody_else_is_at_is_taken_over_in_place(stage: Stage, press: Press) -> None:
    scene.taken(stage)
    assert stage.shell.current_key() == "warehouse"
    words = scene.home_of(stage.shell).strip.text
    assert [part in words for part in ("Anna K.", "P-106", "Till 2")] == [True] * 3
    press("Ctrl+T")
    assert stage.shell.current_key() == "pick"
    stage.shell.show_screen("warehouse")
    assert "P-106" in scene.home_of(stage.shell).in_hand.keys[0].accessibleName()


def test_a_delivery_that_somebody_else_is_at_is_taken_over_in_place(stage: Stage, press: Press) -> None:
    scene.orders_wait(stage)
    who = {"taken_by": "anna", "taken_on": "Till 2", "taken_at": stage.clock.now().isoformat()}
    tell(stage.terminal, order("PO-9", kind="receipt", **who))
    stage.shell.show_screen("warehouse")
    stage.scan("PO-9")
    assert stage.shell.current_key() == "warehouse"
    assert [part in scene.home_of(stage.shell).strip.text for part in ("Anna K.", "PO-9", "Till 2")] == [True] * 3
    press("Ctrl+T")
    assert stage.shell.current_key() == "task"


def test_orders_of_a_supply_are_fetched_on_one_way_each_into_its_tote(stage: Stage, press: Press) -> None:
    scene.orders_wait(stage)
    press("Ctrl+O")
    stage.scan("WB-GI-1204")
    press("F8", "Ctrl+T")
    picking = scene.pick_view(stage)
    stage.scan("B-01", MILK)
    assert picking.next.text() == "Scan a free tote for P-105"
    stage.scan("TOTE-1", "shelf", MILK)
    assert picking.next.text() == "Put it into TOTE-1 and scan the tote"
    stage.scan("TOTE-2")
    assert picking.alarm.isVisible()
    stage.scan("TOTE-1")
    press("F7", "F7")
    assert stage.shell.current_key() == "warehouse"
    assert waiting(stage) == ["P-104", "P-105", "P-106"], "dropped: nothing of it happened"


def test_another_article_goes_with_the_word_of_somebody_who_may(stage: Stage, press: Press) -> None:
    scene.picking(stage)
    press("F5")
    picking = scene.pick_view(stage)
    assert picking.grant.isVisible()
    grant = picking._presenter.grant
    grant.choose(next(person.id for person in grant.state.people if person.login == "mira"))
    for digit in PIN:
        grant.press_digit(digit)
    grant.press_enter()
    assert not picking.grant.isVisible()
    assert picking.next.text().startswith("Scan what goes instead of Milk")
    stage.scan(EGGS)
    press("F9", "F9")
    assert [(one.kind, one.instead_of) for one in deviations(stage)] == [("substituted", "milk")]


def test_a_parcel_is_weighed_by_the_scale_and_a_wrong_weight_is_said_with_its_difference(
    stage: Stage, press: Press
) -> None:
    scene.begin_packing(stage, scene.OrderLine(n=1, product_id="cheese", quantity_milli=342))
    stage.scan("shelf", "CHEESE")
    assert scene.pick_view(stage).alarm.isVisible(), "how much is it?"
    for char in "0.342":
        scene.pick_presenter(stage).press_char(char)
    scene.pick_presenter(stage).press_times()
    stage.scan("CHEESE")
    scene.pack_now(stage)
    packing, now_s = scene.pack_presenter(stage), iter(range(100))
    scale = PackScale(packing, lambda: float(next(now_s)))

    def lay(grams: int) -> None:
        scale.offer(Weight("stable", grams * 1000, float(next(now_s))))

    lay(350)
    assert packing.state.step.weight_milli == 0, "nobody asked for a weight"
    stage.scan(BREAD)
    assert scene.pack_view(stage).alarm.isVisible()
    stage.scan(CHEESE_342_G)
    press("F8")
    lay(560)
    page = scene.pack_view(stage).weight
    assert page.isVisible()
    assert "Difference: +0.218" in page._about.text()
    lay(0)
    lay(350)
    assert (packing.state.page, packing.state.step.weight_milli) == ("work", 350)
    press("F8", "4", "0", "0")
    packing.press_enter()
    assert packing.state.refusal is not None
    press("F4")
    reasons = scene.pack_view(stage).reasons
    assert reasons.isVisible()
    assert "It should weigh 0.342" in reasons._title.text()
    press("F3")
    assert packing.state.step.weight_milli == 400000
    press("F9", "F9")
    check = facts(stage.terminal, "goods.moved")[-1].weight_check  # type: ignore[attr-defined]
    assert (check.verdict, check.accepted_by, check.reason) == ("accepted", "wim", "catalogue")
    assert "weight taken for right" in scene.pack_view(stage).done._parcels.text()


def test_goods_of_unknown_weight_are_named(stage: Stage, press: Press) -> None:
    cheese = scene.OrderLine(n=1, product_id="cheese", quantity_milli=342)
    scene.begin_packing(stage, cheese, scene.OrderLine(n=2, product_id="bread", quantity_milli=1000))
    stage.scan("shelf", CHEESE_342_G, BREAD)
    scene.pack_now(stage)
    stage.scan(CHEESE_342_G, BREAD)
    packing, view = scene.pack_presenter(stage), scene.pack_view(stage)
    press("F8")
    assert "What is known weighs 0.342" in view.weight._about.text()
    assert "Weight not known: Rye bread 400 g." in view.weight._about.text()
    packing.take_weight(200)
    assert "Difference: −0.142" in view.weight._about.text(), "lighter than what is known of it"
    packing.take_weight(760)
    assert view.about.text() == "Weight not checked, as it is not known of Rye bread 400 g."


def test_a_weight_is_right_with_the_word_of_somebody_who_may(stage: Stage, press: Press) -> None:
    scene.weight(stage)
    terms = shop_terms(ENGLISH)
    strict = {"accept_weight": {"warehouse_worker": "approval"}}
    tell_shop(stage.terminal, msgspec.structs.replace(terms, permissions=strict))
    press("F4", "F2")
    view = scene.pack_view(stage)
    assert view.grant.isVisible()
    grant = view._presenter.grant
    grant.choose(next(person.id for person in grant.state.people if person.login == "mira"))
    for digit in PIN:
        grant.press_digit(digit)
    grant.press_enter()
    assert not view.grant.isVisible()
    press("F9", "F9")
    check = facts(stage.terminal, "goods.moved")[-1].weight_check  # type: ignore[attr-defined]
    assert (check.verdict, check.accepted_by, check.reason) == ("accepted", "mira", "packaging")


@pytest.mark.parametrize("trouble", [None, Refusal("label.too_wide", "Too wide.")])
def test_the_last_parcel_prints_its_stickers_and_shows_the_square_of_its_supply(
    stage: Stage, trouble: Refusal | None
) -> None:
    printed: list[list[str]] = []

    def stick(order: Order, parcels: Sequence[ParcelRow], told: Told) -> None:
        printed.append([order.number, *(parcel.number for parcel in parcels)])
        told(trouble)

    scene.packing(stage)
    packing = scene.pack_presenter(stage)
    task = packing.state.task
    assert task is not None
    again = PackPresenter(stage.terminal, stick)
    again.open(task.id)
    assert (again.state.rows, again.state.step) == (packing.state.rows, packing.state.step)
    packing._stick = stick
    packing.finish()
    packing.end()
    assert printed == [["P-105", "P-105-1", "P-105-2"]]
    page = scene.pack_view(stage).done
    QApplication.processEvents()
    assert page._square is not None
    assert page._square.accessibleName() == "WB-GI-1204"
    assert ("This label is wider" in page._said.text()) == (trouble is not None)
    page.stickers.click()
    assert len(printed) == 2
    assert waiting(stage) == []


def test_a_code_that_is_on_several_goods_of_an_order_asks_which(stage: Stage, press: Press) -> None:
    lines = [scene.OrderLine(n=n, product_id=name, quantity_milli=2000) for n, name in enumerate(("milk", "water"), 1)]
    scene.begin_packing(stage, *lines)
    picking = scene.pick_view(stage)
    stage.scan("B-01", SHARED, "shelf")
    press("2", "*")
    stage.scan(SHARED)
    assert picking.choice.isVisible()
    assert picking.choice.keys[0].accessibleName().startswith("Milk")
    picking.choice.keys[1].click()
    assert not picking.choice.isVisible()
    stage.scan(SHARED)
    assert not picking.choice.isVisible(), "only one of them is wanted still"
    assert picking.next.text().startswith("Everything is picked")
    press("F9", "F9", "F8")
    assert stage.shell.current_key() == "pack"
    packing = scene.pack_view(stage)
    stage.scan(SHARED)
    assert packing.choice.isVisible()
    press("Esc")
    assert not packing.choice.isVisible()
    stage.scan("MILK")
    press("+")
    stage.scan(SHARED, SHARED)
    assert not packing.choice.isVisible(), "only one of them is left"
    assert packing._presenter.state.done == 2


def test_what_was_fetched_together_is_sorted_by_scans_alone(stage: Stage, press: Press) -> None:
    scene.unsorted(stage)
    view = scene.pick_view(stage)
    assert (view.next.text(), view.step._figure()) == ("Sort: scan, and see where it goes", "")
    assert "still to be sorted: 4" in view.about.text()
    stage.scan(WINE)
    assert (view.next.text(), view.step._figure()) == ("Put it into 1 and scan the next", "1")
    press("+")
    assert "still to be sorted: 3" in view.about.text()
    stage.scan(EGGS)
    assert view.alarm.isVisible(), "nobody wants them"
    press("2", "*")
    stage.scan(WINE)
    assert view.step._figure() == "2"
    press("Ctrl+Z", "2", "*")
    stage.scan(WINE, MILK, MILK)
    assert (view.next.text(), view.step._figure()) == ("Into 3, and all is sorted: finish", "3")
    assert [line_quantity(row) for row in view.model.rows] == ["2/2", "2/2", "1/1", "1/1"]
    press("F9", "F9")
    assert waiting(stage) == []


def test_a_part_says_which_bundle_it_is_for(stage: Stage) -> None:
    scene.bundle(stage)
    view = scene.pick_view(stage)
    assert "for Red wine" in view.about.text()
    assert "Red wine" in scene.pick_presenter(stage).state.rows[0].goods


def test_what_is_fetched_and_packed_by_the_case_says_how_many_of_how_much(stage: Stage, press: Press) -> None:
    scene.cases(stage)
    press("2", "*")
    stage.scan(BREAD_CASE)
    picking = scene.pick_view(stage)
    [row] = scene.pick_presenter(stage).state.rows
    assert line_quantity(row).replace("\u00a0", " ") == "2 × 6 = 12/12"
    press("F9", "F9")
    press("F8")
    assert stage.shell.current_key() == "pack", picking.next.text()
    stage.scan(BREAD_CASE)
    [row] = scene.pack_presenter(stage).state.rows
    assert line_quantity(row).replace("\u00a0", " ") == "1 × 6 = 6/12"
    stage.scan(BREAD)
    [row] = scene.pack_presenter(stage).state.rows
    assert line_quantity(row) == "7/12", "singly and by the case it is pieces"
