"""A centre and a terminal work for a long while: what both keep in memory does not grow.

The terminal is the real one, on real files, selling and handing in without a rest; afterwards both ends are compared
as after the kills. Memory is what a process and its children have asked for (the centre's PostgreSQL among them; its
shared buffers, which fill as far as they were told to, do not count). The first third of the time is for getting warm;
over the other two a straight line is laid, and its slope is the growth.
"""

import os
import random
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.prove.kills import NEVER_UP_S, Verdict, compare, listen, shop, start_terminal, take_in
from tests.prove.living import InHand, Manner

GROWTH_BOUND_MB_PER_MIN = 0.2
"""More than that is a leak: 6 MB in half an hour."""
JUDGED_FROM_MIN = 10.0
"""A shorter run shows figures and judges no slope: a cache that fills looks the same."""
PAUSE_S = 0.1
SAMPLES = 300


def read_own_kb(pid: int) -> int:
    """Give a process's anonymous memory (proc(5), RssAnon).

    Not what belongs to it alone: a page of the shared buffers that nobody else has looked at yet counts there too.
    """
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")), 0)


@dataclass
class Memory:
    """Megabytes that a process and its children have asked for, by minutes; no shared memory, no files."""

    name: str
    minutes: list[float] = field(default_factory=list)
    mb: list[float] = field(default_factory=list)

    def sample(self, process: psutil.Process, minutes: float) -> None:
        """Look once."""
        self.minutes.append(minutes)
        own_kb = 0
        for each in (process, *process.children(recursive=True)):
            with suppress(FileNotFoundError, ProcessLookupError):  # a database connection that has just closed
                own_kb += read_own_kb(each.pid)
        self.mb.append(own_kb / 1024)

    @property
    def growth_mb_per_min(self) -> float:
        """The slope over the last two thirds."""
        warm = len(self.mb) // 3
        return slope(self.minutes[warm:], self.mb[warm:])

    def __str__(self) -> str:
        if not self.mb:
            return f"{self.name} was not seen"
        told = f"{self.name} {self.mb[0]:.0f} MB at first, {self.mb[-1]:.0f} at last, {max(self.mb):.0f} at most"
        return f"{told}, {self.growth_mb_per_min:+.2f} MB a minute"


@dataclass
class Soak:
    """How long both worked, what they kept in memory, and whether they agree."""

    minutes: float
    centre: Memory = field(default_factory=lambda: Memory("centre"))
    terminal: Memory = field(default_factory=lambda: Memory("terminal"))
    ends: Verdict = field(default_factory=Verdict)

    @property
    def good(self) -> bool:
        """Both ends agree, and nothing grows."""
        growth = max(self.centre.growth_mb_per_min, self.terminal.growth_mb_per_min)
        flat = growth <= GROWTH_BOUND_MB_PER_MIN or self.minutes < JUDGED_FROM_MIN
        return flat and not self.ends.bad and bool(self.ends.sold)

    def __str__(self) -> str:
        told = f"{self.minutes:.1f} min, {len(self.ends.sold)} sales; {self.centre}; {self.terminal}"
        told += "" if self.minutes >= JUDGED_FROM_MIN else "; too short to judge the slope"
        return "; ".join([told, *self.ends.bad[:3]])


def run(minutes: float, seed: int) -> Soak:
    """Let a terminal sell to a centre of its own for so long."""
    soak = Soak(minutes)
    with shop() as (till, folder, centre):
        heard, child = start_terminal(till, random.Random(seed), InHand(), Manner(pause_s=PAUSE_S))
        take_in(listen(heard, NEVER_UP_S, stop_at="up"), InHand(), soak.ends)
        _watch(soak, psutil.Process(centre.process.pid), psutil.Process(child), heard)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            soak.ends.bad.append(f"the terminal ended by itself ({status})")
        take_in(listen(heard, NEVER_UP_S), InHand(), soak.ends)
        os.close(heard)
        soak.ends.kills = 1  # the sale it was at may be saved and unsaid
        compare(till, folder, soak.ends)
    return soak


def _watch(soak: Soak, centre: psutil.Process, terminal: psutil.Process, heard: int) -> None:
    """Take samples for the whole time, and hear what the terminal says."""
    began, every_s = time.monotonic(), soak.minutes * 60 / SAMPLES
    while (minutes := (time.monotonic() - began) / 60) < soak.minutes:
        if terminal.status() == psutil.STATUS_ZOMBIE:
            soak.ends.bad.append(f"the terminal ended after {minutes:.1f} minutes")
            return
        soak.centre.sample(centre, minutes)
        soak.terminal.sample(terminal, minutes)
        take_in(listen(heard, every_s), InHand(), soak.ends)


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Give the slope of the straight line through the points that misses them least; 0 for fewer than two."""
    if len(xs) < 2:
        return 0.0
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread
