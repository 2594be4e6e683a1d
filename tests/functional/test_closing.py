"""What is left of the window when the program ends."""

import os
import subprocess
import sys
from pathlib import Path


def test_no_window_stands_when_the_interpreter_ends(tmp_path: Path) -> None:
    """What still stands then is taken apart in no order, and its widgets crash when they hear of it."""
    command = [sys.executable, "-m", "tests.functional.closing", str(tmp_path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "shown 1\nleft 0\n", "")
