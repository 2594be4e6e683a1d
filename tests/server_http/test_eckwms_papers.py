"""Pictures, documents, repairs, people and PINs, the device's own state: over HTTP, with what is kept on disk."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.eckwms.fingerprints import content_id
from server_stub.eckwms.images import MAX_IMAGE
from tests.server_http.beside import beside
from tests.server_http.callers import OTHER_SHOP
from tests.server_http.conftest import RunningCentre, add_shop
from tests.server_http.eckwms_shop import PIN, EckShop, stock_shop
from tests.server_http.terminal import WireTerminal

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 5
PNG = b"\x89PNG\r\n\x1a\n" + b"pixels"
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "


@pytest.fixture
def shop(centre_server: RunningCentre) -> EckShop:
    return stock_shop(centre_server)


async def upload(
    terminal: WireTerminal, data: bytes, path: str = "/E/api/upload/image", key: str = "", **more: Any
) -> httpx.Response:
    fields = {"imageId": content_id(data), "deviceId": terminal.device_id, "scanMode": "direct_upload"} | more
    headers = terminal.bearer | ({"X-Idempotency-Key": key, "X-Image-ID": fields["imageId"]} if key else {})
    files = {"image": ("../../../../etc/passwd", data, "text/html")}
    return await terminal.http.post(path, data=fields, files=files, headers=headers)


def kept(centre: RunningCentre) -> dict[str, bytes]:
    folder = centre.data_dir / "uploads"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


async def test_a_picture_is_kept_by_its_hash(enrolled: WireTerminal, shop: EckShop) -> None:
    for data, ending, mime in ((JPEG, "jpg", "image/jpeg"), (PNG, "png", "image/png"), (WEBP, "webp", "image/webp")):
        name = content_id(data)
        answer = await upload(enrolled, data, orderId="REP-1")
        assert answer.status_code == 201, answer.text
        assert (answer.json()["imageId"], answer.json()["mimeType"]) == (name, mime)
        assert kept(shop.centre)[f"{name[:2]}/{name}.{ending}"] == data
        again = await upload(enrolled, data, "/eck/api/UPLOAD/image", orderId="REP-1", imageId=name.upper())
        assert (again.status_code, again.json()["duplicate"]) == (200, True)
    assert len(kept(shop.centre)) == 3
    body = {"entity_types": ["file_resources", "attachments", "nonsense"], "since": "2026-01-01T00:00:00Z"}
    pulled = (await enrolled.http.post("/E/api/sync/pull", json=body, headers=enrolled.bearer)).json()
    assert {file["mime_type"] for file in pulled["file_resources"]} == {"image/jpeg", "image/png", "image/webp"}
    assert {file["id"] for file in pulled["file_resources"]} == {content_id(data) for data in (JPEG, PNG, WEBP)}
    assert {use["res_id"] for use in pulled["attachments"]} == {"REP-1"}
    assert (len(pulled["attachments"]), pulled["nonsense"]) == (3, [])
    late = body | {"since": "2027-01-01T00:00:00Z"}
    assert (await enrolled.http.post("/api/sync/pull", json=late, headers=enrolled.bearer)).json()["attachments"] == []


async def test_a_picture_comes_back_as_it_was_sent(enrolled: WireTerminal, shop: EckShop) -> None:
    name = content_id(JPEG)
    path = f"/E/api/files/{name}"
    assert (await enrolled.get(path)).status_code == 404
    await upload(enrolled, JPEG)
    for spelling in (path, path.upper().replace("/E/API", "/api"), f"/ECK/api/Files/{name}"):
        answer = await enrolled.get(spelling)
        assert (answer.content, answer.headers["content-type"]) == (JPEG, "image/jpeg")
    assert answer.headers["content-disposition"] == f'inline; filename="{name}.jpg"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    mark = {"If-None-Match": answer.headers["etag"]} | enrolled.bearer
    assert (await enrolled.http.get(path, headers=mark)).status_code == 304
    for nonsense in ("..%2F..%2Fetc%2Fpasswd", "nonsense", "%00"):
        assert (await enrolled.get(f"/E/api/files/{nonsense}")).status_code == 404
    add_shop(shop.centre.database_url, OTHER_SHOP, "Another shop")
    foreign = shop.add_key("files:read", shop=OTHER_SHOP)
    assert (await enrolled.http.get(path, headers=foreign)).status_code == 404
    own = shop.add_key("files:read")
    assert (await enrolled.http.get(path, headers=own)).content == JPEG
    assert (await enrolled.http.get(path)).status_code == 401
    for kept_name in kept(shop.centre):
        (shop.centre.data_dir / "uploads" / kept_name).unlink()
    assert (await enrolled.get(path)).status_code == 404


async def test_a_picture_is_at_every_server_that_shares_the_folder(
    enrolled: WireTerminal, shop: EckShop, tmp_path: Path
) -> None:
    await upload(enrolled, JPEG)
    path = f"/E/api/files/{content_id(JPEG)}"
    with beside(replace(shop.centre, data_dir=tmp_path / "other")) as other:
        async with httpx.AsyncClient(base_url=other.address, trust_env=False) as http:
            answer = await http.get(path, headers=enrolled.bearer)
            assert (answer.status_code, "folder of uploads" in answer.json()["error"]) == (404, True)
            other.data_dir.mkdir(exist_ok=True)
            (other.data_dir / "uploads").symlink_to(shop.centre.data_dir / "uploads")
            assert (await http.get(path, headers=enrolled.bearer)).content == JPEG


async def test_an_upload_is_one_however_often_it_comes(enrolled: WireTerminal, shop: EckShop) -> None:
    answers = await asyncio.gather(*(upload(enrolled, JPEG, key="k1") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert (await upload(enrolled, PNG, key="k1")).status_code == 409
    assert shop.centre.ask("SELECT count(*) FROM image_use") == [(1,)]
    assert [name for name in kept(shop.centre) if "/." in name] == []


async def test_a_lost_file_comes_back_with_the_next_copy(enrolled: WireTerminal, shop: EckShop) -> None:
    await upload(enrolled, JPEG)
    for name in kept(shop.centre):
        (shop.centre.data_dir / "uploads" / name).unlink()
    assert (await upload(enrolled, JPEG)).status_code == 200
    assert list(kept(shop.centre).values()) == [JPEG]


async def test_what_is_no_picture_is_told(enrolled: WireTerminal, shop: EckShop) -> None:
    name = content_id(JPEG)
    assert (await upload(enrolled, JPEG, imageId=content_id(PNG))).status_code == 409
    for ident in ("../../../../etc/passwd", "..%2f..%2fx", "nonsense"):
        assert (await upload(enrolled, JPEG, imageId=ident)).status_code == 409
    assert (await upload(enrolled, JPEG, imageId="")).status_code == 400
    assert (await upload(enrolled, JPEG, deviceId="another")).status_code == 403
    for data in (b"", b"<html>", b"GIF89a", b"RIFF....WAVE", b"\xff\xd8"):
        assert (await upload(enrolled, data)).status_code == 415
    other = {"X-Image-ID": content_id(PNG)}
    files = {"image": ("x.jpg", JPEG)}
    answer = await enrolled.http.post(
        "/E/api/upload/image", data={"imageId": name}, files=files, headers=enrolled.bearer | other
    )
    assert answer.status_code == 409
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    for content, kind in (
        (b"{}", {"Content-Type": "application/json"}),
        (b"nonsense", form),
        (b"--x\r\n", form),
        (b"", form),
    ):
        answer = await enrolled.http.post("/E/api/upload/image", content=content, headers=enrolled.bearer | kind)
        assert answer.status_code == 400, (content, answer.text)
        assert answer.json()["error"]
    assert not (shop.centre.data_dir / "uploads").exists()


async def test_a_picture_has_at_most_10_mib(enrolled: WireTerminal, shop: EckShop) -> None:
    assert (await upload(enrolled, JPEG.ljust(MAX_IMAGE, b"\0"))).status_code == 201
    assert (await upload(enrolled, JPEG.ljust(MAX_IMAGE + 1, b"\0"))).status_code == 413
    assert (await upload(enrolled, JPEG.ljust(MAX_IMAGE + (1 << 20), b"\0"), imageId="x")).status_code == 413


async def verify(terminal: WireTerminal, user: str, pin: str = PIN) -> httpx.Response:
    body = {"userId": user, "pin": pin}
    return await terminal.http.post("/E/api/users/verify-pin", json=body, headers=terminal.bearer)


async def test_people_and_their_pins(enrolled: WireTerminal, shop: EckShop) -> None:
    add_shop(shop.centre.database_url, OTHER_SHOP, "Elsewhere")
    anna, bare = shop.add_person("anna"), shop.add_person("bare", pin="")
    gone, other = shop.add_person("gone", active=False), shop.add_person("other", shop=OTHER_SHOP)
    for path in ("/E/api/users/active", "/api/users/active", "/ECK/api/Users/Active"):
        users = (await enrolled.get(path)).json()
        assert [(user["id"], user["username"], user["hasPin"]) for user in users] == [
            (anna, "anna", True), (bare, "bare", False),
        ]  # fmt: skip
        assert "$argon2" not in str(users)
    answer = await verify(enrolled, anna)
    assert (answer.status_code, answer.json()) == (200, {"success": True, "mustChangePassword": False})
    assert (await verify(enrolled, anna, "0000")).status_code == 401
    assert (await verify(enrolled, bare)).status_code == 403
    for nobody in (gone, other, "nonsense"):
        assert (await verify(enrolled, nobody)).status_code == 404
    assert (await verify(enrolled, anna, "")).status_code == 400


async def test_guessing_pins_is_slowed_down_per_device_and_person(
    enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient
) -> None:
    anna, ben = shop.add_person("anna"), shop.add_person("ben")
    for _ in range(5):
        assert (await verify(enrolled, anna, "0000")).status_code == 401
    locked = await verify(enrolled, anna)
    assert (locked.status_code, locked.headers["retry-after"]) == (429, "30")
    assert (await verify(enrolled, anna.upper())).status_code == 429
    assert (await verify(enrolled, ben)).status_code == 200
    other = WireTerminal(http)
    await other.register(shop.centre.token())
    await other.sign_in()
    assert (await verify(other, anna)).status_code == 200
    shop.centre.clock.advance(seconds=31)
    assert (await verify(enrolled, anna)).status_code == 200
    assert (await verify(enrolled, anna, "0000")).status_code == 401


async def test_the_device_learns_its_state(enrolled: WireTerminal, shop: EckShop) -> None:
    told = [(await enrolled.get(path)).json() for path in ("/E/api/status", "/api/status", "/eck/API/status")]
    assert told[0] == told[1] == told[2]
    status = told[0]
    assert (status["status"], status["server"], status["device_uuid"]) == ("active", "wms", enrolled.device_uuid)
    assert (len(bytes.fromhex(status["enc_key"])), status["qr_prefixes"]) == (24, ["ECK1.COM/"])
    assert {"version", "instance_id", "mesh_id", "tier", "repair_order_prefix", "qr_tenant_suffix"} <= status.keys()
    shop.centre.ask("UPDATE registered_devices SET status = 'pending'")
    pending = (await enrolled.get("/E/api/status")).json()
    assert (pending["status"], pending["enc_key"]) == ("pending", None)
    shop.centre.ask("UPDATE registered_devices SET status = 'blocked'")
    blocked = await enrolled.get("/E/api/status")
    assert (blocked.status_code, blocked.json()["status"]) == (403, "blocked")
    assert (await enrolled.http.get("/E/api/status")).status_code == 401


async def test_repairs_and_documents_are_kept(enrolled: WireTerminal, shop: EckShop) -> None:
    async def post(tail: str, body: object, **headers: str) -> httpx.Response:
        return await enrolled.http.post(f"/E/api/{tail}", json=body, headers=enrolled.bearer | headers)

    bound = {
        "source_device_id": enrolled.device_id,
        "target_device_id": "SN-1",
        "event_type": "device_bound",
        "data": "{}",
    }
    first = (await post("repair/event", bound)).json()
    day = shop.centre.clock.now().strftime("%Y%m%d")
    assert first == {"success": True, "created": True, "order_number": f"REP-{day}-0001"}
    assert (await post("repair/event", bound)).json()["created"] is False
    assert (await post("repair/event", bound | {"target_device_id": "SN-2"})).json()[
        "order_number"
    ] == f"REP-{day}-0002"
    assert (await post("repair/event", bound | {"event_type": "note"})).json() == {"success": True}
    assert (await post("repair/event", bound | {"source_device_id": "another"})).status_code == 403
    assert (await post("repair/event", {"event_type": "note"})).status_code == 400
    scan = (await post("scan", {"barcode": "SN-2"})).json()
    assert (scan["type"], scan["data"]["order_number"]) == ("order", f"REP-{day}-0002")
    document = {"type": "form", "payload": {"a": [1.5, "x\0y", None]}, "format": "json"}
    saved = await post("documents", document, **{"X-Idempotency-Key": "d1"})
    assert (saved.status_code, saved.json()["success"]) == (201, True)
    again = await post("documents", document, **{"X-Idempotency-Key": "d1"})
    assert again.json() == saved.json() | {"duplicate": True}
    rows = shop.centre.ask("SELECT payload FROM client_document WHERE id = %s", saved.json()["documentId"])
    assert rows == [({"a": [1.5, "xy", None]},)]
    assert shop.centre.ask("SELECT count(*) FROM client_document") == [(5,)]


async def test_a_pull_names_what_it_wants(enrolled: WireTerminal, shop: EckShop) -> None:
    for body in ({}, {"entity_types": "x"}, {"entity_types": [1]}, {"entity_types": [], "since": "yesterday"}):
        answer = await enrolled.http.post("/E/api/sync/pull", json=body, headers=enrolled.bearer)
        assert answer.status_code == 400


NASTY = ("null", "-1", '"\\u0000"', "[]", "1e400", "1e9999999999999999999", "9" * 5000, '"' + "x" * 999 + '"')
POSTS = (
    ("scan", "barcode", "msgId", "type", "priority", "orderId", "checksum"),
    ("warehouse/put-away", "item_barcode", "shelf_barcode", "qty", "op", "warehouse"),
    ("sync/pull", "entity_types", "since", "offset"),
    ("users/verify-pin", "userId", "pin"),
    ("repair/event", "target_device_id", "event_type", "data"),
    ("documents", "type", "payload", "format"),
    ("pickings/x/lines/y/confirm", "qty_done"),
)
PLAIN = {
    "qty": "1",
    "qty_done": "1",
    "op": '"add"',
    "entity_types": "[]",
    "offset": "0",
    "priority": "0",
    "deviceId": '""',
}


async def test_no_value_is_a_fault_of_the_centre(enrolled: WireTerminal, shop: EckShop) -> None:
    async def send(tail: str, names: list[str], nasty: str, value: str) -> None:
        fields = {name: PLAIN.get(name, '"1"') for name in names} | {nasty: value}
        body = "{" + ",".join(f'"{name}":{text}' for name, text in fields.items()) + "}"
        answer = await enrolled.http.post(f"/E/api/{tail}", content=body, headers=enrolled.bearer)
        assert answer.status_code not in (403, 429), answer.text
        assert answer.status_code < 500, (tail, nasty, value[:30], answer.text)

    for tail, *names in POSTS:
        for nasty in names:
            await asyncio.gather(*(send(tail, names, nasty, value) for value in NASTY))
