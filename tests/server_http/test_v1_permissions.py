"""Head office says who may do what in a shop, and its terminals are told."""

import httpx
import msgspec
import pytest

from desktop.domain.permission import parse_rule
from desktop.domain.staff import ROLES, Right
from server_stub.database import open_pool
from server_stub.feed.rows import read_rows
from server_stub.feed.sequencer import number_changes
from sync.wire import permissions
from sync.wire.changes import Change, Shop
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre

RULES = {"void": {"cashier": "allowed 20"}, "discount": {"cashier": "allowed 5%", "salesperson": "denied"}}


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_permissions_are_taken_given_and_told(erp: Program, centre_server: RunningCentre) -> None:
    assert (await erp.get("/shops"))["items"][0]["permissions"] == {}
    changed = await erp.call("PATCH", f"/shops/{SHOP}", {"permissions": RULES})
    assert (changed.status_code, changed.json()["permissions"]) == (200, RULES)
    assert (await erp.get("/shops"))["items"][0] == changed.json()
    async with open_pool(centre_server.database_url) as pool:
        told: list[Change] = []
        while not told:  # the centre's own sequencer may be numbering it just now
            await number_changes(pool)
            async with pool.connection() as conn:
                rows = await read_rows(conn, f"shop:{SHOP}", 0, 100, "", bytes)
            told = [row for row in rows if row.entity == "shop"]
    assert msgspec.msgpack.decode(told[-1].row, type=Shop).permissions == RULES


@pytest.mark.parametrize(
    "wrong",
    [
        {"fly": {"cashier": "allowed"}},
        {"void": {"admin": "denied"}},
        {"void": {"cashier": "yes"}},
        {"void": {"cashier": "allowed -5"}},
        {"void": "allowed"},
    ],
)
async def test_what_no_terminal_understands_is_refused(erp: Program, wrong: object) -> None:
    assert (await erp.call("PATCH", f"/shops/{SHOP}", {"permissions": wrong})).status_code == 400
    assert (await erp.get("/shops"))["items"][0]["permissions"] == {}
    other = "018f0000-0000-7000-8000-0000000000ff"
    assert (await erp.call("PATCH", f"/shops/{other}", {"permissions": {}})).status_code == 404


def test_both_ends_know_the_same_rights_and_roles() -> None:
    assert tuple(Right) == permissions.RIGHTS
    assert {*permissions.ROLES} == {*ROLES} - {"admin"}
    for text in ("allowed", "approval 12.5", "denied", "allowed 10%"):
        assert parse_rule(text, "EUR")
