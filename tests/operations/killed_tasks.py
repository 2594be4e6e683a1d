"""A terminal that is killed in the middle of tasks of every kind; a program of its own: FOLDER.

Each scan that is on disk is told in a line, `TASK CODE`: whoever has read so many of them kills it.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.commands.tasks import read_codes, take_line
from desktop.domain.clock import SystemClock
from desktop.domain.task import TaskKind
from desktop.domain.task_step import BY_HAND, WITH_REASON
from desktop.operations import packing, picking, picking_scans, tasks
from sync.wire.orders import OrderLine
from tests.operations.picking_ground import WIM, order, tell
from tests.terminals import BREAD, EGGS, MILK, build_terminal

Take = Callable[[str], object]


def main(folder: Path) -> None:
    """Begin a task of every kind and scan in turn, until killed."""
    terminal = build_terminal(folder, SystemClock())
    codes, much = read_codes(terminal), OrderLine(n=1, product_id="milk", quantity_milli=300_000)
    tell(terminal, order("P-1", much), order("P-2", much, packs=True))
    came = tasks.open_task(terminal, WIM, TaskKind.RECEIVE, place_id="shelf")
    take_line(codes, came.id, f"600*{MILK}", partial=False)
    tasks.post_task(terminal, WIM, came.id)
    takes: dict[str, Take] = {}
    for kind in BY_HAND:
        task = tasks.open_task(terminal, WIM, kind, reason="broken" if kind in WITH_REASON else "")
        takes[task.id] = partial(take_line, codes, task.id, partial=False, at="shelf")
    for number in ("P-2", "P-1"):
        task = picking.begin_picking(terminal, WIM, [number])
        take = partial(picking_scans.take_scan, terminal, WIM, task.id, codes)
        take("shelf")
        if number == "P-2":
            take(MILK, 300)
            picking.post_picking(terminal, WIM, task.id)
            task = packing.begin_packing(terminal, WIM, number)
            take = partial(packing.take_scan, terminal, WIM, task.id, codes)
        takes[task.id] = take
    by_hand = list(takes)[: len(BY_HAND)]
    scan(takes, "shelf", by_hand)
    while True:
        scan(takes, MILK, list(takes))
        for code in (EGGS, BREAD):
            scan(takes, code, by_hand)


def scan(takes: dict[str, Take], code: str, ids: list[str]) -> None:
    """Scan a code in each of these tasks, and tell of it once it is on disk."""
    for name in ids:
        takes[name](code)
        print(name, code, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
