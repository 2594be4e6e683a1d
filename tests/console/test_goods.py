"""Figures of goods and the board of the warehouse in the console."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.jobs.values import value_stock
from server_stub.journal.ingest import land
from server_stub.orders.keeping import Draft, Wanted, make_order
from tests.console.conftest import Visitor
from tests.server.asking import number_stock
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.test_ledger import document, moved
from tests.server.working import make_place
from tests.server_http.conftest import RunningCentre


def text(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1])).split())


async def test_value_movements_and_who_is_at_what(
    admin: Visitor, centre_server: RunningCentre, shop_day: Ground, tmp_path: Path
) -> None:
    now = centre_server.clock.now()
    made, order = new_id(), new_id()
    sku = f"VAL-{made[:6]}"
    centre_server.ask(
        "INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, cost_e4,"
        f" track_lots, packed) VALUES ('{made}', '{sku}', 'Valued', 'pcs', 0, 0, '', false, 0, true, 12500, false, '')"
    )
    async with open_pool(centre_server.database_url) as pool:
        till = Terminal(shop_day)
        till.actor = "somebody new"
        async with pool.connection() as conn:
            await till.enrol(conn)
            draft = Draft(kind="picking", number=f"PICK-{made[:6]}", lines=(Wanted(made, 5000),), id=order)
            await make_order(conn, shop_day.shop, draft, now)
            await conn.execute("UPDATE work_order SET taken_by = 'somebody new' WHERE id = %s", (order,))
        till.open()
        goods = moved(shop_day.supplier, shop_day.shelf, 4000, product=made)
        till.seal(document(goods, purpose="received", reference="DN-9"), at=(now - timedelta(minutes=5)).isoformat())
        assert (await land(pool, await load_centre(pool), till.device, till.batch())).quarantined == ()
        await number_stock(pool)
        await value_stock(await make_place(pool, centre_server.clock, tmp_path), {})
    page = text(await admin.see("/console/goods", report="stock-value", shop=shop_day.shop))
    assert re.search(rf"{sku} Valued pcs 4 1\.25 5\.00 5\.00", page)
    page = text(await admin.see("/console/goods", report="movements", item=sku, shop=shop_day.shop))
    assert re.search(r"4 4 received DN-9", page)
    for report in (
        "turnover",
        "margin",
        "ageing",
        "dead-stock",
        "transit",
        "accuracy",
        "reorder",
        "stock-value-by-place",
        "x",
    ):
        assert "Figures of goods" in await admin.see("/console/goods", report=report, to="2026-13-41")
    board = text(await admin.see("/console/work"))
    assert re.search(rf"somebody new \S* ?.*PICK-{made[:6]} · 0 % 1 1 ", board)
    assert sku not in await admin.see("/console/goods", report="movements", item="nothing\0 here")
    centre_server.ask(f"DELETE FROM work_order_line WHERE order_id = '{order}'")
    centre_server.ask(f"DELETE FROM work_order WHERE id = '{order}'")
    centre_server.ask(f"DELETE FROM product WHERE id = '{made}'")
