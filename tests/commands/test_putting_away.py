"""`eckwms put-away` and `label --places`: sent to a bin with the reason, the check code typed, another bin chosen."""

from pathlib import Path

import msgspec
import pytest

from desktop.commands import label_places, parked_codes, putting_away, stock, tasks
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from tests.commands.test_papers import make_station
from tests.commands.test_tasks import lines, wim  # noqa: F401 - fixture
from tests.core import terminal  # noqa: F401 - fixture
from tests.operations.test_plates import BINS, tell
from tests.terminals import BREAD, EGGS, MILK

SSCC, OTHER_SSCC = "340123450000000017", "340123450000000024"
PLATE = f"]C100{SSCC}"
NOBODYS = "5000000000005"


async def test_goods_of_a_plate_are_put_away_and_the_rest_of_it_is_carried(
    wim: Terminal,  # noqa: F811
    tmp_path: Path,
) -> None:
    station = make_station(wim, tmp_path)
    tell(wim, *BINS)
    received = tasks.work(station, kind="receive", scans=[PLATE, f"3*{EGGS}", BREAD])
    assert lines(received)[0] == ("EGGS", "supplier", "340123450000000017", "3", "")
    told = putting_away.put_away(station, scans=[PLATE, EGGS, "k7", f"2*{EGGS}", "A-2"])
    assert [(one["place"], one["rule"], one["where"]) for one in told["suggested"]] == [
        ("A-1", "empty", "Zone / A-1"), ("A-1", "same", "Zone / A-1"),
    ]  # fmt: skip
    assert [(one["suggested"], one["chosen"], one["quantity"]) for one in told["overrides"]] == [("A-1", "A-2", "2")]
    assert lines(told) == [
        ("EGGS", "340123450000000017", "A-1", "1", ""), ("EGGS", "340123450000000017", "A-2", "2", ""),
    ]  # fmt: skip
    carried = tasks.work(station, kind="move", scans=[PLATE, "A-2"])
    assert (carried["lines"], carried["plates"]) == ([], [{"plate": "340123450000000017", "to": "A-2"}])
    held = stock.show(station, place="Z")["items"]
    assert [(one["sku"], one["on_hand"]) for one in held] == [("BREAD", "1"), ("EGGS", "3")]
    assert held[0]["places"][0]["stands_at"] == "A-2"
    everything = tasks.work(station, kind="move", scans=[PLATE, "CMD:ALL", "A-1"])
    assert lines(everything) == [("BREAD", "340123450000000017", "A-1", "1", "")]


def test_one_scan_of_a_label_makes_the_plate_and_what_it_says_is_on_it(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, label = make_station(wim, tmp_path), f"{PLATE}02{EGGS.zfill(14)}15270301" + "3748\x1d10L-8"
    tell(wim, *BINS)
    received = tasks.work(station, kind="receive", scans=[label, BREAD, "shelf", MILK, label, f"2*{MILK}"])
    assert lines(received) == [
        ("EGGS", "supplier", SSCC, "48", "L-8"),
        ("BREAD", "supplier", SSCC, "1", ""),
        ("MILK", "supplier", "shelf", "1", ""),
        ("MILK", "supplier", SSCC, "2", ""),
    ]
    assert received["lines"][0]["expiry"] == "2027-03-01"
    again = tasks.work(station, kind="receive", scans=[label, BREAD, label, "CMD:BACK"])
    assert lines(again) == [("BREAD", "supplier", SSCC, "1", "")], "what a label says comes in once"
    fresh = label.replace(SSCC, OTHER_SSCC)
    taken_back = tasks.work(station, kind="receive", scans=[fresh, "CMD:BACK", MILK])
    assert lines(taken_back) == [("MILK", "supplier", "receiving", "1", "")], "one scan, taken back at once"
    carried = tasks.work(station, kind="move", scans=[label, "A-2"])
    assert (carried["lines"], carried["plates"]) == ([], [{"plate": SSCC, "to": "A-2"}])


def test_what_a_label_says_and_nobody_knows_waits_for_its_plate(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, label = make_station(wim, tmp_path), f"{PLATE}02{NOBODYS.zfill(14)}3748"
    told = tasks.work(station, kind="receive", scans=[MILK, label], partial=True)
    assert (lines(told), told["unknown"]) == ([("MILK", "supplier", "receiving", "1", "")], [label])
    (booked,) = parked_codes.bind(station, code=NOBODYS, item="EGGS", pack="2")["booked"]
    assert lines(booked) == [("EGGS", "supplier", SSCC, "96", "")]


async def test_labels_of_bins_are_chosen_by_a_pattern(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, file = make_station(wim, tmp_path), tmp_path / "bins.zpl"
    tell(wim, *BINS)
    told = await label_places.label_places(station, patterns=["A-{1..9}"], copies=2, to=str(file))
    assert (told["labels"], told["places"][0]) == (4, {"code": "A-1", "check_code": "K7", "where": "Zone"})
    assert file.read_bytes().count(b"^XA") == 2
    with pytest.raises(Refusal) as refused:
        await label_places.label_places(station, patterns=["B*"])
    assert refused.value.code == "label.no_place"


def test_the_bin_may_come_first_and_stays(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(wim, tmp_path)
    tell(wim, *BINS)
    tasks.work(station, kind="receive", scans=[f"6*{EGGS}", MILK, "shelf", MILK, PLATE, BREAD])
    told = putting_away.put_away(station, scans=["A-2", f"2*{EGGS}", MILK, PLATE, "A-1", EGGS, "shelf", MILK, "A-2"])
    assert lines(told) == [
        ("EGGS", "receiving", "A-2", "2", ""), ("MILK", "receiving", "A-2", "1", ""),
        ("EGGS", "receiving", "A-1", "1", ""), ("MILK", "shelf", "A-2", "1", ""),
    ]  # fmt: skip
    assert told["plates"] == [{"plate": SSCC, "to": "A-2"}]
    assert ("EGGS", "A-1", "A-2") in [(one["sku"], one["suggested"], one["chosen"]) for one in told["overrides"]]


def test_what_no_bin_has_room_for_is_divided(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(wim, tmp_path)
    small = msgspec.structs.replace(BINS[1], id="b3", code="A-3", check_code="K9", put_sequence=3)
    tell(wim, *BINS[:2], small)
    tasks.work(station, kind="receive", scans=[f"7*{EGGS}"])
    told = putting_away.put_away(station, scans=[f"7*{EGGS}", "k7", "k9"])
    assert [(one["place"], one["quantity"]) for one in told["suggested"]] == [("A-1", "5"), ("A-3", "2")]
    assert lines(told) == [("EGGS", "receiving", "A-1", "5", ""), ("EGGS", "receiving", "A-3", "2", "")]
    assert told["overrides"] == []
