"""Making this terminal known at a centre, once, for the screen that asks for it."""

import asyncio

from desktop.domain.refusal import Refusal
from desktop.inviting import end_invite, read_invite
from desktop.linking import BLOCKED, fault_of, make_client, take_over
from desktop.station import Station
from desktop.store.terminal import Known, read_all_known
from sync.identity import forget_server
from sync.trouble import Denied, Trouble
from sync.worker import Worker


async def register(station: Station, server: str, name: str, token: str) -> str:
    """Register and keep what the centre says; gives active or pending. Without `server` a pairing string names it.

    A terminal that was never active may choose another centre. Refusals `server.address`, `enrol.code`,
    `terminal.denied`, `terminal.blocked`; a Fault names what is wrong with the line.
    """
    await _forget_other(station, server)
    invite = await read_invite(station, server, token)
    server, token = invite.server, invite.token
    worker = Worker()
    client = make_client(station, server, worker)
    now_ms = int(station.terminal.clock.now().timestamp() * 1000)
    try:
        answer = await client.register(name, token, timestamp_ms=now_ms)
    except Denied as denied:
        raise Refusal("terminal.denied", f"The centre said: {denied.detail}", denied.remedy) from denied
    except Trouble as trouble:
        raise fault_of(trouble) from trouble
    finally:
        await client.close()
        await worker.close()
    end_invite(station, invite, answer.status)
    take_over(station, answer, server=server, name=name)
    if answer.status == BLOCKED:
        raise Refusal("terminal.blocked", "This till was blocked by head office.", "Ask your administrator.")
    return answer.status


async def _forget_other(station: Station, server: str) -> None:
    with station.terminal.database.reading() as connection:
        known = read_all_known(connection)
    if server and known.get(Known.SERVER, server) != server:
        await asyncio.to_thread(forget_server, station.secrets)
