"""The live channel of a terminal: prove who you are, then be told when to pull and what state you are in.

The token comes in the Authorization header or in the first message, never in the address, which logs keep.
"""

import asyncio
from typing import Any

import msgspec
from litestar import WebSocket
from litestar.di import NamedDependency
from litestar.exceptions import WebSocketDisconnect

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.access import bearer
from server_stub.http.answers import DATABASE_AWAY
from server_stub.identity import tokens
from server_stub.identity.auth import Caller, authenticate, get_caller
from server_stub.live.hub import Line
from sync.wire.messages import Nudge

FIRST_MESSAGE_S = 10.0
CLOSE_UNPROVEN = 4401
CLOSE_UNREADABLE = 1007
CLOSE_TRY_LATER = 1013
_TURNS_TO_CLOSE = 10
"""Turns of the loop until a refused connection is closed; uvicorn takes a handler that returns earlier for broken."""

Socket = WebSocket[Any, Any, Any]


async def keep_line(socket: Socket, context: NamedDependency[Context]) -> None:
    """Hold one terminal's line until it hangs up or its token ends; a new `auth` message prolongs it."""
    token = bearer(socket)
    if token and not await _opens(socket, context, token):
        return
    await socket.accept()
    try:
        async with asyncio.timeout(FIRST_MESSAGE_S) as limit:
            token = token or str((await _receive(socket)).get("token", ""))
            caller, life_s = await _admit(context, token)
            limit.reschedule(asyncio.get_running_loop().time() + life_s)
            await _talk(socket, context, caller, limit)
    except (TimeoutError, Denied):
        await socket.close(CLOSE_UNPROVEN, "Authentication required")
    except msgspec.DecodeError:
        await socket.close(CLOSE_UNREADABLE, "Messages are JSON objects")
    except DATABASE_AWAY:
        await socket.close(CLOSE_TRY_LATER, "The database is not available")
    except WebSocketDisconnect:
        return


async def _opens(socket: Socket, context: Context, token: str) -> bool:
    """Refuse a bad token of the header with HTTP 401, before the line stands."""
    try:
        await _admit(context, token)
    except Denied as error:
        body = msgspec.json.encode({"error": error.message})
        await socket.receive()
        headers = [(b"content-type", b"application/json"), (b"www-authenticate", b"Bearer")]
        await socket.send({"type": "websocket.http.response.start", "status": error.status, "headers": headers})
        await socket.send({"type": "websocket.http.response.body", "body": body, "more_body": False})
        for _ in range(_TURNS_TO_CLOSE):
            await asyncio.sleep(0)
        return False
    return True


async def _admit(context: Context, token: str) -> tuple[Caller, float]:
    """Give the caller behind a token and the seconds that the token still lives."""
    now = context.now()
    async with context.pool.connection() as conn:
        caller = await authenticate(conn, context.centre.jwt_secret, token, now)
    claims = tokens.read_access(context.centre.jwt_secret, token, now)
    return caller, (claims.expires_at if claims else 0) - now.timestamp()


async def _talk(socket: Socket, context: Context, caller: Caller, limit: asyncio.Timeout) -> None:
    """Tell what happens and acknowledge what comes, both at once."""
    line = context.hub.open(caller.device_uuid)
    line.wake.set()
    tasks = {
        asyncio.create_task(_tell(socket, context, line, caller.key_id)),
        asyncio.create_task(_hear(socket, context, limit)),
    }
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        context.hub.close(line)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _hear(socket: Socket, context: Context, limit: asyncio.Timeout) -> None:
    """Acknowledge every message that has a number, under both names that clients look for."""
    while True:
        message = await _receive(socket)
        if message.get("type") == "auth":
            _, life_s = await _admit(context, str(message.get("token", "")))
            limit.reschedule(asyncio.get_running_loop().time() + life_s)
        if msg_id := message.get("msgId"):
            await socket.send_json({"type": "ACK", "ack": msg_id, "msgId": msg_id})


async def _tell(socket: Socket, context: Context, line: Line, key_id: str) -> None:
    """Send nudges as they come; the device's state is read from the database, never taken from the announcement."""
    while True:
        await line.wake.wait()
        moved, status_changed = line.take()
        if status_changed:
            async with context.pool.connection() as conn:
                caller = await get_caller(conn, line.device_uuid, key_id)
            line.allow(caller.shop, may_read=caller.may_read)
            await _send(socket, Nudge(type="status", status=caller.status))
        elif moved:
            await _send(socket, Nudge(type="feeds", feeds=moved))


async def _send(socket: Socket, nudge: Nudge) -> None:
    await socket.send_text(msgspec.json.encode(nudge).decode())


async def _receive(socket: Socket) -> dict[str, Any]:
    """Give the next message. Raises msgspec.DecodeError when it is not a JSON object."""
    return msgspec.json.decode(await socket.receive_text(), type=dict[str, Any])
