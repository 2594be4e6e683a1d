"""Attachments at landing: what entries name by hash is stored beside them, if it is what the hash says.

One that does not fit stays out and nothing else does: its entry lands and waits in quarantine until the right one
comes. What is here already stays as it is; above all, nothing that was blanked comes back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from server_stub.api.people_data import KIND
from server_stub.database import Connection
from server_stub.ids import new_id
from server_stub.journal.landing import Landed, Push
from server_stub.terminals.registration import is_uuid
from sync.chain import Break, decode_header
from sync.wire.attachments import Attachment, fits, is_blank
from sync.wire.customer_facts import NAMING, CustomerChanged, CustomerRegistered
from sync.wire.facts import UnknownFact, decode_fact

_QUARANTINED = """
SELECT q.chain, q.seq, e.header, e.body FROM quarantine q JOIN entry e ON e.chain = q.chain AND e.seq = q.seq
JOIN incarnation i ON i.chain = q.chain
WHERE i.device_uuid = (SELECT device_uuid FROM incarnation WHERE chain = %s) AND q.kind = ANY(%s)
"""
"""Of every chain of the terminal: what an older one lacks comes with a batch of the newest."""
_KINDS = [*NAMING, CustomerRegistered.__name__, CustomerChanged.__name__]
"""As the quarantine names them: an entry that nobody can read has its kind alone, another one the type of its fact."""
_STORE = """
INSERT INTO attachment (attachment_id, shop_id, kind, subject_id, hash, salt, bytes, created_at, blanked_at)
VALUES (%(id)s, %(shop)s, %(kind)s, %(subject)s, %(hash)s, %(salt)s, %(content)s, %(now)s, %(blanked)s)
ON CONFLICT (hash) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry that names an attachment; `seq` is 0 where it is not in quarantine."""

    hash: bytes
    subject: str
    shop: str
    chain: int = 0
    seq: int = 0


async def keep_attachments(
    conn: Connection, pushes: Sequence[Push], landed: Sequence[Landed | Break], now: datetime
) -> list[tuple[int, int]]:
    """Store what came with batches and is named by what has landed; gives (chain, seq) of quarantined entries whose
    attachment is here now, and which may be projected again.
    """
    late: list[tuple[int, int]] = []
    for push, each in zip(pushes, landed, strict=True):
        if push.batch.attachments and isinstance(each, Landed) and each.stands:
            late += await _keep(conn, push, each, now)
    return late


async def _keep(conn: Connection, push: Push, landed: Landed, now: datetime) -> list[tuple[int, int]]:
    brought = {each.hash: each for each in push.batch.attachments if is_blank(each) or fits(each)}
    waiting = await _read_waiting(conn, landed.chain)
    named = {one.hash: one for one in (*_read_named(push, landed), *waiting)}
    for hashed in brought.keys() & named.keys():
        await _store(conn, named[hashed], brought[hashed], now)
    return [(one.chain, one.seq) for one in waiting if one.hash in brought]


async def _store(conn: Connection, named: _Named, brought: Attachment, now: datetime) -> None:
    blank = is_blank(brought)
    values = {
        "id": new_id(),
        "shop": named.shop,
        "kind": KIND,
        "subject": named.subject,
        "hash": brought.hash,
        "salt": None if blank else brought.salt,
        "content": None if blank else brought.content,
        "now": now,
        "blanked": now if blank else None,
    }
    await conn.execute(_STORE, values)


def _read_named(push: Push, landed: Landed) -> Iterator[_Named]:
    """Name what the entries of a batch name, those that have landed."""
    for entry in push.batch.entries[: landed.seq - push.batch.first_seq + 1]:
        yield from _name(entry.header, entry.body, {})


async def _read_waiting(conn: Connection, chain: int) -> list[_Named]:
    cursor = await conn.execute(_QUARANTINED, (chain, _KINDS), binary=True)
    rows = await cursor.fetchall()
    return [one for at, seq, header, body in rows for one in _name(header, body, {"chain": at, "seq": seq})]


def _name(header_bytes: bytes, body: bytes, where: Mapping[str, int]) -> Iterator[_Named]:
    header = decode_header(header_bytes)
    if header.kind not in NAMING:
        return
    try:
        fact = decode_fact(header.kind, header.version, body)
    except (UnknownFact, msgspec.DecodeError):
        return
    if isinstance(fact, CustomerRegistered | CustomerChanged) and is_uuid(fact.customer_id) and is_uuid(header.shop):
        try:
            yield _Named(bytes.fromhex(fact.attachment), fact.customer_id, header.shop, **where)
        except ValueError:
            return
