"""Counts at the page: ordered, decided by whoever looks, and put right where something came late."""

import json

from server_stub.ids import new_id
from tests.console.conftest import Visitor
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

SHEET = """
INSERT INTO count_sheet (count_id, chain, seq, shop_id, reference, note, zeroed, granted_by, books, occurred_at, actor)
VALUES (%s, 900, %s, %s, '', '', false, '', '[[]]', now(), 'wim') RETURNING 1
"""
MATTER = """
INSERT INTO count_matter (id, shop_id, product_id, place_id, lot, opened_at) VALUES (%s, %s, %s, %s, '', now())
RETURNING 1
"""
LINE = """
INSERT INTO count_line (count_id, n, shop_id, product_id, place_id, lot, counted_milli, book_milli, counted_at, book,
    state, moved_milli, matter_id) VALUES (%s, 1, %s, %s, %s, '', %s, 10000, now(), 0, %s, 0, %s) RETURNING 1
"""
ASKED = """
INSERT INTO goods_asked (document_id, shop_id, chain, seq, document, worth_minor, asked_at, asked_by)
VALUES (%s, %s, 900, 1, %s, 1250, now(), 'wim') RETURNING 1
"""
VALUED = "INSERT INTO goods_value VALUES (%s, %s, '2026-01-01', 10000, 250000000, 0, 0, 0, 0, 0, false) RETURNING 1"
"""Ten pieces had cost 2.50 each."""
LATE = "INSERT INTO count_late VALUES (%s, 1, 901, 1, 1, -3000) RETURNING 1"
HELD = "SELECT on_hand_milli FROM stock WHERE product_id = %s AND place_id = %s"


def put_line(centre: RunningCentre, ground: Ground, product: str, milli: int, matter: str | None, seq: int) -> str:
    """One line of a count of 10."""
    count = new_id()
    centre.ask(SHEET, count, seq, ground.shop)
    state = "waits" if matter else "moved"
    centre.ask(LINE, count, ground.shop, product, ground.shelf, milli, state, matter)
    return count


def put_lost(centre: RunningCentre, ground: Ground) -> None:
    """A place for what is lost and found."""
    add = "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, 'L', '', 'lost_and_found') RETURNING 1"
    centre.ask(add, new_id(), ground.shop)


def put_asked(centre: RunningCentre, ground: Ground, product: str, place: str) -> str:
    """A write-off that waits for an approval; gives its id."""
    name = new_id()
    move = {"product_id": product, "from_place_id": place, "to_place_id": ground.waste, "quantity_milli": 3000}
    document = json.dumps({"document_id": name, "purpose": "written_off", "moves": [move], "reason": "fell down"})
    centre.ask(ASKED, name, ground.shop, document)
    return name


async def test_a_count_is_decided_once_and_moves_what_it_says(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    put_lost(centre_server, shop_day)
    product, matter = new_id(), new_id()
    centre_server.ask(MATTER, matter, shop_day.shop, product, shop_day.shelf)
    for seq, milli in enumerate((4000, 7500), 1):
        put_line(centre_server, shop_day, product, milli, matter, seq)
    page = await admin.see("/console/counts")
    assert [word in page for word in (product, "7.5", "-2.5", "Count 2")] == [True] * 4
    path = f"/console/counts/{matter}/decide"
    assert (await admin.send(path)).status_code == 400
    assert (await admin.send(path, stands="2")).status_code == 303
    assert centre_server.ask(HELD, product, shop_day.shelf) == [(-2500,)]
    assert (await admin.send(path, stands="1")).status_code == 409
    assert product not in await admin.see("/console/counts")
    noted = centre_server.ask("SELECT detail::jsonb ->> 'moved' FROM audit WHERE action = 'count.decided'")
    assert noted == [("-2.5",)]


async def test_what_came_late_is_accepted_or_dismissed_once(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    put_lost(centre_server, shop_day)
    goods = [new_id(), new_id()]
    counts = [put_line(centre_server, shop_day, one, 10_000, None, seq) for seq, one in enumerate(goods, 11)]
    for count in counts:
        centre_server.ask(LATE, count)
    page = await admin.see("/console/counts")
    assert all(count in page for count in counts)
    assert all(one in page for one in goods), "goods that the centre does not know are told by their id"
    for count, act in zip(counts, ("accept", "dismiss"), strict=True):
        path = f"/console/counts/late/{count}/1/{act}"
        assert [(await admin.send(path)).status_code for _ in range(2)] == [303, 404]
    held = [centre_server.ask(HELD, one, shop_day.shelf) for one in goods]
    assert held == [[(3000,)], []]


async def test_a_count_is_ordered_and_the_order_is_shown(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    answer = await admin.send("/console/counts", scope="full", shop=shop_day.shop, lines="50")
    assert answer.status_code == 303
    page = await admin.see(answer.headers["location"])
    assert "everything there" in page
    assert (await admin.send("/console/counts", scope="all", shop=shop_day.shop, lines="50")).status_code == 400


async def test_a_document_is_approved_at_the_page_by_somebody_else_once(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    product, place = new_id(), new_id()
    add = "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, 'BIN', '', 'bin') RETURNING 1"
    centre_server.ask(add, place, shop_day.shop)
    names = [put_asked(centre_server, shop_day, product, place) for _ in range(2)]
    centre_server.ask(VALUED, shop_day.shop, product)
    page = await admin.see("/console/counts")
    assert [word in page for word in ("fell down", "BIN", "-3", "12.50", "at cost 7.50", product)] == [True] * 6
    approved, declined = (f"/console/approvals/{name}/decide" for name in names)
    assert (await admin.send(approved)).status_code == 400
    assert (await admin.send(declined, choice="decline", note="Look again")).status_code == 303
    assert [(await admin.send(approved, choice="approve")).status_code for _ in range(2)] == [303, 409]
    assert centre_server.ask(HELD, product, place) == [(-3000,)]
    assert "fell down" not in await admin.see("/console/counts")
    noted = centre_server.ask(
        "SELECT detail::jsonb ->> 'choice' FROM audit WHERE action = 'approval.decided' ORDER BY 1"
    )
    assert noted == [("approve",), ("decline",)]


GOODS = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, track_lots, packed)
VALUES (%s, 'CUP', 'Blue cup', 'pcs', 20000, 0, '', false, 0, true, false, '') RETURNING 1
"""
TERMS = "UPDATE shop SET permissions = %s WHERE id = %s RETURNING 1"


async def test_a_manager_decides_up_to_the_worth_that_the_shop_says(
    visitor: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    await visitor.sign_in("marten")
    put_lost(centre_server, shop_day)
    product, matter, place = new_id(), new_id(), new_id()
    centre_server.ask(GOODS, product)
    centre_server.ask(MATTER, matter, shop_day.shop, product, shop_day.shelf)
    for seq, milli in enumerate((4000, 7500), 21):
        put_line(centre_server, shop_day, product, milli, matter, seq)
    add = "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, 'BIN2', '', 'bin') RETURNING 1"
    centre_server.ask(add, place, shop_day.shop)
    asked = put_asked(centre_server, shop_day, product, place)  # worth 12.50
    await visitor.see("/console/counts")
    count, approval = f"/console/counts/{matter}/decide", f"/console/approvals/{asked}/decide"

    def say(**rules: str) -> None:
        told = {right: {"manager": rule} for right, rule in rules.items()}
        centre_server.ask(TERMS, json.dumps(told), shop_day.shop)

    async def refused(path: str, **fields: str) -> str:
        answer = await visitor.send(path, **fields)
        assert answer.status_code == 403
        return answer.text

    say(approve_count="allowed 11.99", adjust_stock="allowed 12.49")
    assert "more than you may decide: 12.00 EUR" in await refused(count, stands="2"), "six cups were missing in a count"
    assert "more than you may decide: 12.50 EUR" in await refused(approval, choice="approve")
    say(approve_count="denied", adjust_stock="approval 100")
    assert "Your role does not decide this" in await refused(count, stands="0")
    assert "Your role does not decide this" in await refused(approval, choice="approve")
    say(approve_count="allowed 12", adjust_stock="allowed 12.50")
    assert (await visitor.send(count, stands="2")).status_code == 303
    assert (await visitor.send(approval, choice="approve")).status_code == 303
    say()
