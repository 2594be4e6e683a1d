"""Bundles, serial numbers and unknown codes at the terminal: in the fact, in the projections, and after a rebuild."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain import asking
from desktop.domain import cart as trade
from desktop.domain.cart import Cart
from desktop.domain.product import BundlePart, Extra, Found
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.domain.unknown_code import UnknownCode, worth_telling
from desktop.operations import carts, sales
from desktop.operations.goods import complete
from desktop.operations.terminal import Terminal
from desktop.operations.unknown_codes import tell_unknown_code
from desktop.reading import read_code
from desktop.replication.rebuild import rebuild
from desktop.store import catalogue, journal, rows, serials
from desktop.store import sales as stored
from desktop.store.migrate import run_scripts
from sync.wire.facts import decode_fact
from tests.core import total_of

UNKNOWN = "4601111111119"

PARTS = (BundlePart("MILK", 2000, "milk", "Milk"), BundlePart("EGGS", 1000, "eggs", "Eggs"))


def put(terminal: Terminal, cart: Cart, name: str, **found: object) -> Cart:
    with terminal.database.reading() as connection:
        product = catalogue.read_product(connection, name)
    assert product is not None
    extra = Extra(track_serials="serial" in found)
    return trade.add(cart, Found(replace(product, extra=extra), **found), f"line-{name}")


def pay(terminal: Terminal, person: Person, cart: Cart) -> str:
    carts.keep_cart(terminal, cart)
    total = total_of(terminal, cart)
    return sales.complete_sale(terminal, person, cart, [Payment("card", total)], total).sale_id


def moved(terminal: Terminal, sale_id: str) -> dict[str, int]:
    with terminal.database.reading() as connection:
        return {move.product_id: move.quantity_milli for move in stored.read_moves(connection, sale_id)}


def test_a_bundle_is_one_line_and_its_parts_leave_the_stock(terminal: Terminal, manager: Person) -> None:
    cart = trade.set_quantity(put(terminal, carts.open_cart(terminal), "bag", parts=PARTS), "line-bag", 3000)
    sale_id = pay(terminal, manager, cart)
    assert moved(terminal, sale_id) == {"milk": 6000, "eggs": 3000}
    sold = sales.find_sale(terminal, sale_id)
    assert sold is not None
    assert sold.lines[0].detail is not None
    assert sold.lines[0].detail.parts == PARTS
    sales.void_sale(terminal, manager, sale_id, "mistake")


def test_notes_and_who_looked_at_the_age_are_sealed(terminal: Terminal, manager: Person) -> None:
    cart = put(terminal, carts.open_cart(terminal), "wine")
    assert trade.is_age_open(cart)
    cart = trade.set_cart_note(trade.set_note(cart, "line-wine", " gift  wrap "), "for Saturday")
    cart = trade.confirm_age(cart, manager.id)
    assert not trade.is_age_open(cart)
    sold = sales.find_sale(terminal, pay(terminal, manager, cart))
    assert sold is not None
    assert (sold.note, sold.age_checked, sold.age_checked_by) == ("for Saturday", 18, "mira")
    assert sold.lines[0].detail is not None
    assert sold.lines[0].detail.note == "gift wrap"


def test_a_serial_number_is_sold_once_until_it_comes_back(terminal: Terminal, manager: Person) -> None:
    sale_id = pay(terminal, manager, put(terminal, carts.open_cart(terminal), "bag", serial="SN1"))
    again = put(terminal, carts.open_cart(terminal), "bag", serial="SN1")
    with pytest.raises(Refusal) as refused:
        pay(terminal, manager, again)
    assert refused.value.code == "serial.sold"
    sales.void_sale(terminal, manager, sale_id, "mistake")
    assert pay(terminal, manager, again)


def test_the_code_that_marks_a_piece_is_sealed_byte_for_byte(terminal: Terminal, manager: Person) -> None:
    mark = "010400041702500521S-1\x1d93aBc="
    with terminal.database.reading() as connection:
        (found,) = catalogue.resolve(connection, read_code(f"]d2{mark}"), "EUR")
    assert asking.normal(found).mark == "", "where nobody keeps the number, pieces are alike"
    tracked = replace(found, product=replace(found.product, extra=Extra(track_serials=True)))
    cart = trade.add(carts.open_cart(terminal), asking.normal(tracked), "line-milk")
    sale_id = pay(terminal, manager, trade.set_note(cart, "line-milk", "gift"))
    with terminal.database.reading() as connection:
        sealed = journal.read_last_of(connection, "sale.completed")
    assert sealed is not None
    fact = decode_fact(sealed.kind, sealed.version, sealed.body)
    assert [line.detail.mark for line in fact.lines] == [mark]  # type: ignore[union-attr]
    sold = sales.find_sale(terminal, sale_id)
    assert sold is not None
    assert sold.lines[0].detail is not None
    assert (sold.lines[0].detail.mark, sold.lines[0].detail.serial) == (mark, "S-1")


def test_what_a_bundle_holds_is_looked_up(terminal: Terminal) -> None:
    with terminal.database.reading() as connection:
        product = catalogue.read_product(connection, "bag")
    assert product is not None
    bundle = replace(product, extra=Extra(parts=(BundlePart("MILK", 2000),)))
    assert complete(terminal, Found(bundle)).parts == (BundlePart("MILK", 2000, "milk", "Milk 3.2 % 930 ml"),)
    assert complete(terminal, Found(product)) == Found(product)


def test_the_same_after_a_rebuild(terminal: Terminal, manager: Person) -> None:
    pay(terminal, manager, put(terminal, carts.open_cart(terminal), "bag", serial="SN1", parts=PARTS))
    tell_unknown_code(terminal, manager, UnknownCode(UNKNOWN))
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        assert serials.is_sold(connection, "bag", "SN1")
        rebuild(connection)
        assert rows.dump(connection) == before


def test_an_update_keeps_the_lots_of_what_was_sold_before_it(terminal: Terminal, manager: Person) -> None:
    first = put(terminal, carts.open_cart(terminal), "bag", parts=PARTS)
    second = put(terminal, put(terminal, first, "milk", lot="L7"), "coffee", serial="SN1")
    pay(terminal, manager, put(terminal, second, "eggs", expiry=date(2027, 1, 31)))
    void = pay(terminal, manager, put(terminal, carts.open_cart(terminal), "milk", lot="L8"))
    sales.void_sale(terminal, manager, void, "mistake")
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        assert [row[8] for row in before["movement"]] == ["", "", "L7", "SN1", "", "L8", "L8"]
        for column in ("lot", "expiry", "document_id"):
            connection.exec_driver_sql(f"ALTER TABLE movement DROP COLUMN {column}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0018'")
        run_scripts(connection, "0019")
        assert rows.dump(connection) == before


def test_an_unknown_code_is_told_once(terminal: Terminal, manager: Person) -> None:
    assert tell_unknown_code(terminal, manager, UnknownCode(UNKNOWN))
    assert not tell_unknown_code(terminal, manager, UnknownCode(UNKNOWN))
    assert not tell_unknown_code(terminal, None, UnknownCode("12345"))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (UNKNOWN, UNKNOWN),
        ("]C1010460111111111910LOT", UNKNOWN),
        ("4111111111111111", None),  # as long as a card
        ("MIRA-7F3K2Q9X", None),
        ("123", None),
        ("4601111111110", None),  # misread
    ],
)
def test_only_what_may_be_goods_is_told(raw: str, told: str | None) -> None:
    unknown = worth_telling(read_code(raw))
    assert (unknown.code if unknown else None) == told
