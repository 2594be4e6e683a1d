"""The two programs as a person at the command line has them: words in, exit code and output out."""

import contextlib
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import structlog

from desktop.cli import run_command_line as run_eckwms
from server_stub.cli import run_command_line as run_server

Json = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        """Give the one JSON object on standard output."""
        told = json.loads(self.out)
        assert isinstance(told, dict), self.out
        return told

    @property
    def error(self) -> str:
        """Give the code of the error that was told."""
        return str(self.json["error"]["code"])


def run_here(
    program: Callable[[Sequence[str]], int], words: Sequence[str], stdin: str, environment: Mapping[str, str]
) -> Outcome:
    """Run a program's command line in this process, without the second that a start of Python takes."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, logs_kept():
        for name in ("ECKWMS_DATA_DIR", *environment):
            patch.setenv(name, environment.get(name, ""))  # undone afterwards, also when the program sets it
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = program(words)
    return Outcome(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def logs_kept() -> Iterator[None]:
    """Put logging back as it was and close the program's log file, as the end of its process would."""
    root, configured = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = []
    try:
        yield
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers[:] = handlers
        root.setLevel(level)
        structlog.configure(**configured)


def run_process(module: str, words: Sequence[str], stdin: str, environment: Mapping[str, str]) -> Outcome:
    """Run a program as the process that it is."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | dict(environment),
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@dataclass
class Till:
    """`eckwms` on a data directory of its own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str, stdin: str = "", as_process: bool = False, **environment: str) -> Outcome:
        """Run a command with `--json`."""
        return self.run_plain("--json", *words, stdin=stdin, as_process=as_process, **environment)

    def run_plain(self, *words: str, stdin: str = "", as_process: bool = False, **environment: str) -> Outcome:
        """Run a command as a person types it."""
        around = {"ECKWMS_DATA_DIR": str(self.folder)} | self.environment | environment
        if as_process:
            return run_process("desktop", words, stdin, around)
        return run_here(run_eckwms, words, stdin, around)

    def do(self, *words: str, stdin: str = "", **environment: str) -> Json:
        """Run a command that has to succeed and give its JSON."""
        outcome = self.run(*words, stdin=stdin, **environment)
        assert outcome.exit == 0, f"{words}: {outcome}"
        return outcome.json


@dataclass(frozen=True)
class Office:
    """`eckwms-server` on a data directory whose centre is running at `address`."""

    folder: Path
    address: str
    shop: str = ""
    pins: Mapping[str, str] = field(default_factory=dict)
    """Role -> PIN of the first person with it; logins in the same order under `logins`."""
    logins: Mapping[str, str] = field(default_factory=dict)

    def do(self, *words: str, stdin: str = "") -> Json:
        """Run a command of the centre that has to succeed and give its JSON."""
        outcome = self.run(*words, stdin=stdin)
        assert outcome.exit == 0, f"{words}: {outcome}"
        return outcome.json

    def run(self, *words: str, stdin: str = "") -> Outcome:
        """Run a command of the centre."""
        return run_here(run_server, [*words, "--json", "--data-dir", str(self.folder)], stdin, {})

    def token(self) -> str:
        """Issue an enrolment token for the shop."""
        return str(self.do("token", "create", "--shop", self.shop)["token"])

    def enrol(self, till: Till, name: str = "Till 1") -> Json:
        """Enrol a till with a token."""
        words = ("enrol", "--server", self.address, "--name", name, "--token-stdin")
        return till.do(*words, stdin=self.token() + "\n")

    def sign_in(self, till: Till, role: str = "manager") -> Json:
        """Sign the shop's person of a role in."""
        return till.do("sign-in", self.logins[role], "--pin-stdin", stdin=self.pins[role] + "\n")


def seed(folder: Path, address: str) -> Office:
    """Fill a fresh centre with the sample shop."""
    seeded = Office(folder, address).do("seed", "demo")
    people = seeded["people"]
    return Office(
        folder,
        address,
        seeded["shop"],
        {person["role"]: person["pin"] for person in people},
        {person["role"]: person["login"] for person in people},
    )


def start_day(office: Office, till: Till) -> Till:
    """Enrol a till, sign the manager in and open a shift."""
    office.enrol(till)
    office.sign_in(till)
    till.do("shift", "open", "--float", "100")
    return till
