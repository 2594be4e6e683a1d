"""Pages about other programs: servers that are let in where they prove themselves, webhooks, the audit log."""

import re
from datetime import timedelta

import pytest

from server_stub.console.code_words import FACTS
from server_stub.console.instances import REFUSALS as SERVER_REFUSALS
from server_stub.console.webhooks import REFUSALS as WEBHOOK_REFUSALS
from server_stub.console.words import RUSSIAN
from server_stub.database import open_pool
from sync.wire.facts import KINDS
from tests.console.conftest import Visitor
from tests.console.day import HOOK
from tests.server.receiving import LAN, Receiver, listening_receiver  # noqa: F401
from tests.server.working import until
from tests.server_http.conftest import RunningCentre


def test_every_fact_and_refusal_has_words() -> None:
    assert KINDS.keys() <= FACTS.keys()
    assert {*SERVER_REFUSALS.values(), *WEBHOOK_REFUSALS.values()} <= RUSSIAN.keys()


async def find_hook(admin: Visitor, url: str = HOOK) -> str:
    page = await admin.see("/console/webhooks")
    return str(re.findall(rf'href="(/console/webhooks/[0-9a-f-]{{36}})">{re.escape(url)}<', page)[0])


@pytest.mark.expects_log("job failed")
async def test_a_webhook_is_added_tried_paused_and_removed(
    admin: Visitor, centre_server: RunningCentre, receiver: Receiver
) -> None:
    await admin.see("/console/webhooks")
    events = ["sale.completed", "shift.closed"]
    made = await admin.send("/console/webhooks", url=receiver.url, lan=LAN, events=events)
    secret = re.findall(r'class="secret">([^<]+)<', made.text)[0]
    assert secret not in await admin.see("/console/webhooks")
    path = await find_hook(admin, receiver.url)
    receiver.answers = ["200 OK", "500 Oh"]
    for state in ("delivered", "dead"):
        await admin.see(path)
        assert (await admin.send(f"{path}/test")).status_code == 303
        async with open_pool(centre_server.database_url) as pool:
            done = "count(*) FROM job WHERE payload ->> 'webhook' = '{}' AND {} IS NOT NULL"
            column = "finished_at" if state == "delivered" else "dead_at"
            await until(pool, "SELECT " + done.format(path.rpartition("/")[2], column), 1)
        assert f">{state}</span>" in await admin.see(path, state=state)
    assert "The receiver answered 500" in await admin.see(path)
    retry = re.findall(rf'action="({path}/deliveries/\d+/)retry"', await admin.see(path))[0]
    other = retry.replace(path, await find_hook(admin))
    assert (await admin.send(f"{other}retry")).status_code == 404
    assert (await admin.send(f"{retry}discard")).status_code == 303
    assert "Pause" in await admin.see(path)
    await admin.send(f"{path}/pause")
    page = await admin.see(path)
    assert "What happens meanwhile is sent" in page
    assert ">paused</span>" in page
    await admin.send(f"{path}/resume")
    answer = await admin.send(f"{path}/save", url=receiver.url, events="drawer.opened")
    assert answer.status_code == 303
    assert "A drawer was opened" in await admin.see("/console/webhooks")
    assert (await admin.send(f"{path}/save", url=receiver.url)).status_code == 409
    assert (await admin.send(f"{path}/remove")).status_code == 303
    assert (await admin.http.get(path)).status_code == 404
    noted = [action for (action,) in centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 6")]
    assert noted == ["webhook.removed", "webhook.changed", "webhook.changed", "webhook.changed", "job.discard",
                     "webhook.tested"]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": "http://x.example/", "events": "sale.completed"}, "not an https address"),
        ({"url": "https://x.example/"}, "at least one event"),
        ({"url": "https://x.example/", "events": "sale.completed", "lan": "here"}, "not an IP address"),
    ],
)
async def test_a_wrong_webhook_is_said_beside_the_form(admin: Visitor, fields: dict[str, str], words: str) -> None:
    await admin.see("/console/webhooks")
    answer = await admin.send("/console/webhooks", **fields)
    assert answer.status_code == 409
    assert words in answer.text
    assert f'value="{fields["url"]}"' in answer.text, "what was typed stays"


async def test_a_server_is_let_in_only_where_it_proves_itself(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/instances/one", id="b3c1")
    for words in ("https://b3c1.example:8443", "not proved", "http://192.168.1.20:8443", "http://[fd00::20]:8443"):
        assert words in page
    assert "<code>/E/api/scan" not in page
    assert "/E/api/scan" in await admin.see("/console/instances/one", id="warehouse-7")
    refused = await admin.send(
        "/console/instances/approve", id="b3c1", url="https://b3c1.example:8443", lan="127.0.0.9"
    )
    assert refused.status_code == 409
    assert 'role="alert"' in refused.text
    assert 'value="127.0.0.9"' in refused.text, "what was typed stays"
    assert centre_server.ask("SELECT status FROM instance WHERE id = 'b3c1'") == [("pending",)]
    assert (await admin.send("/console/instances/block", id="warehouse-7")).status_code == 303
    assert "blocked" in await admin.see("/console/instances/one", id="warehouse-7")
    assert (await admin.send("/console/instances/forget", id="b3c1")).status_code == 303
    assert (await admin.http.get("/console/instances/one", params={"id": "b3c1"})).status_code == 404


async def test_the_audit_log_is_found_by_who_what_and_day(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/audit")
    assert "Webhook added" in page
    assert "scopes: products:read, stock:read" in page
    assert "API key made" in await admin.see("/console/audit", action="key.created")
    table = (await admin.see("/console/audit", action="key.created")).partition("<table")[2]
    assert "Webhook added" not in table
    assert "Nothing fits." in await admin.see("/console/audit", who="nobody at all")
    assert "<table" in await admin.see("/console/audit", who="VERA")
    day = centre_server.ask("SELECT at FROM audit WHERE action = 'key.created'")[0][0]
    assert "API key made</td>" in await admin.see("/console/audit", day=f"{day:%Y-%m-%d}")
    assert "Nothing fits." in await admin.see("/console/audit", day=f"{day - timedelta(days=9):%Y-%m-%d}")  # type: ignore[operator]
    for nonsense in ("9999-12-31", "0001-01-01", "x", "2026-02-30"):
        await admin.see("/console/audit", day=nonsense)


async def test_the_audit_log_is_paged_and_verified(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/audit")
    for _ in range(60):
        await admin.send("/console/cases/replay")
    page = await admin.see("/console/audit", action="quarantine.replay")
    assert page.count("<tr><td") == 50
    older = re.findall(r'href="\?action=quarantine.replay&amp;before=(\d+)"', page)[0]
    rest = await admin.see("/console/audit", action="quarantine.replay", before=older)
    assert rest.count("<tr><td") == 10
    assert "Every line holds" in (await admin.send("/console/audit/verify")).text
    centre_server.ask("ALTER TABLE audit DISABLE TRIGGER audit_rows_stay")
    centre_server.ask("UPDATE audit SET who = 'person:eve' WHERE n = 2")
    assert "Line 2 was changed" in (await admin.send("/console/audit/verify")).text


async def test_what_is_for_administrators_only(visitor: Visitor, admin: Visitor) -> None:
    hook = await find_hook(admin)
    await visitor.http.get("/console/sign-out")
    await visitor.sign_in("marten")
    await visitor.see("/console/cases")
    for path in ("/console/webhooks", hook, "/console/instances", "/console/audit"):
        assert (await visitor.http.get(path)).status_code == 403
    for act in ("pause", "remove", "test"):
        assert (await visitor.send(f"{hook}/{act}")).status_code == 403
