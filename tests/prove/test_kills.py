"""The proofs by `kill -9` in small; `make prove` has the full size."""

import random

import pytest

from tests.prove.centre_kills import batter
from tests.prove.kills import Verdict, compare, kill_often, shop


def test_nothing_is_lost_or_doubled_by_kill_9_of_the_terminal() -> None:
    verdict = Verdict()
    with shop() as (till, folder, _):
        kill_often(till, 4, random.Random(1), verdict)
        compare(till, folder, verdict)
    assert verdict.sold
    assert not verdict.bad, verdict


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_by_kill_9_of_the_terminal_and_then_of_the_centre() -> None:
    verdict = Verdict()
    with shop() as (till, folder, centre):
        kill_often(till, 10, random.Random(1), verdict)
        centre = batter(till, folder, centre, 1, random.Random(1), verdict)
        compare(till, folder, verdict)
        centre.stop()
    assert verdict.sold
    assert not verdict.bad, verdict
