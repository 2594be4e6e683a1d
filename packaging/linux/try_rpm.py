#!/usr/bin/env python3
"""The rpm from the outside: installed by rpm, used, upgraded with data and removed in a clean system.

sudo .venv/bin/python packaging/linux/try_rpm.py dist/eckwms-VERSION.x86_64.rpm --before OLDER.rpm [--suite bookworm]

The system is a Debian with rpm and the libraries beside it: rpm knows nothing of those, so that what the package asks
for is looked up by the linker here. The first step that does not do what it should ends it with 1.
"""

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from clean_system import Broken, System, clean_system, enter_own_mounts, expect, step
from try_deb import DATA, MACHINE, Shop, centre, enrol, sell, sign_in, told

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from libraries import ALSO, system_libraries

_LIBRARY = re.compile(r"^(\S+)\(\)\(64bit\)$", re.MULTILINE)


def main() -> int:
    """Try the package; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rpm", type=Path)
    parser.add_argument("--before", type=Path, required=True, help="an older package to upgrade from")
    parser.add_argument("--suite", default="bookworm")
    asked = parser.parse_args()
    enter_own_mounts()
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as place, clean_system(asked.suite) as system, centre(Path(place)) as shop:
            live(system, shop, asked.before.resolve(), asked.rpm.resolve())
    except Broken as broken:
        print(f"FAILED: {broken}", file=sys.stderr)
        return 1
    print(f"all of it works, {time.monotonic() - began:.0f} s")
    return 0


def live(system: System, shop: Shop, before: Path, now: Path) -> None:
    """The life of a package on a machine."""
    step("rpm, and the libraries that a desktop has")
    packages = sorted({"rpm", *ALSO, *system_libraries().values()})
    system.run("apt-get", "install", "--yes", "--no-install-recommends", "-q", *packages)
    older, newer = system.take(before), system.take(now)
    step("what the package asks for is what the linker finds")
    known = system.run("ldconfig", "-p")
    missing = [name for name in _LIBRARY.findall(system.run("rpm", "-qpR", newer)) if f"{name} (" not in known]
    expect(not missing, f"asked for and nowhere: {missing}")
    step("install the older package, enrol, sell, hand in")
    system.run("rpm", "--install", "--nodeps", older)
    expect(told(system, "self-test")["ok"], "self-test of the older program")
    enrol(system, shop)
    sell(system)
    expect(told(system, "sync")["unsent"] == 0, "the older program keeps a sale")
    machine = system.path(MACHINE)
    machine.write_text(machine.read_text() + '\ntheme = "dark"\n')
    head = told(system, "status")["journal"]["head_seq"]
    step("upgrade")
    system.run("rpm", "--upgrade", "--nodeps", newer)
    expect('theme = "dark"' in machine.read_text(), "the changed settings were overwritten")
    expect(told(system, "self-test")["ok"], "self-test")
    expect(told(system, "status")["journal"]["head_seq"] == head, "the journal is not where it was")
    sign_in(system, shop)
    sell(system)
    expect(told(system, "sync")["unsent"] == 0, "a sale after the upgrade stays here")
    expect(told(system, "journal", "verify")["ok"] and shop.tell("verify")["ok"], "the chain does not hold")
    step("an older package does not go over it")
    said = system.run("rpm", "--upgrade", "--nodeps", older, code=2)
    expect("newer" in said, f"rpm said: {said[-800:]}")
    step("remove")
    system.run("rpm", "--erase", "eckwms")
    expect(not system.path("/usr/lib/eckwms").exists(), "something of the program was left")
    expect(system.path(f"{DATA}/journal.db").exists(), "removing took the sales")


if __name__ == "__main__":
    sys.exit(main())
