"""What comes over the live line for a person, kept before it is confirmed."""

from datetime import UTC, datetime, timedelta

from desktop.domain.clock import iso
from desktop.domain.message import BUNDLE, Message
from desktop.replication.disk import disk_trouble
from desktop.store import messages
from desktop.store.database import Database
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic
from sync.wire.live import LiveMessage

KEPT_FOR = timedelta(days=30)
"""How long a message is kept and recognised: much longer than the centre gives it again; it forgets a request then."""


@disk_trouble()
def keep(database: Database, heard: LiveMessage, now: datetime, *, send_unasked: bool) -> bool:
    """Keep a message, once; False when it is here already. Raises Disk, and then the centre gives it again.

    What is for one person is kept for that person, whoever works here now. An older centre does not say for whom: then
    it is for who works here, and for nobody it is not kept; the centre heeds no confirmation where nobody stands.
    With `send_unasked` a support bundle is agreed to by settings.
    """
    now = now.astimezone(UTC)  # moments are compared as text
    state = messages.AGREED if heard.type == BUNDLE and send_unasked else messages.OPEN
    with database.writing(Topic.MESSAGES) as connection:
        person = heard.person
        if heard.audience == "person" and not person:
            person = read_known(connection, Known.SIGNED_IN)
            if not person:
                return False
        new = Message(heard.ack, heard.type, heard.text, heard.author, heard.sent_at, person)
        messages.forget(connection, iso(now - KEPT_FOR))
        return messages.add(connection, new, state, iso(now))
