"""Parked tickets at the centre: who has one, what other tills hear, and what is paid twice."""

from dataclasses import dataclass

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.identity.auth import Caller
from server_stub.parked import keeping
from sync.wire.parked import Claim, Offer, Parked, TicketAnswer
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale, new_id
from tests.server.test_projection import push

MILK = new_id()


@dataclass
class Desk:
    """A terminal as the routes see it."""

    pool: Pool
    till: Terminal

    @property
    def caller(self) -> Caller:
        device, shop = self.till.device, self.till.ground.shop
        return Caller(device, device, "active", shop, "T1", "", b"", False, None)

    async def park(self, ident: str, cart: str = "{}", at: str = "2026-03-01T10:00:00.000+01:00") -> TicketAnswer:
        fields = {"lines": 1, "total_minor": 350, "currency": "EUR", "version": 1, "name": "Table 4"}
        async with self.pool.connection() as conn, conn.transaction():
            return await keeping.park(conn, self.caller, Offer(id=ident, parked_at=at, cart=cart, **fields))

    async def take(self, ident: str, revision: int = 0) -> TicketAnswer:
        async with self.pool.connection() as conn, conn.transaction():
            return await keeping.take(conn, self.caller, Claim(id=ident, revision=revision))

    async def drop(self, ident: str, revision: int = 0) -> TicketAnswer:
        async with self.pool.connection() as conn, conn.transaction():
            return await keeping.drop(conn, self.caller, Claim(id=ident, revision=revision))


@pytest.fixture
def first(pool: Pool, till: Terminal) -> Desk:
    return Desk(pool, till)


@pytest.fixture
async def second(pool: Pool, ground: Ground) -> Desk:
    other = Terminal(ground)
    async with pool.connection() as conn:
        await other.enrol(conn)
        await conn.execute("UPDATE registered_devices SET name = 'Till 2' WHERE device_uuid = %s", (other.device,))
    return Desk(pool, other)


async def heard(pool: Pool, centre: Centre, desk: Desk) -> list[Parked]:
    """What a till that reads the whole feed has then."""
    await number_changes(pool)
    page = await read_page(pool, centre, f"receipts:{desk.till.ground.shop}", device_uuid=desk.till.device)
    told = [each for each in page.changes if each.entity == "parked" and not each.deleted]
    return [msgspec.msgpack.decode(each.row, type=Parked) for each in told]


async def test_a_ticket_is_told_to_the_shop_and_goes_to_who_comes_first(
    pool: Pool, centre: Centre, first: Desk, second: Desk
) -> None:
    ident = new_id()
    assert (await first.park(ident)).state == "yours"
    assert (await first.park(ident)).revision == 1, "the same again is no news"
    [ticket] = await heard(pool, centre, second)
    assert (ticket.id, ticket.till, ticket.name, ticket.taken_by) == (ident, "till", "Table 4", "")
    taken = await second.take(ident)
    assert taken.state == "yours"
    assert taken.ticket is not None
    assert taken.ticket.cart == "{}"
    assert (await second.take(ident)).state == "yours", "an answer that was lost is asked for again"
    refused = await first.take(ident)
    assert (refused.state, refused.till) == ("taken", "Till 2")
    assert (await first.park(ident, '{"stale": 1}')).state == "taken", "what the other has is not written over"
    [ticket] = await heard(pool, centre, first)
    assert (ticket.taken_by, ticket.taken_till) == (second.till.device, "Till 2")
    assert (await first.drop(ident)).state == "taken"
    assert (await second.drop(ident)).state == "yours"
    assert await heard(pool, centre, first) == []
    assert (await first.take(ident)).state == "gone"
    assert (await first.park(ident)).state == "gone"


async def test_another_till_parks_it_again_and_who_opened_the_old_one_alone_does_not_take_it_away(
    pool: Pool, centre: Centre, first: Desk, second: Desk
) -> None:
    ident = new_id()
    known = (await first.park(ident)).revision
    await second.take(ident)
    assert (await second.park(ident, '{"more": 1}', "2026-03-01T10:05:00.000+01:00")).state == "yours"
    assert (await first.take(ident, known)).till == "Till 2"
    assert (await first.drop(ident, known)).state == "taken"
    [ticket] = await heard(pool, centre, first)
    assert (ticket.till, ticket.cart, ticket.taken_by) == ("Till 2", '{"more": 1}', "")
    untouched = await first.drop(ident, ticket.revision)
    assert untouched.state == "yours", "sold offline as it still is here"


async def test_another_shop_neither_sees_nor_takes_it(pool: Pool, centre: Centre, first: Desk) -> None:
    elsewhere = Desk(pool, Terminal(Ground()))
    ident = new_id()
    await first.park(ident)
    assert await heard(pool, centre, elsewhere) == []
    answers = [await elsewhere.take(ident), await elsewhere.drop(ident), await elsewhere.park(ident)]
    assert [answer.state for answer in answers] == ["unknown"] * 3


async def test_a_shop_that_parks_without_end_is_told_that_this_one_is_not_kept(
    first: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_OF_SHOP", 1)
    assert (await first.park(new_id())).state == "yours"
    assert (await first.park(new_id())).state == "unknown"


async def test_a_sale_ends_its_ticket_and_two_that_live_are_a_case_with_both_payments(
    pool: Pool, centre: Centre, first: Desk, second: Desk, ground: Ground
) -> None:
    ident, cases = new_id(), "SELECT subject, detail, shop_id::text FROM cases WHERE kind = 'parked.twice'"
    await first.park(ident)
    first.till.open()
    second.till.open()
    one = msgspec.structs.replace(make_sale(ground, "T1-1", 1, MILK), sale_id=ident, parked_id=ident)
    voided = msgspec.structs.replace(make_sale(ground, "T2-1", 1, MILK), parked_id=ident)
    first.till.seal(one)
    second.till.seal(voided)
    second.till.void(voided)
    assert await push(pool, centre, first.till) == ()
    assert await heard(pool, centre, second) == []
    assert await push(pool, centre, second.till) == ()
    assert await rows(pool, cases) == [], "it was taken back"
    second.till.seal(msgspec.structs.replace(make_sale(ground, "T2-3", 3, MILK), parked_id=ident))
    before = len(second.till.entries)
    assert await push(pool, centre, second.till, before) == ()
    [(subject, detail, shop)] = await rows(pool, cases)
    assert (subject, shop) == (f"{ground.shop} T1-1+T2-3", ground.shop)
    assert detail.count("cash") == 2
    assert await ask(pool, "SELECT count(*) FROM sale WHERE void_id IS NULL") == 2
    assert await ask(pool, "SELECT count(*) FROM quarantine") == 0


async def test_what_another_till_has_added_meanwhile_outlives_the_sale_of_the_old_one(
    pool: Pool, centre: Centre, first: Desk, second: Desk, ground: Ground
) -> None:
    ident = new_id()
    await first.park(ident)
    await second.take(ident)
    await second.park(ident, '{"more": 1}', "2026-03-01T10:05:00.000+01:00")
    first.till.open()
    first.till.seal(msgspec.structs.replace(make_sale(ground, "T1-1", 1, MILK), sale_id=ident, parked_id=ident))
    assert await push(pool, centre, first.till) == ()
    [ticket] = await heard(pool, centre, first)
    assert ticket.cart == '{"more": 1}'
    async with pool.connection() as conn:
        await conn.execute("UPDATE parked SET gone_at = now() - interval '31 days'")
        await keeping.prune_parked(conn)
    assert await heard(pool, centre, first) == []
