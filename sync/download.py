"""A snapshot onto the disk: resumed where it was cut, proven by its hash, beside what is in use.

It is encrypted and so does not shrink: it travels as it is, and what has arrived whole is the replica.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from sync.client import Client
from sync.durable import sync_folder
from sync.trouble import Broken, Disk
from sync.wire.messages import Manifest
from sync.worker import Work

PIECE = 1024 * 1024
"""Bytes written at once: large enough that the worker thread is not asked for every network packet."""


async def fetch_snapshot(
    client: Client, work: Work, manifest: Manifest, folder: Path, progress: Callable[[int, int], None]
) -> Path:
    """Download the snapshot; gives the file, which nothing refers to yet.

    What has arrived stays in a `.part` file for the next try. Raises Trouble: Offline when cut, Broken for a file
    that is not what the manifest says, Disk.
    """
    part = folder / f"snapshot-{manifest.hash}.part"
    size = await work(_ready, folder, part, manifest.size)
    if size < manifest.size:
        async with client.snapshot_bytes(manifest.hash, size) as (start, pieces):
            if start != size:
                await work(_cut, part, start)
            size, held = start, bytearray()
            async for piece in pieces:
                held += piece
                if len(held) >= PIECE:
                    size = await work(_append, part, bytes(held), manifest.size)
                    held.clear()
                    progress(size, manifest.size)
            if held:
                size = await work(_append, part, bytes(held), manifest.size)
    if size != manifest.size:
        raise Broken(f"the snapshot ended at {size} of {manifest.size} bytes")
    progress(size, manifest.size)
    return await work(_prove, part, manifest, folder)


def _ready(folder: Path, part: Path, size: int) -> int:
    """Drop parts of other snapshots, and this one when it is longer than it can be; gives the bytes already here."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for other in folder.glob("snapshot-*.part"):
            if other != part:
                other.unlink()
        have = part.stat().st_size if part.exists() else 0
        if have > size:
            part.unlink()
            return 0
    except OSError as error:
        raise Disk(str(error)) from error
    return have


def _cut(part: Path, size: int) -> None:
    try:
        os.truncate(part, size)
    except OSError as error:
        raise Disk(str(error)) from error


def _append(part: Path, data: bytes, size: int) -> int:
    try:
        with part.open("ab") as file:
            file.write(data)
            end = file.tell()
    except OSError as error:
        raise Disk(str(error)) from error
    if end > size:
        part.unlink()
        raise Broken(f"the snapshot goes on after its {size} bytes")
    return end


def _prove(part: Path, manifest: Manifest, folder: Path) -> Path:
    """Make the part a replica file of its own name when it is what the manifest says, and durable."""
    try:
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        if found != manifest.hash:
            part.unlink()
            raise Broken("the snapshot does not have the hash of its manifest")
        replica = part.rename(_free_name(folder, manifest.hash))
        sync_folder(folder)
    except OSError as error:
        raise Disk(str(error)) from error
    return replica


def _free_name(folder: Path, hash_hex: str) -> Path:
    """A name no file has: a replica in use is never overwritten, not even by the same snapshot."""
    path, n = folder / f"replica-{hash_hex[:16]}.db", 1
    while path.exists():
        n += 1
        path = folder / f"replica-{hash_hex[:16]}-{n}.db"
    return path
