"""Gift certificates at the centre: the ledger, holds, what is overspent and what comes late."""

from msgspec.structs import replace

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.value.holding import hold_gift
from sync.wire.facts import Payment, SaleCompleted
from sync.wire.line_detail import LineDetail
from sync.wire.tenders import GiftAnswer, GiftQuestion
from tests.server.asking import ask, rows
from tests.server.terminal import Terminal, make_sale, new_id
from tests.server.test_projection import push
from tests.server.test_returns import give_back

CARD, NUMBER = new_id(), "GC-000123"
BALANCE = "SELECT sum(amount_minor) FROM gift_move WHERE number = 'GC-000123' AND NOT voided"
CASES = "SELECT count(*) FROM cases WHERE kind = 'gift_overspent' AND closed_at IS NULL"


def issue(till: Terminal, worth_minor: int = 5000) -> SaleCompleted:
    till.receipt_no += 1
    sale = make_sale(till.ground, f"G-{till.receipt_no}", till.receipt_no, CARD, 1, worth_minor)
    line = replace(sale.lines[0], detail=LineDetail(serial=NUMBER, gift=True))
    sold = replace(sale, lines=(line,))
    till.seal(sold)
    return sold


def redeem(till: Terminal, amount_minor: int, hold: str = "") -> SaleCompleted:
    paid = Payment(method="gift", amount_minor=amount_minor, reference=NUMBER, hold=hold)
    return till.sell(CARD, 1, amount_minor, payments=(paid,), change_minor=0)


async def hold(pool: Pool, till: Terminal, amount_minor: int, hold_id: str) -> GiftAnswer | None:
    async with pool.connection() as conn, conn.transaction():
        return await hold_gift(conn, till.device, GiftQuestion(number=NUMBER, amount_minor=amount_minor, hold=hold_id))


async def test_sold_redeemed_in_parts_and_given_back_by_a_void(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    issue(till)
    first, _ = redeem(till, 2000), redeem(till, 1500)
    assert await push(pool, centre, till) == ()
    assert await ask(pool, BALANCE) == 1500
    last = len(till.entries)
    till.void(first)
    assert await push(pool, centre, till, last + 1) == ()
    assert await ask(pool, BALANCE) == 3500
    assert await ask(pool, CASES) == 0


async def test_what_is_overspent_is_booked_and_a_case_once(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    issue(till, 1000)
    redeem(till, 900)
    redeem(till, 900)
    redeem(till, 100)
    assert await push(pool, centre, till) == ()
    assert await ask(pool, BALANCE) == -900
    assert await rows(pool, "SELECT subject, shop_id::text FROM cases WHERE kind = 'gift_overspent'") == [
        (NUMBER, till.ground.shop)
    ]


async def test_an_issue_that_lands_late_settles_the_case(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    redeem(till, 900)
    await push(pool, centre, till)
    assert await ask(pool, CASES) == 1
    last = len(till.entries)
    issue(till, 1000)
    await push(pool, centre, till, last + 1)
    assert (await ask(pool, BALANCE), await ask(pool, CASES)) == (100, 0)


async def test_a_hold_keeps_the_money_from_other_tills_until_it_is_paid_or_ends(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    assert await hold(pool, till, 100, new_id()) is None
    till.open()
    issue(till, 5000)
    await push(pool, centre, till)
    mine, other = new_id(), new_id()
    first = await hold(pool, till, 4000, mine)
    assert first is not None
    assert (first.state, first.currency, first.balance_minor, first.held_minor) == ("good", "EUR", 5000, 4000)
    second = await hold(pool, till, 4000, other)
    assert second is not None
    assert (second.balance_minor, second.held_minor) == (1000, 1000)
    again = await hold(pool, till, 4500, mine)
    assert again is not None
    assert (again.balance_minor, again.held_minor) == (4000, 4000)
    await hold(pool, till, 0, other)
    assert await ask(pool, "SELECT count(*) FROM gift_hold") == 1
    last = len(till.entries)
    redeem(till, 4000, mine)
    await push(pool, centre, till, last + 1)
    assert await ask(pool, "SELECT count(*) FROM gift_hold") == 0
    late = await hold(pool, till, 4000, new_id())
    assert late is not None
    assert late.held_minor == 1000
    async with pool.connection() as conn:
        await conn.execute("UPDATE gift_hold SET expires_at = now() - interval '1 minute'")
    freed = await hold(pool, till, 1, new_id())
    assert freed is not None
    assert freed.balance_minor == 1000


async def test_a_closed_or_expired_certificate_says_so(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    issue(till)
    await push(pool, centre, till)
    for change, state in (("active = false", "closed"), ("active = true, expires_on = '2020-01-01'", "expired")):
        async with pool.connection() as conn:
            await conn.execute(f"UPDATE gift SET {change}")
        answer = await hold(pool, till, 100, new_id())
        assert answer is not None
        assert (answer.state, answer.held_minor) == (state, 0)


def take_back(till: Terminal, sold: SaleCompleted, hold_id: str = "") -> SaleCompleted:
    """The certificate comes back for cash against its receipt."""
    return give_back(till, sold, 1, till.ground.shelf, held=hold_id)


async def test_one_that_comes_back_for_money_is_closed_and_open_again_by_a_void(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    sold = issue(till, 5000)
    await push(pool, centre, till)
    mine, last = new_id(), len(till.entries)
    await hold(pool, till, 5000, mine)
    back = take_back(till, sold, mine)
    assert await push(pool, centre, till, last + 1) == ()
    assert await ask(pool, BALANCE) == 0
    assert await ask(pool, "SELECT count(*) FROM gift_hold") == 0
    answer = await hold(pool, till, 100, new_id())
    assert answer is not None
    assert (answer.state, answer.balance_minor) == ("closed", 0)
    last = len(till.entries)
    till.void(back)
    await push(pool, centre, till, last + 1)
    again = await hold(pool, till, 100, new_id())
    assert again is not None
    assert (again.state, again.balance_minor, await ask(pool, CASES)) == ("good", 5000, 0)


async def test_one_that_was_used_elsewhere_and_came_back_offline_is_a_case(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    till.open()
    take_back(till, issue(till, 1000))
    redeem(till, 100)
    assert await push(pool, centre, till) == ()
    assert (await ask(pool, BALANCE), await ask(pool, CASES)) == (-100, 1)
