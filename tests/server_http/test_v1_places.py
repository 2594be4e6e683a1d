"""Places over REST and from files: a tree, a range at once, changed and ended; what makes no sense is told."""

import json
from asyncio import to_thread
from pathlib import Path

import httpx
import pytest

from server_stub.cli import run_command_line
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre

GOODS = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, track_lots, packed)
VALUES (gen_random_uuid(), 'SOAP', 'Soap', 'pcs', 10000, 0, 'X', false, 0, true, false, '') RETURNING id::text
"""


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_a_range_is_made_in_its_zone_changed_and_ended(erp: Program, centre_server: RunningCentre) -> None:
    ((product,),) = centre_server.ask(GOODS)
    zone = await erp.make("/places", {"shop": SHOP, "code": "Z", "kind": "zone", "name": "Dry"})
    asked = {"shop": SHOP, "pattern": "A-{01..02}-{01..03}-{1..2}", "parent": "z", "groups": ["aisle", "rack"]}
    assert await erp.make("/places/range", asked) == {"made": 20, "bins": 12, "first": "A-01-01-1", "last": "A-02-03-2"}
    assert (await erp.make("/places/range", asked))["made"] == 0
    aisles = (await erp.get("/places", parent=zone["id"]))["items"]
    assert [(one["code"], one["kind"]) for one in sorted(aisles, key=lambda one: one["code"])] == [
        ("A-01", "aisle"), ("A-02", "aisle"),
    ]  # fmt: skip
    bins = {one["code"]: one for one in (await erp.get("/places", shop=SHOP, kind="bin"))["items"]}
    assert bins["A-02-03-1"]["put_sequence"] == 7  # the way turns round
    assert bins["A-01-01-2"]["parent_code"] == "A-01-01"
    one = bins["A-01-01-1"]
    draft = {"code": "A-01-01-1", "kind": "bin", "parent": "A-01-01", "sku": "SOAP", "holds": "40", "check_code": "k7"}
    draft |= {"least": "5", "most": "30"}
    changed = (await erp.call("PUT", f"/places/{one['id']}", draft)).json()
    assert (changed["sku"], changed["holds"], changed["check_code"]) == ("SOAP", "40", "K7")
    assert (changed["least"], changed["most"]) == ("5", "30"), "a pick face"
    for wrong in ({"most": "41"}, {"least": "31"}, {"sku": ""}, {"kind": "zone"}):
        assert (await erp.call("PUT", f"/places/{one['id']}", draft | wrong)).status_code == 400
    stock = "INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli) VALUES (%s, %s, %s, 1000) RETURNING 1"
    centre_server.ask(stock, product, one["id"], SHOP)
    assert (await erp.call("DELETE", f"/places/{one['id']}")).status_code == 409
    gone = bins["A-01-01-2"]["id"]
    assert (await erp.call("DELETE", f"/places/{gone}")).json() == {"id": gone, "kept": False}
    assert (await erp.call("GET", f"/places/{gone}")).status_code == 404
    centre_server.ask("UPDATE stock SET on_hand_milli = 0 RETURNING 1")
    assert (await erp.call("DELETE", f"/places/{one['id']}")).json()["kept"]
    assert not (await erp.get(f"/places/{one['id']}"))["active"]


@pytest.mark.parametrize(
    ("path", "draft", "message"),
    [
        ("/places", {"code": "Z", "kind": "bin"}, "There is a place Z already"),
        ("/places", {"code": "B", "kind": "bin", "parent": "NO"}, "There is no place NO"),
        ("/places", {"code": "B", "kind": "bin", "sku": "NO"}, "There is no product NO"),
        ("/places", {"code": "B", "kind": "plate"}, "Invalid enum value 'plate'"),
        ("/places/range", {"pattern": "A-1"}, "a range has a group"),
        ("/places/range", {"pattern": "{1..2}", "groups": ["aisle"]}, "The last group of a range is its bins"),
    ],
)
async def test_what_makes_no_sense_is_told(erp: Program, path: str, draft: dict[str, object], message: str) -> None:
    await erp.make("/places", {"shop": SHOP, "code": "Z", "kind": "zone"})
    answer = await erp.call("POST", path, draft | {"shop": SHOP})
    assert (answer.status_code, message in answer.text) == (400, True), answer.text


async def test_what_is_sold_goes_to_a_place_that_stays(erp: Program) -> None:
    """No row of stock says so, but every sale moved goods there, as every delivery came from a supplier's."""
    outside = await erp.make("/places", {"shop": SHOP, "code": "DAIRY", "kind": "supplier"})
    assert (await erp.call("DELETE", f"/places/{outside['id']}")).json()["kept"]
    place = await erp.make("/places", {"shop": SHOP, "code": "SOLD", "kind": "customer"})
    path = f"/places/{place['id']}"
    assert (await erp.call("PUT", path, {"code": place["code"], "kind": "shelf"})).status_code == 400
    assert (await erp.call("DELETE", path)).status_code == 409
    assert await erp.get(path) == place


async def test_a_place_is_never_in_itself(erp: Program) -> None:
    top = await erp.make("/places", {"shop": SHOP, "code": "Z", "kind": "zone"})
    await erp.make("/places", {"shop": SHOP, "code": "Y", "kind": "aisle", "parent": "Z"})
    answer = await erp.call("PUT", f"/places/{top['id']}", {"code": "Z", "kind": "zone", "parent": "Y"})
    assert (answer.status_code, "cannot be in itself" in answer.text) == (400, True)


FILE = """code,kind,name,parent,goods_class,check_code
STORE,site,Store,,,
DRY,zone,Dry goods,STORE,Pantry,
"D-{1..3}-{1..2}",bin,,DRY,,
D-1-1,bin,Kept,DRY,,ZZ
"""


async def test_a_file_makes_a_tree_and_changes_it(
    centre_server: RunningCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", centre_server.database_url)
    path = tmp_path / "places.csv"
    path.write_text(FILE, encoding="utf-8")

    async def run(*more: str) -> dict[str, object]:
        await to_thread(run_command_line, ["import", "places", str(path), "--shop", SHOP, "--json", *more])
        told: dict[str, object] = json.loads(capsys.readouterr().out)
        return told

    told = await run()
    assert (told["added"], told["changed"], told["rejected"]) == (8, 1, [])
    assert (await run())["unchanged"] == 3
    path.write_text("code,kind,parent\nE,bin,NOWHERE\n", encoding="utf-8")
    assert [bad["reason"] for bad in (await run())["rejected"]] == ["There is no place NOWHERE"]  # type: ignore[attr-defined]
