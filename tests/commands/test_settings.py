"""Settings: which layer wins, what is refused, and what is kept."""

import os
from dataclasses import fields
from pathlib import Path, PureWindowsPath

import pytest

from desktop import data_folder, settings_files
from desktop.commands import config
from desktop.data_folder import linux_reason, require_own_disk, windows_reason
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings import FILE, Settings, load_settings, save_setting


def test_each_layer_wins_over_the_one_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = tmp_path / "config.toml"
    folder = tmp_path / "data"

    def theme(**flags: object) -> tuple[str, str]:
        loaded = load_settings(folder, flags, machine)
        return loaded.settings.theme, loaded.origins["theme"]

    assert theme() == ("light", "default")
    save_setting(folder, "theme", "dark")
    assert theme() == ("dark", f"provisioned {folder / FILE}:1")
    machine.write_text('theme = "light"\n')
    assert theme() == ("light", f"machine file {machine}:1")
    monkeypatch.setenv("ECKWMS_THEME", "dark")
    assert theme() == ("dark", "environment ECKWMS_THEME")
    assert theme(theme="light") == ("light", "flag")
    assert theme(theme=None) == ("dark", "environment ECKWMS_THEME")


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    for name, value in (("printer", 'tcp:10.0.0.5 "back"\\'), ("sounds", False), ("scanner_baud", 115200)):
        save_setting(tmp_path, name, value)
        save_setting(tmp_path, "pixels_per_mm", 3.78)
        assert getattr(load_settings(tmp_path, machine=tmp_path / "none").settings, name) == value


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", "red", "settings.unknown"),
        ("theme", "pink", "settings.value"),
        ("scanner_baud", "fast", "settings.value"),
    ],
)
def test_what_cannot_be_is_refused_and_not_kept(tmp_path: Path, name: str, value: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        save_setting(tmp_path, name, value)
    assert refused.value.code == code
    assert not (tmp_path / FILE).exists()


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("theme = \n")
    with pytest.raises(Refusal) as refused:
        load_settings(tmp_path, machine=tmp_path / "none")
    assert (refused.value.code, str(tmp_path / FILE) in refused.value.message) == ("settings.file", True)


def test_a_folder_that_cannot_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Fault) as fault:
        save_setting(tmp_path / "file", "theme", "dark")
    assert fault.value.code == "settings.unwritable"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's file in a folder that only this user, the administrator here, may write."""
    monkeypatch.setattr(settings_files, "ADMINISTRATOR", os.getuid())
    folder = tmp_path / "etc"
    (folder / "config.d").mkdir(parents=True)
    folder.chmod(0o755)
    return folder / "config.toml"


def test_later_parts_win_over_the_machine_file_and_each_says_its_line(tmp_path: Path, machine: Path) -> None:
    machine.write_text('# written by IT\ntheme = "dark"\nname = "Till 1"\n')
    (machine.parent / "config.d/20-shop.toml").write_text('\nname = "Till 2"\n')
    (machine.parent / "config.d/10-all.toml").write_text('name = "Till 0"\n')
    loaded = load_settings(tmp_path / "data", machine=machine)
    assert (loaded.settings.theme, loaded.settings.name) == ("dark", "Till 2")
    assert loaded.origins["theme"] == f"machine file {machine}:2"
    assert loaded.origins["name"] == f"machine file {machine.parent}/config.d/20-shop.toml:2"


def test_the_policy_wins_over_everything_and_nothing_else_is_kept(
    tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = settings_files.policy_file(machine)
    policy.write_text('theme = "dark"\n')
    policy.chmod(0o644)
    monkeypatch.setenv("ECKWMS_THEME", "light")
    loaded = load_settings(tmp_path / "data", {"theme": "light"}, machine)
    assert (loaded.settings.theme, loaded.origins["theme"]) == ("dark", f"policy {policy}:1")
    with pytest.raises(Refusal) as refused:
        save_setting(tmp_path / "data", "theme", "light", machine)
    assert refused.value.code == "settings.policy"
    save_setting(tmp_path / "data", "language", "ru", machine)

    for place, mode in ((policy, 0o666), (machine.parent, 0o775)):
        place.chmod(mode)
        with pytest.raises(Refusal) as refused:
            load_settings(tmp_path / "data", machine=machine)
        assert refused.value.code == "settings.policy_open"
        place.chmod(0o755)


def test_a_setting_that_nobody_knows_is_named_with_the_nearest_and_stops_no_till(tmp_path: Path, machine: Path) -> None:
    machine.write_text('langauge = "ru"\n\n[printer]\nport = 1\n')
    with pytest.raises(Refusal, match=r"config.toml:3: printer cannot be"):
        load_settings(tmp_path, machine=machine)
    machine.write_text('langauge = "ru"\ntheme = "dark"\n')
    loaded = load_settings(tmp_path, machine=machine)
    assert loaded.settings.theme == "dark"
    assert [(each.message, each.remedy) for each in loaded.unknown] == [
        (f"machine file {machine}:1: there is no setting langauge.", "Is language meant?")
    ]


def test_a_change_touches_nothing_else_in_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('# ours\ntheme = "light"  # for now\nof_a_newer_program = [1, 2]\n')
    save_setting(tmp_path, "theme", "dark", tmp_path / "none")
    save_setting(tmp_path, "name", "Касса 1\t", tmp_path / "none")
    kept = (tmp_path / FILE).read_text("utf-8")
    assert kept == '# ours\ntheme = "dark"\nof_a_newer_program = [1, 2]\nname = "Касса 1\\u0009"\n'
    assert load_settings(tmp_path, machine=tmp_path / "none").settings.name == "Касса 1\t"


def test_a_file_is_checked_whole_with_lines_and_what_is_allowed(tmp_path: Path) -> None:
    bad, broken = tmp_path / "10-bad.toml", tmp_path / "20-broken.toml"
    bad.write_text('theme = "pink"\nscale_driver = "abacus"\nlangauge = "ru"\nmirror = "maybe"\nsounds = false\n')
    broken.write_text("theme = 1\nname = \n")
    found = config.validate([bad, broken], tmp_path)
    told = [(problem["line"], problem["key"], problem["allowed"]) for problem in found["problems"]]
    assert not found["ok"]
    assert told[0] == (1, "theme", "It must be one of: 'light', 'dark'.")
    assert told[1][:2] == (2, "scale_driver")
    assert told[2:4] == [(3, "langauge", "Is language meant?"), (4, "mirror", "It must be true or false.")]
    assert told[4][:2] == (2, "")
    with pytest.raises(Refusal, match="There is no file"):
        config.validate([tmp_path / "missing.toml"], tmp_path)


def test_every_setting_has_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECKWMS_MAIL_PORT", "25")
    loaded = load_settings(tmp_path, machine=tmp_path / "none")
    assert (loaded.settings.mail_port, loaded.origins["mail_port"]) == (25, "environment ECKWMS_MAIL_PORT")


def test_no_setting_turns_the_check_of_certificates_off() -> None:
    suspect = ("insecure", "verify", "tls", "ssl", "certificate")
    assert [item.name for item in fields(Settings) if any(word in item.name for word in suspect)] == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("/srv/share/till", "on the network (cifs)"),
        ("/data/anna/Dropbox (Shop)/till", "copied to a cloud"),
        ("/data/anna/OneDrive - Shop/till", "copied to a cloud"),
        ("/data/anna/dropboxes/till", ""),
        ("/var/lib/eckwms", ""),
    ],
)
def test_a_till_lies_on_a_disk_of_its_machine(place: str, words: str) -> None:
    table = "22 1 254:1 / / rw - ext4 /dev/sda1 rw\n30 22 0:27 / /srv/share rw - cifs //shop/share rw\n"
    assert words in linux_reason(Path(place), table)
    assert bool(linux_reason(Path(place), table)) == bool(words)


def test_a_folder_that_a_program_copies_to_a_cloud_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "MOUNTS", tmp_path / "not-told")
    require_own_disk(tmp_path / "sales/till")
    (tmp_path / "sales").mkdir()
    (tmp_path / "sales/.stfolder").mkdir()
    with pytest.raises(Fault) as fault:
        require_own_disk(tmp_path / "sales/till")
    assert fault.value.code == "store.elsewhere"


@pytest.mark.parametrize(
    ("place", "kind", "words"),
    [
        (r"\\server\share\till", 0, "on the network"),
        (r"Z:\till", 4, "on the network"),
        (r"C:\Data\Cloud\till", 3, "copied to a cloud"),
        (r"C:\Data\iCloudDrive\till", 3, "copied to a cloud"),
        (r"C:\ProgramData\eckWMS\data", 3, ""),
    ],
)
def test_the_same_on_windows(place: str, kind: int, words: str) -> None:
    reason = windows_reason(PureWindowsPath(place), kind, {"OneDriveCommercial": r"C:\Data\Cloud"})
    assert words in reason
    assert bool(reason) == bool(words)


def test_the_folder_of_the_machine_is_taken_where_it_made_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, shared = tmp_path / "own", tmp_path / "shared"
    monkeypatch.setattr(data_folder.platformdirs, "user_data_dir", lambda *_, **__: str(own))
    monkeypatch.setattr(data_folder, "machine_data_dir", lambda: shared)
    assert data_folder.default_data_dir() == own
    shared.mkdir()
    assert data_folder.default_data_dir() == shared
    own.mkdir()
    (own / "journal.db").write_bytes(b"a till that sells here already")
    assert data_folder.default_data_dir() == own


def test_a_folder_that_was_given_to_a_group_is_shared(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    before = os.umask(0o022)
    try:
        data_folder.guard(shared)
        (shared / "journal.db").touch(0o600)
        data_folder.share(shared)
        assert (shared / "journal.db").stat().st_mode & 0o777 == 0o660
    finally:
        os.umask(before)
    data_folder.guard(tmp_path)
    assert tmp_path.stat().st_mode & 0o7777 == 0o700
