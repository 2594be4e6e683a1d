"""Instances as the servers and clients of the eckWMS family know them: register, find the way, hand over."""

import base64
from typing import Any
from urllib.parse import unquote

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.limits import caller_address
from server_stub.http.route import Access, Route
from server_stub.instances import registry, relay_routes
from server_stub.instances.announcement import read_announcement, read_id, read_object
from server_stub.instances.registry import InstanceRow

REGISTER_INSTANCE = "/ECK/API/INTERNAL/REGISTER-INSTANCE"
GET_INSTANCE_INFO = "/ECK/API/INTERNAL/GET-INSTANCE-INFO"
SYNC = "/ECK/API/INTERNAL/SYNC"
_LAN_FIRST, _PROXY_LAST = 1, 3

AnyRequest = Request[Any, Any, Any]


async def register_instance(request: AnyRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """Make an instance known: pending until an admin approves it, whatever it says of itself."""
    said = read_announcement(await request.body(), caller_address(request.scope))
    async with context.pool.connection() as conn:
        is_new = await registry.register(conn, said, context.now())
    return {
        "success": True,
        "message": f"Instance {'registered' if is_new else 'updated'} successfully",
        "instanceId": said.instance_id,
        "detectedIp": said.detected_ip,
    }


async def ask_instance_info(request: AnyRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """Tell a client that was paired with an instance how to reach it; open to all, as its QR code is."""
    values = read_object(await request.body())
    return await _describe(request, context, read_id(values.get("instance_id"), "instance_id"))


async def read_instance_info(
    request: AnyRequest, context: NamedDependency[Context], instance: FromPath[str]
) -> dict[str, Any]:
    """Tell another server of the family how to reach an instance."""
    return await _describe(request, context, unquote(instance))


async def _describe(request: AnyRequest, context: Context, instance_id: str) -> dict[str, Any]:
    async with context.pool.connection() as conn:
        found = await registry.find_instance(conn, instance_id) if "\0" not in instance_id else None
    if found is None or found.status == "blocked":
        raise Denied(404, "Instance not found")
    return {
        "instanceId": found.id,
        "name": found.name,
        "tier": found.tier,
        "serverPublicKey": _base64(found.public_key),
        "lastSeen": found.last_seen.isoformat(timespec="milliseconds"),
        "candidates": list_ways(found, str(request.base_url).rstrip("/")),
    }


def _base64(key: bytes) -> str | None:
    return base64.b64encode(key).decode() if key else None


def list_ways(found: InstanceRow, own_url: str) -> list[dict[str, Any]]:
    """List the addresses that a client tries, the nearest first; `own_url` is the centre's, for the way through it."""
    hosts = [f"[{ip}]" if ":" in ip else ip for ip in found.local_ips]
    near = [
        {"url": f"http://{host}:{found.port}", "type": "LOCAL_LAN", "priority": _LAN_FIRST, "reason": "local IP"}
        for host in hosts
    ]
    through = {"type": "GLOBAL_PROXY", "priority": _PROXY_LAST, "reason": "fallback"}
    return [*near, {"url": f"{own_url}/ECK/PROXY", **through}]


async def take_item(request: AnyRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """Keep an item that an instance hands over: `id`, `type` and any `data`."""
    values = read_object(await request.body())
    kind, item_id = read_id(values.get("type"), "type"), read_id(values.get("id"), "id")
    async with context.pool.connection() as conn:
        await registry.store_item(conn, kind, item_id, values.get("data"), context.now())
    return {"success": True, "message": "Item stored", "syncedItem": {"id": item_id, "type": kind}}


ROUTES = (
    Route("POST", REGISTER_INSTANCE, Access.INSTANCE, register_instance),
    Route("POST", GET_INSTANCE_INFO, Access.ANYONE, ask_instance_info, rate="prove"),
    Route("GET", GET_INSTANCE_INFO + "/{instance:str}", Access.INSTANCE, read_instance_info),
    Route("POST", SYNC, Access.INSTANCE, take_item),
    *relay_routes.ROUTES,
)
