"""Drills: one at a time, begun by a person and ended by what is sealed."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Signal

from desktop.domain.drill import DRILLS, Drill, Result, judge
from desktop.operations import drills
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic
from desktop.ui.drills.drill_rows import DrillState


class DrillsPresenter(QObject):
    """`changed(DrillState)`, `begun(key)`, `passed(Result)`; `clock_s` gives seconds that only go on."""

    changed = Signal(object)
    begun = Signal(str)
    passed = Signal(object)

    def __init__(
        self, terminal: Terminal, clock_s: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._terminal, self._clock_s = terminal, clock_s
        self.state = DrillState()
        self._drill: Drill | None = None
        self._since, self._began_s = 0, 0.0
        self._stop = terminal.database.listen(self._on_topics)

    def begin(self, key: str) -> None:
        """Begin a drill; the one at hand is given up."""
        self._drill = next(drill for drill in DRILLS if drill.key == key)
        self._since, self._began_s = drills.last_position(self._terminal), self._clock_s()
        self._put(running=key)
        self.begun.emit(key)

    def give_up(self) -> None:
        """End the drill at hand without a result."""
        self._drill = None
        self._put(running="")

    def following(self) -> str:
        """Give the key of the drill after the last one that was passed; the first after all."""
        keys = [drill.key for drill in DRILLS]
        done = self.state.last.key if self.state.last else keys[-1]
        return keys[(keys.index(done) + 1) % len(keys)]

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._drill is None or Topic.SYNC not in topics:
            return
        happened = drills.list_happened(self._terminal, self._since)
        result = judge(self._drill, happened, self._clock_s() - self._began_s)
        if result is not None:
            self._drill = None
            self._put(running="", last=result, best=_better(self.state.best, result))
            self.passed.emit(result)

    def _put(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)


def _better(best: dict[str, Result], result: Result) -> dict[str, Result]:
    known = best.get(result.key)
    return best if known and known.points >= result.points else best | {result.key: result}
