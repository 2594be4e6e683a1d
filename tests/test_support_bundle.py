"""The support bundle helps and gives nothing away: canaries are laid wherever secrets, codes and people are kept."""

import io
import json
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import structlog

from desktop.cli import run_command_line
from desktop.domain.cart import Cart
from desktop.domain.message import WORDS, Message
from desktop.logs import MAX_BYTES, crash_files, crashes_kept, log_file, set_up_logs
from desktop.masking import clean_line, clean_trace, mask, mask_address
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.store import carts, messages
from desktop.store.terminal import save_known
from desktop.support_bundle import LOG_LINES, make_bundle
from sync.identity import save_tokens
from sync.secrets import DATABASE_KEY, Secrets
from sync.wire.messages import Tokens
from tests.edges import OPENING, SettableClock
from tests.functional.programs import logs_kept

UUID = "018f0000-0000-7000-8000-000000000001"
CANARIES = (
    "Katharina",
    "4929-1234",
    "4929123412341234",
    "4929 1234 1234 1234",
    "4711",
    "4006381333931",
    "katharina@example.com",
    "+372 5555 1234",
    "5555",
    "eyJhbGciOi",
    "hunter2",
    "s3cretsauce",
    "K7QM-3F9T-XH2P",
)


def write_log(folder: Path, *entries: dict[str, Any] | str) -> None:
    """Write the log as the program and its libraries do."""
    (folder / "logs").mkdir(exist_ok=True)
    lines = [entry if isinstance(entry, str) else json.dumps(entry) for entry in entries]
    (folder / "logs/eckwms.log").write_text("\n".join(lines) + "\n", encoding="utf-8")


def line(message: str, logger: str = "desktop.window", **context: Any) -> dict[str, Any]:
    return {
        "timestamp": "2026-11-21T08:00:00.123456Z",
        "level": "warning",
        "logger": logger,
        "message": message,
    } | context


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data directory with something to hide in every corner."""
    loaded = load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none")
    station = open_station(loaded, SettableClock())
    station.keep_enrolment(server="https://katharina:hunter2@centre.example:8443/?token=s3cretsauce", state="active")
    save_tokens(station.secrets, Tokens(access="eyJhbGciOi.1.2", refresh="s3cretsauce", expires_in=900))
    with station.terminal.database.writing() as connection:
        carts.save(connection, Cart("c1", "", "EUR", True, name="Katharina", note="card 4929 1234 1234 1234"))
        messages.add(connection, Message("m1", WORDS, "Katharina rang, 4711", "Vera", "", ""), messages.OPEN, "")
        save_known(connection, wrong_pins='{"katharina": [4711]}', problems='{"x": "Katharina"}')
    station.close()
    trace = (
        'Traceback (most recent call last):\n  File "/srv/katharina/app/desktop/linking.py", line 12, in step\n'
        "    raise KeyError('Katharina')\nValueError: card 4929123412341234 of Katharina\n"
    )
    write_log(
        tmp_path,
        line("fault", code="store.full", detail="Katharina 4711"),
        line("PIN 4711 for card 4929-1234-1234-1234 of katharina@example.com"),
        line("token=s3cretsauce and Bearer eyJhbGciOi.J9x2.abc"),
        line("K7QM-3F9T-XH2P-8DRW-5JNC", scanned="4006381333931"),
        line("Katharina +372 5555 1234", logger="websockets.client"),
        line("bug", exception=trace),
        line("bug", trace=trace, error="ValueError('Katharina')"),
        "not JSON: Katharina 4711",
        '["Katharina"]',
    )
    return tmp_path


def unpack(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name).decode() for name in zipped.namelist()}


def bundle_of(folder: Path, **flags: object) -> dict[str, str]:
    loaded = load_settings(folder, {"secrets": "file", **flags}, machine=folder / "none")
    return unpack(make_bundle(loaded, SettableClock()))


def test_no_canary_leaves(folder: Path) -> None:
    files = bundle_of(
        folder, server="https://katharina:hunter2@centre.example/?token=s3cretsauce", printer="tcp://u:hunter2@10.0.0.5"
    )
    text = "\n".join(files.values())
    assert [canary for canary in CANARIES if canary.casefold() in text.casefold()] == []
    secrets: Secrets = open_station(
        load_settings(folder, {"secrets": "file"}, machine=folder / "none"), SettableClock(), writable=False
    ).secrets
    key = secrets.get(DATABASE_KEY)
    assert key is not None
    assert key.hex() not in text


@pytest.mark.parametrize("home", ["/people/katharina1985", "C:\\Users\\Katharina", "/people/Katharina Old"])
def test_whose_folder_it_is_stays_here(folder: Path, home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a name that is half hidden already nor backslashes that JSON or a `repr` doubles give it away."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, home)
    texts = [f"cannot open {home}/eckwms/journal.db", f"FileNotFoundError({home + '/x'!r})", home.upper() + "/x"]
    write_log(folder, *(line(text) for text in texts))
    files = bundle_of(folder, ca_file=f"{home}/ca.pem")
    text = "\n".join(files.values()).casefold()
    assert [part for part in ("katharina", "1985") if part in text] == []
    assert json.loads(files["settings.json"])["ca_file"]["value"] == "~/ca.pem"
    assert json.loads(files["log.jsonl"].splitlines()[0])["message"] == "cannot open ~/eckwms/journal.db"


def test_another_folder_keeps_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "/people/anna")
    assert mask("/people/annabelle and /people/anna, /people/anna/x") == "/people/annabelle and ~, ~/x"
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "/")
    assert mask("/people/anna") == "/people/anna"


def test_what_helps_is_there(folder: Path) -> None:
    files = bundle_of(folder, name="Till 7", server="https://centre.example:8443/x")
    assert set(files) == {
        "about.json", "settings.json", "doctor.json", "terminal.json", "disk.json", "crashes.json", "log.jsonl",
    }  # fmt: skip
    about = {name: json.loads(text) for name, text in files.items() if name.endswith(".json")}
    assert about["about.json"]["made_at"].startswith(OPENING.date().isoformat())
    assert about["settings.json"]["name"]["value"] == "Till 7"
    assert about["settings.json"]["server"]["value"] == "https://centre.example:8443"
    assert {check["name"] for check in about["doctor.json"]} >= {"database", "disk", "terminal"}
    assert about["terminal.json"]["state"] == "active"
    assert about["terminal.json"]["server"] == "https://centre.example:8443"
    assert about["disk.json"]["free_bytes"] > 0
    log = [json.loads(entry) for entry in files["log.jsonl"].splitlines()]
    assert log[0] == {
        "timestamp": "2026-11-21T08:00:00.123456Z",
        "level": "warning",
        "logger": "desktop.window",
        "code": "store.full",
        "message": "fault",
    }
    assert log[-1]["trace"] == ["linking.py:12 step", "ValueError"]
    assert "message" not in log[4], "what a library says may quote what it was given"


_MISSING = "a part of the support bundle is missing"


@pytest.mark.expects_log(_MISSING)
def test_a_broken_terminal_still_gives_one(tmp_path: Path) -> None:
    open_station(load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none"), SettableClock()).close()
    (tmp_path / "journal.db").write_bytes(b"nothing" * 1000)
    assert json.loads(bundle_of(tmp_path)["terminal.json"]) == {"trouble": "store.damaged"}
    assert json.loads(bundle_of(tmp_path / "new")["terminal.json"]) == {"state": "not set up"}


@pytest.mark.expects_log(_MISSING)
def test_a_part_that_cannot_be_made_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged page is met in the middle of reading, a disk that is away wherever it is asked."""
    loaded = load_settings(folder, {"secrets": "file"}, machine=folder / "none")
    station = open_station(loaded, SettableClock())
    with station.terminal.database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE journal RENAME TO away")
    station.terminal.database.close()

    def away(path: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", away)
    files = bundle_of(folder)
    assert set(json.loads(files["terminal.json"])) == {"trouble"}
    doctor = {check["name"]: check for check in json.loads(files["doctor.json"])}
    assert not doctor["disk"]["ok"]
    assert json.loads(files["about.json"])["system"]
    assert json.loads(files["disk.json"])["free_bytes"] == 0
    assert files["log.jsonl"]


def test_the_printer_is_left_to_the_till(folder: Path) -> None:
    """It may be printing a receipt on the only connection that the printer takes."""
    with socket.create_server(("127.0.0.1", 0)) as printer:
        files = bundle_of(folder, printer=f"tcp://127.0.0.1:{printer.getsockname()[1]}")
        printer.settimeout(0)
        with pytest.raises(BlockingIOError):
            printer.accept()
    assert "printer" not in {check["name"] for check in json.loads(files["doctor.json"])}


def test_the_command_line_writes_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ECKWMS_DATA_DIR", str(folder))
    monkeypatch.setenv("ECKWMS_SECRETS", "file")
    file = tmp_path / "bundle.zip"
    assert run_command_line(["support-bundle", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "bytes": file.stat().st_size}
    assert "log.jsonl" in unpack(file.read_bytes())
    assert run_command_line(["support-bundle", str(tmp_path / "no" / "folder.zip"), "--json"]) == 4
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "environment"


def test_a_long_log_is_cut_to_its_end(tmp_path: Path) -> None:
    write_log(tmp_path, *(line("n", code=f"c.{at % 100}") for at in range(LOG_LINES + 50)), line("x" * 100_000))
    kept = bundle_of(tmp_path)["log.jsonl"].splitlines()
    assert len(kept) == LOG_LINES
    assert json.loads(kept[-1])["code"] == f"c.{(LOG_LINES + 49) % 100}"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("12 of 345 entries", "12 of 345 entries"),
        ("PIN: 47", "PIN: …"),
        ("card 4929 1234 1234 1234.", "card …."),
        (f"till {UUID}, 1234", f"till {UUID}, …"),
        ("got eyJhbGciOi.eyJz.x_-1 and K7QM-3F9T-XH2P-8DRW", "got … and …"),
        ("mail to anna@example.com now", "mail to … now"),
        ("Authorization: Bearer abc", "Authorization: …"),
    ],
)
def test_masks(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    ("address", "kept"),
    [("http://a:b@c.example:80/d?e=f", "http://c.example:80"), ("", ""), ("nonsense", ""), ("http://x:99999", "…")],
)
def test_addresses_keep_scheme_host_and_port(address: str, kept: str) -> None:
    assert mask_address(address) == kept


def test_lines_that_are_none_of_ours_are_dropped() -> None:
    assert clean_line("{broken") is None
    assert clean_line("[1]") is None
    assert clean_line('{"timestamp": "Katharina", "code": "Katharina 1"}') == {"timestamp": "…", "code": "…"}
    assert clean_trace("") == []


def test_a_crash_is_kept_without_what_it_worked_with_and_travels_with_the_bundle(folder: Path) -> None:
    dying = (
        "import faulthandler, sys; from pathlib import Path; from desktop.logs import crashes_kept\n"
        "def katharina(card):\n    faulthandler._sigsegv()\n"
        "with crashes_kept(Path(sys.argv[1])): katharina('4929123412341234')\n"
    )
    for _ in range(2):
        assert subprocess.run([sys.executable, "-c", dying, folder], capture_output=True).returncode != 0
    with crashes_kept(folder) as has_crashed:
        assert has_crashed
    with crashes_kept(folder) as has_crashed:
        assert not has_crashed
    kept = "".join(path.read_text() for path in crash_files(folder) if path.exists())
    assert "4929123412341234" not in kept
    told = json.loads(bundle_of(folder)["crashes.json"])
    assert len(told) == 2
    assert told[0][0].startswith("Fatal Python error: Segmentation fault")
    assert "<string>:3 katharina" in told[0]


def test_the_log_is_turned_before_it_fills_a_disk(tmp_path: Path) -> None:
    with logs_kept():
        set_up_logs(tmp_path, "info", max_bytes=2000)
        for number in range(200):
            structlog.get_logger("desktop.test").info("a line", number=number)
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["eckwms.log", "eckwms.log.1", "eckwms.log.2", "eckwms.log.3", "eckwms.log.4"]
    assert all(path.stat().st_size <= 2000 for path in (tmp_path / "logs").iterdir())
    last = json.loads(log_file(tmp_path).read_text().splitlines()[-1])
    assert (last["number"], last["message"], last["service"]) == (199, "a line", "eckwms")
    assert MAX_BYTES == 10 * 1024 * 1024
