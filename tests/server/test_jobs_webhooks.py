"""Webhooks: signed, once per fact and subscription, tried again, and only where they may go."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.jobs.kinds import KINDS
from server_stub.jobs.webhooks import list_subscriptions, send_events, subscribe, unsubscribe
from server_stub.jobs.workplace import Workplace
from server_stub.journal.ingest import land
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Terminal, make_ground, new_id
from tests.server.working import make_place, running, until

LAN = "127.0.0.1"
NONE_LEFT = "SELECT count(*) FROM job WHERE finished_at IS NULL AND dead_at IS NULL"


@dataclass
class Receiver:
    """A program that is called: keeps what came, answers what it is told."""

    url: str = ""
    answers: list[str] = field(default_factory=list)
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.calls.append((headers | {"request": head[0]}, body))
        status = self.answers.pop(0) if self.answers else "204 No Content"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: {self.url}\r\n\r\n".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    told = Receiver()
    server = await asyncio.start_server(told.answer, LAN, 0)
    told.url = f"http://{LAN}:{server.sockets[0].getsockname()[1]}/hook"
    async with server:
        yield told


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
