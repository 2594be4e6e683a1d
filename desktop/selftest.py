"""What a terminal checks of itself: `doctor` its surroundings, `self-test` an installed build; each with a remedy."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop import selftest_disk, selftest_parts, selftest_till
from desktop.data_folder import require_own_disk
from desktop.domain.clock import SystemClock
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.selftest_backup import probe_backup
from desktop.settings import Loaded

SPACE_WARN_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; `remedy` is empty when all is well."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


Probe = Callable[[], str]


def run_selftest(folder: Path) -> list[Check]:
    """Check the parts of this build, and the disk that the folder lies on or will; nothing is left behind."""
    probes: dict[str, Probe] = {
        "qt": selftest_parts.probe_qt,
        "database": selftest_parts.probe_database,
        "fonts": selftest_parts.probe_fonts,
        "languages": selftest_parts.probe_languages,
        "pdf": selftest_parts.probe_pdf,
        "keyring": selftest_parts.probe_keyring,
        "tls": selftest_parts.probe_tls,
        "serial": selftest_parts.probe_serial,
        "durability": lambda: selftest_disk.probe_durability(folder),
    }
    return [_check(name, probe, "Install the program again.") for name, probe in probes.items()]


def run_doctor(loaded: Loaded) -> list[Check]:
    """Check this terminal and its printer; not beside a till that prints."""
    found = check_terminal(loaded)
    if loaded.settings.printer:
        found.append(_check("printer", lambda: _probe_printer(loaded.settings.printer), "Check cable and power."))
    return found


def check_terminal(loaded: Loaded) -> list[Check]:
    """Check the build, the folder, the disk, the secrets and the journal, and no device: also beside a till at work."""
    found = run_selftest(loaded.data_dir)
    found.append(_check("settings", lambda: _probe_settings(loaded), "See `eckwms config validate`."))
    found.append(_check("folder", lambda: _probe_folder(loaded.data_dir), "Check the folder and its permissions."))
    found.append(_check_space(loaded.data_dir))
    found.append(_check("reserve", lambda: selftest_till.probe_reserve(loaded.data_dir), "Check the disk."))
    found.append(_check("ports", lambda: selftest_till.probe_ports(loaded.settings), "Check the ports."))
    found.append(_check("replica", lambda: selftest_till.probe_replica(loaded), "See `eckwms sync`."))
    found.append(_check("backup", lambda: probe_backup(loaded), "See `eckwms backup`."))
    found.append(_check("terminal", lambda: _probe_terminal(loaded), "See the detail; restore a backup if need be."))
    return found


def _check(name: str, probe: Probe, remedy: str) -> Check:
    try:
        return Check(name, True, probe())
    except Fault as fault:
        return Check(name, False, f"{fault.title}: {fault.message}", fault.remedy)
    except Refusal as refusal:
        return Check(name, False, refusal.message, refusal.remedy)
    except Exception as error:  # noqa: BLE001  a self-test reports whatever is wrong
        return Check(name, False, repr(error), remedy)


def _probe_settings(loaded: Loaded) -> str:
    if loaded.unknown:
        raise loaded.unknown[0]
    return f"{sum(origin != 'default' for origin in loaded.origins.values())} are set"


def _probe_folder(folder: Path) -> str:
    require_own_disk(folder)
    folder.mkdir(parents=True, exist_ok=True)
    selftest_disk.write_and_read_back(folder)
    return str(folder)


def _check_space(folder: Path) -> Check:
    try:
        free = shutil.disk_usage(selftest_disk.nearest(folder)).free
    except OSError as error:
        return Check("disk", False, repr(error), "Check the disk.")
    detail = f"{free // 2**20} MB free"
    if free < SPACE_WARN_BYTES:
        return Check("disk", False, detail, "Free space on this disk before it stops the till.")
    return Check("disk", True, detail)


def _probe_terminal(loaded: Loaded) -> str:
    from desktop.commands.syncing import status
    from desktop.operations.journals import verify_journal
    from desktop.station import JOURNAL_FILE, open_station

    if not (loaded.data_dir / JOURNAL_FILE).exists():
        return "not set up yet"
    station = open_station(loaded, SystemClock(), writable=False)
    try:
        bad = verify_journal(station.terminal)
        if bad is not None:
            raise Fault(
                "journal.broken", "The journal does not hold", f"entry {bad.seq}: {bad.reason}", "Tell support."
            )
        known = status(station)
    finally:
        station.close()
    if known["notices"]:
        raise Fault("clock.off", "The clock is off", known["notices"][0], "Set date and time of this computer.")
    journal = known["journal"]
    return f"{known['state']}, {journal['head_seq']} entries, {journal['unsent']} unsent, secrets in {known['secrets']}"


def _probe_printer(address: str) -> str:
    from desktop.devices.printer import Printer
    from desktop.devices.transports import connection

    status = Printer("printer", connection(address)).status()
    if status.fault is not None:
        raise status.fault
    return "ready" if status.answered else "does not tell"
