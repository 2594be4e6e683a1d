"""`GET /ECK/{code}`: what a phone's camera opens when it reads a label of this installation."""

from typing import Any, Literal
from urllib.parse import unquote

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.eckwms.goods import read_code
from server_stub.eckwms.label_page import POLICY, choose_language, draw_page
from server_stub.eckwms.meaning import Finding, describe_code, find_labelled
from server_stub.eckwms.qr_keys import read_qr_key
from server_stub.eckwms.smart_codes import BadCode
from server_stub.eckwms.smart_tags import PREFIX, is_sealed, read_label
from server_stub.faults import Denied
from server_stub.http.route import Access, Route


async def open_label(
    request: Request[Any, Any, Any], context: NamedDependency[Context], code: FromPath[str]
) -> Response[str]:
    """Show what a label means. 404 for what is none, or none of this installation.

    Only a sealed label, which nobody else can write, is looked up; another tells what it says by itself.
    """
    finding = await _read(context, unquote(code))
    page = draw_page(finding, choose_language(request.headers.get("accept-language", "")))
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": POLICY})


async def _read(context: Context, code: str) -> Finding:
    if is_sealed(code):
        async with context.pool.connection() as conn:
            try:
                meaning = read_label((await read_qr_key(conn)).key, PREFIX + code)
            except BadCode as error:
                raise Denied(404, "Not found") from error
            return await find_labelled(conn, "", meaning)
    plain = read_code(code)
    if plain is None:
        raise Denied(404, "Not found")
    return describe_code(plain)


async def find_nothing() -> None:
    """Answer other methods as any unknown address is answered. Raises Denied 404."""
    raise Denied(404, "Not found")


_PATH = "/ECK/{code:str}"
_OTHERS: tuple[Literal["POST", "PUT", "PATCH", "DELETE"], ...] = ("POST", "PUT", "PATCH", "DELETE")
ROUTES = (
    Route("GET", _PATH, Access.ANYONE, open_label, rate="prove"),
    *(Route(method, _PATH, Access.ANYONE, find_nothing) for method in _OTHERS),
)
