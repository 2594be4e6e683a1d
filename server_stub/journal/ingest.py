"""Landing: the exact bytes of a terminal's entries are stored and acknowledged in one commit, then projected.

A fact is never refused. Entries that are known already are skipped; another entry under a known number is a fork
and lands on a branch of its own; only what does not hold as a chain stays out.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from server_stub.journal.cases import open_case
from server_stub.journal.landing import Branch, Checked, Spot, check, find_spot
from server_stub.journal.project import Fresh, project_chain
from sync.chain import GENESIS, Break, head_message
from sync.wire.messages import Batch, HeadAnswer, PushAnswer, SignedHead

NEWEST_VERSION = 2**31 - 1
LARGEST_SEQ = 2**62
_COPY_ENTRIES = """
COPY entry (chain, seq, kind, version, received_at, header, body, prev_hash, hash, signature) FROM STDIN (FORMAT binary)
"""
KNOWN = "SELECT seq, hash, chain FROM entry WHERE chain = ANY(%s) AND seq BETWEEN %s AND %s"
"""What is here already of the numbers of a batch: the partitions of these chains are asked, by their keys."""
_POSTGRES_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = struct.Struct("!hiiiqi")
_MIDDLE = struct.Struct("!iiiq")
_LENGTH = struct.Struct("!i")


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a chain stands after a batch; `outcome` as in PushAnswer."""

    outcome: str
    chain: int
    seq: int
    hash: bytes
    received_at: datetime
    fresh: Fresh = ()


async def land(pool: Pool, centre: Centre, device_uuid: str, batch: Batch) -> PushAnswer:
    """Store a batch, then project it; entries of a blocked terminal wait unprojected.

    Raises chain.Break when not even the first new entry holds.
    """
    async with pool.connection() as conn:
        async with conn.transaction():
            landed = await _land(conn, device_uuid, batch)
        if landed.seq and landed.outcome != "gap":
            await project_chain(conn, landed.chain, landed.fresh)
        return await _answer(conn, centre, device_uuid, batch, landed)


async def read_head(pool: Pool, centre: Centre, device_uuid: str, incarnation: str) -> HeadAnswer:
    """Say up to which number the centre holds an incarnation; 0 and an empty hash when it holds nothing."""
    async with pool.connection() as conn:
        cursor = await conn.execute(
            "SELECT acked_seq, acked_hash FROM incarnation WHERE device_uuid = %s AND incarnation = %s AND branch = 0",
            (device_uuid, incarnation),
        )
        row = await cursor.fetchone()
    seq, hashed = row if row and row[0] else (0, b"")
    return HeadAnswer(incarnation=incarnation, seq=seq, hash=hashed.hex(), epoch=centre.epoch)


async def _land(conn: Connection, device_uuid: str, batch: Batch) -> Landed:
    now = datetime.now(UTC)
    if batch.first_seq < 1 or (batch.entries and (batch.first_seq == 1) != (batch.entries[0].prev_hash == GENESIS)):
        raise Break(batch.first_seq, "does not begin where its number says")
    # one batch of a terminal at a time; not the device's row, whose last_seen every request writes
    await conn.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (device_uuid,))
    branches = await _read_branches(conn, device_uuid, batch.incarnation)
    spot = await _find_spot(conn, batch, branches)
    if spot is None:
        return _gap(batch, branches, now)
    here = next((branch for branch in branches if branch.chain == spot.chain), None)
    new = batch.entries[spot.skip :]
    if not new:
        seq, hashed = (here.acked_seq, here.acked_hash) if here else (0, GENESIS)
        return Landed(_outcome(branches), here.chain if here else 0, seq, hashed, now)
    keys = await _read_keys(conn, device_uuid)
    checked = check(new, spot, (device_uuid, batch.incarnation), here.key_id if here else "", keys)
    if here is None or here.acked_seq != spot.seq:
        here = await _open_branch(conn, device_uuid, batch.incarnation, spot, checked, branches)
        branches.append(here)
    elif here.left_after < checked.headers[-1].seq:
        await _announce_fork(conn, device_uuid, batch.incarnation, here.left_after + 1)
    await _store(conn, here.chain, checked, now)
    if checked.trouble:
        subject = f"{device_uuid} {batch.incarnation} {checked.trouble.seq}"
        await open_case(conn, "journal.broken", subject, str(checked.trouble), device_uuid=device_uuid)
    fresh = [(header, entry.body) for header, entry in zip(checked.headers, checked.entries, strict=True)]
    return Landed(_outcome(branches), here.chain, fresh[-1][0].seq, checked.entries[-1].hash, now, fresh)


def _outcome(branches: Sequence[Branch]) -> str:
    """Tell both copies of a disk, not only the one that came second, that there are two."""
    return "fork" if len(branches) > 1 else "landed"


def _gap(batch: Batch, branches: Sequence[Branch], now: datetime) -> Landed:
    """Ask for earlier entries: the first missing one, or half the way back when the histories parted before."""
    furthest = max(branches, key=lambda branch: branch.acked_seq, default=Branch(0, 0, "", 0, GENESIS))
    parted = batch.first_seq - 1 <= furthest.acked_seq
    seq = (batch.first_seq - 1) // 2 if parted else furthest.acked_seq
    return Landed("gap", furthest.chain, seq, GENESIS if parted else furthest.acked_hash, now)


async def _read_branches(conn: Connection, device_uuid: str, incarnation: str) -> list[Branch]:
    cursor = await conn.execute(
        """SELECT chain, branch, key_id, acked_seq, acked_hash, coalesce((
               SELECT min((opened ->> 'parent_seq')::bigint) FROM incarnation n
               WHERE n.device_uuid = i.device_uuid AND n.opened ->> 'parent_incarnation' = i.incarnation), %s)
           FROM incarnation i WHERE device_uuid = %s AND incarnation = %s ORDER BY branch""",
        (LARGEST_SEQ, device_uuid, incarnation),
    )
    return [Branch(*row) for row in await cursor.fetchall()]


async def _find_spot(conn: Connection, batch: Batch, branches: Sequence[Branch]) -> Spot | None:
    after = batch.first_seq - 1
    for branch in branches:  # the usual case: the batch goes on where a chain ends
        if branch.acked_seq == after and (not batch.entries or batch.entries[0].prev_hash == branch.acked_hash):
            return Spot(0, after, branch.acked_hash, branch.chain)
    if not batch.entries:
        first = branches[0] if branches else None
        if after > (first.acked_seq if first else 0):
            return None
        return Spot(0, after, GENESIS, first.chain if first else None)
    cursor = await conn.execute(
        KNOWN,
        ([branch.chain for branch in branches], after, after + len(batch.entries)),
    )
    known = {(seq, hashed): chain for seq, hashed, chain in await cursor.fetchall()}
    return find_spot(batch.entries, batch.first_seq, known)


async def _read_keys(conn: Connection, device_uuid: str) -> dict[str, bytes]:
    cursor = await conn.execute("SELECT key_id, public_key FROM device_key WHERE device_uuid = %s", (device_uuid,))
    return dict(await cursor.fetchall())


async def _open_branch(
    conn: Connection, device_uuid: str, incarnation: str, spot: Spot, checked: Checked, branches: Sequence[Branch]
) -> Branch:
    """Begin a chain; when the incarnation has one already this is a fork: both copies are asked to enrol again."""
    number = len(branches)
    cursor = await conn.execute(
        """INSERT INTO incarnation (device_uuid, incarnation, branch, forked_after, parent_chain, key_id,
               acked_seq, acked_hash, acked_at, projected_seq)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s, now(), %s) RETURNING chain""",
        (
            device_uuid,
            incarnation,
            number,
            spot.seq,
            spot.chain,
            checked.headers[0].key_id,
            spot.seq,
            spot.hash,
            spot.seq,
        ),
    )
    row = await cursor.fetchone()
    assert row is not None
    if number:
        await _announce_fork(conn, device_uuid, incarnation, spot.seq + 1)
    return Branch(row[0], number, checked.headers[0].key_id, spot.seq, spot.hash)


async def _announce_fork(conn: Connection, device_uuid: str, incarnation: str, seq: int) -> None:
    detail = f"This terminal's disk exists twice: both copies have written entry {seq}. Enrol both again."
    await open_case(conn, "fork", f"{device_uuid} {incarnation}", detail, device_uuid=device_uuid)
    cursor = await conn.execute(
        """UPDATE registered_devices SET status = 'pending', updated_at = now()
           WHERE device_uuid = %s AND status = 'active' RETURNING status""",
        (device_uuid,),
    )
    if await cursor.fetchone():
        news = json.dumps({"device_uuid": device_uuid, "status": "pending"})
        await conn.execute("SELECT pg_notify('eckwms_devices', %s)", (news,))


async def _store(conn: Connection, chain: int, checked: Checked, now: datetime) -> None:
    async with conn.cursor() as cursor, cursor.copy(_COPY_ENTRIES) as copy:
        await copy.write(_binary_rows(chain, checked, now))
    await conn.execute(
        "UPDATE incarnation SET acked_seq = %s, acked_hash = %s, acked_at = %s WHERE chain = %s",
        (checked.headers[-1].seq, checked.entries[-1].hash, now, chain),
    )


def _binary_rows(chain: int, checked: Checked, now: datetime) -> bytes:
    """Write entries in PostgreSQL's binary COPY format, which takes the bytes as they are.

    By hand, because adapting ten values per row costs more than checking the chain does.
    """
    parts = [b"PGCOPY\n\xff\r\n\0", bytes(8)]
    received_us = (now - _POSTGRES_EPOCH) // timedelta(microseconds=1)
    for entry, header in zip(checked.entries, checked.headers, strict=True):
        kind = header.kind.replace("\0", "").encode()
        parts += (_HEAD.pack(10, 4, chain, 8, header.seq, len(kind)), kind)
        parts.append(_MIDDLE.pack(4, min(header.version, NEWEST_VERSION), 8, received_us))
        for value in (entry.header, entry.body, entry.prev_hash, entry.hash, entry.signature):
            parts += (_LENGTH.pack(len(value)), value)
    parts.append(b"\xff\xff")
    return b"".join(parts)


async def _answer(conn: Connection, centre: Centre, device_uuid: str, batch: Batch, landed: Landed) -> PushAnswer:
    if landed.outcome == "gap" or not landed.seq:
        return PushAnswer(outcome=landed.outcome, acked_seq=landed.seq, epoch=centre.epoch)
    cursor = await conn.execute(
        "SELECT seq FROM quarantine WHERE chain = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (landed.chain, batch.first_seq, batch.first_seq + len(batch.entries)),
    )
    received_at = landed.received_at.isoformat()
    message = head_message(device_uuid, batch.incarnation, landed.seq, landed.hash, received_at)
    return PushAnswer(
        outcome=landed.outcome,
        acked_seq=landed.seq,
        epoch=centre.epoch,
        head=SignedHead(
            incarnation=batch.incarnation,
            seq=landed.seq,
            hash=landed.hash,
            received_at=received_at,
            signature=centre.sign(message),
        ),
        quarantined=tuple([row[0] for row in await cursor.fetchall()]),
    )
