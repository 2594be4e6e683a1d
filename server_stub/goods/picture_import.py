"""Pictures in bulk: a ZIP whose files are named by article number or barcode; what fits is kept, the rest is told.

Nothing that the archive says of itself is believed: each file is read up to a bound, and packed in a way whose
reading stays within it. The same archive again changes nothing.
"""

import asyncio
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from server_stub.database import Connection, Pool
from server_stub.eckwms.images import MAX_IMAGE, WORKER
from server_stub.faults import Denied, Refusal
from server_stub.goods import catalogue, product_cells
from server_stub.goods.pictures import Picture, put_pictures, scale_down
from server_stub.goods.product_cells import BadCell
from server_stub.goods.product_rows import Report

MOST_FILES = 2000
MOST_UNPACKED = 1 << 30
"""Bytes of all pictures of an archive together; one has `MAX_IMAGE` at most."""
_BATCH = 50
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others cannot be unpacked a bounded piece at a time."""
_NOT_PICTURES = ("thumbs.db", "desktop.ini")
_PRODUCTS = """
SELECT name, id::text, sku FROM (
    SELECT sku AS name, id, sku, 1 AS n FROM product WHERE sku = ANY(%(skus)s)
    UNION ALL SELECT c.code, p.id, p.sku, 2 FROM product_code c JOIN product p ON p.id = c.product_id
    WHERE c.code = ANY(%(codes)s)) found ORDER BY n DESC
"""
_PRESENT = "SELECT product_id::text, hash FROM product_picture WHERE product_id = ANY(%s::uuid[])"
_Found = tuple[ZipInfo, str, str]
"""File, product and article number."""


def _say_nothing(files: int) -> None:
    """Show no progress."""


async def import_pictures(
    pool: Pool, file: Path | IO[bytes], now: datetime, *, progress: Callable[[int], None] = _say_nothing
) -> dict[str, Any]:
    """Give products their pictures and report what became of the files (contract 2.1, `import`); `row` is a file's
    number in the archive. Raises Refusal for what is no ZIP archive, or one of too much.
    """
    report = Report()
    archive = await asyncio.to_thread(_open, file)
    with archive:
        files = [(n, one) for n, one in enumerate(archive.infolist(), 1) if _is_meant(one)]
        if len(files) > MOST_FILES:
            raise Refusal("import.file", "The archive holds too many files.", f"Send {MOST_FILES} at a time.")
        report.read = len(files)
        matched = await _match(pool, files, report)
        left = MOST_UNPACKED
        for at in range(0, len(matched), _BATCH):
            left = await _take(pool, archive, matched[at : at + _BATCH], report, now, left)
            progress(at)
    report.rejected.sort(key=lambda bad: int(bad["row"]))
    return asdict(report)


def _open(file: Path | IO[bytes]) -> ZipFile:
    try:
        return ZipFile(file)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise Refusal("import.file", "This is no ZIP archive that can be read.", "Pack the pictures again.") from error


def _is_meant(one: ZipInfo) -> bool:
    parts = PurePosixPath(one.filename).parts
    is_system = not parts or parts[0] == "__MACOSX" or parts[-1].startswith(".") or parts[-1].lower() in _NOT_PICTURES
    return not (one.is_dir() or is_system)


async def _match(pool: Pool, files: Sequence[tuple[int, ZipInfo]], report: Report) -> list[tuple[int, _Found]]:
    """Find whose picture each file is: by article number, else by a barcode; the first of a product counts."""
    names = {n: PurePosixPath(one.filename).stem.strip() for n, one in files}
    asked = {"skus": list(names.values()), "codes": [_code(name) for name in names.values()]}
    async with pool.connection() as conn:
        rows = await (await conn.execute(_PRODUCTS, asked)).fetchall()
    known, taken = {row[0]: (row[1], row[2]) for row in rows}, set[str]()
    matched: list[tuple[int, _Found]] = []
    for n, one in files:
        product, sku = known.get(names[n]) or known.get(_code(names[n])) or ("", "")
        if not product:
            report.reject(n, "file", one.filename, "is named by no article number and no barcode")
        elif product in taken:
            report.reject(n, "file", one.filename, "is a second picture of the same product")
        else:
            taken.add(product)
            matched.append((n, (one, product, sku)))
    return matched


def _code(name: str) -> str:
    try:
        return product_cells.code(name)
    except BadCell:
        return ""


async def _take(
    pool: Pool, archive: ZipFile, files: Sequence[tuple[int, _Found]], report: Report, now: datetime, left: int
) -> int:
    """Take some pictures in one transaction; gives how many bytes may still be unpacked."""
    loop, small = asyncio.get_running_loop(), list[tuple[str, str, Picture]]()
    for n, (one, product, sku) in files:
        try:
            picture, size = await loop.run_in_executor(WORKER, _read, archive, one, left)
        except Denied as error:
            report.reject(n, "file", one.filename, error.message)
            continue
        left -= size
        small.append((product, sku, picture))
    async with pool.connection() as conn, conn.transaction():
        await catalogue.begin_writing(conn)
        await _write(conn, small, report, now)
    return left


def _read(archive: ZipFile, one: ZipInfo, left: int) -> tuple[Picture, int]:
    """Give a picture, small, and how many bytes it had. Runs in a worker thread. Raises Denied."""
    if one.compress_type not in _PACKED or one.flag_bits & 1:
        raise Denied(415, "It is encrypted, or packed in a way that is not taken")
    try:
        with archive.open(one) as packed:
            data = packed.read(min(MAX_IMAGE, left) + 1)
    except (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise Denied(415, "The file is damaged") from error
    if len(data) > MAX_IMAGE:
        raise Denied(413, "The picture has more than 10 MiB")
    if len(data) > left:
        raise Denied(413, "The archive unpacks to too much; send it in parts")
    return scale_down(data), len(data)


async def _write(conn: Connection, small: list[tuple[str, str, Picture]], report: Report, now: datetime) -> None:
    cursor = await conn.execute(_PRESENT, ([product for product, _, _ in small],))
    present: dict[str, str] = dict(await cursor.fetchall())
    news = [one for one in small if present.get(one[0]) != one[2].hash]
    report.unchanged += len(small) - len(news)
    report.changed += sum(one[0] in present for one in news)
    report.added += sum(one[0] not in present for one in news)
    if news:
        await put_pictures(conn, news, now)
