"""The live line as clients of the family know it: say which device you are, hear of its state, send scans.

They send no token, so a line without one hears only what anybody may ask of a device, its state, and hands in
nothing: it gets no acknowledgement for a scan, and the client sends that by HTTP. With a token (in the header or in
the first message) scans are taken, and acknowledged once they are kept. A push never has the key `ack`: clients take
whatever has it for an acknowledgement.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from litestar import WebSocket
from litestar.di import NamedDependency
from litestar.exceptions import WebSocketDisconnect

from server_stub.context import Context
from server_stub.database import DATABASE_AWAY
from server_stub.eckwms.scanning import take_scan
from server_stub.faults import Denied
from server_stub.http.access import NotNow, Rates
from server_stub.http.limits import Rate, caller_address
from server_stub.identity.auth import get_caller, note_seen
from server_stub.live.guests import Guest, admit_guest, is_own_page, offered_token
from server_stub.terminals.registry import find_device

PATHS = ("/E/ws", "/ws", "/ECK/WS")
IDENTIFY = "DEVICE_IDENTIFY"
FIRST_MESSAGE_S = 10.0
UNPROVEN_LIFE_S = 12 * 3600.0
CLOSE_UNPROVEN, CLOSE_UNREADABLE, CLOSE_TOO_MUCH, CLOSE_TRY_LATER = 4401, 1007, 1008, 1013
_PER_S, _BURST = 20, 100

Socket = WebSocket[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class _Talk:
    """One open line; `guest` is None when the device only said which one it is."""

    socket: Socket
    context: Context
    device_uuid: str
    guest: Guest | None


async def keep_family_line(socket: Socket, context: NamedDependency[Context]) -> None:
    """Hold a line until its other end hangs up, its token ends, or half a day passed without one."""
    await socket.accept()
    await keep_identified(socket, context, {})


def is_identification(message: dict[str, Any]) -> bool:
    """Whether a first message only says which device it is, as clients of the family begin."""
    return message.get("type") == IDENTIFY and not message.get("token")


async def keep_identified(socket: Socket, context: Context, first: dict[str, Any]) -> None:
    """Hold an accepted line whose `first` message may have been read already."""
    try:
        if not is_own_page(socket):
            raise Denied(403, "This page may not open a live line")
        async with asyncio.timeout(FIRST_MESSAGE_S) as limit:
            talk = await _begin(socket, context, first)
            life_s = talk.guest.ends_at - context.now().timestamp() if talk.guest else UNPROVEN_LIFE_S
            limit.reschedule(asyncio.get_running_loop().time() + life_s)
            await _keep(talk)
    except (TimeoutError, Denied) as error:
        told = error.message if isinstance(error, Denied) else "Authentication required"
        await socket.close(
            CLOSE_TOO_MUCH if isinstance(error, Denied) and error.status == 429 else CLOSE_UNPROVEN, told
        )
    except msgspec.DecodeError:
        await socket.close(CLOSE_UNREADABLE, "Messages are JSON objects")
    except DATABASE_AWAY:
        await socket.close(CLOSE_TRY_LATER, "The database is not available")
    except WebSocketDisconnect:
        return


async def _begin(socket: Socket, context: Context, first: dict[str, Any]) -> _Talk:
    """Learn who is there from the first message or the header. Raises Denied."""
    token = offered_token(socket)
    if not token:
        first = first or await _receive(socket)
        token = str(first.get("token") or "")
    async with context.pool.connection() as conn:
        if token:
            guest = await admit_guest(conn, context.centre.jwt_secret, token, context.now())
            if not guest.key_id:
                raise Denied(403, "This line is for devices")
            await note_seen(conn, [guest.owner], context.now())
            talk = _Talk(socket, context, guest.owner, guest)
        else:
            rates: Rates = socket.app.state.rates
            device_id = str(first.get("deviceId") or "")
            if first.get("type") != IDENTIFY or rates.prove.take(caller_address(socket.scope)):
                raise Denied(401, "Authentication required")
            device = await find_device(conn, device_id) if "\0" not in device_id else None
            if device is None:
                raise Denied(401, "Device not registered")
            talk = _Talk(socket, context, device.device_uuid, None)
    if first:
        await _answer(talk, first)
    return talk


async def _keep(talk: _Talk) -> None:
    with _woken(talk) as wake:
        tasks = {asyncio.create_task(_tell(talk, wake)), asyncio.create_task(_hear(talk))}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def _woken(talk: _Talk) -> Iterator[asyncio.Event]:
    """Give what is set when the device's state may have changed; only proven lines count as connections."""
    hub = talk.context.hub
    if talk.guest is None:
        with hub.watching(talk.device_uuid) as wake:
            yield wake
        return
    line = hub.open(talk.device_uuid)
    try:
        yield line.wake
    finally:
        hub.close(line)


async def _tell(talk: _Talk, wake: asyncio.Event) -> None:
    """Tell the state of the device at once and whenever it is another one; it is read, never taken from the news."""
    told = ""
    while True:
        async with talk.context.pool.connection() as conn:
            status = await _read_status(conn, talk)
        if status != told:
            await talk.socket.send_json({"type": "STATUS_UPDATE", "status": status, "deviceUuid": talk.device_uuid})
            told = status
        await wake.wait()
        wake.clear()


async def _read_status(conn: Any, talk: _Talk) -> str:
    if talk.guest:
        return (await get_caller(conn, talk.device_uuid, talk.guest.key_id)).status
    device = await find_device(conn, talk.device_uuid)
    if device is None:
        raise Denied(401, "Device not registered")
    return device.status


async def _hear(talk: _Talk) -> None:
    rate = Rate(_PER_S, _BURST)
    while True:
        message = await _receive(talk.socket)
        if rate.take(""):
            raise Denied(429, "Too many messages")
        await _answer(talk, message)


async def _answer(talk: _Talk, message: dict[str, Any]) -> None:
    if is_scan(message):
        answer = await take_frame(talk.context, talk.guest, message)
    elif message.get("type") == IDENTIFY or message.get("msgId"):
        answer = acknowledge(message)
    else:
        return
    await talk.socket.send_text(msgspec.json.encode(answer).decode())


def is_scan(message: dict[str, Any]) -> bool:
    """Whether a message is a scan, of either generation."""
    return "barcode" in message or "payload" in message


def acknowledge(message: dict[str, Any]) -> dict[str, Any]:
    """Say that a message has arrived, under both names that clients look for."""
    msg_id = str(message.get("msgId") or "")
    return {"type": "ACK", "ack": msg_id, "msgId": msg_id}


async def take_frame(context: Context, guest: Guest | None, message: dict[str, Any]) -> dict[str, Any]:
    """Take a scan that came over a line; acknowledged only when it is kept, so that the client sends it otherwise."""
    try:
        if guest is None or not guest.key_id:
            raise Denied(401, "Authentication required")
        async with context.pool.connection() as conn:
            caller = await get_caller(conn, guest.owner, guest.key_id)
        if caller.status != "active":
            raise NotNow(caller.status)
        reply = await take_scan(context, caller, message)
    except (Denied, NotNow) as error:
        told = error.message if isinstance(error, Denied) else f"Device is {error.status}"
        return {"type": "ERROR", "msgId": str(message.get("msgId") or ""), "error": told}
    return acknowledge(message) | {"success": True, "result": reply.body}


async def _receive(socket: Socket) -> dict[str, Any]:
    """Give the next message. Raises msgspec.DecodeError when it is not a JSON object."""
    return msgspec.json.decode(await socket.receive_text(), type=dict[str, Any])
