"""The proofs by `kill -9` in small; `make prove` has the full size."""

import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.prove.centre_kills import batter
from tests.prove.kills import Verdict, compare, kill_often, run, shop


def in_fresh_process(work: Callable[..., Verdict], *values: int) -> Verdict:
    """Run a proof as `make prove` does: what forks must have no threads, and tests before this one left some."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *values).result()


def test_nothing_is_lost_or_doubled_by_kill_9_of_the_terminal() -> None:
    verdict = in_fresh_process(run, 4, 1)
    assert verdict.sold
    assert not verdict.bad, verdict


def kill_both(kills: int, seed: int) -> Verdict:
    """Kill the terminal so many times, then the centre once."""
    verdict, rng = Verdict(), random.Random(seed)
    with shop() as (till, folder, centre):
        kill_often(till, kills, rng, verdict)
        centre = batter(till, folder, centre, 1, rng, verdict)
        compare(till, folder, verdict)
        centre.stop()
    return verdict


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_by_kill_9_of_the_terminal_and_then_of_the_centre() -> None:
    verdict = in_fresh_process(kill_both, 10, 1)
    assert verdict.sold
    assert not verdict.bad, verdict
