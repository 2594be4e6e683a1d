"""What head office gave, made into an address, a token and the key to expect, before anything is registered."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop import provisioning
from desktop.domain.invitation import is_code, read_pairing
from desktop.domain.refusal import Refusal
from desktop.linking import ACTIVE, PENDING, fault_of
from desktop.station import Station
from desktop.store.terminal import Known, read_all_known
from sync.channel import Ask, Channel
from sync.identity import forget_server, pin_server_key, server_key
from sync.packing import unpack
from sync.secrets import Secrets
from sync.trouble import Refused, Trouble
from sync.wire.provisioning import Opened, Provisioning

EXCHANGE = "/E/pair/code"
_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class Invite:
    """Where to register and with what; both may be as they were typed.

    `provisioned` is what a provisioning file says, which is more than that: `end_invite` puts it to use.
    """

    server: str
    token: str
    provisioned: Provisioning | None = None


async def read_invite(station: Station, server: str, given: str) -> Invite:
    """Read what was typed, pasted or scanned: a provisioning text, a pairing string, a code for one, or a token.

    The key that a pairing string names is the one to trust. Refusal `enrol.server` without any address, `enrol.code`
    for a code that head office does not know, `server.address`, those of `provisioning.check`; a Fault names what is
    wrong with the line.
    """
    provisioned = await asyncio.to_thread(_check_provisioning, station, given)
    try:
        if provisioned is not None:
            return await _read_provisioned(station, server, provisioned)
        text = await _exchange(station, server, given) if server and is_code(given) else given
        pairing = read_pairing(text)
        if pairing is not None:
            server = server or await _choose(station, pairing.servers)
            await _expect(station, pairing.key)
    except Trouble as trouble:
        raise fault_of(trouble) from trouble
    if not server:
        raise Refusal("enrol.server", "The address of head office is missing.", "Name it with --server.")
    return Invite(server, pairing.token if pairing else given)


def end_invite(station: Station, invite: Invite, status: str) -> None:
    """Keep what an invitation brought, once head office has answered with this status.

    Refusal `provisioning.used` for one whose token was worth nothing: a file lets one till in, once, without waiting.
    """
    if invite.provisioned is None:
        return
    if status == PENDING:
        raise Refusal("provisioning.used", "This invitation was used already: it lets one till in, once.")
    station.loaded = provisioning.keep(station.loaded, invite.provisioned, invite.server)


def _check_provisioning(station: Station, given: str) -> Opened | None:
    """Off the loop: the centre's key is among the secrets. A till that was never let in may go to another centre."""
    with station.terminal.database.reading() as connection:
        is_known = read_all_known(connection).get(Known.STATE) == ACTIVE
    trusted = server_key(station.secrets) if is_known else None
    return provisioning.check(given, station.loaded, trusted, station.terminal.clock.now())


async def _read_provisioned(station: Station, server: str, opened: Opened) -> Invite:
    content = opened.content
    station.loaded = await asyncio.to_thread(provisioning.trust_ca, station.loaded, content)
    await _expect(station, opened.key)
    return Invite(server or await _choose(station, content.servers), content.token, content)


class _Text(msgspec.Struct):
    qr: str


async def _exchange(station: Station, server: str, code: str) -> str:
    """Exchange a code for its pairing string; it holds ten minutes and works once."""
    body, headers = msgspec.json.encode({"code": code}), {"Content-Type": "application/json"}
    channel = _open(station, server)
    try:
        answer = await channel.ask(Ask("POST", EXCHANGE, headers=headers, body=body))
        return msgspec.json.decode(unpack(answer.body, answer.encoding, _LIMIT), type=_Text).qr
    except (Refused, msgspec.DecodeError) as refused:
        remedy = "It holds for ten minutes and works once: ask for another."
        raise Refusal("enrol.code", "Head office does not know this code.", remedy, field="token") from refused
    finally:
        await channel.close()


async def _choose(station: Station, servers: Sequence[str]) -> str:
    """Give the first address that answers; the last one when none does."""
    for server in servers[:-1]:
        channel = _open(station, server)
        try:
            await channel.ask(Ask("GET", "/health"))
        except Trouble:
            continue
        else:
            return server
        finally:
            await channel.close()
    return servers[-1]


def _open(station: Station, server: str) -> Channel:
    ca_file = station.loaded.settings.ca_file
    try:
        return Channel(server, ca_file=Path(ca_file) if ca_file else None, now=station.terminal.clock.now)
    except (ValueError, OSError) as error:
        raise Refusal("server.address", f"{server} cannot be used: {error}", "Check the address.") from error


async def _expect(station: Station, key: bytes) -> None:
    """Trust this key; a till that was never let in anywhere may change its mind. Raises Broken for another one."""
    with station.terminal.database.reading() as connection:
        state = read_all_known(connection).get(Known.STATE)
    await asyncio.to_thread(_pin, station.secrets, key, may_change=state != ACTIVE)


def _pin(secrets: Secrets, key: bytes, *, may_change: bool) -> None:
    """Off the loop: a keyring may take seconds to answer."""
    if may_change and server_key(secrets) not in (None, key):
        forget_server(secrets)
    pin_server_key(secrets, key)
