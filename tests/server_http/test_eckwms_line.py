"""The live line as clients of the family use it: no token and only the state, or a token and scans."""

import contextlib
import json
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from server_stub.terminals.registry import approve, block
from sync.wire.messages import LIVE
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.eckwms_shop import EckShop, stock_shop
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_live import change_status, greeted, hear, line_to

PATHS = ["/E/ws", "/e/WS", "/ws", "/ECK/ws"]


@pytest.fixture
def shop(centre_server: RunningCentre) -> EckShop:
    return stock_shop(centre_server)


async def say(line: ClientConnection, **message: Any) -> dict[str, Any]:
    await line.send(json.dumps(message))
    return await hear(line)


async def identify(line: ClientConnection, terminal: WireTerminal) -> str:
    """Say which device this is, as real clients do, and give the state that is told."""
    answer = await say(line, type="DEVICE_IDENTIFY", deviceId=terminal.device_id, timestamp=1)
    assert answer == {"type": "ACK", "ack": "", "msgId": ""}
    pushed = await hear(line)
    assert (pushed["type"], "ack" in pushed) == ("STATUS_UPDATE", False)
    return str(pushed["status"])


async def test_a_device_without_a_token_hears_of_its_approval(
    terminal: WireTerminal, centre_server: RunningCentre
) -> None:
    await terminal.register()
    for path in PATHS:
        centre_server.ask("UPDATE registered_devices SET status = 'pending'")
        async with line_to(centre_server, path) as line:
            assert await identify(line, terminal) == "pending"
            await change_status(centre_server, approve, terminal.device_id, SHOP)
            assert (await hear(line))["status"] == "active"
            await change_status(centre_server, block, terminal.device_id)
            assert (await hear(line))["status"] == "blocked"


async def test_without_a_token_nothing_is_handed_in(enrolled: WireTerminal, shop: EckShop) -> None:
    async with line_to(shop.centre, "/E/ws") as line:
        await identify(line, enrolled)
        answer = await say(line, msgId="m1", barcode="96385074", type="EAN_8")
        assert (answer["type"], answer["msgId"], "ack" in answer) == ("ERROR", "m1", False)
        assert await say(line, type="PING", msgId="m2") == {"type": "ACK", "ack": "m2", "msgId": "m2"}
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(0,)]


async def test_scans_over_a_proven_line_are_kept_before_they_are_acknowledged(
    enrolled: WireTerminal, shop: EckShop
) -> None:
    async with line_to(shop.centre, "/E/ws", **enrolled.bearer) as line:
        assert (await hear(line))["status"] == "active"
        await say(line, type="DEVICE_IDENTIFY", deviceId=enrolled.device_id)
        answer = await say(line, msgId="m1", barcode="96385074", type="EAN_8", timestamp=1)
        assert (answer["ack"], answer["msgId"], answer["success"]) == ("m1", "m1", True)
        assert answer["result"]["data"]["default_code"] == "PEN"
        assert shop.centre.ask("SELECT msg_id FROM scan") == [("m1",)]
        again = await enrolled.http.post(
            "/E/api/scan", json={"barcode": "96385074", "msgId": "m1"}, headers=enrolled.bearer
        )
        assert again.json()["duplicate"]
        other = await say(line, msgId="m1", barcode="4006381333931")
        assert (other["type"], "ack" in other) == ("ERROR", False)
        bad = await say(line, msgId="m2", barcode="")
        assert (bad["type"], bad["msgId"]) == ("ERROR", "m2")
        foreign = await say(line, msgId="m3", barcode="96385074", deviceId="another")
        assert (foreign["type"], "ack" in foreign) == ("ERROR", False)
        await change_status(shop.centre, block, enrolled.device_id)
        assert (await hear(line))["status"] == "blocked"
        assert (await say(line, msgId="m4", barcode="96385074"))["error"] == "Device is blocked"
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(1,)]


async def test_the_first_message_may_carry_the_token(enrolled: WireTerminal, shop: EckShop) -> None:
    async with line_to(shop.centre, "/E/ws") as line:
        message = {"type": "DEVICE_IDENTIFY", "deviceId": enrolled.device_id, "token": enrolled.access, "msgId": "i"}
        assert (await say(line, **message))["ack"] == "i"
        assert (await hear(line))["status"] == "active"
        assert (await say(line, msgId="m1", payload="96385074"))["ack"] == "m1"


async def closed_with(centre: RunningCentre, message: str, **headers: str) -> int:
    async with line_to(centre, "/E/ws", **headers) as line:
        if message:
            await line.send(message)
        return await heard_to_the_end(line)


async def heard_to_the_end(line: ClientConnection) -> int:
    """Give the code with which the centre closes the line, whatever it says before."""
    try:
        while True:
            await hear(line)
    except ConnectionClosed as closed:
        assert closed.rcvd is not None
        return closed.rcvd.code


async def test_who_does_not_say_who_they_are_is_sent_away(enrolled: WireTerminal, shop: EckShop) -> None:
    for message, code in (
        ("{}", 4401), ("not json", 1007), ("[]", 1007), ('{"type":"DEVICE_IDENTIFY"}', 4401),
        ('{"type":"DEVICE_IDENTIFY","deviceId":"nobody"}', 4401),
        ('{"type":"DEVICE_IDENTIFY","deviceId":"\\u0000"}', 4401),
        ('{"type":"DEVICE_IDENTIFY","deviceId":"x","token":"guess"}', 4401), ('{"msgId":"m","barcode":"1"}', 4401),
    ):  # fmt: skip
        assert await closed_with(shop.centre, message) == code, message
    assert await closed_with(shop.centre, "", Authorization="Bearer guess") == 4401
    assert await closed_with(shop.centre, "", Origin="https://elsewhere.example") == 4401


async def test_a_flood_is_cut(enrolled: WireTerminal, shop: EckShop) -> None:
    async with line_to(shop.centre, "/E/ws", **enrolled.bearer) as line:
        with contextlib.suppress(ConnectionClosed):
            for _ in range(300):
                await line.send('{"type":"x","msgId":"m"}')
        assert await heard_to_the_end(line) == 1008


async def test_the_terminals_own_line_takes_scans_too(enrolled: WireTerminal, shop: EckShop) -> None:
    """What is acknowledged is kept, on whichever line it came."""
    async with line_to(shop.centre, LIVE, **enrolled.bearer) as line:
        await greeted(line)
        answer = await say(line, msgId="m1", barcode="96385074")
        while answer.get("ack") != "m1":  # feeds that moved meanwhile, and messages that want an ack themselves
            answer = await hear(line)
        assert answer["result"]["type"] == "product"
    assert shop.centre.ask("SELECT msg_id FROM scan") == [("m1",)]
