"""`eckwms label` and `eckwms badges`: chosen, listed, written, sent."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from desktop.commands import label_places, label_plates, labels, picking_parcels, received_labels, tasks
from desktop.devices.simulated import SimulatedPrinter, on_tcp
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.replication.badges import find_by_badge
from desktop.store import stock
from desktop.store.terminal import save_known
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.edges import SettableClock
from tests.functional.programs import Till
from tests.operations.picking_ground import order, tell
from tests.paper.label_readers import copies, read_tspl, read_zpl
from tests.terminals import BADGE, BAG, BREAD, CHEESE_342_G, EGGS, MILK, SHARED


def codes(path: Path, scale: float = 3) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=scale).to_pil())]


async def test_labels_are_written_and_remembered(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, file = make_station(terminal, tmp_path), tmp_path / "labels.pdf"
    told = await labels.label(station, items=["2*" + BREAD, "MILK"], scans=[BREAD, "", BAG], to=str(file), sheet=True)
    assert (told["labels"], told["state"]) == (5, "saved")
    assert [(one["sku"], one["copies"]) for one in told["items"]] == [("BREAD", 3), ("MILK", 1), ("BAG", 1)]
    assert sorted(codes(file)) == sorted([BREAD, BREAD, BREAD, MILK, BAG])
    assert (await labels.label(station, items=[], changed=True))["labels"] == 0
    listed = await labels.label(station, items=[], category="Dairy", only_list=True)
    assert [one["sku"] for one in listed["items"]] == ["CHEESE", "EGGS", "MILK"]
    assert listed["items"][0] | {"unit": "kg", "price": "14.99", "code": "2100010000002"} == listed["items"][0]


async def test_labels_go_to_their_printer(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    box = tmp_path / "printer"
    for driver, reader in (("zpl", read_zpl), ("tspl", read_tspl)):
        box.unlink(missing_ok=True)
        station = make_station(terminal, tmp_path, label_printer=f"file:{box}", label_driver=driver)
        told = await labels.label(station, items=[BREAD], copies=2, size="40x25")
        assert (told["state"], told["to"]) == ("sent", f"file:{box}")
        assert [zxingcpp.read_barcodes(one)[0].text for one in copies(reader(box.read_bytes()))] == [BREAD] * 2
    simulated = SimulatedPrinter()
    with on_tcp(simulated) as port:
        station = make_station(terminal, tmp_path, printer=f"tcp:127.0.0.1:{port}")
        assert (await labels.label(station, items=[BREAD]))["state"] == "confirmed"
    simulated.paper_out = True
    with on_tcp(simulated) as port:
        station = make_station(terminal, tmp_path, printer=f"tcp:127.0.0.1:{port}")
        with pytest.raises(Fault) as fault:
            await labels.label(station, items=[BREAD])
    assert fault.value.code == "printer.paper_out"


async def test_goods_that_come_in_get_a_label_a_piece(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    receive = {"kind": "receive", "scans": [f"2*{EGGS}", "shelf", MILK, EGGS, CHEESE_342_G]}
    with pytest.raises(Refusal, match="No label printer"):
        await received_labels.receive(make_station(terminal, tmp_path), **receive)
    with terminal.database.reading() as connection:
        assert stock.read_own_moves(connection) == [], "nothing came in"
    station = make_station(terminal, tmp_path, label_printer=f"file:{tmp_path / 'printer'}")
    told = (await received_labels.receive(station, **receive))["labels"]
    assert told == {"count": 5, "state": "sent", "trouble": ""}, "of cheese, which is weighed, one"
    station = make_station(terminal, tmp_path, label_printer=f"file:{tmp_path}")
    told = await received_labels.receive(station, **receive)
    assert (len(told["lines"]), told["labels"]["state"], told["labels"]["trouble"]) == (
        4,
        "queued",
        "printer.unreachable",
    )
    assert [(job["labels"], job["state"]) for job in labels.list_jobs(station)["jobs"]] == [(5, "queued"), (5, "sent")]


async def test_what_cannot_be_labelled_is_refused(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(terminal, tmp_path)
    for code, asked in (
        ("label.nothing", {"items": []}),
        ("code.unknown", {"items": ["4601111111110"]}),
        ("code.several", {"items": [SHARED]}),
        ("label.no_printer", {"items": [BREAD]}),
        ("label.size", {"items": [BREAD], "size": "1x1", "to": str(tmp_path / "x.pdf")}),
        ("label.copies", {"items": ["0*" + BREAD]}),
        ("label.too_many", {"items": ["9999*" + BREAD], "to": str(tmp_path / "x.pdf")}),
        ("label.not_weighed", {"items": [BREAD], "weight": "1"}),
    ):
        with pytest.raises(Refusal) as refused:
            await labels.label(station, **asked)  # type: ignore[arg-type]
        assert refused.value.code == code


def test_badges_open_the_till_that_knows_them(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station, file = make_station(terminal, tmp_path), tmp_path / "badges.pdf"
    told = labels.badges(station, lines=[f"mira {BADGE}", "", "anna"], file=str(file))["badges"]
    assert [(one["login"], one["new"]) for one in told] == [("mira", False), ("anna", True)]
    assert "code" not in told[0]
    found = codes(file)
    assert sorted(found) == sorted([BADGE, told[1]["code"]])
    with terminal.database.reading() as connection:
        assert find_by_badge(connection, BADGE).id == "mira"  # type: ignore[union-attr]
    for lines, code in ((["nobody"], "badge.person"), ([], "badge.nobody")):
        with pytest.raises(Refusal) as refused:
            labels.badges(station, lines=lines, file=str(file))
        assert refused.value.code == code


def test_a_file_of_scans_is_read_before_anything_else_is_asked(tmp_path: Path) -> None:
    scans = tmp_path / "scans.txt"
    scans.write_text(f"{BREAD}\n2*{BAG}\n", "utf-8")
    told = Till(tmp_path / "till").run("label", "--scans", str(scans), "--list")
    assert (told.exit, told.error) == (5, "terminal.no_goods")


async def test_a_pallet_has_a_label_with_what_is_on_it(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with terminal.database.writing() as connection:
        save_known(connection, signed_in="wim")
    sscc = "340123450000000017"
    station = make_station(terminal, tmp_path, label_printer=f"file:{tmp_path / 'printer'}", label_size="58x40")
    tasks.work(station, kind="receive", scans=[f"]C100{sscc}", f"3*{EGGS}"], place="shelf")
    told = await label_plates.label_plates(station, plates=[sscc], following=2)
    known, new = told["plates"]
    assert (known["sscc"], known["where"], known["goods"]) == (sscc, "shelf", ["3 pcs Eggs size M, 10 pcs"])
    assert (new["where"], new["goods"], told["labels"], told["state"]) == ("", [], 2, "sent")
    [job] = labels.list_jobs(station)["jobs"]
    assert (job["kind"], job["title"], job["prints"]) == ("plate", sscc, 1)
    assert (await labels.print_again(station, job=job["job_id"]))["prints"] == 2
    with pytest.raises(Refusal, match="too narrow"):
        await label_plates.label_plates(station, plates=[sscc], size="40x25")


async def test_whatever_was_printed_or_written_is_in_the_log_for_a_year(
    terminal: Terminal,  # noqa: F811
    tmp_path: Path,
    clock: SettableClock,
) -> None:
    tell(terminal, order("P-1", supply="S-1", sticker="WB;7"), order("P-2", supply="S-1"))
    station = make_station(terminal, tmp_path, label_printer=f"file:{tmp_path / 'printer'}")
    await label_places.label_places(station, patterns=["B-*"])
    await picking_parcels.stickers(station, supply="S-1")
    await picking_parcels.stickers(station, supply="S-1")
    await picking_parcels.stickers(station, numbers=["P-2"], to=str(tmp_path / "labels.pdf"))
    await labels.label(station, items=[BREAD])

    def log(**asked: str) -> list[tuple[str, str, str, int]]:
        jobs = labels.list_jobs(station, **asked)["jobs"]
        return [(one["kind"], one["title"], one["state"], one["prints"]) for one in jobs]

    bread, file, stuck, place = log()
    assert bread == ("goods", "Rye bread 400 g", "sent", 1)
    assert (file, stuck, place) == (
        ("parcel", "P-2", "saved", 0), ("parcel", "P-1", "sent", 2), ("place", "B-01", "sent", 1)
    )  # fmt: skip
    assert log(find="WB;7") == [stuck]
    assert log(before=labels.list_jobs(station)["jobs"][1]["job_id"]) == [stuck, place]
    again = await labels.print_again(station, job=labels.list_jobs(station, find="B-01")["jobs"][0]["job_id"])
    assert (again["labels"], again["prints"]) == (1, 2)
    clock.advance(days=364)
    await labels.label(station, items=[MILK])
    assert len(log()) == 5
    clock.advance(days=4)
    await labels.label(station, items=[MILK])
    assert [kind for kind, *_ in log()] == ["goods", "goods"]
