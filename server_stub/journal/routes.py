"""The way up: journals of terminals are landed, and a terminal asks how far its chain is held."""

import asyncio
from typing import Annotated, Any

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http import bodies
from server_stub.http.limits import PUSH_LIMIT, UNPACKED_LIMIT
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.journal import ingest, lane, recall
from server_stub.journal.landing import LARGEST_SEQ
from server_stub.terminals.registration import is_uuid
from sync.wire import messages
from sync.wire.messages import MSGPACK, PROTOCOL, Batch, HeadAnswer, HeldChains

DeviceRequest = Request[Caller, Any, Any]

_BATCHES = msgspec.msgpack.Decoder(Batch)
_INLINE_BYTES = 64 * 1024
_MOST_ENTRIES = 10_000


async def push_journal(request: DeviceRequest, context: NamedDependency[Context]) -> Response[bytes]:
    """Land a batch of sealed entries, whatever the device's state. Answers PushAnswer, as JSON where that is asked for.

    422 with the number when the very first new entry does not hold; everything else is the answer's `outcome`.
    """
    body = await request.body()
    async with context.pushes:
        batch = await _unpack_batch(body, request.headers.get("content-encoding", ""))
        _check(batch)
        alone = len(batch.entries) > lane.SMALL or len(body) > _INLINE_BYTES
        if alone:
            answer = await ingest.land(context.pool, context.centre, request.user.device_uuid, batch)
    if not alone:
        answer = await context.lane.land(request.user.device_uuid, batch)
    if "application/json" in request.headers.get("accept", ""):
        return Response(msgspec.json.encode(answer), media_type="application/json")
    return Response(msgspec.msgpack.encode(answer), media_type=MSGPACK)


async def _unpack_batch(body: bytes, encoding: str) -> Batch:
    """Decompress and decode, in a worker thread when it takes long enough for others to notice."""

    def work() -> Batch:
        plain = bodies.unpack(body, encoding, UNPACKED_LIMIT)
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
    if not 1 <= batch.first_seq <= LARGEST_SEQ or len(batch.entries) > _MOST_ENTRIES:
        raise Denied(400, f"first_seq counts from 1, and a batch has at most {_MOST_ENTRIES} entries")


async def read_head(
    request: DeviceRequest, context: NamedDependency[Context], incarnation: FromQuery[str]
) -> HeadAnswer:
    """Tell where the centre stands with one incarnation of the calling device."""
    if not is_uuid(incarnation):
        raise Denied(400, "incarnation is not a UUID")
    return await ingest.read_head(context.pool, context.centre, request.user.device_uuid, incarnation)


async def list_chains(request: DeviceRequest, context: NamedDependency[Context]) -> HeldChains:
    """Tell which chains of the calling device the centre holds, and how far."""
    return await recall.list_chains(context.pool, context.centre, request.user.device_uuid)


async def read_entries(
    request: DeviceRequest,
    context: NamedDependency[Context],
    incarnation: FromQuery[str],
    after: Annotated[int, QueryParameter(ge=0, le=LARGEST_SEQ)] = 0,
    after_hash: Annotated[str, QueryParameter(name="hash", max_length=64)] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=recall.MOST_ENTRIES)] = 500,
) -> Response[bytes]:
    """Give the calling device its own entries back that follow the one it names, as msgpack."""
    try:
        hashed = bytes.fromhex(after_hash)
    except ValueError as error:
        raise Denied(400, "hash is not hexadecimal") from error
    if not is_uuid(incarnation):
        raise Denied(400, "incarnation is not a UUID")
    device = request.user.device_uuid
    found = await recall.read_entries(context.pool, device, incarnation, after, hashed, limit)
    body, encoding = bodies.pack(msgspec.msgpack.encode(found), request.headers.get("accept-encoding", ""))
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": encoding} if encoding else {})
    return Response(body, media_type=MSGPACK, headers=headers)


ROUTES = (
    Route("POST", messages.PUSH, Access.DEVICE, push_journal, rate="push", body_limit=PUSH_LIMIT),
    Route("GET", messages.HEAD, Access.DEVICE, read_head, rate="push"),
    Route("GET", messages.CHAINS, Access.DEVICE, list_chains, rate="push"),
    Route("GET", messages.ENTRIES, Access.DEVICE, read_entries, rate="push"),
)
