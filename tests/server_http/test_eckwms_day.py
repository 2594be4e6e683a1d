"""A whole day of a client of the family over real HTTP, once as the first generation and once as today's."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.database import open_pool
from server_stub.eckwms.fingerprints import content_id
from server_stub.eckwms.smart_codes import PlaceCode
from server_stub.eckwms.smart_tags import PREFIX, seal_code
from server_stub.journal.verify import verify_centre
from server_stub.terminals.registry import approve, block, unblock
from tests.edges import SettableClock
from tests.server_http.conftest import SHOP, RunningCentre, running_centre
from tests.server_http.eckwms_client import FamilyClient
from tests.server_http.eckwms_shop import PIN, EckShop, stock_shop
from tests.server_http.test_live import change_status

TEA = "4006381333931"
PHOTO = b"\xff\xd8\xff\xe1" + b"a photo of a pallet" * 100


class BrokenLine(httpx.AsyncBaseTransport):
    """A network between client and centre that can be away, or lose the answers only."""

    def __init__(self) -> None:
        self.direct = httpx.AsyncHTTPTransport()
        self.is_away = self.loses_answers = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.is_away:
            raise httpx.ConnectError("no network", request=request)
        answer = await self.direct.handle_async_request(request)
        if self.loses_answers:
            await answer.aread()
            await answer.aclose()
            raise httpx.ReadTimeout("no answer", request=request)
        return answer

    async def aclose(self) -> None:
        await self.direct.aclose()


FAMILY_KEY = "the key of the family"


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    """A centre with one shop that knows the family's key."""
    with running_centre(database_url, clock, tmp_path, instance_key=FAMILY_KEY) as running:
        yield running


async def paired(client: FamilyClient, shop: EckShop) -> None:
    """Find the centre, register, wait for the manager, and hear of the approval over the line."""
    for base in ("", "/E", "/e", "/ECK", "/eck", "/ECK/PROXY", "/eck/PROXY"):
        assert await client.is_reachable(base), base
    assert await client.register() == "pending"
    assert client.token == ""
    assert await client.poll_status() == "pending"
    refused = await client.scan(TEA)
    assert refused["error"] in ("Device is pending", "Authentication required")
    async with client.connected():
        await change_status(shop.centre, approve, client.device_id, SHOP)
        while client.status != "active":
            await pause(client)
    assert await client.register() == "active"
    assert client.token
    assert await client.poll_status() == "active"


async def pause(client: FamilyClient) -> None:
    """Let the listener have its turn, by asking the centre something."""
    await client.http.get("/health")


async def scanned(client: FamilyClient, shop: EckShop, network: BrokenLine) -> None:
    """Scan over both transports, through an outage and a lost answer."""
    async with client.connected():
        client.ack_within_s = 0.3
        assert (await client.scan(TEA))["data"]["default_code"] == "TEA"  # no token on the line: HTTP after 300 ms
    client.ack_within_s = 10
    async with client.connected(proven=True):
        assert (await client.scan("MUG", "CODE_128"))["message"] == "Fast delivery"
    network.is_away = True
    assert await client.scan("96385074", "EAN_8") == {}
    await client.work()
    network.is_away = False
    assert (len(client.queue), client.scans[4]) == (1, "BUFFERED")
    await client.work()
    assert (client.queue, client.scans) == ([], {1: "FAILED", 2: "CONFIRMED", 3: "CONFIRMED", 4: "CONFIRMED"})
    codes = shop.centre.ask("SELECT code FROM scan ORDER BY id")
    assert codes == [(TEA,), ("MUG",), ("96385074",)]


async def stocked(client: FamilyClient, shop: EckShop, network: BrokenLine) -> None:
    """Read goods and places, put away with a lost answer in between, compare."""
    items: list[dict[str, Any]] = (await client.call("GET", "items")).json()
    assert {item["default_code"] for item in items} == {"TEA", "MUG", "PEN"}
    (root,) = (await client.call("GET", "warehouse")).json()
    shelf = next(place for place in root["children"] if place["code"] == "A-01")
    body = {"item_barcode": TEA, "shelf_barcode": shelf["barcode"], "warehouse": root["name"], "qty": 12, "op": "add"}
    numbered = {"headers": {"X-Idempotency-Key": "job-1"}}
    network.loses_answers = True
    with pytest.raises(httpx.ReadTimeout):
        await client.call("POST", "warehouse/put-away", json=body, **numbered)
    network.loses_answers = False
    again = await client.call("POST", "warehouse/put-away", json=body, **numbered)
    assert (again.json()["duplicate"], shop.held("TEA", "A-01")) == (True, 12_000)
    for _ in range(2):
        counted = await client.call("POST", "warehouse/put-away", json=body | {"op": "set", "qty": 11.5})
        assert counted.json()["placed"]["quant"]["quantity"] == 11.5
    told = (await client.call("GET", "warehouse/reconcile", params={"warehouse": root["name"]})).json()
    assert (told["summary"]["short"], told["lines"][0]["diff"]) == (1, -0.5)


async def picked(client: FamilyClient, shop: EckShop) -> None:
    """Pick a list line by line and close it; queued jobs come twice."""
    line = {"product": "TEA", "quantity": 4, "location": "A-01"}
    order = {"name": "P-1", "destination": "PACK", "lines": [line]}
    made = await client.http.post("/E/api/pickings", json=order, headers=shop.add_key("pickings:write"))
    picking = made.json()["id"]
    assert [row["id"] for row in (await client.call("GET", "pickings/active")).json()] == [picking]
    route = (await client.call("GET", f"pickings/{picking}/route")).json()
    done = {"qty_done": 4.0, "scanned_product_barcode": TEA, "scanned_location_barcode": "A-01"}
    for _ in range(2):
        confirmed = await client.call("POST", f"pickings/{picking}/lines/{route['lines'][0]['id']}/confirm", json=done)
        assert confirmed.json() == {"success": True}
    for _ in range(2):
        assert (await client.call("POST", f"pickings/{picking}/validate")).json() == {"success": True}
    assert (shop.held("TEA", "A-01"), shop.held("TEA", "PACK")) == (7_500, 4_000)


async def handed_in(client: FamilyClient, shop: EckShop) -> None:
    """Send a photo twice, switch users, open a repair, write a document."""
    name = content_id(PHOTO)
    for status in (201, 200):
        form = {"imageId": name, "deviceId": client.device_id, "scanMode": "direct_upload", "orderId": "P-1"}
        sent = await client.call(
            "POST", "upload/image", data=form, files={"image": ("photo.webp", PHOTO)},
            headers={"X-Idempotency-Key": name, "X-Image-ID": name, "X-Target-Instance": "somewhere"},
        )  # fmt: skip
        assert sent.status_code == status
    shown = await client.call("GET", f"files/{name}")
    assert (shown.content, shown.headers["content-type"]) == (PHOTO, "image/jpeg")
    pull = {"entity_types": ["file_resources", "attachments"]}
    pulled = (await client.call("POST", "sync/pull", json=pull)).json()
    assert (pulled["file_resources"][0]["id"], pulled["attachments"][0]["res_id"]) == (name, "P-1")
    person = shop.add_person("anna")
    assert [user["username"] for user in (await client.call("GET", "users/active")).json()] == ["anna"]
    for pin, status in (("9999", 401), (PIN, 200)):
        told = await client.call("POST", "users/verify-pin", json={"userId": person, "pin": pin})
        assert told.status_code == status
    bound = {"source_device_id": client.device_id, "target_device_id": "SN-7", "event_type": "device_bound"}
    repair = (await client.call("POST", "repair/event", json=bound)).json()
    assert (await client.scan("SN-7", "CODE_128"))["data"]["order_number"] == repair["order_number"]
    document = {"type": "form", "payload": {"ok": True}, "format": "json"}
    assert (await client.call("POST", "documents", json=document)).json()["success"]


async def relayed(client: FamilyClient, shop: EckShop) -> None:
    """Meet another server through the relay: a sealed packet there, a task back."""
    key = {"X-Internal-Api-Key": FAMILY_KEY}
    other = FamilyClient(client.http, "A")
    assert await other.heartbeat("mesh-1", FAMILY_KEY) == [other.device_id]
    assert set(await client.heartbeat("mesh-1", FAMILY_KEY)) == {client.device_id, other.device_id}
    packet = {"mesh_id": "mesh-1", "target_instance_id": other.device_id, "sender_instance_id": client.device_id}
    sealed = {"payload_cipher": base64.b64encode(PHOTO).decode(), "nonce": base64.b64encode(b"n" * 12).decode()}
    sent = await client.http.post("/E/push", json=packet | sealed, headers=key)
    assert sent.json()["packet_id"]
    pulled = (await client.http.get(f"/E/pull/mesh-1/{other.device_id}", headers=key)).json()["packets"]
    assert [packet["payload_cipher"] for packet in pulled] == [sealed["payload_cipher"]]
    envelope = {"target_uuid": client.device_id, "sender_uuid": other.device_id, "kind": "pull", "payload": {}}
    task = await client.http.post(f"/E/m/dispatch/{client.device_id}", json={"envelope": envelope}, headers=key)
    polled = (await client.http.get(f"/E/m/poll/{client.device_id}", headers=key)).json()["tasks"]
    assert [row["id"] for row in polled] == [task.json()["task_id"]]
    await client.http.post(f"/E/m/ack/{polled[0]['id']}", json={"rows": []}, headers=key)
    done = (await client.http.get(f"/E/m/result/{polled[0]['id']}", headers=key)).json()
    assert (done["status"], done["result"]) == ("completed", {"rows": []})


async def renewed(client: FamilyClient, shop: EckShop) -> None:
    """Outlive the token: one silent registration; a block is told and lifted."""
    before = client.registrations
    shop.centre.clock.advance(hours=25)
    assert (await client.call("GET", "items")).status_code == 200
    assert client.registrations == before + 1
    await change_status(shop.centre, block, client.device_id)
    assert await client.poll_status() == "blocked"
    assert (await client.scan(TEA))["error"] == "Device is blocked"
    assert await client.register() == "blocked"
    await change_status(shop.centre, unblock, client.device_id)
    await client.register()
    assert await client.poll_status() == "active"
    if client.generation == "A":
        suffix = (await client.call("GET", "status")).json()["qr_tenant_suffix"]
        (root,) = (await client.call("GET", "warehouse")).json()
        place = root["children"][0]
        label = seal_code(bytes.fromhex(client.enc_key), PlaceCode(int(place["barcode"][1:])), suffix)
        assert (await client.scan(label, "QR_CODE"))["data"]["id"] == place["id"]
        opened = await client.http.get("/eck/" + label.removeprefix(PREFIX))  # the same label before a phone's camera
        assert (opened.status_code, place["name"] in opened.text) == (200, True)


@pytest.mark.parametrize("generation", ["A0", "A"])
async def test_a_day(centre_server: RunningCentre, generation: Any) -> None:
    if generation == "A":
        centre_server.ask("UPDATE centre SET require_nonce = true")
    shop, network = stock_shop(centre_server), BrokenLine()
    key = shop.add_key("scan")["X-API-Key"]
    async with httpx.AsyncClient(base_url=centre_server.address, transport=network, timeout=30) as http:
        client = FamilyClient(http, generation, key)
        await paired(client, shop)
        await scanned(client, shop, network)
        await stocked(client, shop, network)
        await picked(client, shop)
        await handed_in(client, shop)
        await relayed(client, shop)
        await renewed(client, shop)
    async with open_pool(centre_server.database_url) as pool:
        assert (await verify_centre(pool))["problems"] == []
