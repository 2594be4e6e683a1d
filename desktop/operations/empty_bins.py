"""Bins that somebody stands before: said to be empty, which is a count, or to be counted, which is asked for."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from desktop.domain.carrying import COURSES, carry
from desktop.domain.clock import iso
from desktop.domain.counting import StockCounted
from desktop.domain.emptying import ASKS, BINS, InBook, bin_of, count_empty, is_emptied, taken_last
from desktop.domain.ids import new_id
from desktop.domain.place import PLATE, Place
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import Movement
from desktop.domain.task_step import FETCHING
from desktop.operations.counting import mark_waiting, need_other
from desktop.operations.permissions import permit
from desktop.operations.picking import read_picking
from desktop.operations.tasks import require_task
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import places, stock, tasks
from desktop.store.topics import Topic

EMPTY = "CMD:EMPTY"
"""The scan that says: the bin in hand is empty."""
COUNT = "CMD:COUNT"
"""The scan that says: the bin in hand has to be counted."""


def find_emptied(terminal: Terminal, task_id: str) -> Place | None:
    """Give the bin that the last scan of a task has emptied by the books, if the shop wants that asked."""
    with terminal.database.reading() as connection:
        task = tasks.read(connection, task_id)
        if task is None or task.kind not in ASKS or not require_shop(connection, terminal).counting.asks_empty:
            return None
        scans = tasks.list_scans(connection, task_id)
        moves = _moves(connection, task_id) if taken_last(scans) else ()
        place = _find_bin(connection, moves[-1].from_place_id) if moves else None
        return place if place and is_emptied(place.id, _held(connection, place.id), _in_hand(connection)) else None


def confirm_empty(terminal: Terminal, person: Person | None, task_id: str, place_id: str = "") -> StockCounted:
    """Say that a bin, without one that in hand, is empty but for what was taken: a count of it.

    Whoever may move goods may say so. A difference waits for a person where this one may not put stock right, or the
    shop's limits say so. Refusals `task.gone`, `count.no_bin`, `stock.no_place`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        place = _need_bin(connection, task_id, place_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        now, book = terminal.clock.now(), stock.read_contained(connection)
        lines = count_empty(place.id, _held(connection, place.id), _in_hand(connection), iso(now))
        differs = any(line.difference_milli for line in lines)
        all_wait = differs and not _may_adjust(connection, terminal, person)
        lines = mark_waiting(connection, terminal, lines, all_wait=all_wait)
        told = StockCounted(new_id(now), need_other(connection), lines, (book,), place.code)
        terminal.record(connection, told, who)
    return told


def ask_count(terminal: Terminal, person: Person | None, task_id: str, place_id: str = "") -> Place:
    """Ask head office for a count of a bin, without one of that in hand. Refusals as `confirm_empty`."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        place = _need_bin(connection, task_id, place_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        ident, other = new_id(terminal.clock.now()), need_other(connection)
        terminal.record(connection, StockCounted(ident, other, (), (), place.code, looks=(place.id,)), who)
    return place


SAID: dict[str, Callable[[Terminal, Person | None, str], object]] = {EMPTY: confirm_empty, COUNT: ask_count}
"""What is done when one of these is scanned."""


def _need_bin(connection: Connection, task_id: str, place_id: str) -> Place:
    """Give the bin that is meant. Refusals `task.gone`, `count.no_bin`."""
    task = require_task(connection, task_id)
    ident = place_id or bin_of(task, tasks.list_scans(connection, task_id))
    place = _find_bin(connection, ident) if ident else None
    if place is None:
        raise Refusal("count.no_bin", "No bin is in hand.", "Scan the bin first.")
    return place


def _find_bin(connection: Connection, place_id: str) -> Place | None:
    """Give a bin that holds its goods itself: what stands on plates in it nobody has looked at."""
    tree = places.read_tree(connection)
    place = tree.places.get(place_id)
    if place is None or place.kind not in BINS:
        return None
    return None if any(one.kind == PLATE for one in tree.list_inside(place_id)) else place


def _held(connection: Connection, place_id: str) -> list[InBook]:
    book = stock.read_book(connection, stock.list_held_at(connection, place_id))
    return [InBook(row.product_id, row.lot, row.on_hand_milli, row.expiry) for row in book if row.place_id == place_id]


def _in_hand(connection: Connection) -> tuple[Movement, ...]:
    """What every open task of this till has taken and not posted."""
    open_now = [task for task in tasks.list_open(connection) if task.kind in FETCHING or task.kind in COURSES]
    return tuple(move for task in open_now for move in _moves(connection, task.id))


def _moves(connection: Connection, task_id: str) -> Sequence[Movement]:
    task = require_task(connection, task_id)
    if task.kind in FETCHING:
        return [one.move for one in read_picking(connection, task_id).picked.taken]
    state = carry(task, tasks.list_scans(connection, task_id))
    return (*state.done, *state.in_hand)


def _may_adjust(connection: Connection, terminal: Terminal, person: Person | None) -> bool:
    try:
        permit(connection, terminal, person, Right.ADJUST_STOCK)
    except Refusal:
        return False
    return True
