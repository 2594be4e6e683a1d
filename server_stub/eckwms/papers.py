"""What clients hand in beside scans: documents and events of repairs, kept as they are; and what they ask back."""

import math
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.eckwms.bodies import read_required, read_text
from server_stub.eckwms.client import Client
from server_stub.eckwms.goods import Row
from server_stub.eckwms.replies import Reply
from server_stub.ids import new_id

REPAIR_PREFIX = "REP-"
_OPEN = "SELECT number FROM repair_order WHERE serial_number = %s AND status IN ('pending', 'in_progress') LIMIT 1"
_LAST = "SELECT coalesce(max(substr(number, 14)::int), 0) FROM repair_order WHERE number LIKE %s"
_FILES = """
SELECT i.image_id::text, i.sha256, i.size, i.mime, u.used_at FROM uploaded_image i JOIN (
    SELECT image_id, min(made_at) AS used_at FROM image_use WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s
    GROUP BY image_id) u USING (image_id)
WHERE u.used_at >= %(since)s ORDER BY u.used_at, i.image_id LIMIT %(limit)s OFFSET %(offset)s
"""
_USES = """
SELECT id::text, image_id::text, order_id, barcode_data, scan_mode, user_id, made_at FROM image_use
WHERE (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) AND made_at >= %(since)s
ORDER BY made_at, id LIMIT %(limit)s OFFSET %(offset)s
"""


async def keep_document(conn: Connection, client: Client, values: dict[str, Any], now: datetime) -> Reply:
    """Keep a document of any kind. Raises Denied 400."""
    kind = read_required(values, "type", 100)
    ident = await _keep(conn, client, kind, read_text(values, "format", limit=100), values.get("payload"), now)
    return Reply(201, {"success": True, "documentId": ident, "message": "Document saved"})


async def keep_repair_event(conn: Connection, client: Client, values: dict[str, Any], now: datetime) -> Reply:
    """Keep an event of a repair; `device_bound` opens an order for the serial number unless one is open."""
    serial, event = read_required(values, "target_device_id", 200), read_required(values, "event_type", 100)
    await _keep(conn, client, "repair_event", event, values, now)
    if event != "device_bound":
        return Reply(200, {"success": True})
    number, created = await _repair_for(conn, client, serial, now)
    return Reply(200, {"success": True, "created": created, "order_number": number})


async def _keep(conn: Connection, client: Client, kind: str, form: str, payload: object, now: datetime) -> str:
    ident = new_id()
    await conn.execute(
        """INSERT INTO client_document (id, shop_id, owner, device_uuid, type, format, payload, made_at)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
        (ident, client.shop or None, client.owner, client.device_uuid, kind, form, Jsonb(_plain(payload)), now),
    )
    return ident


def _plain(value: Any) -> Any:
    """Make JSON of what was read: exact fractions as text would surprise clients, so they are numbers again."""
    if isinstance(value, dict):
        return {_clean(str(name)): _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return _clean(value)
    if value is None or isinstance(value, bool | int):
        return value
    number = float(value)
    return number if math.isfinite(number) else str(value)


def _clean(text: str) -> str:
    """Leave out what PostgreSQL cannot keep."""
    return text.replace("\0", "")


async def _repair_for(conn: Connection, client: Client, serial: str, now: datetime) -> tuple[str, bool]:
    await conn.execute("SELECT pg_advisory_xact_lock(hashtext('repair_order'), 0)")
    row = await (await conn.execute(_OPEN, (serial,))).fetchone()
    if row is not None:
        return str(row[0]), False
    day = f"{REPAIR_PREFIX}{now:%Y%m%d}-"
    last = await (await conn.execute(_LAST, (day + "%",))).fetchone()
    number = f"{day}{(last[0] if last else 0) + 1:04d}"
    await conn.execute(
        """INSERT INTO repair_order (number, shop_id, serial_number, status, opened_at)
           VALUES (%s, %s, %s, 'pending', %s)""",
        (number, client.shop or None, serial, now),
    )
    return number, True


async def list_files(conn: Connection, shop: str, since: datetime, limit: int, offset: int) -> list[Row]:
    """Give what is known of the pictures that a shop sent since a moment, the oldest first."""
    values = {"shop": shop or None, "since": since, "limit": limit, "offset": offset}
    return [
        {
            "id": ident,
            "hash": bytes(sha256).hex(),
            "size": size,
            "mime_type": mime,
            "created_at": at.isoformat(),
            "updated_at": at.isoformat(),
        }
        for ident, sha256, size, mime, at in await (await conn.execute(_FILES, values)).fetchall()
    ]


async def list_attachments(conn: Connection, shop: str, since: datetime, limit: int, offset: int) -> list[Row]:
    """Give what pictures were sent for since a moment, the oldest first."""
    values = {"shop": shop or None, "since": since, "limit": limit, "offset": offset}
    return [
        {
            "id": ident,
            "file_resource_id": image,
            "res_model": "order" if order else "scan",
            "res_id": order or barcode,
            "tags": mode,
            "user_id": user,
            "created_at": at.isoformat(),
            "updated_at": at.isoformat(),
        }
        for ident, image, order, barcode, mode, user, at in await (await conn.execute(_USES, values)).fetchall()
    ]
