"""Sync and health over a real journal: what waits, followed live; the doctor's finding; the chain checked."""

import asyncio
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.backup import Backup
from desktop.domain.clock import iso
from desktop.domain.money import Money
from desktop.faults import Fault
from desktop.operations import backups, sales, shifts, staff
from desktop.operations.unsent import WEIGHED, read_handing_in
from desktop.store.database import open_encrypted
from desktop.ui.health.doctor_words import CAUSES, find
from desktop.ui.health.health_rows import Checked, HealthState, TillFacts
from sync import trouble
from tests.edges import OPENING
from tests.terminals import BREAD, EGGS
from tests.ui.health.conftest import KEY, Health, acknowledge, status
from tests.ui.shift_desk import sell


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
    assert health.view.heading.detail.text().startswith("since ")
    assert health.view.doctor.title.text() == "The internet is away, or the address of head office is wrong"
    assert "https://head-office.example" in health.view.doctor.steps[1].text()
    assert health.view.cards.unsent.figure.text() == "2"
    assert health.view.cards.unsent.detail() == "5.89\u00a0€ · oldest 34 min · safe on this till"
    assert health.cells()[0] == ("T01-000001", "Sale 2.40\u00a0€", "34 min")


def test_what_was_taken_back_is_worth_nothing(health: Health) -> None:
    stage = health.stage
    acknowledge(stage)
    sell(stage, BREAD)
    manager = staff.sign_in(stage.terminal, "mira", "1234")
    assert read_handing_in(stage.terminal).worth == (Money(240, "EUR"),)
    acknowledge(stage, 4)
    sales.void_last(stage.terminal, manager, "wrong")
    assert read_handing_in(stage.terminal).worth == (Money(-240, "EUR"),)


async def test_a_large_backlog_is_weighed_beside_the_window(health: Health) -> None:
    stage = health.stage
    sell(stage, BREAD)
    stage.shell.show_screen("health")
    intruder = open_encrypted(stage.terminal.database.path, KEY)
    intruder.execute(
        f"""WITH RECURSIVE n(more) AS (SELECT 1 UNION ALL SELECT more + 1 FROM n WHERE more < {WEIGHED})
        INSERT INTO journal SELECT NULL, incarnation, seq + more, kind, version, occurred_at, actor, header, body,
        prev_hash, hash, signature, recalled FROM journal, n WHERE seq = 4"""
    )
    intruder.close()
    assert read_handing_in(stage.terminal).weight is None
    health.presenter.reload()
    assert health.view.cards.unsent.detail().startswith("2.40"), "what was known stays until more is known"
    await asyncio.gather(*health.presenter._tasks)
    assert health.presenter.state.waiting.receipts == WEIGHED + 1
    assert health.view.cards.unsent.detail().startswith("4,802.40")
    acknowledge(stage)
    health.presenter.reload()
    assert health.presenter.state.waiting.worth == ()


def test_the_next_try_counts_down(health: Health) -> None:
    health.presenter.show_sync(status(health.stage, state="offline", cause="offline.server", next_try_s=30.0))
    health.stage.clock.advance(seconds=12)
    health.presenter._tick.timeout.emit()
    assert health.view.doctor.next_try.text() == "next try in 18 s"


@pytest.mark.parametrize("cause", ["busy", "degraded"])
def test_patience_that_was_asked_for_is_told_by_the_clock(health: Health, cause: str) -> None:
    health.presenter.show_sync(status(health.stage, state="offline", cause=cause, next_try_s=540.0))
    assert health.view.doctor.next_try.text() == "next try at 08:09"
    assert not health.view.try_now.isEnabled()
    health.stage.clock.advance(seconds=541)
    health.presenter._tick.timeout.emit()
    assert health.view.try_now.isEnabled()


def test_every_cause_has_a_finding_with_something_to_do(health: Health) -> None:
    for cause in (*CAUSES, "something.new"):
        health.presenter.show_sync(status(health.stage, state="attention", cause=cause))
        doctor = health.view.doctor
        assert doctor.title.text(), cause
        assert doctor.steps[0].text(), cause
        assert not any(mark in doctor.accessibleName() for mark in "{}"), cause


def test_every_trouble_of_the_engine_is_known_to_the_doctor() -> None:
    known = set(trouble._REMEDIES)
    assert known <= CAUSES.keys()


def test_a_sale_and_its_acknowledgement_are_followed_live(health: Health, qtbot: QtBot) -> None:
    stage = health.stage
    acknowledge(stage)
    stage.shell.show_screen("health")
    health.presenter.show_sync(status(stage))
    assert health.view.heading.title.text() == "All is sent."
    assert health.view.lists.waiting_card.nothing.isVisible()
    person = staff.signed_in(stage.terminal)
    shifts.move_cash(stage.terminal, person, 100, "change")
    qtbot.waitUntil(lambda: len(health.cells()) == 1)
    assert not health.view.lists.waiting_card.nothing.isVisible()
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


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("denied.blocked", "Head office has closed this till."),
        ("denied.pending", "Head office has not let this till in yet."),
        ("denied.unknown", "Head office does not know this till."),
    ],
)
def test_a_till_that_is_not_let_in_says_so_first(health: Health, cause: str, words: str) -> None:
    health.presenter.show_sync(status(health.stage, state="blocked", cause=cause))
    assert health.view.heading.title.text() == words


def test_a_clock_that_is_off_is_told(health: Health) -> None:
    health.presenter.show_sync(status(health.stage, clock_offset_s=600.0, live=True))
    assert health.view.cards.contact.detail() == "live line open · The clock of this till is 10 min behind"
    assert health.view.doctor.title.text() == "The clock of this till is 10 min behind"
    health.presenter.show_sync(status(health.stage, clock_offset_s=0.3, live=True))
    assert health.view.cards.contact.detail() == "live line open · the clock is right"
    assert not health.view.doctor.isVisible()


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
    assert health.cases() == ["The journal does not hold from here on: entry 3"]
    assert health.view.heading.title.text() == "Selling works. 1 case for a manager."


def test_a_backup_that_is_too_old_is_told_with_its_reason(health: Health) -> None:
    terminal = health.stage.terminal
    acknowledge(health.stage)
    health.stage.shell.show_screen("health")
    assert health.view.doctor.isHidden(), "a new till has none yet"
    made_at = terminal.clock.now() - timedelta(hours=25)
    backups.note_made(terminal, Backup("x.backup", iso(made_at), 1, 3, 3, "00"))
    health.presenter.reload()
    assert health.view.doctor.isHidden()
    assert "backup 25 h old" in health.view.cards.journal.detail()
    backups.note_failed(terminal, Fault("backup.no_room", "", "12 MB", ""))
    health.presenter.reload()
    assert health.view.doctor.title.text() == "The last backup of this till is 25 h old"
    assert health.view.doctor.steps[0].text() == "1.  Free space on the disk that the backups go to."


@pytest.mark.parametrize(("newest", "is_told"), [("1.2.0", False), ("1.10.0", True), ("1.1.9", False), ("", False)])
def test_a_newer_version_is_told_when_nothing_else_is_in_the_way(newest: str, is_told: bool) -> None:
    made = Backup("a.backup", iso(OPENING), 1, 1, 1, "")
    facts = TillFacts(version="1.2.0", newest=newest)
    finding = find(HealthState(OPENING, facts=facts, backup=backups.BackupState(made=made)))
    assert (finding is not None and newest in finding.title) is is_told
