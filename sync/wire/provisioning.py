"""What head office gives to a new till as one signed text: everything that a first start asks for.

`ECKP1.BODY.KEY.SIGNATURE`, each part base64url without padding (RFC 4648). BODY is zlib over the JSON of Provisioning,
KEY the centre's raw Ed25519 public key, SIGNATURE is made over a domain tag and BODY's bytes as they are sent. A file
of it has this one line; a QR code and a person's clipboard have the same.
"""

import base64
import binascii
import zlib
from collections.abc import Callable, Mapping

import msgspec

from sync.chain import verify_signature

MARK = "ECKP1"
SUFFIX = ".eckwms"
"""How files with this text are named."""
LIMIT = 64 * 1024
_TAG = b"eckwms.provisioning.1\x00"


class Provisioning(msgspec.Struct, frozen=True, omit_defaults=True):
    """`servers` are the centre's addresses, the nearest first; `token` lets one till in, once, until `expires_at`.

    `ca` is a certificate in PEM; `settings` is the hardware profile, by the names of the till's settings. `shop` and
    `name` are for people; the centre knows by the token which shop it is.
    """

    id: str
    servers: tuple[str, ...]
    shop: str
    name: str
    token: str
    expires_at: str
    ca: str = ""
    language: str = ""
    settings: Mapping[str, str | int | float | bool] = {}


class Opened(msgspec.Struct, frozen=True):
    """A text that was taken apart; `key` is the raw key that it names, `holds` whether the signature is that key's."""

    content: Provisioning
    key: bytes
    holds: bool


def seal_provisioning(content: Provisioning, key: bytes, sign: Callable[[bytes], bytes]) -> str:
    """Give the signed text; `key` is the raw public key of `sign`."""
    body = zlib.compress(msgspec.json.encode(content), 9)
    return ".".join([MARK, *(_encode(part) for part in (body, key, sign(_TAG + body)))])


def open_provisioning(text: str) -> Opened | None:
    """Take a text apart and check its signature; None for what is none. The key still has to be the right one."""
    mark, *parts = "".join(text.split()).split(".")
    if mark != MARK or len(parts) != 3:
        return None
    try:
        body, key, signature = (_decode(part) for part in parts)
        unpacker = zlib.decompressobj()
        told = unpacker.decompress(body, LIMIT)
        content = msgspec.json.decode(told, type=Provisioning)
    except (binascii.Error, zlib.error, msgspec.DecodeError, ValueError):
        return None
    return Opened(content, key, verify_signature(key, _TAG + body, signature))


def _encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def _decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
