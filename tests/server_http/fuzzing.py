"""Schemathesis against a real centre: what the description promises is asked in every way, and lies are told."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from server_stub.api.openapi import PATH
from server_stub.app import Settings, build_app
from server_stub.database import open_pool
from server_stub.http.access import Rates
from server_stub.http.limits import Rate
from server_stub.journal.verify import verify_centre
from server_stub.serving import Server, bind
from tests.edges import SettableClock
from tests.server_http.api import Program, make_day, make_key
from tests.server_http.conftest import SHOP, RunningCentre, add_shop

PROGRAM = Path(sys.executable).with_name("schemathesis")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "ignored_auth",
)


@dataclass
class Verdict:
    """How many requests were answered with which status, and what was not as described."""

    statuses: Counter[int] = field(default_factory=Counter)
    operations: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    output: str = ""

    @property
    def cases(self) -> int:
        """Requests that were answered."""
        return self.statuses.total()


def fuzz(
    address: str, key: str, folder: Path, *, examples: int, seed: int, phases: str = "coverage,fuzzing"
) -> Verdict:
    """Ask a centre so many examples per operation; `key` is an API key for everything."""
    folder.mkdir(parents=True, exist_ok=True)
    report, settings = folder / "events.ndjson", folder / "schemathesis.toml"
    settings.write_text(f'[auth.openapi.key]\napi_key = "{key}"\n', "utf-8")
    command = [
        str(PROGRAM), "--config-file", str(settings), "--no-color", "run", f"{address}{PATH}",
        "--checks", ",".join(CHECKS), "--phases", phases,
        "--max-examples", str(examples), "--seed", str(seed),
        "--no-shrink", "--continue-on-failure", "--workers", "1", "--warnings", "off",
        "--suppress-health-check", "all", "--report-ndjson-path", str(report), "--report", "ndjson",
    ]  # fmt: skip
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | {"NO_PROXY": "*"})
    verdict = Verdict(output=told.stdout + told.stderr)
    for line in report.read_text("utf-8").splitlines() if report.exists() else ():
        _count(json.loads(line), verdict)
    if told.returncode not in (0, 1) or (told.returncode and not verdict.failures):
        verdict.failures.append(f"exit code {told.returncode}")
    return verdict


@contextmanager
def generous_centre(database_url: str, folder: Path) -> Iterator[RunningCentre]:
    """Serve a centre that counts no calls of one caller: what a limit refuses has not been asked."""
    usual, plenty = Rates.usual, Rate(1e6, 1_000_000)
    Rates.usual = lambda: Rates(plenty, plenty, plenty, plenty, plenty)  # type: ignore[method-assign]
    try:
        app = build_app(Settings(database_url, folder, now=SettableClock().now))
    finally:
        Rates.usual = usual  # type: ignore[method-assign]
    listening = bind("127.0.0.1", 0)
    centre = RunningCentre(f"http://127.0.0.1:{listening.getsockname()[1]}", database_url, SettableClock(), folder)
    server, ready = Server(app, centre.address), threading.Event()
    server.on_ready = lambda _address: ready.set()
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        assert ready.wait(60), "the centre did not start"
        yield centre
    finally:
        server.should_exit = True
        thread.join(30)


def prove(database_url: str, folder: Path, *, examples: int, seed: int, phases: str) -> Verdict:
    """Ask a centre with a day behind it; afterwards its chains and figures must still be whole."""
    add_shop(database_url)
    with generous_centre(database_url, folder) as centre:
        key = asyncio.run(_fill(centre))
        verdict = fuzz(centre.address, key, folder / "schemathesis", examples=examples, seed=seed, phases=phases)
    verdict.failures += asyncio.run(_verify(database_url))
    return verdict


async def _fill(centre: RunningCentre) -> str:
    key = await make_key(centre)
    async with httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=60) as http:
        program = Program(http, key)
        made = [await program.make("/products", {"sku": f"G-{n}", "name": "Молоко", "price": "2.5"}) for n in range(3)]
        await make_day(centre, [product["id"] for product in made])
        await program.make("/customers", {"name": "Boris", "shop": SHOP})
    return key


async def _verify(database_url: str) -> list[str]:
    async with open_pool(database_url) as pool:
        return list((await verify_centre(pool))["problems"])


def _count(event: dict[str, Any], verdict: Verdict) -> None:
    scenario = event.get("ScenarioFinished")
    if scenario is None:
        return
    recorder = scenario["recorder"]
    verdict.operations.add(recorder["label"])
    for interaction in recorder["interactions"].values():
        if interaction["response"]:
            verdict.statuses[interaction["response"]["status_code"]] += 1
        else:
            verdict.failures.append(f"{recorder['label']}: no answer")
    for checks in recorder["checks"].values():
        broken = [check for check in checks if check["status"] != "success"]
        verdict.failures += [
            f"{recorder['label']}: {check['name']} {check.get('failure_info', '')}" for check in broken
        ]
