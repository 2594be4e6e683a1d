"""Messages of head office at this till: which one to show, and what a person answered; they are no facts."""

from desktop.domain.message import NOT_TAKEN, SENT, Message
from desktop.operations.terminal import Terminal
from desktop.store import messages
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic

PAGE = 100


def next_message(terminal: Terminal) -> Message | None:
    """Give the oldest message that nobody has answered and that who works here now may see.

    What is for one person waits for that person, and a bundle is asked of somebody who is signed in.
    """
    with terminal.database.reading() as connection:
        return messages.read_next(connection, read_known(connection, Known.SIGNED_IN))


def close_message(terminal: Terminal, message_id: str) -> None:
    """Somebody has read it, or it is done."""
    _set_state(terminal, message_id, messages.DONE)


def agree_to_bundle(terminal: Terminal, message_id: str) -> None:
    """Somebody agreed that a support bundle is sent; it goes as soon as the centre can be reached."""
    _set_state(terminal, message_id, messages.AGREED)


def decline_bundle(terminal: Terminal, message_id: str) -> None:
    """Somebody said no to a support bundle; the centre is told as soon as it can be reached."""
    _set_state(terminal, message_id, messages.DECLINED)


def note_sent(terminal: Terminal, message_id: str) -> None:
    """The support bundle is at the centre: whoever agreed to it is told."""
    _set_kind(terminal, message_id, SENT)


def note_not_taken(terminal: Terminal, message_id: str) -> None:
    """The centre did not take the support bundle: whoever agreed to it is told."""
    _set_kind(terminal, message_id, NOT_TAKEN)


def list_agreed(terminal: Terminal) -> list[Message]:
    """Give the requests that were agreed to and not carried out yet."""
    return _list_in(terminal, messages.AGREED)


def list_declined(terminal: Terminal) -> list[Message]:
    """Give the requests that were declined and the centre has not heard of it yet."""
    return _list_in(terminal, messages.DECLINED)


def _list_in(terminal: Terminal, state: str) -> list[Message]:
    with terminal.database.reading() as connection:
        return messages.list_in(connection, state, PAGE)


def _set_state(terminal: Terminal, message_id: str, state: str) -> None:
    with terminal.database.writing(Topic.MESSAGES) as connection:
        messages.set_state(connection, message_id, state)


def _set_kind(terminal: Terminal, message_id: str, kind: str) -> None:
    with terminal.database.writing(Topic.MESSAGES) as connection:
        messages.set_kind(connection, message_id, kind)
