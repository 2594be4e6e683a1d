"""Registration and state of devices, as eckWMS clients know them."""

import base64
from typing import Any
from urllib.parse import unquote

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity import tokens
from server_stub.identity.auth import get_caller
from server_stub.terminals import nonces, registration, registry
from sync.chain import derive_key_id
from sync.wire import messages
from sync.wire.messages import DeviceStatus, RegistrationAnswer

AnyRequest = Request[Any, Any, Any]


async def register_device(request: AnyRequest, context: NamedDependency[Context]) -> Response[RegistrationAnswer]:
    """Make a device known: 201 for new and known ones; active at once with an enrolment token, else pending."""
    return Response(await _register(request, context), status_code=201, media_type="application/json")


async def shake_hands(request: AnyRequest, context: NamedDependency[Context]) -> Response[RegistrationAnswer]:
    """Make a device known at the paths of later eckWMS servers, which answer 200."""
    answer = msgspec.structs.replace(await _register(request, context), message="Device handshake complete")
    return Response(answer, status_code=200, media_type="application/json")


async def _register(request: AnyRequest, context: Context) -> RegistrationAnswer:
    asked = registration.read_registration(await request.body())
    public_key = registration.prove_registration(asked)
    now, secret = context.now(), context.centre.jwt_secret
    async with context.pool.connection() as conn:
        await nonces.use_nonce(conn, secret, asked.nonce, now)
        device = await registry.register(conn, asked, public_key, now)
        status, token, key_id = device.status, "", derive_key_id(public_key)
        if status == "active":
            status = (await get_caller(conn, device.device_uuid, key_id)).status
    if status == "active":
        token = tokens.issue_access(secret, device.device_uuid, key_id, now, tokens.REGISTRATION_LIFE)
    return RegistrationAnswer(
        success=True,
        status=status,
        device_uuid=device.device_uuid,
        token=token,
        shop=device.shop,
        receipt_prefix=device.receipt_prefix,
        server_public_key=base64.b64encode(context.centre.public_key).decode(),
    )


async def give_nonce(context: NamedDependency[Context]) -> dict[str, Any]:
    """Give a nonce for one registration; asking stores nothing and tells nothing."""
    nonce = nonces.make_nonce(context.centre.jwt_secret, context.now())
    return {"success": True, "nonce": nonce, "expires_in": int(nonces.LIFE.total_seconds())}


async def read_status(context: NamedDependency[Context], device: FromPath[str]) -> DeviceStatus:
    """Tell the state of a device; clients ask every 30 s without a token. 404 for an unknown one."""
    device_id = unquote(device)
    if not registration.is_device_id(device_id):
        raise Denied(404, "Device not registered")
    async with context.pool.connection() as conn:
        found = await registry.find_device(conn, device_id)
    if found is None:
        raise Denied(404, "Device not registered")
    return DeviceStatus(
        success=True,
        device_id=found.device_id,
        status=found.status,
        last_seen=found.last_seen.isoformat(timespec="milliseconds") if found.last_seen else None,
        shop=found.shop,
        receipt_prefix=found.receipt_prefix,
    )


REGISTER_ALIASES = (
    "/ECK/API/INTERNAL/REGISTER-DEVICE",
    "/E/api/internal/register-device",
    "/api/internal/register-device",
    "/E/api/public/devices/register",
    "/api/public/devices/register",
)
NONCE_PATHS = (messages.REGISTER_NONCE, "/E/api/auth/device-challenge", "/api/auth/device-challenge")

ROUTES = (
    Route("POST", messages.REGISTER, Access.ANYONE, register_device, rate="prove"),
    *(Route("POST", path, Access.ANYONE, shake_hands, rate="prove") for path in REGISTER_ALIASES),
    *(Route("GET", path, Access.ANYONE, give_nonce, rate="prove") for path in NONCE_PATHS),
    Route("GET", messages.STATUS.format(device="{device:str}"), Access.ANYONE, read_status),
)
