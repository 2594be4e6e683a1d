"""One spelling for the address of a server: read strictly, once, so that comparing texts is enough.

What browsers and libraries forgive (tabs, backslashes, user names, short and octal numbers, confusable letters) is
what attacks are made of; none of it is read here (OWASP, Server-Side Request Forgery Prevention).
"""

import ipaddress
import re
from dataclasses import dataclass

_LONGEST = 2048
_DEFAULT_PORTS = {"http": 80, "https": 443}
_URL = re.compile(
    r"(?P<scheme>https?)://(?:\[(?P<v6>[0-9a-f:.]{2,45})\]|(?P<name>[a-z0-9.-]{1,253}))"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?(?P<path>(?:/[a-z0-9._~-]+)*)/?",
    re.IGNORECASE | re.ASCII,
)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Url:
    """Where a server answers; `host` is a name or an IP address without brackets, `path` has no slash at its end."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them: brackets around IPv6, no port that the scheme implies."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """The one spelling."""
        return f"{self.scheme}://{self.authority}{self.path}"


def parse_url(text: str) -> Url | None:
    """Read the address of a server; None for everything that is not plainly one."""
    fits = _URL.fullmatch(text) if len(text) <= _LONGEST else None
    if fits is None:
        return None
    scheme = fits["scheme"].lower()
    port = int(fits["port"] or _DEFAULT_PORTS[scheme])
    host = _read_v6(fits["v6"]) if fits["v6"] else _read_name(fits["name"].lower())
    if host is None or port > 65535 or any(part in (".", "..") for part in fits["path"].split("/")):
        return None
    return Url(scheme, host, port, fits["path"])


def _read_v6(text: str) -> str | None:
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError:
        return None


def _read_name(text: str) -> str | None:
    """Give a DNS name or a dotted IPv4 address; what ends in a number is an address or nothing."""
    labels = text.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        return None
    if not _NUMBER.fullmatch(labels[-1]):
        return text
    try:
        return str(ipaddress.IPv4Address(text))
    except ValueError:
        return None
