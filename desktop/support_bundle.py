"""The support bundle: what somebody far away needs to help, in a zip; no customers, no people, no secrets, no codes."""

import io
import json
import platform
import shutil
import sys
import zipfile
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC
from importlib import metadata
from pathlib import Path
from typing import Any

import structlog

from desktop.commands.syncing import status
from desktop.domain.clock import Clock, iso
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.logs import crash_files
from desktop.masking import clean_crash_line, clean_line, hide_home, mask, mask_address, mask_value
from desktop.selftest import check_terminal
from desktop.settings import Loaded
from desktop.station import NotReady, open_station
from desktop.store import journal
from desktop.store.migrate import NEWEST

_events = structlog.get_logger("desktop.support_bundle")

LOG_LINES = 2000
LINE_CHARS = 16 * 1024
"""A longer line of the log is left out."""


def make_bundle(loaded: Loaded, clock: Clock) -> bytes:
    """Give the zip. Reads everything by itself, so it may run in a worker thread and beside a broken database.

    A part that cannot be made says so in its place. No device is opened: the till beside it may be printing.
    """
    parts: dict[str, Callable[[], Any]] = {
        "about.json": lambda: _about(clock),
        "settings.json": lambda: _settings(loaded),
        "doctor.json": lambda: [mask_value(asdict(check)) for check in check_terminal(loaded)],
        "terminal.json": lambda: _terminal(loaded, clock),
        "disk.json": lambda: _disk(loaded.data_dir),
        "crashes.json": lambda: _crashes(loaded.data_dir),
        "log.jsonl": lambda: _log(loaded.data_dir / "logs"),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, make in parts.items():
            zipped.writestr(name, _write(make).encode("utf-8", "backslashreplace"))  # names of files may be no text
    return packed.getvalue()


def _write(make: Callable[[], Any]) -> str:
    """Write one part: lines as they are, anything else as JSON; for a part that cannot be made, what went wrong."""
    try:
        content = make()
    except Exception as error:  # noqa: BLE001  whatever is wrong with one part, the others go
        trouble = error.code if isinstance(error, Fault | Refusal) else type(error).__name__
        _events.warning("a part of the support bundle is missing", code=trouble, exc_info=error)
        content = {"trouble": trouble}
    if isinstance(content, str):
        return content
    return json.dumps(mask_value(content, hide_home), indent=1, ensure_ascii=False)


def _about(clock: Clock) -> dict[str, Any]:
    return {
        "made_at": iso(clock.now().astimezone(UTC)),
        "version": metadata.version("eckwms-desktop"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "machine": platform.machine(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "schema": NEWEST,
    }


def _settings(loaded: Loaded) -> dict[str, Any]:
    """Every setting with its origin; secrets are never settings, and an address loses what may be one."""
    values = asdict(loaded.settings) | {"server": mask_address(loaded.settings.server)}
    return {
        name: {"value": value if name == "server" else mask_value(value), "origin": mask(loaded.origins[name])}
        for name, value in values.items()
    }


def _terminal(loaded: Loaded, clock: Clock) -> dict[str, Any]:
    """What the terminal is, how far its journal and feeds go, and how many entries it has of each kind."""
    try:
        station = open_station(loaded, clock, writable=False)
    except NotReady:
        return {"state": "not set up"}
    try:
        known = status(station)
        with station.terminal.database.reading() as connection:
            kinds = journal.count_kinds(connection)
    finally:
        station.close()
    known |= {
        "server": mask_address(known["server"]),
        "secrets": mask(known["secrets"]),
        "doubts": mask(known["doubts"]),
    }
    return known | {"entries": kinds}


def _disk(folder: Path) -> dict[str, Any]:
    """Free space, and the sizes of this terminal's own files by their kind."""
    sizes: dict[str, int] = {}
    free = total = 0
    with suppress(OSError):
        usage = shutil.disk_usage(folder)
        free, total = usage.free, usage.total
        for path in folder.rglob("*"):
            if path.is_file():
                kind = path.suffix or path.name[:20]
                sizes[kind] = sizes.get(kind, 0) + path.stat().st_size
    return {"free_bytes": free, "total_bytes": total, "files": sizes}


def _crashes(data_dir: Path) -> list[list[str]]:
    """Where the program was when it died, the newest first: names of files, lines and functions only."""
    told = []
    for path in crash_files(data_dir):
        with suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            told.append([kept for line in text.splitlines()[:LOG_LINES] if (kept := clean_crash_line(line))])
    return [lines for lines in told if lines]


def _log(folder: Path) -> str:
    """The last lines, cleaned; an older file is read where the newest is short."""
    lines: deque[str] = deque(maxlen=LOG_LINES)
    for name in ("eckwms.log.1", "eckwms.log"):
        with suppress(OSError), (folder / name).open(encoding="utf-8", errors="replace") as file:
            lines.extend(line for line in file if len(line) < LINE_CHARS)
    kept = [clean_line(line) for line in lines]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept if line is not None)
