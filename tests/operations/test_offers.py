"""Offers at a till without a centre: pinned into carts, prices by list, customers found, coupons counted."""

from dataclasses import replace

import msgspec
import pytest

from desktop.domain import customer as trade
from desktop.domain.cart import add, is_empty
from desktop.domain.offers.price_list import ListPrice, Tier
from desktop.domain.offers.promotion import Promotion
from desktop.domain.offers.redeeming import hand_back
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.shift import ShiftTotals, with_sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, coupons, sales
from desktop.operations.terminal import Terminal, require_shop
from desktop.replication.changes import apply_page
from desktop.replication.rebuild import rebuild
from desktop.store import catalogue, customers, rows
from desktop.store.migrate import run_scripts
from desktop.store.replica_file import ReplicaFile
from desktop.store.shifts import read_totals
from sync.wire import offers
from sync.wire.changes import Change
from sync.wire.facts import SaleCompleted
from sync.wire.messages import Cursor, Page, Projected
from tests.core import total_of

ANNA = offers.Customer(id="c1", name="Анна Королёва", card="900100", group="loyal", price_list_id="trade")
BORIS = offers.Customer(id="c2", name="Boris Kask", card="900200")
TEN = offers.Promotion(id="p1", name="Ten off", kind="percent", percent_ppm=100_000, coupon=True)
ONCE = offers.Coupon(id="k1", code="SPRING-1", promotion_id="p1")


def tell(terminal: Terminal, feed: str, *told: tuple[str, object], first: int = 0, **more: object) -> None:
    """Let the centre tell a page, as it tells a till: ids are those of the rows."""
    changes = []
    for at, (entity, row) in enumerate(told, first + 1):
        name = f"{row.list_id}/{row.product_id}" if isinstance(row, offers.ListPrice) else row.id  # type: ignore[attr-defined]
        changes.append(Change(at, entity, name, msgspec.Raw(msgspec.msgpack.encode(row))))
    cursor = Cursor(feed=feed, epoch="e", position=first + len(told), token="t")
    page = Page(cursor=cursor, from_position=first, more=False, changes=tuple(changes), **more)  # type: ignore[arg-type]
    file = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    apply_page(file, page)
    file.close()


@pytest.fixture
def shop(terminal: Terminal) -> Terminal:
    """A till that knows two customers, a price list, a promotion by coupon."""
    trade_bread = offers.ListPrice(list_id="trade", product_id="bread", tiers=(offers.Tier(1000, 20_000),))
    tell(terminal, "customers:s1", ("customer", ANNA), ("customer", BORIS))
    tell(
        terminal,
        "offers:s1",
        ("promotion", TEN),
        ("price_list", offers.PriceList(id="trade", name="Trade")),
        ("list_price", trade_bread),
        ("coupon", ONCE),
    )
    return terminal


def sell_bread(terminal: Terminal, person: Person, *codes: str, customer_id: str = "") -> Sale:
    """Sell a bread with coupons, to somebody."""
    cart = carts.open_cart(terminal)
    with terminal.database.reading() as connection:
        found = catalogue.find_product(connection, "bread")
        buyer = customers.read_customer(connection, customer_id)
        terms = require_shop(connection, terminal)
    assert found
    cart = trade.set_customer(add(cart, found, "l1"), buyer)
    for code in codes:
        cart = coupons.hand_in_coupon(terminal, cart, code)
    total = price(cart, terms).total_minor
    return sales.complete_sale(terminal, person, cart, [Payment("card", total)], total)


def test_a_new_cart_pins_what_is_offered_and_keeps_it(shop: Terminal) -> None:
    cart = carts.open_cart(shop)
    assert [one.id for one in cart.offers.promotions] == ["p1"]
    assert [one.name for one in cart.offers.price_lists] == ["Trade"]
    with shop.database.reading() as connection:
        found = catalogue.find_product(connection, "bread")
    assert found
    assert found.prices == (ListPrice("trade", (Tier(1000, 20_000),)),)
    carts.keep_cart(shop, add(cart, found, "l1"))
    tell(shop, "offers:s1", ("promotion", msgspec.structs.replace(TEN, percent_ppm=500_000)), first=9)
    assert carts.open_cart(shop).offers.promotions == (
        Promotion("p1", "Ten off", "percent", coupon=True, percent_ppm=100_000),
    )
    carts.keep_cart(shop, replace(cart, lines=()))
    assert is_empty(carts.open_cart(shop))
    assert carts.open_cart(shop).offers.promotions[0].percent_ppm == 500_000


def test_a_customer_has_prices_of_their_own(shop: Terminal, manager: Person) -> None:
    assert sell_bread(shop, manager).total_minor == 240
    sale = sell_bread(shop, manager, customer_id="c1")
    assert (sale.total_minor, sale.customer_id) == (200, "c1")
    with shop.database.reading() as connection:
        sold = rows.dump(connection)["sale"]
    assert len(sold) == 2


def test_a_customer_is_found_by_card_and_while_typing(shop: Terminal) -> None:
    with shop.database.reading() as connection:
        anna = customers.find_card(connection, "900100")
        assert anna
        assert (anna.id, anna.name, anna.group, anna.price_list_id) == ("c1", ANNA.name, "loyal", "trade")
        assert customers.find_card(connection, "") is None
        for typed, names in {
            "КОРОЛЕ": [ANNA.name],
            "королев анна": [ANNA.name],
            "анна kask": [],
            "9001": [ANNA.name],
            "900": [BORIS.name, ANNA.name],
            "b": [BORIS.name],
            " ": [],
            "%": [],
        }.items():
            assert [one.name for one in customers.search_customers(connection, typed)] == names, typed
        assert len(customers.search_customers(connection, "900", limit=1)) == 1


def test_what_a_promotion_gave_is_projected_rebuilt_and_on_the_closing(shop: Terminal, manager: Person) -> None:
    sale = sell_bread(shop, manager, "SPRING-1")
    with shop.database.writing() as connection:
        assert rows.dump(connection)["sale_promotion"] == [(sale.sale_id, 1, "p1", "Ten off", 24)]
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before
        totals = read_totals(connection, sale.shift_id)
    assert totals.promotions == (("Ten off", 24),) == with_sale(ShiftTotals(), sale).promotions
    sales.void_last(shop, manager, "mistake")
    with shop.database.reading() as connection:
        assert read_totals(connection, sale.shift_id).promotions == ()


def test_an_update_projects_what_promotions_gave_before_it(shop: Terminal, manager: Person) -> None:
    sell_bread(shop, manager, "SPRING-1")
    with shop.database.writing() as connection:
        before = rows.dump(connection)
        for table in ("sale_tip", "sale_promotion"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0010'")
    with shop.database.writing() as connection:
        run_scripts(connection, "0011")
        assert rows.dump(connection) == before


def test_a_coupon_counts_once_until_and_after_the_centre_has_counted(shop: Terminal, manager: Person) -> None:
    sale = sell_bread(shop, manager, " spring-1 ")
    assert (sale.total_minor, sale.coupons) == (216, ("k1",))
    with pytest.raises(Refusal, match="redeemed already"):
        sell_bread(shop, manager, "SPRING-1")
    with shop.database.reading() as connection:
        incarnation = connection.exec_driver_sql("SELECT incarnation FROM coupon_use").scalar_one()
    contained = (Projected(incarnation, sale.seq),)
    tell(shop, "stock:s1", first=99, vector=contained)
    assert sell_bread(shop, manager, "SPRING-1").total_minor == 216, "the centre counted, and meant another one"
    tell(shop, "offers:s1", ("coupon", msgspec.structs.replace(ONCE, used=1)), first=20)
    sales.void_last(shop, manager, "mistake")
    with pytest.raises(Refusal, match="redeemed already"):
        sell_bread(shop, manager, "SPRING-1")


def test_a_sale_that_is_taken_back_gives_its_coupon_back(shop: Terminal, manager: Person) -> None:
    sell_bread(shop, manager, "SPRING-1")
    sales.void_last(shop, manager, "mistake")
    assert sell_bread(shop, manager, "SPRING-1").coupons == ("k1",)
    with shop.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before


def test_a_coupon_of_a_parked_cart_is_looked_at_again(shop: Terminal, manager: Person) -> None:
    with shop.database.reading() as connection:
        found = catalogue.find_product(connection, "bread")
    assert found
    parked = coupons.hand_in_coupon(shop, add(carts.open_cart(shop), found, "l1"), "SPRING-1")
    sell_bread(shop, manager, "SPRING-1")
    total = total_of(shop, parked)
    with pytest.raises(Refusal) as refused:
        sales.complete_sale(shop, manager, parked, [Payment("card", total)], total)
    assert refused.value.code == "coupon.used"
    bare = hand_back(parked, "k1")
    sales.complete_sale(shop, manager, bare, [Payment("card", 240)], 240)


@pytest.mark.parametrize(
    ("coupon", "code"),
    [
        ({"starts_at": "2999-01-01T00:00:00+00:00"}, "coupon.early"),
        ({"ends_at": "2001-01-01T00:00:00+00:00"}, "coupon.ended"),
        ({"used": 1}, "coupon.used"),
        ({"uses": 0, "uses_per_customer": 1}, "coupon.customer"),
        ({"code": "OTHER"}, "coupon.unknown"),
    ],
)
def test_why_a_coupon_is_refused(shop: Terminal, coupon: dict[str, object], code: str) -> None:
    tell(shop, "offers:s1", ("coupon", msgspec.structs.replace(ONCE, **coupon)), first=20)
    with pytest.raises(Refusal) as refused:
        coupons.hand_in_coupon(shop, carts.open_cart(shop), "SPRING-1")
    assert refused.value.code == code


def test_each_customer_once_and_the_limit_without_the_centre(shop: Terminal, manager: Person) -> None:
    each = msgspec.structs.replace(ONCE, uses=0, uses_per_customer=1, used_by={"c2": 1})
    tell(shop, "offers:s1", ("coupon", each), first=20)
    sell_bread(shop, manager, "SPRING-1", customer_id="c1")
    for customer in ("c1", "c2"):
        with pytest.raises(Refusal, match="This customer has redeemed"):
            sell_bread(shop, manager, "SPRING-1", customer_id=customer)
    with shop.database.reading() as connection:
        terms = require_shop(connection, shop)
    file = ReplicaFile(shop.database.path.with_name("replica-small.db"), b"r" * 32)
    with file.writing():
        file.replace("shop", [("s1", msgspec.json.encode(replace(terms, coupons_offline=1)).decode(), 9)])
    file.close()
    tell(shop, "offers:s1", ("coupon", msgspec.structs.replace(ONCE, uses=100)), first=30)
    with pytest.raises(Refusal, match="not counted"):
        sell_bread(shop, manager, "SPRING-1")


def test_the_fact_names_customer_and_coupons_alone(shop: Terminal, manager: Person) -> None:
    sell_bread(shop, manager, "SPRING-1", customer_id="c1")
    with shop.database.reading() as connection:
        body = connection.exec_driver_sql("SELECT body FROM journal ORDER BY position DESC LIMIT 1").scalar_one()
    fact = msgspec.json.decode(body, type=SaleCompleted)
    assert (fact.customer_id, fact.coupons) == ("c1", ("k1",))
    assert "Корол".encode() not in body


def test_a_cart_gets_the_prices_of_today_when_somebody_asks(shop: Terminal) -> None:
    cart = carts.open_cart(shop)
    with shop.database.reading() as connection:
        found = catalogue.find_product(connection, "bread")
    assert found
    cart = add(cart, replace(found, product=replace(found.product, price_e4=19_000)), "l1")
    fresh = carts.refresh_cart(shop, cart)
    assert [(one.before_minor, one.after_minor) for one in fresh.lines] == [(190, 240)]
    assert (fresh.cart.lines[0].price_e4, fresh.gone) == (24_000, ())
