"""The proof by power cuts in small: as `make prove` runs it, in a program that was started under the recorder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.prove import shim

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not (shutil.which("cc") or shutil.which("gcc")), reason="the recorder has to be compiled")
def test_no_sale_is_lost_by_a_power_cut_and_weaker_settings_lose_some() -> None:
    environment = {name: value for name, value in os.environ.items() if name != shim.UNDER}
    command = [sys.executable, "-m", "tests.prove", "power-cuts", "--cuts", "60"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "EXTRA 0 bad of 60 cuts" in done.stdout
