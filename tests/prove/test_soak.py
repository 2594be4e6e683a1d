"""What the soak calls growth; the soak itself takes half an hour and is one of `make prove`."""

import random

import pytest

from tests.prove.soak import GROWTH_BOUND_MB_PER_MIN, Memory


def kept(per_min: float) -> Memory:
    """Memory that fills a cache of 40 MB in the first minutes, is noisy, and grows by so much a minute."""
    rng = random.Random(1)
    minutes = [number / 10 for number in range(300)]
    return Memory("it", minutes, [100 + min(at, 8) * 5 + at * per_min + rng.uniform(-2, 2) for at in minutes])


def test_a_leak_is_told_from_a_cache_that_fills() -> None:
    assert kept(0.0).growth_mb_per_min == pytest.approx(0, abs=0.05)
    assert kept(0.0).growth_mb_per_min < GROWTH_BOUND_MB_PER_MIN < kept(0.3).growth_mb_per_min
    assert Memory("never seen").growth_mb_per_min == 0
