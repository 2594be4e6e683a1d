"""The way down for pictures of goods: by hash, when a till is about to show one."""

from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.database import single_statements
from server_stub.faults import Denied
from server_stub.goods.pictures import read_picture
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from sync.wire.pictures import PICTURE


async def give_picture(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], picture: FromPath[str]
) -> Response[bytes]:
    """Give a small picture; its name is its content, so it never changes. 404 when no product has it."""
    del request
    async with single_statements(context.pool) as conn:
        found = await read_picture(conn, picture_hash=picture.lower()) if picture else None
    if found is None:
        raise Denied(404, "There is no such picture")
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(found.content, media_type="application/octet-stream", headers=headers)


ROUTES = (Route("GET", PICTURE.format(hash="{picture:str}"), Access.READER, give_picture),)
