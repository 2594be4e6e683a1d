"""Counts that head office wants, at the screen: one way through the places, blind, and what is left is asked for."""

import msgspec
from PySide6.QtWidgets import QLabel

from desktop.domain.task import TaskKind
from desktop.domain.task_step import End
from desktop.operations import staff, tasks
from desktop.replication.changes import apply_page
from desktop.store import orders
from desktop.store.replica_file import ReplicaFile
from sync.wire.orders import Order, OrderLine
from tests.screens.gallery_warehouse import presenter, show, view
from tests.screens.stage import Stage
from tests.terminals import MILK, REPLICA, _page
from tests.ui.warehouse.conftest import Press
from tests.ui.warehouse.test_home_screen import home
from tests.ui.warehouse.test_task_screen import held, in_hand

PLACES = Order(
    id="c1",
    kind="count",
    number="C-7",
    opened_at="2026-11-20T08:00:00Z",
    lines=tuple(OrderLine(n=n, place_id=place, quantity_milli=1000) for n, place in enumerate(("shelf", "receiving"))),
)
NAMED = msgspec.structs.replace(
    PLACES,
    lines=tuple(
        OrderLine(n=n, product_id=product, place_id="shelf", quantity_milli=1000)
        for n, product in enumerate(("milk", "eggs"))
    ),
)


def tell(stage: Stage, order: Order) -> None:
    replica = ReplicaFile(stage.terminal.database.path.parent / REPLICA, b"r" * 32)
    apply_page(replica, _page("orders", [("order", order.id, order)]))
    replica.close()
    home(stage)._presenter.enter()


def open_lines(stage: Stage) -> list[int]:
    with stage.terminal.database.reading() as connection:
        return [line.n for order in orders.list_open(connection) for line in order.lines if line.open_milli]


def test_the_way_leads_through_the_places_and_the_rest_is_counted_later(wim: Stage, press: Press) -> None:
    tell(wim, PLACES)
    wim.scan("C-7")
    assert view(wim).next.text() == "Go to receiving and scan the place"
    wim.scan("receiving")
    assert "then shelf" in view(wim).about.text()
    assert "1 of 2 place" in view(wim).sums.text()
    press("F9")
    assert presenter(wim).state.ends == (End.POST, End.CLOSE)
    assert [name for name, *_ in presenter(wim).state.left] == ["shelf"]
    press("F9")
    assert presenter(wim).state.finished is None, "what nobody scanned at receiving is asked next"
    assert presenter(wim).state.ends == (End.KEEP, End.ZERO)
    press("F5")
    assert presenter(wim).state.finished is not None
    assert open_lines(wim) == [0]


def test_the_last_count_of_an_order_says_what_becomes_of_places_nobody_counted(wim: Stage, press: Press) -> None:
    tell(wim, PLACES)
    wim.scan("C-7", "receiving")
    press("F9", "F8", "F6")
    assert presenter(wim).state.finished is not None
    assert open_lines(wim) == []
    assert held(wim, "milk", "shelf") == 0


def test_goods_that_are_asked_for_by_name_are_named_and_others_left_alone(stage: Stage) -> None:
    show(stage, "mira")
    tell(stage, NAMED)
    bread = held(stage, "bread", "shelf")
    stage.scan("C-7")
    assert "asked for: Milk 3.2 % 930 ml, Eggs size M, 10 pcs" in view(stage).about.text()
    stage.scan("shelf", MILK, MILK, MILK, MILK, MILK)
    presenter(stage).finish()
    assert presenter(stage).state.ends == (End.POST,)
    presenter(stage).finish()
    finished = presenter(stage).state.finished
    assert finished is not None
    assert finished.differences is None, "blind, for whoever may see the book too"
    said = " ".join(label.text() for label in view(stage).findChildren(QLabel))
    assert "differ" not in said
    assert [held(stage, goods, "shelf") for goods in ("milk", "eggs", "bread")] == [5000, 0, bread]


def test_who_has_counted_the_same_does_not_recount_it(wim: Stage) -> None:
    person = staff.signed_in(wim.terminal)
    assert person is not None
    tell(wim, msgspec.structs.replace(NAMED, not_by=(person.id,)))
    wim.scan("C-7")
    assert wim.shell.current_key() == "warehouse"
    assert "Somebody else counts this once more" in home(wim).strip.text
    task = tasks.open_task(wim.terminal, person, TaskKind.COUNT, reference="C-7", order_id="c1")
    home(wim)._presenter.go_on(task.id)
    assert wim.shell.current_key() == "warehouse"
    assert in_hand(wim) == [task.id]
