"""Movements that the centre itself makes: rows of chain 0 with numbers of their own, and the stock they change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.journal.days import read_zones
from server_stub.journal.goods_projections import adjustment_line, carry
from server_stub.journal.projection_sql import write_rows
from server_stub.journal.projections import Rows
from sync.wire.goods_facts import GoodsMove

CENTRE = 0


@dataclass(frozen=True, slots=True)
class Move:
    """Goods that go from one place to another; thousandths, more than none. `reason` is one plain word."""

    product: str
    from_place: str
    to_place: str
    quantity_milli: int
    reason: str
    lot: str = ""


async def write_moves(conn: Connection, shop: str, moves: Sequence[Move], now: datetime) -> None:
    """Write movements into the ledger in the caller's transaction; they belong together under one number."""
    if not moves:
        return
    cursor = await conn.execute("SELECT nextval('centre_movement')")
    row = await cursor.fetchone()
    assert row is not None
    rows, day = Rows(), now.astimezone((await read_zones(conn)).get(shop, UTC)).date()
    for n, move in enumerate(moves, 1):
        entry, goods = f"{CENTRE}\t{row[0]}", _goods(move)
        line = adjustment_line(entry, n, day.isoformat(), shop, goods, move.reason, now.isoformat(), "")
        rows.lines["adjustment"].append(line)
        carry(rows.stock, shop, goods)
    await write_rows(conn, rows)


def _goods(move: Move) -> GoodsMove:
    return GoodsMove(
        product_id=move.product, from_place_id=move.from_place, to_place_id=move.to_place,
        quantity_milli=move.quantity_milli, lot=move.lot,
    )  # fmt: skip


async def lock_stock(conn: Connection, product: str, place: str) -> int:
    """Give what is on hand, in thousandths; whoever else asks so waits until this transaction ends.

    Sales do not ask and do not wait: they come before or after, and the sum is right either way.
    """
    await conn.execute("SELECT pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", (product, place))
    cursor = await conn.execute(
        "SELECT coalesce(sum(on_hand_milli), 0) FROM stock WHERE product_id = %s AND place_id = %s", (product, place)
    )
    row = await cursor.fetchone()
    assert row is not None
    return int(row[0])


async def find_place_of_kind(conn: Connection, shop: str, kind: str) -> str | None:
    """Give the shop's first place of a kind, None when it has none."""
    cursor = await conn.execute(
        "SELECT id::text FROM place WHERE shop_id = %s AND kind = %s ORDER BY code LIMIT 1", (shop, kind)
    )
    row = await cursor.fetchone()
    return str(row[0]) if row else None


async def need_place_of_kind(conn: Connection, shop: str, *kinds: str) -> str:
    """Give the shop's first place of the first kind that it has. Raises Refusal `place.missing`."""
    for kind in kinds:
        if place := await find_place_of_kind(conn, shop, kind):
            return place
    raise Refusal("place.missing", f"The warehouse has no place of the kind {kinds[0]}", "Add one in the console.")
