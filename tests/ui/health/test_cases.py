"""The one list of cases, one of them in full, the note for the manager, and what the pill makes of it."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.domain.case import Case
from desktop.domain.clock import iso
from desktop.operations import staff
from desktop.store.journal import list_incarnations
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from desktop.ui.health.case_words import KINDS, case_lines, case_row
from desktop.ui.health.health_rows import HealthState
from tests.edges import OPENING
from tests.terminals import BREAD
from tests.ui.health.conftest import FACTS, Health, acknowledge, status
from tests.ui.keyboard import Timers
from tests.ui.shift_desk import sell


@pytest.fixture
def with_cases(health: Health) -> Health:
    """Head office could not book a sale, and an older journal was not gone on with."""
    stage = health.stage
    sell(stage, BREAD)
    acknowledge(stage)
    with stage.terminal.database.writing(Topic.SYNC) as connection:
        incarnation = list_incarnations(connection)[0]
        doubts = {"older": {"reason": "rewound", "detail": "shorter", "good_seq": 7}}
        save_known(connection, doubts=json.dumps(doubts), problems=json.dumps({f"{incarnation}/4": "quarantined"}))
    stage.shell.show_screen("health")
    return health


def test_cases_are_listed_in_words(with_cases: Health) -> None:
    assert with_cases.view.heading.title.text() == "Selling works. 2 cases for a manager."
    assert sorted(with_cases.cases()) == [
        "Head office could not book: T01-000001 · Sale 2.40\u00a0€",
        "The journal was shorter than before",
    ]
    assert with_cases.view.lists.case_card.title.text() == "Cases for a manager · 2"


def test_a_case_is_opened_with_the_keyboard_and_closed_with_esc(with_cases: Health, qtbot: QtBot) -> None:
    listed, sheet = with_cases.view.lists.case_list, with_cases.view.case_sheet
    listed.setFocus()
    listed.setCurrentIndex(with_cases.view.lists.cases.index(0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.pairs.pairs[0].words == "To do"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert listed.hasFocus()


def test_a_case_is_opened_with_a_finger(with_cases: Health, qtbot: QtBot) -> None:
    listed = with_cases.view.lists.case_list
    place = listed.visualRect(with_cases.view.lists.cases.index(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert with_cases.view.case_sheet.isVisible()


def test_a_screen_reader_hears_what_happened_and_who_decides(with_cases: Health) -> None:
    listed = QAccessible.queryAccessibleInterface(with_cases.view.lists.case_list)
    assert listed.text(QAccessible.Text.Name) == "Cases for a manager"
    heard = [listed.child(at).text(QAccessible.Text.Name) for at in range(2)]
    assert any("A manager decides in the console" in words for words in heard)


def test_every_kind_is_said_in_words() -> None:
    state = HealthState(OPENING, "Till 1")
    for kind in (*KINDS, "gift.overspent"):
        row = case_row(Case("1", kind, "2026-11-21T07:00:00+00:00", "Till 2", "s1 T03-000771"), state)
        assert (row.device, row.age) == ("Till 2", "60 min")
        assert row.todo, kind
        assert "{" not in row.title, kind


def test_a_parked_sale_that_was_paid_twice_shows_both_payments() -> None:
    detail = "One parked ticket was paid more than once: T1-7 cash 500, card 50 EUR; T2-9 cash 550 EUR (minor units)"
    told = Case("1", "parked.twice", "2026-11-21T07:00:00+00:00", "", "T1-7+T2-9", detail)
    lines = dict(case_lines(told, HealthState(OPENING, "Till 1")))
    assert lines["Paid"].splitlines() == ["T1-7: Cash 5.00\u00a0€, Card 0.50\u00a0€", "T2-9: Cash 5.50\u00a0€"]


def test_many_cases_keep_their_place_while_time_goes_on(health: Health) -> None:
    health.stage.shell.show_screen("health")
    one = Case("1", "backup.failed", "2026-11-21T07:00:00+00:00", "")
    health.presenter._put(cases=tuple(replace(one, id=str(at)) for at in range(300)))
    listed = health.view.lists.case_list
    listed.scrollToBottom()
    before = listed.verticalScrollBar().value()
    health.stage.clock.advance(minutes=5)
    health.presenter._on_tick()
    assert listed.verticalScrollBar().value() == before > 0
    assert health.view.lists.cases.rows[0].age == "65 min"


def test_what_is_not_listed_is_counted_and_what_has_not_changed_is_left_alone(health: Health) -> None:
    health.stage.shell.show_screen("health")
    one = Case("1", "backup.failed", "2026-11-21T07:00:00+00:00", "")
    told = [replace(one, id=str(at)) for at in range(299)]
    told.insert(5, replace(one, id="new", opened_at=iso(health.stage.clock.now())))
    health.presenter._put(cases=tuple(told))
    lists = health.view.lists
    before = list(lists.cases.rows)
    assert (len(before), lists.case_card.more.text()) == (200, "and 100 more")
    assert lists.case_card.title.text() == "Cases for a manager · 300"
    changed: list[int] = []
    lists.cases.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    health.stage.clock.advance(seconds=1)
    health.presenter._on_tick()
    assert changed == [5]
    assert [at for at, row in enumerate(lists.cases.rows) if row is not before[at]] == [5]


def test_the_note_says_all_that_somebody_else_needs(with_cases: Health) -> None:
    stage = with_cases.stage
    told = status(stage, state="offline", cause="offline.server", detail="timed out", next_try_s=9.0)
    with_cases.presenter.show_sync(told)
    with_cases.view.note.click()
    note = {pair.words: pair.value for pair in with_cases.view.note_sheet.pairs.pairs}
    assert note["Till"] == "Till 1 · Corner shop"
    assert note["Cause"] == "Head office does not answer"
    assert "The journal was shorter than before" in note["Cases"]
    assert note["For support"].splitlines()[0] == "offline.server · timed out"
    assert FACTS.log_file in note["For support"]
    with_cases.view.note_sheet.print_key.click()
    assert dict(with_cases.notes[0]) == note
    assert not with_cases.view.note_sheet.isVisible()


def test_without_a_printer_the_note_is_shown_only(health: Health) -> None:
    health.stage.shell.show_screen("health")
    health.presenter._put(facts=replace(FACTS, prints=False))
    health.view.note.click()
    assert not health.view.note_sheet.print_key.isVisible()
    assert {pair.words: pair.value for pair in health.view.note_sheet.pairs.pairs}["Waits"] == "3 entries"


def test_the_pill_tells_cases_to_whoever_decides_them(with_cases: Health, timers: Timers) -> None:
    stage = with_cases.stage
    stage.online()
    assert stage.shell.bar.pill.text() == "Online"
    staff.sign_in(stage.terminal, "mira", "1234")
    timers.run()
    assert stage.shell.bar.pill.text() == "2 cases"
    assert stage.shell.bar.pill.state == "attention"
    staff.sign_in(stage.terminal, "anna", "1234")
    timers.run()
    assert stage.shell.bar.pill.text() == "Online"
