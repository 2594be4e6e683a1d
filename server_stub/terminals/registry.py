"""The register of terminals: who asked to be known, with which key, in what state, for which shop.

The rules are those of the eckWMS device protocol, made safe: a known device's key is never replaced by asking, and
a blocked device never comes back by registering again.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied, Refusal
from server_stub.identity.tokens import hash_enrolment, new_enrolment
from server_stub.journal.cases import close_case, open_case
from server_stub.terminals.registration import is_device_id, is_uuid, parse_uuid
from sync.chain import derive_key_id
from sync.wire.fingerprint import fingerprint_groups, fingerprint_words
from sync.wire.messages import Registration

STATUS_CHANNEL = "eckwms_devices"


@dataclass(frozen=True, slots=True)
class Device:
    """A registered terminal; `shop` and `receipt_prefix` are empty until it is approved for a shop."""

    device_uuid: str
    device_id: str
    name: str
    status: str
    shop: str
    receipt_prefix: str
    last_seen: datetime | None
    created_at: datetime


_COLUMNS = """device_uuid::text, device_id, name, status, coalesce(shop_id::text, '') AS shop,
    coalesce(receipt_prefix, '') AS receipt_prefix, last_seen, created_at"""


class _OtherKey(Exception):
    """A known device id came with a key that the device does not have."""


async def register(conn: Connection, registration: Registration, public_key: bytes, now: datetime) -> Device:
    """Make a device known, or recognise it.

    A foreign key is not taken: who shows it is told `pending`, a case tells the manager, the device works on.
    """
    try:
        async with conn.transaction():
            return await _register(conn, registration, public_key, now)
    except _OtherKey as error:
        device = await get_device(conn, str(error))
        await open_case(conn, "device.other_key", device.device_uuid, _warn(public_key), device_uuid=device.device_uuid)
        return replace(
            device, status="blocked" if device.status == "blocked" else "pending", shop="", receipt_prefix=""
        )


def _warn(public_key: bytes) -> str:
    return (
        "A machine with another key asked to be this device; its key reads "
        f"{fingerprint_groups(public_key)} ({fingerprint_words(public_key)}). "
        "If it replaces the old one, issue a token for this very device."
    )


async def _register(conn: Connection, registration: Registration, public_key: bytes, now: datetime) -> Device:
    device_uuid, is_new = await _find_or_add(conn, registration, now)
    redeemed = await _redeem(conn, registration, device_uuid, now)
    key_id = derive_key_id(public_key)
    if not await _has_key(conn, device_uuid, key_id):
        if not is_new and not redeemed.bound:
            raise _OtherKey(device_uuid)
        await conn.execute(
            "INSERT INTO device_key (device_uuid, key_id, public_key, created_at) VALUES (%s, %s, %s, %s)",
            (device_uuid, key_id, public_key, now),
        )
        await close_case(conn, "device.other_key", device_uuid)
    if redeemed.shop:
        await _activate(conn, device_uuid, redeemed.shop, now)
    await conn.execute(
        "UPDATE registered_devices SET last_seen = %s, name = coalesce(nullif(%s, ''), name) WHERE device_uuid = %s",
        (now, registration.device_name, device_uuid),
    )
    return await get_device(conn, device_uuid)


async def _find_or_add(conn: Connection, registration: Registration, now: datetime) -> tuple[str, bool]:
    """Give the device's uuid, locked, and whether it is new. A UUID as device id is kept, else one is made."""
    device_id = registration.device_id
    device_uuid = device_id if is_uuid(device_id) else str(uuid.uuid4())
    added = await conn.execute(
        """INSERT INTO registered_devices (device_uuid, device_id, name, status, created_at, updated_at)
           VALUES (%s, %s, %s, 'pending', %s, %s) ON CONFLICT DO NOTHING RETURNING device_uuid::text""",
        (device_uuid, device_id, registration.device_name, now, now),
    )
    if row := await added.fetchone():
        return str(row[0]), True
    known = await conn.execute(
        "SELECT device_uuid::text FROM registered_devices WHERE device_id = %s FOR UPDATE", (device_id,)
    )
    row = await known.fetchone()
    if row is None:
        raise Denied(409, "deviceId is the number of another device")
    return str(row[0]), False


async def _has_key(conn: Connection, device_uuid: str, key_id: str) -> bool:
    found = await conn.execute("SELECT 1 FROM device_key WHERE device_uuid = %s AND key_id = %s", (device_uuid, key_id))
    return await found.fetchone() is not None


@dataclass(frozen=True, slots=True)
class _Redeemed:
    """What an enrolment token gives: a shop, and, when issued for this very device, the right to a new key."""

    shop: str = ""
    bound: bool = False


async def _redeem(conn: Connection, registration: Registration, device_uuid: str, now: datetime) -> _Redeemed:
    """Use up the enrolment token of the registration; a worthless one gives nothing, as does none."""
    if not registration.invite_token:
        return _Redeemed()
    used = await conn.execute(
        """UPDATE enrolment_token AS t SET used_at = %(now)s, used_by = %(device)s
           FROM registered_devices AS d
           WHERE t.hash = %(hash)s AND t.used_at IS NULL AND t.expires_at > %(now)s
             AND (t.device_id IS NULL OR t.device_id = %(device_id)s)
             AND d.device_uuid = %(device)s AND d.status <> 'blocked'
           RETURNING t.shop_id::text, t.device_id IS NOT NULL""",
        {
            "now": now,
            "device": device_uuid,
            "hash": hash_enrolment(registration.invite_token),
            "device_id": registration.device_id,
        },
    )
    row = await used.fetchone()
    return _Redeemed(row[0], row[1]) if row else _Redeemed()


async def _activate(conn: Connection, device_uuid: str, shop: str, now: datetime) -> None:
    """Let the device work for a shop; it keeps its receipt prefix there, or gets the next one (T01, T02 ...).

    What another shop invited it with before holds no more.
    """
    await conn.execute(
        """UPDATE enrolment_token AS t SET expires_at = least(t.expires_at, %(now)s) FROM registered_devices AS d
           WHERE d.device_uuid = %(device)s AND t.device_id = d.device_id AND t.used_at IS NULL
             AND t.shop_id <> %(shop)s""",
        {"now": now, "shop": shop, "device": device_uuid},
    )
    await conn.execute("SELECT 1 FROM shop WHERE id = %s FOR UPDATE", (shop,))
    await conn.execute(
        """UPDATE registered_devices SET status = 'active', updated_at = %(now)s, shop_id = %(shop)s,
             receipt_prefix = CASE WHEN shop_id = %(shop)s AND receipt_prefix IS NOT NULL THEN receipt_prefix ELSE (
               SELECT 'T' || lpad(n::text, greatest(2, length(n::text)), '0') FROM (
                 SELECT 1 + coalesce(max(substring(receipt_prefix FROM '^T([0-9]+)$')::int), 0) AS n
                 FROM registered_devices WHERE shop_id = %(shop)s) AS next) END
           WHERE device_uuid = %(device)s""",
        {"now": now, "shop": shop, "device": device_uuid},
    )
    await _announce(conn, device_uuid, "active")


async def _announce(conn: Connection, device_uuid: str, status: str) -> None:
    payload = json.dumps({"device_uuid": device_uuid, "status": status})
    await conn.execute("SELECT pg_notify(%s, %s)", (STATUS_CHANNEL, payload))


async def get_device(conn: Connection, device_uuid: str) -> Device:
    """Read a device that is known to exist."""
    device = await find_device(conn, device_uuid)
    if device is None:
        raise Refusal("device.unknown", f"No device {device_uuid!r} is registered", "eckwms-server devices lists them.")
    return device


async def find_device(conn: Connection, key: str) -> Device | None:
    """Find a device by its uuid or by the id it registered with."""
    async with conn.cursor(row_factory=class_row(Device)) as cursor:
        await cursor.execute(
            f"SELECT {_COLUMNS} FROM registered_devices WHERE device_id = %s OR device_uuid = %s "  # noqa: S608
            "ORDER BY device_id = %s DESC LIMIT 1",
            (key, parse_uuid(key), key),
        )
        return await cursor.fetchone()


async def find_seen(conn: Connection, shop: str | None, key: str) -> Device | None:
    """Find a device as those of a shop see it: their own, or one that has no shop yet; without a shop any."""
    found = await find_device(conn, key) if is_device_id(key) else None
    return None if found is not None and shop and found.shop not in ("", shop) else found


async def list_devices(conn: Connection) -> list[Device]:
    """List all devices, the newest last."""
    async with conn.cursor(row_factory=class_row(Device)) as cursor:
        await cursor.execute(f"SELECT {_COLUMNS} FROM registered_devices ORDER BY created_at, device_id")  # noqa: S608
        return await cursor.fetchall()


async def page_devices(conn: Connection, shop: str | None, after: str, limit: int) -> list[Device]:
    """List devices by their id, those after `after`; with a shop, its own and those that have none yet."""
    async with conn.cursor(row_factory=class_row(Device)) as cursor:
        await cursor.execute(
            f"""SELECT {_COLUMNS} FROM registered_devices WHERE device_id > %(after)s
                AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s::uuid OR shop_id IS NULL)
                ORDER BY device_id LIMIT %(limit)s""",  # noqa: S608
            {"after": after, "shop": shop, "limit": limit},
        )
        return await cursor.fetchall()


async def read_keys(conn: Connection, device_uuids: Sequence[str]) -> dict[str, bytes]:
    """Give the newest public key of each of these devices."""
    found = await conn.execute(
        """SELECT DISTINCT ON (device_uuid) device_uuid::text, public_key FROM device_key
           WHERE device_uuid = ANY(%s::uuid[]) ORDER BY device_uuid, created_at DESC""",
        (list(device_uuids),),
    )
    return dict(await found.fetchall())


async def change_status(conn: Connection, key: str, status: str, shop: str, now: datetime) -> Device:
    """Do what an admin decided: active (for a shop), pending or blocked, whatever it was. Raises Refusal."""
    async with conn.transaction():
        device = await get_device(conn, key)
        if status != "active":
            await _set_status(conn, device.device_uuid, status, now)
            return await get_device(conn, device.device_uuid)
        if device.status == "blocked":
            await _set_status(conn, device.device_uuid, "pending", now)
        return await approve(conn, device.device_uuid, shop, now)


async def approve(conn: Connection, key: str, shop: str, now: datetime) -> Device:
    """Let a pending device work for a shop (its own when it has one). Raises Refusal: unknown, blocked, no shop."""
    async with conn.transaction():
        device = await get_device(conn, key)
        if device.status == "blocked":
            raise Refusal("device.blocked", f"{_title(device)} is blocked", "Unblock it first: eckwms-server unblock.")
        shop = shop or device.shop
        if not shop:
            raise Refusal("device.shop", f"{_title(device)} belongs to no shop yet", "Name one with --shop.")
        await _activate(conn, device.device_uuid, shop, now)
        return await get_device(conn, device.device_uuid)


async def block(conn: Connection, key: str, now: datetime) -> Device:
    """Stop a device: it may hand in what it has, and nothing else."""
    async with conn.transaction():
        device = await get_device(conn, key)
        await _set_status(conn, device.device_uuid, "blocked", now)
        return await get_device(conn, device.device_uuid)


async def unblock(conn: Connection, key: str, now: datetime) -> Device:
    """Give a blocked device back the state it had: active when it has a shop, else pending."""
    async with conn.transaction():
        device = await get_device(conn, key)
        if device.status != "blocked":
            raise Refusal("device.not_blocked", f"{_title(device)} is {device.status}, not blocked")
        await _set_status(conn, device.device_uuid, "active" if device.shop else "pending", now)
        return await get_device(conn, device.device_uuid)


async def _set_status(conn: Connection, device_uuid: str, status: str, now: datetime) -> None:
    await conn.execute(
        "UPDATE registered_devices SET status = %s, updated_at = %s WHERE device_uuid = %s", (status, now, device_uuid)
    )
    await _announce(conn, device_uuid, status)


def _title(device: Device) -> str:
    return device.name or device.device_id


async def create_enrolment_token(
    conn: Connection, shop: str, life: timedelta, now: datetime, device_id: str | None = None
) -> str:
    """Make a token that enrols one device once, within `life`; with `device_id`, that device only."""
    token = new_enrolment()
    await conn.execute(
        """INSERT INTO enrolment_token (hash, shop_id, device_id, created_at, expires_at)
           VALUES (%s, %s, %s, %s, %s)""",
        (hash_enrolment(token), shop, device_id, now, now + life),
    )
    return token


async def renew_enrolment_token(conn: Connection, token_hash: bytes, now: datetime) -> str | None:
    """Put a new token in the place of one that still holds, which is void from then on; its end stays. Else None."""
    token = new_enrolment()
    renewed = await conn.execute(
        "UPDATE enrolment_token SET hash = %s WHERE hash = %s AND used_at IS NULL AND expires_at > %s",
        (hash_enrolment(token), token_hash, now),
    )
    return token if renewed.rowcount else None
