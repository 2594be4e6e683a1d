"""Freight and the like at the page of an order: added by a form, listed, taken back, and what cannot be is said."""

from tests.console.conftest import Visitor
from tests.console.test_orders import MAKE
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

COSTS = """
INSERT INTO landed_cost (id, order_id, shop_id, kind, amount_minor, spread, units, added_at, taken_back_at)
SELECT gen_random_uuid(), id, shop_id, c.kind, 125000, spread, '{}', now(), CASE WHEN spread = 'weight' THEN now() END
FROM work_order, (VALUES ('Freight from Klaipeda to the warehouse', 'value'), ('Duty', 'weight')) c (kind, spread)
WHERE number = 'PO-77' RETURNING 1
"""


async def test_a_cost_is_added_and_taken_back(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    assert "No freight, duty or the like was added." in await admin.see(path)
    answer = await admin.send(path + "/costs/add", kind="Duty", amount="12,50", spread="quantity")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = await admin.see(path)
    assert [word in page for word in ("Duty", "12.50", "quantity", "Take back", "The cost is added.")] == [True] * 5
    [(cost,)] = centre_server.ask("SELECT id::text FROM landed_cost")
    for status in (303, 409):
        answer = await admin.send(path + "/costs/take-back", cost=cost)
        assert answer.status_code == status
    assert "This cost is taken back already" in answer.text
    assert f'value="{cost}"' not in await admin.see(path), "there is nothing left to take back"
    wrong = await admin.send(path + "/costs/add", kind="Duty", amount="a lot", spread="value")
    assert 'value="a lot"' in wrong.text, "what was typed is still there"
    assert (wrong.status_code, "A cost has a name and is more than nothing" in wrong.text) == (409, True)
    lacking = await admin.send(path + "/costs/add", kind="Duty", amount="1", spread="weight")
    assert (lacking.status_code, "Nobody knows what these goods weigh" in lacking.text) == (409, True)
    assert (await admin.send(path + "/costs/dance")).status_code == 404
    centre_server.ask("DELETE FROM landed_cost RETURNING 1")


async def test_only_goods_from_a_supplier_have_them(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE.replace("'receipt'", "'picking'").replace("PO-77", "A-78"), shop_day.shop)[0][0])
    assert "Costs of getting it here" not in await admin.see(path)
    answer = await admin.send(path + "/costs/add", kind="Duty", amount="1", spread="value")
    assert (answer.status_code, "expects nothing from a supplier" in answer.text) == (409, True)
