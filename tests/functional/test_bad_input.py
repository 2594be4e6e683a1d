"""Bad input gets a clear error and loses nothing: scans, files, folders, databases, and two programs at once."""

import asyncio
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.domain.clock import SystemClock
from desktop.settings import load_settings
from desktop.station import JOURNAL_FILE, Station, open_station
from desktop.verbs import carry_out
from tests.figures import terminal_figures
from tests.functional.goods import figures_of, opened, pieces
from tests.functional.programs import Json, Office, Till, start_day

NOBODY = 65534


SCANS = (
    "",
    " ",
    "*",
    "3*",
    "x*4006381333931",
    "0*4006381333931",
    "-1*4006381333931",
    "99999999*4006381333931",
    "9" * 100_000,
    "\x00\x1d\x1e",
    "]C1" + "\x1d" * 50,
    "]d201" + "1" * 5,
    "\udcff\udcfe",
    "4006381333930",
    "'; DROP TABLE sale; --",
    "💣" * 1000,
)


@pytest.mark.parametrize("scan", SCANS)
def test_no_scan_breaks_the_till(selling: Station, scan: str) -> None:
    before = terminal_figures(selling.terminal.database)
    for verb, values in (("sell", {"items": [scan]}), ("price", {"items": [scan]}), ("stock", {"item": scan or "?"})):
        refused = _carry_out(selling, verb, values)
        assert refused["exit"] == 3, refused
        assert 0 < len(refused["error"]["message"]) < 500
    assert terminal_figures(selling.terminal.database) == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"pay": ["shells"]}, "tender.method"),
        ({"pay": ["cash:x"]}, "money.text"),
        ({"pay": ["cash:0.01"]}, "sale.unpaid"),
        ({"pay": ["card:999"]}, "tender.overpaid"),
        ({"discount": "99"}, "discount.limit"),
        ({"discount": "x"}, "quantity.text"),
    ],
)
def test_no_payment_breaks_the_till(selling: Station, values: dict[str, object], code: str) -> None:
    before = terminal_figures(selling.terminal.database)
    sku = _carry_out(selling, "stock", {})["result"]["items"][0]["sku"]
    refused = _carry_out(selling, "sell", {"items": [sku]} | values)
    assert (refused["exit"], refused["error"]["code"]) == (3, code)
    assert terminal_figures(selling.terminal.database) == before


@pytest.fixture(scope="module")
def selling(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    """One open till for everything that nobody can sell."""
    till = start_day(office, Till(tmp_path_factory.mktemp("scans") / "till"))
    station = open_station(load_settings(till.folder), SystemClock())
    yield station
    station.close()


def _carry_out(station: Station, verb: str, values: Mapping[str, object]) -> Json:
    return asyncio.run(carry_out(station, verb, values))


def test_a_receipt_that_cannot_be_written_takes_no_sale_back(working: Till, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")

    sold = working.run("sell", pieces(working)[0].code, "--receipt", str(in_the_way / "receipt.pdf"))

    assert figures_of(working).sales == 1
    assert (sold.exit, sold.json["receipt"][3:]) == (0, "-000001")
    assert "cannot be saved" in sold.json["notices"][0]


def test_a_database_of_a_newer_version_is_left_alone(working: Till) -> None:
    _set_version(working, "9999")
    before = (working.folder / JOURNAL_FILE).read_bytes()

    for words in (("sell", "4006381333931"), ("status",), ("journal", "verify")):
        refused = working.run(*words)
        assert (refused.exit, refused.error) == (4, "store.newer")
    assert (working.folder / JOURNAL_FILE).read_bytes() == before
    assert not list(working.folder.glob("*damaged*"))

    found = working.run("doctor")
    assert found.exit == 4
    assert not next(check for check in found.json["checks"] if check["name"] == "terminal")["ok"]


def _set_version(till: Till, version: str) -> None:
    station = open_station(load_settings(till.folder), SystemClock())
    with station.terminal.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))
    station.close()


def test_a_damaged_database_is_put_aside_and_the_till_goes_on(office: Office, working: Till) -> None:
    item = pieces(working)[0]
    first = working.do("sell", item.code)
    working.do("sync")
    journal = working.folder / JOURNAL_FILE
    for part in (journal, journal.with_name(journal.name + "-wal")):
        if part.exists():
            part.write_bytes(b"\xff" * max(part.stat().st_size, 4096))

    office.sign_in(working)
    working.do("shift", "open", "--float", "0")
    second = working.do("sell", item.code)

    assert (working.folder / "journal-damaged-1.db").exists()
    assert second["receipt"] != first["receipt"]
    assert "broken" in working.do("status")["doubts"]
    assert working.do("sync")["unsent"] == 0
    assert office.do("verify")["ok"]


def test_a_damaged_replica_is_filled_again_by_the_centre(office: Office, working: Till) -> None:
    item = pieces(working)[0]
    with opened(working) as station:
        path, _ = station.replica()
    path.write_bytes(b"\xff" * path.stat().st_size)

    assert working.do("sync")["pulled"] >= 0
    working.do("sell", item.code)
    assert figures_of(working).sales == 1


def test_an_entry_that_was_changed_on_the_disk_is_found(working: Till) -> None:
    sold = working.do("sell", pieces(working)[0].code)
    working.do("sell", pieces(working)[1].code)
    station = open_station(load_settings(working.folder), SystemClock())
    with station.terminal.database.writing() as connection:
        query = "UPDATE journal SET body = CAST(replace(body, ':', ': ') AS BLOB) WHERE seq = ?"
        connection.exec_driver_sql(query, (sold["seq"],))
    station.terminal.database.close()

    found = working.run("journal", "verify")

    assert found.exit == 3
    assert (found.json["ok"], found.json["first_bad"]) == (False, sold["seq"])


def test_a_folder_that_cannot_be_written_is_told(office: Office, working: Till, tmp_path: Path) -> None:
    working.do("status")
    before = figures_of(working)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    for folder in (in_the_way / "till", Path("/proc/eckwms")):
        refused = Till(folder).run("status")
        assert (refused.exit, refused.error) == (4, "store.readonly")
        assert refused.json["error"]["remedy"]
    with _read_only(working.folder):
        refused = working.run("sell", "4006381333931")
        assert (refused.exit, refused.json["error"]["code"].partition(".")[0]) == (4, "store")
    assert figures_of(working) == before
    working.do("sell", pieces(working)[0].code)


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    """Take the right to write away; from root by being nobody for a while."""
    files = [folder, *folder.iterdir()]
    modes = {path: path.stat().st_mode for path in files}
    parents = {parent: parent.stat().st_mode for parent in folder.parents if parent.stat().st_uid == os.geteuid()}
    for path in files:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for parent in list(parents)[:4]:
        parent.chmod(parents[parent] | 0o055)
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if was == 0:
            os.seteuid(0)
        for path, mode in (modes | parents).items():
            path.chmod(mode)
