"""Jobs as a person sees them: lists, counts, and what to do about those that were given up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.jobs.queue import CHANNEL

STATES = ("waiting", "running", "done", "dead")
MAX_PAGE = 500

_LIST = """
SELECT id, kind, coalesce(key, ''), state, attempts, max_attempts, made_at, run_at, lease_by, last_error,
    finished_at, dead_at FROM job_listed
WHERE (%(state)s = '' OR state = %(state)s) AND (%(kind)s = '' OR kind = %(kind)s)
    AND (%(before)s::bigint IS NULL OR id < %(before)s) ORDER BY id DESC LIMIT %(limit)s
"""
_COUNT = "SELECT state, count(*) FROM job_listed GROUP BY 1"
_OLDEST = """
SELECT coalesce(extract(epoch FROM %s - min(run_at)), 0)::float8 FROM job
WHERE finished_at IS NULL AND dead_at IS NULL AND lease_by IS NULL
"""
_RETRY = """
UPDATE job j SET dead_at = NULL, attempts = 0, run_at = %(now)s
WHERE dead_at IS NOT NULL AND (%(id)s::bigint IS NULL OR id = %(id)s)
    AND NOT EXISTS (SELECT 1 FROM job o WHERE o.kind = j.kind AND o.key = j.key AND o.finished_at IS NULL
        AND o.dead_at IS NULL AND o.lease_by IS NULL)
    AND (key IS NULL OR id = (SELECT max(d.id) FROM job d WHERE d.kind = j.kind AND d.key = j.key
        AND d.dead_at IS NOT NULL AND (%(id)s::bigint IS NULL OR d.id = %(id)s)))
"""
_DISCARD = "DELETE FROM job WHERE dead_at IS NOT NULL AND (%(id)s::bigint IS NULL OR id = %(id)s)"


@dataclass(frozen=True, slots=True)
class Listed:
    """One job; `state` is one of STATES, `last_error` why it failed the last time."""

    id: int
    kind: str
    key: str
    state: str
    attempts: int
    max_attempts: int
    made_at: datetime
    run_at: datetime
    held_by: str | None
    last_error: str
    finished_at: datetime | None
    dead_at: datetime | None


async def list_jobs(
    conn: Connection, *, state: str = "", kind: str = "", before: int | None = None, limit: int = 50
) -> list[Listed]:
    """Give a page of jobs, newest first; the next page begins `before` the last id of this one."""
    values = {"state": state, "kind": kind, "before": before, "limit": max(1, min(limit, MAX_PAGE))}
    return [Listed(*row) for row in await (await conn.execute(_LIST, values)).fetchall()]


async def count_jobs(conn: Connection, now: datetime) -> dict[str, Any]:
    """Count jobs by state, with `oldest_s`: for how long the oldest that is due has been waiting."""
    counts: dict[str, Any] = dict.fromkeys(STATES, 0) | dict(await (await conn.execute(_COUNT)).fetchall())
    row = await (await conn.execute(_OLDEST, (now,))).fetchone()
    return counts | {"oldest_s": round(max(0.0, row[0]), 1) if row else 0.0}


async def retry(conn: Connection, now: datetime, ident: int | None = None) -> int:
    """Let a dead job, or all of them, try again from the first attempt; gives how many.

    Of several about the same key the newest is enough, and none is when one waits already.
    """
    count = (await conn.execute(_RETRY, {"now": now, "id": ident})).rowcount
    await conn.execute("SELECT pg_notify(%s, '')", (CHANNEL,))
    return count


async def discard(conn: Connection, ident: int | None = None) -> int:
    """Forget a dead job, or all of them; gives how many."""
    return (await conn.execute(_DISCARD, {"id": ident})).rowcount
