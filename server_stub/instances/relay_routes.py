"""The relay as servers of the family know it (`/E/register`, `/E/push`, `/E/pull`, `/E/mesh`, `/E/m`).

Every call needs the family's internal key, and without it is answered 403: a relay that is open to all gives anybody's
packets to everybody. Receivers call `pull` again until it gives none.
"""

import base64
import uuid
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.instances import relay
from server_stub.instances.announcement import read_id, read_object
from server_stub.instances.relay import Node, Packet

PUSH_LIMIT = 1430 << 10
"""Bytes of a request that brings a packet of 1 MiB, in base 64 and with what is around it; proxies count in KiB."""
_NONCE_LIMIT = 64

AnyRequest = Request[Any, Any, Any]


async def register(request: AnyRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """Note that a server of a mesh is there."""
    values = read_object(await request.body())
    node = Node(
        instance_id=read_id(values.get("instance_id"), "instance_id"),
        mesh_id=read_id(values.get("mesh_id"), "mesh_id"),
        external_ip=_read_text(values, "external_ip", 64),
        port=_read_number(values, "port", 0, 65535, 0),
        status=_read_text(values, "status", 32) or "online",
        base_url=_read_text(values, "base_url", 2048),
        lan_url=_read_text(values, "lan_url", 2048),
        node_role=_read_text(values, "node_role", 32) or "full",
    )
    async with context.pool.connection() as conn:
        await relay.note_node(conn, node, context.now())
    return {"ok": True, "instance_id": node.instance_id, "mesh_id": node.mesh_id, "status": node.status}


async def mesh_status(context: NamedDependency[Context], mesh: FromPath[str]) -> dict[str, Any]:
    """List the servers of a mesh."""
    mesh_id = read_id(unquote(mesh), "mesh_id")
    async with context.pool.connection() as conn:
        return {"mesh_id": mesh_id, "nodes": await relay.list_nodes(conn, mesh_id, context.now())}


async def resolve(context: NamedDependency[Context], mesh: FromPath[str], instance: FromPath[str]) -> dict[str, Any]:
    """Give one server of a mesh."""
    mesh_id, instance_id = read_id(unquote(mesh), "mesh_id"), read_id(unquote(instance), "instance_id")
    async with context.pool.connection() as conn:
        nodes = await relay.list_nodes(conn, mesh_id, context.now(), instance_id)
    if not nodes:
        raise Denied(404, "Instance not found")
    return nodes[0]


async def push(request: AnyRequest, context: NamedDependency[Context]) -> dict[str, Any]:
    """Leave a sealed packet."""
    values = read_object(await request.body())
    most = int(relay.LONGEST_LIFE.total_seconds())
    usual = int(relay.PACKET_LIFE.total_seconds())
    packet = Packet(
        mesh_id=read_id(values.get("mesh_id"), "mesh_id"),
        sender=read_id(values.get("sender_instance_id"), "sender_instance_id"),
        target=_read_text(values, "target_instance_id", 64),
        payload=_read_bytes(values, "payload_cipher", relay.PACKET_LIMIT),
        nonce=_read_bytes(values, "nonce", _NONCE_LIMIT),
        life=timedelta(seconds=_read_number(values, "ttl_seconds", 1, most, usual)),
    )
    async with context.pool.connection() as conn, conn.transaction():
        return {"ok": True, "packet_id": await relay.push(conn, packet, context.now())}


async def pull(context: NamedDependency[Context], mesh: FromPath[str], instance: FromPath[str]) -> dict[str, Any]:
    """Hand a server its packets."""
    mesh_id, instance_id = read_id(unquote(mesh), "mesh_id"), read_id(unquote(instance), "instance_id")
    async with context.pool.connection() as conn:
        return {"mesh_id": mesh_id, "packets": await relay.pull(conn, mesh_id, instance_id, context.now())}


async def dispatch(request: AnyRequest, context: NamedDependency[Context], target: FromPath[str]) -> dict[str, Any]:
    """Leave a task; the envelope must name the same receiver as the path."""
    values = read_object(await request.body())
    envelope = values.get("envelope")
    if not isinstance(envelope, dict):
        raise Denied(400, "missing envelope.target_uuid")
    named = read_id(envelope.get("target_uuid"), "envelope.target_uuid")
    if named != unquote(target):
        raise Denied(400, "target_uuid of the path and of the envelope differ")
    sender, kind = _read_text(envelope, "sender_uuid", 64), _read_text(envelope, "kind", 100)
    now = context.now()
    async with context.pool.connection() as conn, conn.transaction():
        return {
            "task_id": await relay.dispatch(conn, named, sender, kind, values, now),
            "queued_at": now.isoformat(),
        }


async def poll(context: NamedDependency[Context], node: FromPath[str]) -> dict[str, Any]:
    """Give a server its tasks, and when to ask again."""
    async with context.pool.connection() as conn:
        tasks = await relay.list_tasks(conn, read_id(unquote(node), "instance_id"), context.now())
    return {"tasks": tasks, "next_poll_in_seconds": relay.BUSY_POLL_S if tasks else relay.IDLE_POLL_S}


async def acknowledge(request: AnyRequest, context: NamedDependency[Context], task: FromPath[str]) -> dict[str, Any]:
    """Keep a server's answer to a task."""
    body = await request.body()
    result = read_object(body) if body.strip() else {}
    async with context.pool.connection() as conn:
        if not await relay.answer_task(conn, _read_task(task), result, context.now()):
            raise Denied(404, "There is no such task")
    return {"ok": True, "task_id": task}


async def result(context: NamedDependency[Context], task: FromPath[str]) -> dict[str, Any]:
    """Tell the sender how far its task is."""
    async with context.pool.connection() as conn:
        found = await relay.read_result(conn, _read_task(task))
    if found is None:
        raise Denied(404, "There is no such task")
    return found


def _read_task(text: str) -> str | None:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None


def _read_text(values: dict[str, Any], name: str, limit: int) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > limit or not value.isprintable():
        raise Denied(400, f"{name} must be a text of at most {limit} characters")
    return value


def _read_number(values: dict[str, Any], name: str, least: int, most: int, usual: int) -> int:
    value = values.get(name)
    value = usual if value is None else value
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Denied(400, f"{name} must be a number from {least} to {most}")
    return value


def _read_bytes(values: dict[str, Any], name: str, limit: int) -> bytes:
    value = values.get(name)
    try:
        data = base64.b64decode(value if isinstance(value, str) else "!", validate=True)
    except ValueError as error:
        raise Denied(400, f"{name} is not standard base64") from error
    if len(data) > limit:
        raise Denied(413, "Request body too large")
    return data


ROUTES = (
    Route("POST", "/E/register", Access.INSTANCE, register),
    Route("GET", "/E/mesh/{mesh:str}/status", Access.INSTANCE, mesh_status),
    Route("GET", "/E/mesh/{mesh:str}/resolve/{instance:str}", Access.INSTANCE, resolve),
    Route("POST", "/E/push", Access.INSTANCE, push, body_limit=PUSH_LIMIT),
    Route("GET", "/E/pull/{mesh:str}/{instance:str}", Access.INSTANCE, pull),
    Route("POST", "/E/m/dispatch/{target:str}", Access.INSTANCE, dispatch, body_limit=relay.TASK_LIMIT),
    Route("GET", "/E/m/poll/{node:str}", Access.INSTANCE, poll),
    Route("POST", "/E/m/ack/{task:str}", Access.INSTANCE, acknowledge),
    Route("GET", "/E/m/result/{task:str}", Access.INSTANCE, result),
)
