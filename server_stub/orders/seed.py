"""What the sample shop has to do in its warehouse: a delivery, an online order, goods on their way here, a count."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from server_stub.database import Connection
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.drafting import OrderDraft, OrderLineDraft, to_draft
from server_stub.orders.keeping import Draft, Wanted, make_order

ORDERS = (
    OrderDraft(
        kind="receipt",
        number="PO-1024",
        partner="Northern Bakery",
        tolerance="5",
        note="By the back door, before eight.",
        lines=[OrderLineDraft(sku=f"BB-{n:04}", quantity=str(6 + n * 2)) for n in range(1, 9)],
    ),
    OrderDraft(
        kind="receipt",
        number="PO-1025",
        partner="Sweet & Co",
        lines=[OrderLineDraft(sku=sku, quantity="24") for sku in ("SS-0209", "DD-0181")],
    ),
    OrderDraft(
        kind="picking",
        number="SO-3017",
        partner="Café Anna",
        priority=5,
        lines=[
            OrderLineDraft(sku="BB-0002", quantity="4"),
            OrderLineDraft(sku="BB-0011", quantity="6"),
            OrderLineDraft(sku="DD-0181", quantity="2"),
        ],
    ),
    OrderDraft(kind="count", number="COUNT-7", note="The back room, all of it.", lines=[OrderLineDraft(place="BACK")]),
)
ON_THE_WAY = (("BB-0001", 12), ("BB-0014", 30))
"""Article and pieces that another shop has sent and nobody has taken in yet."""
_COMES = """
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
VALUES (0, 1, %s, %s, %s, %s, %s, %s, %s, 'received', %s)
"""


async def seed_orders(conn: Connection, shop: str, places: Mapping[str, str], now: datetime) -> int:
    """Make the orders of the sample shop, whose places come by their codes; gives how many."""
    for draft in ORDERS:
        await make_order(conn, shop, await to_draft(conn, shop, draft), now)
    cursor = await conn.execute("SELECT sku, id::text FROM product")
    products: dict[str, str] = dict(await cursor.fetchall())
    goods = [(products[sku], pieces * 1000) for sku, pieces in ON_THE_WAY]
    arrival = Draft(
        "arrival",
        "TR-0007",
        tuple([Wanted(product, milli) for product, milli in goods]),
        partner="Corner shop on Harbour Street",
        source_place=places["WAY"],
    )
    await make_order(conn, shop, arrival, now)
    for n, (product, milli) in enumerate(goods, 1):
        way = (places["SUPPLIER"], places["WAY"])
        await conn.execute(_COMES, (n, now.date(), shop, product, *way, milli, now))
    await move_stock(conn, defaultdict(int, {(shop, product, places["WAY"], ""): milli for product, milli in goods}))
    return len(ORDERS) + 1
