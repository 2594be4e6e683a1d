"""Webhooks: signed, once per fact and subscription, tried again, and only where they may go."""

import hashlib
import hmac
import json
from datetime import timedelta
from pathlib import Path

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.jobs.kinds import KINDS
from server_stub.jobs.webhook_subscriptions import (
    change_subscription,
    get_subscription,
    list_deliveries,
    list_subscriptions,
    send_test,
    subscribe,
    unsubscribe,
)
from server_stub.jobs.webhooks import send_events
from server_stub.jobs.workplace import Workplace
from server_stub.journal.ingest import land
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.receiving import LAN, Receiver, listening_receiver  # noqa: F401
from tests.server.terminal import Terminal, make_ground, new_id
from tests.server.working import make_place, running, until

NONE_LEFT = "SELECT count(*) FROM job WHERE finished_at IS NULL AND dead_at IS NULL"


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


async def add(place: Workplace, url: str, *events: str, shop: str | None = None) -> tuple[str, str]:
    async with place.pool.connection() as conn:
        return await subscribe(conn, url, events, now=place.now(), lan_address=LAN, shop=shop)


async def deliver_all(place: Workplace) -> None:
    await send_events(place, {})
    async with running(place, KINDS):
        await until(place.pool, NONE_LEFT, 0)


async def test_a_fact_arrives_signed_and_once(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool, receiver: Receiver
) -> None:
    till.open()
    till.sell(new_id())
    await land(pool, centre, till.device, till.batch())
    ident, secret = await add(place, receiver.url + "?from=centre", "sale.completed", "sale.voided")
    sale = till.sell(new_id())
    till.receive(new_id(), 3)
    till.void(sale)
    await land(pool, centre, till.device, till.batch(3))

    await deliver_all(place)
    await deliver_all(place)

    assert len(receiver.calls) == 2, "what was there before, and what nobody asked for, is not sent"
    events = {
        event["event"]: (headers, body, event) for headers, body in receiver.calls for event in [json.loads(body)]
    }
    headers, body, event = events["sale.completed"]
    assert headers["request"] == "POST /hook?from=centre HTTP/1.1"
    signed = headers["x-eckwms-timestamp"].encode() + b"." + body
    assert headers["x-eckwms-signature"] == "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert int(headers["x-eckwms-timestamp"]) == int(place.now().timestamp())
    assert headers["x-eckwms-event-id"] == event["id"] == f"{till.incarnation}/0/3"
    assert (event["data"]["sale_id"], event["shop"], event["seq"]) == (sale.sale_id, till.ground.shop, 3)
    assert secret not in str(await rows(pool, "SELECT payload FROM job"))

    async with pool.connection() as conn:
        assert [hook.events for hook in await list_subscriptions(conn)] == [["sale.completed", "sale.voided"]]
        assert await unsubscribe(conn, ident)
        assert not await unsubscribe(conn, ident)


async def test_each_shop_hears_of_its_own(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool, receiver: Receiver
) -> None:
    async with pool.connection() as conn:
        other = Terminal(await make_ground(conn, "Second"))
        await other.enrol(conn)
    await add(place, receiver.url, "sale.completed", shop=other.ground.shop)
    for terminal in (till, other):
        terminal.open()
        terminal.sell(new_id())
        await land(pool, centre, terminal.device, terminal.batch())
    await deliver_all(place)
    assert [json.loads(body)["device"] for _, body in receiver.calls] == [other.device]


async def test_a_receiver_that_fails_is_called_again_with_the_same_id(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool, receiver: Receiver, clock: SettableClock
) -> None:
    receiver.answers = ["500 Oh", "302 Found", "200 OK"]
    await add(place, receiver.url, "journal.opened")
    till.open()
    await land(pool, centre, till.device, till.batch())
    await send_events(place, {})
    async with running(place, KINDS):
        for attempt, why in ((1, "answered 500"), (2, "redirect")):
            await until(pool, f"SELECT attempts = {attempt} AND lease_by IS NULL FROM job WHERE kind = 'webhook'")
            assert why in await ask(pool, "SELECT last_error FROM job")
            clock.advance(hours=2)
        await until(pool, NONE_LEFT, 0)
    assert len({headers["x-eckwms-event-id"] for headers, _ in receiver.calls}) == 1
    assert [headers["request"] for headers, _ in receiver.calls] == ["POST /hook HTTP/1.1"] * 3


@pytest.mark.expects_log("job failed")
async def test_an_address_that_leads_inside_is_never_called(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool, receiver: Receiver
) -> None:
    ident, _ = await add(place, receiver.url.replace("http:", "https:"), "journal.opened")
    async with pool.connection() as conn:
        await conn.execute("UPDATE webhook SET lan_address = NULL WHERE id = %s", (ident,))
    till.open()
    await land(pool, centre, till.device, till.batch())
    await deliver_all(place)
    assert receiver.calls == []
    assert "may not be called" in await ask(pool, "SELECT last_error FROM job WHERE dead_at IS NOT NULL")


@pytest.mark.parametrize(
    ("url", "lan", "events"),
    [
        ("http://example.com/hook", None, ["sale.completed"]),
        ("ftp://example.com/hook", None, ["sale.completed"]),
        ("https://user:secret@example.com/", None, ["sale.completed"]),
        ("https://example.com/a?b\r\nX-Evil: 1", None, ["sale.completed"]),
        ("http://example.com/hook", "the till", ["sale.completed"]),
        ("https://example.com/hook", None, ["sale.dreamt"]),
        ("https://example.com/hook", None, []),
    ],
)
async def test_what_cannot_be_subscribed(place: Workplace, url: str, lan: str | None, events: list[str]) -> None:
    async with place.pool.connection() as conn:
        with pytest.raises(Refusal):
            await subscribe(conn, url, events, now=place.now(), lan_address=lan)


async def test_a_long_journal_is_gone_through_in_pages(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool, receiver: Receiver
) -> None:
    await add(place, receiver.url, "sale.completed")
    till.open()
    for _ in range(1200):
        till.sell(new_id())
    await land(pool, centre, till.device, till.batch())
    await send_events(place, {})
    sent = await rows(pool, "SELECT (payload -> 'event' ->> 'seq')::int FROM job ORDER BY 1")
    assert [seq for (seq,) in sent] == list(range(2, 1202))
    assert await ask(pool, "SELECT max(run_at) - min(run_at) FROM job") == timedelta()


async def test_paused_nothing_is_sent_and_nothing_is_lost(
    place: Workplace,
    centre: Centre,
    till: Terminal,
    pool: Pool,
    receiver: Receiver,
) -> None:
    ident, _ = await add(place, receiver.url, "journal.opened", "sale.completed")
    till.open()
    await land(pool, centre, till.device, till.batch())
    await send_events(place, {})
    await switch(place, ident, active=False)
    till.sell(new_id())
    await land(pool, centre, till.device, till.batch(2))
    await send_events(place, {})
    async with running(place, KINDS), pool.connection() as conn:
        number = await send_test(conn, await get_subscription(conn, ident), place.now())
        await conn.commit()
        await until(pool, f"SELECT finished_at IS NOT NULL FROM job WHERE id = {number}")
        assert [json.loads(body)["event"] for _, body in receiver.calls] == ["webhook.test"]
        waiting = [one.state for one in await list_deliveries(conn, ident)]
        assert waiting == ["delivered", "paused"]
    await switch(place, ident, active=True)
    await deliver_all(place)
    assert {json.loads(body)["event"] for _, body in receiver.calls[1:]} == {"journal.opened", "sale.completed"}
    assert len(receiver.calls) == 3


async def test_what_comes_due_while_it_is_paused_is_put_off(
    place: Workplace,
    centre: Centre,
    till: Terminal,
    pool: Pool,
    receiver: Receiver,
) -> None:
    ident, _ = await add(place, receiver.url, "journal.opened")
    till.open()
    await land(pool, centre, till.device, till.batch())
    await send_events(place, {})
    async with pool.connection() as conn:  # as if it was paused when the job had been taken already
        await conn.execute("UPDATE webhook SET active = false")
    async with running(place, KINDS):
        await until(pool, "SELECT count(*) FROM job WHERE run_at > now() + interval '50 years'", 1)
    async with pool.connection() as conn:
        assert [(one.state, one.attempts) for one in await list_deliveries(conn, ident)] == [("paused", 0)]
    assert receiver.calls == []
    await switch(place, ident, active=True)
    await deliver_all(place)
    assert len(receiver.calls) == 1


async def switch(place: Workplace, ident: str, *, active: bool) -> None:
    async with place.pool.connection() as conn:
        await change_subscription(conn, await get_subscription(conn, ident), place.now(), active=active)
