"""Boards of quick keys over REST: made, read, changed, forgotten; what makes no sense is refused with the reason."""

from typing import Any

import httpx
import pytest

from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.test_v1_offers import fed

BOARD: dict[str, Any] = {
    "name": "Counter",
    "roles": ["cashier"],
    "pages": [
        {
            "name": "Bread",
            "tiles": [
                {"at": 0, "sku": "ROLL", "colour": "leaf"},
                {"at": 3, "category": "Dairy"},
                {"at": 4, "page": "Drinks"},
            ],
        },
        {"name": "Drinks", "tiles": []},
    ],
}
SCOPES = ["boards:read", "boards:write", "products:write"]


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    program = await make_program(http, centre_server, SCOPES)
    await program.make("/products", {"sku": "ROLL", "name": "Roll", "price": "0.40"})
    return program


def page(*tiles: dict[str, Any]) -> dict[str, Any]:
    return {"pages": [{"name": "One", "tiles": list(tiles)}]}


async def test_a_board_is_made_read_changed_and_forgotten(erp: Program, centre_server: RunningCentre) -> None:
    made = await erp.make("/boards", BOARD)
    assert (made["shop"], made["roles"], made["version"]) == (None, ["cashier"], "1")
    assert made["pages"][0]["tiles"][0] == {"at": 0, "sku": "ROLL", "category": "", "page": "", "colour": "leaf"}
    assert fed(centre_server, "board") == {made["id"]: True}
    own = await erp.make("/boards", BOARD | {"shop": SHOP, "roles": []})
    assert [one["id"] for one in await erp.walk("/boards", limit=1, role="manager")] == [own["id"]]
    mixed = page({"at": 7, "category": "Tea"}, {"at": 2, "sku": "ROLL"})
    other = (await erp.call("PUT", f"/boards/{made['id']}", BOARD | mixed)).json()
    assert [tile["at"] for tile in other["pages"][0]["tiles"]] == [2, 7]
    assert other["version"] == "2"
    assert (await erp.get(f"/boards/{made['id']}")) == other
    assert (await erp.call("DELETE", f"/boards/{made['id']}")).json() == {"id": made["id"]}
    assert (await erp.call("GET", f"/boards/{made['id']}")).status_code == 404
    assert fed(centre_server, "board") == {made["id"]: False, own["id"]: True}
    actions = [action for (action,) in centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 2")]
    assert actions == ["board.removed", "board.changed"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"pages": []}, "pages"),
        ({"roles": ["king"]}, "roles"),
        ({"pages": [{"name": "One"}, {"name": "One"}]}, "two pages One"),
        (page({"at": 0}), "one of sku, category and page"),
        (page({"at": 0, "sku": "ROLL", "category": "Dairy"}), "one of sku, category and page"),
        (page({"at": 0, "page": "Nowhere"}), "no page"),
        (page({"at": 0, "sku": "ROLL"}, {"at": 0, "category": "Dairy"}), "two tiles lie at place 0"),
        (page({"at": 240, "sku": "ROLL"}), "239"),
        (page({"at": 0, "sku": "NO-1"}), "There is no product NO-1"),
        (page({"at": 0, "sku": "ROLL", "colour": "#fff"}), "colour"),
    ],
)
async def test_a_board_that_makes_no_sense_is_refused(erp: Program, wrong: dict[str, Any], reason: str) -> None:
    answer = await erp.call("POST", "/boards", BOARD | wrong)
    assert answer.status_code == 400
    assert reason in answer.json()["error"]


async def test_who_sees_one_shop_changes_its_own_boards_alone(
    http: httpx.AsyncClient, centre_server: RunningCentre, erp: Program
) -> None:
    everywhere = await erp.make("/boards", BOARD)
    mine = await make_program(http, centre_server, SCOPES, shop=SHOP)
    assert [one["id"] for one in (await mine.get("/boards"))["items"]] == [everywhere["id"]]
    assert (await mine.call("DELETE", f"/boards/{everywhere['id']}")).status_code == 403
    assert (await mine.call("PUT", f"/boards/{everywhere['id']}", BOARD)).status_code == 403
    own = await mine.make("/boards", BOARD)
    assert own["shop"] == SHOP
