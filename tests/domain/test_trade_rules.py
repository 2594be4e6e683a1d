"""Rights, voids, shifts, stock corrections and the number on a receipt."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from desktop.domain.cart import Cart
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CashRounding
from desktop.domain.sale import Header, Sale, check_sums, check_voidable, make_sale, receipt_text
from desktop.domain.shift import Shift, ShiftTotals, business_day, close_shift, expected, with_drawer
from desktop.domain.shop import Shop
from desktop.domain.staff import Person
from desktop.domain.stock import Movement, correction
from desktop.domain.tender import Payment, settle
from sync.wire import changes, facts
from tests.domain.test_cart import SHOP, with_milk

SHIFT = Shift("shift", 7, "2026-11-21", "EUR", 10_000)


def sale() -> Sale:
    priced = price(with_milk(2), SHOP)
    settled = settle(priced.total_minor, [Payment("cash", 500)], CashRounding(), "EUR")
    return make_sale(priced, settled, Header("id", "T03-000001", 1, "shift", "shelf", ""))


def test_a_pin_is_never_shown() -> None:
    assert "secret" not in repr(Person("p", "anna", "Anna", "cashier", "$argon2id$secret"))


def test_nobody_sells_nothing_or_unpaid() -> None:
    empty = Cart("c", "", "EUR", True)
    for cart in (empty, with_milk()):
        priced = price(cart, SHOP)
        settled = settle(priced.total_minor, [], CashRounding(), "EUR")
        with pytest.raises(Refusal):
            make_sale(priced, settled, Header("id", "", 1, "", "", ""))


def test_wrong_sums_are_a_bug_not_a_sale() -> None:
    for broken in (replace(sale(), total_minor=1), replace(sale(), change_minor=0), replace(sale(), taxes=())):
        with pytest.raises(ValueError, match="sums of sale"):
            check_sums(broken)


def test_a_sale_is_taken_back_once_and_in_its_shift() -> None:
    check_voidable(sale(), "shift")
    for again, shift_id in ((sale(), "next"), (replace(sale(), voided_at="2026"), "shift")):
        with pytest.raises(Refusal, match="T03-000001"):
            check_voidable(again, shift_id)


def test_receipt_numbers_read_well() -> None:
    assert [receipt_text("T03", 123), receipt_text("T03b", 1_234_567)] == ["T03-000123", "T03b-1234567"]


def test_the_business_day_is_the_shops_own() -> None:
    late = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)
    assert [business_day(late, zone) for zone in ("UTC", "Europe/Moscow")] == ["2026-11-21", "2026-11-22"]


def test_cash_must_be_counted() -> None:
    for counted in ({}, {"card": 5}, {"cash": -1}):
        with pytest.raises(Refusal):
            close_shift(SHIFT, ShiftTotals(), counted, 0)
    closing = close_shift(SHIFT, ShiftTotals(), {}, 500, interrupted=True)
    assert (closing.interrupted, closing.counts[0].difference_minor, closing.grand_total_minor) == (True, 0, 500)
    extra = close_shift(SHIFT, ShiftTotals(methods=(("card", 50),)), {"cash": 10_000, "voucher": 20}, 0)
    assert [(count.method, count.difference_minor) for count in extra.counts] == [
        ("cash", 0),
        ("card", 0),
        ("voucher", 20),
    ]
    assert msgspec.convert(closing, facts.ShiftClosed, from_attributes=True).z_number == 7


def test_the_drawer_gives_what_it_holds() -> None:
    totals = with_drawer(with_drawer(with_drawer(ShiftTotals(), 500), -200), 0)
    assert (totals.cash_in_minor, totals.cash_out_minor, totals.drawer_looks) == (500, 200, 1)
    assert expected(SHIFT, totals) == (("cash", 10_300),)


def test_a_correction_moves_between_two_places() -> None:
    assert correction("p", "shelf", "lost", 500) == Movement("p", "lost", "shelf", 500)
    assert correction("p", "shelf", "lost", -500) == Movement("p", "shelf", "lost", 500)
    with pytest.raises(Refusal):
        correction("p", "shelf", "lost", 0)


def test_a_shop_of_the_feed_is_a_shop_of_the_till() -> None:
    row = changes.Shop(
        id="s", name="Shop", address="", tax_number="", currency="EUR", time_zone="UTC", tax_inclusive=True,
        tax_rounding="receipt", cash_rounding_step_minor=5, cash_rounding_method="nearest", code_rules="",
        discount_limits={"cashier": 100_000}, receipt_footer="", selling_place_id="shelf",
    )  # fmt: skip
    shop = msgspec.convert(row, Shop, from_attributes=True)
    assert shop.cash_rounding == CashRounding(5)
    assert (shop.discount_limits, shop.permissions) == ({"cashier": 100_000}, {})
