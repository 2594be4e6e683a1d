"""Snapshots: the first load of a terminal as one prepared, encrypted, signed file, named by its content.

A file is built aside and becomes visible whole. It is used until the catalogue has moved far on; the feeds go on
from the cursors inside.
"""

import asyncio
import contextlib
import hashlib
import os
import re
import secrets
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from weakref import WeakKeyDictionary

import msgspec
from psycopg import IsolationLevel

from server_stub.approvals.waiting import list_approvals_of
from server_stub.centre import Centre
from server_stub.counts.matters import list_matters_of
from server_stub.database import Connection, Pool
from server_stub.feed.pages import is_ours, last_places, read_vector
from server_stub.feed.replica_file import ReplicaFile
from server_stub.feed.rows import read_all
from server_stub.goods.held_lots import list_held_lots_of
from server_stub.goods.places import list_places
from server_stub.goods.reorder_told import list_reorder_of
from server_stub.goods.shops import read_shops
from server_stub.journal.cases import list_cases_of
from server_stub.orders.keeping import list_orders_of
from server_stub.orders.neighbours import list_neighbours_of
from sync.wire.changes import PERSONAL, feeds_of
from sync.wire.messages import Cursor, Manifest, manifest_message
from sync.wire.replica import SCHEMA

STALE_AFTER_CHANGES = 20_000
STALE_AFTER_S = 24 * 3600
KEEP_OLD_FILES_S = 24 * 3600
"""A terminal may still be fetching the file before the newest."""
FETCH = 5000
BUILD_LOCK = 0x65636B04

_locks: WeakKeyDictionary[Pool, dict[str, asyncio.Lock]] = WeakKeyDictionary()

_decode = msgspec.msgpack.Decoder(Manifest).decode
_STORED = "SELECT manifest, extract(epoch FROM now() - made_at)::float8 FROM snapshot WHERE shop_id = %s"
_STORE = """
INSERT INTO snapshot (shop_id, manifest, made_at) VALUES (%s, %s, now())
ON CONFLICT (shop_id) DO UPDATE SET manifest = excluded.manifest, made_at = excluded.made_at
"""
_VERSIONS = "SELECT entity_id, coalesce(position, told, 0) FROM feed_item WHERE feed = %s"
_STOCK = """
SELECT product_id::text, place_id::text, on_hand_milli, coalesce(position, told, 0) FROM stock
WHERE shop_id = %s AND lot = '' ORDER BY 1, 2
"""
_LOTS = """
SELECT product_id::text, place_id::text, s.lot, on_hand_milli, coalesce(expires_on::text, ''),
    coalesce(position, told, 0)
FROM stock s LEFT JOIN lot l USING (product_id, lot) WHERE shop_id = %s AND s.lot <> '' ORDER BY 1, 2, 3
"""
_MOVED = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM product WHERE position > %s ORDER BY position LIMIT %s) told)
    + (SELECT count(*) FROM (SELECT 1 FROM product WHERE position IS NULL LIMIT %s) untold)
"""
"""Two questions, because each is answered by the index, and both in one by reading every product."""


async def latest_snapshot(pool: Pool, centre: Centre, shop: str, folder: Path) -> Manifest | None:
    """Give the manifest of a shop's snapshot, built now if there is none or it is stale; None for an unknown shop."""
    async with pool.connection() as conn:
        if not await read_shops(conn, [shop]):
            return None
        if ready := await _read_ready(conn, centre, shop, folder):
            return ready
    async with _one_builder(pool, shop) as conn:
        if ready := await _read_ready(conn, centre, shop, folder):
            return ready  # another request built it while this one waited
        await conn.commit()
        manifest = await _build(conn, centre, shop, folder)
        await conn.execute(_STORE, (shop, msgspec.msgpack.encode(manifest)))
    await asyncio.to_thread(_forget_old_files, folder, manifest.hash)
    return manifest


def snapshot_file(folder: Path, file_hash: str) -> Path | None:
    """Give the file with this SHA-256 in hex, None when there is none."""
    path = _path(folder, file_hash)
    return path if re.fullmatch("[0-9a-f]{64}", file_hash) and path.is_file() else None


def _path(folder: Path, file_hash: str) -> Path:
    return folder / f"snapshot-{file_hash}.db"


@contextlib.asynccontextmanager
async def _one_builder(pool: Pool, shop: str) -> AsyncIterator[Connection]:
    """Let one request of all processes build for a shop at a time; the others wait without holding a connection."""
    lock = _locks.setdefault(pool, {}).setdefault(shop, asyncio.Lock())
    async with lock, pool.connection() as conn:
        await conn.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", (BUILD_LOCK, shop))
        await conn.commit()
        try:
            yield conn
            await conn.commit()
        finally:
            if not conn.closed:
                await conn.rollback()
                await conn.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", (BUILD_LOCK, shop))


async def _read_ready(conn: Connection, centre: Centre, shop: str, folder: Path) -> Manifest | None:
    """Give the stored manifest if its file is here and a terminal can go on from it."""
    row = await (await conn.execute(_STORED, (shop,))).fetchone()
    if row is None or row[1] > STALE_AFTER_S:
        return None
    manifest = _decode(row[0])
    if manifest.schema != SCHEMA or snapshot_file(folder, manifest.hash) is None:
        return None
    for cursor in manifest.cursors:
        if cursor.epoch != centre.epoch or not await is_ours(conn, cursor.feed, cursor.position, cursor.token):
            return None
    moved = await conn.execute(_MOVED, (manifest.cursors[0].position, STALE_AFTER_CHANGES, STALE_AFTER_CHANGES))
    return manifest if (await moved.fetchone() or (0,))[0] < STALE_AFTER_CHANGES else None


async def _build(conn: Connection, centre: Centre, shop: str, folder: Path) -> Manifest:
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    key = secrets.token_bytes(32)
    with tempfile.TemporaryDirectory(dir=folder, prefix="building-") as aside:
        made = Path(aside) / "replica.db"
        cursors = await _fill(conn, centre, shop, made, key)
        file_hash, size = await asyncio.to_thread(_serve, made, folder)
    manifest = Manifest(schema=SCHEMA, hash=file_hash, size=size, key=key.hex(), cursors=cursors, signature=b"")
    return msgspec.structs.replace(manifest, signature=centre.sign(manifest_message(manifest)))


async def _fill(conn: Connection, centre: Centre, shop: str, path: Path, key: bytes) -> tuple[Cursor, ...]:
    """Write everything as it is at one moment of the database; gives the cursors of that moment."""
    file = await asyncio.to_thread(ReplicaFile, path, key)
    await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
    try:
        async with conn.transaction():
            feeds = [feed for feed in feeds_of(shop) if not feed.startswith(PERSONAL)]
            places = await last_places(conn, centre, feeds)
            told = await (await conn.execute(_VERSIONS, (f"shop:{shop}",))).fetchall()
            versions: dict[str, int] = dict(told)
            file.add_shop((await read_shops(conn, [shop]))[shop], await list_places(conn, shop), versions)
            file.add_cases(await list_cases_of(conn, shop), versions)
            file.add_orders(await list_orders_of(conn, shop), versions)
            file.add_neighbours(await list_neighbours_of(conn, shop), versions)
            file.add_reorder(await list_reorder_of(conn, shop), versions)
            file.add_held_lots(await list_held_lots_of(conn, shop), versions)
            file.add_matters(await list_matters_of(conn, shop), versions)
            file.add_approvals(await list_approvals_of(conn, shop), versions)
            stock = await conn.execute(_STOCK, (shop,))
            lots = await conn.execute(_LOTS, (shop,))
            file.add_stock(await stock.fetchall(), await lots.fetchall(), await read_vector(conn, shop))
            file.add_offers(await read_all(conn, f"offers:{shop}"))
            await _add_products(conn, file)
        await asyncio.to_thread(file.finish, places)
    finally:
        file.close()
        await conn.set_isolation_level(None)
    return tuple([cursor for cursor, _ in places])


async def _add_products(conn: Connection, file: ReplicaFile) -> None:
    """Stream the products through: one batch is written while the next one is fetched."""
    async with conn.cursor(name="snapshot", binary=True) as cursor:
        await cursor.execute("SELECT packed, coalesce(position, told, 0) FROM product")
        writing = asyncio.ensure_future(asyncio.sleep(0))
        try:
            while rows := await cursor.fetchmany(FETCH):
                await writing
                packed, positions = zip(*rows, strict=True)
                writing = asyncio.ensure_future(asyncio.to_thread(file.add_products, packed, positions))
        finally:
            await writing


def _serve(made: Path, folder: Path) -> tuple[str, int]:
    """Put the file, encrypted and so not worth packing, where it is served from under its hash; gives hash and size."""
    with made.open("rb") as file:
        file_hash = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    size = made.stat().st_size
    made.replace(_path(folder, file_hash))
    return file_hash, size


def _forget_old_files(folder: Path, newest: str) -> None:
    for path in folder.glob("snapshot-*.db"):
        if path != _path(folder, newest) and time.time() - path.stat().st_mtime > KEEP_OLD_FILES_S:
            path.unlink(missing_ok=True)
