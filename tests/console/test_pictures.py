"""Pictures in bulk: what is named by article number or barcode is kept, the rest is told, bombs do not go off."""

import asyncio
import io
import json
import struct
import zipfile
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from server_stub.cli import run_command_line
from server_stub.context import utc_now
from server_stub.database import Pool, open_pool
from server_stub.eckwms.images import MAX_IMAGE
from server_stub.faults import Refusal
from server_stub.goods import picture_import
from server_stub.goods.picture_import import import_pictures
from server_stub.goods.product_file import import_products
from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

GOODS = "sku,name,barcode,price\nTEA-1,Tea,4006381333931,1.20\nTEA-2,Tea,036000291452,1.20\nTEA-3,Tea,,1.20\n"


def drawn(colour: str = "red", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 100), colour).save(out, kind)
    return out.getvalue()


def flat(side: int) -> bytes:
    """A PNG of one bit a pixel whose few bytes say that it is this large."""
    row = zlib.compress(b"\0" * ((side // 8 + 1) * 16))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", row) + chunk(b"IEND", b"")


def packed(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    out.seek(0)
    return out


@pytest.fixture
async def goods(database_url: str, tmp_path: Path) -> AsyncIterator[Pool]:
    (tmp_path / "goods.csv").write_text(GOODS)
    async with open_pool(database_url, max_size=3) as pool:
        await import_products(pool, tmp_path / "goods.csv")
        yield pool


async def told(pool: Pool) -> dict[str, str]:
    async with pool.connection() as conn:
        query = "SELECT p.sku, o.mime FROM product_picture o JOIN product p ON p.id = o.product_id"
        return dict(await (await conn.execute(query)).fetchall())


async def test_what_fits_is_kept_once_and_the_rest_is_told(goods: Pool) -> None:
    files = {
        "TEA-1.png": drawn(),
        "autumn/36000291452.JPG": drawn("blue", "JPEG"),
        "4006381333931.webp": drawn("green", "WEBP"),
        "COFFEE.png": drawn(),
        "TEA-3.txt": b"no picture",
        "__MACOSX/._TEA-1.png": b"-",
        "autumn/Thumbs.db": b"-",
        "autumn/": b"",
    }
    report = await import_pictures(goods, packed(files), utc_now())
    assert (report["read"], report["added"], report["changed"], report["unchanged"]) == (5, 2, 0, 0)
    assert [(bad["row"], bad["value"], bad["reason"]) for bad in report["rejected"]] == [
        (3, "4006381333931.webp", "is a second picture of the same product"),
        (4, "COFFEE.png", "is named by no article number and no barcode"),
        (5, "TEA-3.txt", "Only JPEG, PNG and WebP pictures are taken"),
    ]
    assert await told(goods) == {"TEA-1": "image/jpeg", "TEA-2": "image/jpeg"}
    async with goods.connection() as conn:
        positions = await (await conn.execute("SELECT sku, position FROM product ORDER BY sku")).fetchall()
    again = await import_pictures(goods, packed(files), utc_now())
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)
    async with goods.connection() as conn:
        assert await (await conn.execute("SELECT sku, position FROM product ORDER BY sku")).fetchall() == positions
    other = await import_pictures(goods, packed({"TEA-1.png": drawn("white"), "TEA-3.png": drawn()}), utc_now())
    assert (other["added"], other["changed"], other["unchanged"]) == (1, 1, 0)


async def test_bombs_do_not_go_off(goods: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed({"TEA-1.png": drawn() + bytes(MAX_IMAGE), "TEA-2.png": flat(9000), "TEA-3.png": flat(30_000)})
    report = await import_pictures(goods, bomb, utc_now())
    assert [bad["reason"] for bad in report["rejected"]] == [
        "The picture has more than 10 MiB",
        "The picture has too many pixels",
        "The picture has too many pixels",
    ]
    warned = await import_pictures(goods, packed({"TEA-1.png": flat(11_000)}), utc_now())
    assert warned["rejected"][0]["reason"] == "The picture has too many pixels"
    slow = await import_pictures(goods, packed({"TEA-1.png": drawn()}, zipfile.ZIP_LZMA), utc_now())
    assert slow["rejected"][0]["reason"] == "It is encrypted, or packed in a way that is not taken"
    torn = bytearray(packed({"TEA-1.png": drawn()}, zipfile.ZIP_STORED).getvalue())
    torn[torn.index(b"IDAT") + 6] ^= 1
    assert (await import_pictures(goods, io.BytesIO(torn), utc_now()))["rejected"][0]["reason"] == "The file is damaged"
    with pytest.raises(Refusal):
        await import_pictures(goods, io.BytesIO(b"no archive"), utc_now())
    monkeypatch.setattr(picture_import, "MOST_UNPACKED", len(drawn()) + 10)
    both = await import_pictures(goods, packed({"TEA-1.png": drawn(), "TEA-2.png": drawn("blue")}), utc_now())
    assert (both["added"], both["rejected"][0]["reason"]) == (1, "The archive unpacks to too much; send it in parts")
    monkeypatch.setattr(picture_import, "MOST_FILES", 1)
    with pytest.raises(Refusal):
        await import_pictures(goods, packed({"TEA-1.png": drawn(), "TEA-2.png": drawn()}), utc_now())


async def test_an_archive_comes_by_the_page(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/pictures")
    assert 'enctype="multipart/form-data"' in page
    files = {"archive": ("pictures.zip", packed({"COFFEE.png": drawn()}), "application/zip")}
    answer = await admin.http.post("/console/pictures", data={"csrf": admin.csrf}, files=files)
    assert answer.status_code == 200, answer.text
    assert "1 files: 0 new pictures, 0 changed, 0 as they were, 1 not taken" in answer.text
    assert "<code>COFFEE.png</code>" in answer.text
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("products.pictured",)]
    foreign = {"archive": ("pictures.zip", packed({}), "application/zip")}
    assert (await admin.http.post("/console/pictures", data={"csrf": "0"}, files=foreign)).status_code == 403
    wrong = {"archive": ("pictures.zip", b"no archive", "application/zip")}
    answer = await admin.http.post("/console/pictures", data={"csrf": admin.csrf}, files=wrong)
    assert (answer.status_code, "This is no ZIP archive" in answer.text) == (400, True)
    for bad in ({"data": {"csrf": admin.csrf}}, {"data": {"csrf": admin.csrf}, "files": {"other": b"x"}}):
        assert (await admin.http.post("/console/pictures", **bad)).status_code == 400


async def test_the_command_tells_the_same(
    goods: Pool, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pictures.zip"
    file.write_bytes(packed({"TEA-1.png": drawn(), "COFFEE.png": drawn()}).getvalue())
    arguments = ["import", "pictures", str(file), "--json", "--database-url", database_url]
    assert await asyncio.to_thread(run_command_line, arguments) == 0
    told_by_it = json.loads(capsys.readouterr().out)
    assert (told_by_it["read"], told_by_it["added"], len(told_by_it["rejected"])) == (2, 1, 1)
