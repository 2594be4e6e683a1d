"""Pictures beside the window: out of the folder, else from head office, kept within a limit, never waited for."""

import asyncio
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from desktop.picturing import PictureFolder, Picturing
from desktop.ui.till.pictures_presenter import PicturesPresenter
from sync.trouble import Offline, Trouble

ROLL, BUN = b"a picture of a roll", b"a picture of a bun"


def named(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Office:
    """Head office at the other end: what it has, and whether it answers."""

    def __init__(self, *contents: bytes) -> None:
        self.has = {named(content): content for content in contents}
        self.trouble: Trouble | None = None
        self.asked: list[str] = []

    async def fetch(self, picture: str) -> bytes | None:
        self.asked.append(picture)
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return self.has.get(picture)


class Till:
    """A till's pictures, which count what came."""

    def __init__(self) -> None:
        self.pictures, self.came = PicturesPresenter(), asyncio.Queue[bytes]()
        self.pictures.came.connect(lambda _, content: self.came.put_nowait(bytes(content)))


async def shown(folder: Path, office: Office, ask: Callable[[PicturesPresenter], None], count: int) -> list[bytes]:
    """What comes to a till that asks."""
    till = Till()
    picturing = Picturing(PictureFolder(folder), office.fetch, pause_s=0)
    picturing.follow(till, till)  # type: ignore[arg-type]
    running = asyncio.create_task(picturing.run())
    try:
        async with asyncio.timeout(5):
            ask(till.pictures)
            return [await till.came.get() for _ in range(count)]
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_a_picture_is_fetched_once_and_then_lies_in_the_folder(tmp_path: Path) -> None:
    office = Office(ROLL)

    def ask(pictures: PicturesPresenter) -> None:
        for name in (named(ROLL), named(ROLL), named(BUN), "../../etc/passwd"):
            pictures.ask(name)

    assert await shown(tmp_path / "pictures", office, ask, 1) == [ROLL]
    assert office.asked[0] == named(ROLL)
    again = Office()
    assert await shown(tmp_path / "pictures", again, lambda pictures: pictures.ask(named(ROLL)), 1) == [ROLL]
    assert again.asked == []


async def test_what_cannot_be_had_now_comes_later(tmp_path: Path) -> None:
    office = Office(ROLL)
    office.trouble = Offline("network")
    assert await shown(tmp_path / "pictures", office, lambda pictures: pictures.ask(named(ROLL)), 1) == [ROLL]
    assert office.asked == [named(ROLL)] * 2


def test_a_damaged_picture_is_fetched_again(tmp_path: Path) -> None:
    folder = PictureFolder(tmp_path / "pictures")
    folder.keep(named(ROLL), ROLL)
    assert folder.read(named(ROLL)) == ROLL
    (tmp_path / "pictures" / named(ROLL)).write_bytes(b"torn")
    assert folder.read(named(ROLL)) is None
    assert [*(tmp_path / "pictures").iterdir()] == []
    (tmp_path / "file").write_text("")
    PictureFolder(tmp_path / "file").keep(named(ROLL), ROLL)


def test_the_folder_lets_go_of_what_was_not_shown_for_longest(tmp_path: Path) -> None:
    folder = PictureFolder(tmp_path, most_bytes=30)
    contents = [bytes([at]) * 10 for at in range(4)]
    for at, content in enumerate(contents[:3]):
        folder.keep(named(content), content)
        os.utime(tmp_path / named(content), (at, at))
    folder.read(named(contents[0]))
    folder.keep(named(contents[3]), contents[3])
    assert [folder.read(named(content)) is not None for content in contents] == [True, False, True, True]
