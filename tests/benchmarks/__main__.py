"""`make bench`: python -m tests.benchmarks [NAME ...] [--quick] [--passes N].

Each benchmark runs in a process of its own. Full results are kept under build/ and make up docs/benchmarks.md, so
single ones can be measured again; quick ones only show that everything still runs.
"""

import argparse
import datetime
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import machine, report
from tests.benchmarks.figures import Plan

NAMES = (
    "sale_commit",
    "look_up",
    "pricing",
    "long_ticket",
    "z_report",
    "scan_to_paint",
    "start",
    "memory",
    "loop_gap",
    "centre_catalogue",
    "goods_history",
    "counting",
    "push",
    "pull",
)
FOLDER = report.ROOT / "build" / "benchmarks"


def main() -> int:
    """Run what is named, or all of it; 1 when a benchmark did not come to its end."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="tiny sizes, figures that mean nothing")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--here", action="store_true", help="in this process, one by one")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    names = asked.names or NAMES
    if asked.here:
        for name in names:
            measure(name, Plan(asked.quick, 2 if asked.quick else asked.passes), FOLDER)
        return 0
    options = [option for option in sys.argv[1:] if option not in NAMES]
    commands = {name: [sys.executable, "-m", "tests.benchmarks", name, "--here", *options] for name in names}
    failed = [name for name, command in commands.items() if subprocess.run(command, env=environment()).returncode]
    if not asked.quick:
        kept = [report.recall(name, FOLDER / "results") for name in NAMES]
        headings = [importlib.import_module(f"tests.benchmarks.{name}").ABOUT for name in NAMES]
        report.write_page([result for result in kept if result], headings)
        print(f"\nwritten to {report.PAGE.relative_to(report.ROOT)}")
    if failed:
        print(f"not measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def environment() -> dict[str, str]:
    """The variables of a benchmark's process: no screen, nothing of the user's own set-up, bytecode is kept."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ECKWMS_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def measure(name: str, plan: Plan, folder: Path) -> report.Result:
    """Run one benchmark in a fresh folder, show its table, and keep it if it is a full one."""
    module = importlib.import_module(f"tests.benchmarks.{name}")
    work = folder / f"work-{name}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    found = machine.facts(work)
    began = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    try:
        figures = tuple(module.measure(plan, work))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    result = report.Result(name, module.ABOUT, began, max(len(one.ours) for one in figures), found, figures)
    print(f"\n{result.about}\n{report.table(figures)}", flush=True)
    if not plan.quick:
        report.keep(result, folder / "results")
    return result


if __name__ == "__main__":
    sys.exit(main())
