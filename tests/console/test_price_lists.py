"""Price lists at the page: made, given days, priced by quantity article by article, found."""

from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre


async def test_a_list_is_made_priced_and_given_days(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/price-lists")
    assert ("Trade" in page, "2 customers" in page) == (True, True)
    made = await admin.send("/console/price-lists", name="Canteen", starts_on="2026-12-01")
    path = made.headers["location"]
    assert "There is no price in it yet." in await admin.see(path)
    centre_server.ask(
        """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
            track_lots, packed)
           SELECT gen_random_uuid(), 'TEA-' || n, 'Tea ' || n, 'pcs', 25000, 0, 'Tea', false, 0, true, false, ''
           FROM generate_series(101, 160) n RETURNING 1"""
    )
    for n in range(101, 160):
        await admin.send(f"{path}/price", sku=f"TEA-{n}", prices="2,50; 6=2.305, 24=2")
    tiers = [[1000, 25000], [6000, 23050], [24_000, 20000]]
    assert centre_server.ask(
        "SELECT DISTINCT tiers FROM list_price JOIN price_list USING (price_list_id) WHERE name = 'Canteen'"
    ) == [(tiers,)]
    page = await admin.see(path)
    assert "from 6: 2.305" in page
    assert page.count("<code>TEA-") == 50
    assert (await admin.see(path, after="TEA-150")).count("<code>TEA-") == 9
    assert (await admin.see(path, asked="tea 11")).count("<code>TEA-") == 10
    assert "No price fits." in await admin.see(path, asked="coffee")
    assert 'value="2.50, 6=2.305, 24=2.00"' in await admin.see(path, sku="TEA-101", prices="2.50, 6=2.305, 24=2.00")
    assert (await admin.send(f"{path}/price", sku="TEA-101", prices="")).status_code == 303
    assert centre_server.ask(
        "SELECT count(*) FROM list_price JOIN price_list USING (price_list_id) WHERE name = 'Canteen'"
    ) == [(58,)]
    assert (await admin.send(path, name="Canteens", ends_on="2027-01-31")).status_code == 303
    assert centre_server.ask("SELECT starts_on, ends_on::text FROM price_list WHERE name = 'Canteens'") == [
        (None, "2027-01-31")
    ]


async def test_what_cannot_be_is_said(admin: Visitor, centre_server: RunningCentre) -> None:
    await admin.see("/console/price-lists")
    for fields, words in (
        ({"name": "Trade"}, "There is a price list Trade already"),
        ({"name": ""}, "Name or day cannot be read"),
        ({"name": "X", "starts_on": "2026-12-02", "ends_on": "2026-12-01"}, "The list ends before it starts"),
    ):
        answer = await admin.send("/console/price-lists", **fields)
        assert (answer.status_code, words in answer.text) == (400, True)
    german = {"Accept-Language": "de"}
    answer = await admin.http.post("/console/price-lists", data={"csrf": admin.csrf, "name": "Trade"}, headers=german)
    assert "Eine Preisliste Trade gibt es schon" in answer.text
    path = str(centre_server.ask("SELECT '/console/price-lists/' || price_list_id FROM price_list")[0][0])
    for prices, sku, words in (
        ("cheap", "X", "Prices are written as"), ("1=", "X", "Prices are written as"),
        ("1", "X", "There is no product X"),
        ("1", "", "sku is missing"),
    ):  # fmt: skip
        answer = await admin.send(f"{path}/price", sku=sku, prices=prices)
        assert (answer.status_code, words in answer.text) == (400, True), answer.text
    assert (await admin.http.get("/console/price-lists/nobody")).status_code == 404


async def test_a_manager_leaves_alone_what_is_for_all(
    visitor: Visitor, admin: Visitor, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask("SELECT '/console/price-lists/' || price_list_id FROM price_list")[0][0])
    await visitor.sign_in("marten")
    assert "Set a price" not in await visitor.see(path)
    await visitor.see("/console/price-lists")
    assert (await visitor.send(f"{path}/price", sku="X", prices="1")).status_code == 403
    assert (await visitor.send(path, name="Mine")).status_code == 403
    assert (await visitor.send("/console/price-lists", name="Mine")).status_code == 303
    assert centre_server.ask("SELECT shop_id IS NULL FROM price_list WHERE name = 'Mine'") == [(False,)]
