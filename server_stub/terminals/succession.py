"""New hardware takes over a terminal: which one a token is for, and from where its journal goes on."""

from datetime import datetime

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity.tokens import hash_enrolment
from sync.wire.escrow import Succession, SuccessionQuestion

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
closed AS (
    SELECT s.chain, s.seq, s.closed_at, s.grand_total_minor FROM shift s JOIN own USING (chain)
    WHERE s.grand_total_minor IS NOT NULL ORDER BY s.closed_at DESC LIMIT 1)
SELECT
    greatest((SELECT max((opened ->> 'last_receipt_no')::bigint) FROM own),
        (SELECT max(receipt_no) FROM sale JOIN own USING (chain)), 0),
    greatest((SELECT max((opened ->> 'last_shift_no')::bigint) FROM own),
        (SELECT max(number) FROM shift JOIN own USING (chain)), 0),
    greatest((SELECT max((opened ->> 'grand_total_minor')::bigint) FROM own), (SELECT grand_total_minor FROM closed), 0)
    + coalesce((SELECT sum(total_minor) FROM sale JOIN own USING (chain)
        WHERE total_minor > 0 AND occurred_at > coalesce((SELECT closed_at FROM closed), '-infinity')), 0)
"""
"""The grand total of the last closing and what was sold since; where nothing was closed, from the opening."""


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
        grand_total_minor=int(counters[2]),
    )
