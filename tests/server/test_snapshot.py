import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlcipher3 import dbapi2

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_feeds, read_page
from server_stub.feed.sequencer import number_changes
from server_stub.feed.snapshot import latest_snapshot, snapshot_file
from server_stub.goods.product_file import import_products
from server_stub.journal.ingest import land
from sync.chain import verify_signature
from sync.wire.changes import Product, Shop
from sync.wire.digest import add_up
from sync.wire.messages import Manifest, manifest_message
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id

GOODS = "sku,name,price,barcode,category,unit,pack_barcode,pack_size\n" + "".join(
    f"A{number:04},Ёлочный сок {number},1.5,{number:08},Соки,pcs,{'9' + str(number) if number % 2 else ''},6\n"
    for number in range(700)
)


@pytest.fixture
async def stocked(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    """Goods in the catalogue, everything numbered."""
    await take(pool, tmp_path, GOODS)
    await number_changes(pool)


async def take(pool: Pool, folder: Path, text: str) -> None:
    put(folder / "goods.csv", text)
    await import_products(pool, folder / "goods.csv")


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def files(folder: Path, pattern: str) -> list[Path]:
    return list(folder.glob(pattern))


def opened(folder: Path, manifest: Manifest) -> Any:
    """Check and open a snapshot as a terminal does."""
    path = snapshot_file(folder, manifest.hash)
    assert path
    sent = path.read_bytes()
    assert (hashlib.sha256(sent).hexdigest(), len(sent)) == (manifest.hash, manifest.size)
    db = dbapi2.connect(str(path))
    db.execute(f"PRAGMA key=\"x'{manifest.key}'\"")
    return db


async def built(pool: Pool, centre: Centre, ground: Ground, folder: Path) -> Manifest:
    manifest = await latest_snapshot(pool, centre, ground.shop, folder)
    assert manifest
    return manifest


def cursors_of(manifest: Manifest) -> list[str]:
    return [cursor.feed for cursor in manifest.cursors]


async def test_a_snapshot_holds_what_the_feeds_say(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal, stocked: None, tmp_path: Path
) -> None:
    product = await ask(pool, "SELECT id::text FROM product WHERE sku = 'A0007'")
    till.receive(product, 10)
    till.sell(product, 3)
    await land(pool, centre, till.device, till.batch())
    manifest = await built(pool, centre, ground, tmp_path)
    assert verify_signature(centre.public_key, manifest_message(manifest), manifest.signature)
    db = opened(tmp_path, manifest)
    feed = await read_page(pool, centre, "catalogue", limit=5000)
    sent = [msgspec.msgpack.decode(change.row, type=Product) for change in feed.changes]
    columns = "id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active"
    assert db.execute(f"SELECT {columns} FROM product ORDER BY sku").fetchall() == [
        tuple(getattr(product, name) for name in columns.split(", "))
        for product in sorted(sent, key=lambda product: product.sku)
    ]
    codes = "SELECT p.id, b.code, b.pack_milli FROM barcode b JOIN product p ON p.n = b.product_n"
    assert set(db.execute(codes)) == {
        (product.id, code.code, code.pack_milli) for product in sent for code in product.codes
    }
    (terms,) = db.execute("SELECT terms FROM shop").fetchone()
    assert msgspec.json.decode(terms, type=Shop).name == "Corner"
    assert db.execute("SELECT count(*) FROM place").fetchone() == (4,)
    assert db.execute("SELECT count(*) FROM person").fetchone() == (0,)
    stock = "SELECT product_id, place_id, on_hand_milli FROM stock"
    assert db.execute(stock).fetchall() == [(product, ground.shelf, 7000)]
    assert db.execute("SELECT incarnation, seq, missing FROM projected").fetchall() == [
        (till.incarnation, 2, json.dumps(()))
    ]
    assert db.execute("SELECT schema FROM meta").fetchone() == (manifest.schema,)
    cursors = {cursor.feed: cursor for cursor in manifest.cursors}
    for name, tables in (("catalogue", ("product",)), ("shop", ("shop", "place")), ("stock", ("stock",))):
        versions = [at for table in tables for (at,) in db.execute(f"SELECT position FROM {table}")]
        digest = "SELECT digest FROM feed WHERE name LIKE ? || '%'"
        assert db.execute(digest, (name,)).fetchone() == (add_up(0, versions),)
        feed = next(feed for feed in cursors_of(manifest) if feed.startswith(name))
        assert (await read_page(pool, centre, feed, limit=5000)).digest == add_up(0, versions)
    assert {name: tuple(rest) for name, *rest in db.execute("SELECT name, epoch, position, token FROM feed")} == {
        name: (cursor.epoch, cursor.position, cursor.token) for name, cursor in cursors.items()
    }
    assert set(cursors) == {"catalogue", f"shop:{ground.shop}", f"offers:{ground.shop}", f"stock:{ground.shop}"}
    assert cursors["catalogue"] in (await read_feeds(pool, centre, ground.shop)).cursors


async def test_words_and_middles_are_found(
    pool: Pool, centre: Centre, ground: Ground, stocked: None, tmp_path: Path
) -> None:
    db = opened(tmp_path, await built(pool, centre, ground, tmp_path))
    for table, query, count in (
        ("product_words", "елоч*", 700),
        ("product_words", "a0007", 1),
        ("product_middles", "лочн", 700),
    ):
        assert db.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (query,)).fetchone() == (count,)
    assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)


async def test_a_terminal_goes_on_from_the_cursors_inside(
    pool: Pool, centre: Centre, ground: Ground, stocked: None, tmp_path: Path
) -> None:
    manifest = await built(pool, centre, ground, tmp_path)
    await take(pool, tmp_path, "sku,name,price\nA0001,Ёлочный сок 1,2\n")
    inside = manifest.cursors[0]
    page = await read_page(pool, centre, "catalogue", inside.position, inside.token)
    assert [msgspec.msgpack.decode(change.row, type=Product).sku for change in page.changes] == ["A0001"]


async def test_a_snapshot_is_used_until_it_is_stale(
    pool: Pool, centre: Centre, ground: Ground, stocked: None, tmp_path: Path
) -> None:
    first, again = await asyncio.gather(*[built(pool, centre, ground, tmp_path) for _ in range(2)])
    assert first == again
    assert await built(pool, centre, ground, tmp_path) == first
    assert len(files(tmp_path, "snapshot-*")) == 1
    async with pool.connection() as conn:
        await conn.execute("UPDATE snapshot SET made_at = made_at - interval '2 days'")
    second = await built(pool, centre, ground, tmp_path)
    assert second.hash != first.hash
    path = snapshot_file(tmp_path, second.hash)
    assert path
    path.unlink()
    assert (await built(pool, centre, ground, tmp_path)).hash not in (first.hash, second.hash)


async def test_a_restored_centre_builds_anew(
    pool: Pool, centre: Centre, ground: Ground, stocked: None, tmp_path: Path
) -> None:
    first = await built(pool, centre, ground, tmp_path)
    async with pool.connection() as conn:
        await conn.execute("UPDATE feed_token SET token = 'other' WHERE feed = 'catalogue'")
    assert (await built(pool, centre, ground, tmp_path)).hash != first.hash


async def test_an_unknown_shop_or_file_is_none(pool: Pool, centre: Centre, tmp_path: Path) -> None:
    assert await latest_snapshot(pool, centre, new_id(), tmp_path) is None
    assert snapshot_file(tmp_path, "0" * 64) is None
    assert snapshot_file(tmp_path, "../../etc/passwd") is None


async def test_nothing_is_left_of_a_build_that_fails(
    pool: Pool, centre: Centre, ground: Ground, stocked: None, tmp_path: Path
) -> None:
    async with pool.connection() as conn:
        await conn.execute("UPDATE product SET packed = 'garbage' WHERE sku = 'A0650'")
    with pytest.raises(msgspec.DecodeError):
        await built(pool, centre, ground, tmp_path)
    assert files(tmp_path, "building-*") == files(tmp_path, "snapshot-*") == []
    assert await rows(pool, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'") == []
