"""The centre's own proof finds what was meddled with, and its counts are those of what came in."""

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.sequencer import number_changes
from server_stub.journal.ingest import land
from server_stub.journal.stats import collect_stats, decimal_text
from server_stub.journal.verify import verify_centre
from tests.server.terminal import Terminal, new_id

MILK = new_id()


@pytest.fixture
async def day(pool: Pool, centre: Centre, till: Terminal) -> Terminal:
    till.open()
    till.receive(MILK, 10)
    till.sell(MILK, pieces=3)
    till.void(till.sell(MILK))
    await land(pool, centre, till.device, till.batch())
    return till


async def test_a_whole_centre(pool: Pool, day: Terminal) -> None:
    assert await verify_centre(pool) == {"ok": True, "terminals": 1, "entries": 5, "problems": []}
    stats = await collect_stats(pool)
    assert stats["devices"] == {"active": 1, "pending": 0, "blocked": 0}
    assert (stats["entries"], stats["sales"], stats["movements"], stats["quarantine"]) == (5, 2, 4, 0)
    assert stats["payments"] == {"EUR": "7.50"}
    assert stats["sequencer_lag_s"] > 0
    await number_changes(pool)
    stats = await collect_stats(pool)
    assert stats["sequencer_lag_s"] == 0
    assert stats["feeds"].keys() == {f"{kind}:{day.ground.shop}" for kind in ("shop", "people", "stock")}


async def test_a_fork_verifies_on_both_branches(pool: Pool, centre: Centre, day: Terminal) -> None:
    twin = day.clone()
    day.sell(MILK)
    twin.sell(MILK)
    for terminal in (day, twin):
        await land(pool, centre, terminal.device, terminal.batch())
    assert await verify_centre(pool) == {"ok": True, "terminals": 1, "entries": 7, "problems": []}


@pytest.mark.parametrize(
    ("meddling", "found"),
    [
        ("UPDATE entry SET body = body || '\\x20' WHERE seq = 3", "content does not match"),
        ("UPDATE entry SET signature = '\\x00' WHERE seq = 3", "not signed"),
        ("DELETE FROM entry WHERE seq = 2", "number 3 where 2 belongs"),
        ("DELETE FROM entry WHERE seq = 5", "the chain ends at 4"),
        ("UPDATE sale SET total_minor = total_minor + 1 WHERE receipt_no = 1", "lines, taxes and payments differ"),
        ("DELETE FROM sale WHERE receipt_no = 1", "entry 3 is not among the sales"),
        ("DELETE FROM payment", "lines, taxes and payments differ"),
        ("UPDATE stock SET on_hand_milli = on_hand_milli + 1", "on hand"),
        ("INSERT INTO shift_day SELECT shift_id, shop_id, business_day - 90 FROM sale", "its shift on 2025-12-01"),
        ("DELETE FROM stock", "0 on hand"),
    ],
)
async def test_what_was_meddled_with_is_found(pool: Pool, day: Terminal, meddling: str, found: str) -> None:
    async with pool.connection() as conn:
        await conn.execute(meddling)
    verdict = await verify_centre(pool)
    assert not verdict["ok"]
    assert found in " ".join(verdict["problems"])


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(750, "EUR", "7.50"), (-5, "EUR", "-0.05"), (750, "JPY", "750"), (1234, "KWD", "1.234"), (0, "EUR", "0.00")],
)
def test_money_as_text(minor: int, currency: str, text: str) -> None:
    assert decimal_text(minor, currency) == text
