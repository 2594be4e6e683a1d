"""`count` and `counts`: goods are counted from lines a scanner sends, and what waits is decided."""

from collections.abc import Sequence

from desktop.commands.figures import Json
from desktop.commands.tasks import Codes, goods_json, read_codes, take_line
from desktop.domain.counting import CountedLine, StockCounted, check_counter
from desktop.domain.counting_matters import Counting, Matter
from desktop.domain.money import format_quantity
from desktop.domain.order import Order, OrderKind
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import counting, staff, tasks
from desktop.operations.orders import find_order, take_order
from desktop.operations.terminal import Terminal
from desktop.station import Station
from desktop.store import people, stock


def count(
    station: Station,
    *,
    scans: Sequence[str],
    place: str = "",
    reference: str = "",
    note: str = "",
    zero_uncounted: bool = False,
    partial: bool = False,
    order: str = "",
    end: bool = False,
) -> Json:
    """Count: a place, what lies there, the next place. Gives every line with its difference from the book.

    A place without goods behind it was counted, too: with `zero_uncounted` nothing is left there. Counted for an
    `order` nobody is told what the book says; with `end` it is the last count of it.
    Refusals `order.none`, `count.same_person`, those of `take_line` and `post_count`.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    asked = _find_order(terminal, order) if order else None
    if asked and person:
        check_counter(asked, person.id)
        take_order(terminal, person, asked.id)
    number = reference or (asked.number if asked else "")
    task = tasks.open_task(
        terminal, person, TaskKind.COUNT, reference=number, note=note, order_id=asked.id if asked else ""
    )
    try:
        unknown = _take(codes, task.id, [*([place] if place else []), *scans], partial=partial)
        counted = counting.post_count(terminal, person, task.id, zero_uncounted=zero_uncounted, ends_order=end)
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    return _count_json(terminal, counted, codes) | {"unknown": unknown}


def _find_order(terminal: Terminal, name: str) -> Order:
    found = find_order(terminal, name)
    if found.kind is not OrderKind.COUNT:
        said = f"Nothing is to be counted for the order {name[:60]}."
        raise Refusal("count.order", said, "Name an order to count.", facts={"order": name[:60]})
    return found


def _take(codes: Codes, task_id: str, lines: Sequence[str], *, partial: bool) -> list[str]:
    """Keep every line as a scan; gives those that nobody knows."""
    at, unknown = "", []
    for line in lines:
        kept = take_line(codes, task_id, line, partial=partial, at=at)
        at = kept.place_id or at if kept else at
        unknown += [] if kept else [line]
    return unknown


def _count_json(terminal: Terminal, counted: StockCounted, codes: Codes) -> Json:
    names = {place.id: place.code for place in codes.places.values()}
    with terminal.database.reading() as connection:
        lines = [
            goods_json(connection, line.product_id)
            | {"place": names[line.place_id], "lot": line.lot, "at": line.at}
            | {"counted": format_quantity(line.counted_milli)}
            | ({} if counted.order_id else _book_json(line))
            for line in counted.lines
        ]
    waiting = sum(line.waits for line in counted.lines)
    return {"count": counted.count_id, "lines": lines} | ({} if counted.order_id else {"waiting": waiting})


def _book_json(line: CountedLine) -> Json:
    return {
        "book": format_quantity(line.book_milli),
        "difference": format_quantity(line.difference_milli),
        "waits": line.waits,
    }


def show(station: Station) -> Json:
    """List what waits for a decision: each count beside the book, and what moved since. Refusals `right.*`."""
    terminal = station.terminal
    matters = counting.list_matters(terminal, staff.signed_in(terminal))
    return {"matters": [_matter_json(terminal, matter) for matter in matters]}


def _matter_json(terminal: Terminal, matter: Matter) -> Json:
    with terminal.database.reading() as connection:
        names = {place.id: place.code for place in stock.list_places(connection)}
        book = {(row.place_id, row.lot): row.on_hand_milli for row in stock.read_book(connection, [matter.product_id])}
        now_milli = book.get((matter.place_id, matter.lot), 0)
        who = {one.actor: people.read_person(connection, one.actor) for one in matter.counts}
        told = goods_json(connection, matter.product_id)
    counts = [
        _counting_json(n, one, now_milli) | {"by": person.name if (person := who[one.actor]) else ""}
        for n, one in enumerate(matter.counts, 1)
    ]
    where = {"place": names.get(matter.place_id, ""), "lot": matter.lot, "book_now": format_quantity(now_milli)}
    return {"matter": matter.id} | told | where | {"counts": counts}


def _counting_json(number: int, one: Counting, now_milli: int) -> Json:
    return {
        "number": number,
        "at": one.at,
        "counted": format_quantity(one.counted_milli),
        "book": format_quantity(one.book_milli),
        "difference": format_quantity(one.counted_milli - one.book_milli),
        "moved_since": format_quantity(now_milli - one.book_milli),
        "would_move": format_quantity(one.settles_milli),
    }


def decide(station: Station, *, matter: str, choice: str, note: str = "") -> Json:
    """Decide which count stands, or none. Refusals as `counting.decide`."""
    terminal = station.terminal
    decided = counting.decide(terminal, staff.signed_in(terminal), matter, choice, note=note)
    return {"matter": decided.matter_id, "choice": choice, "moved": format_quantity(decided.settles_milli)}
