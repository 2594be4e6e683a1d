"""Mail that waits to be sent: queued with a paper, tried again with growing waits, and what became of it.

Times in the queue are UTC, so that they sort; work in hand is no fact, so nothing here is sealed.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.mail import MAX_TRIES, Mail, check_recipient, wait_s
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.store import mails
from desktop.store.topics import Topic

KEPT_DAYS = 30
"""How long addresses are kept after a mail is done."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent: words, and a PDF."""

    subject: str
    text: str
    file_name: str
    content: bytes


def queue_mail(terminal: Terminal, person: Person | None, sale_id: str, recipient: str, letter: Letter) -> Mail:
    """Put a mail into the queue, durably. Refusals `mail.address`, `staff.right`."""
    check(terminal, person, Right.SELL)
    now = terminal.clock.now()
    at = iso(now.astimezone(UTC))
    mail = Mail(
        mail_id=new_id(now),
        sale_id=sale_id,
        recipient=check_recipient(recipient),
        subject=letter.subject,
        text=letter.text,
        file_name=letter.file_name,
        content=letter.content,
        state="queued",
        tries=0,
        next_at=at,
        problem="",
        made_at=at,
        done_at="",
    )
    with terminal.database.writing(Topic.PAPERS) as connection:
        mails.drop_done(connection, iso(now.astimezone(UTC) - timedelta(days=KEPT_DAYS)))
        mails.add(connection, mail)
    return mail


def next_mail(terminal: Terminal) -> Mail | None:
    """Give the mail whose turn comes first, due or not."""
    with terminal.database.reading() as connection:
        return mails.read_next(connection)


def due_in_s(terminal: Terminal, mail: Mail) -> float:
    """Seconds until a mail's turn; 0 when it is due."""
    return max(0.0, (datetime.fromisoformat(mail.next_at) - terminal.clock.now()).total_seconds())


def note_sent(terminal: Terminal, mail: Mail) -> None:
    """The server took it: the paper in it is let go."""
    _change(terminal, mail, state="sent", tries=mail.tries + 1, problem="", content=None, done_at=_now(terminal))


def note_trouble(terminal: Terminal, mail: Mail, problem: str, *, for_good: bool) -> None:
    """It was not taken: try again later, or, refused for good or tried too often, give it up."""
    tries = mail.tries + 1
    if for_good or tries >= MAX_TRIES:
        _change(terminal, mail, state="failed", tries=tries, problem=problem, done_at=_now(terminal))
    else:
        next_at = terminal.clock.now().astimezone(UTC) + timedelta(seconds=wait_s(tries))
        _change(terminal, mail, tries=tries, problem=problem, next_at=iso(next_at))


def retry_mail(terminal: Terminal, mail: Mail) -> None:
    """A person asks for another try now, also of one that was given up."""
    _change(terminal, mail, state="queued", tries=0, next_at=_now(terminal), done_at="")


def list_mails(terminal: Terminal, sale_id: str) -> list[Mail]:
    """Give the mails of a sale, the newest first."""
    with terminal.database.reading() as connection:
        return mails.list_of_sale(connection, sale_id)


def _change(terminal: Terminal, mail: Mail, **values: object) -> None:
    with terminal.database.writing(Topic.PAPERS) as connection:
        mails.change(connection, mail.mail_id, **values)


def _now(terminal: Terminal) -> str:
    return iso(terminal.clock.now().astimezone(UTC))
