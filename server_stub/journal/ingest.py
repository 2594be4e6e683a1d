"""Landing: the exact bytes of terminals' entries are stored and acknowledged in one commit, then projected.

A fact is never refused. Entries that are known already are skipped; another entry under a known number is a fork
and lands on a branch of its own; only what does not hold as a chain stays out. What several terminals hand in at the
same time lands together, at little more than the price of one.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from server_stub.centre import Centre
from server_stub.database import Connection, Pool, each_alone
from server_stub.journal import inbox
from server_stub.journal.ahead import project_ahead
from server_stub.journal.attachments import keep_attachments
from server_stub.journal.cases import open_case
from server_stub.journal.landing import Branch, Checked, Held, Landed, Push, Spot, check, find_spot
from server_stub.journal.project import project_chains, replay_entries
from server_stub.journal.runs import open_run
from sync.chain import GENESIS, Break, head_message
from sync.wire.messages import Batch, HeadAnswer, PushAnswer, SignedHead


async def land(pool: Pool, centre: Centre, device_uuid: str, batch: Batch) -> PushAnswer:
    """Store a batch, then project it; entries of a blocked terminal wait unprojected.

    Raises chain.Break when not even the first new entry holds.
    """
    [answer] = await land_all(pool, centre, [Push(device_uuid, batch)])
    if isinstance(answer, Break):
        raise answer
    return answer


async def land_all(pool: Pool, centre: Centre, pushes: Sequence[Push]) -> list[PushAnswer | Break]:
    """Store what different terminals hand in, in one commit, then project it in another; gives an answer to each."""
    now = datetime.now(UTC)
    async with pool.connection() as conn:
        async with conn.transaction():
            landed = await _land_all(conn, pushes, now)
            late = await keep_attachments(conn, pushes, landed, now)
        stand = {each.chain: open_run(each.fresh) for each in landed if isinstance(each, Landed) and each.stands}
        await project_chains(conn, await project_ahead(conn, stand))
        await replay_entries(conn, late)
        async with each_alone(conn):
            refused = await inbox.read_quarantined(conn, pushes, landed)
    return [
        each if isinstance(each, Break) else _answer(centre, push, each, refused.get(each.chain, ()), now)
        for push, each in zip(pushes, landed, strict=True)
    ]


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


async def _land_all(conn: Connection, pushes: Sequence[Push], now: datetime) -> list[Landed | Break]:
    async with conn.pipeline():
        await inbox.lock_terminals(conn, pushes)
        held = await inbox.read_held(conn, pushes)
    landed: list[Landed | Break] = []
    for push in pushes:
        try:
            landed.append(await _land(conn, push, held[push.device_uuid]))
        except Break as trouble:  # nothing was written for it
            landed.append(trouble)
    await inbox.store(conn, [each for each in landed if isinstance(each, Landed)], now)
    return landed


async def _land(conn: Connection, push: Push, held: Held) -> Landed:
    """Find the place of what is new and open the branch it belongs to. Raises Break before anything is written."""
    batch, branches, owner = push.batch, held.branches, (push.device_uuid, push.batch.incarnation)
    if batch.first_seq < 1 or (batch.entries and (batch.first_seq == 1) != (batch.entries[0].prev_hash == GENESIS)):
        raise Break(batch.first_seq, "does not begin where its number says")
    spot = await _find_spot(conn, batch, branches)
    if spot is None:
        return _gap(batch, branches)
    here = next((branch for branch in branches if branch.chain == spot.chain), None)
    new = batch.entries[spot.skip :]
    if not new:
        seq, hashed = (here.acked_seq, here.acked_hash) if here else (0, GENESIS)
        return Landed(_outcome(branches), here.chain if here else 0, seq, hashed)
    checked = check(new, spot, owner, here.key_id if here else "", held.keys)
    if here is None or here.acked_seq != spot.seq:
        here = await _open_branch(conn, *owner, spot, checked, branches)
        branches.append(here)
    elif here.left_after < checked.headers[-1].seq:
        await _announce_fork(conn, *owner, here.left_after + 1)
    if checked.trouble:
        subject = f"{push.device_uuid} {batch.incarnation} {checked.trouble.seq}"
        await open_case(conn, "journal.broken", subject, str(checked.trouble), device_uuid=push.device_uuid)
    return Landed(_outcome(branches), here.chain, checked.headers[-1].seq, checked.entries[-1].hash, checked)


def _outcome(branches: Sequence[Branch]) -> str:
    """Tell both copies of a disk, not only the one that came second, that there are two."""
    return "fork" if len(branches) > 1 else "landed"


def _gap(batch: Batch, branches: Sequence[Branch]) -> Landed:
    """Ask for earlier entries: the first missing one, or half the way back when the histories parted before."""
    furthest = max(branches, key=lambda branch: branch.acked_seq, default=Branch(0, 0, "", 0, GENESIS))
    parted = batch.first_seq - 1 <= furthest.acked_seq
    seq = (batch.first_seq - 1) // 2 if parted else furthest.acked_seq
    return Landed("gap", furthest.chain, seq, GENESIS if parted else furthest.acked_hash)


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
        inbox.KNOWN,
        ([branch.chain for branch in branches], after, after + len(batch.entries)),
    )
    known = {(seq, hashed): chain for seq, hashed, chain in await cursor.fetchall()}
    return find_spot(batch.entries, batch.first_seq, known)


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


def _answer(centre: Centre, push: Push, landed: Landed, quarantined: Sequence[int], now: datetime) -> PushAnswer:
    if not landed.stands:
        return PushAnswer(outcome=landed.outcome, acked_seq=landed.seq, epoch=centre.epoch)
    batch, received_at = push.batch, now.isoformat()
    message = head_message(push.device_uuid, batch.incarnation, landed.seq, landed.hash, received_at)
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
        quarantined=tuple(quarantined),
    )
