"""Returns and exchanges at a terminal: sealed as sales are, limited by what is left and by who gives back."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import pytest

from desktop.domain.cart import Cart
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Condition, Receipt, returned_milli
from desktop.domain.sale import Sale
from desktop.domain.shift import ShiftTotals, with_sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, returns, sales, shifts, staff
from desktop.operations.returns import Picked
from desktop.operations.terminal import Terminal, require_shop
from desktop.reading import read_code
from desktop.replication.rebuild import rebuild
from desktop.store import catalogue, rows, stock
from desktop.store import sales as stored
from desktop.store import shifts as stored_shifts
from desktop.store.replica_file import ReplicaFile
from sync.wire import receipts as wire
from sync.wire.changes import Place
from tests.core import fill, sell, total_of
from tests.operations.picking_ground import tell
from tests.terminals import BREAD, EGGS, PIN


def look_up(terminal: Terminal, number: str) -> Receipt:
    receipt = returns.find_receipt(terminal, number)
    assert receipt is not None
    return receipt


def take(
    terminal: Terminal, person: Person, cart: Cart, number: str, *parts: tuple[int, int], **more: Condition
) -> Cart:
    receipt = look_up(terminal, number)
    picked = [Picked(receipt.lines[line].line_id, milli, "too many", **more) for line, milli in parts]
    return returns.take_back(terminal, person, cart, returns.known_lines(terminal, receipt, picked))


def complete(terminal: Terminal, person: Person, cart: Cart, payments: Sequence[Payment] | None = None) -> Sale:
    total = total_of(terminal, cart)
    if payments is None:
        with terminal.database.reading() as connection:
            shop = require_shop(connection, terminal)
        payments = returns.pay_back(cart, total, shop)
    return sales.complete_sale(terminal, person, cart, payments, total)


def test_part_of_a_receipt_comes_back(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, BREAD, f"3*{EGGS}")
    with terminal.database.reading() as connection:
        before = stored.read_tally(connection)
    cart = take(terminal, manager, carts.open_cart(terminal), sold.receipt, (1, 2000))
    carts.keep_cart(terminal, cart)
    assert carts.open_cart(terminal) == cart
    back = complete(terminal, manager, cart)
    assert (back.total_minor, back.rounding_minor) == (-698, -2)
    (line,) = back.lines
    assert (line.quantity_milli, line.returns_sale, line.returns_receipt) == (-2000, sold.sale_id, sold.receipt)
    assert returned_milli(look_up(terminal, sold.receipt), line.returns_line) == 2000
    with terminal.database.reading() as connection:
        after = stored.read_tally(connection)
        assert after.grand_total_minor == before.grand_total_minor  # never reduced
        assert stored_shifts.read_expected(connection, sold.shift_id)["cash"] == 10_000 + 1_285 - 700
        totals = stored_shifts.read_totals(connection, sold.shift_id)
        assert (totals.returned_minor, totals.total_minor, totals.sales) == (698, 1_287 - 698, 2)
        assert with_sale(with_sale(ShiftTotals(), sold), back).returned_minor == 698
        (move,) = stored.read_moves(connection, back.sale_id)
        assert (move.from_place_id, move.to_place_id, move.quantity_milli) == ("customer", sold.place_id, 2000)
    again = sales.find_sale(terminal, back.sale_id)
    assert again is not None
    assert again.lines == tuple(replace(line, explanation=()) for line in back.lines)


def test_an_exchange_is_one_ticket(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, EGGS)
    cart = take(terminal, manager, fill(terminal, BREAD), sold.receipt, (0, 1000))
    sale = complete(terminal, manager, cart)
    assert (sale.total_minor, [line.quantity_milli for line in sale.lines]) == (240 - 349, [1000, -1000])
    even = take(terminal, manager, fill(terminal, BREAD), sale.receipt, (0, 1000))
    assert complete(terminal, manager, even).payments == ()


def test_nothing_comes_back_twice(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, EGGS)
    first = take(terminal, manager, carts.open_cart(terminal), sold.receipt, (0, 1000))
    stale = replace(first, id="other")
    complete(terminal, manager, first)
    with pytest.raises(Refusal) as refused:
        take(terminal, manager, carts.open_cart(terminal), sold.receipt, (0, 1000))
    assert refused.value.code == "return.too_much"
    with pytest.raises(Refusal) as refused:  # picked before somebody else was quicker
        complete(terminal, manager, stale)
    assert refused.value.code == "return.changed"


def test_a_void_and_a_return_keep_out_of_each_others_way(terminal: Terminal, manager: Person) -> None:
    sold, other = sell(terminal, manager, EGGS), sell(terminal, manager, BREAD)
    kept = take(terminal, manager, carts.open_cart(terminal), other.receipt, (0, 1000))
    sales.void_sale(terminal, manager, other.sale_id, "wrong customer")
    with pytest.raises(Refusal, match="taken back whole"):
        take(terminal, manager, carts.open_cart(terminal), other.receipt, (0, 1000))
    with pytest.raises(Refusal, match="taken back whole"):
        complete(terminal, manager, kept)
    back = complete(terminal, manager, take(terminal, manager, carts.open_cart(terminal), sold.receipt, (0, 1000)))
    with pytest.raises(Refusal) as refused:
        sales.void_sale(terminal, manager, sold.sale_id, "wrong customer")
    assert refused.value.code == "void.returned"
    sales.void_sale(terminal, manager, back.sale_id, "he keeps them")  # the return itself can be taken back
    assert look_up(terminal, sold.receipt).taken == ()


def test_damaged_goods_go_elsewhere(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, EGGS)
    cart = take(terminal, manager, carts.open_cart(terminal), sold.receipt, (0, 1000), condition=Condition.DAMAGED)
    assert cart.returns[0].to_place_id == "waste"
    assert returns.condition_of(terminal, cart.returns[0]) is Condition.DAMAGED


def test_what_somebody_has_to_look_at_first_goes_to_quarantine_where_there_is_one(
    terminal: Terminal, manager: Person
) -> None:
    sold, looked_at = sell(terminal, manager, EGGS), (0, 1000)
    assert returns.list_conditions(terminal) == (Condition.GOOD, Condition.DAMAGED)
    with pytest.raises(Refusal) as refused:
        take(terminal, manager, carts.open_cart(terminal), sold.receipt, looked_at, condition=Condition.CHECK)
    assert refused.value.code == "return.no_quarantine"
    tell(terminal, places=(Place(id="q", code="Q", name="Quarantine", kind="quarantine"),))
    assert returns.list_conditions(terminal) == tuple(Condition)
    cart = take(terminal, manager, carts.open_cart(terminal), sold.receipt, looked_at, condition=Condition.CHECK)
    assert returns.condition_of(terminal, cart.returns[0]) is Condition.CHECK
    complete(terminal, manager, cart)
    with terminal.database.reading() as connection:
        held = {row.place_id: row.on_hand_milli for row in stock.read_on_hand(connection, ["eggs"])}
    assert held["q"] == 1000


def test_who_may_give_back_how_much(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, f"40*{EGGS}")  # 139.60, above the 100 of a cashier
    cashier = staff.sign_in(terminal, "anna", PIN)
    cart = take(terminal, cashier, carts.open_cart(terminal), sold.receipt, (0, 1000))
    receipt = look_up(terminal, sold.receipt)
    many = returns.known_lines(terminal, receipt, [Picked(receipt.lines[0].line_id, 40_000, "too many")])
    with pytest.raises(Refusal) as refused:
        returns.take_back(terminal, cashier, cart, many)
    assert refused.value.code == "staff.approval"
    granted = returns.take_back(terminal, cashier, cart, many, granter=manager)
    assert [line.granted_by for line in granted.returns] == [manager.id]
    with pytest.raises(Refusal) as refused:
        complete(terminal, cashier, replace(granted, returns=(replace(granted.returns[0], granted_by=""),)))
    assert refused.value.code == "staff.approval"
    assert complete(terminal, cashier, granted).lines[0].granted_by == manager.id


def test_without_a_receipt_at_the_price_of_today(terminal: Terminal, manager: Person) -> None:
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, read_code(EGGS), "EUR")[0]
    cart, picked = carts.open_cart(terminal), Picked("", 2000, "a gift")
    line = returns.blind_line(terminal, found, picked)
    blind = returns.take_back(terminal, manager, cart, [line])
    assert (blind.returns[0].total_minor, blind.returns[0].returns_sale) == (-698, "")
    cashier = staff.sign_in(terminal, "anna", PIN)
    with pytest.raises(Refusal) as refused:
        returns.take_back(terminal, cashier, cart, [line])
    assert refused.value.code == "staff.approval"
    with pytest.raises(Refusal) as refused:  # a paper that nobody can look up: the shop allows nothing
        returns.take_back(terminal, manager, cart, [returns.blind_line(terminal, found, picked, receipt="T07-000001")])
    assert refused.value.code == "return.offline_limit"
    assert complete(terminal, manager, blind, [Payment("cash", -700)]).total_minor == -698


def test_the_card_gets_back_what_it_paid(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, EGGS, payments=(Payment("card", 349),))
    cart = take(terminal, manager, carts.open_cart(terminal), sold.receipt, (0, 1000))
    assert complete(terminal, manager, cart).payments == (Payment("card", -349),)
    in_cash = sell(terminal, manager, EGGS)
    cart = take(terminal, manager, carts.open_cart(terminal), in_cash.receipt, (0, 1000))
    with pytest.raises(Refusal) as refused:
        complete(terminal, manager, cart, [Payment("card", -349)])
    assert refused.value.code == "return.tender"


def test_a_receipt_of_another_till(terminal: Terminal, manager: Person) -> None:
    publish(terminal, wire.Taken("elsewhere", (("l1", 1000),)))
    receipt = look_up(terminal, "T09-000007")
    assert returned_milli(receipt, "l1") == 1000
    cart = take(terminal, manager, carts.open_cart(terminal), "T09-000007", (0, 1000))
    sold = complete(terminal, manager, cart)
    assert returned_milli(look_up(terminal, "T09-000007"), "l1") == 2000
    publish(terminal, wire.Taken("elsewhere", (("l1", 1000),)), wire.Taken(sold.sale_id, (("l1", 1000),)))
    assert returned_milli(look_up(terminal, "T09-000007"), "l1") == 2000  # its own, heard of again
    asked = returns.take_answer(terminal, receipt)
    assert returned_milli(asked, "l1") == 2000


def test_a_receipt_of_this_till_that_its_journal_lost(terminal: Terminal, manager: Person) -> None:
    """The centre tells a till no lines of what it sealed itself: whoever has lost them asks for them."""
    publish(terminal, wire.Taken("elsewhere", (("l1", 1000),)), own=True)
    assert returns.find_receipt(terminal, "T09-000007") is None


def test_the_code_of_a_receipt(terminal: Terminal, manager: Person) -> None:
    assert returns.receipt_number(terminal, "T09-000007") == "T09-000007"
    assert returns.receipt_number(terminal, "]C0T09b-000007") == "T09b-000007"
    assert [returns.receipt_number(terminal, code) for code in (EGGS, "", "T09-7", b"\xff")] == [""] * 4


def test_a_rebuild_knows_what_came_back(terminal: Terminal, manager: Person) -> None:
    sold = sell(terminal, manager, BREAD, EGGS)
    complete(terminal, manager, take(terminal, manager, fill(terminal, BREAD), sold.receipt, (1, 1000)))
    shifts.close_shift(terminal, manager, {"cash": 10_000})
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before
        assert len(before["sale_return"]) == 1


def publish(terminal: Terminal, *taken: wire.Taken, own: bool = False) -> None:
    line = wire.SoldLine("l1", "eggs", "E", "Eggs", "pcs", "", 3000, 34900, 190_000, 1047, 0, 880, 167, 1047)
    row = wire.Receipt(
        sale_id="sale9",
        receipt="T09-000007",
        occurred_at="2026-11-20T10:00:00+01:00",
        currency="EUR",
        tax_inclusive=True,
        lines=() if own else (line,),
        paid=() if own else (("cash", 1047),),
        taken=taken,
        own=own,
    )
    replica = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    with replica.writing():
        packed = msgspec.msgpack.encode(row)
        replica.replace("receipt", [(row.sale_id, row.receipt, row.occurred_at, packed, 1)])
    replica.close()
