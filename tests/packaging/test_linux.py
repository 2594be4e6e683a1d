"""What the Linux packages put on a machine reads as its reader reads it, and the version stands in one place."""

import configparser
import re
import shutil
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import installers
import libraries
import pytest
from workshop import Failed, Workshop

from desktop.settings import Settings, load_settings
from tests.packaging.conftest import RECIPES

ROOT = RECIPES.parent
LINUX = RECIPES / "linux"
UDEV = re.compile(
    r'^(?:(?:ACTION|SUBSYSTEMS?|KERNEL|TAG|ATTRS\{\w+\}|ENV\{\w+\}|GOTO|LABEL)(?:==|!=|\+=|=)"[^"]*"(?:, |$))+$'
)
STARTS = ("/opt/eckwms/bin/eckwms-server ", "/usr/bin/eckwms ", "/usr/bin/cage -ds -- /usr/bin/eckwms ")
UNITS = sorted([*RECIPES.glob("server/*.service"), *LINUX.glob("*.service")])


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_have_their_sections_and_start_a_program_by_its_full_path(unit: Path) -> None:
    parsed = configparser.RawConfigParser(strict=False, allow_no_value=True, interpolation=None)
    parsed.read_string(unit.read_text("utf-8"))
    assert set(parsed.sections()) == {"Unit", "Service", "Install"}
    assert parsed["Service"]["ExecStart"].startswith(STARTS)
    assert parsed["Unit"]["Description"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_every_word_of_the_units(tmp_path: Path) -> None:
    """With programs that are there in the place of ours; what systemd does not know is passed over, which it says."""
    for unit in UNITS:
        text = re.sub(r"(?m)^(ExecStart=)\S+", r"\1/bin/true", unit.read_text("utf-8"))
        (tmp_path / unit.name.replace("@.", "@8081.")).write_text(text, "utf-8")
    names = sorted(path.name for path in tmp_path.iterdir())
    done = subprocess.run(["systemd-analyze", "verify", *[f"./{name}" for name in names]], cwd=tmp_path,
                          capture_output=True, text=True)  # fmt: skip
    of_ours = [line for line in done.stderr.splitlines() if "eckwms" in line]
    assert [line for line in of_ours if "RestartMode" not in line] == []


def test_the_menu_entry_starts_the_window() -> None:
    entry = configparser.RawConfigParser(interpolation=None)
    entry.read(LINUX / "eckwms.desktop", "utf-8")
    told = entry["Desktop Entry"]
    assert (told["type"], told["exec"], told["icon"]) == ("Application", "/usr/bin/eckwms run", "eckwms")
    assert told["categories"].endswith(";")
    assert {"comment[de]", "comment[ru]"} <= set(told)


def test_udev_rules_read_as_rules_and_every_jump_lands() -> None:
    text = (LINUX / "70-eckwms.rules").read_text("utf-8")
    rules = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [rule for rule in rules if not UDEV.match(rule)] == []
    assert set(re.findall(r'GOTO="(\w+)"', text)) == set(re.findall(r'LABEL="(\w+)"', text))


def test_the_settings_of_a_machine_are_settings(tmp_path: Path) -> None:
    """What stands there as a comment works when somebody takes the mark away."""
    text = (LINUX / "config.toml").read_text("utf-8")
    assert tomllib.loads(text) == {}
    said = re.findall(r"^# (\w+) = ", text, re.MULTILINE)
    assert set(said) <= {item.name for item in fields(Settings)}
    machine = tmp_path / "config.toml"
    machine.write_text(re.sub(r"(?m)^# (?=\w+ = )", "", text))
    loaded = load_settings(tmp_path, machine=machine)
    assert loaded.origins["server"].startswith("machine file")


def test_the_version_stands_in_one_place() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    mention = re.compile(rf"(?<![\d.]){re.escape(version)}(?![\d.])")
    places = [
        path
        for path in RECIPES.rglob("*")
        if path.is_file() and path.suffix in {".py", ".yaml", ".spec", ".wxs", ".sh", ".ps1"}
    ]
    assert [path.name for path in places if mention.search(path.read_text("utf-8"))] == []


def test_the_recipe_is_filled_in_whole_and_names_files_that_are_there(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, "HEAD")
    shop.__dict__.update(version="1.2.3", epoch="1700000000")
    asked = libraries.Needs(("libX11.so.6",), ("libx11-6",), "2.34")
    filled = installers.filled(LINUX / "nfpm.yaml", installers.marks(shop, tmp_path, tmp_path / "bill", asked))
    sources = re.findall(r'src: "([^"]+)"', filled) + re.findall(r'(?:install|remove): "([^"]+)"', filled)
    assert [name for name in sources if str(tmp_path) not in name and not Path(name).exists()] == []
    assert 'version: "1.2.3"' in filled
    assert '"libc6 (>= 2.34)", "libx11-6"' in filled
    with pytest.raises(Failed, match="not filled in: VERSION"):
        installers.filled(LINUX / "nfpm.yaml", {})


@pytest.mark.parametrize("script", sorted(LINUX.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_of_the_package_are_plain_shell_and_leave_a_first_installation_alone(script: Path) -> None:
    assert subprocess.run(["sh", "-n", script]).returncode == 0
    assert subprocess.run(["sh", script, "install"], capture_output=True).returncode == 0
