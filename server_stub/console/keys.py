"""API keys: made and shown once, listed, revoked."""

from datetime import timedelta

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import list_shops
from server_stub.identity import keys
from server_stub.terminals.registration import is_uuid


async def list_keys(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the keys, with the form to make one."""
    return await _show(request, context, "")


async def create(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Make a key and show it, this once. Refusals come from the keys."""
    fields = await read_form(request)
    days, shop = fields.get("days", ""), fields.get("shop", "")
    if (days and not (days.isascii() and days.isdigit() and 0 < int(days[:6]) <= 3650)) or (shop and not is_uuid(shop)):
        raise Denied(400, "days are 1 to 3650")
    life = timedelta(days=int(days)) if days else None
    scopes = need(fields, "scopes").replace(",", " ").split()
    async with context.pool.connection() as conn:
        key, record = await keys.create_key(conn, need(fields, "name"), scopes, context.now(), shop=shop, life=life)
        await audit.note(
            conn, request.user, "key.created", f"key:{record.prefix}", {"scopes": scopes}, at=context.now()
        )
    return await _show(request, context, key)


async def revoke(request: PageRequest, context: NamedDependency[Context], key: FromPath[str]) -> Response[None]:
    """End a key; works at once."""
    await read_form(request)
    async with context.pool.connection() as conn:
        await keys.revoke_key(conn, key, context.now())
        await audit.note(conn, request.user, "key.revoked", f"key:{key}", at=context.now())
    return go_to("/console/keys", "The key opens nothing any more.")


async def _show(request: PageRequest, context: Context, made: str) -> Response[str]:
    now = context.now()
    async with context.pool.connection() as conn:
        found, shops = await keys.list_keys(conn), await list_shops(conn)
    names = {shop.id: shop.name for shop in shops}
    return render(
        request,
        "keys.html",
        keys=[(key, key.state(now), names.get(key.shop, "")) for key in found],
        shops=shops,
        made=made,
    )
