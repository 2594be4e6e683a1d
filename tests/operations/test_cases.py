"""What a manager has to decide: what only this terminal knows."""

import dataclasses

from desktop.domain.staff import Person
from desktop.operations import journals
from desktop.operations.cases import list_cases
from desktop.operations.terminal import Terminal
from desktop.replication.local_journal import LocalJournal
from desktop.store import journal
from tests.core import sell
from tests.terminals import BREAD


def engine_side(terminal: Terminal) -> LocalJournal:
    return LocalJournal(terminal.database, lambda *words: None, lambda *words: None)


def test_nothing_waits_on_a_quiet_day(terminal: Terminal, manager: Person) -> None:
    sell(terminal, manager, BREAD)
    assert list_cases(terminal) == ()


def test_entries_that_head_office_did_not_take_are_cases(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    side = engine_side(terminal)
    side.save_problem(head.incarnation, head.seq, "too_large: 413")
    side.save_problem(head.incarnation, head.seq - 1, "refused: no")
    large, refused = list_cases(terminal)
    assert (large.kind, large.subject, large.seq, large.state) == ("entry.too_large", sale.receipt, head.seq, "local")
    assert large.entry.amount_minor == sale.total_minor
    assert (refused.kind, refused.device) == ("entry.refused", "Till 1")


def test_a_journal_that_was_left_is_a_case(terminal: Terminal, manager: Person) -> None:
    note = journals.read_note(terminal)
    doubt = journals.find_doubt(terminal, dataclasses.replace(note, seq=note.seq + 5))
    head = journals.go_on_anew(terminal, doubt)
    (case,) = list_cases(terminal)
    assert (case.kind, case.incarnation, case.seq) == ("journal.rewound", note.incarnation, note.seq)
    with terminal.database.reading() as connection:
        assert case.opened_at == journal.read_entry(connection, head.incarnation, 1).occurred_at
