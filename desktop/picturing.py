"""Pictures of goods beside the window: out of a folder, else from head office, one at a time, and nobody waits."""

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from PySide6.QtCore import QObject

from desktop.linking import keep_running
from desktop.ui.till.presenter import TillPresenter
from sync.trouble import Broken, Refused, Trouble

FOLDER = "pictures"
MOST_BYTES = 32 << 20
"""Of the folder: some 8,000 pictures; those that were not looked at for longest go first."""
PAUSE_S = 60.0
"""How long head office is left alone after it did not answer."""

Fetch = Callable[[str], Awaitable[bytes | None]]
_HASH = re.compile("[0-9a-f]{64}")
_log = structlog.get_logger("desktop.picturing")


class PictureFolder:
    """Pictures by their SHA-256 in a folder of bounded size; for worker threads. What a disk refuses is not kept."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder, self._most_bytes = folder, most_bytes

    def read(self, picture: str) -> bytes | None:
        """Give a picture, None when it is not here or not what its name says."""
        path = self._folder / picture
        try:
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() != picture:
                path.unlink()
                return None
            os.utime(path)
        except OSError:
            return None
        return content

    def keep(self, picture: str, content: bytes) -> None:
        """Keep a picture, whole or not at all, and let go of the oldest beyond the limit."""
        try:
            self._folder.mkdir(exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(content)
            Path(file.name).replace(self._folder / picture)
            self._prune()
        except OSError as error:
            _log.info("picture not kept", why=str(error))

    def _prune(self) -> None:
        files = sorted(((path.stat(), path) for path in self._folder.iterdir()), key=lambda file: file[0].st_mtime)
        too_much = sum(stat.st_size for stat, _ in files) - self._most_bytes
        for stat, path in files:
            if too_much <= 0:
                return
            path.unlink(missing_ok=True)
            too_much -= stat.st_size


class Picturing:
    """Answers what a till's pictures are asked for. `fetch` raises Trouble when head office cannot be asked."""

    def __init__(self, folder: PictureFolder, fetch: Fetch, pause_s: float = PAUSE_S) -> None:
        self._folder, self._fetch, self._pause_s = folder, fetch, pause_s
        self._give: Callable[[str, bytes], None] = lambda picture, content: None
        self._here: asyncio.Queue[str] = asyncio.Queue()
        self._there: asyncio.Queue[str] = asyncio.Queue()

    def follow(self, till: TillPresenter, _payment: QObject) -> None:
        """Answer this till from now on."""
        self._give = till.pictures.take
        till.pictures.asked.connect(self.want)

    def want(self, picture: str) -> None:
        """Note that a picture is about to be shown."""
        if _HASH.fullmatch(picture):
            self._here.put_nowait(picture)

    def start(self, on_bug: Callable[[Exception], None]) -> asyncio.Task[None]:
        """Begin to answer."""
        return asyncio.create_task(keep_running(self.run, on_bug), name="pictures")

    async def run(self) -> None:
        """Answer until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._read_all())
            group.create_task(self._fetch_all())

    async def _read_all(self) -> None:
        while True:
            picture = await self._here.get()
            content = await asyncio.to_thread(self._folder.read, picture)
            if content is not None:
                self._give(picture, content)
            else:
                self._there.put_nowait(picture)

    async def _fetch_all(self) -> None:
        while True:
            picture = await self._there.get()
            if not await self._fetch_one(picture):
                self._there.put_nowait(picture)
                await asyncio.sleep(self._pause_s)

    async def _fetch_one(self, picture: str) -> bool:
        """Whether head office has answered, with a picture or with something that another try would not mend."""
        try:
            content = await self._fetch(picture)
        except (Broken, Refused) as trouble:
            _log.warning("no such picture", why=str(trouble))
            return True
        except Trouble as trouble:
            _log.info("no picture", why=trouble.cause)
            return False
        if content is not None:
            await asyncio.to_thread(self._folder.keep, picture, content)
            self._give(picture, content)
        return True
