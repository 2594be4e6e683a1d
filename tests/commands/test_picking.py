"""`eckwms orders`, `pick`, `pack` and `stickers`: a day of assembly orders from files of scans."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from desktop.commands import picking, picking_parcels, picking_workers
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.scan_files import read_scans
from desktop.store import tasks
from desktop.store.terminal import save_known
from sync.wire.orders import OrderLine
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.operations.picking_ground import order, tell
from tests.terminals import CHEESE_342_G, EGGS, MILK

MARK = "]d2010400041702500521S-1\x1d93aBc="


async def test_orders_are_listed_picked_packed_and_labelled(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    station = make_station(terminal, tmp_path)
    wanted = OrderLine(n=1, product_id="milk", quantity_milli=2000)
    tell(terminal, order("P-1", wanted, packs=True, supply="S-1", sticker="WB;7"), order("P-2", wanted, priority=9))
    listed = picking.list_orders(station, kind="picking")["orders"]
    assert [(one["number"], one["open_lines"], one["taken"]) for one in listed] == [
        ("P-2", 1, False),
        ("P-1", 1, False),
    ]

    with pytest.raises(Refusal):
        picking.pick(station, numbers=["P-1"], scans=["shelf", EGGS])
    with terminal.database.reading() as connection:
        assert tasks.list_open(connection) == []
    file = tmp_path / "scans.txt"
    file.write_text(f"# the way\nshelf\n\n{MARK}\n{MILK}\n", encoding="utf-8", newline="\n")
    told = picking.pick(station, numbers=["P-1"], scans=read_scans(file))
    (document,) = told["documents"]
    assert [line["marks"] for line in document["lines"]] == [[MARK], []]
    assert [(line["picked"], line["open"]) for line in told["lines"]] == [("2", "0")]
    with pytest.raises(Refusal, match="no open order S-1"):  # what is picked is packed next
        picking.pick(station, numbers=[], supply="S-1")
    assert picking.pick(station, numbers=["P-2"])["next"]["place"] == "shelf"

    labels = tmp_path / "labels.pdf"
    assert (await picking_parcels.stickers(station, supply="S-1", to=str(labels)))["stickers"] == ["P-1"]
    assert read_codes(labels) == {"P-1", "WB;7"}
    packed = picking_parcels.pack(station, number="P-1", scans=[f"2*{MILK}"], weight="1.9", label=str(labels))
    assert [(parcel["number"], parcel["weight_kg"]) for parcel in packed["parcels"]] == [("P-1-1", "1.9")]
    (check,) = [parcel["weight_check"] for parcel in packed["parcels"]]
    assert (check["verdict"], [one["sku"] for one in check["unknown"]]) == ("unchecked", ["MILK"])
    assert read_codes(labels) == {"P-1-1", "WB;7"}
    told = picking_workers.workers(station, "2026-01-01", "2099-12-31")["rows"]
    assert [{key: told[0][key] for key in ("person", "documents", "orders", "lines", "scans", "wrong")}] == [
        {"person": "Wim Warehouse", "documents": "2", "orders": "2", "lines": "4", "scans": "5", "wrong": "0"}
    ]
    assert picking_workers.workers(station, "2099-12-30", "2099-12-31")["rows"] == []
    with pytest.raises(Refusal, match="no open order P-1"):
        picking_parcels.pack(station, number="P-1")


def test_what_is_picked_together_is_sorted_by_the_lines_behind(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    station = make_station(terminal, tmp_path)
    one, two = (OrderLine(n=1, product_id="milk", quantity_milli=milli) for milli in (1000, 2000))
    tell(terminal, order("P-1", one), order("P-2", two, priority=9))
    scans = ["shelf", f"3*{MILK}", f"2*{MILK}", MILK]
    told = picking.pick(station, numbers=["P-1", "P-2"], scans=scans)
    assert [(one["slot"], one["order"], one["quantity"]) for one in told["sorted"]] == [
        (1, "P-2", "2"), (2, "P-1", "1")
    ]  # fmt: skip
    assert (told["next"]["step"], told["next"]["slot"]) == ("finish", 2)
    assert {document["order"] for document in told["documents"]} == {"P-1", "P-2"}


def read_codes(path: Path) -> set[str]:
    """What a reader finds on the first page."""
    with pypdfium2.PdfDocument(BytesIO(path.read_bytes())) as document:
        image = document[0].render(scale=6).to_pil()
    return {found.text for found in zxingcpp.read_barcodes(image)}


async def test_a_weight_that_cannot_be_is_packed_with_its_reason(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    station = make_station(terminal, tmp_path)
    tell(terminal, order("P-1", OrderLine(n=1, product_id="cheese", quantity_milli=342), packs=True))
    picking.pick(station, numbers=["P-1"], scans=["shelf", CHEESE_342_G])
    with pytest.raises(Refusal) as caught:
        picking_parcels.pack(station, number="P-1", scans=[CHEESE_342_G], weight="0.56")
    assert caught.value.code == "pack.weight"
    weighed = {"number": "P-1", "scans": [CHEESE_342_G], "weight": "0.56", "accept_weight": True}
    with pytest.raises(Refusal, match="needs a reason"):
        picking_parcels.pack(station, **weighed)
    packed = picking_parcels.pack(station, **weighed, reason="packaging")
    (parcel,) = packed["parcels"]
    assert parcel["weight_check"] == {
        "expected_kg": "0.342", "tolerance_kg": "0.03", "verdict": "accepted", "accepted_by": "wim",
        "reason": "packaging", "unknown": [],
    }  # fmt: skip
