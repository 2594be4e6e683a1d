"""Three engines over a few seeded lives; `make prove` runs a thousand others."""

from pathlib import Path

import pytest

from tests.sync.simulation import simulate
from tests.sync.simulation_proof import FAULTS


@pytest.mark.parametrize("seed", range(6))
def test_every_schedule_ends_level(seed: int, tmp_path: Path) -> None:
    tally = simulate(seed, tmp_path, steps=40)
    assert tally.entries


@pytest.mark.parametrize(
    ("fault", "seed"),
    [("torn", 101), ("reclosing", 104), ("forgetful", 101), ("generous", 101), ("boundless", 101), ("bare", 101)],
)
def test_a_fault_that_is_built_in_is_caught(fault: str, seed: int, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=f"^{FAULTS[fault]}: "):
        simulate(seed, tmp_path, broken=fault)
