"""The demonstration's centre: a process of its own with the sample shop in it."""

import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.faults import Fault


@dataclass(frozen=True, slots=True)
class Shop:
    """The running centre with its sample shop: people carry login, name, role and pin; `process` is its number."""

    address: str
    shop: str
    people: list[dict[str, str]]
    folder: Path
    process: int

    def tell(self, *words: str) -> dict[str, Any]:
        """Run a command of the centre and give its JSON."""
        return _tell(self.folder, *words)


@contextlib.contextmanager
def running_shop(folder: Path) -> Iterator[Shop]:
    """Start a centre on a free loopback port and fill it with the sample shop. Raises Fault when it does not start."""
    say("starting the centre with its own PostgreSQL")
    folder.mkdir(parents=True)
    log = (folder / "centre.log").open("w+")
    command = _server(folder, "run", "--port", "0")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http")), "")
        if not address:
            log.seek(0)
            raise Fault("demo.centre", "The centre did not start", log.read()[-2000:] or line, "See the message.")
        say(f"centre at {address}; making the sample shop")
        seeded = _tell(folder, "seed", "demo")
        yield Shop(address, seeded["shop"], seeded["people"], folder, process.pid)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()
        process.communicate()
        log.close()


def _server(folder: Path, *words: str) -> list[str]:
    return [*_centre(), *words, "--data-dir", str(folder)]


def _centre() -> list[str]:
    """How the centre is called: from the same environment, or, beside an installed terminal, as it was installed."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "server_stub"]
    if installed := shutil.which("eckwms-server"):
        return [installed]
    raise Fault("demo.no_centre", "There is no centre on this machine", "eckwms-server", "Install eckwms-server too.")


def _tell(folder: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(_server(folder, *words, "--json"), capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise Fault("demo.centre", "The centre did not answer", done.stderr[-2000:], "See the message.") from None
    return dict(answer)


def say(text: str) -> None:
    """Tell a person what is going on; standard output is for the report."""
    sys.stderr.write(text + "\n")
