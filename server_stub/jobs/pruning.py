"""Forget what no longer serves anybody: old tombstones and tokens, jobs that were done long ago."""

from datetime import timedelta
from typing import Any

from server_stub.api import idempotency
from server_stub.bundles import keeping as bundles
from server_stub.eckwms import replies
from server_stub.feed import pages
from server_stub.identity import auth, lockout
from server_stub.instances import relay
from server_stub.jobs.workplace import Workplace
from server_stub.live import mail
from server_stub.parked import keeping as parked
from server_stub.photos import keeping as photos
from server_stub.proxy import lookup
from server_stub.returns import holding, receipts
from server_stub.terminals import pairing

KEEP_DONE = timedelta(days=7)
KEEP_DEAD = timedelta(days=180)
KEEP_CALLS = timedelta(days=90)


async def prune(place: Workplace, _payload: dict[str, Any]) -> None:
    """Prune feeds, tokens, failed sign-ins, messages, calls of the proxy, the relay, pairing codes and jobs."""
    now = place.now()
    await pages.prune_feeds(place.pool)
    async with place.pool.connection() as conn:
        await receipts.prune_receipts(conn)
        await holding.prune_holds(conn)
        await parked.prune_parked(conn)
        await auth.prune_tokens(conn, now)
        await lockout.prune_failures(conn, now)
        await bundles.prune(conn, now)
        await photos.prune(conn, now)
        await mail.prune(conn, now)
        await lookup.prune_calls(conn, now - KEEP_CALLS)
        await pairing.prune_codes(conn, now)
        await relay.prune(conn, now)
        await idempotency.prune_keys(conn, now)
        await replies.prune_replies(conn, now)
        await conn.execute("DELETE FROM job WHERE finished_at < %s OR dead_at < %s", (now - KEEP_DONE, now - KEEP_DEAD))
