"""Figures for Prometheus, of one process and of all processes of one `eckwms-server run` together.

Each worker writes its figures to a file of its own every two seconds; whoever is asked reads the others' files and
adds its own. Counters of workers that have ended stay counted, their gauges do not. It works without the database.
"""

import bisect
import contextlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sync.wire.messages import PUSH

FOLDER_VARIABLE = "ECKWMS_FIGURES"
WRITE_EVERY_S = 2.0
BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

FAMILIES = {
    "eckwms_uptime_seconds": ("gauge", "Age of the process that answers"),
    "eckwms_processes": ("gauge", "Processes that these figures are of"),
    "eckwms_process_live_lines": ("gauge", "Open live lines of each process"),
    "eckwms_live_lines": ("gauge", "Open live lines"),
    "eckwms_live_total": ("counter", "Live lines opened, messages sent over them, messages confirmed"),
    "eckwms_database_up": ("gauge", "1 when the database answers the process that answers"),
    "eckwms_database_pool": ("gauge", "Figures of the connection pools, added up"),
    "eckwms_database_pool_total": ("counter", "Requests to the connection pools and what became of them"),
    "eckwms_sequencer_lag_seconds": ("gauge", "Age of the oldest change that has no place in a feed yet"),
    "eckwms_feed_position": ("gauge", "How far each lane of the feeds is numbered"),
    "eckwms_journal_entries": ("gauge", "Entries landed"),
    "eckwms_journal_unprojected": ("gauge", "Landed entries that are in no table yet"),
    "eckwms_journal_quarantined": ("gauge", "Entries that cannot be projected"),
    "eckwms_cases_open": ("gauge", "Cases that wait for a person"),
    "eckwms_devices": ("gauge", "Registered devices by state"),
    "eckwms_live_connected": ("gauge", "Open live lines over all servers of this centre"),
    "eckwms_http_requests_total": ("counter", "Requests answered, by status"),
    "eckwms_http_request_seconds_total": ("counter", "Seconds that requests took together"),
    "eckwms_http_request_duration_seconds": ("histogram", "How long requests took; pushes apart from the rest"),
}


class Figures(msgspec.Struct, kw_only=True):
    """What one process counted: values by name with labels, as in Prometheus' text format."""

    pid: int = 0
    counters: dict[str, float] = {}
    gauges: dict[str, float] = {}


@dataclass(slots=True)
class Durations:
    """How many requests took how long: one count per bucket, and one for the longer ones."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS_S) + 1))
    seconds: float = 0.0

    def note(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect.bisect_left(BUCKETS_S, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Traffic:
    """Requests answered by this process: by status, and how long they took; journal pushes apart from the rest."""

    by_status: Counter[int] = field(default_factory=Counter)
    durations: dict[str, Durations] = field(default_factory=lambda: {"push": Durations(), "other": Durations()})

    def note(self, path: str, status: int, seconds: float) -> None:
        """Count a request."""
        self.by_status[status] += 1
        self.durations["push" if path == PUSH else "other"].note(seconds)

    def counters(self) -> dict[str, float]:
        """Give the counters by name with labels."""
        found: dict[str, float] = {
            f'eckwms_http_requests_total{{status="{status}"}}': count for status, count in self.by_status.items()
        }
        found["eckwms_http_request_seconds_total"] = sum(lane.seconds for lane in self.durations.values())
        for lane, durations in self.durations.items():
            found |= _histogram("eckwms_http_request_duration_seconds", lane, durations)
        return found


def _histogram(name: str, lane: str, durations: Durations) -> dict[str, float]:
    found: dict[str, float] = {}
    below = 0
    for limit, count in zip([*BUCKETS_S, "+Inf"], durations.counts, strict=True):
        below += count
        found[f'{name}_bucket{{lane="{lane}",le="{limit}"}}'] = below
    found[f'{name}_sum{{lane="{lane}"}}'] = durations.seconds
    found[f'{name}_count{{lane="{lane}"}}'] = below
    return found


def write_figures(folder: Path, figures: Figures) -> None:
    """Leave this process's figures for the others, whole or not at all."""
    whole, part = folder / f"{figures.pid}.json", folder / f"{figures.pid}.part"
    part.write_bytes(msgspec.json.encode(figures))
    part.replace(whole)


def read_figures(folder: Path | None, own: Figures) -> list[Figures]:
    """Give the figures of all processes: this one's as they are now, the others' as they last wrote them."""
    others = [] if folder is None else list(_read_others(folder, own.pid))
    return [own, *others]


def _read_others(folder: Path, own_pid: int) -> Iterator[Figures]:
    for path in sorted(folder.glob("*.json")):
        with contextlib.suppress(OSError, msgspec.DecodeError):
            figures = msgspec.json.decode(path.read_bytes(), type=Figures)
            if figures.pid == own_pid:
                continue
            yield figures if _is_alive(figures.pid) else Figures(pid=figures.pid, counters=figures.counters)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def add_up(all_figures: Iterable[Figures]) -> dict[str, float]:
    """Add the figures of several processes, name by name, and say of how many they are."""
    total: dict[str, float] = {"eckwms_processes": 0}
    for figures in all_figures:
        total["eckwms_processes"] += bool(figures.gauges)
        for name, value in (figures.counters | figures.gauges).items():
            total[name] = total.get(name, 0) + value
        if lines := figures.gauges.get("eckwms_live_lines"):
            total[f'eckwms_process_live_lines{{process="{figures.pid}"}}'] = lines
    return total


def render(values: Mapping[str, float]) -> str:
    """Write figures in Prometheus' text format, each family under its type. Unknown names are an error."""
    by_family: dict[str, list[str]] = {family: [] for family in FAMILIES}
    for name, value in values.items():
        by_family[_family(name)].append(f"{name} {_number(value)}")
    lines: list[str] = []
    for family, (kind, about) in FAMILIES.items():
        if by_family[family]:
            lines += [f"# HELP {family} {about}", f"# TYPE {family} {kind}", *by_family[family]]
    return "\n".join(lines) + "\n"


def _family(name: str) -> str:
    bare = name.partition("{")[0]
    if bare in FAMILIES:
        return bare
    for ending in ("_bucket", "_sum", "_count"):
        if bare.endswith(ending) and bare.removesuffix(ending) in FAMILIES:
            return bare.removesuffix(ending)
    raise KeyError(name)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6f}"


def figures_folder() -> Path | None:
    """Where the processes of one run leave their figures; None where there is only this process."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else None
