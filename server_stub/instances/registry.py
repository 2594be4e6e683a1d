"""The register of instances: what they say of themselves, what an admin approved, what they hand over."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied, Refusal
from server_stub.journal.cases import close_case, open_case


@dataclass(frozen=True, slots=True)
class InstanceRow:
    """A server of the family; `public_url` is empty until an admin approved it, `asked_url` is what it says itself."""

    id: str
    name: str
    tier: str
    status: str
    shop: str
    public_key: bytes
    public_url: str
    lan_address: str
    proved_at: datetime | None
    asked_url: str
    local_ips: list[str]
    port: int
    detected_ip: str
    last_seen: datetime


_COLUMNS = """id, name, tier, status, coalesce(shop_id::text, '') AS shop, coalesce(public_key, '') AS public_key,
    coalesce(public_url, '') AS public_url, coalesce(lan_address, '') AS lan_address, proved_at, asked_url, local_ips,
    port, detected_ip, last_seen"""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an instance says of itself; `public_key` has 32 raw bytes, or none when it did not send one."""

    instance_id: str
    public_key: bytes
    asked_url: str
    local_ips: tuple[str, ...]
    port: int
    traceroute: str
    detected_ip: str


async def register(conn: Connection, said: Announcement, now: datetime) -> bool:
    """Make an instance known as pending, or renew what is known of it; tells whether it is new.

    What was approved stays as it is. Raises Denied 409 for another key than the known one, which becomes a case.
    """
    if said.public_key and await _has_other_key(conn, said):
        detail = f"A server at {said.detected_ip} asked to be this instance with another key."
        await open_case(conn, "instance.other_key", said.instance_id, detail)
        await conn.commit()
        raise Denied(409, "Instance is registered with another key")
    saved = await conn.execute(
        """INSERT INTO instance (id, name, status, public_key, asked_url, local_ips, port, traceroute, detected_ip,
             last_seen, created_at, updated_at)
           VALUES (%(id)s, %(name)s, 'pending', nullif(%(key)s, ''::bytea), %(url)s, %(ips)s, %(port)s, %(trace)s,
             %(ip)s, %(now)s, %(now)s, %(now)s)
           ON CONFLICT (id) DO UPDATE SET public_key = coalesce(instance.public_key, excluded.public_key),
             asked_url = excluded.asked_url, local_ips = excluded.local_ips, port = excluded.port,
             traceroute = excluded.traceroute, detected_ip = excluded.detected_ip, last_seen = excluded.last_seen
           RETURNING xmax = 0""",
        {
            "id": said.instance_id,
            "name": f"Instance {said.instance_id[:8]}",
            "key": said.public_key,
            "url": said.asked_url,
            "ips": list(said.local_ips),
            "port": said.port,
            "trace": said.traceroute,
            "ip": said.detected_ip,
            "now": now,
        },
    )
    row = await saved.fetchone()
    return bool(row and row[0])


async def _has_other_key(conn: Connection, said: Announcement) -> bool:
    found = await conn.execute(
        "SELECT 1 FROM instance WHERE id = %s AND public_key IS NOT NULL AND public_key <> %s FOR UPDATE",
        (said.instance_id, said.public_key),
    )
    return await found.fetchone() is not None


async def find_instance(conn: Connection, instance_id: str) -> InstanceRow | None:
    """Find an instance by its id."""
    async with conn.cursor(row_factory=class_row(InstanceRow)) as cursor:
        await cursor.execute(f"SELECT {_COLUMNS} FROM instance WHERE id = %s", (instance_id,))  # noqa: S608
        return await cursor.fetchone()


async def get_instance(conn: Connection, instance_id: str) -> InstanceRow:
    """Read an instance. Raises Refusal `instance.unknown`."""
    found = await find_instance(conn, instance_id)
    if found is None:
        remedy = "eckwms-server instances list shows them."
        raise Refusal("instance.unknown", f"No instance {instance_id!r} is registered", remedy)
    return found


async def list_instances(conn: Connection, after: str = "", limit: int = 1000) -> Sequence[InstanceRow]:
    """List instances by id, those after `after`."""
    async with conn.cursor(row_factory=class_row(InstanceRow)) as cursor:
        await cursor.execute(
            f"SELECT {_COLUMNS} FROM instance WHERE id > %s ORDER BY id LIMIT %s",  # noqa: S608
            (after, limit),
        )
        return await cursor.fetchall()


async def set_approved(
    conn: Connection, instance_id: str, public_url: str, lan_address: str, shop: str, now: datetime
) -> InstanceRow:
    """Make an instance active at the address it has proved. Raises Refusal `instance.url` when another one has it."""
    taken = await conn.execute("SELECT id FROM instance WHERE public_url = %s AND id <> %s", (public_url, instance_id))
    if row := await taken.fetchone():
        raise Refusal("instance.url", f"{public_url} belongs to instance {row[0]}", "Block or forget that one first.")
    await conn.execute(
        """UPDATE instance SET status = 'active', public_url = %s, lan_address = nullif(%s, ''),
             shop_id = nullif(%s, '')::uuid, proved_at = %s, updated_at = %s WHERE id = %s""",
        (public_url, lan_address, shop, now, now, instance_id),
    )
    return await get_instance(conn, instance_id)


async def block(conn: Connection, instance_id: str, now: datetime) -> InstanceRow:
    """Stop an instance: nothing reaches it through the centre. Registering again does not bring it back."""
    await get_instance(conn, instance_id)
    await conn.execute("UPDATE instance SET status = 'blocked', updated_at = %s WHERE id = %s", (now, instance_id))
    return await get_instance(conn, instance_id)


async def forget(conn: Connection, instance_id: str) -> None:
    """Take an instance out of the register, so that it may register with a new key."""
    await get_instance(conn, instance_id)
    await conn.execute("DELETE FROM instance WHERE id = %s", (instance_id,))
    await close_case(conn, "instance.other_key", instance_id)


async def store_item(conn: Connection, kind: str, item_id: str, data: object, now: datetime) -> None:
    """Keep what an instance hands over; the same type and id again replaces it."""
    await conn.execute(
        """INSERT INTO instance_item (type, id, data, received_at) VALUES (%s, %s, %s, %s)
           ON CONFLICT (type, id) DO UPDATE SET data = excluded.data, received_at = excluded.received_at""",
        (kind, item_id, json.dumps(data), now),
    )
