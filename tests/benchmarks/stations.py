"""A till on real files with a large replica, ready to sell: for benchmarks that open the window."""

import shutil
from pathlib import Path

from argon2 import PasswordHasher

from desktop.domain.clock import SystemClock
from desktop.operations import journals, shifts, staff
from desktop.settings import Loaded, load_settings
from desktop.station import open_station
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import save_known
from desktop.window import Window
from tests.benchmarks.replicas import KEY, cached_replica

PIN = "4711"


def make_station(folder: Path, cache: Path, count: int, scanner: str = "") -> Loaded:
    """Make the data directory of a till with so many goods: somebody is signed in, a shift is open."""
    folder.mkdir(parents=True)
    loaded = load_station(folder, scanner)
    station = open_station(loaded, SystemClock())
    copy = folder / "replica-bench.db"
    shutil.copyfile(cached_replica(cache, count), copy)
    replica = ReplicaFile(copy, KEY)
    with replica.writing():
        pin = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)
        replica.replace("person", [("mira", "mira", "Mira", "manager", pin, True, 0)])
    replica.close()
    with station.terminal.database.writing() as connection:
        save_known(connection, shop="s1", name="Till", state="active", replica_file=copy.name, replica_key=KEY.hex())
    station.terminal.database.attach_replica(copy, KEY)
    station.renew()
    journals.open_journal(station.terminal, "T01")
    person = staff.sign_in(station.terminal, "mira", PIN)
    shifts.open_shift(station.terminal, person, 10_000)
    station.close()
    return loaded


def load_station(folder: Path, scanner: str) -> Loaded:
    """Give the settings of such a till: a scanner, no paper, no sound."""
    flags = {"scanner_ports": scanner, "secrets": "file", "sounds": False}
    return load_settings(folder, flags, machine=folder / "no-machine-file.toml")


def open_till(window: Window) -> None:
    """Show the window at a usual size with the till ready for a scan, as after the sign-in."""
    window.shell.resize(1366, 768)
    window.shell.show()
    staff.sign_in(window.station.terminal, "mira", PIN)
    window.shell.show_screen("till")
