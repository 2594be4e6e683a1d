"""Pictures of products: scaled down, told by hash, given to tills alone; what is no picture is refused."""

import base64
import io
from typing import Any

import httpx
import msgspec
import pytest
from PIL import Image

from server_stub.goods.pictures import scale_down
from sync.wire.changes import Product
from sync.wire.pictures import MOST_BYTES, PICTURE
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_eckwms_papers import upload


def drawn(kind: str = "JPEG", size: tuple[int, int] = (400, 200), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, kind)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server, ["products:read", "products:write"])


def told(centre: RunningCentre, sku: str) -> str:
    packed: Any
    ((packed,),) = centre.ask("SELECT packed FROM product WHERE sku = %s", sku)
    extra = msgspec.msgpack.decode(bytes(packed), type=Product).extra
    return extra.picture if extra else ""


def test_a_picture_is_small_and_bare() -> None:
    tall = scale_down(drawn(size=(300, 1200)))
    assert (opened(tall.content).size, tall.mime) == ((24, 96), "image/jpeg")
    clear = scale_down(drawn("PNG", mode="LA"))
    assert (opened(clear.content).mode, clear.mime) == ("RGBA", "image/png")
    noise = io.BytesIO()
    Image.effect_noise((96, 96), 200).convert("RGBA").save(noise, "PNG")
    assert len(scale_down(noise.getvalue()).content) < MOST_BYTES
    turned, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(turned, "JPEG", exif=exif)
    small = opened(scale_down(turned.getvalue()).content)
    assert (small.size, dict(small.getexif())) == ((20, 40), {})


async def test_a_picture_goes_from_a_program_to_a_till(
    http: httpx.AsyncClient, centre_server: RunningCentre, erp: Program, enrolled: WireTerminal
) -> None:
    product = await erp.make("/products", {"sku": "ROLL", "name": "Roll", "price": "0.40"})
    path = f"/products/{product['id']}/picture"
    assert (await erp.call("GET", path)).status_code == 404
    put = (await erp.call("PUT", path, {"content": base64.b64encode(drawn()).decode()})).json()
    assert (put["media"], told(centre_server, "ROLL")) == ("image/jpeg", put["hash"])
    own = await erp.call("GET", path)
    assert opened(own.content).size == (96, 48)
    await erp.call("PATCH", f"/products/{product['id']}", {"name": "Morning roll"})
    assert told(centre_server, "ROLL") == put["hash"], "other changes leave it"
    where = PICTURE.format(hash=put["hash"])
    assert (await http.get(where)).status_code == 401
    got = await http.get(where, headers=enrolled.bearer)
    assert (got.status_code, got.content) == (200, own.content)
    assert "immutable" in got.headers["cache-control"]
    assert (await erp.call("DELETE", path)).status_code == 200
    assert told(centre_server, "ROLL") == ""
    assert (await http.get(where, headers=enrolled.bearer)).status_code == 404


async def test_an_uploaded_picture_becomes_that_of_a_product(erp: Program, enrolled: WireTerminal) -> None:
    product = await erp.make("/products", {"sku": "ROLL", "name": "Roll", "price": "0.40"})
    sent = (await upload(enrolled, drawn("PNG", (2000, 2000)))).json()["imageId"]
    put = await erp.call("PUT", f"/products/{product['id']}/picture", {"image": sent})
    assert put.status_code == 200, put.text
    assert opened((await erp.call("GET", f"/products/{product['id']}/picture")).content).size == (96, 96)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"content": base64.b64encode(b"GIF89a no picture").decode()}, 415),
        ({"content": base64.b64encode(drawn()[:200]).decode()}, 415),
        ({"content": base64.b64encode(drawn("GIF")).decode()}, 415),
        ({"image": "018f0000-0000-7000-8000-00000000ffff"}, 400),
    ],
)
async def test_what_is_no_picture_is_refused(erp: Program, body: dict[str, Any], status: int) -> None:
    product = await erp.make("/products", {"sku": "ROLL", "name": "Roll", "price": "0.40"})
    answer = await erp.call("PUT", f"/products/{product['id']}/picture", body)
    assert answer.status_code == status, answer.text
