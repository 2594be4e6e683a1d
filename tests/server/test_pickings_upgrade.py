"""Lists of eckWMS clients from before there were orders become orders, whatever state they are in."""

import uuid

import psycopg

from server_stub.database import migrate
from tests.server.test_partitions import older_url  # noqa: F401

SHOP, SHELF, PACK, MUG = (str(uuid.uuid4()) for _ in range(4))
LISTS = {"open": "assigned", "begun": "in_progress", "gone": "done", "off": "cancelled"}
PICKED = {"open": None, "begun": 1000, "gone": 1500, "off": None}


def fill(conn: psycopg.Connection) -> None:
    """A list in each state, of two mugs."""
    conn.execute(
        """INSERT INTO shop (id, name, address, tax_number, currency, time_zone, tax_inclusive, tax_rounding,
             cash_rounding_step_minor, cash_rounding_method, code_rules, discount_limits, receipt_footer,
             selling_place_id)
           VALUES (%s, 'Corner', '', '', 'EUR', 'UTC', true, 'line', 0, 'nearest', '', '{}', '', %s)""",
        (SHOP, SHELF),
    )
    for ident, kind in ((SHELF, "shelf"), (PACK, "packing")):
        conn.execute("INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, %s, '', %s)",
                     (ident, SHOP, kind, kind))  # fmt: skip
    for name, state in LISTS.items():
        ident = str(uuid.uuid4())
        conn.execute(
            """INSERT INTO picking (id, shop_id, name, origin, state, partner_name, priority, to_place_id, created_at,
                 done_at) VALUES (%s, %s, %s, 'SO', %s, 'Ann', 3, %s, now(), CASE WHEN %s = 'gone' THEN now() END)""",
            (ident, SHOP, name, state, PACK, name),
        )
        conn.execute(
            """INSERT INTO picking_line (id, picking_id, shop_id, n, product_id, from_place_id, quantity_milli,
                 done_milli) VALUES (%s, %s, %s, 1, %s, %s, 2000, %s)""",
            (str(uuid.uuid4()), ident, SHOP, MUG, SHELF, PICKED[name]),
        )


def test_lists_of_before_are_orders_with_what_was_picked_of_them(older_url: str) -> None:  # noqa: F811
    with psycopg.connect(older_url) as conn:
        fill(conn)
    migrate(older_url)
    with psycopg.connect(older_url) as conn:
        lists = conn.execute("SELECT name, state, origin, partner_name, priority FROM picking").fetchall()
        assert sorted(lists) == sorted((name, state, "SO", "Ann", 3) for name, state in LISTS.items())
        lines = conn.execute(
            """SELECT o.number, l.done_milli, l.pending_milli, l.told_milli FROM work_order_line l
               JOIN work_order o ON o.id = l.order_id ORDER BY o.number"""
        ).fetchall()
        assert lines == [
            ("begun", 0, 1000, 1000), ("gone", 1500, 0, 1500), ("off", 0, 0, None), ("open", 0, 0, None)
        ]  # fmt: skip
        told = conn.execute("SELECT count(*) FILTER (WHERE deleted), count(*) FROM feed_item WHERE entity = 'order'")
        assert told.fetchone() == (2, 4)
