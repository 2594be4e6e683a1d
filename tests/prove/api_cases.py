"""The HTTP surface is what its description says: thousands of requests, right and wrong ones, find no lie."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

import psycopg

from server_stub.database import migrate
from server_stub.embedded.postgres import start_postgres
from tests.postgres import QUICK
from tests.server_http.fuzzing import Verdict, prove

EXAMPLES = 40
"""Per operation and round; the first round goes through every border of the schemas besides."""


def run(cases: int, seed: int) -> Verdict:
    """Ask fresh centres until so many requests were answered; every round has another seed."""
    folder = Path(tempfile.mkdtemp(prefix="eckwms-api-"))
    folder.chmod(0o711)
    whole = Verdict()
    with start_postgres(folder, settings=QUICK) as server:
        migrate(server.url)
        for number in range(100):
            if whole.cases >= cases or whole.failures:
                break
            with psycopg.connect(server.cluster.url("postgres"), autocommit=True) as conn:
                conn.execute(f'CREATE DATABASE "round{number}" TEMPLATE "eckwms"'.encode())
            phases = "coverage,fuzzing" if number == 0 else "fuzzing"
            round_folder = folder / f"round{number}"
            round_folder.mkdir()
            verdict = prove(
                server.cluster.url(f"round{number}"), round_folder, examples=EXAMPLES, seed=seed + number, phases=phases
            )
            whole.statuses += verdict.statuses
            whole.operations |= verdict.operations
            whole.failures += verdict.failures
    shutil.rmtree(folder, ignore_errors=True)
    return whole


def describe(verdict: Verdict) -> str:
    """Write the figures."""
    told = ", ".join(f"{status}: {count}" for status, count in sorted(Counter(verdict.statuses).items()))
    first = f"; {verdict.failures[0]}" if verdict.failures else ""
    return f"{verdict.cases} requests to {len(verdict.operations)} operations ({told}){first}"
