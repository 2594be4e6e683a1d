"""Goods that need more than a scan: variants, bundles, open prices, tare, lots and serials, age, notes, quotes."""

from contextlib import closing

import pytest

from desktop.domain.cart import CartLine
from desktop.replication.changes import apply_page
from desktop.store.replica_file import ReplicaFile
from desktop.ui.till.goods_presenter import OFTEN
from desktop.ui.till.till_rows import AgeCheck, AskReason, Choose, NotFound, Refused
from sync.wire import changes as ch
from sync.wire.extras import Extra, Part
from sync.wire.messages import Cursor, Page
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, REPLICA, UNKNOWN, WINE

PARTS = (Part(sku="MILK", quantity_milli=2000), Part(sku="EGGS", quantity_milli=1000))
GOODS = {
    "shirt": Extra(variant_of="SHIRT"),
    "shirt-m": Extra(variant_of="SHIRT", variant="M"),
    "shirt-l": Extra(variant_of="SHIRT", variant="L"),
    "box": Extra(parts=PARTS),
    "broken": Extra(parts=(Part(sku="GONE", quantity_milli=1000),)),
    "phone": Extra(track_serials=True),
    "pills": Extra(track_lots=True, cap_milli=2000),
    "wrapping": Extra(open_price=True),
    "sand": Extra(open_quantity=True),
    "tea": Extra(tare_milli=20),
}
PHONE = "04600000000015"


@pytest.fixture
def special(at_till: Stage) -> Stage:
    with at_till.terminal.database.reading() as connection:
        path = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'r'").scalar()
    rows = [
        ch.Change(1000 + at, "product", name, product(name, extra)) for at, (name, extra) in enumerate(GOODS.items())
    ]
    cursor = Cursor(feed="catalogue", epoch="e", position=2000, token="t")
    with closing(ReplicaFile(path, b"r" * 32)) as replica:
        apply_page(replica, Page(changes=tuple(rows), cursor=cursor, from_position=1, more=False))
    return at_till


def product(name: str, extra: Extra) -> ch.msgspec.Raw:
    made = ch.Product(
        id=name,
        sku=name.upper(),
        name=name,
        unit="kg" if name == "tea" else "pcs",
        price_e4=100_000,
        rate_ppm=0,
        category="Special",
        weighed=name == "tea",
        codes=(ch.Code(PHONE),) if name == "phone" else (),
        extra=extra,
    )
    return ch.msgspec.Raw(ch.msgspec.msgpack.encode(made))


def lines(stage: Stage) -> tuple[CartLine, ...]:
    return stage.till.state.cart.lines


def type_in(stage: Stage, text: str) -> None:
    for sign in text:
        if sign == ".":
            stage.till.press_mark()
        elif sign.isdigit():
            stage.till.press_digit(sign)
        else:
            stage.till.press_letter(sign)
    stage.till.press_enter()


def test_a_model_asks_which_of_its_variants(special: Stage) -> None:
    type_in(special, "3")  # a code nobody has
    special.till.press_digit("3")
    special.till.press_times()
    special.till.add_product("shirt")
    prompt = special.till.state.prompt
    assert isinstance(prompt, Choose)
    assert [found.product.extra.variant for found in prompt.found] == ["M", "L"]
    special.till.choose("shirt-l")
    assert [(line.product_id, line.quantity_milli) for line in lines(special)] == [("shirt-l", 3000)]


def test_a_bundle_is_one_line_with_its_parts(special: Stage) -> None:
    special.till.add_product("box")
    detail = lines(special)[0].detail
    assert detail is not None
    assert [(part.product_id, part.quantity_milli) for part in detail.parts] == [("milk", 2000), ("eggs", 1000)]
    special.till.add_product("box")
    assert [line.quantity_milli for line in lines(special)] == [2000]
    special.till.add_product("broken")
    assert isinstance(special.till.state.prompt, Refused)


def test_an_open_price_and_an_open_quantity_are_asked(special: Stage) -> None:
    special.till.add_product("wrapping")
    assert special.till.state.entry.mode == "price"
    type_in(special, "3.5")
    special.till.add_product("sand")
    assert special.till.state.entry.mode == "pieces"
    type_in(special, "12")
    assert [(line.price_e4, line.quantity_milli) for line in lines(special)] == [(35_000, 1000), (100_000, 12_000)]


def test_a_scan_drops_what_is_asked(special: Stage) -> None:
    special.till.add_product("wrapping")
    special.scan(BREAD)
    assert [line.product_id for line in lines(special)] == ["bread"]
    assert special.till.state.entry.mode == "code"


def test_the_tare_comes_off_and_can_be_another(special: Stage) -> None:
    special.till.add_product("tea")
    special.till.take_weight(270)
    special.till.add_product("tea")
    type_in(special, "0.020")
    assert isinstance(special.till.state.prompt, Refused)  # nothing but the packaging
    special.till.press_escape()
    special.till.add_product("tea")
    special.till.hear_scale("overload")
    assert special.selling.till_view.keys.entry._hint.text() == "That is too heavy for this scale."
    special.till.press_tare()
    type_in(special, "0.1")
    special.till.take_weight(500)
    weights = [(line.quantity_milli, line.detail.tare_milli) for line in lines(special) if line.detail]
    assert weights == [(250, 20), (400, 100)]


def test_a_serial_number_is_scanned_typed_or_in_the_code_and_only_once(special: Stage) -> None:
    special.scan(PHONE)
    assert special.till.state.entry.mode == "serial"
    special.scan("SN-0001")
    special.scan(f"]C101{PHONE}21SN-0002")
    special.scan(PHONE)
    type_in(special, "s3")
    assert [line.detail.serial for line in lines(special) if line.detail] == ["SN-0001", "SN-0002", "s3"]
    special.scan(f"]C101{PHONE}21SN-0002")
    assert isinstance(special.till.state.prompt, Refused)
    assert special.till.state.prompt.refusal.code == "serial.twice"


def test_other_goods_instead_of_a_serial_number_are_sold(special: Stage) -> None:
    special.scan(PHONE, EGGS)
    assert [line.product_id for line in lines(special)] == ["eggs"]


def test_lots_count_up_by_lot_and_a_cap_holds_over_all_lines(special: Stage) -> None:
    for lot in ("A1", "A1", "B2"):
        special.till.add_product("pills")
        type_in(special, lot)
    assert [(line.quantity_milli, line.detail.lot) for line in lines(special) if line.detail] == [(2000, "A1")]
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "quantity.cap"


def test_what_has_expired_is_not_sold(special: Stage) -> None:
    special.scan(f"]C101{PHONE}17250101\x1d21SN9")
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "goods.expired"
    assert not lines(special)


def test_what_head_office_holds_is_not_sold(special: Stage) -> None:
    replica = ReplicaFile(special.terminal.database.path.parent / REPLICA, b"r" * 32)
    with replica.writing():
        replica.replace("held_lot", [("h1", "phone", "SN9", "Recalled by the maker", 1)])
    replica.close()
    special.scan(f"]C101{PHONE}21SN9")
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert (prompt.refusal.code, prompt.refusal.facts["reason"]) == ("goods.held", "Recalled by the maker")
    special.scan(f"]C101{PHONE}21SN8")
    assert len(lines(special)) == 1, "another piece of them is sold"


def test_nobody_pays_before_somebody_looked_at_the_age(special: Stage) -> None:
    asked: list[bool] = []
    special.till.pay_asked.connect(lambda: asked.append(True))
    special.scan(WINE, BREAD)
    special.till.pay()
    assert special.till.state.prompt == AgeCheck(18, paying=True)
    assert not asked
    special.till.press_enter()
    assert asked
    cart = special.till.state.cart
    assert (cart.age_checked, cart.age_checked_by) == (18, "anna")
    special.scan(WINE)
    assert special.till.state.prompt is None


def test_who_is_too_young_gets_the_rest(special: Stage) -> None:
    special.scan(BREAD, WINE)
    special.selling.till_view._act("too_young")
    assert [line.product_id for line in lines(special)] == ["bread"]
    special.till.undo()
    assert len(lines(special)) == 2


def test_an_unknown_code_is_told_to_the_office_once(special: Stage) -> None:
    code = "4601111111119"
    sealed = "SELECT count(*) FROM journal WHERE kind = 'code.unknown'"
    special.scan(code, code, UNKNOWN)
    assert special.till.state.prompt == NotFound(UNKNOWN)
    with special.terminal.database.reading() as connection:
        assert connection.exec_driver_sql(sealed).scalar() == 1


def test_a_price_needs_a_reason_and_a_right(special: Stage) -> None:
    special.scan(BREAD)
    special.till.press_price()
    type_in(special, "1.5")
    assert isinstance(special.till.state.prompt, AskReason)
    assert not special.selling.till_view.sheets.price.isHidden()
    special.till.set_price("Damaged")
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.grantable
    assert lines(special)[0].override is None
    special.till.grant.choose("mira")
    for digit in "1234":
        special.till.grant.press_digit(digit)
    special.till.grant.press_enter()
    override = lines(special)[0].override
    assert override is not None
    assert (override.price_e4, override.reason, override.granted_by) == (15_000, "Damaged", "mira")
    assert special.till.state.priced.total_minor == 150


@pytest.mark.parametrize(
    ("scope", "kind", "typed", "total"),
    [
        ("ticket", "percent", "10", 530),
        ("ticket", "amount", "0.5", 539),
        ("ticket", "target", "5.5", 550),
        ("line", "amount", "0.3", 559),
        ("line", "target", "3.4", 580),
    ],
)
def test_discounts_by_money_and_on_everything(special: Stage, scope: str, kind: str, typed: str, total: int) -> None:
    special.scan(BREAD, EGGS)
    special.till.press_discount(scope, kind)
    type_in(special, typed)
    assert special.till.state.priced.total_minor == total


def test_a_discount_on_everything_beyond_the_limit_can_be_granted(special: Stage) -> None:
    special.scan(BREAD, EGGS)
    special.till.press_discount("ticket", "target")
    type_in(special, "4.50")
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.grantable


def test_notes_stay_with_line_and_ticket(special: Stage) -> None:
    special.scan(BREAD)
    special.till.write_note(lines(special)[0].line_id, "sliced")
    special.till.write_note("", "for Saturday")
    special.scan(BREAD)
    assert [(line.detail.note if line.detail else "", line.quantity_milli) for line in lines(special)] == [
        ("sliced", 1000),
        ("", 1000),
    ]
    assert special.till.state.cart.note == "for Saturday"


def test_parked_sales_have_names_and_quotes_a_last_day(special: Stage) -> None:
    quoted: list[str] = []
    special.till.quoted.connect(lambda cart, priced: quoted.append(f"{cart.valid_until} {priced.total_minor}"))
    special.scan(BREAD)
    special.till.park("Table 4")
    special.scan(EGGS)
    special.till.quote()
    named, offer = special.till.state.parked
    assert (named.name, named.valid_until) == ("Table 4", "")
    assert quoted == [f"{offer.valid_until} 349"]
    special.till.recall(offer.cart_id)
    assert [line.product_id for line in lines(special)] == ["eggs"]
    special.till.park()
    special.clock.advance(minutes=60 * 24 * 15)
    special.till.recall(offer.cart_id)
    prompt = special.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "quote.expired"
    assert [parked.name for parked in special.till.state.parked] == ["Table 4"]


def test_every_action_is_a_key_and_a_shortcut(special: Stage) -> None:
    more = special.selling.till_view.sheets.more
    special.till.goods.choose("Bakery")
    special.selling.till_view.keys.more.click()
    assert not more.keys["Another price"].isEnabled()
    more.shut()
    special.scan(BREAD)
    special.selling.till_view.keys.more.click()
    assert more.keys["Another price"].isEnabled()
    more.keys["Another price"].click()
    assert special.till.state.entry.mode == "override"
    assert more.isHidden()


def test_variants_stand_behind_the_tile_of_their_model(special: Stage) -> None:
    special.till.goods.reload()
    special.till.goods.choose("Special")
    shown = [product.id for product in special.till.goods.state.goods]
    assert "shirt" in shown
    assert "shirt-m" not in shown


def test_what_is_sold_by_touch_most_comes_first(special: Stage) -> None:
    touched = ["bun", "bag", "water", "coffee", "rose", "muffin"]
    for round_of in (touched, touched[:1]):
        for name in round_of:
            special.till.add_product(name)
        special.scan(BREAD)
        special.till.pay()
        special.payment.choose_method("card")
        special.payment.pay(special.till.state.priced.total_minor)
        special.payment.finish()
    special.till.goods.reload()
    state = special.till.goods.state
    assert state.categories[0] == OFTEN
    special.till.goods.choose(OFTEN)
    goods = [product.id for product in special.till.goods.state.goods]
    assert goods[0] == "bun"
    assert sorted(goods) == sorted(touched)
