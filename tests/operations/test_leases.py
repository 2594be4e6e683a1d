"""Who is at an order keeps others from it while they scan, and not for long after that, whatever the order wants."""

from datetime import timedelta

import pytest

from desktop.domain.refusal import Refusal
from desktop.operations import counting, counting_orders, picking, receiving, task_codes, tasks
from desktop.operations.orders import take_order
from desktop.operations.terminal import Terminal
from sync.wire.orders import OrderLine
from tests.edges import SettableClock
from tests.operations.picking_ground import MIRA, WIM, order, tell
from tests.operations.test_picking import facts
from tests.terminals import MILK

LINE = OrderLine(n=1, product_id="milk", quantity_milli=5000)


def taken(terminal: Terminal, minutes: int, kind: str, *lines: OrderLine, **more: object) -> None:
    at = (terminal.clock.now() - timedelta(minutes=minutes)).isoformat()
    tell(
        terminal, order("R-1", *(lines or (LINE,)), kind=kind, taken_by="anna", taken_on="Till 2", taken_at=at, **more)
    )


def lefts(terminal: Terminal) -> list[bool]:
    return [fact.left for fact in facts(terminal, "order.taken")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["receipt", "blind_receipt", "sending", "supplier_return"])
def test_an_order_that_another_device_is_at_is_refused_until_its_half_hour_is_over(
    terminal: Terminal, clock: SettableClock, kind: str
) -> None:
    where = {"target_place_id": "receiving"} if kind == "sending" else {}
    taken(terminal, 29, kind, **where)
    with pytest.raises(Refusal) as caught:
        receiving.begin(terminal, WIM, "R-1")
    assert (caught.value.code, caught.value.facts["device"]) == ("order.taken", "Till 2")
    assert lefts(terminal) == []
    receiving.begin(terminal, WIM, "R-1", take_over=True)
    clock.advance(minutes=1)
    receiving.begin(terminal, MIRA, "R-1")
    assert lefts(terminal) == [False, False], "a dead device holds nothing"


def test_a_scan_renews_it_and_the_end_of_a_part_leaves_it(terminal: Terminal, clock: SettableClock) -> None:
    tell(terminal, order("R-1", LINE, kind="receipt"))
    _, task = receiving.begin(terminal, WIM, "R-1")
    milk = task_codes.understand(terminal, task_codes.read_codes(terminal), MILK).found[0]
    for minutes, told in ((1, 1), (8, 1), (2, 2), (1, 2), (45, 3)):
        clock.advance(minutes=minutes)
        tasks.scan_goods(terminal, task.id, milk)
        assert len(lefts(terminal)) == told, "once in ten minutes, whatever is scanned"
    tasks.drop_task(terminal, task.id)
    assert lefts(terminal)[-1]
    _, task = receiving.begin(terminal, WIM, "R-1")
    tasks.scan_goods(terminal, task.id, milk)
    receiving.post(terminal, WIM, task.id)
    assert lefts(terminal)[-2:] == [False, True]


def test_a_picking_renews_all_of_its_orders(terminal: Terminal, clock: SettableClock) -> None:
    tell(terminal, order("P-1", LINE), order("P-2", LINE))
    task = picking.begin_picking(terminal, WIM, ["P-1", "P-2"])
    clock.advance(minutes=11)
    tasks.scan_place(terminal, task.id, "shelf", "shelf")
    assert len(facts(terminal, "order.taken")) == 4


def test_a_count_of_several_places_is_everybodys_and_of_one_is_one_persons(terminal: Terminal) -> None:
    one = OrderLine(n=1, place_id="shelf", quantity_milli=1000)
    taken(terminal, 1, "count", one)
    with pytest.raises(Refusal) as caught:
        counting_orders.begin_count(terminal, MIRA, "R-1")
    assert caught.value.code == "order.taken"
    taken(terminal, 1, "count", one, OrderLine(n=2, place_id="receiving", quantity_milli=1000))
    _, task = counting_orders.begin_count(terminal, MIRA, "R-1")
    tasks.scan_place(terminal, task.id, "shelf", "shelf")
    counting.post_count(terminal, MIRA, task.id)
    assert lefts(terminal) == [False], "anna is at it still, and nobody but her leaves it"


def test_what_head_office_gave_to_somebody_is_taken_by_others_only_over_their_word(terminal: Terminal) -> None:
    tell(terminal, order("P-1", assigned_to="mira"), order("P-2", assigned_to="wim"), order("P-3", assigned_to="gone"))
    with pytest.raises(Refusal) as refused:
        picking.begin_picking(terminal, WIM, ["P-1"])
    assert (refused.value.code, refused.value.facts) == ("order.assigned", {"who": "Mira Manager", "order": "P-1"})
    with pytest.raises(Refusal):
        take_order(terminal, WIM, "id-P-1")
    for mine_or_nobodys in ("P-2", "P-3"):
        assert picking.begin_picking(terminal, WIM, [mine_or_nobodys]).person_id == "wim"
    taken = picking.begin_picking(terminal, WIM, ["P-1"], take_over=True)
    assert picking.begin_picking(terminal, WIM, ["P-1"]) == taken, "who is at it is asked no more"
