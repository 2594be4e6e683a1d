"""The table of jobs: put in, taken under a lease, finished, tried again or given up.

A job runs at least once. The lease is renewed while it runs; one whose process died is taken again when the lease
has run out, so every kind must bear being done twice. A finished job cannot be finished by somebody whose lease ended.
"""

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from server_stub.database import Connection

CHANNEL = "eckwms_jobs"
USUAL_ATTEMPTS = 8
FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 3600.0
_MAX_ERROR = 500

_ENQUEUE = """
INSERT INTO job (kind, key, payload, priority, run_at, made_at, max_attempts)
VALUES (%(kind)s, %(key)s, %(payload)s, %(priority)s, %(run_at)s, %(now)s, %(max_attempts)s)
ON CONFLICT (kind, key) WHERE finished_at IS NULL AND dead_at IS NULL AND lease_by IS NULL DO NOTHING RETURNING id
"""
_TAKE = """
WITH next AS (
    SELECT id FROM job j
    WHERE finished_at IS NULL AND dead_at IS NULL AND run_at <= %(now)s AND kind = ANY(%(kinds)s)
        AND id <> ALL(%(mine)s) AND (lease_until IS NULL OR lease_until < %(now)s)
        AND NOT EXISTS (
            SELECT 1 FROM job o WHERE o.kind = j.kind AND o.key = j.key AND o.id <> j.id
                AND o.finished_at IS NULL AND o.dead_at IS NULL AND o.lease_until >= %(now)s)
    ORDER BY priority, run_at, id LIMIT %(most)s FOR UPDATE SKIP LOCKED)
UPDATE job SET lease_until = %(until)s, lease_by = %(holder)s, attempts = attempts + 1 FROM next
WHERE job.id = next.id RETURNING job.id, kind, payload, attempts, max_attempts, lease_by
"""
_BURY = """
UPDATE job SET dead_at = %(now)s, lease_until = NULL, lease_by = NULL,
    last_error = 'The process died while doing it, every time'
WHERE finished_at IS NULL AND dead_at IS NULL AND lease_until < %(now)s AND attempts >= max_attempts
"""
_NEXT = """
SELECT least(
    (SELECT min(run_at) FROM job
        WHERE finished_at IS NULL AND dead_at IS NULL AND lease_until IS NULL AND kind = ANY(%(kinds)s)),
    (SELECT min(lease_until) FROM job WHERE lease_until IS NOT NULL AND kind = ANY(%(kinds)s)))
"""
_FINISH = "UPDATE job SET finished_at = %s, lease_until = NULL, last_error = '' WHERE id = %s AND lease_by = %s"
_FAIL = """
UPDATE job SET lease_until = NULL, lease_by = NULL, last_error = %s, run_at = %s, attempts = attempts - %s
WHERE id = %s AND lease_by = %s AND finished_at IS NULL
"""
_REPLACED = "UPDATE job SET finished_at = %s, lease_until = NULL, last_error = %s WHERE id = %s AND lease_by = %s"
_DIE = """
UPDATE job SET lease_until = NULL, lease_by = NULL, last_error = %s, dead_at = %s
WHERE id = %s AND lease_by = %s AND finished_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A job that was taken: its `holder` alone may renew, finish or give it back."""

    id: int
    kind: str
    payload: dict[str, Any]
    attempts: int
    max_attempts: int
    holder: str


async def enqueue(
    conn: Connection,
    kind: str,
    payload: dict[str, Any],
    *,
    now: datetime,
    key: str | None = None,
    run_at: datetime | None = None,
    priority: int = 100,
    max_attempts: int = USUAL_ATTEMPTS,
) -> int | None:
    """Put a job in with the caller's transaction: it exists when that commits. Lower `priority` goes first.

    With a `key`, None when one of this kind and key waits already (one that is running does not count: it may have
    read what has changed since).
    """
    values = {"kind": kind, "key": key, "payload": Jsonb(payload), "priority": priority, "run_at": run_at or now,
              "now": now, "max_attempts": max_attempts}  # fmt: skip
    row = await (await conn.execute(_ENQUEUE, values)).fetchone()
    if row is None:
        return None
    await conn.execute("SELECT pg_notify(%s, %s)", (CHANNEL, kind))
    return int(row[0])


async def take(
    conn: Connection,
    kinds: Collection[str],
    holder: str,
    now: datetime,
    lease: timedelta,
    most: int,
    mine: Collection[int] = (),
) -> list[Job]:
    """Take up to `most` jobs that are due, for as long as the lease lasts; what others hold is passed over.

    `mine` are those that the holder is still at, whatever their leases say.
    """
    async with conn.transaction():
        await conn.execute(_BURY, {"now": now})
        values = {"now": now, "kinds": list(kinds), "most": most, "until": now + lease, "holder": holder,
                  "mine": list(mine)}  # fmt: skip
        return [Job(*row) for row in await (await conn.execute(_TAKE, values)).fetchall()]


async def next_due(conn: Connection, kinds: Collection[str]) -> datetime | None:
    """Say when the next job may be taken, None when none waits; the past when it waits for one of its own key."""
    row = await (await conn.execute(_NEXT, {"kinds": list(kinds)})).fetchone()
    return row[0] if row else None


async def renew(conn: Connection, holder: str, ids: Collection[int], until: datetime) -> set[int]:
    """Prolong leases and give the ids that are still the holder's."""
    cursor = await conn.execute(
        "UPDATE job SET lease_until = %s WHERE id = ANY(%s) AND lease_by = %s AND finished_at IS NULL RETURNING id",
        (until, list(ids), holder),
    )
    return {ident for (ident,) in await cursor.fetchall()}


async def finish(conn: Connection, job: Job, now: datetime) -> bool:
    """Note that a job is done; False when its lease had ended and somebody else has it."""
    return (await conn.execute(_FINISH, (now, job.id, job.holder))).rowcount == 1


async def fail(conn: Connection, job: Job, error: str, now: datetime, *, hopeless: bool = False) -> bool:
    """Note that a job failed: it waits and is tried again, or is dead after its last attempt. True when it is dead."""
    if hopeless or job.attempts >= job.max_attempts:
        await conn.execute(_DIE, (error[:_MAX_ERROR], now, job.id, job.holder))
        return True
    await _put_back(conn, job, error, now, now + backoff(job.attempts), undone=0)
    return False


async def give_back(conn: Connection, job: Job, now: datetime) -> None:
    """Give a job back that was interrupted, as if it had not been taken."""
    await _put_back(conn, job, "", now, now, undone=1)


async def _put_back(conn: Connection, job: Job, error: str, now: datetime, run_at: datetime, undone: int) -> None:
    """Let a job wait again; when another of the same key waits by now, that one is enough."""
    try:
        async with conn.transaction():
            await conn.execute(_FAIL, (error[:_MAX_ERROR], run_at, undone, job.id, job.holder))
            await conn.execute("SELECT pg_notify(%s, %s)", (CHANNEL, job.kind))
    except psycopg.errors.UniqueViolation:
        await conn.execute(_REPLACED, (now, f"A newer one took its place. {error}".strip(), job.id, job.holder))


def backoff(attempts: int) -> timedelta:
    """Give a random wait before the next attempt, up to a bound that doubles: all that failed together scatter."""
    bound_s = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(attempts, 20))
    return timedelta(seconds=random.uniform(0, bound_s))  # noqa: S311 - not a secret
