"""The way of photos: from the till in parts, and to people of the shop on the console's pages."""

from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.console.pages import OFFICE, PageRequest
from server_stub.console.reading import shop_of
from server_stub.context import Context
from server_stub.database import single_statements
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.photos import keeping
from server_stub.photos.keeping import Part
from sync.wire.photos import PHOTO, PhotoHeld

PAGE = "/console/photos/{photo}"
_PART_LIMIT = 256 * 1024


async def tell_held(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], photo: FromPath[str]
) -> PhotoHeld:
    """Say how much of a photo is here."""
    async with single_statements(context.pool) as conn:
        return await keeping.read_held(conn, photo.lower(), request.user.device_uuid)


async def take_part(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], photo: FromPath[str]
) -> PhotoHeld:
    """Keep a part of a photo; the same part again is no harm."""
    offset, size = (_number(request, name) for name in ("offset", "size"))
    part = Part(photo.lower(), request.user.device_uuid, offset, size, await request.body())
    async with context.pool.connection() as conn:
        return await keeping.keep_part(conn, part, context.now())


def _number(request: Request[Caller, Any, Any], name: str) -> int:
    given = request.query_params.get(name, "")
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise Denied(400, f"{name} is not a number of bytes")
    return int(given)


async def show_photo(request: PageRequest, context: NamedDependency[Context], photo: FromPath[str]) -> Response[bytes]:
    """Give a photo to somebody who may see its shop; its name is its content, so it never changes."""
    async with single_statements(context.pool) as conn:
        seen = await keeping.is_named(conn, photo, shop_of(request.user))
        content = await keeping.read_photo(conn, photo) if seen else None
    if content is None:
        raise Denied(404, "There is no such photo")
    headers = {"Cache-Control": "private, max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type="image/jpeg", headers=headers)


_PATH = PHOTO.format(hash="{photo:str}")
ROUTES = (
    Route("GET", _PATH, Access.DEVICE, tell_held),
    Route("PUT", _PATH, Access.DEVICE, take_part, body_limit=_PART_LIMIT),
    Route("GET", PAGE.format(photo="{photo:str}"), Access.PAGE, show_photo, roles=OFFICE),
)
