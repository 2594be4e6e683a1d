"""Tasks of the warehouse at a terminal: kept scan by scan, posted once, gone without a trace when dropped."""

from pathlib import Path

import pytest
from msgspec import structs

from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Task, TaskKind, What
from desktop.operations import tasks
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.store import catalogue, journal, stock
from desktop.store import tasks as kept
from sync.wire.extras import Extra
from sync.wire.facts import decode_fact
from tests.edges import SettableClock
from tests.operations.test_offers import tell
from tests.terminals import _product, reopen_terminal

WIM = Person("wim", "wim", "Wim", "warehouse_worker")
ANNA = Person("anna", "anna", "Anna", "cashier")
IN = TaskKind.RECEIVE


def found(terminal: Terminal, name: str, **more: object) -> Found:
    with terminal.database.reading() as connection:
        product = catalogue.read_product(connection, name)
    assert product is not None
    return Found(product, name, **more)  # type: ignore[arg-type]


def held(terminal: Terminal, product: str) -> dict[tuple[str, str], int]:
    with terminal.database.reading() as connection:
        return {(row.place_id, row.lot): row.on_hand_milli for row in stock.read_on_hand(connection, [product])}


def receive(terminal: Terminal) -> Task:
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE, reference="DN-7")
    tasks.scan_goods(terminal, task.id, found(terminal, "milk", pack_milli=6000), times=2)
    tasks.scan_place(terminal, task.id, "shelf", "shelf")
    tasks.scan_goods(terminal, task.id, found(terminal, "milk", lot="L1"))
    return task


def test_a_task_is_kept_scan_by_scan_and_posted_once(terminal: Terminal, tmp_path: Path, clock: SettableClock) -> None:
    before = held(terminal, "milk")["shelf", ""]
    task = receive(terminal)
    terminal.database.close()  # as a power cut leaves it: nothing but the commits
    again = reopen_terminal(tmp_path, clock)
    try:
        with again.database.reading() as connection:
            assert kept.list_open(connection, WIM.id) == [task]
            assert [scan.n for scan in kept.list_scans(connection, task.id)] == [1, 2, 3]
        document = tasks.post_task(again, WIM, task.id)
        assert document.document_id == task.id
        assert held(again, "milk") == {("receiving", ""): 12_000, ("shelf", ""): before, ("shelf", "L1"): 1000}
        with pytest.raises(Refusal, match="finished"):
            tasks.post_task(again, WIM, task.id)
        with again.database.writing() as connection:
            assert kept.list_open(connection) == []
            assert kept.list_scans(connection, task.id) == ()
            rebuild(connection)
        assert held(again, "milk")["shelf", "L1"] == 1000
    finally:
        again.database.close()


def test_the_entry_says_what_the_document_moved(terminal: Terminal) -> None:
    document = tasks.post_task(terminal, WIM, receive(terminal).id)
    with terminal.database.reading() as connection:
        sealed = list(journal.read_all(connection))[-1]
    fact = decode_fact(sealed.kind, sealed.version, sealed.body)
    assert (sealed.kind, sealed.actor) == ("goods.moved", "wim")
    assert (fact.document_id, fact.purpose, fact.reference) == (document.document_id, "received", "DN-7")  # type: ignore[union-attr]
    assert isinstance(document, GoodsMoved)
    assert len(fact.moves) == len(document.moves) == 2  # type: ignore[union-attr]


def test_a_piece_with_a_serial_number_counts_once(terminal: Terminal) -> None:
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE)
    piece = found(terminal, "coffee", serial="S-1")
    assert tasks.scan_goods(terminal, task.id, piece, times=3).quantity_milli == 1000
    with pytest.raises(Refusal) as refused:
        tasks.scan_goods(terminal, task.id, piece)
    assert refused.value.code == "task.serial"
    tasks.take_back(terminal, task.id)
    assert tasks.scan_goods(terminal, task.id, piece).lot == "S-1"


def test_a_numbered_piece_that_the_books_have_does_not_come_in_again(terminal: Terminal) -> None:
    extra = Extra(track_serials=True)
    tell(terminal, "catalogue", ("product", structs.replace(_product("coffee", "C", "D", 1), extra=extra)), first=1000)
    piece = found(terminal, "coffee", serial="S-1")
    first, second, back = [tasks.open_task(terminal, WIM, kind) for kind in (IN, IN, TaskKind.SUPPLIER_RETURN)]
    for task in (first, second):
        tasks.scan_goods(terminal, task.id, piece)
    tasks.post_task(terminal, WIM, first.id)
    with pytest.raises(Refusal) as refused:
        tasks.scan_goods(terminal, tasks.open_task(terminal, WIM, IN).id, piece)
    assert (refused.value.code, refused.value.facts) == ("serial.here", {"serial": "S-1", "place": "receiving"})
    with pytest.raises(Refusal, match="already, at receiving"):
        tasks.post_task(terminal, WIM, second.id)
    tasks.scan_place(terminal, back.id, "receiving", "receiving")
    tasks.scan_goods(terminal, back.id, piece)
    tasks.post_task(terminal, WIM, back.id)
    tasks.post_task(terminal, WIM, second.id)
    assert held(terminal, "coffee")["receiving", "S-1"] == 1000, "it had left, and is here once"


def test_an_unknown_code_is_kept_and_holds_the_task_until_it_is_taken_back(terminal: Terminal) -> None:
    task = receive(terminal)
    assert tasks.scan_unknown(terminal, task.id, "999").what is What.UNKNOWN
    with pytest.raises(Refusal) as refused:
        tasks.post_task(terminal, WIM, task.id)
    assert refused.value.code == "task.unknown"
    tasks.take_back(terminal, task.id)
    assert len(tasks.post_task(terminal, WIM, task.id).moves) == 2


def test_the_rest_is_posted_and_unknown_codes_stay_aside_both_or_neither(terminal: Terminal) -> None:
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE)
    tasks.scan_unknown(terminal, task.id, "999", 3)
    with pytest.raises(Refusal, match="999"):
        tasks.post_task(terminal, WIM, task.id, aside_id="aside")  # there is no rest
    milk = tasks.scan_goods(terminal, task.id, found(terminal, "milk"))
    with pytest.raises(Refusal) as refused:
        tasks.post_task(terminal, None, task.id, aside_id="aside")
    assert refused.value.code == "staff.signed_out"
    assert (tasks.is_in_hand(terminal, task.id), tasks.is_in_hand(terminal, "aside")) == (True, False)
    document = tasks.post_task(terminal, WIM, task.id, aside_id="aside")
    assert [(move.product_id, move.quantity_milli) for move in document.moves] == [("milk", milk.quantity_milli)]
    with terminal.database.reading() as connection:
        (scan,) = kept.list_scans(connection, "aside")
    assert (scan.what, scan.code, scan.quantity_milli) == (What.UNKNOWN, "999", 3000)


def test_a_dropped_task_never_was(terminal: Terminal) -> None:
    before = held(terminal, "milk")
    task = receive(terminal)
    tasks.drop_task(terminal, task.id)
    assert held(terminal, "milk") == before
    with pytest.raises(Refusal) as refused:
        tasks.scan_goods(terminal, task.id, found(terminal, "milk"))
    assert refused.value.code == "task.gone"


def test_who_may_not_move_goods_begins_nothing(terminal: Terminal) -> None:
    with pytest.raises(Refusal):
        tasks.open_task(terminal, ANNA, TaskKind.MOVE)
    with pytest.raises(Refusal) as refused:
        tasks.open_task(terminal, WIM, TaskKind.WRITE_OFF, reason=" ")
    assert refused.value.code == "task.reason"
    with terminal.database.reading() as connection:
        assert kept.list_open(connection) == []


def test_two_hundred_scans_are_two_hundred_events_in_order(terminal: Terminal) -> None:
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE)
    names = ["milk", "eggs", "water", "bread"] * 50
    for name in names:
        tasks.scan_goods(terminal, task.id, found(terminal, name))
    with terminal.database.reading() as connection:
        scans = kept.list_scans(connection, task.id)
    assert [(scan.n, scan.product_id) for scan in scans] == list(enumerate(names, 1))
