"""The two loops: journals come up and are landed, feeds and snapshots go down."""

import asyncio
from typing import Annotated, Any
from urllib.parse import unquote

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from server_stub import bodies, feed, journal, limits
from server_stub.auth import Caller
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.registration import is_uuid
from sync.wire.changes import feeds_of
from sync.wire.messages import MSGPACK, PROTOCOL, Batch, FeedList, HeadAnswer

DeviceRequest = Request[Caller, Any, Any]

_BATCHES = msgspec.msgpack.Decoder(Batch)
_INLINE_BYTES = 64 * 1024
_MOST_ENTRIES = 10_000
_LARGEST_SEQ = 2**62
Position = Annotated[int, QueryParameter(ge=0, le=2**63 - 1)]


async def push_journal(request: DeviceRequest, context: NamedDependency[Context]) -> Response[bytes]:
    """Land a batch of sealed entries, whatever the device's state. Answers PushAnswer, as JSON where that is asked for.

    422 with the number when the very first new entry does not hold; everything else is the answer's `outcome`.
    """
    body = await request.body()
    async with context.pushes:
        batch = await _unpack_batch(body, request.headers.get("content-encoding", ""))
        _check(batch)
        answer = await journal.land(context.pool, context.centre, request.user.device_uuid, batch)
    if "application/json" in request.headers.get("accept", ""):
        return Response(msgspec.json.encode(answer), media_type="application/json")
    return Response(msgspec.msgpack.encode(answer), media_type=MSGPACK)


async def _unpack_batch(body: bytes, encoding: str) -> Batch:
    """Decompress and decode, in a worker thread when it takes long enough for others to notice."""

    def work() -> Batch:
        plain = bodies.unpack(body, encoding, limits.UNPACKED_LIMIT)
        try:
            return _BATCHES.decode(plain)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Denied(400, f"Body is not a batch: {error}") from error

    return work() if len(body) <= _INLINE_BYTES else await asyncio.to_thread(work)


def _check(batch: Batch) -> None:
    if batch.protocol > PROTOCOL:
        raise Denied(400, f"Protocol {batch.protocol} is newer than this centre's {PROTOCOL}")
    if not is_uuid(batch.incarnation):
        raise Denied(400, "incarnation is not a UUID")
    if not 1 <= batch.first_seq <= _LARGEST_SEQ or len(batch.entries) > _MOST_ENTRIES:
        raise Denied(400, f"first_seq counts from 1, and a batch has at most {_MOST_ENTRIES} entries")


async def read_head(
    request: DeviceRequest, context: NamedDependency[Context], incarnation: FromQuery[str]
) -> HeadAnswer:
    """Tell where the centre stands with one incarnation of the calling device."""
    if not is_uuid(incarnation):
        raise Denied(400, "incarnation is not a UUID")
    return await journal.read_head(context.pool, context.centre, request.user.device_uuid, incarnation)


async def list_feeds(request: DeviceRequest, context: NamedDependency[Context]) -> FeedList:
    """List the feeds this terminal may read and how far each goes."""
    return await feed.read_feeds(context.pool, context.centre, request.user.shop)


async def read_page(
    request: DeviceRequest,
    context: NamedDependency[Context],
    feed_name: FromPath[str],
    position: Position = 0,
    token: FromQuery[str] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=5000)] = 1000,
) -> Response[bytes]:
    """Give the changes after a cursor as msgpack; 403 for another shop's feed, 410 when the cursor is gone."""
    name = unquote(feed_name)
    if name not in feeds_of(request.user.shop):
        raise Denied(403, f"Feed {name!r} is not for this terminal")
    page = await feed.read_page(context.pool, context.centre, name, position, token, limit)
    body, encoding = bodies.pack(msgspec.msgpack.encode(page), request.headers.get("accept-encoding", ""))
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": encoding} if encoding else {})
    return Response(body, media_type=MSGPACK, headers=headers)
