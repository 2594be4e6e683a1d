"""One database connection that hears what other processes of the centre announce, and tells the live lines."""

import asyncio
import json

import psycopg
import structlog

from server_stub.live.hub import Hub
from server_stub.terminals.registry import STATUS_CHANNEL

FEED_CHANNEL = "eckwms_feeds"
_FIRST_WAIT_S = 0.1
_LONGEST_WAIT_S = 5.0
_log = structlog.get_logger("server_stub.live.listener")


async def listen(url: str, hub: Hub) -> None:
    """Listen until cancelled. After every reconnect all lines are nudged, since announcements may have been missed."""
    wait_s = _FIRST_WAIT_S
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(url, autocommit=True) as conn:
                await conn.execute(f"LISTEN {FEED_CHANNEL}")
                await conn.execute(f"LISTEN {STATUS_CHANNEL}")
                wait_s = _FIRST_WAIT_S
                hub.feeds_moved(())
                hub.status_changed()
                async for note in conn.notifies():
                    _pass_on(note, hub)
        except psycopg.OperationalError as error:
            _log.warning("listener lost its connection", reason=str(error), retry_in_s=wait_s)
        await asyncio.sleep(wait_s)
        wait_s = min(wait_s * 2, _LONGEST_WAIT_S)


def _pass_on(note: psycopg.Notify, hub: Hub) -> None:
    if note.channel == FEED_CHANNEL:
        hub.feeds_moved(note.payload.split())
    else:
        hub.status_changed(json.loads(note.payload)["device_uuid"])
