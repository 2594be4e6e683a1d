"""A task at its screen: by scanner alone, every scan on disk first, nothing lost and nothing in the way of the next."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.task import TaskKind, What
from desktop.operations import photos as photo_operations
from desktop.replication.changes import apply_page
from desktop.store import journal, photos, stock
from desktop.store import tasks as kept
from desktop.store.replica_file import ReplicaFile
from sync.wire import changes as ch
from sync.wire.extras import Extra
from sync.wire.facts import decode_fact
from tests.commands.test_tasks import LOT
from tests.operations.test_offers import tell
from tests.photo_files import CRATE
from tests.screens.gallery_warehouse import begin, divided, into, open_task, presenter, putting_away, show, view
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, REPLICA, SHARED, UNKNOWN, _page, _product
from tests.ui.keyboard import Keyboard
from tests.ui.warehouse.conftest import Press

BREAD_CASE = "14006381333938"
"""Six loaves."""


def held(stage: Stage, product: str, place: str) -> int:
    with stage.terminal.database.reading() as connection:
        rows = stock.read_on_hand(connection, [product])
    return sum(row.on_hand_milli for row in rows if row.place_id == place)


def in_hand(stage: Stage) -> list[str]:
    with stage.terminal.database.reading() as connection:
        return [task.id for task in kept.list_open(connection)]


def test_goods_are_received_by_scanner_alone(wim: Stage, press: Press) -> None:
    press("F2")
    assert wim.shell.current_key() == "task"
    assert view(wim).next.text() == "Scan the goods"
    press("6", "*")
    wim.scan(EGGS, MILK, MILK, "CMD:BACK")
    assert view(wim).last.accessibleName().startswith("Taken, Milk")
    press("F9", "F9")
    assert presenter(wim).state.finished is not None
    assert (held(wim, "eggs", "receiving"), held(wim, "milk", "receiving")) == (6000, 1000)
    press("F9")
    assert wim.shell.current_key() == "warehouse"
    assert in_hand(wim) == []


def test_what_comes_in_and_expires_too_soon_is_taken_and_said(wim: Stage) -> None:
    milk = msgspec.structs.replace(_product("milk", "Milk", "Dairy", 100), extra=Extra(least_days=3650))
    tell(wim.terminal, "catalogue", ("product", milk), first=1000)
    begin(wim, TaskKind.RECEIVE, LOT)
    assert view(wim).about.text().startswith("Taken, but it expires too soon: on ")
    begin(wim, TaskKind.MOVE, "shelf", LOT)
    assert "too soon" not in view(wim).about.text(), "what is here already is no matter of who carries it"


def test_goods_that_the_books_have_elsewhere_or_not_so_many_are_taken_and_said(wim: Stage) -> None:
    begin(wim, TaskKind.COUNT, "receiving", EGGS)
    assert view(wim).about.text() == "Taken. The books have it elsewhere: at shelf."
    wim.scan("shelf", EGGS)
    assert "elsewhere" not in view(wim).about.text()
    begin(wim, TaskKind.MOVE, "receiving", EGGS)
    assert view(wim).about.text() == "Taken, but the books do not have that much at receiving."


def test_goods_without_a_readable_label_are_chosen_from_what_may_be_there(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.COUNT, "receiving")
    press("F2")
    assert view(wim).about.text() == "Nothing is known to be here. Type the article number."
    wim.scan("shelf")
    press("3", "*", "F2")
    names = [key.text() for key in view(wim).choice.keys]
    assert names == sorted(names, key=str.casefold)
    [eggs] = [at for at, name in enumerate(names) if name.startswith("Eggs")]
    view(wim).choice.keys[eggs].click()
    last = presenter(wim).state.last
    assert last is not None
    assert (last.product_id, last.quantity_milli) == ("eggs", 3000)
    assert not view(wim).choice.isVisible()


def test_two_hundred_scans_in_a_burst_are_two_hundred_rows_in_their_order(wim: Stage) -> None:
    begin(wim, TaskKind.RECEIVE)
    codes = [MILK, EGGS, BREAD, "WATER"] * 50
    wim.scan(*codes)
    names = ["milk", "eggs", "bread", "water"] * 50
    [task_id] = in_hand(wim)
    with wim.terminal.database.reading() as connection:
        scans = kept.list_scans(connection, task_id)
    assert [(scan.n, scan.product_id) for scan in scans] == list(enumerate(names, 1))
    model = view(wim).model
    assert [row.n for row in model.rows] == list(range(200, 0, -1))
    assert model.rows[0].sum_milli == 50_000
    assert wim.sounds.count("ok") == 200


def test_an_unknown_code_turns_the_screen_red_and_the_next_scan_goes_on(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE, MILK)
    press("3", "*")
    wim.scan(UNKNOWN)
    alarm = view(wim).alarm
    assert alarm.isVisible()
    assert alarm.size() == view(wim).size()
    assert UNKNOWN in alarm.accessibleName()
    assert wim.sounds[-1] == "unknown"
    wim.scan(EGGS)
    assert not alarm.isVisible()
    wim.scan("14601234567890")  # a case of eggs, of which nobody knows how many there are
    assert (alarm.isVisible(), wim.sounds[-1]) == (True, "unknown")
    assert "a case of Eggs" in alarm.accessibleName()
    assert "The code is kept" in alarm.accessibleName()
    assert view(wim).last.accessibleName().startswith("Case, kept: how many inside?, Eggs")
    assert presenter(wim).state.unknown == 2
    press("Ctrl+Z")
    assert presenter(wim).state.unknown == 1
    press("F9", "F9")
    assert presenter(wim).state.finished is not None, "the rest is posted"
    assert held(wim, "eggs", "receiving") == 1000
    with wim.terminal.database.reading() as connection:
        (aside,) = kept.list_open(connection)

    replica = ReplicaFile(wim.terminal.database.path.parent / REPLICA, b"r" * 32)
    tea = ch.Product(**{**_fields(_product("tea", "Tea", "Drinks", 10_000)), "codes": (ch.Code(UNKNOWN, 2000),)})
    apply_page(replica, _page("catalogue", [("product", "tea", tea)]))
    replica.close()
    presenter(wim).open(aside.id)
    press("F9", "F9")
    assert held(wim, "tea", "receiving") == 6000, "three of a pack of two, from the moment on that the code was known"


def _fields(product: ch.Product) -> dict[str, object]:
    return {name: getattr(product, name) for name in product.__struct_fields__}


def test_one_scan_of_a_label_is_its_plate_and_what_is_on_it_and_taken_back_at_once(wim: Stage, press: Press) -> None:
    sscc = "340123450000000017"
    begin(wim, TaskKind.RECEIVE, MILK)
    heard = len(wim.sounds)
    wim.scan(f"]C100{sscc}02{EGGS.zfill(14)}3712")
    state = presenter(wim).state
    assert [(row.what, row.quantity_milli) for row in state.rows[:2]] == [(What.GOODS, 12_000), (What.PLATE, 0)]
    assert (state.place, wim.sounds[heard:]) == (sscc, ["ok"])
    press("Ctrl+Z")
    assert [row.name for row in presenter(wim).state.rows] == ["Milk 3.2 % 930 ml"]
    assert presenter(wim).state.place != sscc


def test_any_scan_is_taken_back_where_it_stands(wim: Stage, keyboard: Keyboard) -> None:
    begin(wim, TaskKind.RECEIVE, MILK, UNKNOWN, EGGS)
    keyboard.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in presenter(wim).state.rows] == ["Eggs size M, 10 pcs", "Milk 3.2 % 930 ml"]
    keyboard.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert presenter(wim).state.finished is not None


@pytest.mark.parametrize("answer", ["Ctrl+1", MILK])
def test_one_code_on_several_goods_is_answered_by_key_or_scan(wim: Stage, press: Press, answer: str) -> None:
    begin(wim, TaskKind.RECEIVE)
    press("3", "*")
    wim.scan(SHARED)
    assert presenter(wim).state.rows == ()
    assert wim.sounds[-1] == "attention"
    press(answer) if answer.startswith("Ctrl") else wim.scan(answer)
    [row] = presenter(wim).state.rows
    assert (row.name, row.quantity_milli) == ("Milk 3.2 % 930 ml", 3000)
    wim.scan(SHARED, EGGS)
    assert [row.what for row in presenter(wim).state.rows] == [What.GOODS] * 2, "any other scan goes on"
    assert presenter(wim).state.choice is None


def test_goods_before_their_place_are_refused_in_red_and_not_taken(wim: Stage) -> None:
    begin(wim, TaskKind.MOVE, MILK)
    assert view(wim).alarm.isVisible()
    assert presenter(wim).state.rows == ()
    wim.scan("shelf", MILK, EGGS)
    assert view(wim).next.text() == "Scan the next goods, or the place where you put them"
    wim.scan("receiving")
    assert view(wim).next.text() == "Scan the goods"
    presenter(wim).finish()
    presenter(wim).finish()
    assert held(wim, "milk", "receiving") == 1000


def test_where_goods_go_best_is_said_with_the_reason(stage: Stage) -> None:
    putting_away(stage)
    assert "A-1" in view(stage).next.text()
    assert view(stage).about.text().endswith("The bin is empty and the next on the way.")
    stage.scan("A-1")
    assert "A-1" not in view(stage).next.text()
    stage.scan("receiving", MILK)
    assert view(stage).about.text().endswith("The same product lies there, and there is room.")


def test_what_no_bin_has_room_for_is_led_from_bin_to_bin(stage: Stage, press: Press) -> None:
    divided(stage)
    assert view(stage).next.text() == "Put 5 at A-1, then scan the place"
    stage.scan("A-1")
    assert view(stage).next.text() == "Put 2 at A-3, then scan the place"
    assert view(stage).about.text().endswith("The bin is empty and the next on the way.")
    stage.scan("CMD:BACK", "CMD:BACK")
    assert presenter(stage).state.rows == (), "all parts of one scan are one step back"
    press("7", "*")
    stage.scan(MILK, "A-1", "A-3")
    press("F9", "F9")
    assert [held(stage, "milk", place) for place in ("receiving", "b1", "b3")] == [0, 5000, 2000]


def test_a_bin_that_is_scanned_with_nothing_in_hand_stays(stage: Stage, press: Press) -> None:
    into(stage)
    assert view(stage).next.text() == "Into A-2: scan the goods"
    assert view(stage).about.text().endswith("It would go best at A-1.")
    stage.scan("A-1")
    assert view(stage).next.text() == "Into A-1: scan the goods"
    assert "Everything goes there" in view(stage).about.text()
    stage.scan("CMD:BACK")
    assert view(stage).next.text() == "Into A-2: scan the goods"
    stage.scan("A-1")
    stage.scan(MILK)
    press("F9", "F9")
    assert [held(stage, "milk", place) for place in ("receiving", "b1", "b2")] == [0, 1000, 1000]


def test_codes_and_quantities_are_typed_too_and_weighed_goods_ask(wim: Stage, keyboard: Keyboard) -> None:
    begin(wim, TaskKind.RECEIVE)
    keyboard.type("Shelf")
    keyboard.press(Qt.Key.Key_Return)
    assert presenter(wim).state.place == "shelf"
    keyboard.type("CHEESE")
    keyboard.press(Qt.Key.Key_Return)
    assert "How much" in view(wim).about.text()
    keyboard.type("0.5")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("1.5*")
    wim.scan("CHEESE")
    assert [row.quantity_milli for row in presenter(wim).state.rows] == [1500, 500, 0]
    keyboard.type("1.5*")
    wim.scan(MILK)
    assert view(wim).alarm.isVisible(), "half a bottle"


def test_one_more_of_the_last_goods_is_a_key(wim: Stage, keyboard: Keyboard) -> None:
    begin(wim, TaskKind.RECEIVE, "]C1010400041702500517271231" + "10L-7", "shelf")
    keyboard.type("++")
    assert [(row.quantity_milli, row.lot, row.sum_milli) for row in presenter(wim).state.rows[:2]] == [
        (1000, "L-7", 3000), (1000, "L-7", 2000)
    ]  # fmt: skip
    keyboard.type("A+")
    assert presenter(wim).state.typed == "A+"


def test_a_task_is_dropped_by_the_second_press_only(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE, MILK)
    press("F7")
    assert wim.shell.current_key() == "task"
    wim.scan(EGGS)
    press("F7")
    assert len(in_hand(wim)) == 1, "a scan between them takes the question away"
    press("F7")
    assert in_hand(wim) == []
    assert wim.shell.current_key() == "warehouse"


def test_a_count_is_blind_place_by_place_and_ends_by_choice(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.COUNT, "shelf", MILK, MILK)
    assert "at shelf: 1 line" in view(wim).sums.text()
    press("F8")
    assert view(wim).next.text() == "Scan the place"
    wim.scan(EGGS)
    assert view(wim).alarm.isVisible()
    wim.scan("receiving", EGGS)
    press("F9", "F9")
    assert presenter(wim).state.finished is None, "two ways: none of them by the key that finishes"
    said = " ".join(label.text() for label in view(wim).findChildren(QLabel))
    press("F6")
    finished = presenter(wim).state.finished
    assert finished is not None
    assert finished.differences is None, "who counts sees nothing of the book, at the end neither"
    assert str(held(wim, "bread", "shelf")) not in said
    assert held(wim, "milk", "shelf") == 2000
    assert held(wim, "water", "shelf") == 0


def test_who_may_see_the_book_is_shown_the_differences(stage: Stage) -> None:
    show(stage, "mira")
    open_task(stage, TaskKind.COUNT, "shelf", MILK, MILK, EGGS)
    presenter(stage).finish()
    presenter(stage).end(presenter(stage).state.ends[0])
    model = view(stage).done.model
    assert [(row.name, row.counted_milli, row.book_milli) for row in model.rows] == [("Milk 3.2 % 930 ml", 2000, 3000)]
    assert held(stage, "water", "shelf") == 9000, "left as the books have it"


def test_leaving_and_coming_back_finds_the_task_as_it_was(wim: Stage) -> None:
    begin(wim, TaskKind.MOVE, "shelf", MILK, UNKNOWN)
    before = presenter(wim).state
    [task_id] = in_hand(wim)
    view(wim).left.emit()
    wim.shell.on_scan(BREAD)
    assert in_hand(wim) == [task_id], "a scan at home begins nothing"
    presenter(wim).open(task_id)
    QApplication.processEvents()
    after = presenter(wim).state
    assert (after.rows, after.step, after.unknown) == (before.rows, before.step, before.unknown)
    assert not view(wim).alarm.isVisible()


def test_damaged_goods_are_marked_and_photographed_by_one_key(wim: Stage, press: Press, tmp_path: Path) -> None:
    begin(wim, TaskKind.RECEIVE, MILK)
    press("F3")
    assert view(wim).last.accessibleName().startswith("Damaged, Milk")
    press("F3")
    assert view(wim).last.accessibleName().startswith("Photo, Milk")
    assert view(wim).pictures.has(CRATE.newest.hash), "what is shown is on disk"
    (tmp_path / "cut.jpg").write_bytes(b"\xff\xd8\xff")
    presenter(wim).take_photo(str(tmp_path / "cut.jpg"))
    assert "cut.jpg" in view(wim).about.text()
    press("F9", "F9")
    with wim.terminal.database.reading() as connection:
        sealed = list(journal.read_all(connection, 0))[-1]
        (one,) = decode_fact(sealed.kind, sealed.version, sealed.body).deviations  # type: ignore[union-attr]
        assert (one.kind, one.photos) == ("damaged", (CRATE.newest.hash,))
        assert photos.read(connection, CRATE.newest.hash) == CRATE.newest.content
    assert photo_operations.count_waiting(wim.terminal) == 1


def test_a_line_of_packs_says_how_many_of_how_much(wim: Stage, press: Press) -> None:
    begin(wim, TaskKind.RECEIVE)
    press("2", "*")
    wim.scan(BREAD_CASE, BREAD)
    model = view(wim).model
    told = [plain(model.data(model.index(row, 1))) for row in range(model.rowCount())]
    assert told == ["+1", "+2 × 6 = 12"]
    open_task(wim, TaskKind.COUNT, "shelf", BREAD_CASE)
    assert plain(model.data(model.index(0, 1))) == "+1 × 6 = 6", "of a count, too"


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")
