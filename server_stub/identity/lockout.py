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


async def locked_for_s(conn: Connection, subject: str, now: datetime) -> int:
    """Give the seconds for which no attempt is looked at; 0 when one may be made."""
    cursor = await conn.execute("SELECT locked_until FROM sign_in_failure WHERE subject = %s", (_name(subject),))
    row = await cursor.fetchone()
    until = row[0] if row else None
    return max(0, math.ceil((until - now).total_seconds())) if until else 0


async def note_failure(conn: Connection, subject: str, now: datetime) -> None:
    """Count a wrong attempt; a day without one begins the count anew."""
    cursor = await conn.execute(
        """INSERT INTO sign_in_failure AS f (subject, failures, failed_at) VALUES (%(subject)s, 1, %(now)s)
           ON CONFLICT (subject) DO UPDATE SET failed_at = %(now)s,
             failures = CASE WHEN f.failed_at < %(old)s THEN 1 ELSE f.failures + 1 END
           RETURNING failures""",
        {"subject": _name(subject), "now": now, "old": now - _FORGOTTEN_AFTER},
    )
    row = await cursor.fetchone()
    failures = row[0] if row else 0
    if failures >= _FREE:
        wait = min(_FIRST * 2 ** min(failures - _FREE, 10), _LONGEST)
        await conn.execute(
            "UPDATE sign_in_failure SET locked_until = %s WHERE subject = %s", (now + wait, _name(subject))
        )


async def forgive(conn: Connection, subject: str) -> None:
    """Forget the failures of somebody who has signed in or got a new password."""
    await conn.execute("DELETE FROM sign_in_failure WHERE subject = %s", (_name(subject),))


async def prune_failures(conn: Connection, now: datetime) -> None:
    """Forget failures of more than a day ago."""
    await conn.execute("DELETE FROM sign_in_failure WHERE failed_at < %s", (now - _FORGOTTEN_AFTER,))


def _name(subject: str) -> bytes:
    """Keep no names: people type passwords where their name belongs."""
    return hashlib.sha256(subject.casefold().encode(errors="replace")).digest()
