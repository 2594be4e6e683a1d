"""`eckwms receive --order`: delivery by delivery until the order is done, and what was not as ordered."""

from functools import partial
from pathlib import Path

import msgspec
import pytest

from desktop.commands import parked_codes, receiving
from desktop.domain.photo import Photo
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.task import TaskKind, What
from desktop.faults import Fault
from desktop.operations import photos
from desktop.operations import receiving as receipts
from desktop.operations import tasks as tasks_in_hand
from desktop.operations.journals import rebuild_projections
from desktop.operations.orders import find_order
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.store import journal, rows, tasks
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import save_known
from sync.wire.changes import Change
from sync.wire.messages import Cursor, Page
from sync.wire.orders import Order, OrderLine
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.photo_files import write_picture
from tests.terminals import BREAD, EGGS, MILK, REPLICA, UNKNOWN

LINES = (
    OrderLine(n=1, product_id="eggs", quantity_milli=10_000),
    OrderLine(n=2, product_id="milk", quantity_milli=4_000),
)


@pytest.fixture
def wim(terminal: Terminal, tmp_path: Path) -> Terminal:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    told = (
        Order(id="o-7", kind="receipt", number="P-7", opened_at="", lines=LINES, over_ppm=100_000),
        Order(id="o-8", kind="picking", number="S-8", opened_at="", lines=LINES),
        Order(id="o-9", kind="supplier_return", number="R-9", opened_at="", lines=LINES, source_place_id="receiving"),
        Order(id="o-0", kind="of a newer version", number="N-0", opened_at="", lines=LINES),
    )
    tell_orders(terminal, *told, first=100)
    return terminal


def tell_orders(terminal: Terminal, *told: Order, first: int) -> None:  # noqa: F811
    """Let the feed of the shop bring orders."""
    changes = tuple(
        Change(at, "order", one.id, msgspec.Raw(msgspec.msgpack.encode(one))) for at, one in enumerate(told, first)
    )
    cursor = Cursor(feed="shop:s1", epoch="e", position=first + len(told) - 1, token="t")
    replica = ReplicaFile(terminal.database.path.parent / REPLICA, b"r" * 32)
    apply_page(replica, Page(cursor=cursor, from_position=first - 1, more=False, changes=changes))
    replica.close()


def test_an_order_comes_in_two_deliveries(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    first = receiving.receive(station, order="P-7", scans=[f"6*{EGGS}", "CMD:DAMAGED", MILK, BREAD, "CMD:BACK"])
    assert (first["ended"], [(one["sku"], one["quantity"]) for one in first["left"]]) == (
        False,
        [("EGGS", "4"), ("MILK", "3")],
    )
    assert [(one["sku"], one["kind"], one["quantity"]) for one in first["deviations"]] == [("EGGS", "damaged", "6")]
    too_many = [f"6*{EGGS}", f"3*{MILK}"]
    with pytest.raises(Refusal, match="more than was ordered"):
        receiving.receive(station, order="P-7", scans=too_many)
    with pytest.raises(Refusal, match="CODE=WORDS"):
        receiving.receive(station, order="P-7", scans=too_many, reasons=["gift"])
    why = [f"{EGGS}=for the broken ones"]
    with pytest.raises(Refusal, match="may not do this alone"):
        receiving.receive(station, order="P-7", scans=too_many, reasons=why)
    with wim.database.writing() as connection:
        save_known(connection, signed_in="mira")
    last = receiving.receive(station, order="P-7", scans=too_many, reasons=why)
    assert (last["ended"], last["left"], last["deviations"]) == (
        True,
        [],
        [
            {
                "sku": "EGGS",
                "name": last["deviations"][0]["name"],
                "kind": "over",
                "quantity": "2",
                "reason": "for the broken ones",
            }
        ],
    )
    with pytest.raises(Refusal, match="no open order"):
        find_order(wim, "P-7")
    with wim.database.reading() as connection:
        assert tasks.list_open(connection) == []


def test_nothing_comes_and_nothing_more_will(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    with pytest.raises(Refusal, match="Nothing was scanned"):
        receiving.receive(station, order="o-7", scans=[])
    with pytest.raises(Refusal, match="less than was ordered"):
        receiving.receive(station, order="o-7", scans=[], end=True)
    told = receiving.receive(station, order="o-7", scans=[], end=True, reason="the supplier is broke")
    assert (told["ended"], told["lines"], [one["kind"] for one in told["deviations"]]) == (True, [], ["short", "short"])
    with pytest.raises(Refusal, match="no open order"):
        receiving.receive(station, order="S-8", scans=[EGGS])
    assert find_order(wim, "S-8").number == "S-8"


def test_a_code_that_nobody_knows_is_kept_until_somebody_says_whose_it_is(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    scans = [EGGS, f"2*{UNKNOWN}", "SHELF", MILK, "5000000000005", f"{UNKNOWN}"]
    with pytest.raises(Refusal):
        receiving.receive(station, order="P-7", scans=scans)
    assert parked_codes.parked(station)["tasks"] == []
    told = receiving.receive(station, order="P-7", scans=scans, partial=True)
    assert (told["unknown"], [line["sku"] for line in told["lines"]]) == (scans[1::3] + scans[5:], ["EGGS", "MILK"])
    (waiting,) = parked_codes.parked(station)["tasks"]
    assert (waiting["task"], waiting["order"], waiting["codes"]) == (told["parked"], "P-7", [UNKNOWN, "5000000000005"])
    with pytest.raises(Refusal, match="5000000000005"):
        parked_codes.parked(station, post=told["parked"])
    with pytest.raises(Refusal, match="have this code already"):
        parked_codes.bind(station, code=EGGS, item="MILK")
    first = parked_codes.bind(station, code=UNKNOWN, item="EGGS", pack="3")
    assert (first["tasks"], first["booked"]) == (1, []), "another code is still waited for"
    (posted,) = parked_codes.bind(station, code="5000000000005", item=MILK)["booked"]
    assert posted["document"] == told["parked"]
    assert [(line["sku"], line["to"], line["quantity"]) for line in posted["lines"]] == [
        ("EGGS", "receiving", "6"),
        ("MILK", "shelf", "1"),
        ("EGGS", "shelf", "3"),
    ]
    with wim.database.reading() as connection:
        kinds = [sealed.kind for sealed in journal.read_all(connection, 0)]
    assert kinds.count("code.bound") == 2
    assert "code.unknown" in kinds
    assert parked_codes.parked(station) == {"tasks": [], "booked": []}


def test_the_first_scan_names_the_order_that_waits_for_it(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    case, label = "14601234567890", f"]C10034012345000000001702{EGGS.zfill(14)}373"
    for scans in ([EGGS, MILK], ["SHELF", f"2*{EGGS}"], ["P-7", MILK], [label]):
        told = receiving.receive(station, scans=scans)
        assert told["order"] == "P-7"
    assert [(line["sku"], line["quantity"]) for line in told["left"]] == [("EGGS", "4"), ("MILK", "2")]
    told = receiving.receive(station, scans=[UNKNOWN, case, MILK], partial=True)
    assert told["order"] == "P-7", "a case of what is waited for"
    for free in ({"reference": "DN-7"}, {"note": "free"}, {"no_order": True}):
        assert "order" not in receiving.receive(station, scans=[EGGS], **free)  # type: ignore[arg-type]
    assert "order" not in receiving.receive(station, scans=[BREAD, EGGS]), "nothing waits for the first goods"


def test_goods_that_several_orders_wait_for_are_refused_with_their_numbers(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    lines = (OrderLine(n=1, product_id="eggs", quantity_milli=0),)
    tell_orders(wim, Order(id="o-6", kind="blind_receipt", number="P-6", opened_at="", lines=lines), first=200)
    with pytest.raises(Refusal, match="Several orders wait for Eggs") as refused:
        receiving.receive(station, scans=["SHELF", EGGS, MILK])
    assert refused.value.code == "order.waiting"
    assert sorted(str(refused.value.facts["numbers"]).split(", ")) == ["P-6", "P-7"]
    assert parked_codes.parked(station)["tasks"] == []
    assert receiving.receive(station, scans=["P-6", EGGS])["order"] == "P-6"
    assert receiving.receive(station, scans=[MILK, EGGS])["order"] == "P-7"


def test_nothing_more_comes_but_what_nobody_knows_is_kept(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    told = receiving.receive(station, order="P-7", scans=[UNKNOWN], partial=True, end=True, reason="broke")
    (waiting,) = parked_codes.parked(station)["tasks"]
    assert (told["ended"], told["lines"], waiting["task"]) == (True, [], told["parked"])


def test_goods_go_back_to_their_supplier_for_an_order(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    back = partial(receiving.receive, station, order="R-9", kind="supplier_return")
    with pytest.raises(Refusal, match="no open order"):
        receiving.receive(station, order="R-9", scans=[EGGS])
    first = back(scans=[f"10*{EGGS}", "SHELF", MILK, BREAD])
    assert (first["purpose"], first["ended"]) == ("supplier_return", False)
    assert [(line["sku"], line["from"], line["to"]) for line in first["lines"]] == [
        ("EGGS", "receiving", "supplier"),
        ("MILK", "shelf", "supplier"),
        ("BREAD", "shelf", "supplier"),
    ]
    assert [(one["sku"], one["quantity"]) for one in first["left"]] == [("MILK", "3")]
    assert [(one["sku"], one["kind"]) for one in first["deviations"]] == [("BREAD", "wrong")]
    with pytest.raises(Refusal, match="more than was ordered"):
        back(scans=[EGGS])
    with pytest.raises(Refusal, match="less than was ordered"):
        back(scans=[MILK], end=True)
    last = back(scans=[MILK], end=True, reason="sold meanwhile")
    assert (last["ended"], [(one["kind"], one["quantity"]) for one in last["deviations"]]) == (True, [("short", "2")])
    with pytest.raises(Refusal, match="no open order"):
        find_order(wim, "R-9")


def test_what_came_damaged_is_shown(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    crate, cup = (f"CMD:PHOTO={write_picture(tmp_path / name, seed=at)}" for at, name in enumerate(("a.jpg", "b.jpg")))
    for scans, code in (
        ([EGGS, crate], "photo.nothing"),
        ([EGGS, "CMD:DAMAGED", f"CMD:PHOTO={tmp_path}"], "photo.file"),
        ([EGGS, "CMD:DAMAGED", *[crate] * 9], "photo.many"),
    ):
        with pytest.raises(Refusal) as refused:
            receiving.receive(station, order="P-7", scans=scans)
        assert refused.value.code == code
    assert read_kept(wim) == [], "what was refused leaves nothing behind"
    scans = [f"6*{EGGS}", "CMD:DAMAGED", crate, cup, "CMD:BACK", BREAD, "CMD:WRONG", cup]
    told = receiving.receive(station, order="P-7", scans=scans)
    assert [(one["sku"], one["kind"], len(one["photos"])) for one in told["deviations"]] == [
        ("EGGS", "damaged", 1),
        ("BREAD", "wrong", 1),
    ]
    assert read_kept(wim) == sorted(name for one in told["deviations"] for name in one["photos"])
    (free,) = receiving.receive(station, scans=[EGGS, "CMD:DAMAGED", crate])["deviations"]
    assert free["photos"] == told["deviations"][0]["photos"], "the same picture is kept once, without an order too"
    before = dump(wim)
    rebuild_projections(wim)
    assert before["photo_entry"] == dump(wim)["photo_entry"] != []


def read_kept(terminal: Terminal) -> list[str]:  # noqa: F811
    with terminal.database.reading() as connection:
        return list(connection.exec_driver_sql("SELECT hash FROM photo ORDER BY hash").scalars())


def dump(terminal: Terminal) -> dict[str, list[tuple[object, ...]]]:  # noqa: F811
    with terminal.database.reading() as connection:
        return rows.dump(connection)


def test_a_photo_that_the_disk_has_no_room_for_leaves_nothing_behind(wim: Terminal) -> None:
    task = tasks_in_hand.open_task(wim, Person("wim", "wim", "Wim", "warehouse_worker"), TaskKind.RECEIVE)
    tasks_in_hand.scan_goods(wim, task.id, Found(Product("eggs", "", "", "pcs", 0, 0), "x"))
    marked = receipts.mark(wim, task.id, What.DAMAGED)
    with wim.database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Fault) as full:
        photos.add_photo(wim, task.id, Photo("0" * 64, bytes(400_000)), marked)
    assert full.value.code == "store.full"
    with wim.database.reading() as connection:
        assert [scan.what for scan in tasks.list_scans(connection, task.id)] == [What.GOODS, What.DAMAGED]
    assert read_kept(wim) == []
