"""What it cost to get the goods of an order here, freight, duty and the like: added, taken back, and told."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Currency, GivenMoney, Money, minor, money_text
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.orders import LISTING
from server_stub.api.owning import find_seen
from server_stub.api.paging import Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.orders import landed_costs
from server_stub.orders.landed_costs import Spread

_READ = """
SELECT c.id, c.kind, c.amount_minor, s.currency, c.spread, c.added_at, c.taken_back_at,
    (SELECT count(*) FROM landed_part p WHERE p.cost_id = c.id) AS lines
FROM landed_cost c JOIN shop s ON s.id = c.shop_id WHERE c.order_id = %s ORDER BY c.added_at, c.id
"""
_CURRENCY = "SELECT currency FROM shop WHERE id = %s"


class OrderCost(Struct, frozen=True, kw_only=True):
    """A cost and how it is spread; `lines` is how many lines of receipts carry it since stock was last valued.

    None do before anything came, and when it was taken back.
    """

    id: UUID
    kind: str
    amount: Money
    currency: Currency
    spread: Spread
    lines: int
    added_at: datetime
    taken_back_at: datetime | None


class OrderCosts(Struct, frozen=True, kw_only=True):
    """The costs of an order, the oldest first, with those that were taken back."""

    items: list[OrderCost]


class OrderCostDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cost in the currency of the shop; it is spread by what lines are worth, their quantity, or their weight."""

    kind: Annotated[str, Meta(min_length=1, max_length=60, description="In plain words, as freight or duty.")]
    amount: GivenMoney
    spread: Spread = "value"


async def list_costs(call: Call, _asked: None) -> OrderCosts:
    """List what getting the goods of an order here has cost."""
    return await _list(call, await _find(call))


async def add_cost(call: Call, draft: OrderCostDraft) -> OrderCosts:
    """Add a cost, also long after the goods came; 409 for goods whose weight nobody knows, or no order for goods."""
    row = await _find(call)
    found = await (await call.conn.execute(_CURRENCY, (row["shop_id"],))).fetchone()
    amount_minor = minor(draft.amount, found[0] if found else "")
    if not amount_minor or not draft.kind.strip():
        raise Denied(400, "A cost has a name and is more than nothing")
    words = draft.kind.strip()
    made = await landed_costs.add_cost(call.conn, str(row["id"]), words, amount_minor, draft.spread, call.now)
    about = {"cost": made, "kind": words, "amount": draft.amount, "spread": draft.spread}
    await audit.note(call.conn, call.caller, "order.cost_added", f"order:{row['id']}", about, at=call.now)
    return await _list(call, row)


async def take_back(call: Call, _asked: None) -> OrderCosts:
    """Take a cost back: goods are worth what they were without it. 409 when that was done already."""
    row, cost = await _find(call), call.id_of("cost")
    await landed_costs.take_back(call.conn, str(row["id"]), cost, call.now)
    await audit.note(call.conn, call.caller, "order.cost_taken_back", f"order:{row['id']}", {"cost": cost}, at=call.now)
    return await _list(call, row)


async def _find(call: Call) -> Row:
    return await find_seen(call, LISTING, order=call.id_of("id"))


async def _list(call: Call, order: Row) -> OrderCosts:
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(_READ, (order["id"],))
        rows = await cursor.fetchall()
    told = [row | {"amount": money_text(row.pop("amount_minor"), row["currency"])} for row in rows]
    return OrderCosts(items=[OrderCost(**row) for row in told])


_PATH, _WRITE, _CONFLICT = "/orders/{id:str}/costs", "orders:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", _PATH, list_costs, OrderCosts, MANAGERS, "orders:read"),
    Endpoint("POST", _PATH, add_cost, OrderCosts, MANAGERS, _WRITE, OrderCostDraft, 201, refuses=_CONFLICT),
    Endpoint("DELETE", _PATH + "/{cost:str}", take_back, OrderCosts, MANAGERS, _WRITE, refuses=_CONFLICT),
)
