"""A log file that several processes write to and rotate, without losing or mixing lines."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MAX_BYTES = 10 << 20
BACKUPS = 5


class SharedLogFile(logging.Handler):
    """Appends each record by one write, and rotates at 10 MB into five older files.

    Whoever finds the file full takes a lock, looks again, and renames; the others notice that the name stands for
    another file and open that. A line written at that very moment lands in the file that has just been renamed.
    """

    def __init__(self, path: Path, max_bytes: int = MAX_BYTES, backups: int = BACKUPS) -> None:
        super().__init__()
        self._path, self._max_bytes, self._backups = path, max_bytes, backups
        self._file = self._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        try:
            line = (self.format(record) + "\n").encode("utf-8", "backslashreplace")
            self._follow(len(line))
            os.write(self._file, line)
        except Exception:  # noqa: BLE001 - logging's own rule: trouble with a log never stops the program
            self.handleError(record)

    def close(self) -> None:
        """Close the file."""
        self.acquire()
        try:
            if self._file >= 0:
                os.close(self._file)
                self._file = -1
        finally:
            self.release()
            super().close()

    def _open(self) -> int:
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)

    def _follow(self, coming_bytes: int) -> None:
        """Have the file open that the name stands for, with room for the line."""
        if self._file < 0 or not self._is_current():
            self._reopen()
        if os.fstat(self._file).st_size + coming_bytes <= self._max_bytes:
            return
        with self._turn():
            if not self._is_current():
                self._reopen()
            if os.fstat(self._file).st_size + coming_bytes > self._max_bytes:
                self._rotate()

    def _is_current(self) -> bool:
        try:
            named, own = self._path.stat(), os.fstat(self._file)
        except FileNotFoundError:
            return False
        return (named.st_dev, named.st_ino) == (own.st_dev, own.st_ino)

    def _reopen(self) -> None:
        fresh = self._open()
        if self._file >= 0:
            os.close(self._file)
        self._file = fresh

    def _rotate(self) -> None:
        os.close(self._file)  # Windows renames no open file
        self._file = -1
        for number in range(self._backups - 1, 0, -1):
            older = self._numbered(number)
            if older.exists():
                older.replace(self._numbered(number + 1))
        self._path.replace(self._numbered(1))
        self._file = self._open()

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the lock of rotation, a file beside the log; where there is no flock there is one process only."""
        try:
            import fcntl
        except ImportError:
            yield
            return
        lock = os.open(self._path.with_name(f"{self._path.name}.lock"), os.O_WRONLY | os.O_CREAT, 0o640)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)
