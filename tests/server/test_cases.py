"""Cases reach the tills of their shop, and no others, and go when somebody closes them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.feed.snapshot import latest_snapshot
from server_stub.journal.cases import close_case, open_case
from server_stub.journal.ingest import land
from server_stub.journal.project import replay_quarantine
from server_stub.terminals.registry import approve
from sync.wire.changes import Case
from sync.wire.digest import add_up
from tests.server.asking import ask
from tests.server.terminal import Ground, Terminal, make_ground, new_id
from tests.server.test_snapshot import opened

MILK = new_id()


async def told(pool: Pool, centre: Centre, shop: str) -> list[Case]:
    """Read the open cases as a till that begins, and check that the feed adds up."""
    await number_changes(pool)
    page = await read_page(pool, centre, f"shop:{shop}")
    assert page.digest == add_up(0, [change.position for change in page.changes if not change.deleted])
    cases = [change for change in page.changes if change.entity == "case" and not change.deleted]
    return [msgspec.msgpack.decode(change.row, type=Case) for change in cases]


async def poison(pool: Pool, centre: Centre, till: Terminal) -> int:
    """Hand in an entry that nobody can book; gives its number."""
    till.open()
    till.seal_body("promotion.dreamt", 1, json.dumps({"a": 1}).encode())
    await land(pool, centre, till.device, till.batch())
    return len(till.entries)


async def test_a_quarantined_entry_is_a_case_for_its_shop_only(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    async with pool.connection() as conn:
        other = await make_ground(conn, "Elsewhere")
    seq = await poison(pool, centre, till)
    (case,) = await told(pool, centre, ground.shop)
    assert (case.kind, case.terminal, case.device, case.subject) == ("quarantine", till.device, "till", "")
    assert (case.incarnation, case.seq) == (till.incarnation, seq)
    assert "promotion.dreamt" in case.detail
    assert await told(pool, centre, other.shop) == []


async def test_a_case_that_is_closed_by_whomever_is_gone_and_one_that_is_opened_again_is_back(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    await poison(pool, centre, till)
    (case,) = await told(pool, centre, ground.shop)
    for closed_at, left in (("now()", 0), ("NULL", 1), ("now()", 0)):
        async with pool.connection() as conn:
            await conn.execute(f"UPDATE cases SET closed_at = {closed_at} WHERE id = %s", (case.id,))
        assert len(await told(pool, centre, ground.shop)) == left
    page = await read_page(pool, centre, f"shop:{ground.shop}")
    assert [change.id for change in page.changes if change.deleted] == [case.id]


async def test_an_entry_that_goes_in_after_all_takes_its_case_along(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    till.open()
    till.sell(MILK)
    async with pool.connection() as conn:
        await conn.execute("UPDATE place SET kind = 'shelf' WHERE kind = 'customer'")
    await land(pool, centre, till.device, till.batch())
    assert len(await told(pool, centre, ground.shop)) == len(till.entries)
    async with pool.connection() as conn:
        await conn.execute("UPDATE place SET kind = 'customer' WHERE code = 'C'")
    assert await replay_quarantine(pool) == len(till.entries)
    assert await told(pool, centre, ground.shop) == []


async def test_each_kind_says_what_it_is_about(pool: Pool, centre: Centre, ground: Ground, till: Terminal) -> None:
    device, chain = till.device, till.incarnation
    async with pool.connection() as conn:
        await open_case(conn, "fork", f"{device} {chain}", "", device_uuid=device)
        await open_case(conn, "journal.broken", f"{device} {chain} 7", "", device_uuid=device)
        await open_case(conn, "device.other_key", device, "", device_uuid=device)
        await open_case(conn, "receipt.twice", f"{ground.shop} T1-000007", "")
        await open_case(conn, "future.kind", "a thing of its own", "", device_uuid=device)
        await open_case(conn, "backup.failed", "", "concerns the whole company")
    found = {case.kind: case for case in await told(pool, centre, ground.shop)}
    assert found.keys() == {"fork", "journal.broken", "device.other_key", "receipt.twice", "future.kind"}

    def about(kind: str) -> tuple[Any, ...]:
        case = found[kind]
        return (case.subject, case.terminal, case.incarnation, case.seq)

    assert about("fork") == ("", device, chain, 0)
    assert about("journal.broken") == ("", device, chain, 7)
    assert about("device.other_key") == ("", device, "", 0)
    assert about("receipt.twice") == ("T1-000007", "", "", 0)
    assert about("future.kind") == ("a thing of its own", device, "", 0)
    async with pool.connection() as conn:
        await close_case(conn, "fork", f"{device} {chain}")
    assert "fork" not in {case.kind for case in await told(pool, centre, ground.shop)}


async def test_a_terminal_that_went_on_anew_is_a_case_of_its_new_journal(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    till.open()
    await land(pool, centre, till.device, till.batch())
    till.go_on_anew("rewound")
    await land(pool, centre, till.device, till.batch())
    (case,) = await told(pool, centre, ground.shop)
    assert (case.kind, case.incarnation) == ("journal.rewound", till.incarnation)


async def test_a_snapshot_holds_the_open_cases_and_adds_up(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal, tmp_path: Path
) -> None:
    await poison(pool, centre, till)
    async with pool.connection() as conn:
        await open_case(conn, "fork", "closed", "", device_uuid=till.device)
        await close_case(conn, "fork", "closed")
    (case,) = await told(pool, centre, ground.shop)
    manifest = await latest_snapshot(pool, centre, ground.shop, tmp_path)
    assert manifest
    db = opened(tmp_path, manifest)
    columns = ", ".join(Case.__struct_fields__)
    held = db.execute(f'SELECT {columns} FROM "case"').fetchall()
    assert held == [msgspec.structs.astuple(case)]
    digest = db.execute("SELECT digest FROM feed WHERE name LIKE 'shop:%'").fetchone()[0]
    stamps = [row[0] for table in ("shop", "place", '"case"') for row in db.execute(f"SELECT position FROM {table}")]
    assert digest == add_up(0, stamps)
    db.close()


async def test_cases_that_were_open_before_have_their_shop(pool: Pool, ground: Ground, till: Terminal) -> None:
    found = await ask(pool, "SELECT case_shop('receipt.twice', %s || ' T-1', NULL)::text", ground.shop)
    assert found == ground.shop
    assert await ask(pool, "SELECT case_shop('fork', '', %s)::text", till.device) == ground.shop
    assert await ask(pool, "SELECT case_shop('receipt.twice', 'no uuid', NULL)") is None


async def test_the_cases_of_a_terminal_go_with_it(pool: Pool, centre: Centre, ground: Ground, till: Terminal) -> None:
    """From no shop to the one it is approved for, and from there to another; what is closed stays where it was."""
    async with pool.connection() as conn:
        other = await make_ground(conn, "Elsewhere")
        await conn.execute("UPDATE registered_devices SET shop_id = NULL, receipt_prefix = NULL, status = 'pending'")
        for kind in ("device.other_key", "fork"):
            await open_case(conn, kind, till.device, "", device_uuid=till.device)
        await close_case(conn, "fork", till.device)
    now = datetime.now(UTC)
    for here, gone in ((ground.shop, other.shop), (other.shop, ground.shop)):
        async with pool.connection() as conn:
            await approve(conn, till.device, here, now)
        (case,) = await told(pool, centre, here)
        assert case.kind == "device.other_key"
        assert await told(pool, centre, gone) == []
    page = await read_page(pool, centre, f"shop:{ground.shop}")
    assert [change.id for change in page.changes if change.deleted] == [case.id], "its tills are told that it went"
    assert await ask(pool, "SELECT shop_id FROM cases WHERE kind = 'fork'") is None
