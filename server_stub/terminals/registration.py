"""What a device sends to be known: read leniently, proved strictly, as the eckWMS device protocol has it."""

import base64
import json
import uuid
from typing import Any

from server_stub.faults import Denied
from sync.chain import verify_signature
from sync.wire.messages import Registration, registration_message

_SMALL_ORDER = {
    bytes.fromhex(text)
    for text in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
}
"""Points of small order, sign bit cleared: for such a key anybody can make signatures that hold."""


def read_registration(body: bytes) -> Registration:
    """Take a registration apart as leniently as real clients need: unknown and null fields do not matter.

    Raises Denied with 400 for what is missing or cannot be an identity.
    """
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Denied(400, "Body is not valid JSON") from error
    if not isinstance(values, dict):
        raise Denied(400, "Body must be a JSON object")
    texts = {name: _text(values, name) for name in ("deviceId", "devicePublicKey", "signature")}
    if not all(texts.values()):
        raise Denied(400, "Missing required fields")
    if not is_device_id(texts["deviceId"]):
        raise Denied(400, "deviceId must have 1 to 64 characters and no control characters")
    return Registration(
        device_id=texts["deviceId"],
        device_public_key=texts["devicePublicKey"],
        signature=texts["signature"],
        device_name=_printable(_text(values, "deviceName"))[:100],
        invite_token=_text(values, "inviteToken"),
        nonce=_text(values, "nonce"),
    )


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Denied(400, f"{name} must be a string")
    if not _is_unicode(value):
        raise Denied(400, f"{name} is not valid Unicode")
    return value


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable()).strip()


def is_device_id(text: str) -> bool:
    """Tell whether this can be the id of a device: any string up to 64 characters, not only UUIDs."""
    return (
        0 < len(text) <= 64 and _is_unicode(text) and not any(ord(letter) < 32 or letter == "\x7f" for letter in text)
    )


def prove_registration(registration: Registration) -> bytes:
    """Check the signature over the rebuilt message and give the raw public key.

    Raises Denied: 400 for malformed base64 and lengths, 403 for a signature that is not the key's.
    """
    public_key = _decode(registration.device_public_key, 32, "devicePublicKey")
    signature = _decode(registration.signature, 64, "signature")
    if public_key[:31] + bytes([public_key[31] & 0x7F]) in _SMALL_ORDER:
        raise Denied(400, "devicePublicKey is not a usable key")
    message = registration_message(registration.device_id, registration.device_public_key, registration.nonce)
    if not verify_signature(public_key, message, signature):
        raise Denied(403, "Invalid signature")
    return public_key


def _decode(text: str, length: int, name: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Denied(400, f"{name} is not standard base64") from error
    if len(data) != length:
        raise Denied(400, f"{name} must have {length} bytes, not {len(data)}")
    return data


def is_uuid(text: str) -> bool:
    """Tell whether this is a UUID in its usual spelling: lower case, with hyphens."""
    return parse_uuid(text) == text


def parse_uuid(text: str) -> str | None:
    """Give a UUID in its usual spelling, None when it is none."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None
