"""The pill: a change must last before it is shown, and each cause has its own words in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.language import install_language
from desktop.ui.shell_sync_presenter import SyncPresenter
from desktop.ui.words import sync_words
from sync.status import EngineStatus
from tests.edges import OPENING
from tests.screens.stage import Stage
from tests.ui.keyboard import Timers

LEVEL = EngineStatus(state="level")
SENDING = EngineStatus(state="sending", unsent=3)
OFFLINE = EngineStatus(state="offline", cause="offline.internet", unsent=12)


@pytest.fixture
def pill(timers: Timers) -> SyncPresenter:
    made = SyncPresenter(timers.after)
    made.show(LEVEL)
    return made


def test_going_offline_shows_after_ten_seconds(pill: SyncPresenter, timers: Timers) -> None:
    pill.show(OFFLINE)
    assert pill.shown == LEVEL
    assert [seconds for seconds, _ in timers.waiting] == [10.0]
    timers.run()
    assert pill.shown == OFFLINE


def test_a_short_outage_is_never_shown(pill: SyncPresenter, timers: Timers) -> None:
    pill.show(OFFLINE)
    pill.show(LEVEL)
    assert timers.waiting == []
    assert pill.shown == LEVEL


def test_the_wait_is_not_begun_anew_by_each_try(pill: SyncPresenter, timers: Timers) -> None:
    pill.show(OFFLINE)
    pill.show(EngineStatus(state="offline", cause="offline.server", unsent=13))
    assert len(timers.waiting) == 1
    timers.run()
    assert pill.shown.unsent == 13


def test_coming_back_shows_after_five_seconds(pill: SyncPresenter, timers: Timers) -> None:
    pill.show(OFFLINE)
    timers.run()
    timers.waiting.clear()
    pill.show(SENDING)
    pill.show(LEVEL)
    assert [seconds for seconds, _ in timers.waiting] == [5.0]
    pill.show(OFFLINE)
    assert pill.shown == OFFLINE
    assert timers.waiting == []


def test_sending_shows_only_when_it_takes_long(pill: SyncPresenter, timers: Timers) -> None:
    pill.show(SENDING)
    pill.show(LEVEL)
    assert timers.waiting == []
    assert pill.shown == LEVEL


def test_what_a_person_must_do_shows_at_once(pill: SyncPresenter) -> None:
    blocked = EngineStatus(state="blocked", cause="denied.blocked")
    pill.show(blocked)
    assert pill.shown == blocked


def test_a_long_outage_is_explained_once(pill: SyncPresenter, timers: Timers) -> None:
    told = []
    pill.outage.connect(told.append)
    pill.show(OFFLINE)
    timers.run()
    assert [seconds for seconds, _ in timers.waiting] == [30.0]
    timers.run()
    pill.show(EngineStatus(state="offline", cause="offline.internet", unsent=14))
    timers.run()
    assert len(told) == 1


WORDS = [
    (LEVEL, "ok", "Online", "На связи"),
    (SENDING, "ok", "Sending 3", "Отправка 3"),
    (
        EngineStatus(state="offline", cause="offline.network", unsent=1),
        "waiting",
        "No network · 1 waiting",
        "Нет сети · 1 ждёт",
    ),
    (OFFLINE, "waiting", "No internet · 12 waiting", "Нет интернета · 12 ждут"),
    (
        EngineStatus(state="offline", cause="offline.server", unsent=5),
        "attention",
        "Server unavailable · 5 waiting",
        "Сервер недоступен · 5 ждут",
    ),
    (EngineStatus(state="blocked", cause="denied.unknown"), "blocked", "Till not registered", "Касса не подключена"),
]


@pytest.mark.parametrize(("status", "state", "english", "russian"), WORDS)
def test_words(qapp: QApplication, status: EngineStatus, state: str, english: str, russian: str) -> None:
    for language, text in (("ru", russian), ("en", english)):
        install_language(qapp, language)
        words = sync_words(status, OPENING)
        assert (words.state, words.text) == (state, text)
        assert words.detail


def test_the_shell_shows_it(stage: Stage, timers: Timers) -> None:
    stage.online()
    stage.offline(2)
    assert stage.shell.bar.pill.text() == "Online"
    timers.run()
    assert stage.shell.bar.pill.text() == "No internet · 2 waiting"
