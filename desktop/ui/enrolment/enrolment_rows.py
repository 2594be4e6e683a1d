"""What the enrolment screen shows, as one frozen value, and what a printed or scanned invitation says."""

import json
import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from desktop.domain.invitation import is_code, preview, read_pairing
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from sync.status import EngineStatus

Step = Literal["form", "asking", "pending", "loading"]

STEPS: tuple[Step, ...] = ("form", "pending", "loading")
"""In order; asking belongs to the first."""

_TOKEN = re.compile(r"[0-9A-Za-z]{3,8}(?:-[0-9A-Za-z]{3,8}){2,9}", re.ASCII)


@dataclass(frozen=True)
class Invitation:
    """What head office gives to a new till; parts that are not named are empty."""

    server: str = ""
    token: str = ""
    name: str = ""
    whole: str = ""
    """The pairing string or provisioning text that it came in, which names the key to trust too."""


@dataclass(frozen=True)
class EnrolmentState:
    """`device` and `fingerprint` (of its key) are for comparing in the console; `goods` counts what has come so far.

    `may_begin` tells that people and terms of the shop are here, so that work may begin while goods still come.
    """

    step: Step = "form"
    server: str = ""
    name: str = ""
    token: str = ""
    whole: str = ""
    device: str = ""
    fingerprint: str = ""
    refusal: Refusal | None = None
    fault: Fault | None = None
    status: EngineStatus = field(default_factory=EngineStatus)
    goods: int = 0
    may_begin: bool = False
    sheet: str = ""


def read_invitation(text: str) -> Invitation | None:
    """Read `ECKP1.…`, `ECK$2$…`, `eckwms://enrol?server=…&token=…&name=…`, or as JSON, a web address, a code."""
    text = text.strip()
    if pairing := read_pairing(text):
        return Invitation(pairing.servers[0], pairing.token, whole=text)
    if told := preview(text):
        return Invitation(next(iter(told.servers), ""), name=told.name, whole=text)
    if text.startswith("{"):
        return _from_json(text)
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    values = {name: value[0] for name, value in parse_qs(parts.query).items()}
    if parts.scheme == "eckwms":
        return Invitation(values.get("server", ""), values.get("token", ""), values.get("name", ""))
    if parts.scheme in ("http", "https") and parts.netloc:
        server = f"{parts.scheme}://{parts.netloc}"
        return Invitation(values.get("server", server), values.get("token", ""), values.get("name", ""))
    return Invitation(token=text) if _TOKEN.fullmatch(text) or is_code(text) else None


def _from_json(text: str) -> Invitation | None:
    try:
        values = json.loads(text)
    except ValueError:
        return None
    return Invitation(*(str(values.get(name, "")) for name in ("server", "token", "name")))


def names_itself(whole: str, server: str) -> bool:
    """Whether this address came with the invitation; its other ones are tried too when nobody typed over it."""
    came = read_pairing(whole) or preview(whole)
    return came is not None and came.servers[:1] == (server,)


def full_address(typed: str) -> str:
    """Give a server's address with its scheme; encrypted unless plain http was typed."""
    typed = typed.strip().rstrip("/")
    return typed if "://" in typed or not typed else f"https://{typed}"
