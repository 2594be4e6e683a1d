"""Shifts of a day in the console: what each was closed with and what each person sold in it."""

import re
from html import unescape

import pytest
from msgspec.structs import replace

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from sync.wire.facts import Payment, ShiftOpened
from tests.console.conftest import Visitor
from tests.server.terminal import Ground, Terminal, new_id
from tests.server_http.api import close_shift, open_shift, sell
from tests.server_http.conftest import RunningCentre

AT = "2026-03-02T10:00:00+01:00"


@pytest.fixture
async def shifts(centre_server: RunningCentre, shop_day: Ground) -> list[ShiftOpened]:
    """A closed shift that Anna and somebody else sold in, and an open one of the next day without a sale."""
    async with open_pool(centre_server.database_url) as pool:
        async with pool.connection() as conn:
            rows = await (await conn.execute("SELECT id::text FROM person WHERE login = 'anna'")).fetchall()
            till = Terminal(shop_day)
            await till.enrol(conn)
        till.open()
        closed = open_shift(till, 1, "2026-03-02")
        till.actor = rows[0][0]
        sold = [sell(till, closed, new_id(), pieces, 250, AT) for pieces in (1, 2)]
        till.actor = "somebody"
        sold.append(sell(till, closed, new_id(), 4, 250, AT))
        close_shift(till, closed, sold, short_minor=5)
        opened = open_shift(till, 2, "2026-03-03")
        await land(pool, await load_centre(pool), till.device, till.batch())
    return [closed, opened]


def cells(page: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(<td.*?)</tr>", page)
    return [[unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", row)] for row in rows]


async def test_a_shift_is_told_person_by_person(admin: Visitor, shifts: list[ShiftOpened]) -> None:
    page = await admin.see("/console/shifts", day="2026-03-02")
    assert "Z 1 · 3 sales · 17.50 EUR · difference -0.05" in page
    assert cells(page) == [["somebody", "1", "10.00", "–", "–"], ["Анна Королёва", "2", "7.50", "–", "–"]]


async def test_the_newest_day_comes_first_and_a_day_without_shifts_says_so(
    admin: Visitor, shifts: list[ShiftOpened]
) -> None:
    page = await admin.see("/console/shifts")
    assert 'value="2026-03-03"' in page
    assert "still open" in page
    assert "Nothing was sold in it yet." in page
    for day in ("2026-03-04", "nonsense"):
        page = await admin.see("/console/shifts", day=day, skip="9")
        assert "No shift of this day is here." in page


async def test_debts_that_were_paid_are_told(admin: Visitor, centre_server: RunningCentre, shop_day: Ground) -> None:
    async with open_pool(centre_server.database_url) as pool:
        till = Terminal(shop_day)
        async with pool.connection() as conn:
            await till.enrol(conn)
        till.open()
        shift = open_shift(till, 1, "2026-03-06")
        sold = sell(till, shift, new_id(), 1, 250, AT)
        paying = (Payment(method="cash", amount_minor=350), Payment(method="account", amount_minor=-100))
        till.seal(replace(sold, sale_id=new_id(), receipt="D-1", receipt_no=9, payments=paying, change_minor=0))
        await land(pool, await load_centre(pool), till.device, till.batch())
    assert "Debts paid: 1.00 EUR" in await admin.see("/console/shifts", day="2026-03-06")
