"""Offline rights in words: on the health screen, and to whoever signs in a day before they run out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.rights import NOTICE, Reach, Standing
from desktop.operations import rights, staff
from desktop.ui.health.doctor_words import CAUSES, find
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import headline
from desktop.ui.shell_rights import RightsNotice
from desktop.ui.words_rights import rights_words
from sync.status import EngineStatus
from tests.edges import OPENING
from tests.operations.test_rights import SERVER_KEY, issue
from tests.screens.stage import Stage
from tests.terminals import PIN

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(), ""),
        (Standing(age=DAY), ""),
        (Standing(age=5 * DAY), "Rights run out in 2 days. Connect this till to head office."),
        (Standing(age=6.5 * DAY), "Rights run out in 12 hours. Connect this till to head office."),
        (
            Standing(Reach.SENIOR, 8 * DAY),
            "No word from head office for 7 days: a manager needs an administrator. Connect this till to head office.",
        ),
        (
            Standing(Reach.COUNTER, 99 * DAY),
            "No word from head office for 30 days: sales and closing only. Connect this till to head office.",
        ),
        (
            Standing(Reach.DOUBTED, None, "people"),
            "Who works here cannot be proven: nobody has more than a cashier’s rights. "
            "Connect this till to head office.",
        ),
    ],
)
def test_how_far_rights_reach_is_said(qtbot: QtBot, standing: Standing, words: str) -> None:
    assert rights_words(standing).replace("(s)", "s") == words


def test_the_health_screen_says_it_beside_whatever_is_in_the_way(qtbot: QtBot) -> None:
    level, offline = HealthState(OPENING), HealthState(OPENING, status=EngineStatus("offline", "offline.internet"))
    soon, doubted = Standing(age=5 * DAY), Standing(Reach.DOUBTED, None, "people")
    assert find(level) is None
    found = find(replace(level, rights=soon))
    assert found is not None
    assert (found.title, found.tone) == (rights_words(soon), "warn")
    found = find(replace(offline, rights=soon))
    assert found is not None
    assert (found.title, found.steps[-1]) == (CAUSES["offline.internet"][0], rights_words(soon))
    for state in (level, offline):
        found = find(replace(state, rights=doubted))
        assert found is not None
        assert (found.title, found.tone) == (rights_words(doubted), "danger")
        assert headline(replace(state, rights=doubted)) == "Selling works. Somebody should look at this."


def test_who_signs_in_is_told_a_day_before_and_once_a_day(at_till: Stage) -> None:
    terminal = replace(at_till.terminal, server_key=SERVER_KEY)
    issue(terminal, terminal.database.path.parent)
    rights.keep(terminal)
    shell = at_till.shell
    shell.presenter.take_terminal(terminal)
    RightsNotice(shell)
    said: list[str] = []
    for _ in range(8):
        for login in ("anna", "mira"):
            shell.clear_notice()
            staff.sign_out(terminal)
            staff.sign_in(terminal, login, PIN)
            QApplication.processEvents()
            said.append(shell.notice.text)
        at_till.clock.advance(days=1)
    told = rights_words(Standing(age=7 * DAY - NOTICE), NOTICE)
    assert said[:13] == ["", ""] * 6 + [told]
    assert said[13] == "", "once a day"
    assert said[14].startswith("No word from head office")
