"""Home of the warehouse: what can be begun, gone on with, and what head office wants."""

import json
import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.domain.command_code import command_text
from desktop.domain.task import HERE, PART, RECIPE, TaskKind
from desktop.domain.task_step import End
from desktop.domain.unknown_code import BoundCode
from desktop.operations import staff, tasks
from desktop.operations.task_codes import learn, read_codes
from desktop.replication.changes import apply_page
from desktop.store import people
from desktop.store import tasks as kept
from desktop.store.replica_file import ReplicaFile
from desktop.store.topics import Topic
from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.warehouse.home_view import HomeView
from sync.wire.extras import Extra
from sync.wire.goods_facts import GoodsMoved
from sync.wire.orders import Order, OrderLine
from tests.commands.test_tasks import LOT
from tests.operations import picking_ground as ground
from tests.operations.test_offers import tell
from tests.operations.test_picking import facts
from tests.screens.gallery import Scene
from tests.screens.gallery_warehouse import WAREHOUSE, begin, presenter, show, view
from tests.screens.stage import HANDHELD, Stage, build_stage
from tests.terminals import EGGS, MILK, PIN, REPLICA, UNKNOWN, _page, _product
from tests.ui.keyboard import Keyboard
from tests.ui.warehouse.conftest import Press


def home(stage: Stage) -> HomeView:
    found = stage.shell.findChild(HomeView)
    assert found is not None
    return found


def order(stage: Stage, kind: str = "receipt", name: str = "o1", number: str = "PO-7") -> None:
    """Head office wants ten bottles of milk received (or something else done with them), and three of eggs."""
    lines = (
        OrderLine(n=1, product_id="milk", quantity_milli=10_000),
        OrderLine(n=2, product_id="eggs", quantity_milli=3_000),
    )
    wanted = Order(id=name, kind=kind, number=number, opened_at="2026-11-20T08:00:00Z", lines=lines, partner="Dairy")
    replica = ReplicaFile(stage.terminal.database.path.parent / REPLICA, b"r" * 32)
    apply_page(replica, _page("orders", [("order", name, wanted)]))
    replica.close()


def test_a_task_is_offered_again_with_whose_it_is_and_its_scans(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.MOVE, "shelf", MILK, reference="R-1")
    wim.shell.show_screen("warehouse")
    [key] = home(wim).in_hand.keys
    said = key.accessibleName()
    assert [word in said for word in ("Move", "R-1", "Wim Warehouse", "2 scan")] == [True] * 4
    press("Ctrl+1")
    assert wim.shell.current_key() == "task"
    assert view(wim).next.text().startswith("Scan the next goods")


def test_what_is_done_today_is_told_by_person(wim: Stage) -> None:
    begin(wim, TaskKind.RECEIVE, MILK, EGGS, MILK)
    presenter(wim).finish()
    presenter(wim).finish()
    presenter(wim).finish()
    [(name, done)] = home(wim)._presenter.state.worked
    assert (name, done.tasks, done.lines, done.scans) == ("Wim Warehouse", 1, 2, 3)


def test_what_was_set_aside_says_that_it_books_itself(wim: Stage) -> None:
    begin(wim, TaskKind.RECEIVE, MILK, UNKNOWN)
    for _ in range(3):
        presenter(wim).finish()
    [key] = home(wim).in_hand.keys
    assert "books itself" in key.accessibleName()
    with wim.terminal.database.reading() as connection:
        (aside,), wim_himself = kept.list_open(connection), people.read_person(connection, "wim")
    with wim.terminal.database.writing(Topic.STOCK) as connection:
        wim.terminal.record(connection, BoundCode(UNKNOWN, "milk"), wim_himself)
    learn(wim.terminal, read_codes(wim.terminal), aside.id)
    [key] = home(wim).in_hand.keys
    assert "finish it" in key.accessibleName(), "it was refused, so a person goes on with it"


def test_a_count_is_work_too(wim: Stage) -> None:
    begin(wim, TaskKind.COUNT, "shelf", MILK)
    presenter(wim).finish()
    presenter(wim).end(End.KEEP)
    presenter(wim).finish()
    assert [done.scans for _, done in home(wim)._presenter.state.worked] == [2]


def test_goods_are_written_off_for_a_reason_from_a_key_or_typed(wim: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F4)
    assert wim.shell.current_key() == "warehouse"
    keyboard.press(Qt.Key.Key_F3)
    assert presenter(wim).state.task is not None
    assert presenter(wim).state.task.reason == "expired"
    assert "Expired" in view(wim).about.text()
    wim.shell.show_screen("warehouse")
    keyboard.press(Qt.Key.Key_F4)
    home(wim).other.edit.setText("Tasting")
    home(wim).go.click()
    assert presenter(wim).state.task.reason == "Tasting"


def test_head_office_says_why_goods_may_be_written_off(wim: Stage, keyboard: Keyboard) -> None:
    replica = ReplicaFile(wim.terminal.database.path.parent / REPLICA, b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        terms["stock_terms"] = {"reasons": [{"name": "Breakage", "needs_note": True}, {"name": "Tasting"}]}
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms),))
    replica.close()
    wim.shell.show_screen("till")
    wim.shell.show_screen("warehouse")
    keyboard.press(Qt.Key.Key_F4)
    page = home(wim)
    assert [key.text() for key in page.reasons.keys if key.isVisible()] == ["Breakage", "Tasting"]
    assert not page.other.isVisible(), "it is these and no others"
    keyboard.press(Qt.Key.Key_F2)
    page.go.click()
    assert wim.shell.current_key() == "warehouse", "what happened?"
    page.other.edit.setText("Fell from the shelf")
    page.go.click()
    task = presenter(wim).state.task
    assert task is not None
    assert (task.reason, task.note) == ("Breakage", "Fell from the shelf")


def test_an_order_is_opened_by_its_number_and_says_what_is_left(stage: Stage, press: Press) -> None:
    order(stage)
    show(stage)
    stage.scan("PO-7")
    assert stage.shell.current_key() == "task"
    press("9", "*")
    stage.scan(MILK)
    assert presenter(stage).state.rows[0].wanted_milli == 10_000
    stage.scan("BAG")
    assert "nobody ordered" in view(stage).about.text()
    press("Ctrl+Z", "F9")
    assert {name: milli for name, milli, _ in presenter(stage).state.left} == {
        "Milk 3.2 % 930 ml": 1000,
        "Eggs size M, 10 pcs": 3000,
    }
    press("F8")
    sheet = view(stage).sheet
    assert sheet.isVisible(), "nothing more comes: why?"
    sheet.words.set_value("Not in the van")
    sheet.go.click()
    assert presenter(stage).state.finished is not None
    press("F9")
    assert home(stage)._presenter.state.orders == ()


def test_goods_that_one_order_waits_for_open_it_and_more_than_ordered_needs_somebodys_word(
    stage: Stage, press: Press
) -> None:
    order(stage)
    show(stage)
    stage.scan(EGGS)
    assert stage.shell.current_key() == "task"
    assert presenter(stage).state.rows == (), "what opens an order takes nothing in"
    press("4", "*")
    stage.scan(EGGS)
    press("F9", "F9")
    sheet, grant = view(stage).sheet, view(stage).grant
    sheet.words.set_value("One was free")
    sheet.go.click()
    assert grant.isVisible()
    chosen = view(stage)._presenter.grant
    chosen.choose(next(person.id for person in chosen.state.people if person.login == "mira"))
    for digit in PIN:
        chosen.press_digit(digit)
    chosen.press_enter()
    assert presenter(stage).state.finished is not None
    [document] = facts(stage.terminal, "goods.moved")
    assert isinstance(document, GoodsMoved)
    assert document.granted_by == "mira"
    assert [(one.kind, one.quantity_milli, one.reason) for one in document.deviations] == [
        ("over", 1000, "One was free")
    ]


def test_what_expires_too_soon_for_a_shop_that_forbids_it_needs_somebodys_word(stage: Stage, press: Press) -> None:
    replica = ReplicaFile(stage.terminal.database.path.parent / REPLICA, b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        terms["stock_terms"] = {"expiring": "forbid"}
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms),))
    replica.close()
    milk = msgspec.structs.replace(_product("milk", "Milk", "Dairy", 100), extra=Extra(least_days=3650))
    tell(stage.terminal, "catalogue", ("product", milk), first=1000)
    begin(stage, TaskKind.RECEIVE, LOT, EGGS)
    press("F9", "F9")
    assert presenter(stage).state.finished is None
    sheet, grant = view(stage).sheet, view(stage).grant
    sheet.words.set_value("Sold by Sunday")
    sheet.go.click()
    assert grant.isVisible()
    chosen = view(stage)._presenter.grant
    chosen.choose(next(person.id for person in chosen.state.people if person.login == "mira"))
    for digit in PIN:
        chosen.press_digit(digit)
    chosen.press_enter()
    assert presenter(stage).state.finished is not None
    [document] = facts(stage.terminal, "goods.moved")
    assert isinstance(document, GoodsMoved)
    assert (document.granted_by, len(document.moves)) == ("mira", 2)
    [told] = document.deviations
    assert (told.product_id, told.kind, told.reason) == ("milk", "expiring", "Sold by Sunday")


@pytest.mark.parametrize("code", ["14601234567890", "]C10034012345000000001702046012345678933712"])
def test_a_case_of_goods_or_a_label_that_says_what_is_on_it_opens_the_order_too(stage: Stage, code: str) -> None:
    order(stage)
    show(stage)
    stage.scan(code)
    assert stage.shell.current_key() == "task"
    assert presenter(stage).state.rows == ()


def test_goods_that_several_orders_wait_for_show_these_alone(stage: Stage) -> None:
    order(stage)
    order(stage, "arrival", "o2", "T-8")
    show(stage)
    stage.scan(EGGS)
    assert stage.shell.current_key() == "warehouse"
    assert "Several orders wait for Eggs" in home(stage).strip.accessibleName()
    stage.scan("T-8")
    assert stage.shell.current_key() == "task"


def test_what_head_office_gave_to_somebody_comes_first_to_them_and_others_are_asked(stage: Stage, press: Press) -> None:
    told = [ground.order(f"P-{n}", priority=9 - n, assigned_to=who) for n, who in ((1, ""), (2, "mira"), (3, "wim"))]
    ground.tell(stage.terminal, *told)
    show(stage)
    page = home(stage)
    rows = [key.accessibleName() for key in page.waiting.keys if key.isVisible()]
    assert [row.split(" · ")[1] for row in rows] == ["P-3", "P-1", "P-2"]
    assert ["for you" in row for row in rows] == [True, False, False]
    assert "for Mira Manager" in rows[2]
    stage.scan("P-2")
    assert "P-2 is for Mira Manager" in page.strip.text
    assert stage.shell.current_key() == "warehouse"
    press("Ctrl+T")
    assert stage.shell.current_key() == "pick"


def test_of_goods_for_their_supplier_the_rest_is_still_to_go(stage: Stage, press: Press) -> None:
    order(stage, "supplier_return")
    show(stage)
    stage.scan("PO-7")
    assert "From" in view(stage).about.text()
    stage.scan(MILK)
    press("F9")
    page = view(stage).end
    assert [page.close_key.text(), page.post.text()] == ["Nothing more goes", "The rest goes later"]
    press("F9", "F9")
    assert [line.done_milli for line in home(stage)._presenter.state.orders[0].lines] == [1_000, 0]


def test_a_blind_order_shows_no_number_and_is_ended_by_a_person(stage: Stage, press: Press) -> None:
    order(stage, "blind_receipt")
    show(stage)
    [key] = [key for key in home(stage).findChildren(QAbstractButton) if "PO-7" in key.accessibleName()]
    assert "blind" in key.accessibleName()
    assert "/2" not in key.accessibleName()
    stage.scan(MILK)
    stage.scan(MILK)
    assert [row.wanted_milli for row in presenter(stage).state.rows] == [0]
    press("F9")
    page = view(stage).end
    assert [page.close_key.text(), page.post.text()] == ["Nothing more comes", "The rest comes later"]
    press("F8")
    assert presenter(stage).state.finished is not None
    assert home(stage)._presenter.state.orders == ()


def test_the_sheet_of_codes_has_every_key_of_these_screens(wim: Stage, press: Press) -> None:
    asked: list[list[tuple[str, str]]] = []
    wim.shell.keys.sheet_asked.connect(asked.append)
    press("Ctrl+P")
    [keys] = asked
    pressed = {command_text("ABCDEF", key) for key, _ in keys if not key.startswith("CMD:")}
    assert pressed >= {"ECKABCDEF.F2", "ECKABCDEF.F9", "ECKABCDEF.CTRL-Z"}
    sources = [path.read_text() for part in ("domain", "operations") for path in Path("desktop", part).glob("*.py")]
    understood = {word for source in sources for word in re.findall(r'"(CMD:[A-Z]+)"', source)}
    assert {key for key, _ in keys if key.startswith("CMD:")} == understood - {RECIPE, HERE, PART}, "nobody scans these"
    assert all(words for _, words in keys)
    assert len({key for key, _ in keys if key in ("F2", "F3", "F4", "F5", "F6", "F7")}) == 6


def test_only_who_may_move_goods_begins_something(stage: Stage) -> None:
    show(stage, "anna")
    assert home(stage)._presenter.state.kinds == ()
    home(stage)._presenter.begin(TaskKind.MOVE)
    assert home(stage).strip.text
    with stage.terminal.database.reading() as connection:
        assert kept.list_open(connection) == []


def test_somebody_elses_task_says_whose_it_is(stage: Stage) -> None:
    tasks.open_task(stage.terminal, staff.sign_in(stage.terminal, "mira", "1234"), TaskKind.RECEIVE)
    show(stage)
    assert "Mira Manager" in home(stage).in_hand.keys[0].accessibleName()


@pytest.mark.parametrize(("name", "scene"), [each for each in WAREHOUSE if each[0] != "warehouse-choose"])
def test_seven_inches_hold_every_screen_for_a_hand_in_a_glove(qapp: QApplication, name: str, scene: Scene) -> None:
    try:
        with build_stage("ru", "dark", HANDHELD, density="rugged") as stage:
            scene(stage)
            for _ in range(4):
                QApplication.processEvents()
            stage.shell.resize(*HANDHELD)
            QApplication.processEvents()
            assert (stage.shell.width(), stage.shell.height()) == HANDHELD
            shown = stage.shell.stack.currentWidget()
            least = active().mm(active().density.floor_mm) * 0.99
            for key in (each for each in shown.findChildren(QAbstractButton) if each.isVisible()):
                assert min(key.width(), key.height()) >= least, (name, key.text(), key.size())
            finish = view(stage).keys.keys[-1]
            if finish.isVisible():
                assert stage.shell.rect().contains(QRect(finish.mapTo(stage.shell, QPoint(0, 0)), finish.size()))
    finally:
        apply_theme(qapp)
