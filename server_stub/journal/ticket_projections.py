"""What tickets say beyond goods and money: bundles that are made up of their parts, serial numbers, unknown codes.

A bundle is sold as one line, so its parts are moved by adjustments of the same entry: the bundle comes back as often as
it is sold, its parts go. A void takes these back as it takes the lines back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.goods.binding import Bound, bind_code
from server_stub.parked.selling import note_parked
from sync.wire.facts import SaleCompleted, SaleLine
from sync.wire.line_detail import LineDetail
from sync.wire.ticket_facts import CodeBound, CodeUnknown

Moved = list[tuple[str, str, str, str, int]]
"""Shop, product, place, no lot, and by how much (thousandths)."""

_MAKE_UP = """
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
SELECT b.chain, b.seq, b.n, b.day, b.shop, b.product, CASE WHEN b.goes THEN b.place ELSE c.id END,
    CASE WHEN b.goes THEN c.id ELSE b.place END, b.milli, 'bundle', b.at
FROM jsonb_to_recordset(%s) AS b(chain integer, seq bigint, n integer, day date, shop uuid, product uuid, place uuid,
    goes boolean, milli bigint, at timestamptz)
JOIN place c ON c.shop_id = b.shop AND c.kind = 'customer'
RETURNING shop_id::text, product_id::text, from_place_id::text, to_place_id::text, quantity_milli
"""
_TAKE_BACK = """
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
SELECT s.void_chain, s.void_seq, a.n, a.business_day, a.shop_id, a.product_id, a.to_place_id, a.from_place_id,
    a.quantity_milli, a.reason, s.voided_at
FROM sale s JOIN adjustment a ON a.chain = s.chain AND a.seq = s.seq AND a.reason = 'bundle'
WHERE s.sale_id = ANY(%s::uuid[]) AND s.business_day = ANY(%s)
RETURNING shop_id::text, product_id::text, from_place_id::text, to_place_id::text, quantity_milli
"""
_SERIALS = """
INSERT INTO sold_serial (product_id, serial, sale_id, line_id)
SELECT product, serial, sale, line FROM jsonb_to_recordset(%s) AS s(product uuid, serial text, sale uuid, line uuid)
ON CONFLICT DO NOTHING
"""
_SERIALS_BACK = """
DELETE FROM sold_serial s USING jsonb_to_recordset(%s) AS b(sale uuid, line uuid)
WHERE s.sale_id = b.sale AND s.line_id = b.line
"""
_SERIALS_TWICE = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT DISTINCT ON (s.serial) 'serial.twice', s.serial, 'Sold more than once: ' || coalesce(p.name, ''),
    i.device_uuid, now()
FROM jsonb_to_recordset(%s) AS n(product uuid, serial text, sale uuid, chain integer)
JOIN sold_serial s ON s.product_id = n.product AND s.serial = n.serial AND s.sale_id = n.sale
JOIN sold_serial o ON o.product_id = s.product_id AND o.serial = s.serial AND o.sale_id <> s.sale_id
LEFT JOIN product p ON p.id = n.product JOIN incarnation i ON i.chain = n.chain
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_UNKNOWN = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT DISTINCT ON (u.code) 'code.unknown', u.code, 'Scanned at a till, and no goods have it', i.device_uuid, now()
FROM jsonb_to_recordset(%s) AS u(code text, chain integer) JOIN incarnation i ON i.chain = u.chain
WHERE NOT EXISTS (SELECT 1 FROM product_code c WHERE c.code = u.code)
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


@dataclass(slots=True)
class TicketRows:
    """What a run of entries adds, as values for one statement each."""

    bundles: list[dict[str, Any]] = field(default_factory=list)
    serials: list[dict[str, Any]] = field(default_factory=list)
    serials_back: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[dict[str, Any]] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)
    parked: list[dict[str, Any]] = field(default_factory=list)


def note_details(sale: SaleCompleted, rows: TicketRows, origin: dict[str, Any]) -> None:
    """Collect bundles and serial numbers of a sale; `origin` is chain, seq, shop, at and day of its entry."""
    moved: list[dict[str, Any]] = []
    for line in sale.lines:
        if line.returns_sale:
            rows.serials_back.append({"sale": line.returns_sale, "line": line.returns_line})
        if line.detail is None:
            continue
        if line.detail.serial and line.quantity_milli > 0:
            piece = {"product": line.product_id, "serial": line.detail.serial, "line": line.line_id}
            rows.serials.append(piece | {"sale": sale.sale_id, "chain": origin["chain"]})
        if line.detail.parts:
            moved.extend(_made_up(line, line.detail, sale.place_id))
    rows.bundles += [origin | each | {"n": n} for n, each in enumerate(moved, 1)]


def _made_up(line: SaleLine, detail: LineDetail, shelf: str) -> list[dict[str, Any]]:
    """The bundle comes to the place that its parts leave, or the other way round when it is returned."""
    sold, milli = line.quantity_milli > 0, abs(line.quantity_milli)
    place = shelf if sold else line.to_place_id
    moves = [(line.product_id, not sold, milli)]
    moves += [(part.product_id, sold, milli * part.quantity_milli // 1000) for part in detail.parts]
    return [{"product": product, "goes": goes, "milli": of, "place": place} for product, goes, of in moves]


def note_unknown(fact: CodeUnknown, rows: TicketRows, chain: int) -> None:
    """Collect a code that no goods have."""
    rows.unknown.append({"code": fact.code, "chain": chain})


def note_bound(fact: CodeBound, rows: TicketRows, chain: int) -> None:
    """Collect a code that somebody said the goods of."""
    rows.bound.append(Bound(fact.code, fact.product_id, fact.pack_milli, frozenset(fact.was), chain))


async def write_details(conn: Connection, rows: TicketRows) -> Moved:
    """Write what was collected; gives what the bundles moved."""
    moved: Moved = []
    if rows.bundles:
        moved = _both_ends(await (await conn.execute(_MAKE_UP, (Jsonb(rows.bundles),))).fetchall())
    if rows.serials:
        await conn.execute(_SERIALS, (Jsonb(rows.serials),))
    if rows.serials_back:
        await conn.execute(_SERIALS_BACK, (Jsonb(rows.serials_back),))
    return moved


async def open_ticket_cases(conn: Connection, rows: TicketRows) -> None:
    """Open a case for what was sold or paid twice, voids of the same run considered, and for codes without goods."""
    if rows.serials:
        await conn.execute(_SERIALS_TWICE, (Jsonb(rows.serials),))
    if rows.parked:
        await note_parked(conn, rows.parked)
    if rows.unknown:
        await conn.execute(_UNKNOWN, (Jsonb(rows.unknown),))
    for bound in rows.bound:
        await bind_code(conn, bound)


async def void_details(conn: Connection, sales: Sequence[Any], days: Sequence[Any]) -> Moved:
    """Take bundles and serial numbers of voided sales back; gives what moved."""
    await conn.execute("DELETE FROM sold_serial WHERE sale_id = ANY(%s::uuid[])", (list(sales),))
    return _both_ends(await (await conn.execute(_TAKE_BACK, (list(sales), list(days)))).fetchall())


def _both_ends(moves: Sequence[Sequence[Any]]) -> Moved:
    left = [(shop, product, source, "", -milli) for shop, product, source, _, milli in moves]
    return left + [(shop, product, target, "", milli) for shop, product, _, target, milli in moves]
