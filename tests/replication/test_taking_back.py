"""A terminal restored from a backup gets its own entries back: receipts, totals and shifts are whole again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.staff import Person
from desktop.operations import journals, sales, shifts
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import Doubt, to_entry
from desktop.replication.local_journal import LocalJournal
from desktop.store import journal, rows
from desktop.store import shifts as stored_shifts
from desktop.store.migrate import copy_aside
from desktop.store.sales import read_tally
from sync.chain import Entry
from tests.core import fill, sell, total_of
from tests.edges import SettableClock
from tests.terminals import BREAD, MILK, reopen_terminal

Restore = Callable[[Terminal], Terminal]


@pytest.fixture
def restore(tmp_path: Path, clock: SettableClock) -> Restore:
    """Give the terminal as it is now, opened from a backup."""

    def made(terminal: Terminal) -> Terminal:
        folder = tmp_path / "restored"
        folder.mkdir()
        copy = copy_aside(terminal.database, "backup.db")
        shutil.copy(copy, folder / "journal.db")
        shutil.copy(tmp_path / "replica-small.db", folder)
        opened = reopen_terminal(folder, clock)
        return Terminal(opened.database, opened.clock, terminal.signer, terminal.name)

    return made


def dump(terminal: Terminal) -> dict[str, list[tuple[object, ...]]]:
    with terminal.database.reading() as connection:
        return rows.dump(connection)


def entries(terminal: Terminal, incarnation: str, after: int) -> tuple[Entry, ...]:
    with terminal.database.reading() as connection:
        return tuple(to_entry(sealed) for sealed in journal.read_after(connection, incarnation, after, 1000))


def engine_side(terminal: Terminal) -> LocalJournal:
    return LocalJournal(
        terminal.database, lambda *words: None, lambda *words: None, lambda: journals.end_recall(terminal)
    )


def test_receipts_totals_and_shifts_are_whole_again(terminal: Terminal, manager: Person, restore: Restore) -> None:
    sell(terminal, manager, BREAD)
    restored = restore(terminal)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    sell(terminal, manager, MILK)
    sales.void_last(terminal, manager, "mistake")
    shifts.close_shift(terminal, manager, {"cash": 10_500})
    shifts.open_shift(terminal, manager, 2_000)
    lost = sell(terminal, manager, MILK, BREAD)
    journals.go_on_anew(restored, Doubt(head.incarnation, "rewound", "", head.seq, ("T01", "T01c")))
    shifts.open_shift(restored, manager, 0)
    sold = sell(restored, manager, BREAD)
    assert sold.receipt == "T01d-000002", "behind every prefix that is known"
    taken = entries(terminal, head.incarnation, head.seq)
    side = engine_side(restored)
    for at in range(0, len(taken), 3):
        side.take_back(head.incarnation, taken[at : at + 3])
    side.end_recall()
    side.end_recall()
    assert journals.verify_journal(restored) is None
    with restored.database.reading() as connection:
        tally, own = read_tally(connection), journal.read_head(connection)
        assert own.incarnation != head.incarnation
        assert journal.list_incarnations(connection)[-1] == own.incarnation
        assert stored_shifts.list_left(connection) == []
        assert stored_shifts.read_open(connection).float_minor == 0
        assert b'"interrupted":true' in journal.read_entry(connection, own.incarnation, own.seq).body
        assert tally.last_receipt_no == 4
    assert tally.grand_total_minor == sum(row[9] for row in dump(restored)["sale"])
    assert lost.receipt in {row[4] for row in dump(restored)["sale"]}
    assert next((chain.sealed_seq, chain.acked_seq) for chain in side.chains()) == (head.seq + len(taken),) * 2
    assert sell(restored, manager, BREAD).receipt == "T01d-000005"
    before = dump(restored)
    journals.rebuild_projections(restored)
    assert dump(restored) == before


def test_a_whole_incarnation_comes_back_before_the_present_one(
    terminal: Terminal, manager: Person, restore: Restore
) -> None:
    sell(terminal, manager, BREAD)
    restored = restore(terminal)
    with terminal.database.reading() as connection:
        first = journal.read_head(connection)
    journals.go_on_anew(terminal, Doubt(first.incarnation, "fork", "", first.seq))
    shifts.open_shift(terminal, manager, 100)
    sell(terminal, manager, MILK)
    with terminal.database.reading() as connection:
        second = journal.read_head(connection)
    journals.go_on_anew(restored, Doubt(first.incarnation, "rewound", "", first.seq, ("T01b",)))
    side = engine_side(restored)
    side.take_back(second.incarnation, entries(terminal, second.incarnation, 0))
    side.end_recall()
    assert [chain.incarnation for chain in side.chains()][:2] == [second.incarnation, first.incarnation]
    with restored.database.reading() as connection:
        assert stored_shifts.read_open(connection) is None
        tally = read_tally(connection)
    assert tally.receipt_prefix == "T01c"
    assert tally.grand_total_minor == sum(row[9] for row in dump(restored)["sale"])
    before = dump(restored)
    journals.rebuild_projections(restored)
    assert dump(restored) == before


def test_a_cart_that_was_sold_before_is_gone_and_a_sale_made_twice_counts_once(
    terminal: Terminal, manager: Person, restore: Restore
) -> None:
    cart = fill(terminal, BREAD)
    restored = restore(terminal)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    sale = sell(terminal, manager, MILK)
    assert sale.sale_id == cart.id
    journals.go_on_anew(restored, Doubt(head.incarnation, "rewound", "", head.seq))
    side = engine_side(restored)
    side.take_back(head.incarnation, entries(terminal, head.incarnation, head.seq))
    assert total_of(restored, fill(restored)) == 0, "a fresh cart"
    with restored.database.reading() as connection:
        assert read_tally(connection).grand_total_minor == sale.total_minor


def test_what_the_note_knew_already_is_not_counted_again(terminal: Terminal, manager: Person, restore: Restore) -> None:
    restored = restore(terminal)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    sell(terminal, manager, BREAD)
    note = journals.read_note(terminal)
    sell(terminal, manager, MILK)
    journals.go_on_anew(restored, Doubt(head.incarnation, "rewound", "", head.seq), note)
    side = engine_side(restored)
    side.take_back(head.incarnation, entries(terminal, head.incarnation, head.seq))
    with restored.database.reading() as connection, terminal.database.reading() as other:
        assert read_tally(connection).grand_total_minor == read_tally(other).grand_total_minor
    before = dump(restored)
    journals.rebuild_projections(restored)
    assert dump(restored) == before
