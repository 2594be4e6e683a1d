"""The queue of mails: working data of this terminal, with addresses that appear nowhere else."""

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from desktop.domain.mail import Mail
from desktop.store.paper_tables import mail

_ROW = tuple(mail.c[name] for name in Mail.__slots__)


def add(connection: Connection, one: Mail) -> None:
    """Put a mail into the queue."""
    connection.execute(insert(mail), {name: getattr(one, name) for name in Mail.__slots__})


def read_next(connection: Connection) -> Mail | None:
    """Give the mail whose turn comes first."""
    query = select(*_ROW).where(mail.c.state == "queued").order_by(mail.c.next_at, mail.c.made_at).limit(1)
    row = connection.execute(query).first()
    return _mail(row) if row else None


def list_of_sale(connection: Connection, sale_id: str) -> list[Mail]:
    """Give the mails of a sale, the newest first."""
    query = select(*_ROW).where(mail.c.sale_id == sale_id).order_by(mail.c.made_at.desc(), mail.c.mail_id.desc())
    return [_mail(row) for row in connection.execute(query.limit(20))]


def count_states(connection: Connection) -> dict[str, int]:
    """Count the mails by state."""
    return {row[0]: row[1] for row in connection.execute(select(mail.c.state, func.count()).group_by(mail.c.state))}


def change(connection: Connection, mail_id: str, **values: object) -> None:
    """Change columns of a mail."""
    connection.execute(update(mail).where(mail.c.mail_id == mail_id), values)


def hold_all(connection: Connection) -> None:
    """Send nothing that waits before a person asks for it again: it may have gone out since."""
    connection.execute(update(mail).where(mail.c.state == "queued"), {"state": "failed", "problem": "restored"})


def drop_done(connection: Connection, before: str) -> None:
    """Forget mails that were sent or given up before an instant (ISO 8601, UTC)."""
    connection.execute(delete(mail).where(mail.c.state != "queued", mail.c.done_at < before))


def _mail(row: Any) -> Mail:
    return Mail(**{**row._mapping, "content": row.content or b""})
