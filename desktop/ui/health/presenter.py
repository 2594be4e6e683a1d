"""Sync and health: what waits and why, the cases, followed live; checking and exporting run beside the window."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.permission import may
from desktop.domain.staff import Right
from desktop.domain.unsent import Exported, Weight
from desktop.faults import Fault
from desktop.operations import staff
from desktop.operations.backups import read_state
from desktop.operations.cases import list_cases
from desktop.operations.rights import read_shop, read_standing
from desktop.operations.terminal import Terminal
from desktop.operations.unsent import read_handing_in
from desktop.store.topics import Topic
from desktop.ui.health.health_rows import Checked, HealthState, TillFacts
from sync.status import EngineStatus

TICK_MS = 1_000
SETTLE_MS = 200
"""Commits follow each other closely; the list is read once for all of them."""

PATIENCE_S = 10
"""How long "trying" is said when the engine says nothing new."""


@dataclass(frozen=True)
class HealthHands:
    """What the screen may do, given by the composition root.

    `try_now()` wakes the engine, `check()` verifies every entry, `export(folder)` writes what is unsent to a file,
    `weigh()` tells what a large backlog is worth; the last three are awaited, work on a connection of their own and
    raise Fault. `facts()` tells who this till is, `print_note(lines)` prints a note.
    """

    try_now: Callable[[], None]
    check: Callable[[], Awaitable[Checked]]
    export: Callable[[str], Awaitable[Exported]]
    weigh: Callable[[], Awaitable[Weight]]
    facts: Callable[[], TillFacts] = TillFacts
    print_note: Callable[[Sequence[tuple[str, str]]], None] = lambda lines: None


class HealthPresenter(QObject):
    """`changed(HealthState)`, `faulted(Fault)`. Reads only while it is shown."""

    changed = Signal(object)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, hands: HealthHands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._hands = terminal, hands
        self._shown = self._heavy = self._weighing = self._weigh_again = False
        self._tried_at: datetime | None = None
        self._tasks: set[asyncio.Future[None]] = set()
        self.state = HealthState(terminal.clock.now(), terminal.name, terminal.signer.terminal)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.reload)
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown."""
        self._shown = True
        self._tick.start()
        self.reload()

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False
        self._tick.stop()
        self._settle.stop()

    def reload(self) -> None:
        """Read what waits and what is to be decided."""
        terminal = self._terminal
        try:
            waiting, cases, person = read_handing_in(terminal), list_cases(terminal), staff.signed_in(terminal)
            standing = read_standing(terminal)
            with terminal.database.reading() as connection:
                shop, backup = read_shop(connection, terminal), read_state(connection)
        except Fault as fault:
            self.faulted.emit(fault)
            return
        self._heavy = waiting.weight is None
        if self._heavy:
            waiting = replace(waiting, weight=self.state.waiting.weight)
            self._weigh()
        may_check = person is not None and may(person, Right.JOURNAL, shop)
        name = shop.name if shop else ""
        self._put(waiting=waiting, cases=cases, may_check=may_check, shop=name, rights=standing, backup=backup)
        self._put(facts=self._hands.facts())

    def show_sync(self, status: EngineStatus) -> None:
        """Take the engine's newest status."""
        now = self._terminal.clock.now()
        since = self.state.since
        if status.state != "offline":
            since = None
        elif since is None:
            since = datetime.fromisoformat(status.last_contact) if status.last_contact else now
        self._put(status=status, told_at=now, since=since, trying=False)

    def try_now(self) -> None:
        """Ask the engine not to wait."""
        self._tried_at = self._terminal.clock.now()
        self._put(trying=True)
        self._hands.try_now()

    def check_journal(self) -> None:
        """Check every entry of the journal, beside the window."""
        if not self.state.checking:
            self._put(checking=True)
            self._begin(self._checked())

    def export(self, folder: str) -> None:
        """Write what is unsent to a file in this folder, beside the window."""
        if not self.state.exporting:
            self._put(exporting=True, exported=None, export_fault=None)
            self._begin(self._exported(folder))

    def print_note(self, lines: Sequence[tuple[str, str]]) -> None:
        """Print a note as it is shown."""
        self._hands.print_note(lines)

    def dismiss(self) -> None:
        """How the export ended was read."""
        self._put(exported=None, export_fault=None)

    def close(self) -> None:
        """Listen no more; what runs beside is left alone."""
        self.leave()
        self._stop()
        for task in self._tasks:
            task.cancel()

    async def _checked(self) -> None:
        try:
            checked = await self._hands.check()
            self._put(checked=checked, checked_at=self._terminal.clock.now())
        except Fault as fault:
            self.faulted.emit(fault)
        finally:
            self._put(checking=False)

    async def _exported(self, folder: str) -> None:
        try:
            self._put(exported=await self._hands.export(folder))
        except Fault as fault:
            self._put(export_fault=fault)
        finally:
            self._put(exporting=False)

    def _weigh(self) -> None:
        self._weigh_again = True
        if not self._weighing:
            self._weighing = True
            self._begin(self._weighed())

    async def _weighed(self) -> None:
        """Weigh beside the window until what was weighed last is what was read last; the old figures stay till then."""
        try:
            while self._shown and self._weigh_again:
                self._weigh_again = False
                weight = await self._hands.weigh()
                if self._heavy:
                    self._put(waiting=replace(self.state.waiting, weight=weight))
        except Fault as fault:
            self.faulted.emit(fault)
        finally:
            self._weighing = False

    def _begin(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _on_tick(self) -> None:
        now = self._terminal.clock.now()
        waited_s = (now - self._tried_at).total_seconds() if self._tried_at else 0
        self._put(trying=self.state.trying and waited_s < PATIENCE_S)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and topics & {Topic.SYNC, Topic.CASES}:
            self._settle.start()

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, now=self._terminal.clock.now(), **changes)
        self.changed.emit(self.state)
