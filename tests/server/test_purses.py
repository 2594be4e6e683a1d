"""Store credit, accounts and points at the centre: the ledger, what tills are told, holds, what is overspent."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.verify import verify_centre
from server_stub.returns.receipts import find_receipt
from server_stub.value.purse_holding import hold_purse
from sync.wire.facts import Payment, SaleCompleted
from sync.wire.purses import PurseAnswer, PurseQuestion, moves_of
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale, new_id
from tests.server.test_offers import add_customer, held_of, pull
from tests.server.test_projection import push

MILK = new_id()
CASES = "SELECT count(*) FROM cases WHERE kind = 'purse_overspent' AND closed_at IS NULL"


async def make_customer(pool: Pool, shop: str, limit_minor: int = 0) -> str:
    async with pool.connection() as conn:
        ident = await add_customer(conn, shop, "Anna Rot")
        await conn.execute("UPDATE customer SET account_limit_minor = %s WHERE customer_id = %s", (limit_minor, ident))
    return ident


def pay(till: Terminal, customer: str, *payments: Payment, points: int = 0) -> SaleCompleted:
    total = sum(payment.amount_minor for payment in payments)
    return till.sell(MILK, 1, total, payments=payments, change_minor=0, customer_id=customer, points=points)


def spend(purse: str, amount_minor: int, hold: str = "") -> Payment:
    points = amount_minor // 5 if purse == "points" else 0
    return Payment(method=purse, amount_minor=amount_minor, hold=hold, points=points)


async def told(pool: Pool, centre: Centre, shop: str, customer: str) -> tuple[int, int, int]:
    one = held_of(await pull(pool, centre, f"customers:{shop}"))[customer]
    return one.credit_minor, one.account_minor, one.points


async def hold(pool: Pool, till: Terminal, customer: str, purse: str, amount: int, ident: str) -> PurseAnswer | None:
    asked = PurseQuestion(customer_id=customer, purse=purse, amount=amount, hold=ident)
    async with pool.connection() as conn, conn.transaction():
        return await hold_purse(conn, till.device, asked)


async def test_tills_are_told_what_sales_moved_and_a_void_undoes_it(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna = await make_customer(pool, ground.shop, 5000)
    till.open()
    pay(till, anna, Payment(method="credit", amount_minor=-1000))
    bought = pay(
        till, anna, spend("credit", 300), spend("account", 200), Payment(method="cash", amount_minor=90), points=5
    )
    assert await push(pool, centre, till) == ()
    assert await told(pool, centre, ground.shop, anna) == (700, -200, 5)
    last = len(till.entries)
    till.void(bought)
    assert await push(pool, centre, till, last + 1) == ()
    assert await told(pool, centre, ground.shop, anna) == (1000, 0, 0)
    assert await ask(pool, CASES) == 0
    assert (await verify_centre(pool))["ok"]
    async with pool.connection() as conn:
        await conn.execute("UPDATE purse_move SET amount = amount + 1 WHERE purse = 'credit' AND NOT voided")
    assert "by credit is not booked so" in (await verify_centre(pool))["problems"][0]


async def test_credit_that_is_spent_when_its_return_is_voided_is_a_case(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna = await make_customer(pool, ground.shop)
    till.open()
    back = pay(till, anna, Payment(method="credit", amount_minor=-1000))
    pay(till, anna, spend("credit", 900))
    await push(pool, centre, till)
    assert await ask(pool, CASES) == 0
    last = len(till.entries)
    till.void(back)
    await push(pool, centre, till, last + 1)
    assert await ask(pool, CASES) == 1


async def test_what_two_tills_overspent_is_booked_and_a_case_until_it_is_covered(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna = await make_customer(pool, ground.shop, 500)
    other = Terminal(ground)
    async with pool.connection() as conn:
        await other.enrol(conn)
    for each in (till, other):
        each.open()
        pay(each, anna, spend("account", 400))
        await push(pool, centre, each)
    assert await told(pool, centre, ground.shop, anna) == (0, -800, 0)
    assert await rows(pool, "SELECT subject, shop_id::text FROM cases WHERE kind = 'purse_overspent'") == [
        (anna, ground.shop)
    ]
    last = len(till.entries)
    pay(till, anna, Payment(method="account", amount_minor=-300))
    await push(pool, centre, till, last + 1)
    assert await ask(pool, CASES) == 0


async def test_points_that_came_back_with_goods_are_no_case(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna = await make_customer(pool, ground.shop)
    till.open()
    pay(till, anna, Payment(method="cash", amount_minor=-100), points=-3)
    await push(pool, centre, till)
    assert await told(pool, centre, ground.shop, anna) == (0, 0, -3)
    assert await ask(pool, CASES) == 0


async def test_a_hold_keeps_it_from_other_tills_until_it_is_paid(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna, mine, other = await make_customer(pool, ground.shop, 1000), new_id(), new_id()
    assert await hold(pool, till, new_id(), "credit", 1, new_id()) is None
    first = await hold(pool, till, anna, "account", 800, mine)
    assert first is not None
    assert (first.currency, first.free, first.held) == ("EUR", 1000, 800)
    second = await hold(pool, till, anna, "account", 800, other)
    assert second is not None
    assert (second.free, second.held) == (200, 0)
    again = await hold(pool, till, anna, "account", 900, mine)
    assert again is not None
    assert again.held == 900
    till.open()
    pay(till, anna, spend("account", 900, mine))
    await push(pool, centre, till)
    assert await ask(pool, "SELECT count(*) FROM purse_hold") == 0
    late = await hold(pool, till, anna, "account", 100, other)
    assert late is not None
    assert (late.free, late.held) == (100, 100)
    await hold(pool, till, anna, "account", 0, other)
    assert await ask(pool, "SELECT count(*) FROM purse_hold") == 0


async def test_a_till_asks_only_for_customers_of_its_shop(pool: Pool, till: Terminal, ground: Ground) -> None:
    async with pool.connection() as conn:
        stranger = await add_customer(conn, (await make_ground(conn, "Other")).shop, "Boris Kask")
        everybody = await add_customer(conn, ground.shop, "Carla", everywhere=True)
    assert await hold(pool, till, stranger, "credit", 0, new_id()) is None
    assert await hold(pool, till, everybody, "credit", 0, new_id()) is not None


PAYMENTS = st.lists(
    st.builds(spend, st.sampled_from(("credit", "account", "points")), st.integers(-100, 100).map(lambda n: n * 5)),
    max_size=3,
)


@given(st.lists(st.tuples(PAYMENTS, st.integers(-9, 9), st.booleans()), max_size=8))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_what_a_customer_has_is_the_sum_of_what_stands(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, made: list[tuple[list[Payment], int, bool]]
) -> None:
    anna = await make_customer(pool, ground.shop)
    first, has = len(till.entries) + 1, {"credit": 0, "account": 0, "points": 0}
    for payments, points, voided in made:
        sale = pay(till, anna, Payment(method="cash", amount_minor=1), *payments, points=points)
        if voided:
            till.void(sale)
        for move in () if voided else moves_of(sale):
            has[move.purse] += move.amount
    if made:
        assert await push(pool, centre, till, first) == ()
    assert await told(pool, centre, ground.shop, anna) == tuple(has.values())


def pay_debt(till: Terminal, customer: str, amount_minor: int) -> SaleCompleted:
    """A ticket without goods: so much in cash goes to the account."""
    paid = (Payment(method="cash", amount_minor=amount_minor), Payment(method="account", amount_minor=-amount_minor))
    till.receipt_no += 1
    goods = make_sale(till.ground, f"D-{till.receipt_no}", till.receipt_no, MILK, 1, 100)
    sale = replace(goods, lines=(), taxes=(), total_minor=0, payments=paid, change_minor=0, customer_id=customer)
    till.seal(sale)
    return sale


async def test_a_debt_that_is_paid_at_a_till_is_booked_once(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna = await make_customer(pool, ground.shop, 5000)
    till.open()
    pay(till, anna, spend("account", 800))
    paid = pay_debt(till, anna, 300)
    assert await push(pool, centre, till) == ()
    assert await push(pool, centre, till) == ()  # handed in once more
    assert await told(pool, centre, ground.shop, anna) == (0, -500, 0)
    assert (await verify_centre(pool))["ok"]
    last = len(till.entries)
    till.void(paid)
    await push(pool, centre, till, last + 1)
    assert await told(pool, centre, ground.shop, anna) == (0, -800, 0)


async def test_points_of_a_return_are_taken_from_whoever_bought_it(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    anna, ben = await make_customer(pool, ground.shop), await make_customer(pool, ground.shop)
    till.open()
    sold = pay(till, anna, Payment(method="cash", amount_minor=500), points=5)
    await push(pool, centre, till)
    async with pool.connection() as conn:
        receipt = await find_receipt(conn, ground.shop, sold.receipt)
    assert receipt is not None
    assert (receipt.customer_id, receipt.points) == (anna, 5)
    last = len(till.entries)
    cash = (Payment(method="cash", amount_minor=500),)
    taken = ((anna, 3),)
    bought = till.sell(MILK, 1, 500, payments=cash, change_minor=0, customer_id=ben, points=5, points_taken=taken)
    nobodys = till.sell(MILK, 1, 500, payments=cash, change_minor=0, points_taken=((anna, 2),))
    assert await push(pool, centre, till, last + 1) == ()
    assert [(await told(pool, centre, ground.shop, one))[2] for one in (anna, ben)] == [0, 5]
    assert await ask(pool, CASES) == 0
    last = len(till.entries)
    till.void(bought)
    till.void(nobodys)
    await push(pool, centre, till, last + 1)
    assert [(await told(pool, centre, ground.shop, one))[2] for one in (anna, ben)] == [5, 0]
    assert (await verify_centre(pool))["ok"]
