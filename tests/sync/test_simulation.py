"""Three engines over a few seeded lives; `make prove` runs a thousand others."""

from pathlib import Path

import pytest

from tests.sync.simulation import simulate


@pytest.mark.parametrize("seed", range(6))
def test_every_schedule_ends_level(seed: int, tmp_path: Path) -> None:
    tally = simulate(seed, tmp_path, steps=40)
    assert tally.entries
