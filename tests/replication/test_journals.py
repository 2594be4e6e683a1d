"""The chain: whole, rebuilt to the last byte, and gone on with in a new incarnation when it may not be trusted."""

import dataclasses

import pytest

from desktop.domain.staff import Person
from desktop.operations import journals, sales, shifts, stock
from desktop.operations.stock import Difference
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import next_prefix
from desktop.store import journal, rows
from desktop.store import shifts as stored_shifts
from tests.core import sell
from tests.terminals import BREAD, EGGS, MILK

ELSEWHERE = {
    "coupon_use",
    "fiscal",
    "goods_asked",
    "invoice",
    "order_done",
    "order_end",
    "plate",
    "plate_move",
    "purse_move",
    "put_override",
    "receipt_copy",
    "customer_entry",
    "photo_entry",
    "sale_promotion",
    "sale_return",
    "sale_tip",
    "sold_serial",
    "unknown_code",
    "bound_code",
}
"""Projections whose own tests rebuild them."""


@pytest.fixture
def day(terminal: Terminal, manager: Person) -> Terminal:
    """A terminal with one of everything in its journal."""
    sell(terminal, manager, BREAD, f"2*{EGGS}")
    sell(terminal, manager, MILK)
    sales.void_last(terminal, manager, "mistake")
    stock.adjust_stock(terminal, manager, [Difference("bread", "shelf", 5000)], "received")
    shifts.move_cash(terminal, manager, 500, "coins")
    shifts.open_drawer(terminal, manager, "look")
    shifts.close_shift(terminal, manager, {"cash": 11_000})
    shifts.open_shift(terminal, manager, 0)
    return terminal


def dump(terminal: Terminal) -> dict[str, list[tuple[object, ...]]]:
    with terminal.database.reading() as connection:
        return rows.dump(connection)


def test_rebuild_recreates_every_projection(day: Terminal) -> None:
    before = dump(day)
    assert {table for table in before if not before[table]} <= ELSEWHERE, "the day fills every other projection"
    projected, waiting = journals.rebuild_projections(day)
    assert (projected, waiting) == (11, 0)
    assert dump(day) == before


def test_rebuild_mends_a_projection_that_was_meddled_with(day: Terminal) -> None:
    before = dump(day)
    with day.database.writing() as connection:
        connection.exec_driver_sql("UPDATE sale SET total_minor = 1")
        connection.exec_driver_sql("DELETE FROM movement")
    journals.rebuild_projections(day)
    assert dump(day) == before


def test_a_whole_chain_is_gone_on_with(day: Terminal) -> None:
    assert journals.verify_journal(day) is None
    assert journals.find_doubt(day, journals.read_note(day)) is None


@pytest.mark.parametrize("column", ["body", "header", "prev_hash", "hash"])
def test_a_changed_entry_is_found(day: Terminal, column: str) -> None:
    with day.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE journal SET {column} = x'00' WHERE seq = 4")
    assert journals.verify_journal(day).seq == 4


def test_a_deleted_entry_is_found(day: Terminal) -> None:
    with day.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal WHERE seq = 4")
    assert journals.verify_journal(day).seq == 4


def test_a_broken_chain_is_followed_by_a_new_incarnation(day: Terminal, manager: Person) -> None:
    with day.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET body = x'00' WHERE seq = 4")
    doubt = journals.find_doubt(day, None)
    assert (doubt.reason, doubt.good_seq) == ("broken", 3)
    old = journals.read_note(day)
    head = journals.go_on_anew(day, doubt)
    with day.database.reading() as connection:
        opened = journal.read_entry(connection, head.incarnation, 1)
        assert stored_shifts.read_open(connection) is None
    assert b'"reason":"broken"' in opened.body
    assert old.hash.encode() in opened.body
    shifts.open_shift(day, manager, 0)
    sale = sell(day, manager, BREAD)
    assert sale.receipt == "T01b-000004"


def test_a_shorter_journal_than_the_head_kept_outside_is_an_alarm(day: Terminal) -> None:
    note = journals.read_note(day)
    longer = dataclasses.replace(note, seq=note.seq + 5, last_receipt_no=40)
    doubt = journals.find_doubt(day, longer)
    assert (doubt.reason, doubt.good_seq) == ("rewound", note.seq)
    journals.go_on_anew(day, doubt, longer)
    assert journals.read_note(day).last_receipt_no == 40


def test_a_journal_longer_than_the_note_is_fine(terminal: Terminal, manager: Person) -> None:
    note = journals.read_note(terminal)
    sell(terminal, manager, BREAD)
    assert journals.find_doubt(terminal, note) is None


def test_another_entry_under_a_sealed_number_is_a_fork(day: Terminal) -> None:
    note = journals.read_note(day)
    doubt = journals.find_doubt(day, dataclasses.replace(note, hash="00" * 32))
    assert (doubt.reason, doubt.good_seq) == ("fork", note.seq - 1)


@pytest.mark.parametrize(("prefix", "after"), [("T03", "T03b"), ("T03b", "T03c"), ("T03z", "T03zb"), ("", "b")])
def test_receipt_prefix_of_the_next_incarnation(prefix: str, after: str) -> None:
    assert next_prefix(prefix) == after


def test_entries_of_the_future_are_kept_and_not_shown(day: Terminal) -> None:
    before = dump(day)
    with day.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET version = 99 WHERE kind = 'drawer.opened'")
    assert journals.rebuild_projections(day) == (9, 2)
    assert dump(day)["sale"] == before["sale"]
    assert dump(day)["drawer"] == []
