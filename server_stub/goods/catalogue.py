"""The one way products are written: added and changed in bulk, each with its feed position, in one transaction.

The writer holds the catalogue's sequencer lock, so it may give positions itself: a row is written once. That makes
writers wait for one another and the catalogue's news wait for the commit; stock and people have another lane.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from server_stub.database import Connection
from server_stub.feed.sequencer import CATALOGUE, announce, new_token
from server_stub.goods.extras import merge_extra, new_extras
from server_stub.goods.product_rows import BLOCK, Block, Report
from server_stub.ids import new_ids
from sync.wire.changes import Code, Product
from sync.wire.extras import Extra

_COLUMNS = """id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, cost_e4, track_lots,
    packed, position"""
_COPY = f"COPY product ({_COLUMNS}) FROM STDIN"
_COPY_CHANGED = f"COPY changed_product ({_COLUMNS}) FROM STDIN"
_COPY_CODES = "COPY product_code (code, product_id, pack_milli) FROM STDIN"
_KNOWN = "SELECT sku, packed, cost_e4, track_lots FROM product WHERE sku = ANY(%s)"
_STAGE = "CREATE TEMP TABLE changed_product (LIKE product) ON COMMIT DROP"
_CHANGE = """
UPDATE product p SET name = c.name, unit = c.unit, price_e4 = c.price_e4, rate_ppm = c.rate_ppm, category = c.category,
    weighed = c.weighed, age_limit = c.age_limit, active = c.active, cost_e4 = c.cost_e4, track_lots = c.track_lots,
    packed = c.packed, position = c.position
FROM changed_product c WHERE p.id = c.id
"""
_TOLD = """
SELECT coalesce(sum(feed_stamp(coalesce(p.position, p.told))), 0) FROM product p JOIN changed_product c USING (id)
"""
_TICK = """
INSERT INTO feed_token (feed, position, token, digest)
SELECT 'catalogue', %s, %s, feed_sum((SELECT sum(feed_stamp(position)) FROM product WHERE position > %s) - %s
    + coalesce((SELECT digest FROM feed_token WHERE feed = 'catalogue' ORDER BY position DESC LIMIT 1), 0))
"""
_FORGET_CODES = "DELETE FROM product_code WHERE product_id IN (SELECT id FROM changed_product)"

_LINE = "%s\t" * 12 + "\\\\x%s\t%d\n"

_Packed: Callable[..., msgspec.Struct] = msgspec.defstruct("_Packed", Product.__struct_fields__)
"""`Product` with positional fields, which is three times as quick to make by the thousand; the bytes are the same."""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Product).decode

_DEFAULTS: dict[str, Any] = {
    "unit": "pcs",
    "rate_ppm": 0,
    "category": "",
    "weighed": False,
    "age_limit": 0,
    "active": True,
}
_OWN_DEFAULTS: dict[str, Any] = {"cost_e4": None, "track_lots": False}
_FIELDS = ("sku", "name", "unit", "price_e4", "rate_ppm", "category", "weighed", "age_limit", "active")
"""Fields of a product between its id and its codes, in order."""

Known = dict[str, tuple[Product, dict[str, Any]]]
"""Article number -> product, and what only the centre keeps of it."""


@dataclass(slots=True)
class _Writing:
    """COPY lines of one transaction: those of changed products and of codes are written at the end."""

    position: int
    changed: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    def lines(
        self,
        columns: Sequence[Sequence[Any]],
        codes: Sequence[tuple[Code, ...]],
        extras: Sequence[Extra | None],
        own: Sequence[Sequence[Any]],
    ) -> list[str]:
        """Write products; `columns` are ids and `_FIELDS`, `own` costs (None: not known) and flags of lots.

        No text here holds control characters: a backslash is all there is to escape.
        """
        first, self.position = self.position + 1, self.position + len(codes)
        packed = map(bytes.hex, map(_encode, map(_Packed, *columns, codes, extras)))
        self.codes += _escape(
            [
                f"{code.code}\t{ident}\t{code.pack_milli}\n"
                for ident, its in zip(columns[0], codes, strict=True)
                for code in its
            ]
        )
        costs = ["\\N" if cost is None else cost for cost in own[0]]
        written = [_escape(column) if isinstance(column[0], str) else column for column in columns]
        positions = range(first, self.position + 1)
        return list(map(_LINE.__mod__, zip(*written, costs, own[1], packed, positions, strict=True)))


def _escape(texts: Sequence[str]) -> Sequence[str]:
    """Double the backslashes, which are rare: one look at all the texts is cheaper than one at each."""
    return [text.replace("\\", "\\\\") for text in texts] if "\\" in "".join(texts) else texts


async def write_products(
    conn: Connection,
    reading: Connection,
    blocks: Iterable[Block],
    report: Report,
    partial: bool,
    progress: Callable[[int], None],
) -> None:
    """Write what the blocks say in the caller's transaction and count it in the report.

    `reading` is a second connection that looks products up while the first one copies. After a bad row nothing more
    is written unless `partial`: the caller will undo it, the reading goes on for the sake of the report.
    """
    await begin_writing(conn)
    first = await _last_position(conn)
    fresh = await _is_empty(reading)
    writing = _Writing(first)
    async with conn.cursor() as cursor, cursor.copy(_COPY) as copy:
        for block in blocks:
            if (report.rejected and not partial) or not block.skus:
                continue
            known = {} if fresh else await _read_known(reading, block.skus)
            if known:
                block = _settle_known(block, known, writing, report)
            if block.skus:
                await copy.write("".join(_add(block, writing)))
                report.added += len(block.skus)
            progress(report.read)
    if writing.position > first:
        await _finish(conn, writing, first)


async def begin_writing(conn: Connection) -> None:
    """Keep the catalogue as it is for everybody else until the caller's transaction ends, so that it can be judged."""
    await conn.execute("SELECT pg_advisory_xact_lock(%s)", (CATALOGUE.lock,))


async def write_block(conn: Connection, block: Block, report: Report) -> None:
    """Write a few products that are at hand, as `write_products` does, on the caller's connection alone."""
    await begin_writing(conn)
    first = await _last_position(conn)
    writing = _Writing(first)
    fresh = _settle_known(block, await _read_known(conn, block.skus), writing, report)
    if fresh.skus:
        await _copy(conn, _COPY, _add(fresh, writing))
        report.added += len(fresh.skus)
    if writing.position > first:
        await _finish(conn, writing, first)


def _add(block: Block, writing: _Writing) -> list[str]:
    """Write the lines of products that are new."""
    count = len(block.skus)
    given = block.fields | {"sku": block.skus}
    columns = [given.get(name) or [_DEFAULTS[name]] * count for name in _FIELDS]
    own = [block.own.get(name) or [default] * count for name, default in _OWN_DEFAULTS.items()]
    codes = block.singles or [()] * count
    if block.packs:
        codes = [_unique((*singles, *packs)) for singles, packs in zip(codes, block.packs, strict=True)]
    return writing.lines([new_ids(count), *columns], codes, new_extras(block.special(), count), own)


def _settle_known(block: Block, known: Known, writing: _Writing, report: Report) -> Block:
    """Note the changes of products that are known and give the block of the others."""
    settled, special = set[int](), block.special()
    for index, sku in enumerate(block.skus):
        if sku not in known:
            continue
        settled.add(index)
        product, own = known[sku]
        fields = {name: column[index] for name, column in block.fields.items()}
        wanted_own = own | {name: column[index] for name, column in block.own.items()}
        extra = merge_extra(product.extra, {name: column[index] for name, column in special.items()})
        wanted = msgspec.structs.replace(product, codes=_merge(product.codes, block, index), extra=extra, **fields)
        if wanted == product and wanted_own == own:
            report.unchanged += 1
            continue
        report.changed += 1
        columns = [[wanted.id], *([getattr(wanted, name)] for name in _FIELDS)]
        own_columns = [[wanted_own[name]] for name in _OWN_DEFAULTS]
        writing.changed += writing.lines(columns, [wanted.codes], [wanted.extra], own_columns)
    return block.without(settled)


def _merge(codes: Sequence[Code], block: Block, index: int) -> tuple[Code, ...]:
    """Replace the single or the pack codes that the file has a column for."""
    singles = [code for code in codes if code.pack_milli == 1000] if block.singles is None else block.singles[index]
    packs = [code for code in codes if code.pack_milli != 1000] if block.packs is None else block.packs[index]
    return _unique((*singles, *packs))


def _unique(codes: Sequence[Code]) -> tuple[Code, ...]:
    """Give every code once; as a pack, if it is in both columns."""
    return tuple({code.code: code for code in codes}.values())


async def _last_position(conn: Connection) -> int:
    cursor = await conn.execute("SELECT last_position FROM feed_clock WHERE lane = %s", (CATALOGUE.name,))
    row = await cursor.fetchone()
    assert row is not None
    return int(row[0])


async def _is_empty(conn: Connection) -> bool:
    cursor = await conn.execute("SELECT NOT EXISTS (SELECT 1 FROM product)")
    return await cursor.fetchone() == (True,)


async def _read_known(conn: Connection, skus: list[str]) -> Known:
    cursor = await conn.execute(_KNOWN, (skus,), binary=True)
    return {
        sku: (_decode(packed), {"cost_e4": cost_e4, "track_lots": track_lots})
        for sku, packed, cost_e4, track_lots in await cursor.fetchall()
    }


async def _finish(conn: Connection, writing: _Writing, first: int) -> None:
    told = 0
    if writing.changed:
        await conn.execute(_STAGE)
        await _copy(conn, _COPY_CHANGED, writing.changed)
        row = await (await conn.execute(_TOLD)).fetchone()
        told = row[0] if row else 0
        await conn.execute(_CHANGE)
        await conn.execute(_FORGET_CODES)
    await _copy(conn, _COPY_CODES, writing.codes)
    await conn.execute("UPDATE feed_clock SET last_position = %s WHERE lane = %s", (writing.position, CATALOGUE.name))
    await conn.execute(_TICK, (writing.position, new_token(), first, told))
    await announce(conn, ["catalogue"])


async def _copy(conn: Connection, statement: str, lines: list[str]) -> None:
    async with conn.cursor() as cursor, cursor.copy(statement) as copy:
        for at in range(0, len(lines), BLOCK):
            await copy.write("".join(lines[at : at + BLOCK]))
