"""First load: the manifest of a prepared replica file, and the file itself, in whole or in parts."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.feed import snapshot
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from sync.wire import messages
from sync.wire.messages import Manifest

_CHUNK = 512 * 1024
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


async def read_manifest(request: Request[Caller, Any, Any], context: NamedDependency[Context]) -> Manifest:
    """Describe the newest snapshot for the terminal's shop, building it when there is none that is recent."""
    manifest = await snapshot.latest_snapshot(context.pool, context.centre, request.user.shop, context.snapshots)
    if manifest is None:
        raise Denied(404, "The terminal's shop is not known")
    return manifest


async def read_snapshot(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], file_hash: FromPath[str]
) -> Response[Any]:
    """Send a snapshot file, or the part that `Range` asks for, so that a broken download goes on where it was."""
    path = snapshot.snapshot_file(context.snapshots, file_hash)
    if path is None:
        raise Denied(404, "No such snapshot; ask for the manifest again")
    size = path.stat().st_size
    headers = {"Accept-Ranges": "bytes", "ETag": f'"{file_hash}"', "Cache-Control": "private, immutable"}
    asked = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    span = parse_range(asked, size) if asked else (0, size)
    if span is None:
        return Response(
            {"error": "Range not satisfiable"}, status_code=416, headers={"Content-Range": f"bytes */{size}"}
        )
    start, end = span
    headers["Content-Length"] = str(end - start)
    if asked:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return Stream(
        _read(path, start, end),
        status_code=206 if asked else 200,
        headers=headers,
        media_type="application/octet-stream",
    )


def parse_range(asked: re.Match[str], size: int) -> tuple[int, int] | None:
    """Give start and end (exclusive) of a single byte range (RFC 9110, 14.1.2), None when nothing of it is there."""
    first, last = asked.groups()
    if not first:
        start = max(0, size - int(last)) if last else size
        return (start, size) if start < size else None
    end = min(int(last) + 1, size) if last else size
    return (int(first), end) if int(first) < end else None


async def _read(path: Path, start: int, end: int) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(path.open, "rb") as file:
        file.seek(start)
        while start < end:
            chunk = await asyncio.to_thread(file.read, min(_CHUNK, end - start))
            if not chunk:
                return
            start += len(chunk)
            yield chunk


ROUTES = (
    Route("GET", messages.SNAPSHOT, Access.READER, read_manifest),
    Route("GET", messages.SNAPSHOT_FILE.format(hash="{file_hash:str}"), Access.READER, read_snapshot),
)
