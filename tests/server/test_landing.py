import asyncio

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.ingest import land, read_head
from server_stub.journal.project import project_pending
from server_stub.journal.recall import list_chains, read_entries
from sync.chain import GENESIS, Break, Entry, derive_key_id, head_message, verify_signature
from sync.wire.messages import Batch, PushAnswer
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id

MILK = new_id()


async def push(pool: Pool, centre: Centre, till: Terminal, first: int = 1, last: int | None = None) -> PushAnswer:
    return await land(pool, centre, till.device, till.batch(first, last))


async def test_a_batch_lands_to_the_byte_and_the_head_is_countersigned(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    till.sell(MILK)
    answer = await push(pool, centre, till)
    assert (answer.outcome, answer.acked_seq, answer.epoch, answer.quarantined) == ("landed", 2, centre.epoch, ())
    head = answer.head
    assert head
    message = head_message(till.device, till.incarnation, 2, till.entries[1].hash, head.received_at)
    assert verify_signature(centre.public_key, message, head.signature)
    assert (await read_entries(pool, till.device, till.incarnation, 0, GENESIS, 10)).entries == tuple(till.entries)
    assert (await read_head(pool, centre, till.device, till.incarnation)).hash == till.entries[1].hash.hex()


async def test_what_is_known_is_skipped(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    for _ in range(5):
        till.sell(MILK)
    await push(pool, centre, till, 1, 4)
    again = await push(pool, centre, till, 1, 4)
    assert (again.outcome, again.acked_seq) == ("landed", 4)
    overlapping = await push(pool, centre, till, 2, 6)
    assert (overlapping.outcome, overlapping.acked_seq) == ("landed", 6)
    behind = await push(pool, centre, till, 2, 3)
    assert (behind.outcome, behind.acked_seq) == ("landed", 6)
    assert behind.head
    assert behind.head.hash == till.entries[5].hash
    assert await ask(pool, "SELECT count(*) FROM entry") == 6
    assert await ask(pool, "SELECT count(*) FROM sale") == 5


async def test_a_gap_is_answered_with_what_is_missing(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    for _ in range(5):
        till.sell(MILK)
    first = await push(pool, centre, till, 4)
    assert (first.outcome, first.acked_seq, first.head) == ("gap", 0, None)
    await push(pool, centre, till, 1, 2)
    second = await push(pool, centre, till, 5)
    assert (second.outcome, second.acked_seq) == ("gap", 2)


async def test_an_empty_batch_asks_where_the_centre_stands(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    assert (
        await land(pool, centre, till.device, Batch(incarnation=till.incarnation, first_seq=1, entries=()))
    ).acked_seq == 0
    await push(pool, centre, till)
    answer = await land(pool, centre, till.device, Batch(incarnation=till.incarnation, first_seq=2, entries=()))
    assert (answer.outcome, answer.acked_seq) == ("landed", 1)
    ahead = await land(pool, centre, till.device, Batch(incarnation=till.incarnation, first_seq=9, entries=()))
    assert (ahead.outcome, ahead.acked_seq) == ("gap", 1)


async def test_a_rewound_terminal_sees_that_the_centre_holds_more(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    restored = till.clone()
    till.sell(MILK)
    await push(pool, centre, till)
    answer = await push(pool, centre, restored)
    assert (answer.outcome, answer.acked_seq) == ("landed", 2)
    last = restored.entries[-1].hash
    missing = await read_entries(pool, till.device, till.incarnation, len(restored.entries), last, 100)
    assert (missing.entries, missing.more) == ((till.entries[1],), False)


async def test_a_cloned_disk_lands_on_a_branch_and_raises_the_alarm(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    till.sell(MILK)
    twin = till.clone()
    for _ in range(3):
        till.sell(MILK)
        twin.sell(MILK)
    await push(pool, centre, till)
    answer = await push(pool, centre, twin, 3)
    assert (answer.outcome, answer.acked_seq) == ("fork", 5)
    assert answer.head
    assert answer.head.hash == twin.entries[4].hash
    assert await ask(pool, "SELECT status FROM registered_devices") == "pending"
    assert await rows(pool, "SELECT branch, forked_after, acked_seq FROM incarnation ORDER BY branch") == [
        (0, 0, 5),
        (1, 2, 5),
    ]
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'fork'") == 1
    assert await ask(pool, "SELECT count(*) FROM sale") == 7
    for terminal in (till, twin):  # both go on, each on its own branch, and both hear of it
        terminal.sell(MILK)
        answer = await push(pool, centre, terminal, 6)
        assert (answer.outcome, answer.acked_seq) == ("fork", 6)
        again = await push(pool, centre, terminal, 3)
        assert (again.outcome, again.acked_seq) == ("fork", 6)
    assert await ask(pool, "SELECT count(*) FROM sale") == 9
    assert await ask(pool, "SELECT count(*) FROM incarnation") == 2


async def test_a_second_life_in_another_incarnation_is_a_fork_too(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    till.sell(MILK)
    twin = till.clone()
    old = till.incarnation
    till.go_on_anew("broken")
    await push(pool, centre, twin)
    await push(pool, centre, till)
    assert await ask(pool, "SELECT string_agg(kind, ' ') FROM cases") == "journal.broken"
    twin.sell(MILK)  # the other disk goes on where ours has left off
    await push(pool, centre, twin, 3)
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'fork'") == 1
    held = (await list_chains(pool, centre, till.device)).chains
    assert [(each.incarnation, each.seq, each.parent_seq) for each in held] == [(old, 3, 0), (till.incarnation, 1, 2)]
    assert held[1].parent_hash == twin.entries[1].hash.hex()
    assert (held[1].receipt_prefix, held[1].branch) == ("T01b", 0)


async def test_entries_are_given_back_behind_one_that_is_shared_only(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    twin = till.clone()
    till.sell(MILK)
    twin.sell(MILK)
    await push(pool, centre, till)
    await push(pool, centre, twin, 2)

    async def back(seq: int, hashed: bytes, limit: int = 100) -> tuple[Entry, ...]:
        return (await read_entries(pool, till.device, till.incarnation, seq, hashed, limit)).entries

    assert await back(0, GENESIS) == tuple(till.entries)
    assert await back(1, till.entries[0].hash) == (till.entries[1],)
    assert await back(2, twin.entries[1].hash) == ()
    twin.sell(MILK)
    await push(pool, centre, twin, 3)
    assert await back(2, twin.entries[1].hash) == (twin.entries[2],)
    assert await back(2, till.entries[1].hash) == ()
    assert await back(1, bytes(32)) == ()
    assert (await read_entries(pool, till.device, till.incarnation, 0, GENESIS, 1)).more
    assert (await read_entries(pool, new_id(), till.incarnation, 0, GENESIS, 1)).entries == ()


async def test_histories_that_parted_earlier_are_walked_back(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    twin = till.clone()
    for _ in range(20):
        till.sell(MILK)
        twin.sell(MILK)
    await push(pool, centre, till)
    first = 18
    for _ in range(10):
        answer = await push(pool, centre, twin, first)
        if answer.outcome != "gap":
            break
        assert answer.acked_seq < first - 1
        first = answer.acked_seq + 1
    assert (answer.outcome, answer.acked_seq) == ("fork", 21)
    assert await ask(pool, "SELECT count(*) FROM sale") == 40


async def test_a_twin_that_differs_from_the_first_entry_forks_too(pool: Pool, centre: Centre, till: Terminal) -> None:
    twin = till.clone()
    till.open()
    twin.sell(MILK)
    await push(pool, centre, till)
    answer = await push(pool, centre, twin)
    assert (answer.outcome, answer.acked_seq) == ("fork", 1)


def change_body(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, body=entry.body + b" ")


async def test_a_broken_link_lands_what_is_good_before_it(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    for _ in range(4):
        till.sell(MILK)
    till.entries[3] = change_body(till.entries[3])
    answer = await push(pool, centre, till)
    assert (answer.outcome, answer.acked_seq) == ("landed", 3)
    assert (
        await ask(pool, "SELECT detail FROM cases WHERE kind = 'journal.broken'")
        == "entry 4: content does not match its hash"
    )
    with pytest.raises(Break) as caught:
        await push(pool, centre, till, 4)
    assert caught.value.seq == 4
    assert await ask(pool, "SELECT count(*) FROM entry") == 3


async def test_an_unsigned_tail_stays_out(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    for _ in range(4):
        till.sell(MILK)
    for index in (2, 3, 4):  # the one in the middle is covered by the good one behind it, or by nothing
        till.entries[index] = msgspec.structs.replace(till.entries[index], signature=bytes(64))
    answer = await push(pool, centre, till)
    assert (answer.outcome, answer.acked_seq) == ("landed", 2)
    with pytest.raises(Break, match="signature"):
        await push(pool, centre, till, 3)


async def test_a_bad_signature_in_the_middle_is_covered_by_a_later_one(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    till.sell(MILK)
    till.sell(MILK)
    till.entries[1] = msgspec.structs.replace(till.entries[1], signature=b"")
    assert (await push(pool, centre, till)).acked_seq == 3


@pytest.mark.parametrize("stranger", ["terminal", "incarnation", "key"])
async def test_a_stranger_cannot_write_into_a_journal(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, stranger: str
) -> None:
    till.open()
    await push(pool, centre, till)
    other = till.clone()
    if stranger == "terminal":
        other.device = new_id()
    elif stranger == "incarnation":
        other.incarnation = new_id()
    else:
        unknown = Terminal(ground)
        other.key, other.public_key = unknown.key, unknown.public_key
    other.sell(MILK)
    batch = Batch(incarnation=till.incarnation, first_seq=2, entries=(other.entries[1],))
    with pytest.raises(Break):
        await land(pool, centre, till.device, batch)
    assert await ask(pool, "SELECT count(*) FROM entry") == 1


async def test_a_new_key_is_good_for_a_new_incarnation_only(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    await push(pool, centre, till)
    renewed = Terminal(ground, till.device)
    async with pool.connection() as conn:
        await conn.execute(
            "INSERT INTO device_key (device_uuid, key_id, public_key, created_at) VALUES (%s, %s, %s, now())",
            (till.device, derive_key_id(renewed.public_key), renewed.public_key),
        )
    renewed.open()
    assert (await push(pool, centre, renewed)).acked_seq == 1
    till.key, till.public_key = renewed.key, renewed.public_key
    till.sell(MILK)
    with pytest.raises(Break, match="signature"):
        await push(pool, centre, till, 2)


@pytest.mark.parametrize("first", [0, -3, 2])
async def test_a_batch_that_lies_about_its_number_is_broken(
    pool: Pool, centre: Centre, till: Terminal, first: int
) -> None:
    till.open()
    with pytest.raises(Break):
        await land(pool, centre, till.device, msgspec.structs.replace(till.batch(), first_seq=first))


async def test_a_blocked_terminal_hands_in_and_waits(pool: Pool, centre: Centre, ground: Ground) -> None:
    blocked = Terminal(ground)
    async with pool.connection() as conn:
        await blocked.enrol(conn, "blocked")
    blocked.open()
    blocked.sell(MILK)
    assert (await push(pool, centre, blocked)).acked_seq == 2
    assert await ask(pool, "SELECT count(*) FROM sale") == 0
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'device.blocked_entries'") == 1
    async with pool.connection() as conn:
        await conn.execute("UPDATE registered_devices SET status = 'active'")
    assert await project_pending(pool) == 2
    assert await ask(pool, "SELECT count(*) FROM sale") == 1
    assert await ask(pool, "SELECT count(*) FROM cases WHERE closed_at IS NULL") == 0


async def test_one_batch_sent_many_times_at_once_lands_once(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    for _ in range(50):
        till.sell(MILK)
    answers = await asyncio.gather(*[push(pool, centre, till, 1, 51 - 5 * number) for number in range(6)])
    assert {answer.outcome for answer in answers} == {"landed"}
    assert max(answer.acked_seq for answer in answers) == 51
    assert await ask(pool, "SELECT count(*) FROM entry") == 51
    assert await ask(pool, "SELECT count(*) FROM sale") == 50
    assert await ask(pool, "SELECT on_hand_milli FROM stock") == -50_000


CHUNKS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12)), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chunks=CHUNKS)
async def test_any_chunking_lands_the_chain_once(
    pool: Pool, centre: Centre, ground: Ground, chunks: list[tuple[int, int]]
) -> None:
    till = Terminal(ground)
    async with pool.connection() as conn:
        await till.enrol(conn)
    till.open()
    for _ in range(11):
        till.sell(MILK)
    acked = 0
    for first, size in [*chunks, (1, 12)]:
        answer = await land(pool, centre, till.device, till.batch(first, first - 1 + size))
        reaches = min(first - 1 + size, 12)
        if first - 1 > acked:
            assert (answer.outcome, answer.acked_seq) == ("gap", acked)
        else:
            acked = max(acked, reaches)
            assert (answer.outcome, answer.acked_seq) == ("landed", acked)
    assert (await read_entries(pool, till.device, till.incarnation, 0, GENESIS, 100)).entries == tuple(till.entries)
    counted = "SELECT count(*), count(DISTINCT seq) FROM sale JOIN incarnation USING (chain) WHERE device_uuid = %s"
    assert await rows(pool, counted, till.device) == [(11, 11)]
