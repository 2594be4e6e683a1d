"""Forget what no longer serves anybody: old tombstones and tokens, jobs that were done long ago."""

from datetime import timedelta
from typing import Any

from server_stub.api import idempotency
from server_stub.eckwms import replies
from server_stub.feed import pages
from server_stub.identity import auth, lockout
from server_stub.jobs.workplace import Workplace
from server_stub.live import mail

KEEP_DONE = timedelta(days=7)
KEEP_DEAD = timedelta(days=180)


async def prune(place: Workplace, _payload: dict[str, Any]) -> None:
    """Prune feeds, tokens, failed sign-ins, messages and jobs."""
    now = place.now()
    await pages.prune_feeds(place.pool)
    async with place.pool.connection() as conn:
        await auth.prune_tokens(conn, now)
        await lockout.prune_failures(conn, now)
        await mail.prune(conn, now)
        await idempotency.prune_keys(conn, now)
        await replies.prune_replies(conn, now)
        await conn.execute("DELETE FROM job WHERE finished_at < %s OR dead_at < %s", (now - KEEP_DONE, now - KEEP_DEAD))
