"""The file of a backup: a ZIP with the database's dump, the uploads, and a manifest that proves them.

The manifest holds SHA-256 and size of every other member and the number of rows of every table; the ZIP's comment
holds the manifest's own SHA-256. So a damaged file is recognised by itself, wherever it was copied to.
"""

import hashlib
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

import msgspec

from server_stub.backup import tools
from server_stub.faults import Fault, Refusal

NAME = re.compile(r"eckwms-[0-9]{8}-[0-9]{6}\.zip")
DUMP, MANIFEST, UPLOADS = "database.dump", "manifest.json", "uploads"
FORMAT = 1
_COMMENT = b"manifest sha256 "
_UNREADABLE = (zipfile.BadZipFile, KeyError, EOFError, RuntimeError, ValueError, struct.error, msgspec.DecodeError)
_LONGEST_MANIFEST = 64 << 20


class Member(msgspec.Struct, frozen=True):
    """A file inside: SHA-256 in hex and bytes."""

    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a backup; `day` is its date at the centre, `centre` the key by which terminals know it (hex).

    `tools` is the major version of the pg_dump that made it: an older pg_restore cannot read it.
    """

    format: int
    made_at: datetime
    day: date
    centre: str
    epoch: str
    program: str
    tools: int
    rows: dict[str, int]
    members: dict[str, Member]


@dataclass(slots=True)
class Hashing:
    """A sink that counts and hashes what passes through it."""

    sink: IO[bytes]
    sha256: Any
    size: int = 0

    def write(self, block: bytes) -> int:
        """Pass a block on."""
        self.sha256.update(block)
        self.size += len(block)
        return self.sink.write(block)


class Writer:
    """Writes a backup's file, member by member."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self.members: dict[str, Member] = {}

    def add(self, name: str, made_at: datetime, write: Callable[[Any], None]) -> None:
        """Add a member: `write` gets a sink with a `write` method."""
        info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
        info.external_attr = 0o600 << 16
        with self._file.open(info, "w", force_zip64=True) as member:
            sink = Hashing(member, hashlib.sha256())
            write(sink)
        self.members[name] = Member(sink.sha256.hexdigest(), sink.size)

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest and its proof."""
        body = msgspec.json.format(msgspec.json.encode(manifest))
        self._file.writestr(MANIFEST, body)
        self._file.comment = _COMMENT + hashlib.sha256(body).hexdigest().encode()


@contextmanager
def reading(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup and its manifest. Raises Refusal when it is none, damaged, or of a newer program."""
    try:
        with zipfile.ZipFile(path) as file:
            if file.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
                raise damaged(path, "its manifest is too long")
            body = file.read(MANIFEST)
            if file.comment != _COMMENT + hashlib.sha256(body).hexdigest().encode():
                raise damaged(path, "its manifest was changed")
            yield file, _decode(path, body, file)
    except _UNREADABLE as error:
        raise damaged(path, str(error) or type(error).__name__) from error


def _decode(path: Path, body: bytes, file: zipfile.ZipFile) -> Manifest:
    if msgspec.json.decode(body, type=dict[str, Any]).get("format") != FORMAT:
        raise Refusal("backup.newer", f"{path.name} was made by a newer version of this program.")
    manifest = msgspec.json.decode(body, type=Manifest)
    held = {info.filename: info.file_size for info in file.infolist() if info.filename != MANIFEST}
    if held != {name: member.size for name, member in manifest.members.items()} or DUMP not in held:
        raise damaged(path, "members are missing")
    if not all(map(_is_plain, manifest.members)):
        raise damaged(path, "it names a file outside its folder")
    return manifest


def _is_plain(name: str) -> bool:
    """Tell whether a member is the dump or lies under the uploads, wherever it is unpacked."""
    path = PurePosixPath(name)
    inside = path.parts[0] == UPLOADS and len(path.parts) > 1 and ".." not in path.parts and "\\" not in name
    return name == DUMP or (inside and path.as_posix() == name)


def check_backup(path: Path) -> Manifest:
    """Read every byte of a backup again. Raises Refusal for the first thing that is not as the manifest says."""
    with reading(path) as (file, manifest):
        found = tools.find_tools(manifest.tools)
        for name, member in manifest.members.items():
            with file.open(name) as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != member.sha256:  # type: ignore[arg-type]
                    raise damaged(path, f"{name} was changed")
        try:
            with file.open(DUMP) as stream:
                rows = tools.count_rows(found, stream)
        except Fault as error:
            raise damaged(path, error.message) from error
    if rows != manifest.rows:
        raise damaged(path, "it holds other numbers of rows than were counted")
    return manifest


def damaged(path: Path, why: str) -> Refusal:
    """Say that a backup cannot be used."""
    return Refusal("backup.damaged", f"{path.name} is damaged: {why}.", "Take an older backup.")
