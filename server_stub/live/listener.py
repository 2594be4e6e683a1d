"""What other processes of the centre announce, told to the live lines of this one.

Announcements are made in the database, in the transaction of what they announce, so they never run ahead of it. Each
process listens there by a connection of its own; where REDIS_URL is set, one process at a time listens and hands
them on through Redis, to which all subscribe.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import psycopg
import structlog

from server_stub.database import Connection
from server_stub.live.hub import Hub, Letter
from server_stub.live.mail import MAIL_CHANNEL
from server_stub.live.redis import open_redis
from server_stub.terminals.registry import STATUS_CHANNEL

FEED_CHANNEL = "eckwms_feeds"
RESUME = "eckwms_resume"
"""Said when announcements may have been missed; never by the database itself."""
BRIDGE_LOCK = 0x65636B0006
_CHANNELS = (FEED_CHANNEL, STATUS_CHANNEL, MAIL_CHANNEL)
_FIRST_WAIT_S = 0.1
_LONGEST_WAIT_S = 5.0
_BRIDGE_STEP_S = 1.0
_LOST = (psycopg.OperationalError, OSError, EOFError)
_log = structlog.get_logger("server_stub.live.listener")

Attempt = Callable[[Callable[[], None]], Awaitable[None]]


async def listen(url: str, hub: Hub, redis_url: str = "", name: str = "") -> None:
    """Listen until cancelled. After every reconnect all lines are told everything again.

    With Redis, `name` keeps centres apart that share one server.
    """
    if not redis_url:
        await _keep_on("listener", lambda stands: _hear_database(url, hub, stands))
        return
    channel = f"eckwms:{name}"
    async with asyncio.TaskGroup() as both:
        both.create_task(_keep_on("subscriber", lambda stands: _hear_redis(redis_url, channel, hub, stands)))
        both.create_task(_keep_on("bridge", lambda stands: _bridge(url, redis_url, channel, stands)))


async def _keep_on(what: str, attempt: Attempt) -> None:
    """Try again and again, after longer and longer pauses while it does not stand."""
    wait_s = _FIRST_WAIT_S

    def stands() -> None:
        nonlocal wait_s
        wait_s = _FIRST_WAIT_S

    while True:
        try:
            await attempt(stands)
        except _LOST as error:
            _log.warning(f"{what} lost its connection", reason=str(error), retry_in_s=wait_s)
        await asyncio.sleep(wait_s)
        wait_s = min(wait_s * 2, _LONGEST_WAIT_S)


async def _hear_database(url: str, hub: Hub, stands: Callable[[], None]) -> None:
    async with _listening(url) as conn:
        stands()
        hub.resume()
        async for note in conn.notifies():
            pass_on(note.channel, note.payload, hub)


async def _hear_redis(redis_url: str, channel: str, hub: Hub, stands: Callable[[], None]) -> None:
    async with open_redis(redis_url) as redis:
        async for news in redis.subscribe(channel):
            if not news:
                stands()
                hub.resume()
                continue
            name, _, payload = news.partition(" ")
            pass_on(name, payload, hub)


async def _bridge(url: str, redis_url: str, channel: str, stands: Callable[[], None]) -> None:
    """Hand announcements on from the database to Redis while no other process does."""
    async with _listening(url) as conn:
        while not await _take_bridge(conn):
            stands()
            await asyncio.sleep(_BRIDGE_STEP_S)
        async with open_redis(redis_url) as redis:
            stands()
            await redis.publish(channel, RESUME)
            async for note in conn.notifies():
                await redis.publish(channel, f"{note.channel} {note.payload}")


async def _take_bridge(conn: Connection) -> bool:
    taken = await (await conn.execute("SELECT pg_try_advisory_lock(%s)", (BRIDGE_LOCK,))).fetchone()
    return taken == (True,)


@asynccontextmanager
async def _listening(url: str) -> AsyncIterator[Connection]:
    async with await Connection.connect(url, autocommit=True) as conn:
        for channel in _CHANNELS:
            await conn.execute(f"LISTEN {channel}")
        yield conn


def pass_on(channel: str, payload: str, hub: Hub) -> None:
    """Tell the lines what an announcement is about; one that cannot be read is left out."""
    if channel == FEED_CHANNEL:
        hub.feeds_moved(payload.split())
    elif channel == RESUME:
        hub.resume()
    else:
        try:
            news = json.loads(payload)
            if channel == MAIL_CHANNEL:
                hub.deliver(Letter(**news))
            else:
                hub.status_changed(news["device_uuid"])
        except (ValueError, TypeError, KeyError) as error:
            _log.warning("an announcement cannot be read", channel=channel, reason=repr(error))
