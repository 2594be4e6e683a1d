"""The tests marked `slow`: `make test` leaves them out, each has a smaller version there."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run() -> tuple[bool, str]:
    """Run them in a process of their own; whether all passed, and pytest's closing line."""
    command = [sys.executable, "-m", "pytest", "-m", "slow", "-n", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return done.returncode == 0, "; ".join([lines[-1] if lines else done.stderr[-300:], *failed[:3]])
