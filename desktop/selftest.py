"""What a terminal checks of itself: `doctor` its surroundings, `self-test` an installed build; each with a remedy."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.clock import SystemClock
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
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


def run_selftest() -> list[Check]:
    """Check the parts of this build: database, fonts, languages, PDF, secrets, TLS, serial, disk."""
    probes: dict[str, Probe] = {
        "qt": _probe_qt,
        "database": _probe_database,
        "fonts": _probe_fonts,
        "languages": _probe_languages,
        "pdf": _probe_pdf,
        "tls": _probe_tls,
        "serial": _probe_serial,
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
    found = run_selftest()
    found.append(_check("folder", lambda: _probe_folder(loaded.data_dir), "Check the folder and its permissions."))
    found.append(_check_space(loaded.data_dir))
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


def _probe_qt() -> str:
    import sys

    import PySide6

    broken = sys.version_info < (3, 12) and tuple(map(int, PySide6.__version__.split(".")[:2])) >= (6, 12)
    if broken:
        raise Fault("build.qt", "This Qt aborts on this Python", PySide6.__version__, "Install PySide6 below 6.12.")
    return PySide6.__version__


def _probe_database() -> str:
    from sqlcipher3 import dbapi2

    from desktop.store.database import Database

    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "probe.db", b"\x01" * 32)
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE VIRTUAL TABLE words USING fts5(text)")
        database.close()
    return f"SQLite {dbapi2.sqlite_version}, encrypted, with full-text search"


def _probe_fonts() -> str:
    from resources.files import resource

    fonts = [resource("fonts", f"InterTill-{weight}.ttf") for weight in ("Regular", "SemiBold", "Bold")]
    missing = [font.name for font in fonts if not font.is_file()]
    if missing:
        raise Fault("build.fonts", "Fonts are missing", ", ".join(missing), "Install the program again.")
    return f"{len(fonts)} weights"


def _probe_languages() -> str:
    from resources.files import resource

    files = sorted(path.name for path in resource("translations").glob("*.qm"))
    if not files:
        raise Fault("build.languages", "Translations are missing", "no .qm file", "Install the program again.")
    return ", ".join(files)


def _probe_pdf() -> str:
    from desktop.paper.receipt_pdf import receipt_pdf
    from desktop.paper.rows import Text

    return f"{len(receipt_pdf((Text('Проба · Probe'),), 'probe'))} bytes"


def _probe_tls() -> str:
    import ssl

    import truststore

    truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return ssl.OPENSSL_VERSION


def _probe_serial() -> str:
    from desktop.devices.ports import system_ports

    return f"{len(system_ports())} ports"


def _probe_folder(folder: Path) -> str:
    """Write, sync and read back: a disk that lies about fsync cannot be seen, one that refuses can."""
    import os

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"probe")
        file.flush()
        os.fsync(file.fileno())
    return str(folder)


def _check_space(folder: Path) -> Check:
    try:
        free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
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
