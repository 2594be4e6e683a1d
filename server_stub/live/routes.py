"""The live channel: prove who you are, then be told when to pull, what state you are in, and what people write.

The token comes in the Authorization header, as a subprotocol or in the first message, never in the address, which
logs keep. What the messages are is in `sync.wire.live`.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

import msgspec
from litestar.di import NamedDependency
from litestar.exceptions import WebSocketDisconnect

from server_stub.context import Context
from server_stub.database import DATABASE_AWAY, single_statements
from server_stub.eckwms.line import is_identification, is_scan, keep_identified, take_frame
from server_stub.faults import Denied
from server_stub.http.limits import Rate
from server_stub.live import mail
from server_stub.live.guests import Guest, Socket, admit_guest, is_own_page, offered_token, read_standing
from server_stub.live.hub import Line
from server_stub.live.mail import Reader
from sync.wire.live import ACK, AUTH, CLOSE_TRY_LATER, CLOSE_UNPROVEN, PROTOCOL_NAME, SIGNED_IN
from sync.wire.messages import Nudge

FIRST_MESSAGE_S = 10.0
CLOSE_UNREADABLE, CLOSE_TOO_MUCH, CLOSE_SUPERSEDED = 1007, 1008, 4409
_PER_S, _BURST = 20, 100
"""Messages that one line may send."""
_TURNS_TO_CLOSE = 10
"""Turns of the loop until a refused connection is closed; uvicorn takes a handler that returns earlier for broken."""


class _Ends(Exception):
    """The line is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Talk:
    """One open line: its socket, whose it is, and when its token ends."""

    socket: Socket
    context: Context
    guest: Guest
    line: Line
    limit: asyncio.Timeout

    @property
    def reader(self) -> Reader:
        return Reader(self.guest.owner, self.line.shop, self.line.person)


async def keep_line(socket: Socket, context: NamedDependency[Context]) -> None:
    """Hold a line until its other end hangs up or its token ends; a new `auth` message prolongs it."""
    token = offered_token(socket)
    try:
        if not is_own_page(socket):
            raise Denied(403, "This page may not open a live line")
        guest = await _admit(context, token) if token else None
    except Denied as error:
        return await _refuse(socket, error)
    await socket.accept(PROTOCOL_NAME if PROTOCOL_NAME in (socket.scope.get("subprotocols") or []) else None)
    try:
        async with asyncio.timeout(FIRST_MESSAGE_S) as limit:
            if guest is None:
                first = await _receive(socket)
                if is_identification(first):
                    limit.reschedule(None)
                    return await keep_identified(socket, context, first)
                guest = await _admit(context, str(first.get("token", "")))
            _prolong(limit, guest, context)
            await _talk(socket, context, guest, limit)
    except (TimeoutError, Denied):
        await socket.close(CLOSE_UNPROVEN, "Authentication required")
    except _Ends as end:
        await socket.close(end.code, str(end))
    except msgspec.DecodeError:
        await socket.close(CLOSE_UNREADABLE, "Messages are JSON objects")
    except DATABASE_AWAY:
        await socket.close(CLOSE_TRY_LATER, "The database is not available")
    except WebSocketDisconnect:
        return None


async def _refuse(socket: Socket, error: Denied) -> None:
    """Answer by HTTP, before the line stands."""
    body = msgspec.json.encode({"error": error.message})
    await socket.receive()
    headers = [(b"content-type", b"application/json")]
    headers += [(b"www-authenticate", b"Bearer")] if error.status == 401 else []
    await socket.send({"type": "websocket.http.response.start", "status": error.status, "headers": headers})
    await socket.send({"type": "websocket.http.response.body", "body": body, "more_body": False})
    for _ in range(_TURNS_TO_CLOSE):
        await asyncio.sleep(0)


async def _admit(context: Context, token: str) -> Guest:
    async with single_statements(context.pool) as conn:
        return await admit_guest(conn, context.centre.jwt_secret, token, context.now())


def _prolong(limit: asyncio.Timeout, guest: Guest, context: Context) -> None:
    """Let the line live as long as its token."""
    limit.reschedule(asyncio.get_running_loop().time() + guest.ends_at - context.now().timestamp())


async def _talk(socket: Socket, context: Context, guest: Guest, limit: asyncio.Timeout) -> None:
    """Tell what happens and acknowledge what comes, both at once."""
    talk = _Talk(socket, context, guest, context.hub.open(guest.owner), limit)
    talk.line.person = "" if guest.key_id else guest.owner
    talk.line.wake.set()
    tasks = {asyncio.create_task(_tell(talk)), asyncio.create_task(_hear(talk))}
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        context.hub.close(talk.line)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _hear(talk: _Talk) -> None:
    """Take what the other end says; whatever has a number is acknowledged under both names that clients look for."""
    rate = Rate(_PER_S, _BURST)
    while True:
        message = await _receive(talk.socket)
        if rate.take(""):
            raise _Ends(CLOSE_TOO_MUCH, "Too many messages")
        if is_scan(message):
            await _send(talk, msgspec.json.encode(await take_frame(talk.context, talk.guest, message)).decode())
            continue
        kind = str(message.get("type", "")).lower()
        if kind == ACK:
            await _confirm(talk, message)
            continue  # an acknowledgement of an acknowledgement would go on for ever
        if kind == AUTH:
            await _renew(talk, str(message.get("token", "")))
        elif kind == SIGNED_IN:
            await _sign_in(talk, str(message.get("person", "")))
        if msg_id := message.get("msgId"):
            await talk.socket.send_json({"type": "ACK", "ack": msg_id, "msgId": msg_id})


async def _confirm(talk: _Talk, message: dict[str, Any]) -> None:
    """Note that a message has arrived, so that it is not given again."""
    ident = str(message.get("ack") or message.get("msgId") or "")
    async with single_statements(talk.context.pool) as conn:
        if await mail.confirm(conn, ident, talk.reader, talk.context.now()):
            talk.context.hub.counts["confirmed"] += 1


async def _renew(talk: _Talk, token: str) -> None:
    """Prolong the line by a newer token of the same guest."""
    guest = await _admit(talk.context, token)
    if guest.owner != talk.guest.owner:
        raise Denied(401, "This token is somebody else's")
    _prolong(talk.limit, guest, talk.context)


async def _sign_in(talk: _Talk, person: str) -> None:
    """Note who stands at the terminal; only people of its own shop are believed."""
    if not talk.guest.key_id:
        return
    async with single_statements(talk.context.pool) as conn:
        known = await mail.works_at(conn, person, talk.line.shop)
    talk.line.person = person.lower() if known else ""
    talk.line.ask_mail()


async def _tell(talk: _Talk) -> None:
    """Send what there is to tell, as it comes; states are read from the database, never taken from announcements."""
    line = talk.line
    while True:
        await line.wake.wait()
        told = line.take()
        if line.superseded:
            raise _Ends(CLOSE_SUPERSEDED, "A newer line is open")
        feeds = await _tell_status(talk) if told.status_changed else told.feeds
        if line.muted:
            continue
        if feeds:
            await _send(talk, msgspec.json.encode(Nudge(type="feeds", feeds=feeds)).decode())
        if told.mail_due:
            await _tell_waiting(talk)
        for ident, wire in told.letters.items():
            await _tell_once(talk, ident, wire)


async def _tell_status(talk: _Talk) -> tuple[str, ...]:
    """Send the state of the device and give the feeds that it hears of; a blocked one is told so and nothing else."""
    async with single_statements(talk.context.pool) as conn:
        standing = await read_standing(conn, talk.guest)
    line = talk.line
    feeds = line.allow(standing.shop, may_read=standing.may_read)
    was_muted, line.muted = line.muted, standing.status == "blocked"
    if was_muted and not line.muted:
        line.ask_mail()
    await _send(talk, msgspec.json.encode(Nudge(type="status", status=standing.status)).decode())
    return feeds


async def _tell_waiting(talk: _Talk) -> None:
    """Send the messages that wait in the database, a page at a time."""
    after, now = "", talk.context.now()
    while True:
        async with single_statements(talk.context.pool) as conn:
            page = await mail.read_waiting(conn, talk.reader, now, after)
        for ident, wire in page.items():
            await _tell_once(talk, ident, wire)
            after = ident
        if len(page) < mail.PAGE:
            return


async def _tell_once(talk: _Talk, ident: str, wire: str) -> None:
    """Send a message unless this line has had it: a row and its announcement may both bring it."""
    if ident not in talk.line.given:
        talk.line.given.add(ident)
        talk.context.hub.counts["messages"] += 1
        await _send(talk, wire)


async def _send(talk: _Talk, text: str) -> None:
    await talk.socket.send_text(text)


async def _receive(socket: Socket) -> dict[str, Any]:
    """Give the next message. Raises msgspec.DecodeError when it is not a JSON object."""
    return msgspec.json.decode(await socket.receive_text(), type=dict[str, Any])
