"""`eckwms receive`, `move`, `write-off` and `return-goods`: a whole task from a file of scans."""

from datetime import date
from pathlib import Path

import pytest

from desktop.commands import counting, stock, tasks
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.operations.goods import weighed_by_price
from desktop.operations.terminal import Terminal
from desktop.store import journal
from desktop.store import tasks as kept
from desktop.store.terminal import save_known
from sync.wire.facts import decode_fact
from sync.wire.goods_facts import GoodsMoved
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.edges import OPENING
from tests.terminals import BREAD, CHEESE_342_G, EGGS, MILK, UNKNOWN

LOT = "]C10104000417025005172712311" + "0L-7"
"""Milk of lot L-7, to be used by 2027-12-31, as GS1-128."""


@pytest.fixture
def wim(terminal: Terminal) -> Terminal:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    return terminal


def lines(told: dict[str, object]) -> list[tuple[str, ...]]:
    return [tuple(line[key] for key in ("sku", "from", "to", "quantity", "lot")) for line in told["lines"]]  # type: ignore[attr-defined]


def test_goods_are_received_with_their_lots(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    scans = [f"3*{EGGS}", LOT, "SHELF", BREAD, BREAD, "CMD:BACK"]
    told = tasks.work(station, kind="receive", scans=scans, reference="DN-7")
    assert lines(told) == [
        ("EGGS", "supplier", "receiving", "3", ""),
        ("MILK", "supplier", "receiving", "1", "L-7"),
        ("BREAD", "supplier", "shelf", "1", ""),
    ]
    held = stock.show(station, item=MILK)["items"][0]
    lot = {
        "place": "receiving",
        "lot": "L-7",
        "expiry": "2027-12-31",
        "days_left": (date(2027, 12, 31) - OPENING.date()).days,
        "on_hand": "1",
    }
    assert lot in held["places"]
    assert [one["sku"] for one in stock.show(station, scans=[MILK, EGGS, MILK])["items"]] == ["MILK", "EGGS"]


def test_one_scan_of_a_case_says_what_is_in_it_of_which_lot_and_until_when_it_is_good(
    wim: Terminal, tmp_path: Path
) -> None:
    station = make_station(wim, tmp_path)
    told = tasks.work(station, kind="receive", scans=["]C1020400041702500515270301" + "3748\x1d10L-8"])
    assert lines(told) == [("MILK", "supplier", "receiving", "48", "L-8")]
    assert told["lines"][0]["expiry"] == "2027-03-01"


def test_what_is_weighed_has_a_weight_from_its_label_its_price_or_a_person(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    with pytest.raises(Refusal) as refused:
        tasks.work(station, kind="receive", scans=["CHEESE"])
    assert refused.value.code == "pick.weigh"
    told = tasks.work(station, kind="receive", scans=[CHEESE_342_G, "0.5*CHEESE", "2*CHEESE"])
    assert lines(told) == [("CHEESE", "supplier", "receiving", "2.842", "")]
    with pytest.raises(Refusal, match="whole pieces"):
        tasks.work(station, kind="receive", scans=[f"0.5*{EGGS}"])
    cheese = Product("cheese", "CHEESE", "Cheese", "kg", 125_000, 0, weighed=True)
    assert weighed_by_price(Found(cheese, fixed_total_minor=428), "EUR").quantity_milli == 342
    assert weighed_by_price(Found(cheese, quantity_milli=5, fixed_total_minor=428), "EUR").quantity_milli == 5


def test_a_receipt_says_what_a_unit_cost(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    with pytest.raises(Refusal, match="CODE=PRICE"):
        tasks.work(station, kind="receive", scans=[EGGS], costs=["0.89"])
    tasks.work(station, kind="receive", scans=[EGGS, BREAD, "SHELF", EGGS], costs=[f"{EGGS}=0.895"])
    with wim.database.reading() as connection:
        sealed = journal.read_last_of(connection, "goods.moved")
    assert sealed is not None
    fact = decode_fact("goods.moved", 2, sealed.body)
    assert isinstance(fact, GoodsMoved)
    assert [move.cost_e4 for move in fact.moves] == [8950, None, 8950]


def test_goods_are_moved_written_off_and_returned(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    moved = tasks.work(station, kind="move", scans=["shelf", f"2 * {EGGS}", "receiving"])
    assert lines(moved) == [("EGGS", "shelf", "receiving", "2", "")]
    broken = tasks.work(station, kind="write_off", scans=[EGGS], place="receiving", reason="broken")
    assert lines(broken) == [("EGGS", "receiving", "waste", "1", "")]
    back = tasks.work(station, kind="supplier_return", scans=["receiving", EGGS])
    assert lines(back) == [("EGGS", "receiving", "supplier", "1", "")]


def test_with_an_unknown_code_nothing_happens_unless_that_is_wanted(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    with pytest.raises(Refusal) as refused:
        tasks.work(station, kind="receive", scans=[EGGS, UNKNOWN])
    assert refused.value.code == "code.unknown"
    with wim.database.reading() as connection:
        assert kept.list_open(connection) == []
    told = tasks.work(station, kind="receive", scans=[EGGS, UNKNOWN], partial=True)
    assert (len(told["lines"]), told["unknown"]) == (1, [UNKNOWN])
    with wim.database.reading() as connection:
        assert [task.id for task in kept.list_open(connection)] == [told["parked"]]
    with pytest.raises(Refusal, match="place NOWHERE"):
        tasks.work(station, kind="receive", scans=[EGGS], place="NOWHERE")


def test_a_count_tells_every_line_with_its_difference(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    told = counting.count(
        station, scans=["receiving", f"5*{EGGS}", "shelf", MILK, MILK, "CMD:BACK", MILK], reference="Q4"
    )
    found = {
        (line["sku"], line["place"]): (line["counted"], line["book"], line["difference"]) for line in told["lines"]
    }
    book = found["MILK", "shelf"][1]
    assert found == {("EGGS", "receiving"): ("5", "0", "5"), ("MILK", "shelf"): ("2", book, str(2 - int(book)))}
    with pytest.raises(Refusal) as refused:
        counting.count(station, scans=[MILK])
    assert refused.value.code == "count.no_place"
    left = counting.count(station, scans=[], place="shelf", zero_uncounted=True)
    assert {line["counted"] for line in left["lines"]} == {"0"}


def test_a_scanner_that_names_its_symbols_says_places_and_commands_too(wim: Terminal, tmp_path: Path) -> None:
    station = make_station(wim, tmp_path)
    scans = ["]C0shelf", f"]E0{EGGS}", f"]E0{EGGS}", "]C0CMD:BACK", "]Q1receiving"]
    assert lines(tasks.work(station, kind="move", scans=scans)) == [("EGGS", "shelf", "receiving", "1", "")]
