"""Counting at a terminal while it sells: right to the piece."""

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.task import TaskKind
from desktop.operations import counting, tasks
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.store import tasks as kept
from tests.core import sell
from tests.edges import SettableClock
from tests.operations.test_tasks import WIM, found, held
from tests.terminals import MILK


def at(terminal: Terminal) -> int:
    return held(terminal, "milk").get(("shelf", ""), 0)


def test_what_is_sold_after_its_line_was_counted_stays_sold(
    terminal: Terminal, manager: Person, clock: SettableClock
) -> None:
    """Book 100 on two places; 40 are counted on one of them, 3 of these sold, then 58 on the other: 95 are left."""
    book = at(terminal)
    receive = tasks.open_task(terminal, WIM, TaskKind.RECEIVE, place_id="shelf")
    tasks.scan_goods(terminal, receive.id, found(terminal, "milk", quantity_milli=40_000 - book))
    tasks.scan_place(terminal, receive.id, "receiving", "receiving")
    tasks.scan_goods(terminal, receive.id, found(terminal, "milk", quantity_milli=60_000))
    tasks.post_task(terminal, WIM, receive.id)
    count = tasks.open_task(terminal, WIM, TaskKind.COUNT)
    tasks.scan_goods(terminal, count.id, found(terminal, "milk"), times=40, place_id="shelf")
    clock.advance(minutes=5)
    sell(terminal, manager, f"3*{MILK}")
    clock.advance(minutes=5)
    tasks.scan_goods(terminal, count.id, found(terminal, "milk"), times=58, place_id="receiving")
    counted = counting.post_count(terminal, WIM, count.id)
    assert [(line.place_id, line.difference_milli) for line in counted.lines] == [("shelf", 0), ("receiving", -2000)]
    assert held(terminal, "milk") == {("shelf", ""): 37_000, ("receiving", ""): 58_000}
    assert [line.book for line in counted.lines] == [0, 1]
    assert len(counted.books) == 2
    with terminal.database.writing() as connection:
        rebuild(connection)
    assert held(terminal, "milk") == {("shelf", ""): 37_000, ("receiving", ""): 58_000}


def test_what_nobody_scanned_stays_or_goes_by_choice(terminal: Terminal) -> None:
    before = held(terminal, "eggs")["shelf", ""]
    for zero in (False, True):
        count = tasks.open_task(terminal, WIM, TaskKind.COUNT)
        tasks.scan_goods(terminal, count.id, found(terminal, "milk"), times=7, place_id="shelf")
        counted = counting.post_count(terminal, WIM, count.id, zero_uncounted=zero)
        assert at(terminal) == 7000
        assert held(terminal, "eggs").get(("shelf", ""), 0) == (0 if zero else before)
        assert (len(counted.lines) > 1) is zero
    assert all(line.counted_milli == 0 for line in counted.lines[1:])


def test_a_count_needs_its_places_and_is_posted_once(terminal: Terminal) -> None:
    count = tasks.open_task(terminal, WIM, TaskKind.COUNT)
    with pytest.raises(Refusal) as refused:
        tasks.scan_goods(terminal, count.id, found(terminal, "milk"))
    assert refused.value.code == "count.no_place"
    with pytest.raises(Refusal) as refused:
        counting.post_count(terminal, WIM, count.id)
    assert refused.value.code == "count.empty"
    tasks.scan_place(terminal, count.id, "receiving", "receiving")
    assert counting.post_count(terminal, WIM, count.id).lines == ()
    with pytest.raises(Refusal) as refused:
        counting.post_count(terminal, WIM, count.id)
    assert refused.value.code == "task.gone"
    with terminal.database.reading() as connection:
        assert kept.list_books(connection, count.id) == ()
