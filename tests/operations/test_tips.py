"""Tips from the ticket to the drawer: beside the total, in what the drawer should hold, gone with a void."""

import json
from dataclasses import replace

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.shift import ShiftTotals, with_sale, with_void
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, sales, shifts, tips
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.replication.receipts import read_receipt
from desktop.store import rows
from desktop.store import shifts as stored
from desktop.store import tips as stored_tips
from desktop.store.replica_file import ReplicaFile
from tests.core import fill
from tests.terminals import BREAD

FLOAT = 10_000


def take_tips(terminal: Terminal, **terms: object) -> None:
    replica = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    with replica.writing():
        told = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        told["tender"] = {"tips": True, **terms}
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(told),))
    replica.close()


def sell_tipped(terminal: Terminal, person: Person, tip: int, *payments: Payment) -> Sale:
    """Bread for 2.40 and a tip."""
    cart = replace(fill(terminal, BREAD), tip_minor=tip)
    tips.keep_tip(terminal, cart)
    return sales.complete_sale(terminal, person, carts.open_cart(terminal), payments, 240)


def test_a_tip_is_in_the_drawer_and_in_no_total(terminal: Terminal, manager: Person) -> None:
    take_tips(terminal)
    sold = sell_tipped(terminal, manager, 60, Payment("cash", 500))
    by_card = sell_tipped(terminal, manager, 25, Payment("card", 265))
    assert sold.payments == (Payment("cash", 440, tip_minor=60),)
    assert (sold.total_minor, sold.change_minor, by_card.payments[0].tip_minor) == (240, 200, 25)
    with terminal.database.reading() as connection:
        assert stored.read_expected(connection, sold.shift_id) == {"cash": FLOAT + 300, "card": 265}
        totals = stored.read_totals(connection, sold.shift_id)
        assert stored_tips.read_tips(connection, sold.sale_id) == {"cash": 60}
        receipt = read_receipt(connection, sold.sale_id)
    assert totals.tips == (("card", 25), ("cash", 60))
    assert totals.total_minor == 480
    assert (totals.people[0].tip_minor, totals.people[0].cash_minor) == (85, 300)
    counted = with_sale(with_sale(ShiftTotals(), sold), by_card)
    assert (counted.methods, counted.tips) == (totals.methods, totals.tips)
    assert receipt is not None
    assert receipt.paid == (("cash", 240),)


def test_a_void_takes_the_tip_back(terminal: Terminal, manager: Person) -> None:
    take_tips(terminal)
    sold = sell_tipped(terminal, manager, 60, Payment("cash", 0), Payment("card", 300))
    with terminal.database.reading() as connection:
        before = stored.read_totals(connection, sold.shift_id)
    again, _ = sales.void_last(terminal, manager, "wrong customer")
    assert again.payments == sold.payments
    with terminal.database.reading() as connection:
        assert stored.read_expected(connection, sold.shift_id) == {"cash": FLOAT, "card": 0}
        totals = stored.read_totals(connection, sold.shift_id)
    assert (totals.tips, totals.tip_minor) == ((), 0)
    assert with_void(replace(before, people=()), sold).tips == ()


def test_tips_are_paid_out_as_cash_taken_out(terminal: Terminal, manager: Person) -> None:
    take_tips(terminal)
    sold = sell_tipped(terminal, manager, 60, Payment("cash", 300))
    shifts.move_cash(terminal, manager, -60, "Tips")
    with terminal.database.reading() as connection:
        assert stored.read_expected(connection, sold.shift_id)["cash"] == FLOAT + 240
    closing = shifts.close_shift(terminal, manager, {"cash": FLOAT + 240})
    assert [count.difference_minor for count in closing.counts] == [0]
    assert closing.total_minor == 240


def test_tips_are_rebuilt(terminal: Terminal, manager: Person) -> None:
    take_tips(terminal)
    sell_tipped(terminal, manager, 60, Payment("cash", 300))
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before


def test_a_method_that_takes_none_bears_none(terminal: Terminal, manager: Person) -> None:
    take_tips(terminal, tip_methods=["card"])
    with pytest.raises(Refusal) as refused:
        sell_tipped(terminal, manager, 60, Payment("cash", 300))
    assert refused.value.code == "tip.method"
