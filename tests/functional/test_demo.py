"""`make demo` without a display: a whole day through the real window, as the README says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_a_day_runs_headless_and_leaves_pictures_and_a_report(tmp_path: Path) -> None:
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "tasks.py", "demo", "--screenshots", str(tmp_path / "pictures")]
    ran = subprocess.run(command, cwd=ROOT, env=hidden, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    report = json.loads(ran.stdout.strip().splitlines()[-1])
    assert report["ok"], report
    assert report["terminal"]["entries"] == report["centre"]["entries"] > 5
    pictures = list((tmp_path / "pictures").glob("*.png"))
    assert len(pictures) > 3
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
