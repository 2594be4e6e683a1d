"""A till that was lost comes back: from its backup, on new hardware, without its secrets; one that retires is gone."""

import os
import re
from pathlib import Path

import pypdfium2
import pytest

from desktop.commands.replacing import wipe
from tests.functional.programs import Json, Office, Till


@pytest.fixture
def item(working: Till) -> str:
    """Something the shop sells."""
    return str(working.do("stock")["items"][0]["sku"])


def token_for(office: Office, device: str) -> str:
    return str(office.do("token", "create", "--shop", office.shop, "--device", device)["token"])


def start_shift(office: Office, till: Till) -> None:
    office.sign_in(till)
    till.do("shift", "open", "--float", "0")


def device_of(office: Office, till_id: str) -> Json:
    return next(one for one in office.do("devices")["devices"] if one["device_id"] == till_id)


def test_a_till_goes_on_from_its_backup_and_fetches_what_is_newer(office: Office, working: Till, item: str) -> None:
    working.do("sell", item)
    made = working.do("backup")
    assert made["verified"]
    assert Path(made["file"]).parent == working.folder / "backups"
    assert working.do("status")["backup"]["made_at"] == made["made_at"]
    later = working.do("sell", item)
    working.do("sync")
    for part in working.folder.glob("journal.db*"):
        part.unlink()
    told = working.do("restore", made["file"])
    assert (told["newer_at_centre"], told["fetched"], told["state"]) == (1, 1, "level")
    assert working.run("restore", made["file"]).error == "restore.there"
    start_shift(office, working)
    assert working.do("refund", later["receipt"], "--reason", "it came back too")["refunds"] == later["receipt"]
    assert office.do("verify")["ok"]


def test_the_sheet_from_the_safe_opens_a_backup_where_nothing_else_is_left(
    office: Office, working: Till, item: str, tmp_path: Path
) -> None:
    working.do("sell", item)
    made = working.do("backup", "--to", str(tmp_path / "usb"))
    working.do("sync")
    device = working.do("status")["device_id"]
    working.do("recovery-sheet", str(tmp_path / "sheet.pdf"))
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as sheet:
        text = sheet[0].get_textpage().get_text_bounded()
    key = "-".join(re.findall(r"\b[A-Z2-7]{4}\b", text)[:14])
    assert key == office.do("recovery-key", device)["recovery_key"]
    fresh = Till(tmp_path / "fresh")
    wrong = fresh.run("restore", made["file"], "--key-stdin", stdin=key.replace(key[0], "Q" if key[0] == "A" else "A"))
    assert (wrong.exit, wrong.error) == (3, "restore.key")
    told = fresh.do("restore", made["file"], "--key-stdin", stdin=key.lower())
    assert told["entries"] == made["entries"] + 2, "the new journal, and the end of the shift that was open"
    assert told["newer_at_centre"] is None, "a stranger to head office"
    assert fresh.do("status")["device_id"] == device
    assert fresh.do("journal", "verify")["ok"]


def test_a_till_is_enrolled_together_with_its_sheet(office: Office, tmp_path: Path) -> None:
    fresh, sheet = Till(tmp_path / "fresh"), tmp_path / "sheet.pdf"
    words = ("enrol", "--name", "Till 9", "--server", office.address, "--token-stdin", "--sheet", str(sheet))
    assert fresh.do(*words, stdin=office.token() + "\n")["state"] == "active"
    assert sheet.read_bytes().startswith(b"%PDF")


def test_new_hardware_takes_over_a_lost_till(office: Office, working: Till, item: str, tmp_path: Path) -> None:
    sold = working.do("sell", item)
    working.do("sync")
    device = working.do("status")["device_id"]
    fresh = Till(tmp_path / "fresh")
    words = ("replace", "Till 1", "--server", office.address, "--token-stdin")
    assert fresh.run(*words, stdin=office.token() + "\n").error == "terminal.denied", "a token for any till"
    told = fresh.do(*words, stdin=token_for(office, device) + "\n")
    assert told["device_id"] == device
    assert told["fetched"] >= 3
    assert (told["unsent"], told["state"]) == (0, "level")
    start_shift(office, fresh)
    after = fresh.do("sell", item)
    prefix, _, number = sold["receipt"].partition("-")
    assert after["receipt"] == f"{prefix}b-{int(number) + 1:06}"
    assert fresh.run(*words, stdin="x\n").error == "replace.in_use"
    fresh.do("sync")
    assert office.do("verify")["ok"]


def test_a_till_without_its_secrets_gets_its_key_back_and_hands_in_what_it_had(
    office: Office, working: Till, item: str
) -> None:
    working.do("sync")
    sold = working.do("sell", item)
    device = working.do("status")["device_id"]
    for name in ("secrets.bin", "wrapped.bin", "secrets.json"):
        (working.folder / name).unlink()
    assert working.run("status").error == "secrets.no_key"
    words = ("replace", "till 1", "--server", office.address, "--token-stdin")
    told = working.do(*words, stdin=token_for(office, device) + "\n")
    assert (told["unsent"], told["state"]) == (0, "level")
    start_shift(office, working)
    assert working.do("refund", sold["receipt"], "--reason", "still here")["refunds"] == sold["receipt"]
    assert office.do("verify")["ok"]


def test_a_till_retires_when_head_office_has_everything(office: Office, working: Till, item: str) -> None:
    working.do("sell", item)
    device = working.do("status")["device_id"]
    assert (working.run("retire").exit, working.run("retire").error) == (3, "retire.shift_open")
    total = working.do("shift", "x")["expected"]["cash"]
    working.do("shift", "close", "--counted", f"cash={total}")
    told = working.do("retire")
    assert (told["retired"], told["left"]) == (True, [])
    assert not working.folder.exists()
    assert device_of(office, device)["status"] == "blocked"


def test_what_could_not_be_wiped_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, link, unlink = tmp_path / "disk" / "till", tmp_path / "till", os.unlink
    for name in ("journal.db", "logs/eckwms.log"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    link.symlink_to(folder)

    def stuck(path: str, **how: int) -> None:
        if path == "journal.db":
            raise PermissionError(path)
        unlink(path, **how)

    with monkeypatch.context() as disk:
        disk.setattr(os, "unlink", stuck)
        assert wipe(link) == [str(folder), str(folder / "journal.db")]
    link.symlink_to(folder)
    assert (wipe(link), link.is_symlink(), folder.exists()) == ([], False, False)
