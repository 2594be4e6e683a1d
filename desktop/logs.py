"""Logs as JSON lines with `timestamp`, `level`, `service` and `message`, in a rotated file of the data directory.

10 MB, five files. Nothing is logged that a person types or a token opens: only codes, figures and names of parts.
"""

import faulthandler
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog

MAX_BYTES = 10 * 1024 * 1024
FILES = 5


def log_to_stderr() -> None:
    """Warnings go to standard error until there is a file for them; standard output belongs to the answer."""
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.processors.KeyValueRenderer(key_order=["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def log_file(data_dir: Path) -> Path:
    """Where the log of this till is written."""
    return data_dir / "logs" / "eckwms.log"


def set_up_logs(data_dir: Path, level: str, max_bytes: int = MAX_BYTES) -> None:
    """Send everything that is logged to `logs/eckwms.log` of the data directory. Raises OSError for a bad folder."""
    file = log_file(data_dir)
    file.parent.mkdir(parents=True, exist_ok=True)
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="timestamp"),
        _add_service,
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("message"),
    ]
    handler = RotatingFileHandler(file, maxBytes=max_bytes, backupCount=FILES - 1, encoding="utf-8")
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    logging.getLogger("httpx").setLevel("WARNING")
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


@contextmanager
def crashes_kept(data_dir: Path) -> Iterator[bool]:
    """Have the interpreter write where it was when it dies of a signal meanwhile; gives whether it did the last time.

    The files hold names of functions and lines, nothing that these worked with. Raises OSError for a bad folder.
    """
    files = crash_files(data_dir)
    files[0].parent.mkdir(parents=True, exist_ok=True)
    crashed = files[0].exists() and files[0].stat().st_size > 0
    for newer, older in reversed(list(pairwise(files))) if crashed else ():
        if newer.exists():
            newer.replace(older)
    with files[0].open("w", encoding="utf-8") as file:
        faulthandler.enable(file)
        try:
            yield crashed
        finally:
            faulthandler.disable()


def crash_files(data_dir: Path) -> list[Path]:
    """List where crashes are written, the newest first, whether they are there or not."""
    folder = log_file(data_dir).parent
    return [folder / "crash.txt", *(folder / f"crash.{number}.txt" for number in range(1, FILES))]


def _add_service(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    return event | {"service": "eckwms"}
