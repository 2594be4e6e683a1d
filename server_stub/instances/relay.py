"""What servers that cannot reach one another leave here for each other: who is there, sealed packets, tasks.

The centre looks into none of it. Packets and tasks are kept for a while, and so many for each receiver.
"""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from litestar.exceptions import TooManyRequestsException
from msgspec import Raw
from psycopg.types.json import Json

from server_stub.database import Connection
from server_stub.ids import new_id

PACKET_LIMIT, TASK_LIMIT = 1 << 20, 64 << 10
"""Bytes: of one sealed packet, and of a request that leaves a task, which is given again at each poll."""
AT_ONCE, MOST_WAITING = 50, 1000
"""Packets or tasks given at a time, and how many may wait for one receiver."""
PULL_LIMIT = 4 << 20
"""Bytes of the packets given at a time; the rest is there for the next call."""
PACKET_LIFE, LONGEST_LIFE, TASK_LIFE = timedelta(hours=1), timedelta(days=7), timedelta(days=1)
RESULT_KEPT = timedelta(hours=1)
SILENT_AFTER = timedelta(minutes=15)
"""Servers call in every five minutes; one that was not heard of for this long is offline."""
BUSY_POLL_S, IDLE_POLL_S = 3, 30

Row = dict[str, Any]

_NODES = """
SELECT instance_id, external_ip, port, CASE WHEN last_seen < %(silent)s THEN 'offline' ELSE status END, base_url,
    lan_url, node_role, last_seen
FROM relay_node WHERE mesh_id = %(mesh)s AND (%(instance)s = '' OR instance_id = %(instance)s)
ORDER BY last_seen DESC, instance_id LIMIT 1000
"""
_TARGETS = """
SELECT instance_id FROM relay_node WHERE mesh_id = %(mesh)s AND instance_id <> %(sender)s
    AND (instance_id = %(target)s OR (last_seen >= %(silent)s AND status = 'online' AND NOT EXISTS (
        SELECT 1 FROM relay_node WHERE mesh_id = %(mesh)s AND instance_id = %(target)s)))
LIMIT 1000
"""
_PULL = """
WITH oldest AS (
    SELECT id, created_at, octet_length(payload) AS size FROM relay_packet
    WHERE mesh_id = %(mesh)s AND target_id = %(target)s AND expires_at > %(now)s
    ORDER BY created_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED),
given AS (SELECT id, sum(size) OVER (ORDER BY created_at, id) AS upto, size FROM oldest)
DELETE FROM relay_packet p USING given g WHERE p.id = g.id AND (g.upto <= %(bytes)s OR g.upto = g.size)
RETURNING p.id::text, p.sender_id, p.payload, p.nonce, p.created_at, p.expires_at
"""
_WAITING_TASKS = """
SELECT id::text, target_id, sender_id, kind, payload::text, created_at FROM relay_task
WHERE target_id = %s AND acked_at IS NULL AND created_at > %s ORDER BY created_at, id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Node:
    """What a server says of itself; nothing of it is used as an address here."""

    instance_id: str
    mesh_id: str
    external_ip: str
    port: int
    status: str
    base_url: str
    lan_url: str
    node_role: str


@dataclass(frozen=True, slots=True)
class Packet:
    """Sealed bytes for one server of a mesh, or, when `target` is none of it, for all others that are there."""

    mesh_id: str
    sender: str
    target: str
    payload: bytes
    nonce: bytes
    life: timedelta


async def note_node(conn: Connection, node: Node, now: datetime) -> None:
    """Note that a server is there."""
    await conn.execute(
        """INSERT INTO relay_node (instance_id, mesh_id, external_ip, port, status, base_url, lan_url, node_role,
             last_seen) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
           ON CONFLICT (instance_id) DO UPDATE SET mesh_id = excluded.mesh_id, external_ip = excluded.external_ip,
             port = excluded.port, status = excluded.status, base_url = excluded.base_url,
             lan_url = excluded.lan_url, node_role = excluded.node_role, last_seen = excluded.last_seen""",
        (
            node.instance_id, node.mesh_id, node.external_ip, node.port, node.status, node.base_url, node.lan_url,
            node.node_role, now,
        ),
    )  # fmt: skip


async def list_nodes(conn: Connection, mesh_id: str, now: datetime, instance_id: str = "") -> list[Row]:
    """Give the servers of a mesh, those heard of last first; with an id that one only."""
    values = {"mesh": mesh_id, "instance": instance_id, "silent": now - SILENT_AFTER}
    names = ("instance_id", "external_ip", "port", "status", "base_url", "lan_url", "node_role", "last_seen")
    rows = await (await conn.execute(_NODES, values)).fetchall()
    return [{"id": row[0], **dict(zip(names, row, strict=True)), "last_seen": row[-1].isoformat()} for row in rows]


async def push(conn: Connection, packet: Packet, now: datetime) -> str:
    """Leave a packet, and give its id. Raises TooManyRequestsException while a receiver does not fetch its own."""
    await prune(conn, now)
    values = {"mesh": packet.mesh_id, "sender": packet.sender, "target": packet.target, "silent": now - SILENT_AFTER}
    targets = [str(row[0]) for row in await (await conn.execute(_TARGETS, values)).fetchall()]
    await _make_room(conn, "SELECT count(*) FROM relay_packet WHERE target_id = ANY(%s) GROUP BY target_id", targets)
    ident = new_id()
    for n, target in enumerate(targets):
        row = (new_id() if n else ident, packet.mesh_id, target, packet.sender, packet.payload, packet.nonce)
        await conn.execute(
            """INSERT INTO relay_packet (id, mesh_id, target_id, sender_id, payload, nonce, created_at, expires_at)
               VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
            (*row, now, now + packet.life),
        )
    return ident


async def pull(conn: Connection, mesh_id: str, instance_id: str, now: datetime) -> list[Row]:
    """Give the oldest packets that wait for a server, `AT_ONCE` or `PULL_LIMIT` at most; they are then gone."""
    values = {"mesh": mesh_id, "target": instance_id, "now": now, "limit": AT_ONCE, "bytes": PULL_LIMIT}
    rows = sorted(await (await conn.execute(_PULL, values)).fetchall(), key=lambda row: (row[4], row[0]))
    return [
        {
            "id": ident,
            "mesh_id": mesh_id,
            "target_instance_id": instance_id,
            "sender_instance_id": sender,
            "payload_cipher": base64.b64encode(payload).decode(),
            "nonce": base64.b64encode(nonce).decode(),
            "created_at": created_at.isoformat(),
            "ttl": expires_at.isoformat(),
        }
        for ident, sender, payload, nonce, created_at, expires_at in rows
    ]


async def dispatch(
    conn: Connection, target: str, sender: str, kind: str, payload: dict[str, Any], now: datetime
) -> str:
    """Leave a task for a server, and give its id. Raises TooManyRequestsException."""
    await prune(conn, now)
    await _make_room(
        conn,
        "SELECT count(*) FROM relay_task WHERE target_id = ANY(%s) AND acked_at IS NULL GROUP BY target_id",
        [target],
    )
    ident = new_id()
    await conn.execute(
        """INSERT INTO relay_task (id, target_id, sender_id, kind, payload, created_at)
           VALUES (%s, %s, %s, %s, %s, %s)""",
        (ident, target, sender, kind, Json(payload), now),
    )
    return ident


async def list_tasks(conn: Connection, target: str, now: datetime) -> list[Row]:
    """Give the tasks of a server that it has not answered, the oldest first; what is in them is passed on unread."""
    rows = await (await conn.execute(_WAITING_TASKS, (target, now - TASK_LIFE, AT_ONCE))).fetchall()
    return [
        {
            "id": ident,
            "target_uuid": target_id,
            "sender_uuid": sender,
            "kind": kind,
            "payload": Raw(payload.encode()),
            "created_at": created_at.isoformat(),
        }
        for ident, target_id, sender, kind, payload, created_at in rows
    ]


async def answer_task(conn: Connection, task_id: str | None, result: object, now: datetime) -> bool:
    """Keep what a server answered to a task; the same again changes nothing. False when there is no such task."""
    answered = await conn.execute(
        """UPDATE relay_task SET acked_at = coalesce(acked_at, %s),
             result = CASE WHEN acked_at IS NULL THEN %s::json ELSE result END WHERE id = %s""",
        (now, Json(result), task_id),
    )
    return answered.rowcount == 1


async def read_result(conn: Connection, task_id: str | None) -> Row | None:
    """Give how far a task is, with the answer when there is one."""
    found = await conn.execute("SELECT created_at, acked_at, result FROM relay_task WHERE id = %s", (task_id,))
    row = await found.fetchone()
    if row is None:
        return None
    created_at, acked_at, result = row
    if acked_at is None:
        return {"status": "pending", "created_at": created_at.isoformat()}
    times = {"created_at": created_at.isoformat(), "acked_at": acked_at.isoformat()}
    return {"status": "completed", "result": result} | times


async def prune(conn: Connection, now: datetime) -> None:
    """Forget what nobody fetched in time, and answers that have been there long enough to be read."""
    await conn.execute("DELETE FROM relay_packet WHERE expires_at <= %s", (now,))
    await conn.execute(
        "DELETE FROM relay_task WHERE acked_at < %s OR created_at < %s", (now - RESULT_KEPT, now - TASK_LIFE)
    )


async def _make_room(conn: Connection, count: str, targets: list[str]) -> None:
    rows = await (await conn.execute(count.encode(), (targets,))).fetchall()
    if any(waiting >= MOST_WAITING for (waiting,) in rows):
        raise TooManyRequestsException("The receiver has not fetched what waits", headers={"Retry-After": "60"})
