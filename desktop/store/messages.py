"""Messages of head office: kept until a person has answered them, and a while longer; working state."""

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.message import BUNDLE, Message
from desktop.store.tables import message

OPEN, AGREED, DECLINED, DONE = "open", "agreed", "declined", "done"
"""Nobody has answered; a support bundle is to be sent; the centre is to hear of a no; nothing is left to do."""

_COLUMNS = (
    message.c.message_id,
    message.c.kind,
    message.c.text,
    message.c.author,
    message.c.sent_at,
    message.c.person,
)


def add(connection: Connection, new: Message, state: str, got_at: str) -> bool:
    """Keep a message; False when it is here already."""
    values = {
        "message_id": new.id,
        "kind": new.kind,
        "text": new.text,
        "author": new.author,
        "sent_at": new.sent_at,
        "person": new.person,
        "state": state,
        "got_at": got_at,
    }
    return connection.execute(insert(message).on_conflict_do_nothing(), values).rowcount == 1


def read_next(connection: Connection, person: str) -> Message | None:
    """Give the oldest open message that this person may see (empty for nobody, of whom no bundle is asked)."""
    seen = (message.c.state == OPEN) & message.c.person.in_(("", person))
    if not person:
        seen &= message.c.kind != BUNDLE
    row = connection.execute(select(*_COLUMNS).where(seen).order_by(message.c.message_id).limit(1)).first()
    return Message(*row) if row else None


def list_in(connection: Connection, state: str, limit: int) -> list[Message]:
    """Give the messages in a state, oldest first; their ids are in order of time."""
    query = select(*_COLUMNS).where(message.c.state == state).order_by(message.c.message_id).limit(limit)
    return [Message(*row) for row in connection.execute(query)]


def set_state(connection: Connection, message_id: str, state: str) -> None:
    """Put a message into another state; one that is done stays so."""
    chosen = (message.c.message_id == message_id) & (message.c.state != DONE)
    connection.execute(update(message).where(chosen), {"state": state})


def set_kind(connection: Connection, message_id: str, kind: str) -> None:
    """Make a message say something else, to whoever reads it next."""
    connection.execute(update(message).where(message.c.message_id == message_id), {"kind": kind, "state": OPEN})


def forget(connection: Connection, before: str) -> None:
    """Forget those that came before a moment (UTC, RFC 3339), whether or not anybody has answered."""
    connection.execute(delete(message).where(message.c.got_at < before))
