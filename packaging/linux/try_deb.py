#!/usr/bin/env python3
"""The deb from the outside: installed, used, upgraded with data and purged in a clean Debian.

sudo .venv/bin/python packaging/linux/try_deb.py dist/eckwms_VERSION_amd64.deb [--before OLDER.deb] [--suite bookworm]

Without an older package the same program is packed under version 0.0.1 and upgraded from. The centre runs beside it,
from the environment that starts this. Every step is told; the first that does not do what it should ends it with 1.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clean_system import PERSON, Broken, System, clean_system, enter_own_mounts, expect, step, until

DATA = f"/srv/{PERSON}/.local/share/eckwms"
MACHINE = "/etc/eckwms/config.toml"
OURS = (
    "/usr/lib/eckwms",
    "/usr/bin/eckwms",
    "/etc/eckwms",
    "/usr/share/doc/eckwms",
    "/usr/share/applications/eckwms.desktop",
)
CODE = "3924100000012"


def main() -> int:
    """Try the package; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deb", type=Path)
    parser.add_argument("--before", type=Path, help="an older package to upgrade from")
    parser.add_argument("--suite", default="bookworm")
    asked = parser.parse_args()
    enter_own_mounts()
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as place, clean_system(asked.suite) as system, centre(Path(place)) as shop:
            before = asked.before or older(asked.deb, Path(place))
            live(system, shop, before.resolve(), asked.deb.resolve(), really_older=bool(asked.before))
    except Broken as broken:
        print(f"FAILED: {broken}", file=sys.stderr)
        return 1
    print(f"all of it works, {time.monotonic() - began:.0f} s")
    return 0


def live(system: System, shop: "Shop", before: Path, now: Path, *, really_older: bool) -> None:
    """The life of a package on a machine."""
    step("install the older package")
    system.run("apt-get", "install", "--yes", "--no-install-recommends", "-q", system.take(before))
    check_parts(system)
    step("enrol, sell, close nothing, hand in")
    enrol(system, shop)
    sell(system)
    level = told(system, "sync")
    expect(level["state"] == "level" and level["unsent"] == 0, f"sync: {level}")
    step("the administrator changes a setting of the machine")
    machine = system.path(MACHINE)
    machine.write_text(machine.read_text() + '\ntheme = "dark"\n')
    step("an upgrade while a till is open is refused and changes nothing")
    refuse_beside_window(system, system.take(now))
    head = told(system, "status")["journal"]["head_seq"]
    step("upgrade")
    system.run("apt-get", "install", "--yes", "--no-install-recommends", "-q", system.take(now))
    expect('theme = "dark"' in machine.read_text(), "the changed settings were overwritten")
    expect(told(system, "config", "show", "--origin")["theme"]["origin"].startswith("machine file"), "no origin")
    check_parts(system)
    expect(told(system, "status")["journal"]["head_seq"] == head, "the journal is not where it was")
    sign_in(system, shop)
    sell(system)
    expect(told(system, "sync")["unsent"] == 0, "a sale after the upgrade stays here")
    expect(told(system, "journal", "verify")["ok"], "the chain does not hold")
    expect(shop.tell("verify")["ok"], "the centre finds something")
    step("an older package does not go over it")
    refuse_older(system, f"/var/cache/{before.name}", f"/var/cache/{now.name}", really_older=really_older)
    step("somebody else's build of a Qt library is taken as it is")
    replace_qt(system)
    step("remove, then purge")
    system.run("apt-get", "remove", "--yes", "-q", "eckwms")
    expect(machine.exists(), "removing took the machine's settings")
    system.run("apt-get", "purge", "--yes", "-q", "eckwms")
    left = [place for place in OURS if system.path(place).exists()]
    expect(not left, f"left behind: {left}")
    expect(system.path(f"{DATA}/journal.db").exists(), "purging took the sales")


def check_parts(system: System) -> None:
    """The build finds nothing wrong with itself, and no file of it can be changed by the person."""
    found = told(system, "self-test")
    for check in found["checks"]:
        print(f"    {'ok ' if check['ok'] else 'BAD'} {check['name']}: {check['detail']}")
    expect(found["ok"], "self-test")
    loose = system.run("find", "/usr/lib/eckwms", "-not", "-type", "l", "-perm", "/022").split()
    expect(not loose, f"others may write: {loose[:5]}")
    version = system.run("dpkg-query", "-W", "-f", "${Version}", "eckwms").partition("-")[0]
    print(f"    package {version}, program {system.person('eckwms', '--version').strip()}")


def enrol(system: System, shop: "Shop") -> None:
    """Make the terminal one of the sample shop, with its manager signed in and a shift open."""
    told(system, "enrol", "--server", shop.address, "--name", "Till 1", "--token-stdin", stdin=f"{shop.token()}\n")
    told(system, "sync")
    sign_in(system, shop)
    told(system, "shift", "open", "--float", "100.00")


def sign_in(system: System, shop: "Shop") -> None:
    """Sign the manager in; a window that was open in between has signed everybody out."""
    told(system, "sign-in", shop.manager["login"], "--pin-stdin", stdin=f"{shop.manager['pin']}\n")


def sell(system: System) -> None:
    """Sell, with a receipt on paper."""
    sold = told(system, "sell", f"2*{CODE}", "--receipt", f"/srv/{PERSON}/receipt.pdf")
    paper = system.path(f"/srv/{PERSON}/receipt.pdf").read_bytes()
    expect(paper.startswith(b"%PDF-"), "the receipt is no PDF")
    print(f"    receipt {sold['receipt']}: {sold['total']} {sold['currency']}, {len(paper)} bytes of PDF")


def replace_qt(system: System) -> None:
    """Put another file in the place of Qt's core, as the LGPL lets everybody; the program runs with it."""
    library = system.path("/usr/lib/eckwms/_internal/PySide6/Qt/lib/libQt6Core.so.6")
    before = library.read_bytes()
    subprocess.run(["objcopy", "--add-section", f".ours={__file__}", library], check=True)
    expect(library.read_bytes() != before, "the library was not changed")
    expect(told(system, "self-test")["ok"], "the program refuses another Qt")


def refuse_beside_window(system: System, deb: str) -> None:
    """Open the window without a screen, try to upgrade, close the window."""
    window = system.begin("eckwms", "run")
    try:
        until(system.path(f"{DATA}/owner.json").exists, "the window did not open")
        said = system.run("apt-get", "install", "--yes", "--no-install-recommends", "-q", deb, code=100)
        expect("a till is open on this machine" in said, f"apt said: {said[-800:]}")
        expect(told(system, "status")["state"] == "active", "the till beside it does not answer")
    finally:
        window.terminate()
        window.wait(30)
    expect(window.returncode == 0, f"the window ended with {window.returncode}")


def refuse_older(system: System, before: str, now: str, *, really_older: bool) -> None:
    """Try to go back; the program that is older indeed, forced in, leaves the newer data as it is."""
    install = ("apt-get", "install", "--yes", "--no-install-recommends", "-q")
    said = system.run(*install, before, code=100)
    expect("downgrade" in said.lower(), f"apt said: {said[-800:]}")
    head = told(system, "status")["journal"]["head_seq"]
    if really_older:
        system.run("dpkg", "--install", before)
        said = system.person("eckwms", "--json", "status", code=4)
        expect("store.newer" in said, f"the older program said: {said[-800:]}")
        system.run(*install, now)
    expect(told(system, "status")["journal"]["head_seq"] == head, "going back changed the journal")


def told(system: System, *words: str, stdin: str = "") -> dict[str, Any]:
    """Run a command of the terminal as the person, and give its JSON."""
    answer: dict[str, Any] = json.loads(system.person("eckwms", "--json", *words, stdin=stdin))
    return answer


def older(deb: Path, place: Path) -> Path:
    """The same program under an older version, where there is no older package at hand."""
    folder, made = place / "older", place / "eckwms_0.0.1_amd64.deb"
    subprocess.run(["dpkg-deb", "-R", deb, folder], check=True)
    control = folder / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^Version: .*$", "Version: 0.0.1-1", control.read_text()))
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", folder, made], check=True, stdout=subprocess.DEVNULL
    )
    return made


class Shop:
    """The centre with the sample shop, on a loopback port of this machine."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        seeded = self.tell("seed", "demo")
        self.number = str(seeded["shop"])
        self.manager = next(person for person in seeded["people"] if person["role"] == "manager")

    def token(self) -> str:
        """A token for one terminal."""
        return str(self.tell("token", "create", "--shop", self.number)["token"])

    def tell(self, *words: str) -> dict[str, Any]:
        """Run a command of the centre and give its JSON."""
        command = [sys.executable, "-m", "server_stub", *words, "--json", "--data-dir", str(self.folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Broken(f"centre, {words}: {done.stderr[-2000:]}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


@contextmanager
def centre(place: Path) -> Iterator[Shop]:
    """Start the centre of this environment."""
    place.chmod(0o711)
    folder = place / "centre"
    command = [sys.executable, "-m", "server_stub", "run", "--port", "0", "--data-dir", str(folder)]
    log = (place / "centre.log").open("w")
    with log, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process:
        try:
            assert process.stdout is not None
            address = next((word for word in process.stdout.readline().split() if word.startswith("http")), "")
            expect(bool(address), f"the centre did not start: {(place / 'centre.log').read_text()[-2000:]}")
            yield Shop(folder, address)
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
