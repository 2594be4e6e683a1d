"""One measured thing: our figure and the bare one, pass by pass, and what was aimed at."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Literal

Unit = Literal["s", "ms", "µs", "MB"]
_PER_SECOND = {"s": 1.0, "ms": 1e3, "µs": 1e6}


@dataclass(frozen=True)
class Plan:
    """How much to measure: `quick` is for the test that everything still runs, and says nothing about speed."""

    quick: bool = False
    passes: int = 5

    def size(self, full: int, quick: int) -> int:
        """Choose between the real size and a tiny one."""
        return quick if self.quick else full


@dataclass(frozen=True)
class Aim:
    """A bound on the ratio, or on the figure itself where nothing bare stands beside it."""

    kind: Literal["at most", "at least"]
    bound: float
    unit: str = ""

    def met(self, value: float) -> bool:
        """Whether a value keeps to the bound."""
        return value <= self.bound if self.kind == "at most" else value >= self.bound

    def __str__(self) -> str:
        sign = "≤" if self.kind == "at most" else "≥"
        return f"{sign} {self.bound:g}{' ' + self.unit if self.unit else ''}"


@dataclass(frozen=True)
class Figure:
    """One line of the table; `ours` and `bare` have a value per pass, lower is better. `bare` may be empty.

    A ratio with an aim "at least" is bare through ours (a speed), else ours through bare (a cost).
    """

    what: str
    unit: Unit
    ours: tuple[float, ...]
    bare: tuple[float, ...] = ()
    aim: Aim | None = None

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ratio of each pass; empty without a bare figure."""
        speed = self.aim is not None and self.aim.kind == "at least"
        return tuple(b / o if speed else o / b for o, b in zip(self.ours, self.bare, strict=True)) if self.bare else ()

    @property
    def met(self) -> bool | None:
        """Whether the aim is met by the median; None without one."""
        return self.aim.met(statistics.median(self.ratios or self.ours)) if self.aim else None

    def cells(self) -> tuple[str, ...]:
        """Write the line: what, ours, bare, ratio, aim, verdict."""
        return (
            self.what,
            f"{_amount(statistics.median(self.ours))} {self.unit}",
            f"{_amount(statistics.median(self.bare))} {self.unit}" if self.bare else "",
            _spread(self.ratios) if self.ratios else _range(self.ours, self.unit),
            str(self.aim) if self.aim else "",
            {True: "met", False: "missed", None: ""}[self.met],
        )


def figure(what: str, unit: Unit, passes: Sequence[Sequence[float]], aim: Aim | None = None) -> Figure:
    """Make a line of the table from (ours, bare) of every pass, or from (ours,) alone."""
    ours, *bare = zip(*passes, strict=True)
    return Figure(what, unit, tuple(ours), tuple(bare[0]) if bare else (), aim)


HEADINGS = ("measured", "ours", "bare", "ratio, median (min–max)", "aim", "")


def _amount(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _range(values: Sequence[float], unit: str) -> str:
    return f"({_amount(min(values))}–{_amount(max(values))} {unit})" if len(values) > 1 else ""


class Stopwatch:
    """Collects how long single calls take, in one unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.times: list[float] = []

    def time(self, call: Callable[[], object]) -> None:
        """Call, and keep the time it took."""
        began = perf_counter()
        call()
        self.times.append((perf_counter() - began) * _PER_SECOND[self.unit])

    def quantile(self, share: float) -> float:
        """Give the time that this share of the calls stayed within."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def mean(self) -> float:
        """Give the time of a call, all together through their number."""
        return statistics.mean(self.times)

    @property
    def median(self) -> float:
        """Give the time of the middle call."""
        return statistics.median(self.times)


Pair = tuple[Callable[[], object], Callable[[], object]]


def side_by_side(pairs: Iterator[Pair], unit: Unit) -> tuple[Stopwatch, Stopwatch]:
    """Time two ways of doing the same, turn and turn about, so that a noisy moment hits both."""
    ours, bare = Stopwatch(unit), Stopwatch(unit)
    for number, (call, plain) in enumerate(pairs):
        turns = [(ours, call), (bare, plain)]
        for watch, work in turns if number % 2 else reversed(turns):
            watch.time(work)
    return ours, bare
