"""A signed file sets a till up without anybody: once, from wherever it lies; what is wrong with one is said clearly."""

import asyncio
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop import provisioning, screen_enrolment
from desktop.devices.sticks import Stick
from desktop.domain.clock import SystemClock
from desktop.domain.invitation import Preview, preview
from desktop.domain.refusal import Refusal
from desktop.screen_enrolment import EnrolmentHand
from desktop.settings import FILE, load_settings
from desktop.station import open_station
from desktop.ui.enrolment.enrolment_rows import EnrolmentState, names_itself, read_invitation
from desktop.ui.enrolment.presenter import EnrolmentPresenter
from sync.client import Client
from sync.identity import load_identity
from sync.wire.provisioning import Opened, open_provisioning
from sync.worker import Worker
from tests.functional.programs import Json, Office, Till
from tests.sync.certificates import make_certificates
from tests.sync.simulation import MemorySecrets

MANY = 100


def make(office: Office, folder: Path, *more: str, name: str = "Till 7", server: str = "") -> list[Json]:
    """Make provisioning files."""
    words = ("--shop", office.shop, "--name", name, "--server", server or office.address, "--to", str(folder))
    files = office.do("provision", "make", *words, *more)["files"]
    assert isinstance(files, list)
    return files


def opened(text: str) -> Opened:
    """Take a text apart."""
    found = open_provisioning(text)
    assert found is not None
    return found


def test_a_till_is_enrolled_by_the_file_alone_and_only_settings_remain(
    office: Office, till: Till, tmp_path: Path
) -> None:
    profile, ca = tmp_path / "counter.toml", make_certificates(tmp_path).ca
    profile.write_text('printer = "tcp:192.0.2.10:9100"\nprinter_columns = 48\n')
    more = ("--profile", str(profile), "--ca", str(ca), "--language", "ru", "--qr")
    file = make(office, tmp_path, *more)[0]
    assert Path(file["file"]).stat().st_mode & 0o077 == 0
    assert Path(file["qr"]).read_bytes().startswith(b"\x89PNG")
    token = opened(Path(file["file"]).read_text()).content.token
    till.folder.mkdir()
    Path(file["file"]).rename(till.folder / "any.eckwms")

    told = till.do("enrol")

    assert (told["state"], told["name"], told["server"]) == ("active", "Till 7", office.address)
    assert list(till.folder.glob("*.eckwms")) == []
    kept = tomllib.loads((till.folder / FILE).read_text("utf-8"))
    assert kept == {
        "server": office.address, "name": "Till 7", "language": "ru", "printer": "tcp:192.0.2.10:9100",
        "printer_columns": 48, "ca_file": str(till.folder / provisioning.CA_FILE),
    }  # fmt: skip
    shown = till.do("config", "show", "--origin")
    assert shown["printer"]["origin"].startswith("provisioned ")
    assert (till.folder / provisioning.CA_FILE).read_text() == ca.read_text()
    holding = [path for path in till.folder.rglob("*") if path.is_file() and token.encode() in path.read_bytes()]
    assert holding == []


def test_a_scanned_code_lets_one_till_in_and_another_machine_is_told(
    office: Office, till: Till, tmp_path: Path
) -> None:
    file = make(office, tmp_path, "--qr")[0]
    text = zxingcpp.read_barcodes(Image.open(file["qr"]))[0].text
    assert text == Path(file["file"]).read_text().strip()
    assert till.do("enrol", "--token-stdin", stdin=text)["state"] == "active"
    second = Till(tmp_path / "second")
    again = second.run("enrol", "--token-stdin", stdin=text)
    assert (again.exit, again.error) == (3, "provisioning.used")
    assert second.do("status")["state"] == "unenrolled"
    assert not (second.folder / FILE).exists()
    fresh = make(office, tmp_path, name="Till 8")[0]["file"]
    assert second.do("enrol", "--from", fresh)["state"] == "active"


def test_what_is_wrong_with_a_file_is_said(office: Office, till: Till, tmp_path: Path) -> None:
    text = Path(make(office, tmp_path)[0]["file"]).read_text().strip()
    mark, body, key, signature = text.split(".")
    other = Path(make(office, tmp_path, name="Till 8")[0]["file"]).read_text().split(".")[1]

    def refused(given: str, **environment: str) -> str:
        outcome = till.run("enrol", "--token-stdin", stdin=given + "\n", **environment)
        assert outcome.exit == 3, outcome
        return outcome.error

    assert refused(".".join([mark, other, key, signature])) == "provisioning.signature"
    assert refused(text[:-200]) == "provisioning.file"
    assert refused(".".join([mark, body[:-8], key, signature])) == "provisioning.file"
    assert refused(text, ECKWMS_CENTRE_KEY="ab" * 32) == "provisioning.other_centre"
    assert till.run("enrol", "--from", str(tmp_path / "none.eckwms")).error == "provisioning.none"
    assert till.run("enrol").error == "provisioning.none"
    right = opened(text).key.hex()
    assert till.do("enrol", "--token-stdin", stdin=text, ECKWMS_CENTRE_KEY=right)["state"] == "active"


def test_an_old_file_and_settings_that_nobody_knows_are_refused_before_anything_is_asked(
    office: Office, tmp_path: Path
) -> None:
    profile = tmp_path / "strange.toml"
    profile.write_text('printr = "tcp:192.0.2.10:9100"\n')
    loaded = load_settings(tmp_path / "till", machine=tmp_path / "none")
    strange = Path(make(office, tmp_path, "--profile", str(profile))[0]["file"]).read_text()
    good = Path(make(office, tmp_path)[0]["file"]).read_text()
    for text, now, code in (
        (strange, datetime.now(UTC), "settings.unknown"),
        (good, datetime(2099, 1, 1, tzinfo=UTC), "provisioning.expired"),
    ):
        with pytest.raises(Refusal) as refused:
            provisioning.check(text, loaded, None, now)
        assert refused.value.code == code
    assert provisioning.check("K7QM-3F9T-XH2P", loaded, None, datetime.now(UTC)) is None


def test_the_first_screen_reads_it_when_it_is_pasted(office: Office, tmp_path: Path) -> None:
    text = Path(make(office, tmp_path)[0]["file"]).read_text()
    assert preview(text) == Preview((office.address,), "Till 7")
    invitation = read_invitation(text)
    assert invitation is not None
    assert (invitation.server, invitation.name, invitation.token) == (office.address, "Till 7", "")
    assert names_itself(invitation.whole, office.address)
    assert not names_itself(invitation.whole, "https://typed.example")


def test_of_several_files_the_one_called_as_this_machine_is_taken(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(office, tmp_path, "--count", "2", name="Till-#")
    with pytest.raises(Refusal) as refused:
        provisioning.find_file(tmp_path)
    assert refused.value.code == "provisioning.several"
    monkeypatch.setattr(provisioning.socket, "gethostname", lambda: "TILL-2")
    found = provisioning.find_file(tmp_path)
    assert found is not None
    assert found.path.name == "Till-2.eckwms"


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Path:
    """A data directory with a file for its till."""
    make(office, tmp_path / "till", "--language", "de")
    return tmp_path / "till"


@pytest.fixture
def many(office: Office, tmp_path: Path) -> list[str]:
    """What the files of a hundred tills say."""
    files = make(office, tmp_path, "--count", str(MANY), name="Till #")
    return [Path(file["file"]).read_text() for file in files]


async def test_the_window_enrols_by_the_file_that_lies_here_and_nobody_has_to_be_there(
    folder: Path, qapp: QApplication
) -> None:
    station = open_station(load_settings(folder, {"secrets": "file"}, machine=folder / "none"), SystemClock())
    changed = list[str]()
    hand = EnrolmentHand(station, lambda before: changed.append(station.loaded.settings.language))
    presenter = EnrolmentPresenter(lambda: station.terminal, hand.register)
    try:
        await hand.look(presenter)
        assert presenter._task is not None
        await presenter._task
        assert (presenter.state.step, presenter.state.refusal, presenter.state.fault) == ("loading", None, None)
        assert (changed, provisioning.find_file(folder), station.terminal.name) == (["de"], None, "Till 7")
        await hand.look(presenter)
    finally:
        presenter.close()
        station.close()


@pytest.fixture
def later(office: Office, tmp_path: Path) -> list[Path]:
    """A changed file and a good one, each in a folder of its own."""
    names = [Path(make(office, tmp_path / name)[0]["file"]) for name in ("bad", "good")]
    names[0].write_text(names[0].read_text().strip()[:-4] + "AAAA")
    return names


async def test_a_stick_that_is_put_in_later_is_found_and_a_bad_one_before_it_is_named(
    later: list[Path], tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, put_in = tmp_path / "till", list[Stick]()
    monkeypatch.setattr(provisioning, "mounted_sticks", lambda: put_in)
    monkeypatch.setattr(screen_enrolment, "LOOK_S", 0.01)
    station = open_station(load_settings(folder, {"secrets": "file"}, machine=folder / "none"), SystemClock())
    hand = EnrolmentHand(station, lambda before: None)
    presenter = EnrolmentPresenter(lambda: station.terminal, hand.register)
    seen = asyncio.Queue[EnrolmentState]()
    presenter.changed.connect(seen.put_nowait)
    watching = asyncio.create_task(hand.watch(presenter))
    refusals = list[str]()
    try:
        async with asyncio.timeout(30):
            put_in[:] = [Stick("bad", str(later[0].parent))]
            while not refusals:
                refusals += [state.refusal.code for state in [await seen.get()] if state.refusal]
            put_in[:] = [Stick("good", str(later[1].parent))]
            await watching
    finally:
        presenter.close()
        station.close()
    assert (refusals, presenter.state.step) == (["provisioning.signature"], "loading")
    assert [path.exists() for path in later] == [True, False]


async def test_a_hundred_tills_come_up_without_anybody(many: list[str]) -> None:
    worker, now_ms = Worker(), int(datetime.now(UTC).timestamp() * 1000)
    few = asyncio.Semaphore(8)

    async def come_up(text: str) -> tuple[str, str, str]:
        content, secrets = opened(text).content, MemorySecrets()
        client = Client(content.servers[0], load_identity(secrets, now_ms), secrets, worker)
        async with few:
            answer = await client.register(content.name, content.token, timestamp_ms=now_ms)
        await client.close()
        return content.name, answer.status, answer.receipt_prefix

    try:
        came = await asyncio.gather(*map(come_up, many))
    finally:
        await worker.close()
    assert [(name, status) for name, status, _ in came] == [(f"Till {n}", "active") for n in range(1, MANY + 1)]
    assert len({prefix for _, _, prefix in came}) == MANY
