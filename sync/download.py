"""A snapshot onto the disk: resumed where it was cut, proven by its hash, unpacked beside what is in use."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import zstandard

from sync.client import Client
from sync.trouble import Broken, Disk
from sync.wire.messages import Manifest
from sync.worker import Work

PIECE = 1024 * 1024
"""Bytes written at once: large enough that the worker thread is not asked for every network packet."""
_LARGEST_RATIO = 50
"""A replica is encrypted or at most as repetitive as a catalogue; more is a bomb."""


async def fetch_snapshot(
    client: Client, work: Work, manifest: Manifest, folder: Path, progress: Callable[[int, int], None]
) -> Path:
    """Download and unpack the snapshot; gives the plain file, which nothing refers to yet.

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
    return await work(_unpack, part, manifest, folder)


def remove_part(manifest: Manifest, folder: Path) -> None:
    """Delete the downloaded file once the replica made from it is in use."""
    (folder / f"snapshot-{manifest.hash}.part").unlink(missing_ok=True)


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


def _unpack(part: Path, manifest: Manifest, folder: Path) -> Path:
    try:
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != manifest.hash:
            part.unlink()
            raise Broken("the snapshot does not have the hash of its manifest")
        return _write_plain(part, manifest, _free_name(folder, manifest.hash))
    except OSError as error:
        raise Disk(str(error)) from error


def _write_plain(part: Path, manifest: Manifest, target: Path) -> Path:
    limit = manifest.size * _LARGEST_RATIO + PIECE
    try:
        with part.open("rb") as packed, target.open("xb") as plain:
            source = zstandard.ZstdDecompressor().stream_reader(packed) if manifest.encoding == "zstd" else packed
            while piece := source.read(PIECE):
                plain.write(piece)
                if plain.tell() > limit:
                    raise Broken("the snapshot unpacks to more than it can hold")
            plain.flush()
            os.fsync(plain.fileno())
    except (Broken, OSError, zstandard.ZstdError) as error:
        target.unlink(missing_ok=True)
        if isinstance(error, zstandard.ZstdError):
            raise Broken(f"the snapshot is damaged: {error}") from error
        raise
    return target


def _free_name(folder: Path, hash_hex: str) -> Path:
    """A name no file has: a replica in use is never overwritten, not even by the same snapshot."""
    path, n = folder / f"replica-{hash_hex[:16]}.db", 1
    while path.exists():
        n += 1
        path = folder / f"replica-{hash_hex[:16]}-{n}.db"
    return path
