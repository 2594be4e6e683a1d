"""An admin lets the proxy reach an instance: only at an address where the instance itself proves its key."""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime

import msgspec

from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.instances import registry
from server_stub.instances.registry import InstanceRow
from server_stub.proxy.addresses import read_address
from server_stub.proxy.outgoing import Ask, Forbidden, Network, Target, Unreachable, fetch
from server_stub.proxy.url import Url, parse_url
from sync.chain import verify_signature

PROOF_PATH = "/ECK/API/INTERNAL/PROVE-INSTANCE"
PUBLIC_PORTS = frozenset({443, 3100, 3210, 8443})
"""Ports that an instance in the Internet may use; one in the own network may use any."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the admin decides: the address (empty: what the instance asked for), the one address inside the own
    network that it may have (empty: a public one), and whose callers may reach it (empty: those of every shop)."""

    url: str = ""
    lan_address: str = ""
    shop: str = ""


def proof_message(instance_id: str, public_url: str, challenge: str) -> bytes:
    """Bytes an instance signs: with its address inside, a proof made for one address is none for another."""
    return b"\0".join(part.encode() for part in ("eckwms.instance.1", instance_id, public_url, challenge))


async def approve(pool: Pool, network: Network, instance_id: str, terms: Terms, now: datetime) -> InstanceRow:
    """Make an instance active once it has proved its address.

    Raises Refusal: `instance.unknown`, `.key`, `.url`, `.address` or `.unproved`; then nothing is changed.
    """
    async with pool.connection() as conn:
        known = await registry.get_instance(conn, instance_id)
    if not known.public_key:
        raise Refusal(
            "instance.key", f"Instance {instance_id} has sent no key", "It must register with its serverPublicKey."
        )
    target = _read_terms(terms.url or known.asked_url, terms.lan_address)
    await prove(network, known, target)
    async with pool.connection() as conn:
        return await registry.set_approved(conn, instance_id, target.url.text, terms.lan_address, terms.shop, now)


def _read_terms(text: str, lan_address: str) -> Target:
    url = parse_url(text)
    if url is None:
        raise Refusal(
            "instance.url", f"{text!r} is not an address such as https://name.example", "Give one with --url."
        )
    if lan_address and read_address(lan_address) is None:
        raise Refusal("instance.address", f"{lan_address!r} is not an IP address")
    if not lan_address and not _is_for_the_internet(url):
        ports = ", ".join(str(port) for port in sorted(PUBLIC_PORTS))
        raise Refusal(
            "instance.url",
            f"{url.text} is neither https nor on one of the ports {ports}",
            "For a server in your own network name its address with --lan.",
        )
    return Target(url, lan_address or None)


def _is_for_the_internet(url: Url) -> bool:
    return url.scheme == "https" and url.port in PUBLIC_PORTS


async def prove(network: Network, known: InstanceRow, target: Target) -> None:
    """Ask the server at an address to sign a fresh challenge with the instance's key. Raises Refusal.

    What it answered instead is not told: an address inside the own network must not be read through this.
    """
    challenge = secrets.token_hex(32)
    try:
        rest = f"{PROOF_PATH}?challenge={challenge}".encode()
        answer = await fetch(network, target, Ask("GET", rest, [(b"Accept", b"application/json")]))
    except Forbidden as error:
        raise Refusal(
            "instance.address",
            f"{target.url.host} does not lead to the address that was allowed",
            "Without --lan it must be public; with --lan it must be exactly that address.",
        ) from error
    except Unreachable as error:
        raise _unproved(target) from error
    message = proof_message(known.id, target.url.text, challenge)
    if answer.status != 200 or not verify_signature(known.public_key, message, _read_signature(answer.body)):
        raise _unproved(target)


class _Proof(msgspec.Struct):
    signature: str


def _read_signature(body: bytes) -> bytes:
    try:
        return base64.b64decode(msgspec.json.decode(body, type=_Proof).signature, validate=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
        return b""


def _unproved(target: Target) -> Refusal:
    return Refusal(
        "instance.unproved",
        f"The instance did not prove that it answers at {target.url.text}",
        f"It must run there and sign the challenge at {PROOF_PATH} with its key.",
    )
