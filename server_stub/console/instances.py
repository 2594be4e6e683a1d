"""Servers of the eckWMS family: who asked to be reached, what was approved and proved, and what went through."""

from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_rows
from server_stub.context import Context
from server_stub.faults import Denied, Refusal
from server_stub.goods.shops import list_shops
from server_stub.instances import approval, registry
from server_stub.instances.registry import InstanceRow
from server_stub.instances.routes import list_ways
from server_stub.proxy.gate import Gate
from server_stub.terminals.registration import is_uuid
from sync.wire.fingerprint import fingerprint_groups, fingerprint_words

REFUSALS = {
    "instance.key": "This server has sent no key yet. It must register with its serverPublicKey.",
    "instance.url": (
        "This address may not be used: another server has it, or it is neither https on port 443, 3100, 3210 or 8443 "
        "nor a server in your own network whose IP address you name."
    ),
    "instance.address": (
        "This name does not lead to the address that was allowed. Without an IP address it must be public; "
        "with one it must be exactly that."
    ),
    "instance.unproved": (
        "The server did not prove that it answers at this address. It must run there and sign the challenge "
        "of the centre with its key."
    ),
}
"""Why a server was not let in, by the code of the refusal."""

_CALLS: LiteralString = """
SELECT at, who, method, path, status, reason, took_ms FROM proxy_call WHERE instance_id = %(id)s
ORDER BY id DESC LIMIT 10
"""


async def list_instances(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the servers by id, a page at a time."""
    after = request.query_params.get("after", "").replace("\0", "")
    async with context.pool.connection() as conn:
        found = await registry.list_instances(conn, after, PAGE_ROWS + 1)
    return render(request, "instances.html", instances=found[:PAGE_ROWS], more=len(found) > PAGE_ROWS)


async def show_instance(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show one server, named by the query: an id of its own choice may hold anything."""
    return await _show(request, context, await _find(context, request.query_params.get("id", "")))


async def change(
    request: PageRequest, context: NamedDependency[Context], gate: NamedDependency[Gate], act: FromPath[str]
) -> Response[Any]:
    """Approve a server where it proves its address, block it, or forget it."""
    fields = await read_form(request)
    found = await _find(context, need(fields, "id"))
    if act == "approve":
        return await _approve(request, context, gate, found, fields)
    now = context.now()
    async with context.pool.connection() as conn:
        if act == "block":
            await registry.block(conn, found.id, now)
            await audit.note(conn, request.user, "instance.blocked", found.id, at=now)
        elif act == "forget":
            await registry.forget(conn, found.id)
            await audit.note(conn, request.user, "instance.forgotten", found.id, at=now)
        else:
            raise Denied(404, "Not found")
    done = "Nothing reaches this server any more." if act == "block" else "The server is forgotten."
    return go_to("/console/instances", done)


async def _approve(
    request: PageRequest, context: Context, gate: Gate, found: InstanceRow, fields: dict[str, str]
) -> Response[Any]:
    shop = fields.get("shop", "")
    if shop and not is_uuid(shop):
        raise Denied(404, "There is no such shop")
    terms = approval.Terms(fields.get("url", ""), fields.get("lan", ""), shop)
    try:
        approved = await approval.approve(context.pool, gate.network, found.id, terms, context.now())
    except Refusal as refusal:
        return await _show(request, context, found, terms, REFUSALS.get(refusal.code, refusal.message))
    async with context.pool.connection() as conn:
        detail = {"url": approved.public_url, "lan": approved.lan_address, "shop": approved.shop}
        await audit.note(conn, request.user, "instance.active", approved.id, detail, at=context.now())
    return go_to("/console/instances", "The server has proved its address and may be reached now.")


async def _find(context: Context, ident: str) -> InstanceRow:
    async with context.pool.connection() as conn:
        found = await registry.find_instance(conn, ident.replace("\0", ""))
    if found is None:
        raise Denied(404, "There is no such server")
    return found


async def _show(
    request: PageRequest, context: Context, found: InstanceRow, terms: approval.Terms | None = None, refused: str = ""
) -> Response[str]:
    async with context.pool.connection() as conn:
        shops = await list_shops(conn)
    wish = terms or approval.Terms(found.public_url or found.asked_url, found.lan_address, found.shop)
    return render(
        request,
        "instance.html",
        409 if refused else 200,
        instance=found,
        ways=list_ways(found, str(request.base_url).rstrip("/")),
        mark=(fingerprint_groups(found.public_key), fingerprint_words(found.public_key)) if found.public_key else None,
        calls=await read_rows(context, _CALLS, {"id": found.id}),
        shops=shops,
        wish=wish,
        refused=refused,
    )
