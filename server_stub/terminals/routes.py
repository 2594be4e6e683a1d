"""Registration and state of devices, as eckWMS clients know them."""

import base64
from typing import Any
from urllib.parse import unquote

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity import tokens
from server_stub.identity.auth import get_caller
from server_stub.terminals import registration, registry
from sync.chain import derive_key_id
from sync.wire import messages
from sync.wire.messages import DeviceStatus, RegistrationAnswer


async def register_device(
    request: Request[Any, Any, Any], context: NamedDependency[Context]
) -> Response[RegistrationAnswer]:
    """Make a device known: 201 for new and known ones; active at once with an enrolment token, else pending."""
    asked = registration.read_registration(await request.body())
    public_key = registration.prove_registration(asked)
    now = context.now()
    async with context.pool.connection() as conn:
        device = await registry.register(conn, asked, public_key, now)
        caller = await get_caller(conn, device.device_uuid, derive_key_id(public_key))
    token = ""
    if caller.status == "active":
        token = tokens.issue_access(
            context.centre.jwt_secret, device.device_uuid, caller.key_id, now, tokens.REGISTRATION_LIFE
        )
    answer = RegistrationAnswer(
        success=True,
        status=caller.status,
        device_uuid=device.device_uuid,
        token=token,
        shop=device.shop,
        receipt_prefix=device.receipt_prefix,
        server_public_key=base64.b64encode(context.centre.public_key).decode(),
    )
    return Response(answer, status_code=201, media_type="application/json")


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


ROUTES = (
    Route("POST", messages.REGISTER, Access.ANYONE, register_device, rate="prove"),
    Route("GET", messages.STATUS.format(device="{device:str}"), Access.ANYONE, read_status),
)
