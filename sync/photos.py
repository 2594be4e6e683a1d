"""The way up for photos: part by part, one at a time, and only while no entry is on its way."""

from collections.abc import Callable, Sequence
from typing import Protocol

from sync.client import Client
from sync.trouble import Broken, Refused, TooLarge
from sync.wire.photos import PART_BYTES


class Photos(Protocol):
    """The terminal's photos, on the loop's thread. May raise `trouble.Disk`."""

    def list_unsent(self) -> Sequence[str]:
        """Hashes of photos whose entries are handed in and which the centre is not known to have."""

    def read(self, name: str) -> bytes | None:
        """The file; None when it is not here any more."""

    def save_arrived(self, name: str) -> None:
        """Keep that the centre has it."""


class PhotoSender:
    """`sent` counts the parts that arrived since the start. `is_busy` says that entries are on their way."""

    def __init__(self, photos: Photos, client: Client, is_busy: Callable[[], bool]) -> None:
        self._photos, self._client, self._is_busy = photos, client, is_busy
        self.sent = 0

    async def run(self) -> None:
        """Send what waits; one that the centre does not take (yet) holds up no other. Raises Trouble."""
        for name in self._photos.list_unsent():
            content = self._photos.read(name)
            if self._is_busy():
                return
            if content is None:
                continue
            try:
                is_there = await self._send(name, content)
            except (Refused, TooLarge, Broken):  # of this one only; it is tried again when the lane runs next
                continue
            if is_there:
                self._photos.save_arrived(name)

    async def _send(self, name: str, content: bytes) -> bool:
        """Whether all of it is there; False when entries came in between."""
        there = await self._client.photo_held(name)
        while not there.whole:
            if self._is_busy():
                return False
            part = content[there.held : there.held + PART_BYTES]
            before, there = there, await self._client.send_photo(name, there.held, len(content), part)
            if not there.whole and there.held <= before.held:
                raise Broken(f"the centre has {there.held} bytes of a photo, after {before.held} and a part")
            self.sent += 1
        return True
