"""The way down: what feeds there are, and their pages."""

from typing import Annotated, Any
from urllib.parse import unquote

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.feed import pages
from server_stub.http import bodies
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from sync.wire import messages
from sync.wire.changes import feeds_of
from sync.wire.messages import MSGPACK, FeedList

DeviceRequest = Request[Caller, Any, Any]

Position = Annotated[int, QueryParameter(ge=0, le=2**63 - 1)]


async def list_feeds(request: DeviceRequest, context: NamedDependency[Context]) -> FeedList:
    """List the feeds this terminal may read and how far each goes."""
    return await pages.read_feeds(context.pool, context.centre, request.user.shop)


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
    device = request.user.device_uuid
    page = await pages.read_page(context.pool, context.centre, name, position, token, limit, device_uuid=device)
    body, encoding = bodies.pack(msgspec.msgpack.encode(page), request.headers.get("accept-encoding", ""))
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": encoding} if encoding else {})
    return Response(body, media_type=MSGPACK, headers=headers)


ROUTES = (
    Route("GET", messages.FEEDS, Access.READER, list_feeds),
    Route("GET", messages.PAGE.format(feed="{feed_name:str}"), Access.READER, read_page),
)
