"""Tips and debts at the centre: beside the turnover, in figures of their own; a void takes them out."""

import httpx
from msgspec.structs import replace

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from sync.wire.facts import Payment
from tests.server.terminal import new_id
from tests.server_http.api import make_day, make_program, open_shift
from tests.server_http.conftest import RunningCentre

DAY = "2026-03-02"


async def test_tips_are_told_beside_the_turnover(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    erp = await make_program(http, centre_server)
    product = (await erp.make("/products", {"sku": "TIP", "name": "Soup", "price": "2.5"}))["id"]
    day = await make_day(centre_server, [product], "Café", count=2)
    till, before = day.till, len(day.till.entries)
    shift = open_shift(till, 2, DAY)
    by_card = (Payment(method="card", amount_minor=250, reference="A1", tip_minor=50),)
    in_cash = (Payment(method="cash", amount_minor=450, tip_minor=50),)
    sold = replace(day.sales[0], shift_id=shift.shift_id, lines=day.sales[0].lines)
    made = [
        replace(sold, sale_id=new_id(), receipt=f"TIP-{n}", receipt_no=90 + n, payments=payments, change_minor=change)
        for n, (payments, change) in enumerate([(by_card, 0), (in_cash, 200), (in_cash, 200)])
    ]
    assert sold.total_minor == 250
    for sale in made:
        till.seal(sale, at=f"{DAY}T10:00:00+01:00")
    till.void(made[2])
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), till.device, till.batch(before + 1))
        assert (await verify_centre(pool))["problems"] == []
    told = await erp.get(f"/sales/{made[0].sale_id}")
    assert told["payments"] == [{"method": "card", "amount": "2.50", "reference": "A1", "tip": "0.50"}]
    rows = await erp.walk("/reports/sales/by-method", **{"from": DAY, "to": DAY, "shop": day.ground.shop})
    assert [(row["method"], row["amount"], row["tips"]) for row in rows] == [
        ("card", "2.50", "0.50"),
        ("cash", "2.50", "0.50"),
    ]
    totals = await erp.get("/reports/day-totals", shop=day.ground.shop, day=DAY)
    tips = [(row["name"], row["gross"], row["count"]) for row in totals["rows"] if row["kind"] == "tip"]
    assert not any(row["kind"] == "debts_paid" for row in totals["rows"])
    assert tips[-2:] == [("card", "0.50", 1), ("cash", "0.50", 1)]


async def test_debts_that_are_paid_have_a_line_of_their_own(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    erp = await make_program(http, centre_server)
    product = (await erp.make("/products", {"sku": "DEBT", "name": "Soup", "price": "2.5"}))["id"]
    day = await make_day(centre_server, [product], "Debts", count=2)
    till, before = day.till, len(day.till.entries)
    shift = open_shift(till, 2, DAY)
    paying = (
        Payment(method="cash", amount_minor=350),
        Payment(method="account", amount_minor=-70),
        Payment(method="credit", amount_minor=-30),
    )
    sold = replace(day.sales[0], shift_id=shift.shift_id, payments=paying, change_minor=0)
    made = [replace(sold, sale_id=new_id(), receipt=f"DEBT-{n}", receipt_no=90 + n) for n in range(2)]
    for sale in made:
        till.seal(sale, at=f"{DAY}T10:00:00+01:00")
    till.void(made[1])
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), till.device, till.batch(before + 1))
    rows = await erp.walk("/reports/sales/by-method", **{"from": DAY, "to": DAY, "shop": day.ground.shop})
    assert [(row["method"], row["amount"], row["paid_in"]) for row in rows] == [
        ("account", "-0.70", "0.70"),
        ("cash", "3.50", "0.00"),
        ("credit", "-0.30", "0.30"),
    ]
    totals = await erp.get("/reports/day-totals", shop=day.ground.shop, day=DAY)
    paid = [(row["kind"], row["gross"], row["count"]) for row in totals["rows"] if row["kind"].endswith(("paid", "in"))]
    assert paid[-2:] == [("debts_paid", "0.70", 1), ("credit_paid_in", "0.30", 1)]
