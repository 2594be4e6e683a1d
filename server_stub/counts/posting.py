"""Counts into rows: what moves at once, what was put right already, and what waits for a person.

A line moves by its difference when its book contained every correction of its key. Where another count or a decision
had put something right that the book did not know, both saw the same hole: an equal difference is level, and of two
that differ a person chooses. Whoever joins a matter that is open moves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, LiteralString
from uuid import NAMESPACE_OID, uuid5

import msgspec
from psycopg.types.json import Jsonb

from server_stub.counts.looking import order_looks
from server_stub.counts.matters import KEYS, Book, Correction, Key, lock_counts, read_corrections, settles, tell_keys
from server_stub.counts.settling import note_correction, pass_older, settle_matter
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.feed.marks import mark
from server_stub.journal.cases import open_case
from server_stub.journal.copying import NULL, text
from server_stub.journal.goods_projections import GOODS_COLUMNS
from server_stub.journal.order_projections import document_of_count
from server_stub.journal.projections import Origin, Rows, Unprojectable, move_goods
from server_stub.orders.keeping import Draft, Wanted, make_order
from sync.wire.counts import CountDecided
from sync.wire.goods_facts import CountedLine, GoodsMove, StockCounted, settle

DECIDED_TWICE = "count.decided_twice"
ONE = 1000
_OPEN: LiteralString = (
    KEYS + """
SELECT k.n, m.id::text FROM k JOIN count_matter m USING (product_id, place_id, lot) WHERE m.decided_at IS NULL
"""
)  # fmt: skip
_ADD_MATTERS = """
INSERT INTO count_matter (id, shop_id, product_id, place_id, lot, order_id, recount_id, opened_at)
SELECT * FROM jsonb_to_recordset(%s) AS m(id uuid, shop_id uuid, product_id uuid, place_id uuid, lot text,
    order_id uuid, recount_id uuid, opened_at timestamptz)
"""
_JOIN = """
UPDATE count_line l SET matter_id = j.matter::uuid
FROM jsonb_to_recordset(%s) AS j(matter text, count_id uuid, n integer)
WHERE l.count_id = j.count_id AND l.n = j.n AND l.matter_id IS NULL
"""
_IS_RECOUNT = "SELECT not_by <> '{}' FROM work_order WHERE id = %s"
_COUNTED_BY = "SELECT DISTINCT actor FROM count_sheet WHERE count_id = ANY(%s::uuid[])"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a line: its state, what it moves (thousandths), and corrections that it did not know of."""

    line: CountedLine
    n: int
    state: str
    moved_milli: int = 0
    matter: str = ""
    unknown: tuple[Correction, ...] = ()

    @property
    def key(self) -> Key:
        """What of the stock it is about."""
        return _key(self.line)


def _key(line: CountedLine) -> Key:
    return line.product_id, line.place_id, line.lot


async def post_counts(conn: Connection, rows: Rows) -> None:
    """Add to the rows of a run what its counts and decisions come to, each after the one before."""
    for shop in sorted({origin.shop for _, origin in rows.counts}):
        await lock_counts(conn, shop)
    for fact, origin in rows.counts:
        if isinstance(fact, StockCounted):
            await _post(conn, fact, origin, rows)
        else:
            await _decide(conn, fact, origin, rows)


async def _post(conn: Connection, fact: StockCounted, origin: Origin, rows: Rows) -> None:
    outcomes = await _judge(conn, fact)
    fresh = [one for one in outcomes if one.state == "waits" and not one.matter]
    opened = {one.key: str(uuid5(NAMESPACE_OID, f"{fact.count_id} {one.n}")) for one in fresh}
    if opened:
        outcomes = [replace(one, matter=one.matter or opened.get(one.key, "")) for one in outcomes]
        await _open_matters(conn, fact, origin, outcomes, opened)
    if touched := sorted({one.matter for one in outcomes if one.matter}):
        await mark(conn, f"shop:{origin.shop}", "count", touched)
    await _write(conn, "count_sheet", [_sheet(fact, origin)])
    await _write(conn, "count_line", [_line(fact.count_id, origin.shop, one) for one in outcomes])
    moved = [one for one in outcomes if one.moved_milli]
    await _write(conn, "count_correction", [_correction(fact.count_id, origin, one) for one in moved])
    await pass_older(conn, fact.count_id)
    moves = [settle(one.line, fact.other_place_id, one.moved_milli) for one in moved]
    move_goods(moves, "counted", fact.count_id, origin, rows)
    if fact.looks:
        await order_looks(conn, fact, origin)
    if fact.order_id:
        rows.lines["order_document"].append(
            document_of_count(rows.orders, fact, (origin.chain, origin.seq), origin.shop, origin.occurred_at)
        )


async def _judge(conn: Connection, fact: StockCounted) -> list[Outcome]:
    """Say of each line what becomes of it."""
    keys = [_key(line) for line in fact.lines]
    made = await read_corrections(conn, keys)
    open_now = await (await conn.execute(_OPEN, (tell_keys(keys),))).fetchall()
    matters = {keys[n - 1]: matter for n, matter in open_now}
    books = [Book(msgspec.to_builtins(book)) for book in fact.books]
    outcomes = []
    for n, line in enumerate(fact.lines, 1):
        key, difference_milli = _key(line), line.counted_milli - line.book_milli
        unknown = tuple(one for one in made.get(key, ()) if books[line.book].lacks(one))
        left_milli = settles(difference_milli, books[line.book], unknown)
        if key in matters:
            outcomes.append(Outcome(line, n, "waits", matter=matters[key]))
        elif not left_milli:
            outcomes.append(Outcome(line, n, "level" if unknown or line.waits else "moved"))
        elif line.waits or unknown:
            outcomes.append(Outcome(line, n, "waits", unknown=unknown))
        else:
            outcomes.append(Outcome(line, n, "moved", difference_milli))
    return outcomes


async def _open_matters(
    conn: Connection, fact: StockCounted, origin: Origin, outcomes: Sequence[Outcome], opened: dict[Key, str]
) -> None:
    """Open matters, with the counts that were there before, and have them counted once more by somebody else."""
    before = [
        {"matter": one.matter, "count_id": made.count_id, "n": made.n}
        for one in outcomes
        for made in one.unknown
        if one.matter and made.count_id
    ]
    again = await _order_recount(conn, fact, origin, list(opened), [row["count_id"] for row in before])
    rows: list[dict[str, str | None]] = [
        {
            "id": ident,
            "shop_id": origin.shop,
            "product_id": product,
            "place_id": place,
            "lot": lot,
            "order_id": fact.order_id or None,
            "recount_id": again,
            "opened_at": origin.occurred_at,
        }
        for (product, place, lot), ident in opened.items()
    ]
    await conn.execute(_ADD_MATTERS, (Jsonb(rows),))
    if before:
        await conn.execute(_JOIN, (Jsonb(before),))


async def _order_recount(
    conn: Connection, fact: StockCounted, origin: Origin, keys: Sequence[Key], before: Sequence[Any]
) -> str | None:
    """Order a recount by whoever has not counted it yet; a recount itself is not counted once more unasked."""
    if fact.order_id and await (await conn.execute(_IS_RECOUNT, (fact.order_id,))).fetchone() == (True,):
        return None
    earlier = await (await conn.execute(_COUNTED_BY, (list(before),))).fetchall()
    not_by = tuple(sorted({origin.actor, *(actor for (actor,) in earlier)}))
    lines = tuple(Wanted(product, ONE, place, lot) for product, place, lot in keys)
    number = f"R-{fact.count_id.replace('-', '')[-12:].upper()}"
    draft = Draft("count", number, lines, not_by=not_by, priority=1, origin=f"count:{fact.count_id}")
    try:
        return await make_order(conn, origin.shop, draft, _moment(origin))
    except Denied:  # the entry is projected anew, and the recount was ordered the first time
        return None


def _moment(origin: Origin) -> datetime:
    return datetime.fromisoformat(origin.occurred_at)


async def _write(conn: Connection, table: str, lines: Sequence[str]) -> None:
    """Write at once: the next count of the same run has to see it."""
    async with conn.cursor() as cursor, cursor.copy(f"COPY {table} ({GOODS_COLUMNS[table]}) FROM STDIN") as copy:
        await copy.write("".join(lines))


def _sheet(fact: StockCounted, origin: Origin) -> str:
    books = text(msgspec.json.encode(fact.books).decode())
    return (
        f"{text(fact.count_id)}\t{origin.chain}\t{origin.seq}\t{origin.shop}\t{text(fact.reference)}\t"
        f"{text(fact.note)}\t{fact.zeroed}\t{text(fact.granted_by)}\t{books}\t{origin.occurred_at}\t{origin.actor}\t"
        f"{text(fact.other_place_id)}\t{text(fact.order_id) or NULL}\n"
    )


def _line(count_id: str, shop: str, one: Outcome) -> str:
    line = one.line
    return (
        f"{text(count_id)}\t{one.n}\t{shop}\t{text(line.product_id)}\t{text(line.place_id)}\t{text(line.lot)}\t"
        f"{line.counted_milli}\t{line.book_milli}\t{text(line.at)}\t{line.book}\t{one.state}\t{one.moved_milli}\t"
        f"{one.matter or NULL}\n"
    )


def _correction(count_id: str, origin: Origin, one: Outcome) -> str:
    product, place, lot = one.key
    return (
        f"{text(product)}\t{text(place)}\t{text(lot)}\t{origin.chain}\t{origin.seq}\t{one.moved_milli}\t"
        f"{origin.shop}\t{text(count_id)}\t{one.n}\n"
    )


async def _decide(conn: Connection, fact: CountDecided, origin: Origin, rows: Rows) -> None:
    """Do what a terminal decided; the first decision counts, and another one that says otherwise is a case."""
    stands = (fact.count_id, fact.n) if fact.count_id else None
    settled = await settle_matter(conn, fact.matter_id, stands, _moment(origin), origin.actor, fact.note)
    if settled is None:
        raise Unprojectable("what it decides is not here")
    if settled.is_late:
        if settled.differs:
            detail = "It was decided already, and otherwise; the first decision stands."
            await open_case(conn, DECIDED_TWICE, settled.subject, detail)
        return
    if settled.milli:
        milli = abs(settled.milli)
        way = (fact.other_place_id, settled.place) if settled.milli > 0 else (settled.place, fact.other_place_id)
        goods = GoodsMove(
            product_id=settled.product, from_place_id=way[0], to_place_id=way[1], quantity_milli=milli, lot=settled.lot
        )
        move_goods([goods], "counted", fact.decision_id, origin, rows)
        await note_correction(conn, settled, (origin.chain, origin.seq), origin.shop)
