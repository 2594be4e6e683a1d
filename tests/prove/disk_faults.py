"""Every N-th write or sync of a day fails once, with EIO and ENOSPC: what is acknowledged is there, nothing twice."""

import errno
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop.faults import Fault
from desktop.operations import journals
from tests.core import sell
from tests.prove import shim
from tests.prove.forks import fork, in_child
from tests.prove.power_cuts import MEMORY
from tests.prove.seller import BASKETS, known_sales, opened, start, unique_receipts

SALES = 6


@dataclass
class Verdict:
    """What the faults did: how many were tried, how often a sale was refused, and what was wrong."""

    faults: int = 0
    refused: int = 0
    bad: int = 0
    first: str = ""


def run(kind: str, error: int, step: int = 1) -> Verdict:
    """Fail each `step`-th operation of a kind ("w" or "s") in turn."""
    verdict = Verdict()
    total = _count(kind)
    for number in range(1, total + 1, step):
        _try(kind, number, error, verdict)
    return verdict


def _count(kind: str) -> int:
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir=MEMORY))
    counted = folder / "count"

    def sell_all() -> None:
        terminal, person = start(folder)
        shim.watch(folder, None)
        shim.arm(kind, 1 << 30, errno.EIO)
        for number in range(SALES):
            sell(terminal, person, *BASKETS[number % len(BASKETS)])
        total = shim.seen()
        shim.arm(kind, 0, 0)
        counted.write_text(str(total))

    in_child(sell_all)
    total = int(counted.read_text())
    shutil.rmtree(folder)
    return total


def _try(kind: str, number: int, error: int, verdict: Verdict) -> None:
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir=MEMORY))
    acks, told = os.pipe()
    child = fork(lambda: _sell_through(folder, kind, number, error, told))
    os.close(told)
    with os.fdopen(acks) as pipe:
        lines = pipe.read().split()
    _, status = os.waitpid(child, 0)
    verdict.faults += 1
    verdict.refused += lines.count("refused")
    acked = {line for line in lines if line != "refused"}
    with opened(folder) as terminal:
        known = known_sales(terminal)
        wrong = [
            "the till died" if status else "",
            f"lost {acked - known}" if acked - known else "",
            f"doubled or unsaid {known - acked}" if known - acked else "",
            "chain" if journals.verify_journal(terminal) else "",
            "" if unique_receipts(terminal) else "a receipt number twice",
        ]
    if any(wrong):
        verdict.bad += 1
        verdict.first = verdict.first or f"{kind}{number}: " + "; ".join(filter(None, wrong))
    shutil.rmtree(folder)


def _sell_through(folder: Path, kind: str, number: int, error: int, told: int) -> None:
    """Sell on through the fault: a Fault means that the sale is not saved, an answer that it is."""
    terminal, person = start(folder)
    shim.watch(folder, None)
    shim.arm(kind, number, error)
    for at in range(SALES):
        try:
            sale = sell(terminal, person, *BASKETS[at % len(BASKETS)])
            os.write(told, sale.sale_id.encode() + b"\n")
        except Fault:
            os.write(told, b"refused\n")
