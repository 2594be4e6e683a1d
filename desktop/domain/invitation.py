"""What head office gives to a new till as one text: the pairing string of the eckWMS family, or a code to type.

`ECK$2$UUID$KEY$URL1,URL2[$TOKEN]`, in capitals but for the token; addresses end in `/E` (eckWMS pairing, version 2).
`ECKP1.BODY.KEY.SIGNATURE` is a provisioning text, which is checked before it is put to use.
"""

import base64
import json
import re
import zlib
from dataclasses import dataclass

_PAIRING = re.compile(
    r"ECK\$2\$[0-9A-F]{32}\$(?P<key>[0-9A-F]{64})\$(?P<urls>HTTPS?://[^$\s]+)(?:\$(?P<token>\S+))?", re.IGNORECASE
)
_MOST = 64 * 1024
_SHORT = re.compile(r"[0-9A-Z]{3}[- ]?[0-9A-Z]{3}", re.IGNORECASE | re.ASCII)
_WORDS = re.compile(r"(?:(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz][- ]?){2}", re.IGNORECASE)
"""Six letters and digits, or the same as two words of five letters."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Where head office answers, the nearest first, its raw public key, and the token that lets this till in."""

    servers: tuple[str, ...]
    key: bytes
    token: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Addresses of head office and the name of the till, as a provisioning text says."""

    servers: tuple[str, ...]
    name: str


def read_pairing(text: str) -> Pairing | None:
    """Read a pairing string; None for anything else."""
    fits = _PAIRING.fullmatch(text.strip())
    if fits is None:
        return None
    servers = tuple(url.lower().rstrip("/").removesuffix("/e") for url in fits["urls"].split(",") if url)
    return Pairing(servers, bytes.fromhex(fits["key"]), fits["token"] or "")


def preview(text: str) -> Preview | None:
    """Read what a provisioning text says for people, before anything of it is believed; None for anything else."""
    mark, _, rest = text.strip().partition(".")
    if mark != "ECKP1":
        return None
    body = rest.partition(".")[0]
    try:
        told = json.loads(
            zlib.decompressobj().decompress(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), _MOST)
        )
        return Preview(tuple(str(server) for server in told["servers"]), str(told["name"]))
    except (ValueError, KeyError, TypeError, zlib.error):
        return Preview((), "")


def is_code(text: str) -> bool:
    """Tell whether this is a code to be exchanged for a pairing string, as words or in short."""
    return bool(_SHORT.fullmatch(text.strip()) or _WORDS.fullmatch(text.strip()))
