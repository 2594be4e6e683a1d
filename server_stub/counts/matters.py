"""What waits for a decision: matters with their counts, read as terminals are told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

import msgspec

from server_stub.database import Connection
from sync.wire.counts import Counting, Matter

CENTRE_BOOK = "counts"
"""What a book calls the centre's own corrections (see `server_stub.feed.pages.read_vector`)."""
LOCK = 0x65636B0C

Key = tuple[str, str, str]
"""Product, place, lot."""

_MATTERS = """
SELECT id::text, product_id::text, place_id::text, lot, coalesce(order_id::text, '') AS order_id, opened_at
FROM count_matter WHERE decided_at IS NULL AND
"""
_THESE = _MATTERS + "id = ANY(%s::uuid[])"
_OF_SHOP = _MATTERS + "shop_id = %s"
_LINES = """
SELECT l.matter_id::text AS matter, l.count_id::text, l.n, l.counted_milli, l.book_milli, l.moved_milli, l.counted_at,
    s.actor, s.books -> l.book AS book
FROM count_line l JOIN count_sheet s USING (count_id) WHERE l.matter_id = ANY(%s::uuid[])
ORDER BY l.counted_at, l.count_id, l.n
"""
KEYS: LiteralString = """
WITH k AS MATERIALIZED (
    SELECT (key ->> 0)::uuid AS product_id, (key ->> 1)::uuid AS place_id, key ->> 2 AS lot, n::int
    FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS told(key, n))
"""
"""Keys as `tell_keys` writes them, `n` counting from 1."""
_CORRECTIONS: LiteralString = (
    KEYS + """
SELECT k.n, coalesce(i.incarnation, 'counts'), c.seq, c.milli, c.count_id::text, c.n
FROM k JOIN count_correction c USING (product_id, place_id, lot) LEFT JOIN incarnation i ON i.chain = c.chain
"""
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """What a count or a decision had put right of one key, in thousandths, and the entry that did."""

    incarnation: str
    seq: int
    milli: int
    count_id: str | None
    n: int | None


class Book:
    """What a terminal's book contained when a line was counted: rows of (incarnation, number, missing)."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._up_to = {name: (seq, frozenset(missing)) for name, seq, *more in rows for missing in (more or [[]])}

    def lacks(self, made: Correction) -> bool:
        """Whether a correction was not in it."""
        seq, missing = self._up_to.get(made.incarnation, (0, frozenset()))
        return made.seq > seq or made.seq in missing


def settles(difference_milli: int, book: Book, made: Iterable[Correction]) -> int:
    """Give what has to move so that a line stands: its difference less what was put right unknown to its book."""
    return difference_milli - sum(one.milli for one in made if book.lacks(one))


async def lock_counts(conn: Connection, shop: str) -> None:
    """Let one transaction at a time post or decide counts of a shop."""
    await conn.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (LOCK, shop))


def tell_keys(keys: Sequence[Key]) -> str:
    """Write keys as a parameter; arrays are an adaptation per element, a second of the processor in a large count."""
    return msgspec.json.encode(keys).decode()


async def read_corrections(conn: Connection, keys: Sequence[Key]) -> dict[Key, list[Correction]]:
    """Give what was put right of these keys, whoever did."""
    found: dict[Key, list[Correction]] = defaultdict(list)
    for n, *made in await (await conn.execute(_CORRECTIONS, (tell_keys(keys),))).fetchall():
        found[keys[n - 1]].append(Correction(*made))
    return found


async def read_matters(conn: Connection, ids: Sequence[str]) -> dict[str, Matter]:
    """Give those of these matters that are open, by id."""
    return {matter.id: matter for matter in await _read(conn, _THESE, list(ids))}


async def list_matters_of(conn: Connection, shop: str) -> list[Matter]:
    """Give what waits in a shop."""
    return await _read(conn, _OF_SHOP, shop)


async def _read(conn: Connection, query: str, asked: Any) -> list[Matter]:
    heads = await (await conn.execute(query, (asked,))).fetchall()
    lines: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    cursor = await conn.execute(_LINES, ([head[0] for head in heads],))
    names = [column.name for column in cursor.description or ()]
    for row in await cursor.fetchall():
        told = dict(zip(names, row, strict=True))
        lines[told["matter"]].append(told)
    made = await read_corrections(conn, [head[1:4] for head in heads])
    return [_tell(head, lines[head[0]], made.get(head[1:4], [])) for head in heads]


def _tell(head: Sequence[Any], lines: Sequence[Mapping[str, Any]], made: Sequence[Correction]) -> Matter:
    ident, product, place, lot, order, opened_at = head
    return Matter(
        id=ident,
        product_id=product,
        place_id=place,
        lot=lot,
        order_id=order,
        opened_at=opened_at.isoformat(timespec="milliseconds"),
        counts=tuple(_count(line, made) for line in lines),
        undo_milli=-sum(line["moved_milli"] for line in lines),
    )


def _count(line: Mapping[str, Any], made: Sequence[Correction]) -> Counting:
    return Counting(
        count_id=line["count_id"],
        n=line["n"],
        counted_milli=line["counted_milli"],
        book_milli=line["book_milli"],
        settles_milli=settles(line["counted_milli"] - line["book_milli"], Book(line["book"]), made),
        at=line["counted_at"].isoformat(timespec="milliseconds"),
        actor=line["actor"],
    )
