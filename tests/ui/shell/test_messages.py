"""The strip for what head office writes: shown until it is answered, in both languages, one at a time."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.message import BUNDLE, WORDS, Message
from desktop.operations import messages as operations
from desktop.operations import staff
from desktop.store import messages
from desktop.store.topics import Topic
from desktop.ui.shell_messages import PIECE, ShellMessages, split_text
from desktop.ui.shell_messages_presenter import MessagesPresenter
from desktop.ui.widgets.key import Key
from tests.screens.stage import Stage
from tests.terminals import PIN


@pytest.fixture
def letters(stage: Stage) -> Iterator[ShellMessages]:
    presenter = MessagesPresenter(stage.terminal)
    yield ShellMessages(stage.shell, presenter)
    presenter.close()


def arrive(stage: Stage, ident: str, kind: str = WORDS, text: str = "Please ring", person: str = "") -> None:
    """A message comes over the line."""
    with stage.terminal.database.writing(Topic.MESSAGES) as connection:
        messages.add(connection, Message(ident, kind, text, "Vera", "", person), messages.OPEN, "")


def keys(stage: Stage) -> list[str]:
    return [key.text() for key in stage.shell.letter.findChildren(Key) if key.text() and not key.isHidden()]


def press(stage: Stage, text: str) -> None:
    """Press a key of the strip."""
    next(key for key in stage.shell.letter.findChildren(Key) if key.text() == text and not key.isHidden()).click()


def test_a_message_stays_until_it_is_seen(letters: ShellMessages, stage: Stage) -> None:
    arrive(stage, "m1")
    arrive(stage, "m2", text="And again")
    assert stage.shell.letter.text == "Vera: Please ring"
    assert stage.sounds == ["attention"]
    stage.open_day()
    stage.scan("0000")
    assert stage.shell.letter.text == "Vera: Please ring", "no screen and no scan takes it away"
    press(stage, "Seen")
    assert stage.shell.letter.text == "Vera: And again"
    stage.shell.letter.dismiss()
    assert stage.shell.letter.text == ""
    assert operations.next_message(stage.terminal) is None


def test_a_long_text_is_read_in_pieces(letters: ShellMessages, stage: Stage) -> None:
    text = " ".join(f"word{at}" for at in range(100))
    arrive(stage, "m1", text=text)
    read = [stage.shell.letter.text.removeprefix("Vera: ")]
    while keys(stage) == ["Read on"]:
        press(stage, "Read on")
        read.append(stage.shell.letter.text.removeprefix("Vera: "))
    assert " ".join(read) == text
    assert len(read) == 3
    assert operations.next_message(stage.terminal) is not None
    press(stage, "Seen")
    assert operations.next_message(stage.terminal) is None


def test_a_bundle_is_asked_of_somebody_who_works_here(letters: ShellMessages, stage: Stage) -> None:
    arrive(stage, "m1", BUNDLE, "")
    assert stage.shell.letter.text == ""
    staff.sign_in(stage.terminal, "anna", PIN)
    assert stage.shell.letter.text.startswith("Head office asks for a support bundle")
    assert keys(stage) == ["Send", "No"]
    press(stage, "Send")
    assert [request.id for request in operations.list_agreed(stage.terminal)] == ["m1"]
    assert stage.shell.letter.text == ""
    operations.note_sent(stage.terminal, "m1")
    assert stage.shell.letter.text == "The support bundle was sent to head office."
    press(stage, "Seen")
    assert operations.next_message(stage.terminal) is None


@pytest.mark.parametrize("close", ["No", ""])
def test_nobody_has_to_agree(letters: ShellMessages, stage: Stage, close: str) -> None:
    staff.sign_in(stage.terminal, "anna", PIN)
    arrive(stage, "m1", BUNDLE, "")
    if close:
        press(stage, close)
    else:
        stage.shell.letter.dismiss()
    assert operations.next_message(stage.terminal) is None
    assert not operations.list_agreed(stage.terminal)
    assert [request.id for request in operations.list_declined(stage.terminal)] == ["m1"], "the centre is to hear of it"


def test_whoever_agreed_hears_that_it_was_not_taken(letters: ShellMessages, stage: Stage) -> None:
    staff.sign_in(stage.terminal, "anna", PIN)
    arrive(stage, "m1", BUNDLE, "")
    press(stage, "Send")
    operations.note_not_taken(stage.terminal, "m1")
    assert stage.shell.letter.text == "Head office did not take the support bundle."
    press(stage, "Seen")
    assert operations.next_message(stage.terminal) is None


def test_what_is_for_one_person_waits_for_them(letters: ShellMessages, stage: Stage) -> None:
    arrive(stage, "m1", person="igor")
    staff.sign_in(stage.terminal, "anna", PIN)
    assert stage.shell.letter.text == ""
    staff.sign_in(stage.terminal, "igor", PIN)
    assert stage.shell.letter.text == "Vera: Please ring"


def test_the_strip_follows_the_language(letters: ShellMessages, stage: Stage, qapp: QApplication) -> None:
    arrive(stage, "m1")
    stage.shell.switch_language("ru")
    assert stage.shell.letter.text == "Vera: Please ring"
    assert len(keys(stage)) == 1
    stage.shell.switch_language("en")
    assert keys(stage) == ["Seen"]


@pytest.mark.parametrize("text", ["", "short", "x" * (3 * PIECE), "a " * PIECE, "words " * 100])
def test_pieces_lose_nothing(text: str) -> None:
    pieces = split_text(text)
    assert all(len(piece) <= PIECE for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert pieces
