"""New hardware takes over a terminal: which one a token is for, and from where its journal goes on."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

import msgspec

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity.tokens import hash_enrolment
from sync.wire.escrow import Succession, SuccessionQuestion
from sync.wire.facts import SaleCompleted, UnknownFact, decode_fact

_DEVICE = """
SELECT d.device_uuid::text, d.device_id, d.name, coalesce(d.shop_id::text, ''), coalesce(d.receipt_prefix, '')
FROM enrolment_token t JOIN registered_devices d USING (device_id)
WHERE t.hash = %s AND t.used_at IS NULL AND t.expires_at > %s AND d.status <> 'blocked'
"""
_KEYS = "SELECT encode(public_key, 'hex') FROM device_key WHERE device_uuid = %s ORDER BY created_at"
_HEAD = """
SELECT incarnation, acked_seq, encode(acked_hash, 'hex'), coalesce(opened ->> 'receipt_prefix', '')
FROM incarnation WHERE device_uuid = %s AND branch = 0 AND acked_seq > 0 ORDER BY chain DESC LIMIT 1
"""
_COUNTERS = """
WITH own AS (SELECT chain, opened FROM incarnation WHERE device_uuid = %(device)s),
sold AS (
    SELECT s.chain, max(s.receipt_no) AS receipt_no, sum(s.total_minor + coalesce(b.total_minor, 0)) AS goods_minor
    FROM sale s JOIN own USING (chain)
    LEFT JOIN (SELECT sale_id, sum(total_minor) AS total_minor FROM sale_return GROUP BY 1) b USING (sale_id)
    GROUP BY 1)
SELECT
    greatest((SELECT max((opened ->> 'last_receipt_no')::bigint) FROM own), (SELECT max(receipt_no) FROM sold), 0),
    greatest((SELECT max((opened ->> 'last_shift_no')::bigint) FROM own),
        (SELECT max(number) FROM shift JOIN own USING (chain)), 0),
    coalesce((SELECT sum(goods_minor) FROM sold), 0),
    greatest((SELECT max((opened ->> 'grand_total_minor')::bigint + coalesce(goods_minor, 0))
            FROM own LEFT JOIN sold USING (chain)),
        (SELECT max(grand_total_minor) FROM shift JOIN own USING (chain)), 0)
"""
"""Numbers given so far; the goods of all sales, those that came back not taken off; what the terminal itself said."""
_WAITING = """
WITH own AS (SELECT chain, acked_seq, projected_seq FROM incarnation WHERE device_uuid = %(device)s),
waiting AS (
    SELECT e.kind, e.version, e.body FROM own JOIN quarantine q USING (chain)
    JOIN entry e ON e.chain = q.chain AND e.seq = q.seq
    UNION ALL
    SELECT e.kind, e.version, e.body FROM own JOIN entry e ON e.chain = own.chain AND e.seq > own.projected_seq
    WHERE own.projected_seq < own.acked_seq)
SELECT kind, version, body FROM waiting WHERE kind = 'sale.completed'
"""
"""Sales that have landed and are no rows yet."""
_KNOWN = "SELECT sale_id::text FROM sale_day WHERE sale_id = ANY(%s::uuid[])"


async def read_succession(conn: Connection, asked: SuccessionQuestion, now: datetime) -> Succession:
    """Give what the successor of a terminal goes on from. Raises Denied 403: the token is for no terminal, or another.

    Whoever does not have such a token learns nothing.
    """
    found = await conn.execute(_DEVICE, (hash_enrolment(asked.invite_token), now))
    row = await found.fetchone()
    if row is None or asked.name.strip().casefold() not in (row[1].casefold(), row[2].casefold(), row[4].casefold()):
        raise Denied(403, "This token is for no terminal of that name, or it is used up")
    keys = await (await conn.execute(_KEYS, (row[0],))).fetchall()
    head = await (await conn.execute(_HEAD, (row[0],))).fetchone()
    counters = await (await conn.execute(_COUNTERS, {"device": row[0]})).fetchone()
    said = {"device_id": row[1], "name": row[2], "shop": row[3], "keys": tuple(key for (key,) in keys)}
    if head is None or counters is None:
        return Succession(**said, receipt_prefix=row[4])
    return Succession(
        **said,
        incarnation=head[0],
        seq=head[1],
        hash=head[2],
        receipt_prefix=head[3] or row[4],
        last_receipt_no=int(counters[0]),
        last_shift_no=int(counters[1]),
        grand_total_minor=max(int(counters[2]) + await _waiting_minor(conn, row[0]), int(counters[3])),
    )


async def _waiting_minor(conn: Connection, device: str) -> int:
    """Give what the goods of sales come to that are no rows yet; one that is there under its id counts there."""
    found = await (await conn.execute(_WAITING, {"device": device})).fetchall()
    sold: dict[str, int] = {}
    for kind, version, body in found:
        with suppress(UnknownFact, msgspec.MsgspecError, ValueError):
            fact = decode_fact(kind, version, body)
            assert isinstance(fact, SaleCompleted)
            sold[str(UUID(fact.sale_id))] = sum(line.total_minor for line in fact.lines if line.quantity_milli > 0)
    known = await (await conn.execute(_KNOWN, (list(sold),))).fetchall() if sold else []
    return sum(sold.values()) - sum(sold[sale_id] for (sale_id,) in known)
