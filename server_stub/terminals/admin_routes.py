"""Devices for those who run the centre: the list with fingerprints, approve, block; pairing by picture or by code."""

from typing import Annotated, Any, cast
from urllib.parse import unquote

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from server_stub.audit.log import note
from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods import shops
from server_stub.http.limits import caller_address
from server_stub.http.route import Access, Route
from server_stub.identity.callers import MANAGERS, AnyCaller, shop_filter
from server_stub.journal import project
from server_stub.terminals import pairing, qr, registry
from server_stub.terminals.pairing import Pairing
from server_stub.terminals.registry import Device
from sync.wire.fingerprint import fingerprint_groups, fingerprint_words

_STATES = ("active", "pending", "blocked")
_PAGE = 100
OwnRequest = Request[AnyCaller, Any, Any]


async def list_devices(
    request: OwnRequest,
    context: NamedDependency[Context],
    after: FromQuery[str] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=1000)] = _PAGE,
) -> dict[str, Any]:
    """List devices by id, a page at a time: those of the caller's shops and those that have none yet."""
    async with context.pool.connection() as conn:
        found = await registry.page_devices(conn, shop_filter(request.user), after.replace("\0", ""), limit)
        keys = await registry.read_keys(conn, [device.device_uuid for device in found])
    rows = [describe_device(device, keys.get(device.device_uuid, b"")) for device in found]
    return {"devices": rows, "next": found[-1].device_id if len(found) == limit else None}


def describe_device(device: Device, public_key: bytes) -> dict[str, Any]:
    """Give what an admin sees of a device; the fingerprint is what the device shows on its own screen."""
    return {
        "deviceId": device.device_id,
        "device_uuid": device.device_uuid,
        "name": device.name,
        "status": device.status,
        "shop": device.shop,
        "receipt_prefix": device.receipt_prefix,
        "lastSeen": device.last_seen.isoformat(timespec="milliseconds") if device.last_seen else None,
        "createdAt": device.created_at.isoformat(timespec="milliseconds"),
        "fingerprint": {"groups": fingerprint_groups(public_key), "words": fingerprint_words(public_key)},
    }


class StatusWish(msgspec.Struct):
    """What a device is to be; `shop` is for one that becomes active and has none, by id."""

    status: str
    shop: str = ""


async def put_status(
    request: OwnRequest, context: NamedDependency[Context], device: FromPath[str], data: JSONBody[StatusWish]
) -> dict[str, Any]:
    """Approve, put back or block a device. 400 for another state, 404 for a device that the caller does not see."""
    if data.status not in _STATES:
        raise Denied(400, "status must be active, pending or blocked")
    async with context.pool.connection() as conn:
        known = await registry.find_seen(conn, shop_filter(request.user), unquote(device))
        if known is None:
            raise Denied(404, "Device not registered")
        shop = await _choose_shop(conn, request.user, data.shop or known.shop) if data.status == "active" else ""
        changed = await registry.change_status(conn, known.device_uuid, data.status, shop, context.now())
        keys = await registry.read_keys(conn, [known.device_uuid])
        detail = {"from": known.status, "shop": changed.shop}
        await note(conn, request.user, f"device.{changed.status}", known.device_uuid, detail, at=context.now())
    if changed.status == "active":
        await project.project_pending(context.pool)
    return {"success": True} | describe_device(changed, keys.get(known.device_uuid, b""))


async def _choose_shop(conn: Connection, caller: AnyCaller, wanted: str) -> str:
    """Give the shop that was named, the caller's own, or the only one. Raises Denied 400, 403 or 404."""
    own = shop_filter(caller)
    if not wanted and not own:
        known = await shops.list_shops(conn)
        if len(known) != 1:
            raise Denied(400, "Name the shop")
        return known[0].id
    found = await shops.find_shop(conn, wanted or cast(str, own))
    if found is None:
        raise Denied(404, "This shop is not known")
    if own and found.id != own:
        raise Denied(403, "This belongs to another shop")
    return found.id


async def draw_pairing(
    request: OwnRequest,
    context: NamedDependency[Context],
    kind: Annotated[str, QueryParameter(name="type")] = "",
    shop: FromQuery[str] = "",
) -> Response[bytes]:
    """Draw the pairing code as a PNG; with `type=vip` it enrols one device at once."""
    async with context.pool.connection() as conn:
        wish = await _read_wish(conn, request, kind, shop)
        text = await pairing.give_text(conn, context.centre.public_key, wish, context.now())
        await _note(conn, request, "pairing.drawn", wish, context)
    headers = {"Cache-Control": "no-store"}
    return Response(qr.draw_qr(text), media_type="image/png", headers=headers)


async def make_code(
    request: OwnRequest,
    context: NamedDependency[Context],
    kind: Annotated[str, QueryParameter(name="type")] = "",
    shop: FromQuery[str] = "",
) -> dict[str, Any]:
    """Make a code to type where no camera reads the picture."""
    async with context.pool.connection() as conn:
        wish = await _read_wish(conn, request, kind, shop)
        code = await pairing.create_code(conn, context.centre.jwt_secret, wish, context.now())
        await _note(conn, request, "pairing.code", wish, context)
    return {"code": code, "expires_in": int(pairing.CODE_LIFE.total_seconds())}


async def _read_wish(conn: Connection, request: OwnRequest, kind: str, shop: str) -> Pairing:
    """Take the addresses by which the caller reaches the centre, and the shop when a token is wanted."""
    if kind not in ("", "vip"):
        raise Denied(400, "type is vip or left out")
    chosen = await _choose_shop(conn, request.user, shop) if kind == "vip" else ""
    return Pairing((str(request.base_url).rstrip("/"),), chosen)


async def _note(conn: Connection, request: OwnRequest, action: str, wish: Pairing, context: Context) -> None:
    await note(conn, request.user, action, wish.shop, {"enrols": bool(wish.shop)}, at=context.now())


class TypedCode(msgspec.Struct):
    """What somebody typed."""

    code: str


async def exchange_code(
    request: OwnRequest, context: NamedDependency[Context], data: JSONBody[TypedCode]
) -> dict[str, str]:
    """Exchange a typed code for the text of the pairing, once. 404 is final; few tries a minute for one address."""
    now, secret = context.now(), context.centre.jwt_secret
    async with context.pool.connection() as conn:
        if not await pairing.count_try(conn, caller_address(request.scope), now):
            raise TooManyRequestsException("Too many requests", headers={"Retry-After": "60"})
        await conn.commit()  # a wrong code counts
        wish = await pairing.use_code(conn, secret, data.code, now)
        return {"qr": await pairing.give_text(conn, context.centre.public_key, wish, now)}


_READ, _WRITE = "devices:read", "devices:write"
ROUTES = (
    *(
        route
        for root in ("/E/api", "/api")
        for route in (
            Route("GET", f"{root}/admin/devices", Access.PERSON, list_devices, roles=MANAGERS, scope=_READ),
            Route(
                "PUT",
                root + "/admin/devices/{device:str}/status",
                Access.PERSON,
                put_status,
                roles=MANAGERS,
                scope=_WRITE,
            ),
            Route("GET", f"{root}/internal/pairing-qr", Access.PERSON, draw_pairing, roles=MANAGERS, scope=_WRITE),
            Route("POST", f"{root}/internal/pairing-code", Access.PERSON, make_code, roles=MANAGERS, scope=_WRITE),
        )
    ),
    Route("POST", "/E/pair/code", Access.ANYONE, exchange_code, rate="prove"),
)
