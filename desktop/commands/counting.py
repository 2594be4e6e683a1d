"""`count` and `counts`: goods are counted from lines a scanner sends, and what waits is decided."""

from collections.abc import Sequence

from desktop.commands.figures import Json
from desktop.commands.tasks import Codes, goods_json, read_codes, take_line
from desktop.domain.counting import CountedLine, StockCounted
from desktop.domain.counting_matters import Counting, Seen
from desktop.domain.money import format_quantity
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import counting, staff, tasks
from desktop.operations.counting_matters import see_matters
from desktop.operations.counting_orders import begin_count
from desktop.operations.terminal import Terminal
from desktop.station import Station


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
    take_over: bool = False,
) -> Json:
    """Count: a place, what lies there, the next place. Gives every line with its difference from the book.

    A place without goods behind it was counted, too: with `zero_uncounted` nothing is left there. Counted for an
    `order` nobody is told what the book says; with `end` it is the last count of it.
    Refusals `order.none`, `count.same_person`, those of `take_line` and `post_count`.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    if order:
        _, task = begin_count(terminal, person, order, reference=reference, note=note, take_over=take_over)
    else:
        task = tasks.open_task(terminal, person, TaskKind.COUNT, reference=reference, note=note)
    try:
        unknown = _take(codes, task.id, [*([place] if place else []), *scans], partial=partial)
        counted = counting.post_count(terminal, person, task.id, zero_uncounted=zero_uncounted, ends_order=end)
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    return count_json(terminal, counted, codes) | {"unknown": unknown}


def _take(codes: Codes, task_id: str, lines: Sequence[str], *, partial: bool) -> list[str]:
    """Keep every line as a scan; gives those that nobody knows."""
    at, unknown = "", []
    for line in lines:
        kept = take_line(codes, task_id, line, partial=partial, at=at)
        at = kept.place_id or at if kept else at
        unknown += [] if kept else [line]
    return unknown


def count_json(terminal: Terminal, counted: StockCounted, codes: Codes) -> Json:
    """Tell what was counted; for an order nothing of what the book says."""
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
    return {"matters": [_matter_json(seen) for seen in see_matters(terminal, staff.signed_in(terminal))]}


def _matter_json(seen: Seen) -> Json:
    matter, product = seen.matter, seen.product
    counts = [
        _counting_json(n, one, seen.book_now_milli) | {"by": name}
        for n, (one, name) in enumerate(zip(matter.counts, seen.people, strict=True), 1)
    ]
    goods = {"sku": product.sku if product else "", "name": product.name if product else ""}
    where = {"place": seen.place, "lot": matter.lot, "book_now": format_quantity(seen.book_now_milli)}
    return {"matter": matter.id} | goods | where | {"counts": counts}


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
