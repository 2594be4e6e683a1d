#!/usr/bin/env python3
"""The kiosk's unit tried on a screen in memory: the till covers all of it, has no title bar, and ends with the till.

python3 packaging/linux/try_kiosk.py [--picture FILE.ppm]

It runs what the unit starts, as the person who calls it (cage starts nothing for root), with a data directory of its
own. It needs eckwms, cage, xwayland, xvfb and grim.
"""

import argparse
import configparser
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

UNIT = Path(__file__).with_name("eckwms-kiosk@.service")
PATIENCE_S, PAINTED_S = 60.0, 5.0
DARK = 16
"""Of 255; the till's own ground is lighter in its light theme."""


def main() -> int:
    """Try it; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--picture", type=Path, help="keep what was on the screen")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, screen() as name:
        seen = live(Path(place), name)
    if asked.picture:
        asked.picture.write_bytes(seen)
    bare = bare_corners(seen)
    print(f"FAILED: not covered: {', '.join(bare)}" if bare else "the till covers the screen, and cage ends with it")
    return 1 if bare else 0


@contextmanager
def screen() -> Iterator[str]:
    """A screen in memory; gives its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


def live(place: Path, screen_name: str) -> bytes:
    """Start what the unit starts, look, kill the till; gives what was on the screen as a PPM picture."""
    unit = configparser.RawConfigParser(strict=False)
    unit.read(UNIT, "utf-8")
    data, sockets = place / "till", place / "run"
    sockets.mkdir(mode=0o700)
    around = os.environ | {"XDG_RUNTIME_DIR": str(sockets), "ECKWMS_DATA_DIR": str(data), "QT_QPA_PLATFORM": "wayland"}
    around |= {"DISPLAY": screen_name, "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"}
    with subprocess.Popen(unit["Service"]["ExecStart"].split(), env=around) as cage:
        try:
            until((data / "owner.json").exists, "the till did not open")
            time.sleep(PAINTED_S)
            shot = ["grim", "-t", "ppm", "-"]
            seen = subprocess.run(shot, env=around | {"WAYLAND_DISPLAY": "wayland-0"}, capture_output=True, check=True)
            os.kill(till_under(cage.pid), signal.SIGKILL)
            until(lambda: cage.poll() is not None, "cage went on without the till")
        finally:
            cage.terminate()
    return seen.stdout


def till_under(cage: int) -> int:
    """Give the process that cage has started for the till, beside its X server."""
    children = Path(f"/proc/{cage}/task/{cage}/children").read_text().split()
    return next(int(one) for one in children if Path(f"/proc/{one}/comm").read_text() != "Xwayland\n")


def until(holds: Callable[[], bool], wrong: str) -> None:
    """Wait until something holds; ends the program with what is wrong when it does not."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"FAILED: {wrong}")
        time.sleep(0.2)


def bare_corners(picture: bytes) -> list[str]:
    """Name the corners of a PPM picture that are dark: a title bar has round ones, a small window leaves some free."""
    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    bottom = (height - 1) * width
    corners = {"top left": 0, "top right": width - 1, "bottom left": bottom, "bottom right": bottom + width - 1}
    return [where for where, at in corners.items() if max(pixels[at * 3 : at * 3 + 3]) < DARK]


if __name__ == "__main__":
    sys.exit(main())
