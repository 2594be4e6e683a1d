"""Take one scan: log it, say what it means, and answer the same message number with the same answer."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.eckwms.bodies import read_text, read_whole
from server_stub.eckwms.client import Client, bind_client
from server_stub.eckwms.fingerprints import scan_checksum
from server_stub.eckwms.meaning import Finding, find_meaning
from server_stub.eckwms.replies import LONGEST_KEY, Message, Reply, answer_once
from server_stub.faults import Denied
from server_stub.identity.callers import AnyCaller

TAKEN = 201
_LOG = """
INSERT INTO scan (shop_id, owner, device_uuid, code, symbology, msg_id, order_id, priority, checksum, type, action,
    entity_id, scanned_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan as it came; `symbology` is the code's kind (`EAN_13`), `checksum` what is answered for it."""

    code: str
    symbology: str
    msg_id: str
    order_id: str
    priority: int
    checksum: str


def read_scan(values: dict[str, Any]) -> Scan:
    """Read a scan of either generation: the code is called `payload` by the first, `barcode` by later ones.

    The first generation is told the centre's own check sum of the code, later ones get back theirs. Raises Denied 400.
    """
    code = read_text(values, "payload", "barcode")
    if not code:
        raise Denied(400, "Payload is required")
    sent = read_text(values, "checksum", limit=64) if not values.get("payload") else ""
    return Scan(
        code=code,
        symbology=read_text(values, "type", limit=64),
        msg_id=read_text(values, "msgId", limit=LONGEST_KEY),
        order_id=read_text(values, "orderId", limit=100),
        priority=read_whole(values, "priority", 0, -1000, 1000),
        checksum=sent or scan_checksum(code),
    )


async def take_scan(context: Context, user: AnyCaller, values: dict[str, Any]) -> Reply:
    """Log and answer a scan; one whose number was answered before gets that answer again, marked as a duplicate.

    Raises Denied (400, 403, 409) and NotNow.
    """
    scan, now = read_scan(values), context.now()
    async with context.pool.connection() as conn:
        client = await bind_client(conn, user, read_text(values, "deviceId", limit=64))
        message = Message(client.owner, client.shop, "scan", scan.msg_id, (scan.code,))
        reply = await answer_once(conn, message, now, partial(_answer, conn, client, scan, now))
    if not reply.again:
        return reply
    return Reply(200, reply.body | {"type": "duplicate", "action": "ignore", "duplicate": True}, again=True)


async def _answer(conn: Connection, client: Client, scan: Scan, now: datetime) -> Reply:
    finding = await find_meaning(conn, client.shop, scan.code)
    scan_id = await _log(conn, client, scan, finding, now)
    return Reply(
        TAKEN,
        {
            "success": True,
            "scan_id": scan_id,
            "timestamp": now.isoformat(timespec="milliseconds"),
            "type": finding.type,
            "action": finding.action,
            "message": finding.message,
            "data": finding.data,
            "checksum": scan.checksum,
            "msgId": scan.msg_id,
        },
    )


async def _log(conn: Connection, client: Client, scan: Scan, finding: Finding, now: datetime) -> int:
    who = (client.shop or None, client.owner, client.device_uuid)
    what = (scan.code, scan.symbology, scan.msg_id, scan.order_id, scan.priority, scan.checksum)
    cursor = await conn.execute(_LOG, (*who, *what, finding.type, finding.action, finding.entity_id, now))
    row = await cursor.fetchone()
    assert row is not None
    return int(row[0])
