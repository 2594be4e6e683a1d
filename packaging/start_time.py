#!/usr/bin/env python3
"""How fast the frozen program starts beside the source tree: until a command answers, and until a till is open.

python packaging/start_time.py FOLDER/eckwms [--rounds 7]

Both take turns on data folders of their own, without a screen. Printed are medians in seconds, and the ratio.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SOURCE = [sys.executable, "-m", "desktop"]


def main() -> int:
    """Measure and print one line for each way to start."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ways = {"frozen": [str(asked.program.resolve())], "source": SOURCE}
    for name, measure in (("--version", version), ("self-test", selftest), ("open till", window)):
        took: dict[str, list[float]] = {way: [] for way in ways}
        for turn in range(asked.rounds + 1):
            for way, command in ways.items():
                seconds = measure(command)
                if turn:  # what the disk has to read is read in the first
                    took[way].append(seconds)
        frozen, source = median(took["frozen"]), median(took["source"])
        print(f"{name:10} frozen {frozen:.2f} s, source {source:.2f} s, ratio {frozen / source:.2f}", flush=True)
    return 0


def version(command: list[str]) -> float:
    """Seconds until the version is told."""
    return _timed([*command, "--version"])


def selftest(command: list[str]) -> float:
    """Seconds until every part has been tried."""
    return _timed([*command, "self-test"])


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).resolve().parent.parent)
    return time.perf_counter() - began


def window(command: list[str]) -> float:
    """Seconds until a till of a new data folder is open and answers other processes."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        words = [*command, "--data-dir", folder, "run"]
        with subprocess.Popen(words, stderr=subprocess.DEVNULL, cwd=Path(__file__).resolve().parent.parent) as till:
            while not (Path(folder) / "owner.json").exists():
                if till.poll() is not None or time.perf_counter() - began > 60:
                    raise SystemExit(f"the till did not open ({till.poll()})")
                time.sleep(0.005)
            took = time.perf_counter() - began
            till.terminate()
        return took


if __name__ == "__main__":
    sys.exit(main())
