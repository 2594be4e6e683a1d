"""Goods that go back to their supplier: each line may name the line of the receipt it came with, and no more than came.

What is still to go back counts as gone, so two orders made at once cannot both take the last piece; of an order that
ended or was cancelled what really went counts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from server_stub.api.amounts import quantity_text
from server_stub.database import Connection
from server_stub.faults import Denied

WENT_BACK = """
(SELECT coalesce(sum(CASE WHEN b.ended_at IS NULL THEN greatest(g.quantity_milli, g.done_milli) ELSE g.done_milli END),
    0)::bigint FROM work_order_line g JOIN work_order b ON b.id = g.order_id
    WHERE (g.came_order, g.came_n) = (l.order_id, l.n))
"""
"""How much of the line `l` of a receipt went or is to go back, in thousandths."""
_LOCK = """
SELECT id::text, number, partner FROM work_order
WHERE shop_id = %s AND kind = 'receipt' AND number = ANY(%s) ORDER BY id FOR UPDATE
"""
_LINES = f"""
SELECT l.order_id::text, l.n, l.product_id::text, l.done_milli - {WENT_BACK}
FROM work_order_line l WHERE l.order_id = ANY(%s::uuid[])
"""  # noqa: S608 - only our own text


@dataclass(frozen=True, slots=True)
class Back:
    """Goods that shall go back: the number of the receipt, its line, the product and how much (thousandths)."""

    receipt: str
    line: int
    product: str | None
    milli: int


async def find_came_with(conn: Connection, shop: str, back: Iterable[Back]) -> tuple[dict[str, str], str]:
    """Give the ids of receipts by number, and their supplier; they stay locked until the transaction ends.

    Raises Denied 400 for a line that is not there or is of other goods, 409 where less than that came and is left.
    """
    asked = list(back)
    numbers = sorted({one.receipt for one in asked})
    found = await (await conn.execute(_LOCK, (shop, numbers))).fetchall()
    ids: dict[str, str] = {number: ident for ident, number, _ in found}
    rows = await (await conn.execute(_LINES, (list(ids.values()),))).fetchall()
    lines = {(order, n): (product, left) for order, n, product, left in rows}
    wanted: Counter[tuple[str, int]] = Counter()
    for one in asked:
        at = ids.get(one.receipt, ""), one.line
        if at not in lines:
            raise Denied(400, f"There is no such line of a receipt: {one.receipt}, {one.line}")
        product, left_milli = lines[at]
        if product != one.product:
            raise Denied(400, f"This line is of other goods: {one.receipt}, {one.line}")
        wanted[at] += one.milli
        if wanted[at] > left_milli:
            left = quantity_text(max(left_milli, 0))
            raise Denied(409, f"Less than that is left to go back: {one.receipt}, {one.line}: {left}")
    return ids, next((partner for _, _, partner in found if partner), "")
