"""Places at the page: a range is made, the tree is walked to a bin, a bin is changed, an empty place is ended."""

from tests.console.conftest import Visitor
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

FILL = """
WITH made AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
    track_lots, packed)
    VALUES (gen_random_uuid(), 'SOAP-1', 'Soap', 'pcs', 10000, 0, 'X', false, 0, true, false, '') RETURNING id)
INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli)
SELECT made.id, p.id, p.shop_id, 2500 FROM place p, made WHERE p.code = 'A-1-2' RETURNING place_id::text
"""


async def test_a_warehouse_is_made_walked_and_ended(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    form = {"pattern": "A-{1..2}-{1..2}", "shop": shop_day.shop, "aisle": "on", "turning": "on"}
    assert (await admin.send("/console/places", **form)).status_code == 303
    page = await admin.see("/console/places")
    assert ("A-2" in page, "A-1-2" in page) == (True, False)
    ((place,),) = centre_server.ask(FILL)
    aisle = str(centre_server.ask("SELECT parent_id::text FROM place WHERE id = %s", place)[0][0])
    page = await admin.see(f"/console/places/{aisle}")
    assert ("A-1-2" in page, "× 2.5" in page) == (True, True)
    assert "SOAP-1" in await admin.see(f"/console/places/{place}")
    refused = await admin.send(f"/console/places/{place}/end")
    assert (refused.status_code, "Goods lie at this place" in refused.text) == (409, True)
    centre_server.ask("UPDATE stock SET on_hand_milli = 0 WHERE place_id = %s RETURNING 1", place)
    assert (await admin.send(f"/console/places/{place}/end")).status_code == 303
    assert "ended" in await admin.see(f"/console/places/{aisle}")
    wrong = await admin.send("/console/places", pattern="A-{2..1}", shop=shop_day.shop)
    assert (wrong.status_code, "a group runs upwards" in wrong.text) == (409, True)


async def test_a_single_place_is_changed_and_put_back_in_use(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    await admin.send("/console/places", pattern="A-{1..2}", shop=shop_day.shop)
    ((place,),) = centre_server.ask("UPDATE place SET active = false WHERE code = 'A-1' RETURNING id::text")
    path = f"/console/places/{place}"
    form = {"code": "A-1", "kind": "bin", "name": "Glass", "check_code": "k7", "holds": "40", "level": "2"}
    wrong = await admin.send(path, **form, most="9", active="on")
    assert (wrong.status_code, "kept for one article is refilled" in wrong.text) == (409, True)
    assert (await admin.send(path, **form, parent="NO", active="on")).status_code == 409
    assert centre_server.ask("SELECT name, active FROM place WHERE id = %s", place) == [("", False)]
    assert (await admin.send(path, **form, active="on", pick_sequence="5", put_sequence="6")).status_code == 303
    query = "SELECT name, check_code, holds_milli, level, pick_sequence, put_sequence, active FROM place WHERE id = %s"
    assert centre_server.ask(query, place) == [("Glass", "K7", 40_000, 2, 5, 6, True)]
    page = await admin.see(path)
    assert ('value="Glass"' in page, 'value="40"' in page) == (True, True)
