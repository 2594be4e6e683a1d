"""Tills: the list, one of them with its key and chains, and what an administrator does to it."""

from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.bundles import keeping as bundles
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import Row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import list_shops
from server_stub.journal.project import project_pending
from server_stub.releases import read_release
from server_stub.terminals import escrow, registry
from server_stub.terminals.conditions import read_conditions
from server_stub.terminals.registration import is_uuid
from sync.wire.fingerprint import fingerprint_groups
from sync.wire.recovery_key import spell_key

_LIST: LiteralString = """
SELECT d.device_uuid::text AS id, d.device_id, d.name, d.status, coalesce(d.receipt_prefix, '') AS prefix,
    d.last_seen, coalesce(shop.name, '') AS shop, coalesce(d.shop_id::text, '') AS shop_id,
    coalesce(c.entries, 0)::bigint AS entries, coalesce(c.waiting, 0)::bigint AS waiting
FROM registered_devices d LEFT JOIN shop ON shop.id = d.shop_id
LEFT JOIN (SELECT device_uuid, sum(acked_seq) AS entries, sum(acked_seq - projected_seq) AS waiting
           FROM incarnation GROUP BY device_uuid) c USING (device_uuid)
WHERE (%(shop)s::uuid IS NULL OR d.shop_id = %(shop)s OR d.shop_id IS NULL)
    AND (%(q)s = '' OR d.name ILIKE %(like)s OR d.device_id ILIKE %(like)s OR d.receipt_prefix ILIKE %(like)s)
ORDER BY d.status = 'pending' DESC, d.name, d.device_id LIMIT 500
"""
_CHAINS: LiteralString = """
SELECT chain, incarnation, branch, acked_seq, projected_seq, acked_at, encode(acked_hash, 'hex') AS head
FROM incarnation WHERE device_uuid = %(id)s ORDER BY acked_at DESC
"""
_KEYS: LiteralString = """
SELECT key_id, public_key, created_at FROM device_key WHERE device_uuid = %(id)s ORDER BY created_at DESC
"""

PRINTERS = {
    "ok": "in order",
    "low": "paper is running out",
    "silent": "does not answer",
    "none": "no printer",
    "": "–",
}
"""What a till says of its printer, in words; anything else is the code of a fault."""


async def list_tills(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the tills of the reader's shops, those that wait for approval first."""
    q = request.query_params.get("q", "")
    like = "%" + q.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    rows = await read_rows(context, _LIST, {"shop": shop_of(request.user), "q": q, "like": like})
    async with context.pool.connection() as conn:
        told = await read_conditions(conn, [str(row["id"]) for row in rows])
    return render(request, "devices.html", tills=rows, q=q, told=told)


async def show_till(request: PageRequest, context: NamedDependency[Context], device: FromPath[str]) -> Response[str]:
    """Show one till: its state, its keys' fingerprints to compare with the till's screen, its chains."""
    till = await read_till(request, context, device)
    async with context.pool.connection() as conn:
        shops = [shop for shop in await list_shops(conn) if request.user.shop in ("", shop.id)]
        asked = await bundles.list_requests(conn, device)
        told = (await read_conditions(conn, [device])).get(device)
        release = await read_release(conn)
    keys = await read_rows(context, _KEYS, {"id": device})
    chains = await read_rows(context, _CHAINS, {"id": device})
    return render(
        request,
        "device.html",
        till=till,
        chains=chains,
        shops=shops,
        bundles=asked,
        told=told,
        printers=PRINTERS,
        newest=release.manifest.version if release else "",
        keys=[(fingerprint_groups(bytes(key["public_key"])), key["created_at"]) for key in keys],
    )


async def show_recovery_key(
    request: PageRequest, context: NamedDependency[Context], device: FromPath[str]
) -> Response[str]:
    """Show the key of a till's database this once; it is noted who asked. Denied 404 when it never came here."""
    await read_form(request)
    till = await read_till(request, context, device)
    async with context.pool.connection() as conn:
        key = await escrow.give_key(conn, context.centre.jwt_secret, device)
        if key is None:
            raise Denied(404, "No key of this till is here")
        await audit.note(conn, request.user, "escrow.given", f"device:{device}", at=context.now())
    return render(request, "recovery_key.html", till=till, key=spell_key(key))


async def read_till(request: PageRequest, context: Context, device: str) -> Row:
    """Give a till that the reader may see. Raises Denied 404."""
    rows = (
        await read_rows(context, _LIST, {"shop": shop_of(request.user), "q": "", "like": ""}) if is_uuid(device) else []
    )
    for row in rows:
        if row["id"] == device:
            return row
    raise Denied(404, "There is no such till")


async def change_till(
    request: PageRequest, context: NamedDependency[Context], device: FromPath[str], act: FromPath[str]
) -> Response[None]:
    """Approve, block or unblock; what a till handed in meanwhile is projected now. Refusals come from the register."""
    fields = await read_form(request)
    await read_till(request, context, device)
    now = context.now()
    async with context.pool.connection() as conn:
        done = await _act(conn, device, act, fields.get("shop", ""), request.user, now)
        await audit.note(conn, request.user, f"device.{act}", f"device:{device}", at=now)
    if act != "block":
        await project_pending(context.pool)
    return go_to(f"/console/devices/{device}", done)


async def _act(conn: Any, device: str, act: str, shop: str, user: Any, now: Any) -> str:
    if act == "approve":
        if (shop and not is_uuid(shop)) or user.shop not in ("", shop):
            raise Denied(403, "This shop is not yours")
        await registry.approve(conn, device, shop, now)
        return "The till may work now."
    if act == "block":
        await registry.block(conn, device, now)
        return "The till is blocked. What it sold is still handed in."
    if act == "unblock":
        await registry.unblock(conn, device, now)
        return "The till may work again."
    raise Denied(404, "Not found")
