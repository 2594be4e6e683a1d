"""Start a centre as a process of its own and learn its address: for the demonstration and for tests."""

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from server_stub.faults import Fault

_READY_WITHIN_S = 120.0
_STOP_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Launched:
    """A running centre: `address` is its base URL."""

    address: str
    process: subprocess.Popen[str]

    def stop(self) -> int:
        """Ask it to end in order and give its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(_STOP_WITHIN_S)
        finally:
            self.process.kill()
            for stream in (self.process.stdout, self.process.stderr):
                if stream is not None:
                    stream.close()


@contextlib.contextmanager
def launched_centre(
    data_dir: Path, *, database_url: str | None = None, port: int = 0, workers: int = 1
) -> Iterator[Launched]:
    """Run a centre on the loopback interface for as long as the block lasts."""
    centre = launch_centre(data_dir, database_url=database_url, port=port, workers=workers)
    try:
        yield centre
    finally:
        centre.stop()


def launch_centre(data_dir: Path, *, database_url: str | None = None, port: int = 0, workers: int = 1) -> Launched:
    """Start a centre and wait until it answers. Raises Fault with its own words when it does not start."""
    command = [sys.executable, "-m", "server_stub", "run", "--data-dir", str(data_dir)]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    data_dir.mkdir(parents=True, exist_ok=True)
    errors_path = data_dir / "launch.log"
    with errors_path.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
    assert process.stdout is not None
    address = _first_line(process.stdout)
    if not address.startswith("http"):
        process.kill()
        process.wait()
        process.stdout.close()
        raise Fault("centre.start", f"The centre did not start: {errors_path.read_text(encoding='utf-8')[-800:]}")
    return Launched(address, process)


def _first_line(stream: IO[str]) -> str:
    """Read a line, empty when none comes in time."""
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: lines.put(stream.readline()), daemon=True).start()
    try:
        return lines.get(timeout=_READY_WITHIN_S).strip()
    except queue.Empty:
        return ""
