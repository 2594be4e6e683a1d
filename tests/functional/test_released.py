"""Tills of the two releases before this one work at today's centre, their data goes on in today's program, and back.

`tests/released/till-SCHEMA.tar.xz` is what was released, named by the schema of the till's database.
"""

import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx
import pytest

from desktop.store.migrate import NEWEST
from sync.wire.orders import KINDS
from sync.wire.telling import LATER
from tests.functional.programs import Json, Office, Outcome, Till

ORDERS = "sync/wire/orders.py"
RYE_LOAF = "3924100000012"
RELEASED = sorted((Path(__file__).parent.parent / "released").glob("till-*.tar.xz"))
_ANSWERING = """
import contextlib, io, json, sys
from desktop.cli import run_command_line
for line in sys.stdin:
    words, text = json.loads(line)
    sys.stdin, out, err = io.StringIO(text), io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_command_line(words)
    print(json.dumps([code, out.getvalue(), err.getvalue()]), flush=True)
"""
"""A program that carries out one command after the other: each start of its own would take a second."""


@dataclass
class ReleasedTill(Till):
    """A data directory at which a released program is at work."""

    asked: IO[str] | None = None
    answers: IO[str] | None = None

    def run(self, *words: str, stdin: str = "", as_process: bool = False, **environment: str) -> Outcome:
        """Have the released program carry a command out."""
        assert self.asked is not None
        assert self.answers is not None
        self.asked.write(json.dumps((("--json", *words), stdin)) + "\n")
        self.asked.flush()
        answer = self.answers.readline()
        assert answer, f"{words}: the program has ended"
        return Outcome(*json.loads(answer))


@contextmanager
def released(archive: Path, folder: Path) -> Iterator[ReleasedTill]:
    """Unpack a released program and begin it on an empty data directory."""
    program, data = folder / "program", folder / "data"
    with tarfile.open(archive) as packed:
        packed.extractall(program, filter="data")
    around = os.environ | {"PYTHONPATH": str(program), "ECKWMS_DATA_DIR": str(data)}
    command = [sys.executable, "-c", _ANSWERING]
    with subprocess.Popen(
        command, cwd=program, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        yield ReleasedTill(data, asked=running.stdin, answers=running.stdout)
        assert running.stdin is not None
        running.stdin.close()
    assert running.returncode == 0


@pytest.mark.parametrize("archive", RELEASED, ids=lambda archive: archive.name[5:9])
def test_a_released_till_works_at_todays_centre_and_its_data_in_todays_program(
    office: Office, archive: Path, tmp_path: Path
) -> None:
    before, schema = office.do("stats"), archive.name[5:9]
    _order(office, f"A-{schema}")  # comes with the first load
    with released(archive, tmp_path) as older:
        office.enrol(older, f"Till {schema}")
        office.sign_in(older)
        older.do("shift", "open", "--float", "100")
        assert older.do("sync")["state"] == "level"
        _order(office, f"B-{schema}")  # comes in a page of the feed
        sold = older.do("sell", RYE_LOAF)
        older.do("refund", sold["receipt"], "--reason", "not wanted")
        handed_in = older.do("sync")
        assert (handed_in["state"], handed_in["unsent"]) == ("level", 0)
        if schema > "0020":  # those before it know of no orders
            assert "supplier_return" not in {order["kind"] for order in older.do("orders")["orders"]}
    till = Till(older.folder)
    assert till.do("sync")["state"] == "level"
    assert {order["number"] for order in till.do("orders")["orders"]} >= {f"A-{schema}", f"B-{schema}"}
    till.do("sell", RYE_LOAF)
    assert till.do("sync")["unsent"] == 0
    assert till.do("journal", "verify")["ok"]
    after = office.do("stats")
    assert after["sales"] - before["sales"] == 3
    assert after["quarantine"] == before["quarantine"]
    assert [case for case in till.do("cases")["cases"] if case["device"] == f"Till {schema}"] == []
    assert office.do("verify")["ok"]
    if schema > "0020":  # those before it restore nothing by themselves
        go_back(office, archive, tmp_path)


def go_back(office: Office, archive: Path, tmp_path: Path) -> None:
    """The released program again: it refuses the newer file, and goes on from its own copy with all that was sold."""
    before = office.do("stats")["sales"]
    with released(archive, tmp_path) as older:
        refused = older.run("status")
        assert (refused.exit, refused.error) == (4, "store.newer")
        (copy,) = older.folder.glob(f"journal-before-{NEWEST}-from-{archive.name[5:9]}.db")
        older.do("restore", str(copy), "--force")
        assert older.do("sync")["state"] == "level"
        office.sign_in(older)
        older.do("shift", "open", "--float", "100")
        assert older.do("sell", RYE_LOAF)["receipt"].endswith("b-000004"), "behind the three that were sold"
        assert older.do("sync")["unsent"] == 0
        assert older.do("journal", "verify")["ok"]
    assert office.do("stats")["sales"] == before + 1
    assert office.do("verify")["ok"]


def _order(office: Office, number: str) -> None:
    """Ask for goods to go back to their supplier: a kind of order that no program knew before 0038."""
    key = office.do("keys", "create", f"ERP {number}", "--scope", "orders:write", "--scope", "products:read")["key"]
    with httpx.Client(base_url=f"{office.address}/ECK/API/V1", trust_env=False, headers={"X-API-Key": key}) as http:
        goods: Json = http.get("/products", params={"limit": 1}).raise_for_status().json()
        lines = [{"sku": goods["items"][0]["sku"], "quantity": "1"}]
        order = {"shop": office.shop, "kind": "supplier_return", "number": number, "lines": lines, "source": "BACK"}
        http.post("/orders", json=order).raise_for_status()


@pytest.mark.parametrize("archive", RELEASED, ids=lambda archive: archive.name[5:9])
def test_what_a_released_till_would_trip_over_has_a_name_of_its_own(archive: Path) -> None:
    with tarfile.open(archive) as packed:
        if ORDERS not in packed.getnames():
            return  # it passes over orders as a whole
        told = packed.extractfile(ORDERS)
        assert told is not None
        known = re.search(rb"^KINDS = \((.*?)\)", told.read(), re.MULTILINE | re.DOTALL)
    assert known is not None
    assert {f"order/{kind}" for kind in KINDS if f'"{kind}"'.encode() not in known[1]} <= LATER.keys()


def test_the_two_releases_before_this_one_are_here() -> None:
    schemas = [archive.name[5:9] for archive in RELEASED]
    assert len(schemas) == 2
    assert schemas[-1] < NEWEST
