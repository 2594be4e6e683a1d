"""The self-test of a build: all of it passes here, and what is broken is named with a way out."""

from pathlib import Path

import pytest

from desktop import selftest, selftest_disk, selftest_parts, selftest_till
from desktop.faults import Fault
from desktop.settings import Settings, load_settings
from desktop.station import open_station
from desktop.store import reserve
from tests.edges import SettableClock

ROOT_ON_DISK = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"


def test_every_part_of_this_build_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_disk, "MOUNTS", tmp_path / "not-told")  # temporary folders may well be in memory
    checks = selftest.run_selftest(tmp_path / "not" / "yet")
    assert [(check.name, check.detail) for check in checks if not check.ok] == []
    assert [check.name for check in checks] == [
        "qt", "database", "fonts", "languages", "pdf", "keyring", "tls", "serial", "durability",
    ]  # fmt: skip
    assert "SQLCipher" in next(check.detail for check in checks if check.name == "database")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("mount", "words"),
    [
        ("30 22 0:27 / {} rw - tmpfs tmpfs rw,size=64m", "in memory"),
        ("30 22 0:27 / {} rw - cifs //shop/share rw", "on the network"),
        ("30 22 254:2 / {} rw - ext4 /dev/sdb1 rw,nobarrier", "nobarrier"),
    ],
)
def test_a_disk_that_forgets_is_named(mount: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mounts"
    table.write_text(ROOT_ON_DISK + mount.format(tmp_path) + "\n")
    monkeypatch.setattr(selftest_disk, "MOUNTS", table)
    found = {check.name: check for check in selftest.run_selftest(tmp_path / "data")}["durability"]
    assert not found.ok
    assert words in found.detail
    assert found.remedy


def test_the_mount_of_a_path_is_the_nearest_above_it() -> None:
    table = ROOT_ON_DISK + "30 22 0:27 / /srv/my\\040till rw - tmpfs tmpfs rw\n"
    assert selftest_disk.find_mount(Path("/srv/my till/data"), table)[0] == "tmpfs"
    assert selftest_disk.find_mount(Path("/srv/my tills"), table)[0] == "ext4"


def test_a_library_that_makes_fsync_do_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_PRELOAD", "/usr/lib/libeatmydata.so")
    table = tmp_path / "mounts"
    table.write_text(ROOT_ON_DISK)
    monkeypatch.setattr(selftest_disk, "MOUNTS", table)
    with pytest.raises(Fault, match="fsync do nothing"):
        selftest_disk.probe_durability(tmp_path)


def test_a_font_without_our_letters_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_parts, "LETTERS", "A漢")
    with pytest.raises(Fault, match="漢"):
        selftest_parts.probe_fonts()


def test_a_port_that_this_user_may_not_use_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_till.os, "access", lambda path, mode: False)  # root may use every port
    with pytest.raises(Fault, match="may not be used") as fault:
        selftest_till.probe_ports(Settings(scale="/dev/null", printer="tcp:192.0.2.10:9100"))
    assert (fault.value.message, fault.value.code) == ("/dev/null", "ports.closed")
    assert "none" in selftest_till.probe_ports(Settings(scanner_ports="usb:0c2e:0caa"))


def test_a_till_that_heard_nothing_for_days_and_a_disk_without_a_reserve_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none")
    assert selftest_till.probe_replica(loaded) == "not set up yet"
    station = open_station(loaded, SettableClock())
    station.keep_enrolment(state="active", last_contact="2026-01-01T08:00:00+00:00")
    station.close()
    with pytest.raises(Fault, match="are old"):
        selftest_till.probe_replica(loaded)
    assert selftest_till.probe_reserve(tmp_path) == "made by the window"
    monkeypatch.setattr(reserve, "free_bytes", lambda folder: 1000)
    with pytest.raises(Fault, match="no reserve"):
        selftest_till.probe_reserve(tmp_path)
    (tmp_path / reserve.FILE).write_bytes(bytes(3 << 20))
    assert selftest_till.probe_reserve(tmp_path) == "3 MB are kept"
