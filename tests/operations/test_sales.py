"""A sale is sealed, projected and durable in one transaction, once."""

import msgspec
import pytest

from desktop.domain.cart import confirm_age
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, sales, shifts, staff
from desktop.operations.terminal import Terminal
from desktop.store import journal, stock
from desktop.store import sales as stored
from desktop.store import shifts as stored_shifts
from desktop.store.replica_file import ReplicaFile
from sync.wire.facts import SaleCompleted
from tests.core import fill, sell, total_of
from tests.terminals import BREAD, EGGS, MILK, PIN, WINE


def test_a_sale_is_sealed_and_projected(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD, f"3*{EGGS}")
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
        entry = journal.read_entry(connection, head.incarnation, sale.seq)
        assert (head.seq, head.hash.hex()) == (sale.seq, sale.hash)
        assert entry.kind == "sale.completed"
        body = msgspec.json.decode(entry.body, type=SaleCompleted)
        assert body.total_minor == sale.total_minor == 240 + 3 * 349
        assert sum(row["total_minor"] for row in stored.read_lines(connection, sale.sale_id)) == sale.total_minor
        assert sum(row["gross_minor"] for row in stored.read_taxes(connection, sale.sale_id)) == sale.total_minor
        assert stored_shifts.read_expected(connection, sale.shift_id)["cash"] == 10_000 + 1_285
        moved = {move.product_id: move.quantity_milli for move in stored.read_moves(connection, sale.sale_id)}
        assert moved == {"bread": 1000, "eggs": 3000}
    assert sale.receipt == "T01-000001"
    assert sale.rounding_minor == -2


def test_a_cart_is_sold_once(terminal: Terminal, manager: Person) -> None:
    cart = fill(terminal, BREAD)
    sales.complete_sale(terminal, manager, cart, [Payment("card", 240)], 240)
    with pytest.raises(Refusal, match="sold already"):
        sales.complete_sale(terminal, manager, cart, [Payment("card", 240)], 240)
    with terminal.database.reading() as connection:
        assert len(stored.list_recent(connection, 10)) == 1


def test_a_sale_does_not_wait_for_the_feed(terminal: Terminal, manager: Person) -> None:
    replica = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    with replica.writing():
        replica.delete("person", [("nobody",)])
        sale = sell(terminal, manager, BREAD)
    replica.close()
    assert sale.receipt == "T01-000001"


def test_what_was_shown_is_what_is_paid(terminal: Terminal, manager: Person) -> None:
    cart = fill(terminal, BREAD)
    with pytest.raises(Refusal, match="no longer what was shown"):
        sales.complete_sale(terminal, manager, cart, [Payment("card", 239)], 239)
    assert carts.open_cart(terminal) == cart


@pytest.mark.parametrize(("login", "code"), [("wim", "staff.right"), ("", "staff.signed_out")])
def test_only_who_may_sells(terminal: Terminal, manager: Person, login: str, code: str) -> None:
    cart = fill(terminal, BREAD)
    person = staff.sign_in(terminal, login, PIN) if login else None
    with pytest.raises(Refusal) as refused:
        sales.complete_sale(terminal, person, cart, [Payment("card", 240)], 240)
    assert refused.value.code == code


def test_no_sale_without_a_shift(terminal: Terminal) -> None:
    person = staff.sign_in(terminal, "mira", PIN)
    with pytest.raises(Refusal) as refused:
        sales.complete_sale(terminal, person, fill(terminal, BREAD), [Payment("card", 240)], 240)
    assert refused.value.code == "shift.closed"


def test_a_refused_sale_leaves_nothing(terminal: Terminal, manager: Person) -> None:
    with terminal.database.reading() as connection:
        before = journal.read_head(connection)
    cart = fill(terminal, BREAD)
    with pytest.raises(Refusal):
        sales.complete_sale(terminal, manager, cart, [Payment("card", 100)], 240)
    with terminal.database.reading() as connection:
        assert journal.read_head(connection) == before
        assert stored.read_tally(connection).last_receipt_no == 0


def test_a_void_takes_everything_back(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD, MILK)
    _, void = sales.void_last(terminal, manager, "wrong customer")
    with terminal.database.reading() as connection:
        assert stored_shifts.read_expected(connection, sale.shift_id)["cash"] == 10_000
        shelf = {row.product_id: row.on_hand_milli for row in stock.read_on_hand(connection, ["bread", "milk"])}
        assert shelf == {"bread": 0, "milk": 3000}
        assert stored.read_tally(connection).grand_total_minor == sale.total_minor
    assert void.receipt == "T01-000002"
    with pytest.raises(Refusal, match="no sale"):
        sales.void_last(terminal, manager, "again")
    with pytest.raises(Refusal) as refused:
        sales.void_sale(terminal, manager, sale.sale_id, "again")
    assert refused.value.code == "void.again"


def test_a_receipt_can_be_printed_again_to_the_letter(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD)
    again = sales.find_sale(terminal, sale.sale_id)
    assert again.lines[0].name == sale.lines[0].name
    assert (again.receipt, again.hash, again.cashier) == (sale.receipt, sale.hash, sale.cashier)
    assert again.payments == sale.payments


def test_stock_on_hand_is_the_centres_figure_and_own_moves(terminal: Terminal, manager: Person) -> None:
    sell(terminal, manager, f"2*{EGGS}")
    with terminal.database.reading() as connection:
        assert stock.read_on_hand(connection, ["eggs"])[0].on_hand_milli == 1000 - 2000
    assert total_of(terminal, fill(terminal, EGGS)) == 349


def test_a_shift_closes_once_counted(terminal: Terminal, manager: Person) -> None:
    sell(terminal, manager, BREAD)
    sell(terminal, manager, EGGS, payments=(Payment("card", 349),))
    shifts.move_cash(terminal, manager, -2_000, "bank")
    with pytest.raises(Refusal, match="not counted"):
        shifts.close_shift(terminal, manager, {"card": 349})
    closing = shifts.close_shift(terminal, manager, {"cash": 8_230, "card": 349})
    assert {count.method: count.difference_minor for count in closing.counts} == {"cash": -10, "card": 0}
    assert (closing.sales, closing.total_minor, closing.grand_total_minor) == (2, 589, 589)
    with pytest.raises(Refusal, match="No shift"):
        shifts.close_shift(terminal, manager, {"cash": 0})


def test_a_shift_does_not_close_over_a_cart(terminal: Terminal, manager: Person) -> None:
    fill(terminal, BREAD)
    with pytest.raises(Refusal) as refused:
        shifts.close_shift(terminal, manager, {"cash": 10_000})
    assert refused.value.code == "shift.cart_open"


def test_more_cash_than_there_is_cannot_be_taken_out(terminal: Terminal, manager: Person) -> None:
    with pytest.raises(Refusal) as refused:
        shifts.move_cash(terminal, manager, -10_001, "bank")
    assert refused.value.code == "cash.short"


def test_into_a_drawer_that_should_hold_less_than_nothing_cash_is_put_all_the_same(
    terminal: Terminal, manager: Person
) -> None:
    sold = sell(terminal, manager, BREAD)
    shifts.move_cash(terminal, manager, -10_000 - sold.total_minor, "bank")
    sales.void_sale(terminal, manager, sold.sale_id, "wrong customer")
    assert shifts.read_x(terminal, manager)[1].methods
    shifts.move_cash(terminal, manager, 50, "change")
    with pytest.raises(Refusal) as refused:
        shifts.move_cash(terminal, manager, -1, "bank")
    assert refused.value.code == "cash.short"


def test_whoever_asks_no_goods_with_an_age_go_before_somebody_has_looked(terminal: Terminal, manager: Person) -> None:
    cart = fill(terminal, WINE)
    total = total_of(terminal, cart)
    with pytest.raises(Refusal) as refused:
        sales.complete_sale(terminal, manager, cart, [Payment("cash", total)], total)
    assert (refused.value.code, refused.value.facts) == ("age.unchecked", {"limit": 18})
    looked = confirm_age(cart, manager.id)
    sold = sales.complete_sale(terminal, manager, looked, [Payment("cash", total)], total)
    assert (sold.age_checked, sold.age_checked_by) == (18, "mira")
