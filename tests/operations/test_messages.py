"""What head office writes waits for the one it is for, is kept once, and hides nothing that came later."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.operations import messages
from desktop.operations.terminal import Terminal
from desktop.replication.messages import KEPT_FOR, keep
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from sync.wire.live import LiveMessage
from tests.edges import SettableClock
from tests.terminals import build_terminal

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return build_terminal(tmp_path, SettableClock())


def work_as(terminal: Terminal, person: str) -> None:
    with terminal.database.writing(Topic.STAFF) as connection:
        save_known(connection, signed_in=person)


def hear(terminal: Terminal, ack: str, person: str = "", now: datetime = NOW, audience: str = "person") -> bool:
    heard = LiveMessage(type="message", ack=ack, text=ack, author="Vera", audience=audience, person=person)
    return keep(terminal.database, heard, now, send_unasked=False)


def shown(terminal: Terminal) -> str:
    message = messages.next_message(terminal)
    return message.id if message else ""


@pytest.mark.parametrize("here", ["", "boris"])
def test_what_is_for_one_person_is_kept_for_them_whoever_works_here(terminal: Terminal, here: str) -> None:
    """Anna signed out, and perhaps Boris in, while it was on its way."""
    work_as(terminal, here)
    assert hear(terminal, "m1", "anna")
    assert shown(terminal) == ""
    assert not hear(terminal, "m1", "anna"), "given again, it is here already"
    work_as(terminal, "anna")
    assert shown(terminal) == "m1"


def test_an_older_centre_does_not_say_for_whom(terminal: Terminal) -> None:
    work_as(terminal, "")
    assert not hear(terminal, "m1"), "nobody knows for whom: the centre gives it again"
    work_as(terminal, "anna")
    assert hear(terminal, "m1")
    assert shown(terminal) == "m1"
    work_as(terminal, "boris")
    assert shown(terminal) == ""


def test_messages_for_people_who_left_hide_nothing(terminal: Terminal) -> None:
    for number in range(150):
        hear(terminal, f"m{number:03}", "gone")
    hear(terminal, "m999", audience="till")
    assert shown(terminal) == "m999"


def test_what_nobody_answers_is_forgotten(terminal: Terminal) -> None:
    hear(terminal, "m1", "gone")
    hear(terminal, "m2", audience="till", now=NOW + timedelta(days=1))
    hear(terminal, "m3", audience="till", now=NOW + KEPT_FOR + timedelta(hours=1))
    work_as(terminal, "gone")
    assert shown(terminal) == "m2"
