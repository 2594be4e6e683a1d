"""Sync and health over a real journal: what waits, followed live; the chain checked and exported beside the window."""

import asyncio
import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.clock import iso
from desktop.faults import Fault
from desktop.operations import sales, shifts, staff
from desktop.operations.unsent import read_handing_in
from desktop.screen_work import check_journal, export_unsent
from desktop.store.database import open_encrypted
from desktop.store.journal import HandedIn, list_incarnations, read_last_seq, save_handed_in
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from desktop.ui.health.health_rows import Checked, Exported
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.view import HealthView
from desktop.ui.shell import Screen
from sync.status import EngineStatus, FeedMark
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS
from tests.ui.shift_desk import sell

KEY = b"k" * 32
"""Of `tests.terminals`."""


@dataclass
class Health:
    """The screen, and how often the engine was asked to try."""

    stage: Stage
    presenter: HealthPresenter
    view: HealthView
    tried: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def cells(self) -> list[tuple[str, ...]]:
        """What the list says."""
        return [row.cells for row in self.view.model.rows]


@pytest.fixture
def health(at_till: Stage, tmp_path: Path) -> Iterator[Health]:
    """The screen in the window; checks and exports run in worker threads on connections of their own."""
    terminal = at_till.terminal
    made: list[Health] = []

    async def check() -> Checked:
        return await asyncio.to_thread(check_journal, terminal, KEY)

    async def export() -> Exported:
        return await asyncio.to_thread(export_unsent, terminal, KEY, tmp_path / "out", terminal.clock.now())

    presenter = HealthPresenter(terminal, lambda: made[0].tried.append("try"), check, export)
    view = HealthView(presenter)
    made.append(Health(at_till, presenter, view))
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


def test_every_kind_of_entry_is_said_in_words(health: Health) -> None:
    stage = health.stage
    acknowledge(stage)
    sell(stage, BREAD)
    manager = staff.sign_in(stage.terminal, "mira", "1234")
    shifts.move_cash(stage.terminal, manager, -2_000, "safe")
    shifts.move_cash(stage.terminal, manager, 500, "change")
    shifts.open_drawer(stage.terminal, manager, "look")
    sales.void_last(stage.terminal, manager, "wrong")
    shifts.close_shift(stage.terminal, manager, {"cash": 8_500})
    stage.shell.show_screen("health")
    assert [(cells[0], cells[1]) for cells in health.cells()] == [
        ("T01-000001", "Sale 2.40\u00a0€"),
        ("entry 5", "Signed in: Mira Manager"),
        ("entry 6", "Cash out −20.00\u00a0€"),
        ("entry 7", "Cash in 5.00\u00a0€"),
        ("entry 8", "Drawer opened: look"),
        ("T01-000002", "Taken back −2.40\u00a0€"),
        ("entry 10", "Shift 1 closed with 0.00\u00a0€"),
    ]


def test_the_line_is_lost_and_receipts_wait(health: Health) -> None:
    stage = health.stage
    acknowledge(stage)
    sell(stage, BREAD)
    sell(stage, EGGS)
    stage.clock.advance(minutes=34)
    stage.shell.show_screen("health")
    lost = iso(stage.clock.now() - timedelta(minutes=35))
    health.presenter.show_sync(
        status(stage, state="offline", cause="offline.internet", next_try_s=30.0, last_contact=lost)
    )
    assert health.view.heading.title.text() == "Selling works. 2 receipts wait for the line."
    assert "internet does not" in health.view.heading.detail.text()
    assert health.view.cards.unsent.figure.text() == "2"
    assert health.view.cards.unsent.detail() == "oldest 34 min · safe on this till"
    assert health.view.cards.goods.detail() == "position 88,410 · next try in 30 s"
    assert health.cells()[0][2:] == ("34 min", "no internet", "will go by itself")


def test_the_next_try_counts_down(health: Health) -> None:
    health.presenter.show_sync(status(health.stage, state="offline", cause="offline.server", next_try_s=30.0))
    health.stage.clock.advance(seconds=12)
    health.presenter._tick.timeout.emit()
    assert "next try in 18 s" in health.view.cards.goods.detail()


def test_a_sale_and_its_acknowledgement_are_followed_live(health: Health, qtbot: QtBot) -> None:
    stage = health.stage
    acknowledge(stage)
    stage.shell.show_screen("health")
    health.presenter.show_sync(status(stage))
    assert health.view.heading.title.text() == "All is sent."
    assert health.view.nothing.isVisible()
    person = staff.signed_in(stage.terminal)
    shifts.move_cash(stage.terminal, person, 100, "change")
    qtbot.waitUntil(lambda: len(health.cells()) == 1)
    assert not health.view.nothing.isVisible()
    acknowledge(stage)
    qtbot.waitUntil(lambda: health.cells() == [])


def test_nothing_is_read_while_another_screen_is_shown(health: Health, qtbot: QtBot) -> None:
    stage = health.stage
    stage.shell.show_screen("health")
    stage.shell.show_screen("till")
    before = health.presenter.state
    acknowledge(stage)
    assert not health.presenter._settle.isActive()
    assert health.presenter.state is before


def test_what_a_person_has_to_look_at_is_red_and_on_top(health: Health) -> None:
    stage = health.stage
    sell(stage, BREAD)
    acknowledge(stage)
    with stage.terminal.database.writing() as connection:
        incarnation = list_incarnations(connection)[0]
        doubts = {"older": {"reason": "rewound", "detail": "…", "good_seq": 7}}
        problems = {f"{incarnation}/4": "quarantined"}
        save_known(connection, doubts=json.dumps(doubts), problems=json.dumps(problems))
    stage.shell.show_screen("health")
    assert health.view.heading.title.text() == "Selling works. 2 things for a manager."
    journal, sale = health.view.model.rows
    assert journal.person
    assert sale.person
    assert journal.cells[1] == "up to entry 7"
    assert sale.cells[0] == "T01-000001"
    assert sale.cells[3:] == ("head office could not book it", "a manager decides")
    ground = health.view.model.data(health.view.model.index(0, 0), 8)  # Qt.ItemDataRole.BackgroundRole
    assert ground.name() == "#fce9e7"


def test_a_problem_that_also_waits_is_listed_once(health: Health) -> None:
    stage = health.stage
    sell(stage, BREAD)
    acknowledge(stage, 3)
    with stage.terminal.database.writing() as connection:
        incarnation = list_incarnations(connection)[0]
        save_known(connection, problems=json.dumps({f"{incarnation}/4": "too_large"}))
    stage.shell.show_screen("health")
    assert [cells[0] for cells in health.cells()] == ["T01-000001"]


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("denied.blocked", "Head office has closed this till."),
        ("denied.pending", "Head office has not let this till in yet."),
    ],
)
def test_a_till_that_is_not_let_in_says_so_first(health: Health, cause: str, words: str) -> None:
    health.presenter.show_sync(status(health.stage, state="blocked", cause=cause))
    assert health.view.heading.title.text() == words


def test_a_clock_that_is_off_is_told(health: Health) -> None:
    health.presenter.show_sync(status(health.stage, clock_offset_s=600.0, live=True))
    assert health.view.cards.contact.detail() == "this clock is 10 min behind"
    health.presenter.show_sync(status(health.stage, clock_offset_s=0.3, live=True))
    assert health.view.cards.contact.detail() == "live line open · the clock is right"


def test_trying_now_asks_the_engine_and_is_over_with_its_answer(health: Health) -> None:
    health.stage.shell.show_screen("health")
    health.view.try_now.click()
    assert health.tried == ["try"]
    assert not health.view.try_now.isEnabled()
    health.presenter.show_sync(status(health.stage))
    assert health.view.try_now.isEnabled()


def test_trying_is_over_by_itself_when_nothing_new_is_said(health: Health) -> None:
    health.stage.shell.show_screen("health")
    health.view.try_now.click()
    health.stage.clock.advance(seconds=11)
    health.presenter._tick.timeout.emit()
    assert health.view.try_now.isEnabled()


def test_a_cashier_may_look_but_not_check_or_export(health: Health) -> None:
    health.stage.shell.show_screen("health")
    assert not health.view.check.isEnabled()
    assert not health.view.export.isEnabled()
    assert health.view.try_now.isEnabled()


def test_many_entries_are_counted_and_the_oldest_listed(health: Health) -> None:
    person = staff.signed_in(health.stage.terminal)
    for _ in range(5):
        shifts.move_cash(health.stage.terminal, person, 100, "change")
    told = read_handing_in(health.stage.terminal, limit=3)
    assert (told.count, len(told.rows), told.rows[0].kind) == (8, 3, "journal.opened")


async def test_the_journal_is_checked_beside_the_window(health: Health, qtbot: QtBot) -> None:
    staff.sign_in(health.stage.terminal, "mira", "1234")
    health.stage.shell.show_screen("health")
    health.view.check.click()
    assert health.view.cards.journal.figure.text() == "Checking…"
    await asyncio.gather(*health.presenter._tasks)
    assert health.presenter.state.checked == Checked(4)
    assert health.view.cards.journal.figure.text() == "Whole"
    assert "checked" in health.view.cards.journal.detail()


async def test_a_tampered_entry_is_found_and_shown_red(health: Health, qtbot: QtBot) -> None:
    stage = health.stage
    staff.sign_in(stage.terminal, "mira", "1234")
    stage.shell.show_screen("health")
    intruder = open_encrypted(stage.terminal.database.path, KEY)
    intruder.execute("UPDATE journal SET body = CAST(replace(body, '10000', '90000') AS BLOB) WHERE seq = 3")
    intruder.close()
    health.view.check.click()
    await asyncio.gather(*health.presenter._tasks)
    assert health.presenter.state.checked is not None
    assert health.presenter.state.checked.bad_seq == 3
    assert health.view.cards.journal.figure.text() == "Broken"
    assert health.cells()[0][0] == "Journal, entry 3"
    assert health.view.heading.title.text() == "Selling works. 1 thing for a manager."


def read_lines(file: str) -> list[dict[str, str]]:
    """Objects of a JSON-lines file."""
    return [json.loads(line) for line in Path(file).read_text("utf-8").splitlines()]


async def test_what_is_unsent_is_exported_byte_for_byte(health: Health, qtbot: QtBot, tmp_path: Path) -> None:
    stage = health.stage
    sell(stage, BREAD)
    acknowledge(stage, 3)
    staff.sign_in(stage.terminal, "mira", "1234")
    stage.shell.show_screen("health")
    health.view.export.click()
    await asyncio.gather(*health.presenter._tasks)
    exported = health.presenter.state.exported
    assert exported is not None
    assert exported.file in health.view.strip.text
    lines = read_lines(exported.file)
    assert [line["kind"] for line in lines] == ["sale.completed", "staff.signed_in"]
    assert json.loads(base64.b64decode(lines[0]["body"]))["receipt"] == "T01-000001"
    health.view.strip.dismiss()
    assert health.presenter.state.exported is None


async def test_a_folder_that_cannot_be_written_is_a_fault(health: Health, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    staff.sign_in(health.stage.terminal, "mira", "1234")
    health.stage.shell.show_screen("health")
    health.view.export.click()
    await asyncio.gather(*health.presenter._tasks)
    assert [fault.code for fault in health.faults] == ["export.unwritable"]
    assert health.view.export.isEnabled()
