"""A scanner's bytes to frames: there is no length field, a frame ends at a suffix or, without one, in silence.

Pure: the clock belongs to the reader, which calls `silence()` when nothing came for the agreed time. GS (0x1D) is data
and never ends a frame.
"""

from dataclasses import dataclass
from typing import Literal

CAP_BYTES = 4096
DEFAULT_ENDS = b"\r\n\t\x03"


@dataclass(frozen=True, slots=True)
class Frame:
    """One scan, or what is left of one: "overlong" was cut at the cap, "partial" fell silent before its suffix."""

    data: bytes
    problem: Literal["overlong", "partial"] | None = None


class Framer:
    """Collects the bytes of one device.

    ends    suffix bytes: any of them ends a frame, empty frames vanish (so CR LF is one end); without any, silence ends
            a frame
    header  taken off where a frame begins with it
    """

    def __init__(self, ends: bytes = DEFAULT_ENDS, header: bytes = b"", cap_bytes: int = CAP_BYTES) -> None:
        self._ends = frozenset(ends)
        self._header = header
        self._cap_bytes = cap_bytes
        self._pending = bytearray()
        self._skipping = False

    def feed(self, chunk: bytes) -> list[Frame]:
        """The frames that `chunk` completes, in order."""
        frames: list[Frame] = []
        for byte in chunk:
            if byte in self._ends:
                frames += self._taken(None)
            elif not self._skipping:
                self._pending.append(byte)
                if len(self._pending) > self._cap_bytes:
                    frames.append(self._cut())
        return frames

    def silence(self) -> list[Frame]:
        """What silence completes: a whole frame without suffixes, else what began and did not end."""
        return self._taken("partial" if self._ends else None)

    def reset(self) -> None:
        """Forget what was pending (the port was reopened)."""
        self._pending.clear()
        self._skipping = False

    def _taken(self, problem: Literal["partial"] | None) -> list[Frame]:
        data = bytes(self._pending).removeprefix(self._header)
        self.reset()
        return [Frame(data, problem)] if data else []

    def _cut(self) -> Frame:
        """The beginning of an over-long frame; the rest is skipped up to its end."""
        data = bytes(self._pending[: self._cap_bytes])
        self.reset()
        self._skipping = True
        return Frame(data, "overlong")
