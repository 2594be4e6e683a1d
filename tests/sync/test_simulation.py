"""The engine over 30 seeded lives; `make prove` runs hundreds of others."""

from pathlib import Path

import pytest

from tests.sync.simulation import simulate


@pytest.mark.parametrize("seed", range(30))
def test_every_schedule_ends_level(seed: int, tmp_path: Path) -> None:
    tally = simulate(seed, tmp_path, steps=40)
    assert tally.entries
