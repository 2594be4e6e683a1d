"""Where a task's photos come from: the folder of a camera, or a file that somebody chose; read aside."""

import asyncio
from pathlib import Path

from desktop.domain.photo import Photo
from desktop.domain.refusal import Refusal
from desktop.photo_file import find_newest, read_photo
from desktop.ui.warehouse.photo_presenter import Told


class CameraFolder:
    """Reads pictures in a worker thread; what came of one is told on the window's thread. `folder` may be empty."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._running: set[asyncio.Future[None]] = set()

    @property
    def has_folder(self) -> bool:
        """Whether there is a folder into which a camera puts pictures."""
        return bool(self._folder)

    def read(self, file: str, told: Told) -> None:
        """Make a photo of a file, or of the newest in the folder where none is named."""
        running = asyncio.ensure_future(self._read(file, told))
        self._running.add(running)
        running.add_done_callback(self._running.discard)

    async def _read(self, file: str, told: Told) -> None:
        made: Photo | Refusal
        try:
            made = await asyncio.to_thread(self._make, file)
        except Refusal as refusal:
            made = refusal
        told(made)

    def _make(self, file: str) -> Photo:
        return read_photo(Path(file) if file else find_newest(Path(self._folder)))
