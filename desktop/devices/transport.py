"""What a way to a printer is, whatever it is made of."""

from collections.abc import Callable
from typing import Protocol


class Cut(Exception):
    """The connection broke while sending; `sent` says whether any byte may have reached the printer."""

    def __init__(self, sent: bool, reason: str) -> None:
        super().__init__(reason)
        self.sent = sent


class Transport(Protocol):
    """An open way to a printer; `answers` says whether it leads back as well."""

    answers: bool

    def send(self, data: bytes) -> None:
        """Hand all bytes over; raises Cut."""

    def receive(self, timeout_s: float) -> bytes:
        """What the printer says within the time, b"" for silence; raises Cut."""

    def close(self) -> None:
        """Let the printer go; a way that hands jobs over as a whole does it here, and raises Cut."""


Connect = Callable[[], Transport]
