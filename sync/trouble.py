"""Everything that can go wrong between a terminal and the centre, as a handful of typed outcomes.

Foreign errors are translated into these once, in `edge.py`; no other code meets an HTTP library's exception. Each
carries a `cause` (a stable code that the window translates) and an English `remedy` for the command line.
"""

from typing import Literal

OfflineReason = Literal["network", "internet", "server", "captive", "certificate", "clock"]
DeniedStatus = Literal["pending", "blocked", "unknown"]

_REMEDIES = {
    "offline.network": "Check the network cable, the Wi-Fi or the proxy of this computer.",
    "offline.internet": "The network works but the centre's name is not found: check the address and the router.",
    "offline.server": "The centre does not answer: check its address and whether it is running.",
    "offline.captive": "Something else answers at this address: sign in to the network's web page, or "
    "correct the address.",
    "offline.certificate": "The centre's certificate does not verify: name its CA file in the settings (ca_file) or "
    "add the CA to this computer's trust store; verification is never switched off.",
    "offline.clock": "The centre's certificate is not valid yet by this computer's clock: set date and time.",
    "denied.pending": "A manager has to approve this terminal at the centre.",
    "denied.blocked": "This terminal was blocked at the centre; what was sold is still handed in.",
    "denied.unknown": "The centre does not know this terminal or its key: enrol it again.",
    "busy": "The centre is busy; the terminal tries again by itself.",
    "degraded": "The centre answers but cannot work just now; the terminal tries again by itself.",
    "refused": "The centre does not accept the request: compare the program versions and tell support.",
    "too_large": "One entry is larger than the centre takes: raise the centre's limit and tell support.",
    "gone": "The place in the feed is too old; the terminal loads it again by itself.",
    "broken": "The centre's answer does not hold together: tell support; nothing of it was taken over.",
    "rewound": "The centre holds more of this terminal's journal than the terminal: it goes on in a new incarnation.",
    "fork": "Two copies of this terminal have written: find the other one; both are to be enrolled again.",
    "disk": "Free some disk space or check the disk of this computer.",
}


class Trouble(Exception):
    """Replication cannot go on now; nothing is lost. `detail` is for logs and the curious, in English."""

    cause = "trouble"
    retry_after_s: float | None = None

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.cause}: {self.detail}" if self.detail else self.cause

    @property
    def remedy(self) -> str:
        """What a person can do about it, one English sentence."""
        return remedy_of(self.cause)


def remedy_of(cause: str) -> str:
    """What a person can do about a cause, one English sentence; empty when nothing is wrong."""
    return _REMEDIES.get(cause, "Tell support.") if cause else ""


class Offline(Trouble):
    """No answer of the centre; `timed_out` tells that it was slow with this request rather than absent."""

    def __init__(self, reason: OfflineReason, detail: str = "", *, timed_out: bool = False) -> None:
        super().__init__(detail)
        self.reason = reason
        self.cause = f"offline.{reason}"
        self.timed_out = timed_out


class Denied(Trouble):
    """The centre does not let this terminal in (yet, or any more)."""

    def __init__(self, status: DeniedStatus, detail: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.cause = f"denied.{status}"


class Expired(Trouble):
    """The access token is no longer good; the session gets another one and the caller never sees this."""

    cause = "denied.unknown"


class Busy(Trouble):
    """The centre asks for patience, for `retry_after_s` seconds when it said so."""

    cause = "busy"

    def __init__(self, retry_after_s: float | None = None, detail: str = "") -> None:
        super().__init__(detail)
        self.retry_after_s = retry_after_s


class Degraded(Busy):
    """The centre is there and cannot do its work just now: its database is away, or it is going up or down."""

    cause = "degraded"


class Refused(Trouble):
    """The centre understood and said no, with HTTP `code` (4xx that is none of the others)."""

    cause = "refused"

    def __init__(self, detail: str = "", code: int = 400) -> None:
        super().__init__(detail)
        self.code = code


class TooLarge(Trouble):
    """413: the body is more than the centre takes at once."""

    cause = "too_large"


class Gone(Trouble):
    """410: the feed cursor is older than the tombstones, or of another history."""

    cause = "gone"


class Broken(Trouble):
    """The answer cannot be what was asked for: unreadable, wrong hash, wrong signature, wrong place."""

    cause = "broken"


class Differs(Broken):
    """A feed does not add up to what the centre says its rows add up to."""


class Disk(Trouble):
    """The local disk or replica file failed; stores raise it for their own disk trouble."""

    cause = "disk"


class Damaged(Disk):
    """A file of the local store does not read any more; the replica can be loaded anew."""
