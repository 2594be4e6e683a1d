"""Who guesses wrong waits: after five failures half a minute, then twice as long each time, up to 15 minutes.

Counted in the database, so it holds for all processes of the centre, and for names that nobody has just as well.
"""

import hashlib
import math
from datetime import datetime, timedelta

from server_stub.database import Connection

_FREE = 5
_FIRST = timedelta(seconds=30)
_LONGEST = timedelta(minutes=15)
_FORGOTTEN_AFTER = timedelta(days=1)


async def attempt(conn: Connection, subject: str, now: datetime) -> int:
    """Count an attempt as wrong until `forgive` says otherwise; 0 when it may be looked at, else the seconds to wait.

    Commit before the secret is checked: so many attempts at once are no way around. A day without one begins anew.
    """
    cursor = await conn.execute(
        """INSERT INTO sign_in_failure AS f (subject, failures, failed_at) VALUES (%(subject)s, 1, %(now)s)
           ON CONFLICT (subject) DO UPDATE SET failures = CASE
               WHEN f.locked_until > %(now)s THEN f.failures WHEN f.failed_at < %(old)s THEN 1 ELSE f.failures + 1 END,
             failed_at = CASE WHEN f.locked_until > %(now)s THEN f.failed_at ELSE %(now)s END
           RETURNING failures, locked_until""",
        {"subject": _name(subject), "now": now, "old": now - _FORGOTTEN_AFTER},
    )
    row = await cursor.fetchone()
    failures: int = row[0] if row else 0
    until: datetime | None = row[1] if row else None
    if until is not None and until > now:
        return math.ceil((until - now) / timedelta(seconds=1))
    if failures >= _FREE:
        wait = min(_FIRST * 2 ** min(failures - _FREE, 10), _LONGEST)
        await conn.execute(
            "UPDATE sign_in_failure SET locked_until = %s WHERE subject = %s", (now + wait, _name(subject))
        )
    return 0


async def forgive(conn: Connection, subject: str) -> None:
    """Forget the failures of somebody who has signed in or got a new password."""
    await conn.execute("DELETE FROM sign_in_failure WHERE subject = %s", (_name(subject),))


async def prune_failures(conn: Connection, now: datetime) -> None:
    """Forget failures of more than a day ago."""
    await conn.execute("DELETE FROM sign_in_failure WHERE failed_at < %s", (now - _FORGOTTEN_AFTER,))


def _name(subject: str) -> bytes:
    """Keep no names: people type passwords where their name belongs."""
    return hashlib.sha256(subject.casefold().encode(errors="replace")).digest()
