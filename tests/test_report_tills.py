"""A real till asks head office for figures over HTTP: with the line, and without it."""

from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from desktop.commands import reports
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.store import catalogue
from desktop.store.reordering import list_low
from desktop.store.terminal import save_known
from server_stub.database import Connection
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from server_stub.identity.people import save_person
from sync.wire.changes import Person, Place
from tests.functional.relay import relayed
from tests.server.terminal import Ground, shop_terms
from tests.server_http.api import make_day, make_program
from tests.server_http.conftest import SHOP, RunningCentre, centre_server
from tests.test_parked_tills import VERA, build, until

__all__ = ["centre_server"]

POINTS = """
WITH found AS (INSERT INTO reorder_point (shop_id, product_id, unit, days, mean_milli, spread_milli, lead_days,
    safety_milli, point_milli, made_at) VALUES (%s, %s, 'pcs', 90, 1000, 0, 7, 0, 5000, now()) RETURNING *)
INSERT INTO feed_item (feed, entity, entity_id)
SELECT 'shop:' || shop_id, 'reorder', shop_id || '/' || product_id FROM found RETURNING 1
"""


async def test_a_till_knows_what_the_others_have_as_long_as_there_is_a_line(
    centre_server: RunningCentre,
    tmp_path: Path,
) -> None:
    ground = Ground(shop=SHOP, shelf=SHOP)
    async with await Connection.connect(centre_server.database_url) as conn:
        await save_shop(conn, shop_terms(ground, "Corner shop"))
        for ident, kind in ((ground.shelf, "shelf"), (ground.customer, "customer")):
            await save_place(conn, SHOP, Place(id=ident, code=kind, name=kind, kind=kind))
        fields = {"id": VERA.id, "login": VERA.login, "name": VERA.name, "role": VERA.role}
        await save_person(conn, SHOP, Person(**fields, pin_hash="", active=True))
    async with httpx.AsyncClient(base_url=centre_server.address) as http:
        erp = await make_program(http, centre_server)
        made = await erp.make("/products", {"sku": "TEA", "name": "Tea", "price": "2.5"})
    await make_day(centre_server, [made["id"]], count=2)
    centre_server.ask(POINTS, SHOP, made["id"])
    with ExitStack() as stack:
        line = stack.enter_context(relayed(centre_server.address))
        till = await build(tmp_path / "till", 1, centre_server, line)
        stack.callback(till.station.close)
        with till.terminal.database.writing() as connection:
            save_known(connection, signed_in=VERA.id)

        def known() -> bool:
            with till.terminal.database.reading() as connection:
                goods = catalogue.read_skus(connection, ["TEA"])
                points = list_low(connection)
            return bool(goods and points) and staff.signed_in(till.terminal) is not None

        await until(known, till)
        told = await reports.everywhere(till.station, item="TEA")
        assert (told["sku"], told["here"]) == ("TEA", "0")
        assert {row["shop"]: row["on_hand"] for row in told["shops"]} == {"Corner shop": "0", "Second shop": "49"}
        margin = await reports.report(till.station, what="margin")
        assert (margin["source"], margin["rows"]) == ("centre", [])
        asked = await reports.report(till.station, what="reorder")
        assert [(asked["source"], row["point"], row["order"]) for row in asked["rows"]] == [("centre", "5", "12")]
        line.cut()
        with pytest.raises(Refusal) as refused:
            await reports.everywhere(till.station, item="TEA")
        assert refused.value.code == "report.offline"
        own = await reports.report(till.station, what="reorder")
        told = {"sku": "TEA", "name": "Tea", "unit": "pcs", "on_hand": "0", "point": "5", "order": "12"}
        assert (own["source"], own["rows"], own["as_of"] > "2026") == ("terminal", [told], True)
        till.screen.close()
        await till.link.close()
