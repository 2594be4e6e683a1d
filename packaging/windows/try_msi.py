#!/usr/bin/env python3
"""The MSI from the outside, under wine64 and with a placeholder for the program: install, upgrade, downgrade, remove.

python3 packaging/windows/try_msi.py

It needs wixl (msitools) and wine64. What is proved is the installer: silent, over an older version, not over a newer,
with the settings of the machine left alone. The program itself is for a Windows runner (build.ps1).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from program_wxs import program_wxs

HERE = Path(__file__).resolve().parent
PERMANENT, CONDITION = ' Permanent="yes"', "<Condition>SERVER</Condition>"
SERVER_AS_WIX = "UPDATE Component SET Attributes=276, Condition='SERVER' WHERE Component='Server'"
"""What WiX knows of a component and wixl does not, written into the finished table: 256 is 64-bit, 16 permanent."""
SERVER = "https://head-office.example"
WINE = next((found for name in ("wine64", "/usr/lib/wine/wine64") if (found := shutil.which(name))), "")


class Broken(Exception):
    """A step did not end as it should."""


def main() -> int:
    """Try the installer; gives the exit code."""
    if not WINE or not shutil.which("wixl"):
        print("wine64 or wixl is missing: apt-get install wine64 wixl", file=sys.stderr)
        return 4
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"WINEPREFIX": f"{place}/wine", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        try:
            live(Path(place), Path(place) / "wine" / "drive_c")
        except Broken as broken:
            print(f"FAILED: {broken}", file=sys.stderr)
            return 1
        finally:
            subprocess.run([str(Path(WINE).with_name("wineserver")), "-k"], check=False, capture_output=True)
    print("the installer works")
    return 0


def live(place: Path, disk: Path) -> None:
    """The life of the program on a machine."""
    program = disk / "Program Files" / "eckWMS"
    machine = disk / "ProgramData" / "eckWMS" / "config.toml"
    old, new = make(place, "1.0.0"), make(place, "1.1.0")
    step("install")
    msiexec("/i", old, f"SERVER={SERVER}")
    expect((program / "eckwms.exe").read_text() == "1.0.0", "the program is not there")
    expect(policy() == SERVER, f"the address of head office became {policy()!r}")
    expect((program / "_internal/PySide6/only-1.0.0.txt").is_file(), "a folder inside is not there")
    step("the administrator writes the machine's settings, then upgrades")
    machine.parent.mkdir(parents=True, exist_ok=True)
    machine.write_text('theme = "dark"\n')
    msiexec("/i", new)
    expect((program / "eckwms.exe").read_text() == "1.1.0", "the old program is still there")
    expect(not (program / "_internal/PySide6/only-1.0.0.txt").exists(), "a file of the old version was left")
    expect(machine.read_text() == 'theme = "dark"\n', "the settings were overwritten")
    expect(policy() == SERVER, "the upgrade forgot the address of head office")
    step("an older version does not go over it")
    msiexec("/i", old, refused=True)
    expect((program / "eckwms.exe").read_text() == "1.1.0", "a refused installation changed something")
    step("remove")
    msiexec("/x", new)
    expect(not program.exists(), "something of the program was left")
    expect(machine.read_text() == 'theme = "dark"\n', "the settings went with the program")


def make(place: Path, version: str) -> Path:
    """An MSI with a placeholder for the program of this version."""
    os.chdir(place)  # wixl takes paths from where it is
    folder = Path(version)
    inner = folder / "_internal" / "PySide6"
    inner.mkdir(parents=True)
    (folder / "eckwms.exe").write_text(version)
    (inner / f"only-{version}.txt").write_text("Qt would be here")
    files, made = place / f"program-{version}.wxs", place / f"eckwms-{version}.msi"
    files.write_text(program_wxs(folder), "utf-8")
    recipe = place / "eckwms.wxs"
    recipe.write_text((HERE / "eckwms.wxs").read_text("utf-8").replace(PERMANENT, "").replace(CONDITION, ""), "utf-8")
    run(["wixl", "--arch", "x64", "-D", f"Version={version}", "-o", str(made), str(recipe), str(files)])
    run(["msibuild", str(made), "-q", SERVER_AS_WIX])
    return made


def policy() -> str:
    """Give the policy `server` of this machine, empty without one."""
    asked = [WINE, "reg", "query", r"HKLM\SOFTWARE\Policies\eckWMS", "/v", "server", "/reg:64"]
    told = subprocess.run(asked, capture_output=True, text=True, timeout=60).stdout
    return told.rpartition("REG_SZ")[2].strip()


def msiexec(action: str, msi: Path, *properties: str, refused: bool = False) -> None:
    """Run the system's installer without a window. Raises Broken when it ends otherwise than it should."""
    command = [WINE, "msiexec", action, str(msi), "/qn", *properties]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if bool(done.returncode) != refused:
        raise Broken(f"msiexec {action} {msi.name} ended with {done.returncode}: {done.stderr[-500:]}")


def run(command: Sequence[str]) -> None:
    """Run a step. Raises Broken with its words."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Broken(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")


def expect(is_so: bool, otherwise: str) -> None:
    """Raise Broken unless it is so."""
    if not is_so:
        raise Broken(otherwise)


def step(text: str) -> None:
    """Tell what comes."""
    print(f"· {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
