"""What a manager has to decide: from head office, and what only this terminal knows."""

import dataclasses
from contextlib import closing
from pathlib import Path

import msgspec

from desktop.domain.case import Case as Listed
from desktop.domain.staff import Person
from desktop.operations import cases as cases_of
from desktop.operations import journals
from desktop.operations.cases import settle_cases
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.incarnations import Doubt
from desktop.replication.local_journal import LocalJournal
from desktop.store import journal
from desktop.store.journal import Head
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic
from sync.wire.changes import Case, Change
from sync.wire.messages import Cursor, Page, Projected
from tests.core import sell
from tests.terminals import BREAD

AT, LATER = "2026-11-21T10:00:00.000+00:00", "2036-11-21T11:00:00.000+00:00"


def engine_side(terminal: Terminal) -> LocalJournal:
    return LocalJournal(terminal.database, lambda *words: None, lambda *words: None)


def list_cases(terminal: Terminal) -> tuple[Listed, ...]:
    """What is listed is what is counted."""
    listed = cases_of.list_cases(terminal)
    assert cases_of.count_cases(terminal) == len(listed)
    return listed


def head_of(terminal: Terminal) -> Head:
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    assert head
    return head


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


def tell(terminal: Terminal, folder: Path, *told: Case, first: int = 0) -> None:
    """What a pull brings: these are the open cases of the shop now."""
    rows = [(case.id, msgspec.Raw(msgspec.msgpack.encode(case))) for case in told]
    changes = [Change(first + at, "case", name, row) for at, (name, row) in enumerate(rows, 1)]
    cursor = Cursor(feed="shop:s1", epoch="e", position=first + len(told), token="t")
    with closing(ReplicaFile(folder / "replica-small.db", b"r" * 32)) as replica:
        with replica.writing():
            replica.clear("case")
        apply_page(replica, Page(cursor=cursor, from_position=99, more=False, changes=tuple(changes)))


def test_cases_of_the_shop_are_told_with_the_entry_where_it_is_ours(
    terminal: Terminal, manager: Person, tmp_path: Path
) -> None:
    sale = sell(terminal, manager, BREAD)
    head = head_of(terminal)
    engine_side(terminal).save_acked(head.incarnation, head.seq, None, (head.seq,))
    place = {"incarnation": head.incarnation, "seq": head.seq}
    ours = Case(id="7", kind="quarantine", opened_at=AT, terminal="t1", device="Till 1", **place)
    theirs = Case(id="8", kind="receipt.twice", opened_at=LATER, subject="T09-000001", device="Till 9")
    assert [case.state for case in list_cases(terminal)] == ["local"]
    tell(terminal, tmp_path, ours, theirs)
    twice, kept = list_cases(terminal)
    assert (twice.id, twice.subject, twice.entry, twice.state) == ("8", "T09-000001", None, "open")
    assert (kept.id, kept.subject, kept.device, kept.state) == ("7", sale.receipt, "Till 1", "open")
    assert kept.entry.amount_minor == sale.total_minor


def test_what_head_office_has_closed_is_gone_here_too(terminal: Terminal, manager: Person, tmp_path: Path) -> None:
    head = head_of(terminal)
    engine_side(terminal).save_acked(head.incarnation, head.seq, None, (head.seq,))
    settle_cases(terminal)
    assert len(list_cases(terminal)) == 1, "nobody has told us of it yet"
    tell(terminal, tmp_path, Case(id="7", kind="quarantine", opened_at=AT, incarnation=head.incarnation, seq=head.seq))
    settle_cases(terminal)
    assert [case.id for case in list_cases(terminal)] == ["7"]
    tell(terminal, tmp_path)
    settle_cases(terminal)
    assert list_cases(terminal) == ()
    with terminal.database.reading() as connection:
        assert read_known(connection, Known.PROBLEMS) == read_known(connection, Known.TOLD_CASES) == ""


def test_an_entry_that_is_booked_or_taken_after_all_is_no_case(
    terminal: Terminal, manager: Person, tmp_path: Path
) -> None:
    head = head_of(terminal)
    side = engine_side(terminal)
    side.save_acked(head.incarnation, head.seq - 1, None, (head.seq - 1,))
    side.save_problem(head.incarnation, head.seq, "too_large: 413")
    settle_cases(terminal)
    assert len(list_cases(terminal)) == 2
    side.save_acked(head.incarnation, head.seq, None, ())
    settle_cases(terminal)
    assert [case.kind for case in list_cases(terminal)] == ["quarantine"]
    for missing, left in (((head.seq - 1,), 1), ((), 0)):
        vector = (Projected(head.incarnation, head.seq, missing),)
        cursor = Cursor(feed="stock:s1", epoch="e", position=50, token="t")
        with closing(ReplicaFile(tmp_path / "replica-small.db", b"r" * 32)) as replica:
            apply_page(replica, Page(cursor=cursor, from_position=49, more=False, changes=(), vector=vector))
        settle_cases(terminal)
        assert len(list_cases(terminal)) == left


def test_a_journal_that_was_left_is_head_offices_case_and_stays_cut_off_when_that_is_closed(
    terminal: Terminal, manager: Person, tmp_path: Path
) -> None:
    note = journals.read_note(terminal)
    head = journals.go_on_anew(terminal, Doubt(note.incarnation, "broken", "entry 3", 2))
    tell(terminal, tmp_path, Case(id="3", kind="journal.broken", opened_at=AT, incarnation=head.incarnation))
    settle_cases(terminal)
    assert [case.id for case in list_cases(terminal)] == ["3"]
    tell(terminal, tmp_path)
    settle_cases(terminal)
    assert list_cases(terminal) == ()
    assert engine_side(terminal).chains()[0].sealed_seq == 2


def test_screens_hear_of_cases(terminal: Terminal, manager: Person) -> None:
    heard: list[Topic] = []
    terminal.database.listen(heard.extend)
    head = head_of(terminal)
    engine_side(terminal).save_problem(head.incarnation, head.seq, "refused")
    assert Topic.CASES in heard
    heard.clear()
    engine_side(terminal).save_acked(head.incarnation, head.seq, None, ())
    assert Topic.CASES not in heard
    settle_cases(terminal)
    assert Topic.CASES in heard
