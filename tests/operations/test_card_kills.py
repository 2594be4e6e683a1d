"""The till is killed at every step of the dialogue with the card terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOTAL = 589


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_at_any_step_a_card_is_charged_once_and_the_sale_is_made_once(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.operations.card_kills", str(tmp_path)]
    run = subprocess.run(program, capture_output=True, text=True, timeout=160, check=False)
    assert run.returncode == 0, run.stderr
    trials = [json.loads(line) for line in run.stdout.splitlines()]
    killed = [one for one in trials if one["ended"] == -9]
    assert len(killed) == len(trials) - 1 > 20
    for one in trials:
        facts = (one["code"], one["sales"], one["taken"], one["charged"], one["open"])
        assert facts == (0, 1, [{"card": TOTAL}], TOTAL, 0), one
