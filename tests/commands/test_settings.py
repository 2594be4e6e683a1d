"""Settings: which layer wins, what is refused, and what is kept."""

from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings import FILE, load_settings, save_setting


def test_each_layer_wins_over_the_one_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = tmp_path / "config.toml"
    folder = tmp_path / "data"

    def theme(**flags: object) -> tuple[str, str]:
        loaded = load_settings(folder, flags, machine)
        return loaded.settings.theme, loaded.origins["theme"]

    assert theme() == ("light", "default")
    save_setting(folder, "theme", "dark")
    assert theme() == ("dark", f"provisioned {folder / FILE}")
    machine.write_text('theme = "light"\n')
    assert theme() == ("light", f"machine file {machine}")
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
