"""Goods put away into a tree of bins, and plates: met while receiving, carried whole, one entry each."""

import msgspec
import pytest

from desktop.domain.place import plate_id
from desktop.domain.product import Found
from desktop.domain.putting_away import Rule
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import carrying, tasks
from desktop.operations.putting_away import BinSearch
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page, knows_more
from desktop.replication.rebuild import rebuild
from desktop.store import journal, places
from desktop.store.replica_file import ReplicaFile
from sync.wire import changes as ch
from sync.wire.facts import decode_fact
from sync.wire.messages import Cursor, Page
from sync.wire.places import PlaceMoved
from tests.operations.test_tasks import WIM, found, held
from tests.terminals import REPLICA

SSCC, OTHER = "340123450000000017", "340123450000000024"
BINS = (
    ch.Place(id="Z", code="Z", name="Zone", kind="zone"),
    ch.Place(id="b1", code="A-1", name="", kind="bin", parent="Z", put_sequence=1, check_code="K7", holds_milli=5000),
    ch.Place(id="b2", code="A-2", name="", kind="bin", parent="Z", put_sequence=2),
)


@pytest.fixture
def warehouse(terminal: Terminal) -> Terminal:
    tell(terminal, *BINS)
    return terminal


def tell(terminal: Terminal, *told: ch.Place) -> None:
    """Have the centre tell of places, as a page of the feed does."""
    replica = ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)
    pack = msgspec.msgpack.encode
    rows = [ch.Change(at, "place", one.id, msgspec.Raw(pack(one))) for at, one in enumerate(told, 100)]
    cursor = Cursor(feed="shop:s1", epoch="e", position=200, token="t")
    apply_page(replica, Page(cursor=cursor, from_position=50, more=False, changes=tuple(rows)))
    replica.close()


def where(terminal: Terminal, place_id: str) -> str:
    with terminal.database.reading() as connection:
        return places.read_tree(connection).places[place_id].parent


def facts(terminal: Terminal) -> list[object]:
    with terminal.database.reading() as connection:
        return [decode_fact(one.kind, one.version, one.body) for one in journal.read_all(connection)]


def receive_plate(terminal: Terminal, sscc: str = SSCC) -> str:
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE)
    plate = carrying.scan_plate(terminal, WIM, task.id, sscc).place_id
    tasks.scan_goods(terminal, task.id, found(terminal, "milk", lot="L1"), times=6)
    tasks.scan_goods(terminal, task.id, found(terminal, "eggs"), times=2)
    tasks.post_task(terminal, WIM, task.id)
    return plate


def test_a_plate_met_while_receiving_is_carried_with_one_entry(warehouse: Terminal) -> None:
    plate = receive_plate(warehouse)
    assert plate == plate_id("s1", SSCC)
    assert where(warehouse, plate) == "receiving"
    assert held(warehouse, "milk")[plate, "L1"] == 6000
    sealed = len(facts(warehouse))
    task = tasks.open_task(warehouse, WIM, TaskKind.MOVE)
    carrying.scan_plate(warehouse, WIM, task.id, SSCC)
    tasks.scan_place(warehouse, task.id, "b1", "A-1")
    assert tasks.post_task(warehouse, WIM, task.id).moves == ()
    assert facts(warehouse)[sealed:] == [
        PlaceMoved(place_id=plate, from_place_id="receiving", to_place_id="b1", document_id=task.id)
    ]
    with warehouse.database.writing() as connection:
        rebuild(connection)
        content = places.read_content(connection, places.read_tree(connection))
    assert content["b1"] == {("milk", "L1"): 6000, ("eggs", ""): 2000}
    assert held(warehouse, "milk")[plate, "L1"] == 6000


def test_what_the_centre_knows_of_a_plate_gives_way_to_what_was_done_here_since(warehouse: Terminal) -> None:
    plate = receive_plate(warehouse)
    carry_plate(warehouse, "b1")
    with warehouse.database.reading() as connection:
        last = list(journal.read_all(connection))[-1]
    told = ch.Place(id=plate, code=SSCC, name=SSCC, kind="plate", parent="receiving")
    tell(warehouse, told)
    assert where(warehouse, plate) == "b1"
    tell(warehouse, msgspec.structs.replace(told, parent="b2", moved={last.incarnation: last.seq}))
    assert where(warehouse, plate) == "b2"
    carry_plate(warehouse, "b1")
    assert where(warehouse, plate) == "b1"


def carry_plate(terminal: Terminal, target: str) -> None:
    task = tasks.open_task(terminal, WIM, TaskKind.MOVE)
    carrying.scan_plate(terminal, WIM, task.id, SSCC)
    tasks.scan_place(terminal, task.id, target, target)
    tasks.post_task(terminal, WIM, task.id)


def test_everything_at_a_place_is_taken_at_once_with_the_plates_there(warehouse: Terminal) -> None:
    plate = receive_plate(warehouse)
    before = held(warehouse, "water")["shelf", ""]
    task = tasks.open_task(warehouse, WIM, TaskKind.RECEIVE)
    tasks.scan_goods(warehouse, task.id, found(warehouse, "water"), times=3)
    tasks.post_task(warehouse, WIM, task.id)
    task = tasks.open_task(warehouse, WIM, TaskKind.MOVE, place_id="receiving")
    assert len(carrying.scan_all(warehouse, task.id)) == 2
    tasks.take_back(warehouse, task.id)
    with pytest.raises(Refusal) as refused:
        tasks.post_task(warehouse, WIM, task.id)
    assert refused.value.code == "stock.empty"
    carrying.scan_all(warehouse, task.id)
    tasks.scan_place(warehouse, task.id, "b2", "A-2")
    with pytest.raises(Refusal) as refused:
        carrying.scan_all(warehouse, task.id)
    assert refused.value.code == "place.empty", "the plate was put down already"
    tasks.post_task(warehouse, WIM, task.id)
    assert held(warehouse, "water") == {("shelf", ""): before, ("b2", ""): 3000, ("receiving", ""): 0}
    assert where(warehouse, plate) == "b2"


def test_goods_taken_off_a_plate_are_put_where_they_are_told_and_another_bin_is_written_down(
    warehouse: Terminal,
) -> None:
    plate = receive_plate(warehouse)
    task = tasks.open_task(warehouse, WIM, TaskKind.PUT_AWAY)
    carrying.scan_plate(warehouse, WIM, task.id, SSCC)
    milk, search = found(warehouse, "milk", lot="L1"), BinSearch(warehouse)
    assert put(warehouse, search, task.id, milk, 4) == ("b1", Rule.EMPTY)
    assert put(warehouse, search, task.id, milk, 1) == ("b1", Rule.SAME)
    assert put(warehouse, search, task.id, milk, 1) == ("b2", Rule.EMPTY)  # what is in hand already fills the first
    for _ in range(4):  # both places and both goods
        tasks.take_back(warehouse, task.id)
    assert put(warehouse, search, task.id, milk, 1) == ("b1", Rule.SAME), "what was taken back fills nothing"
    assert put(warehouse, search, task.id, milk, 1) == ("b2", Rule.EMPTY)
    document = tasks.post_task(warehouse, WIM, task.id)
    assert [(m.from_place_id, m.to_place_id, m.quantity_milli) for m in document.moves] == [(plate, "b1", 6000)]
    (override,) = document.overrides
    assert (override.suggested_place_id, override.chosen_place_id, override.quantity_milli) == ("b2", "b1", 1000)
    assert facts(warehouse)[-1].overrides[0].suggested_place_id == "b2"  # type: ignore[attr-defined]
    assert where(warehouse, plate) == "receiving"
    task = tasks.open_task(warehouse, WIM, TaskKind.PUT_AWAY)
    (best,) = search.suggest_bins(task.id, milk)
    assert best.place_id == "b2", "the search has heard of what was posted: the first bin is full"


def put(terminal: Terminal, search: BinSearch, task_id: str, goods: Found, times: int) -> tuple[str, Rule]:
    """Put goods into the first bin; gives where they should have gone, and why."""
    (part,) = search.suggest_bins(task_id, goods, times)
    assert part.best is not None
    tasks.scan_goods(terminal, task_id, goods, times, place_id=part.place_id)
    tasks.scan_place(terminal, task_id, "b1", "b1")
    return part.place_id, part.best.rule


def test_no_goods_lie_at_a_zone_no_plate_on_a_plate_and_no_plate_comes_from_nowhere(warehouse: Terminal) -> None:
    receive_plate(warehouse)
    receive_plate(warehouse, OTHER)
    task = tasks.open_task(warehouse, WIM, TaskKind.MOVE, place_id="shelf")
    with pytest.raises(Refusal) as refused:
        tasks.scan_place(warehouse, task.id, "Z", "Z")
    assert refused.value.code == "place.no_goods"
    with pytest.raises(Refusal) as refused:
        carrying.scan_plate(warehouse, WIM, task.id, "340123450000000031")
    assert refused.value.code == "plate.unknown"
    with pytest.raises(Refusal) as refused:
        carrying.scan_all(warehouse, tasks.open_task(warehouse, WIM, TaskKind.MOVE, place_id="b1").id)
    assert refused.value.code == "place.empty"


def test_a_replica_of_an_older_program_reads_its_places_again(terminal: Terminal) -> None:
    replica = ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)
    with replica.writing():
        replica._connection.execute("DROP TABLE place_extra")
    replica.add_missing()
    assert knows_more(replica.read_passed()["shop:s1"])
    replica.close()


def test_places_are_read_again_when_the_centre_or_this_till_changed_one(warehouse: Terminal) -> None:
    with warehouse.database.reading() as connection:
        tree = places.read_tree(connection)
        assert places.read_tree(connection) is tree
    tell(warehouse, ch.Place(id="b3", code="A-3", name="", kind="bin", parent="Z"))
    with warehouse.database.reading() as connection:
        assert "b3" in places.read_tree(connection).places
    plate = receive_plate(warehouse)
    assert where(warehouse, plate) == "receiving"
    move = tasks.open_task(warehouse, WIM, TaskKind.MOVE)
    carrying.scan_plate(warehouse, WIM, move.id, SSCC)
    tasks.scan_place(warehouse, move.id, "b1", "A-1")
    tasks.post_task(warehouse, WIM, move.id)
    assert where(warehouse, plate) == "b1"
