"""The perpetual total that new hardware goes on from is what the old till's sales come to, each once."""

from datetime import UTC, datetime, timedelta

import msgspec

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.ingest import land
from server_stub.terminals import registry, succession
from sync.wire.escrow import Succession, SuccessionQuestion
from sync.wire.facts import JournalOpened, ShiftClosed, ShiftOpened
from tests.server.terminal import AT, Terminal, new_id
from tests.server.test_returns import give_back

MILK = new_id()
EARLIER = "2026-02-01T10:00:00+02:00"


async def succeed(pool: Pool, till: Terminal) -> Succession:
    now = datetime.now(UTC)
    async with pool.connection() as conn:
        token = await registry.create_enrolment_token(conn, till.ground.shop, timedelta(hours=1), now, till.device)
        return await succession.read_succession(conn, SuccessionQuestion(invite_token=token, name=till.device), now)


def close(till: Terminal, grand_total_minor: int) -> None:
    opened = ShiftOpened(shift_id=new_id(), number=1, business_day="2026-03-01", currency="EUR", float_minor=0)
    till.seal(opened)
    till.seal(ShiftClosed(shift_id=opened.shift_id, z_number=1, counts=(), sales=1, total_minor=grand_total_minor,
                          grand_total_minor=grand_total_minor))  # fmt: skip


async def test_a_clock_put_back_goods_brought_back_and_voids_change_nothing(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    sold = till.sell(MILK, pieces=3)
    close(till, 750)
    give_back(till, sold, 1, till.ground.shelf, AT)
    again = till.sell(MILK, pieces=2)
    till.entries.pop()
    till.seal(again, EARLIER)
    till.void(again)
    await land(pool, centre, till.device, till.batch())
    assert (await succeed(pool, till)).grand_total_minor == 1250


async def test_sales_in_quarantine_count_and_one_that_is_there_already_does_not(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    sold = till.sell(MILK)
    till.sell(MILK, total_minor=1)
    till.seal(sold)
    answer = await land(pool, centre, till.device, till.batch())
    assert answer.quarantined == (3, 4)
    assert (await succeed(pool, till)).grand_total_minor == 500


async def test_chains_that_parted_are_added_and_what_was_never_handed_in_is_not_forgotten(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    till.sell(MILK)
    copy = till.clone()
    till.sell(MILK, pieces=2)
    await land(pool, centre, till.device, till.batch())
    copy.go_on_anew("rewound")
    opened = JournalOpened(**msgspec.json.decode(copy.entries.pop().body, type=dict) | {"grand_total_minor": 250})
    copy.seal(opened)
    copy.sell(MILK)
    await land(pool, centre, copy.device, copy.batch())
    assert (await succeed(pool, copy)).grand_total_minor == 1000
    copy.incarnation, copy.entries = new_id(), []
    copy.seal(msgspec.structs.replace(opened, grand_total_minor=9_000))
    copy.sell(MILK)
    await land(pool, centre, copy.device, copy.batch())
    assert (await succeed(pool, copy)).grand_total_minor == 9_250
