"""Documents that wait for an approval, at two tills and the centre: booked once, whoever decides and how often."""

from pathlib import Path

import msgspec
import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.stock import GoodsMoved, Movement
from desktop.operations.approvals import decide_approval, see_approvals
from desktop.operations.stock import record_or_ask
from server_stub.approvals.deciding import decide_approval as decide_at_centre
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.goods.shops import save_shop
from server_stub.ids import new_id
from server_stub.journal.verify import verify_centre
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, make_ground, shop_terms

ASKER = Person("00000000-0000-7000-8000-000000000009", "ola", "Ola", "warehouse_worker")
PRODUCT = "00000000-0000-7000-8000-0000000000aa"


def ask(desk: Desk, ground: Ground, milli: int) -> str:
    """Ask to write goods off the shelf; gives the document's id."""
    document = GoodsMoved(
        new_id(), "written_off", (Movement(PRODUCT, ground.shelf, ground.waste, milli),), reason="wet"
    )
    with desk.terminal.database.writing() as connection:
        assert record_or_ask(connection, desk.terminal, ASKER, document, asks=True).waits
    return document.document_id


def waiting(desk: Desk) -> list[str]:
    return [seen.approval.id for seen in see_approvals(desk.terminal, WIM)]


async def test_a_document_is_booked_once_whoever_decides(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        strict = {"adjust_stock": {"warehouse_worker": "approval"}}
        await save_shop(conn, msgspec.structs.replace(shop_terms(ground, "Corner"), permissions=strict))
    here, there = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        both, declined, office = (ask(here, ground, milli) for milli in (1000, 2000, 4000))
        assert sorted(waiting(here)) == sorted([both, declined, office]), "before the centre has heard of it"
        await here.push(pool, centre)
        assert await centre_held(pool) == {}
        for desk in (here, there):
            await desk.pull(pool, centre)
            assert sorted(waiting(desk)) == sorted([both, declined, office])
        for desk in (here, there):
            decide_approval(desk.terminal, WIM, both, approved=True)
        decide_approval(here.terminal, WIM, declined, approved=False)
        decide_approval(there.terminal, WIM, declined, approved=True)
        await here.push(pool, centre)
        await there.push(pool, centre)
        async with pool.connection() as conn:
            with pytest.raises(Denied, match="Somebody else"):
                await decide_at_centre(conn, office, clock.now(), ASKER.id, approved=True)
            await decide_at_centre(conn, office, clock.now(), "vera", approved=True)
            with pytest.raises(Denied, match="already"):
                await decide_at_centre(conn, office, clock.now(), "vera", approved=False)
        told = {(PRODUCT, ground.shelf, ""): -5000, (PRODUCT, ground.waste, ""): 5000}
        assert await centre_held(pool) == told
        for desk in (here, there):
            await desk.pull(pool, centre)
            assert (desk.held(), waiting(desk)) == (told, [])
            assert desk.is_rebuilt("order_end", *(["goods_asked"] if desk is here else []))
        booked = "SELECT document_id::text, actor, granted_by FROM goods_document ORDER BY document_id = %s"
        assert await rows(pool, booked, office) == [(both, ASKER.id, WIM.id), (office, ASKER.id, "vera")]
        assert await rows(pool, "SELECT kind FROM cases") == [("approval.decided_twice",)]
        assert not (await verify_centre(pool))["problems"]
        with pytest.raises(Refusal) as refused:
            decide_approval(here.terminal, WIM, office, approved=True)
        assert refused.value.code == "approval.gone"
    finally:
        here.close()
        there.close()
