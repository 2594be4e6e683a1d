"""Many seeded lives on all cores, and faults built in on purpose that the promises have to catch."""

import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.sync.simulation import Tally, simulate

FAULTS = {"torn": "S5", "reclosing": "S8", "forgetful": "S8", "generous": "S9", "boundless": "S9", "bare": "S10"}
"""Faults to build in, and the promise that each breaks."""
CONTROLS = 6
"""Schedules that each fault gets."""


def _verdict(seed: int, broken: str = "") -> tuple[Tally | None, str]:
    """Run one seed; the tally, or what was broken."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return simulate(seed, Path(folder), broken=broken), ""
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told with its seed
            return None, f"seed {seed}: {type(error).__name__}: {error}"


def prove(schedules: int, first_seed: int) -> tuple[bool, str]:
    """Run many seeds on all cores; whether all of them held, and the figures."""
    seeds = range(first_seed, first_seed + schedules)
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        verdicts = list(pool.map(_verdict, seeds, chunksize=5))
        caught = {fault: _catch(pool, fault, seeds) for fault in FAULTS}
    good = [tally for tally, _ in verdicts if tally is not None]
    broken = [words for _, words in verdicts if words]
    sums = {
        name: sum(getattr(tally, name) for tally in good)
        for name in ("entries", "requests", "restarts", "rollbacks", "restores", "clones", "recalled")
    }
    figures = f"{len(good)} of {schedules} schedules level: " + ", ".join(f"{n} {name}" for name, n in sums.items())
    figures += "; controls caught: " + ", ".join(f"{name} {n} of {CONTROLS}" for name, n in caught.items())
    return not broken and all(caught.values()), "; ".join([figures, *broken[:3]])


def _catch(pool: ProcessPoolExecutor, fault: str, seeds: range) -> int:
    """Build a fault in and count the schedules that broke just the promise that it breaks."""
    chosen = [seeds.start + n for n in range(CONTROLS)]
    words = [words for _, words in pool.map(_verdict, chosen, [fault] * CONTROLS)]
    return sum(f"AssertionError: {FAULTS[fault]}: " in each for each in words)
