"""The system's queue as a way to a printer: raw bytes, one job, and the queue's own words when it refuses."""

import sys
from pathlib import Path

import pytest

from desktop.devices.printer import Printer
from desktop.devices.transports import connection
from desktop.faults import Fault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS")
JOB = b"\x1b@Receipt\n\x00\xff\x1dV\x00"


@pytest.fixture
def queues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`lp` and `lpstat` of a system with one queue, `bar`, that refuses jobs while a file `full` is there."""
    scripts = {
        "lpstat": '[ "$2" = bar ] || { echo "lpstat: Invalid destination name" >&2; exit 1; }',
        "lp": '[ ! -e "$HERE/full" ] || { echo "lp: too many jobs" >&2; exit 1; }\n'
        'echo "$@" >> "$HERE/told"; cat >> "$HERE/job"',
    }
    for name, script in scripts.items():
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    monkeypatch.setenv("HERE", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_a_job_reaches_the_queue_as_it_is(queues: Path) -> None:
    outcome = Printer("bar", connection("queue:bar")).send(JOB)
    assert (outcome.state, outcome.fault) == ("sent", None), "a queue does not say whether it printed"
    assert (queues / "job").read_bytes() == JOB
    assert (queues / "told").read_text() == "-d bar -o raw -s -- -\n"


def test_a_queue_that_refuses_leaves_the_job_here(queues: Path) -> None:
    (queues / "full").touch()
    outcome = Printer("bar", connection("queue:bar")).send(JOB)
    assert outcome.state == "queued"
    assert outcome.fault is not None
    assert "too many jobs" in outcome.fault.message


@pytest.mark.usefixtures("queues")
@pytest.mark.parametrize("name", ["kitchen", "-o", "a\nb"])
def test_a_queue_that_is_not_there_is_told(name: str) -> None:
    outcome = Printer("x", connection(f"queue:{name}")).send(JOB)
    assert outcome.state == "queued"
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.queue"


def test_a_system_without_queues_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Fault, match="no print queues"):
        connection("queue:bar")()
