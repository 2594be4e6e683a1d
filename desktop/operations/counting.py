"""Finishing a count: one entry with every line, those without a difference too."""

from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.counting import CountedLine, Sheet, StockCounted, add_up, check_sheet
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.task import TaskKind
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.operations.worked import note_work
from desktop.store import stock, tasks
from desktop.store.topics import Topic


def post_count(
    terminal: Terminal, person: Person | None, task_id: str, *, zero_uncounted: bool = False
) -> StockCounted:
    """Finish a count: it is sealed and its task forgotten, in one transaction.

    With `zero_uncounted` everything that the book has at the scanned places and nobody scanned counts as none, at this
    moment; else it stays as it is. Refusals of `check_sheet`, `task.gone`, `stock.no_place`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        task = tasks.read(connection, task_id)
        if task is None or task.kind is not TaskKind.COUNT:
            raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK)
        scans = tasks.list_scans(connection, task_id)
        sheet = add_up(scans)
        check_sheet(sheet)
        other = stock.find_kind(connection, "lost_and_found")
        if other is None:
            raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
        zeroed = _uncounted(connection, terminal, task_id, sheet) if zero_uncounted else ()
        lines, books = sheet.lines + zeroed, tasks.list_books(connection, task_id)
        counted = StockCounted(task_id, other, lines, books, task.reference, task.note, zero_uncounted)
        terminal.record(connection, counted, who)
        note_work(connection, terminal, who.id, scans=len(scans), lines=len(lines))
        tasks.drop(connection, task_id)
    return counted


def _uncounted(connection: Connection, terminal: Terminal, task_id: str, sheet: Sheet) -> tuple[CountedLine, ...]:
    """Give a line of none for what the book has at the scanned places and nobody scanned."""
    book = tasks.keep_book(connection, task_id, stock.read_contained(connection))
    known = {(line.place_id, line.product_id, line.lot) for line in sheet.lines}
    now, lines = iso(terminal.clock.now()), []
    for place_id in sheet.place_ids:
        for row in stock.read_book(connection, stock.list_held_at(connection, place_id)):
            if row.place_id == place_id and row.on_hand_milli and (place_id, row.product_id, row.lot) not in known:
                empty = CountedLine(row.product_id, place_id, 0, row.on_hand_milli, now, book)
                lines.append(replace(empty, lot=row.lot, expiry=row.expiry))
    return tuple(lines)
