"""What an instance sends: read as leniently as its real forms need, and never trusted for more than a wish."""

import base64
import binascii
import ipaddress
import re
from typing import Any

import msgspec

from server_stub.faults import Denied
from server_stub.instances.registry import Announcement
from server_stub.proxy.url import parse_url

DEFAULT_PORT = 3100
_MOST_ADDRESSES = 32
_LONGEST_TRACE = 8192
_HEX_KEY = re.compile(r"[0-9a-fA-F]{64}")


def read_object(body: bytes) -> dict[str, Any]:
    """Take a JSON object apart. Raises Denied 400."""
    try:
        values = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Denied(400, "Body is not valid JSON") from error
    if not isinstance(values, dict):
        raise Denied(400, "Body must be a JSON object")
    return values


def read_id(value: object, name: str) -> str:
    """Read an id: any text of 1 to 64 visible characters. Raises Denied 400."""
    if value is None or value == "":
        raise Denied(400, f"Missing required field: {name}")
    if not isinstance(value, str) or len(value) > 64 or not value.isprintable():
        raise Denied(400, f"{name} must be a text of at most 64 characters")
    return value


def read_announcement(body: bytes, address: str) -> Announcement:
    """Read the body of REGISTER-INSTANCE, sent from `address`. Raises Denied 400."""
    values = read_object(body)
    port = values.get("port")
    port = DEFAULT_PORT if port in (None, "") else port
    if isinstance(port, str) and port.isascii() and port.isdecimal():
        port = int(port)
    if isinstance(port, bool) or not isinstance(port, int) or not 1 <= port <= 65535:
        raise Denied(400, "port must be a number from 1 to 65535")
    return Announcement(
        instance_id=read_id(values.get("instanceId"), "instanceId"),
        public_key=_read_key(values.get("serverPublicKey")),
        asked_url=_read_url(values.get("publicUrl"), address, port),
        local_ips=_read_addresses(values.get("localIps")),
        port=port,
        traceroute=msgspec.json.encode(values.get("tracerouteToGlobal")).decode()[:_LONGEST_TRACE],
        detected_ip=address,
    )


def _read_key(value: object) -> bytes:
    """Read a raw Ed25519 key in base64, as the protocol has it, or in hex, as pairing codes have it."""
    if value is None or value == "":
        return b""
    try:
        text = value if isinstance(value, str) else "!"
        key = bytes.fromhex(text) if _HEX_KEY.fullmatch(text) else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise Denied(400, "serverPublicKey is not standard base64") from error
    if len(key) != 32:
        raise Denied(400, f"serverPublicKey must have 32 bytes, not {len(key)}")
    return key


def _read_url(value: object, address: str, port: int) -> str:
    """Give the address an instance asks for; without one, where it calls from, as the first servers did."""
    if value is None or value == "":
        host = f"[{address}]" if ":" in address else address
        url = parse_url(f"http://{host}:{port}")
        return url.text if url else ""
    url = parse_url(value) if isinstance(value, str) else None
    if url is None:
        raise Denied(400, "publicUrl must be like https://name.example or https://name.example:8443/E")
    return url.text


def _read_addresses(value: object) -> tuple[str, ...]:
    """Keep what can be an address in somebody's network; the rest is left out."""
    if not isinstance(value, list):
        return ()
    found = []
    for text in value[:_MOST_ADDRESSES]:
        try:
            address = ipaddress.ip_address(text if isinstance(text, str) else "")
        except ValueError:
            continue
        if not (address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified):
            found.append(str(address))
    return tuple(dict.fromkeys(found))
