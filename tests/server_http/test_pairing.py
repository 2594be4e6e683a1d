"""Pairing: what the picture says, read back by a decoder, and what the typed code is exchanged for."""

import base64
import io
import json
import re
from pathlib import Path

import httpx
import pytest
import zxingcpp
from PIL import Image

from server_stub.cli import run_command_line
from server_stub.terminals import pairing
from server_stub.terminals.pairing import TRIES_PER_MINUTE, pairing_text
from server_stub.terminals.qr import draw_qr
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.people import SignedInPerson, sign_in_person
from tests.server_http.terminal import WireTerminal

QR, CODE, EXCHANGE = "/E/api/internal/pairing-qr", "/E/api/internal/pairing-code", "/E/pair/code"
KEY = bytes.fromhex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")


def read_qr(png: bytes) -> str:
    """Read a QR code as a camera's program does."""
    image = Image.open(io.BytesIO(png))
    assert (image.format, image.size) == ("PNG", (512, 512))
    found = zxingcpp.read_barcodes(image)
    assert [code.format for code in found] == [zxingcpp.BarcodeFormat.QRCode]
    return found[0].text


@pytest.fixture
async def manager(http: httpx.AsyncClient, centre_server: RunningCentre) -> SignedInPerson:
    """A manager who has signed in."""
    return await sign_in_person(http, centre_server, "manager")


def test_the_text_is_that_of_the_protocol() -> None:
    text = pairing_text(KEY, ["http://192.168.1.100:3210", "https://pda.example/"], "ABCD-EF")
    version, number, ident, key, urls, token = text.split("$")
    assert (version, number, key, token) == ("ECK", "2", KEY.hex().upper(), "ABCD-EF")
    assert re.fullmatch(r"[0-9A-F]{32}", ident)
    assert urls == "HTTP://192.168.1.100:3210/E,HTTPS://PDA.EXAMPLE/E"
    assert pairing_text(KEY, ["http://x"]).count("$") == 4
    assert text == text.upper()


@pytest.mark.parametrize("length", [1, 50, 180, 400, 1000])
def test_a_picture_has_one_size_and_says_its_text(length: int) -> None:
    text = ("ECK$2$" + "AB12/:" * 200)[:length]
    assert read_qr(draw_qr(text)) == text


async def test_the_picture_leads_to_this_centre(
    http: httpx.AsyncClient, centre_server: RunningCentre, manager: SignedInPerson, terminal: WireTerminal
) -> None:
    for path in (QR, "/api/internal/pairing-qr", QR.upper()):
        answer = await http.get(path, headers=manager.bearer)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
        assert answer.headers["cache-control"] == "no-store"
        *_, key, urls = read_qr(answer.content).split("$")
        assert urls == f"{centre_server.address.upper()}/E"
    told = (await terminal.register()).json()
    assert bytes.fromhex(key) == base64.b64decode(told["server_public_key"])
    assert (await http.get(f"{urls.lower()}/health")).status_code == 200


async def test_the_picture_of_a_vip_enrols_one_device(
    http: httpx.AsyncClient, manager: SignedInPerson, centre_server: RunningCentre
) -> None:
    answer = await http.get(QR, params={"type": "vip"}, headers=manager.bearer)
    token = read_qr(answer.content).split("$")[5]
    assert (await WireTerminal(http, "one").register(token)).json()["status"] == "active"
    assert (await WireTerminal(http, "two").register(token)).json()["status"] == "pending"
    assert centre_server.ask("SELECT action, subject FROM audit WHERE action LIKE 'pairing.%%'") == [
        ("pairing.drawn", SHOP)
    ]


async def test_who_may_pair(http: httpx.AsyncClient, centre_server: RunningCentre, manager: SignedInPerson) -> None:
    other = "018f0000-0000-7000-8000-000000000002"
    add_shop(centre_server.database_url, other, "Other shop")
    cashier = await sign_in_person(http, centre_server, "cashier")
    admin = await sign_in_person(http, centre_server, "admin")
    for method, path in (("GET", QR), ("POST", CODE)):
        assert (await http.request(method, path)).status_code == 401
        assert (await http.request(method, path, headers=cashier.bearer)).status_code == 403
        vip = {"type": "vip", "shop": other}
        assert (await http.request(method, path, params=vip, headers=manager.bearer)).status_code == 403
        assert (await http.request(method, path, params=vip, headers=admin.bearer)).status_code == 200
        assert (await http.request(method, path, params={"type": "vip"}, headers=admin.bearer)).status_code == 400
        assert (await http.request(method, path, params={"type": "x"}, headers=admin.bearer)).status_code == 400


async def test_a_typed_code_is_exchanged_once(
    http: httpx.AsyncClient, centre_server: RunningCentre, manager: SignedInPerson
) -> None:
    told = (await http.post(CODE, params={"type": "vip"}, headers=manager.bearer)).json()
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{6}", told["code"])
    assert told["expires_in"] == 600
    assert centre_server.ask("SELECT count(*) FROM enrolment_token") == [(0,)], "nothing to steal is stored"
    typed = f"{told['code'][:3].lower()}-{told['code'][3:]} "
    answer = await http.post(EXCHANGE, json={"code": typed})
    assert answer.status_code == 200
    text = answer.json()["qr"]
    assert text.startswith("ECK$2$")
    assert (await WireTerminal(http).register(text.split("$")[5])).json()["status"] == "active"
    again = await http.post(EXCHANGE, json={"code": told["code"]})
    assert (again.status_code, again.json()["error"]) == (404, "Unknown or expired code")


def test_letters_that_look_like_digits_are_digits() -> None:
    named = {pairing._hash(b"secret", code) for code in ("1110A0", "IlLoao", " 1l1-0a0", "iiiOAO")}
    assert len(named) == 1
    assert named != {pairing._hash(b"secret", "1110A1")}


async def test_a_code_expires(http: httpx.AsyncClient, centre_server: RunningCentre, manager: SignedInPerson) -> None:
    told = (await http.post(CODE, headers=manager.bearer)).json()
    centre_server.clock.advance(seconds=600)
    assert (await http.post(EXCHANGE, json={"code": told["code"]})).status_code == 404


async def test_guessing_is_slow(http: httpx.AsyncClient, centre_server: RunningCentre, manager: SignedInPerson) -> None:
    told = (await http.post(CODE, headers=manager.bearer)).json()
    guesses = [await http.post(EXCHANGE, json={"code": f"{n:06}"}) for n in range(TRIES_PER_MINUTE)]
    assert {answer.status_code for answer in guesses} == {404}
    refused = await http.post(EXCHANGE, json={"code": told["code"]})
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    centre_server.clock.advance(seconds=60)
    assert (await http.post(EXCHANGE, json={"code": told["code"]})).status_code == 200
    for wrong in ({}, {"code": None}, {"code": 1}):
        assert (await http.post(EXCHANGE, json=wrong)).status_code == 400


def test_the_command_writes_the_picture(database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_shop(database_url)
    file = tmp_path / "pairing.png"
    arguments = [
        "token",
        "create",
        "--shop",
        SHOP,
        "--json",
        "--database-url",
        database_url,
        "--data-dir",
        str(tmp_path),
    ]
    address = ["--url", "http://192.168.1.10:8080/", "--url", "https://centre.example"]
    assert run_command_line([*arguments, "--qr", str(file), *address]) == 0
    told = json.loads(capsys.readouterr().out)
    assert read_qr(file.read_bytes()) == told["pairing"]
    *_, urls, token = told["pairing"].split("$")
    assert (urls, token) == ("HTTP://192.168.1.10:8080/E,HTTPS://CENTRE.EXAMPLE/E", told["token"])
    assert run_command_line([*arguments, "--qr", str(file)]) == 2
    assert run_command_line([*arguments, "--qr", str(file), "--url", "nonsense"]) == 2
    capsys.readouterr()
    assert run_command_line(arguments) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"token", "shop", "device_id", "expires_at"}
