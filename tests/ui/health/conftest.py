"""The health screen over a real journal, in the window."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.clock import iso
from desktop.domain.unsent import Exported, Weight
from desktop.faults import Fault
from desktop.screen_work import check_journal, export_unsent, weigh_unsent
from desktop.store.journal import HandedIn, list_incarnations, read_last_seq, save_handed_in
from desktop.store.topics import Topic
from desktop.ui.health.health_rows import Checked, Place, TillFacts
from desktop.ui.health.presenter import HealthHands, HealthPresenter
from desktop.ui.health.view import HealthView
from desktop.ui.shell import Screen
from sync.status import EngineStatus, FeedMark
from tests.screens.stage import Stage

KEY = b"k" * 32
"""Of `tests.terminals`."""

FACTS = TillFacts("https://head-office.example", "1.0.0", "/var/log/eckwms.log", "/var/exports", prints=True)


@dataclass
class Health:
    """The screen, how often the engine was asked to try, and the notes that were printed."""

    stage: Stage
    presenter: HealthPresenter
    view: HealthView
    folder: Path
    tried: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Sequence[tuple[str, str]]] = field(default_factory=list)

    def cells(self) -> list[tuple[str, ...]]:
        """What the list of what waits says."""
        return [row.cells for row in self.view.lists.waiting.rows]

    def cases(self) -> list[str]:
        """What the list of cases says."""
        return [row.title for row in self.view.lists.cases.rows]


@pytest.fixture
def health(at_till: Stage, tmp_path: Path) -> Iterator[Health]:
    """The screen in the window; checks and exports run in worker threads on connections of their own."""
    terminal = at_till.terminal
    made: list[Health] = []

    async def check() -> Checked:
        return await asyncio.to_thread(check_journal, terminal, KEY)

    async def export(folder: str) -> Exported:
        return await asyncio.to_thread(export_unsent, terminal, KEY, Path(folder))

    async def weigh() -> Weight:
        return await asyncio.to_thread(weigh_unsent, terminal, KEY)

    hands = HealthHands(
        lambda: made[0].tried.append("try"),
        check,
        export,
        weigh,
        lambda: FACTS,
        lambda lines: made[0].notes.append(lines),
    )
    presenter, folder = HealthPresenter(terminal, hands), tmp_path / "out"
    view = HealthView(presenter, lambda tell: tell((Place("STICK", str(folder)),)))
    made.append(Health(at_till, presenter, view, folder))
    presenter.faulted.connect(made[0].faults.append)
    at_till.shell.add_screen(Screen("health", "Sync and health", view, enter=presenter.enter))
    yield made[0]
    presenter.close()


def acknowledge(stage: Stage, seq: int | None = None) -> None:
    """The centre says up to where it holds the journal."""
    with stage.terminal.database.writing(Topic.SYNC) as connection:
        for incarnation in list_incarnations(connection):
            up_to = read_last_seq(connection, incarnation) if seq is None else seq
            save_handed_in(connection, HandedIn(incarnation, up_to, b"", "", b""))


def status(stage: Stage, **changes: object) -> EngineStatus:
    """An engine that answered a minute ago."""
    contact = iso(stage.clock.now() - timedelta(minutes=1))
    feeds = (FeedMark("catalogue", "e", 88_410), FeedMark("stock:s1", "e", 99_999))
    return EngineStatus(**{"state": "level", "last_contact": contact, "feeds": feeds} | changes)  # type: ignore[arg-type]
