"""Webhooks over REST and on the command line: added, tried, paused, removed, each where the caller may."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.cli import run_command_line
from server_stub.database import open_pool
from tests.server.receiving import LAN, Receiver, listening_receiver  # noqa: F401
from tests.server.working import until
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.people import sign_in_person

SCOPES = ["webhooks:read", "webhooks:write"]
HOOK = {"url": "https://erp.example/hook?key=s3cret", "events": ["sale.voided", "sale.completed"]}
OTHER = "018f0000-0000-7000-8000-000000000002"


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server, scopes=SCOPES)


async def test_a_webhook_over_rest(erp: Program, centre_server: RunningCentre) -> None:
    made = await erp.make("/webhooks", HOOK)
    assert len(made["secret"]) >= 40
    assert (made["events"], made["status"], made["shop"]) == (sorted(HOOK["events"]), "active", None)
    path = f"/webhooks/{made['id']}"
    shown = {name: value for name, value in made.items() if name != "secret"}
    assert await erp.get(path) == shown, "the secret is told once"
    assert await erp.walk("/webhooks", limit=1) == [shown]
    paused = await erp.call("PATCH", path, {"status": "paused", "events": ["sale.completed"]})
    assert (paused.json()["status"], paused.json()["events"]) == ("paused", ["sale.completed"])
    assert await erp.walk("/webhooks", status="active") == []
    assert (await erp.call("PATCH", path, {"status": "active"})).json()["status"] == "active"
    assert (await erp.call("DELETE", path)).json() == {"id": made["id"]}
    for method, gone in (("GET", path), ("GET", f"{path}/deliveries"), ("DELETE", path), ("POST", f"{path}/test")):
        assert (await erp.call(method, gone)).status_code == 404
    noted = centre_server.ask("SELECT action, detail FROM audit WHERE action LIKE 'webhook.%%' ORDER BY n")
    assert [action for action, _ in noted] == [
        "webhook.added", "webhook.changed", "webhook.changed", "webhook.removed"
    ]  # fmt: skip
    assert "s3cret" not in str(noted)
    assert made["secret"] not in str(noted)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        (HOOK | {"lan_address": LAN}, 400),
        (HOOK | {"shop": OTHER}, 400),
        (HOOK | {"url": "http://erp.example/"}, 409),
        (HOOK | {"events": []}, 409),
        (HOOK | {"events": ["sale.dreamt"]}, 409),
    ],
)
async def test_what_is_not_taken(erp: Program, body: dict[str, Any], status: int) -> None:
    answer = await erp.call("POST", "/webhooks", body)
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True)


async def test_who_may(http: httpx.AsyncClient, centre_server: RunningCentre, erp: Program) -> None:
    add_shop(centre_server.database_url, OTHER, "Other shop")
    ours = await make_program(http, centre_server, scopes=SCOPES, shop=SHOP)
    everywhere, theirs = await erp.make("/webhooks", HOOK), await erp.make("/webhooks", HOOK | {"shop": OTHER})
    made = await ours.make("/webhooks", HOOK)
    assert made["shop"] == SHOP, "a program of one shop hears of that shop"
    assert [hook["id"] for hook in await ours.walk("/webhooks")] == [made["id"]]
    for foreign in (everywhere, theirs):
        assert (await ours.call("PATCH", f"/webhooks/{foreign['id']}", {"status": "paused"})).status_code == 404
    assert (await ours.call("POST", "/webhooks", HOOK | {"shop": OTHER})).status_code == 403
    manager = await sign_in_person(http, centre_server, "manager")
    assert (await http.get("/ECK/API/V1/webhooks", headers=manager.bearer)).status_code == 403


async def test_the_address_of_a_receiver_in_the_own_network_stays(erp: Program, centre_server: RunningCentre) -> None:
    path = f"/webhooks/{(await erp.make('/webhooks', HOOK))['id']}"
    centre_server.ask("UPDATE webhook SET lan_address = %s", LAN)
    for url in (f"http://{LAN}:5432/", "https://erp.example/other"):
        assert (await erp.call("PATCH", path, {"url": url})).status_code == 403
    assert (await erp.call("PATCH", path, {"url": HOOK["url"], "status": "paused"})).json()["status"] == "paused"
    assert centre_server.ask("SELECT url FROM webhook") == [(HOOK["url"],)]


@pytest.mark.expects_log("job failed")
async def test_a_test_is_delivered_and_listed(
    erp: Program,
    centre_server: RunningCentre,
    receiver: Receiver,
) -> None:
    made = await erp.make("/webhooks", HOOK)
    centre_server.ask("UPDATE webhook SET url = %s, lan_address = %s", receiver.url, LAN)
    receiver.answers = ["200 OK", "500 Oh"]
    for outcome in ("delivered", "dead"):
        number = (await erp.call("POST", f"/webhooks/{made['id']}/test")).json()["delivery"]
        async with open_pool(centre_server.database_url) as pool:
            await until(pool, f"SELECT finished_at IS NOT NULL OR dead_at IS NOT NULL FROM job WHERE id = {number}")
        newest = (await erp.get(f"/webhooks/{made['id']}/deliveries"))["items"][0]
        assert newest["status"] == outcome
        assert (newest["id"], newest["event"], newest["attempts"]) == (number, "webhook.test", 1)
        assert ("answered 500" in newest["error"]) == (outcome == "dead")
    assert len(await erp.walk(f"/webhooks/{made['id']}/deliveries", limit=1)) == 2
    assert [one["status"] for one in await erp.walk(f"/webhooks/{made['id']}/deliveries", status="dead")] == ["dead"]


async def test_the_command_line(
    database_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    receiver: Receiver,
) -> None:
    add_shop(database_url)

    async def cli(*words: str, code: int = 0) -> Any:
        options = ["--database-url", database_url, "--data-dir", str(tmp_path), "--json"]
        assert await asyncio.to_thread(run_command_line, ["webhooks", *words, *options]) == code
        return json.loads(capsys.readouterr().out)

    made = await cli("add", receiver.url, "--event", "sale.completed", "--lan", LAN, "--shop", "Corner shop")
    assert (made["status"], made["shop"], made["lan_address"]) == ("active", SHOP, LAN)
    listed = (await cli("list"))["webhooks"]
    assert [(hook["id"], hook["deliveries"]["dead"]) for hook in listed] == [(made["id"], 0)]
    assert "secret" not in listed[0]
    receiver.answers = ["204 No Content", "500 Oh"]
    assert (await cli("test", made["id"]))["taken"]
    assert "answered 500" in (await cli("test", made["id"], code=3))["error"]["message"]
    assert (await cli("pause", made["id"]))["status"] == "paused"
    assert (await cli("resume", made["id"]))["status"] == "active"
    assert (await cli("add", "http://x.example", "--event", "sale.completed", code=3))["error"]["code"] == "webhook.url"
    assert (await cli("remove", made["id"]))["removed"]
    for gone in (made["id"], "nonsense"):
        assert (await cli("remove", gone, code=3))["error"]["code"] == "webhook.unknown"
