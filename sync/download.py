"""A snapshot onto the disk: resumed where it was cut, proven by its hash, beside what is in use.

It is encrypted and so does not shrink: it travels as it is, and what has arrived whole is the replica.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from io import FileIO
from pathlib import Path

from sync.client import Client
from sync.durable import sync_folder
from sync.trouble import Broken, Disk
from sync.wire.messages import Manifest
from sync.worker import Work

PIECE = 1024 * 1024
"""Bytes written at once: large enough that the worker thread is not asked for every network packet."""
Progress = Callable[[int, int], None]


async def fetch_snapshot(client: Client, work: Work, manifest: Manifest, folder: Path, progress: Progress) -> Path:
    """Download the snapshot; gives the file, which nothing refers to yet.

    What has arrived stays in a `.part` file for the next try. Raises Trouble: Offline when cut, Broken for a file
    that is not what the manifest says, Disk.
    """
    part = _Part(folder, manifest)
    try:
        size = await work(part.open)
        if size < manifest.size:
            async with client.snapshot_bytes(manifest.hash, size) as (start, pieces):
                if start != size:
                    await work(part.cut, start)
                await _write(work, part, pieces, progress)
        if part.size != manifest.size:
            raise Broken(f"the snapshot ended at {part.size} of {manifest.size} bytes")
        progress(part.size, manifest.size)
        return await work(part.prove)
    finally:
        await work(part.close)


async def _write(work: Work, part: "_Part", pieces: AsyncIterator[bytes], progress: Progress) -> None:
    """Write what came while the next piece comes, so that line and disk are busy at once."""
    held = bytearray()
    writing = asyncio.ensure_future(asyncio.sleep(0))
    try:
        async for piece in pieces:
            held += piece
            if len(held) >= PIECE:
                await writing
                progress(part.size, part.whole)
                writing = asyncio.ensure_future(work(part.append, held))
                held = bytearray()
    finally:
        await writing
        await work(part.append, held)


class _Part:
    """A snapshot as far as it has arrived, in the worker thread: its bytes on the disk and what they hash to."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder, self._hash = folder, manifest.hash
        self._path = folder / f"snapshot-{manifest.hash}.part"
        self._file: FileIO | None = None
        self._found = hashlib.sha256()
        self.size, self.whole = 0, manifest.size

    def open(self) -> int:
        """Drop parts of other snapshots, and this one when it is too long; gives the bytes already here."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for other in self._folder.glob("snapshot-*.part"):
                if other != self._path:
                    other.unlink()
            self._file = FileIO(self._path, "ab+")
            here = self._path.stat().st_size
            self.cut(here if here <= self.whole else 0)
        except OSError as error:
            raise Disk(str(error)) from error
        return self.size

    def cut(self, size: int) -> None:
        """Keep the first bytes only."""
        assert self._file is not None
        try:
            self._file.truncate(size)
            self._file.seek(0)
            self._found = hashlib.file_digest(self._file, "sha256")
        except OSError as error:
            raise Disk(str(error)) from error
        self.size = size

    def append(self, data: bytearray) -> None:
        """Put bytes behind those that are here."""
        assert self._file is not None
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise Disk(str(error)) from error
        self._found.update(data)
        self.size += len(data)
        if self.size > self.whole:
            self._drop()
            raise Broken(f"the snapshot goes on after its {self.whole} bytes")

    def prove(self) -> Path:
        """Make the part a replica file of its own name when it is what the manifest says, and durable."""
        assert self._file is not None
        if self._found.hexdigest() != self._hash:
            self._drop()
            raise Broken("the snapshot does not have the hash of its manifest")
        try:
            os.fsync(self._file.fileno())
            self.close()
            replica = self._path.rename(_free_name(self._folder, self._hash))
            sync_folder(self._folder)
        except OSError as error:
            raise Disk(str(error)) from error
        return replica

    def close(self) -> None:
        """Let go of the file; twice is as good as once."""
        if self._file is not None:
            self._file.close()

    def _drop(self) -> None:
        self.close()
        self._path.unlink()


def _free_name(folder: Path, hash_hex: str) -> Path:
    """A name no file has: a replica in use is never overwritten, not even by the same snapshot."""
    path, n = folder / f"replica-{hash_hex[:16]}.db", 1
    while path.exists():
        n += 1
        path = folder / f"replica-{hash_hex[:16]}-{n}.db"
    return path
