"""Customers over REST and on the command line: found, changed, exported whole, erased while every chain verifies."""

import json
from asyncio import to_thread
from pathlib import Path

import httpx
import pytest

from server_stub.centre import load_centre
from server_stub.cli import run_command_line
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from sync.wire.attachments import attachment_hash
from tests.server_http.api import Program, make_day, make_program
from tests.server_http.conftest import SHOP, RunningCentre

ANNA = {"shop": SHOP, "name": "Анна Королёва", "email": "ksenia@example.org", "phone": "+49 30 1234567", "note": "tall"}


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_a_customer_is_found_and_changed(erp: Program) -> None:
    made = await erp.make("/customers", ANNA)
    await erp.make("/customers", {"shop": SHOP, "name": "Boris"})
    for words in ("королева", "АННА кор", "ksenia", "1234"):
        assert [item["id"] for item in (await erp.get("/customers", q=words))["items"]] == [made["id"]]
    path = f"/customers/{made['id']}"
    changed = await erp.call("PATCH", path, {"name": "Anna Smith", "version": made["version"]})
    assert (changed.json()["name"], changed.json()["email"]) == ("Anna Smith", ANNA["email"])
    late = await erp.call("PATCH", path, {"name": "Other", "version": made["version"]})
    assert (late.status_code, late.json()["present"]) == (409, changed.json())
    assert (await erp.get("/customers", q="королева"))["items"] == []
    for nonsense in ({}, {"name": "x"}, {"shop": made["id"], "name": "x"}, ANNA | {"name": ""}, ANNA | {"note": "\0"}):
        assert (await erp.call("POST", "/customers", nonsense)).status_code == 400


async def test_erasing_leaves_nothing_but_hashes_that_still_verify(erp: Program, centre_server: RunningCentre) -> None:
    made = (await erp.call("POST", "/customers", ANNA, **{"Idempotency-Key": "once"})).json()
    await erp.call("PATCH", f"/customers/{made['id']}", {"address": "Linden Street 4"})
    present = await erp.get(f"/customers/{made['id']}")
    day = await make_day(centre_server, [made["id"]])
    body = json.dumps({"customer_id": made["id"], "attachment": present["sha256"]}).encode()
    day.till.seal_body("customer.registered", 1, body)
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch())

        exported = await erp.get(f"/customers/{made['id']}/export")
        first, second = exported["attachments"]
        assert (first["data"], second["data"]["address"]) == (None, "Linden Street 4")
        assert first["sha256"] == made["sha256"]
        assert exported["kept_answers"][0]["answer"]["email"] == ANNA["email"]
        content = centre_server.ask("SELECT salt, bytes FROM attachment WHERE bytes IS NOT NULL")[0]
        assert attachment_hash(*content).hex() == present["sha256"]  # type: ignore[arg-type]

        erased = await erp.call("DELETE", f"/customers/{made['id']}")
        assert (erased.json()["blanked"], erased.json()["kept"]) == (1, [])
        told = await erp.get(f"/customers/{made['id']}")
        assert (told["name"], told["email"], told["sha256"]) == ("", "", present["sha256"])
        assert (await verify_centre(pool))["problems"] == []
    for table in ("customer", "attachment", "idempotent_call", "audit", "entry", "product_search"):
        everything = str(centre_server.ask(f"SELECT t::text FROM {table} t"))
        for word in ("ksenia", "Анна", "корол", "example.org", "1234567", "Linden"):
            assert word not in everything
            assert word.encode().hex() not in everything
    assert (await erp.get("/customers", q="ksenia"))["items"] == []
    assert (await erp.call("PATCH", f"/customers/{made['id']}", {"name": "x"})).status_code == 409
    again = await erp.call("POST", "/customers", ANNA, **{"Idempotency-Key": "once"})
    assert again.status_code == 422


async def test_what_the_law_wants_is_kept_and_named(erp: Program, centre_server: RunningCentre) -> None:
    made = await erp.make("/customers", ANNA | {"retain_until": "2027-01-01"})
    erased = await erp.call("DELETE", f"/customers/{made['id']}")
    assert erased.json()["kept"] == [{"attachment": made["attachment"], "retain_until": "2027-01-01"}]
    centre_server.clock.advance(days=60)
    assert (await erp.call("DELETE", f"/customers/{made['id']}")).json()["blanked"] == 1
    verdicts = centre_server.ask("SELECT action FROM audit ORDER BY n")
    assert [action for (action,) in verdicts][-2:] == ["customer.erased", "customer.erased"]


async def test_a_meddled_attachment_is_found(erp: Program, centre_server: RunningCentre) -> None:
    await erp.make("/customers", ANNA)
    centre_server.ask("UPDATE attachment SET bytes = bytes || '\\x20'")
    async with open_pool(centre_server.database_url) as pool:
        assert "attachment" in str((await verify_centre(pool))["problems"])


async def test_the_command_line_exports_and_erases(
    erp: Program, centre_server: RunningCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = await erp.make("/customers", ANNA)
    reach = ["--database-url", centre_server.database_url, "--json"]
    assert await to_thread(run_command_line, ["customers", "export", made["id"], *reach]) == 0
    assert json.loads(capsys.readouterr().out)["attachments"][0]["data"]["email"] == ANNA["email"]
    assert await to_thread(run_command_line, ["customers", "erase", made["id"], *reach]) == 0
    assert json.loads(capsys.readouterr().out)["blanked"] == 1
    assert await to_thread(run_command_line, ["customers", "erase", "nobody", *reach]) == 3
    assert await to_thread(run_command_line, ["verify", *reach]) == 0
