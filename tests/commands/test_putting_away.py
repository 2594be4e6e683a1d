"""`eckwms put-away` and `label --places`: sent to a bin with the reason, the check code typed, another bin chosen."""

from pathlib import Path

import pytest

from desktop.commands import label_places, putting_away, stock, tasks
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from tests.commands.test_papers import make_station
from tests.commands.test_tasks import lines, wim  # noqa: F401 - fixture
from tests.core import terminal  # noqa: F401 - fixture
from tests.operations.test_plates import BINS, tell
from tests.terminals import BREAD, EGGS

PLATE = "]C100340123450000000017"


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


async def test_labels_of_bins_are_chosen_by_a_pattern(wim: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, file = make_station(wim, tmp_path), tmp_path / "bins.zpl"
    tell(wim, *BINS)
    told = await label_places.label_places(station, patterns=["A-{1..9}"], copies=2, to=str(file))
    assert (told["labels"], told["places"][0]) == (4, {"code": "A-1", "check_code": "K7", "where": "Zone"})
    assert file.read_bytes().count(b"^XA") == 2
    with pytest.raises(Refusal) as refused:
        await label_places.label_places(station, patterns=["B*"])
    assert refused.value.code == "label.no_place"
