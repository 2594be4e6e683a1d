"""Who is calling: a device proves its key against a challenge and gets tokens; each request reads its state anew.

A block works at once, because a token says who a device is and never what it may do.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity import families, tokens
from server_stub.identity.families import Holder
from sync.chain import verify_signature
from sync.wire.messages import DeviceProof, Tokens, auth_message


@dataclass(frozen=True, slots=True)
class Caller:
    """A device that has proved one of its keys.

    A superseded key (the device has a newer one) may hand in what it sealed, and nothing else.
    """

    device_uuid: str
    device_id: str
    registered_status: str
    shop: str
    receipt_prefix: str
    key_id: str
    public_key: bytes
    superseded: bool
    last_seen: datetime | None

    @property
    def status(self) -> str:
        """Active, pending or blocked, as this key is to know it."""
        return "pending" if self.superseded and self.registered_status == "active" else self.registered_status

    @property
    def may_read(self) -> bool:
        """Feeds are for devices of a shop that are not blocked; `pending` after a fork still reads (design 4)."""
        return self.status != "blocked" and not self.superseded and bool(self.shop)


_CALLERS = """
    SELECT d.device_uuid::text, d.device_id, d.status AS registered_status, coalesce(d.shop_id::text, '') AS shop,
      coalesce(d.receipt_prefix, '') AS receipt_prefix, k.key_id, k.public_key, d.last_seen,
      EXISTS (SELECT 1 FROM device_key AS n WHERE n.device_uuid = d.device_uuid AND n.created_at > k.created_at)
        AS superseded
    FROM registered_devices AS d JOIN device_key AS k USING (device_uuid)
"""
_AMONG = """
    JOIN unnest(%s::uuid[], %s::text[]) AS asked(device, key) ON asked.device = d.device_uuid AND asked.key = k.key_id
"""
_SEEN = """
    UPDATE registered_devices SET last_seen = %(now)s WHERE device_uuid IN (
      SELECT device_uuid FROM registered_devices WHERE device_uuid = ANY(%(devices)s::uuid[])
      FOR NO KEY UPDATE SKIP LOCKED)
"""


def expired() -> Denied:
    """Say that a token proves nothing, whatever is wrong with it."""
    return Denied(401, "Invalid or expired token")


async def _find_caller(conn: Connection, device_uuid: str, key_id: str) -> Caller | None:
    async with conn.cursor(row_factory=class_row(Caller)) as cursor:
        await cursor.execute(_CALLERS + "WHERE d.device_uuid = %s AND k.key_id = %s", (device_uuid, key_id))
        return await cursor.fetchone()


async def get_caller(conn: Connection, device_uuid: str, key_id: str) -> Caller:
    """Read the state of a device and one of its keys. Raises Denied 401 when there is no such pair."""
    caller = await _find_caller(conn, device_uuid, key_id)
    if caller is None:
        raise expired()
    return caller


async def find_callers(conn: Connection, pairs: Iterable[tuple[str, str]]) -> list[Caller]:
    """Read the states of devices and their keys, asked for by (device_uuid, key_id); leaves out unknown pairs."""
    devices, keys = zip(*pairs, strict=True)
    async with conn.cursor(row_factory=class_row(Caller)) as cursor:
        await cursor.execute(_CALLERS + _AMONG, (list(devices), list(keys)))
        return await cursor.fetchall()


async def note_seen(conn: Connection, device_uuids: list[str], now: datetime) -> None:
    """Note that these devices are there; a row that somebody else is writing is left for the next time."""
    await conn.execute(_SEEN, {"now": now, "devices": device_uuids})


async def answer_challenge(conn: Connection, secret: bytes, proof: DeviceProof, now: datetime) -> Tokens:
    """Give tokens for a signed challenge. Raises Denied: 401 stale or used, 403 bad signature, 404 unknown."""
    expires_at = tokens.check_challenge(secret, proof.device_id, proof.nonce, now)
    if expires_at is None:
        raise Denied(401, "Invalid or expired challenge")
    async with conn.transaction():
        caller = await _match_key(conn, proof)
        used = await conn.execute(
            "INSERT INTO used_nonce (nonce, expires_at) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (proof.nonce, expires_at),
        )
        if used.rowcount != 1:
            raise Denied(401, "Invalid or expired challenge")
        holder = Holder(families.new_family(), device_uuid=caller.device_uuid, key_id=caller.key_id)
        return await _issue(conn, secret, caller, holder, now)


async def _match_key(conn: Connection, proof: DeviceProof) -> Caller:
    """Find the key of the device that signed the proof."""
    async with conn.cursor(row_factory=class_row(Caller)) as cursor:
        await cursor.execute(_CALLERS + "WHERE d.device_id = %s ORDER BY k.created_at DESC", (proof.device_id,))
        candidates = await cursor.fetchall()
    if not candidates:
        raise Denied(404, "Device not registered")
    try:
        signature = base64.b64decode(proof.signature, validate=True)
    except ValueError as error:
        raise Denied(400, "signature is not standard base64") from error
    message = auth_message(proof.device_id, proof.nonce)
    for caller in candidates:
        if verify_signature(caller.public_key, message, signature):
            return caller
    raise Denied(403, "Invalid signature")


async def renew_device(conn: Connection, secret: bytes, holder: Holder, now: datetime) -> Tokens:
    """Give the next tokens of a family to the device that it belongs to."""
    caller = await get_caller(conn, holder.device_uuid or "", holder.key_id or "")
    return await _issue(conn, secret, caller, holder, now)


async def _issue(conn: Connection, secret: bytes, caller: Caller, holder: Holder, now: datetime) -> Tokens:
    return Tokens(
        access=tokens.issue_access(secret, caller.device_uuid, caller.key_id, now),
        refresh=await families.give(conn, holder, now),
        expires_in=int(tokens.ACCESS_LIFE.total_seconds()),
        status=caller.status,
    )


async def prune_tokens(conn: Connection, now: datetime) -> None:
    """Forget refresh tokens and nonces that have expired."""
    await conn.execute("DELETE FROM refresh_token WHERE expires_at < %s", (now,))
    await conn.execute("DELETE FROM used_nonce WHERE expires_at < %s", (now,))
