"""What a terminal leaves here for the day it is lost, what its successor asks for, and the end of its service."""

from typing import Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import JSONBody

from server_stub.audit.log import note
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.terminals import escrow, registry, succession
from sync.wire.escrow import ESCROW, RETIRE, SUCCESSION, Escrow, Succession, SuccessionQuestion

DeviceRequest = Request[Caller, Any, Any]
_KEY_BYTES = 32


async def keep_key(
    request: DeviceRequest, context: NamedDependency[Context], data: JSONBody[Escrow]
) -> dict[str, bool]:
    """Keep the key of the calling terminal's database."""
    key = _raw(data.key)
    _require_active(request.user)
    async with context.pool.connection() as conn:
        await escrow.keep_key(conn, context.centre.jwt_secret, request.user.device_uuid, key, context.now())
    return {"success": True}


def _raw(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise Denied(400, f"key must be {_KEY_BYTES} bytes in hexadecimal")
    return key


async def give_key(request: DeviceRequest, context: NamedDependency[Context]) -> Escrow:
    """Give the calling terminal the key of its database back; it is noted. 404 when there is none."""
    _require_active(request.user)
    async with context.pool.connection() as conn:
        key = await escrow.give_key(conn, context.centre.jwt_secret, request.user.device_uuid)
        if key is None:
            raise Denied(404, "No key of this terminal is here")
        await note(conn, request.user, "escrow.given", request.user.device_uuid, at=context.now())
    return Escrow(key=key.hex())


def _require_active(caller: Caller) -> None:
    if caller.status != "active":
        raise Denied(403, f"Device is {caller.status}")


async def tell_succession(context: NamedDependency[Context], data: JSONBody[SuccessionQuestion]) -> Succession:
    """Tell a new machine which terminal it takes over, and from where."""
    async with context.pool.connection() as conn:
        return await succession.read_succession(conn, data, context.now())


async def retire_device(request: DeviceRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """End the service of the calling terminal: it is blocked from now on."""
    _require_active(request.user)
    async with context.pool.connection() as conn:
        await registry.block(conn, request.user.device_uuid, context.now())
        await note(conn, request.user, "device.retired", request.user.device_uuid, at=context.now())
    return {"success": True, "status": "blocked"}


ROUTES = (
    Route("PUT", ESCROW, Access.DEVICE, keep_key, rate="push"),
    Route("GET", ESCROW, Access.DEVICE, give_key, rate="push"),
    Route("POST", SUCCESSION, Access.ANYONE, tell_succession, rate="prove"),
    Route("POST", RETIRE, Access.DEVICE, retire_device, rate="push"),
)
