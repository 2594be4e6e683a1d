"""Whose ticket it is, coupons, promotions and today's prices, by scan and by key."""

from contextlib import closing
from typing import Any

import msgspec
import pytest

from desktop.replication.changes import apply_page
from desktop.store.replica_file import ReplicaFile
from desktop.ui.till.till_rows import NotFound, Refused
from sync.wire import changes as ch
from sync.wire import offers
from sync.wire.messages import Cursor, Page
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, UNKNOWN
from tests.ui.keyboard import Keyboard

ANNA = offers.Customer(id="c1", name="Анна Королёва", card="2900000000019", group="loyal")
MEMBERS = offers.Promotion(id="p1", name="For members", kind="percent", percent_ppm=100_000, groups=("loyal",))
HALF = offers.Promotion(id="p2", name="Half price", kind="percent", percent_ppm=500_000, coupon=True)
THREE = offers.Promotion(
    id="p3", name="3 for 2", kind="buy_get", buy_milli=2000, get_milli=1000, percent_ppm=1_000_000, same_product=True
)
HALVED = offers.Coupon(id="k1", code="HALF-1", promotion_id="p2")


def tell(stage: Stage, feed: str, first: int, *told: tuple[str, Any]) -> None:
    with stage.terminal.database.reading() as connection:
        path = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'r'").scalar()
    rows = [
        ch.Change(at, entity, row.id, msgspec.Raw(msgspec.msgpack.encode(row)))
        for at, (entity, row) in enumerate(told, first + 1)
    ]
    cursor = Cursor(feed=feed, epoch="e", position=first + len(told), token="t")
    with closing(ReplicaFile(path, b"r" * 32)) as replica:
        apply_page(replica, Page(changes=tuple(rows), cursor=cursor, from_position=first, more=False))


@pytest.fixture
def offering(at_till: Stage) -> Stage:
    tell(at_till, "customers:s1", 1, ("customer", ANNA))
    tell(at_till, "offers:s1", 1, *(("promotion", one) for one in (MEMBERS, HALF, THREE)), ("coupon", HALVED))
    return at_till


def saved(stage: Stage) -> dict[str, int]:
    priced = stage.till.state.priced
    return {one.name: one.amount_minor for one in priced.promotions} if priced else {}


def test_an_empty_ticket_takes_the_offers_of_the_moment_of_its_first_goods(offering: Stage) -> None:
    assert offering.till.state.cart is not None
    assert offering.till.state.cart.offers.promotions == ()
    offering.scan(BREAD, BREAD, BREAD)
    assert [*saved(offering)] == ["3 for 2"]


def test_a_card_is_scanned_like_goods_before_or_after_them(offering: Stage) -> None:
    offering.scan(ANNA.card)
    assert offering.till.state.customer == "Анна Королёва"
    offering.till.enter()
    offering.scan(BREAD)
    assert [*saved(offering)] == ["For members"]
    offering.till.offering.name_customer("")
    assert (offering.till.state.customer, saved(offering)) == ("", {})
    offering.till.offering.name_customer("анна")
    assert [*saved(offering)] == ["For members"]
    offering.till.offering.name_customer("nobody")
    prompt = offering.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "customer.unknown"


def test_a_coupon_is_scanned_or_typed_once(offering: Stage) -> None:
    offering.scan(BREAD, HALVED.code)
    assert [*saved(offering)] == ["Half price"]
    offering.till.offering.hand_in("half-1")
    prompt = offering.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "coupon.again"
    offering.scan(UNKNOWN)
    assert isinstance(offering.till.state.prompt, NotFound)


def test_the_sheet_says_what_nearly_fired(offering: Stage) -> None:
    offering.scan(BREAD, BREAD)
    view = offering.selling.till_view
    view.ticket.why.click()
    words = [label.text() for label in view.sheets.why.findChildren(type(view.ticket._note))]
    assert "1 more for 3 for 2" in words
    assert "For members, for customers of group loyal: 0.48\u00a0€ less" in words


def test_todays_prices_are_shown_and_taken(offering: Stage, keyboard: Keyboard) -> None:
    offering.scan(BREAD, BREAD, BREAD, EGGS)
    before = offering.till.state.priced.total_minor if offering.till.state.priced else 0
    tell(offering, "offers:s1", 9, ("promotion", msgspec.structs.replace(THREE, active=False)))
    view = offering.selling.till_view
    view.sheets.more.show_actions()
    view.sheets.more.keys["Prices of today"].click()
    assert view.sheets.today.isVisible()
    view.sheets.today.take.click()
    assert offering.till.state.priced is not None
    assert offering.till.state.priced.total_minor > before
    assert saved(offering) == {}
    offering.till.undo()
    assert offering.till.state.priced.total_minor == before
