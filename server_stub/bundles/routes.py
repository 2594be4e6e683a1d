"""The way of a support bundle: asked for on the till's page, sent by the till, loaded by an administrator."""

from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.bundles import keeping
from server_stub.console.devices import read_till
from server_stub.console.forms import read_form
from server_stub.console.pages import ADMIN, OFFICE, PageRequest, go_to
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.terminals.registration import is_uuid
from server_stub.terminals.registry import find_device
from sync.wire.live import BUNDLE, BUNDLE_LIMIT, BUNDLE_REFUSAL, BundleAnswer

_PAGE = "/console/devices/{device:str}/bundles"
_FORM_LIMIT = 64 * 1024


async def take_bundle(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], request_id: FromPath[str]
) -> BundleAnswer:
    """Keep the bundle that the calling device was asked for; the same request again is no harm."""
    content, caller, now = await request.body(), request.user, context.now()
    async with context.pool.connection() as conn:
        if await keeping.keep(conn, request_id, caller.device_uuid, caller.shop, content, now):
            detail = {"request": request_id, "size": len(content)}
            await audit.note(conn, caller, "bundle.receive", f"device:{caller.device_uuid}", detail, at=now)
    return BundleAnswer(request=request_id, size=len(content))


async def take_refusal(
    request: Request[Caller, Any, Any], context: NamedDependency[Context], request_id: FromPath[str]
) -> BundleAnswer:
    """Note that somebody at the calling device said no; the same again is no harm."""
    caller, now = request.user, context.now()
    async with context.pool.connection() as conn:
        if await keeping.refuse(conn, request_id, caller.device_uuid, now):
            detail = {"request": request_id}
            await audit.note(conn, caller, "bundle.refuse", f"device:{caller.device_uuid}", detail, at=now)
    return BundleAnswer(request=request_id, size=0)


async def ask_bundle(request: PageRequest, context: NamedDependency[Context], device: FromPath[str]) -> Response[None]:
    """Ask a till for its bundle."""
    await read_form(request)
    await read_till(request, context, device)
    now = context.now()
    async with context.pool.connection() as conn:
        till = await find_device(conn, device)
        sent = await keeping.ask(conn, device, till.shop if till else "", request.user.name, now)
        await audit.note(conn, request.user, "bundle.request", f"device:{device}", {"request": sent.id}, at=now)
    return go_to(f"/console/devices/{device}", "The till is asked for its support bundle.")


async def load_bundle(
    request: PageRequest, context: NamedDependency[Context], device: FromPath[str], bundle: FromPath[str]
) -> Response[bytes]:
    """Give a bundle to an administrator; each time is noted."""
    await read_till(request, context, device)
    now = context.now()
    async with context.pool.connection() as conn:
        content = await keeping.read_content(conn, bundle, device) if is_uuid(bundle) else None
        if content is None:
            raise Denied(404, "There is no such support bundle")
        await audit.note(conn, request.user, "bundle.download", f"device:{device}", {"request": bundle}, at=now)
    headers = {"Content-Disposition": f'attachment; filename="support-{bundle}.zip"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/zip", headers=headers)


ROUTES = (
    Route(
        "POST",
        BUNDLE.replace("{request}", "{request_id:str}"),
        Access.DEVICE,
        take_bundle,
        body_limit=BUNDLE_LIMIT,
    ),
    Route("POST", BUNDLE_REFUSAL.replace("{request}", "{request_id:str}"), Access.DEVICE, take_refusal),
    Route("POST", _PAGE, Access.PAGE, ask_bundle, roles=OFFICE, body_limit=_FORM_LIMIT),
    Route("GET", _PAGE + "/{bundle:str}", Access.PAGE, load_bundle, roles=ADMIN),
)
