"""Packing order by order: a piece leads to its order, and its sticker is scanned where it sticks."""

import msgspec

from desktop.domain.parcel_label import ParcelLabel
from desktop.operations.label_jobs import begin_labels, list_label_jobs, settle_labels
from tests.operations.picking_ground import order, tell
from tests.screens import gallery_filling as scene
from tests.screens.stage import Stage
from tests.terminals import MILK
from tests.ui.warehouse.conftest import Press


def test_what_was_picked_is_packed_by_its_scan_alone_order_by_order(stage: Stage, press: Press) -> None:
    scene.show(stage)
    one = scene.OrderLine(n=1, product_id="milk", quantity_milli=1000)
    picked = msgspec.structs.replace(one, done_milli=1000)
    told = {"packs": True, "supply": "S-1"}
    tell(
        stage.terminal, order("P-1", picked, priority=1, **told), order("P-2", picked, priority=5, **told),
        order("P-3", one, priority=9, **told),
    )  # fmt: skip
    stage.shell.show_screen("warehouse")
    for number in ("P-2", "P-1"):
        stage.scan(MILK)
        packing = scene.pack_presenter(stage)
        assert stage.shell.current_key() == "pack"
        assert (packing.state.step.order, packing.state.step.kind, packing.state.scans) == (number, "finish", 1)
        press("F9", "F9")
        stage.scan(MILK)
        assert scene.pack_view(stage).alarm.isVisible(), "first its sticker"
        stage.scan(f"{number}-1")
        press("F9")
        assert stage.shell.current_key() == "warehouse"
    stage.scan(MILK)
    assert stage.shell.current_key() == "warehouse", "nothing of the last one is picked yet"


def test_each_sticker_is_scanned_where_it_sticks_and_a_wrong_one_is_impossible_to_miss(
    stage: Stage, press: Press
) -> None:
    scene.packed(stage)
    view, packing = scene.pack_view(stage), scene.pack_presenter(stage)
    finished = packing.state.finished
    assert finished is not None
    numbers = [parcel.number for parcel in finished.parcels]
    begin_labels(stage.terminal, [(ParcelLabel(number), 1) for number in numbers], "58x40")
    [job] = list_label_jobs(stage.terminal)
    settle_labels(stage.terminal, job, [], "sent")
    stage.scan("P-999-1")
    assert view.alarm.isVisible()
    press("Esc")
    assert not view.alarm.isVisible()
    assert stage.shell.current_key() == "pack", "one step back, and no further"
    stage.scan(numbers[0])
    assert f"1 of {len(numbers)}" in view.done._said.text()
    for number in numbers:
        stage.scan(number)
    assert view.done._said.text() == "Every sticker was scanned on its parcel."
    assert [(one.state, one.prints) for one in list_label_jobs(stage.terminal)] == [("confirmed", 1)]
