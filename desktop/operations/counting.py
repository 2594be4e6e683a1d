"""Finishing a count: one entry with every line, those without a difference too; and deciding what waits."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.counting import (
    CountedLine,
    Sheet,
    StockCounted,
    add_up,
    check_counter,
    check_sheet,
    is_asked,
    list_counted,
)
from desktop.domain.counting_matters import CountDecided, Matter, choose
from desktop.domain.counting_terms import NO_LIMITS, worth_minor
from desktop.domain.ids import new_id
from desktop.domain.money import exponent
from desktop.domain.order import Order, OrderLine
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.task import TaskKind
from desktop.operations.orders import leave_order
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.operations.worked import note_work
from desktop.store import catalogue, orders, stock, tasks
from desktop.store import counting as stored
from desktop.store.topics import Topic


def post_count(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    *,
    zero_uncounted: bool = False,
    ends_order: bool = False,
) -> StockCounted:
    """Finish a count: it is sealed and its task forgotten, in one transaction.

    With `zero_uncounted` everything that the book has at the scanned places and nobody scanned counts as none, at this
    moment; else it stays as it is. What an order asks for by name at a scanned place counts as none in any case.
    With `ends_order` nothing more is counted for the order; places that nobody counted are zeroed or kept likewise.
    A line above the shop's limits, and every line of a recount, waits for a decision.
    Refusals of `check_sheet`, `check_counter`, `task.gone`, `stock.no_place`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        task = tasks.read(connection, task_id)
        if task is None or task.kind is not TaskKind.COUNT:
            raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK)
        order = next(iter(orders.find(connection, task.order_id)), None) if task.order_id else None
        if order:
            check_counter(order, who.id)
        scans = tasks.list_scans(connection, task_id)
        sheet = add_up(scans)
        if not (order and ends_order):
            check_sheet(sheet)
        counted = list_counted(order, sheet) if order else ()
        places = _zeroed_places(sheet, order, zero_uncounted, ends_order)
        lines = sheet.lines + _uncounted(connection, terminal, task_id, sheet, (order, counted), places)
        told = StockCounted(
            task_id,
            need_other(connection),
            mark_waiting(connection, terminal, lines, all_wait=order is not None and bool(order.not_by)),
            tasks.list_books(connection, task_id),
            task.reference,
            task.note,
            zero_uncounted,
            order_id=task.order_id,
            order_lines=tuple(line.n for line in counted),
            ends_order=ends_order or (order is not None and not _left(order, counted)),
        )
        terminal.record(connection, told, who)
        note_work(connection, terminal, who.id, scans=len(scans), lines=len(lines))
        leave_order(connection, terminal, task)
        tasks.drop(connection, task_id)
    return told


def need_other(connection: Connection) -> str:
    """Give the place where what a count finds or misses comes from or goes. Refusal `stock.no_place`."""
    other = stock.find_kind(connection, "lost_and_found")
    if other is None:
        raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
    return other


def _left(order: Order, counted: Iterable[OrderLine]) -> bool:
    """Whether anything of an order is still to be counted after these lines."""
    now = {line.n for line in counted}
    return any(line.open_milli and line.n not in now for line in order.lines)


def _zeroed_places(sheet: Sheet, order: Order | None, zero: bool, ends: bool) -> tuple[str, ...]:
    """Give the places at which everything that nobody scanned counts as none."""
    if not zero:
        return ()
    rest = [line.place_id for line in order.lines if not line.product_id and line.open_milli] if order and ends else []
    return tuple(dict.fromkeys([*sheet.place_ids, *rest]))


def _uncounted(
    connection: Connection,
    terminal: Terminal,
    task_id: str,
    sheet: Sheet,
    asked: tuple[Order | None, tuple[OrderLine, ...]],
    places: tuple[str, ...],
) -> tuple[CountedLine, ...]:
    """Give a line of none for what the book has and nobody scanned, where it counts as none."""
    order, counted = asked
    named = [line.place_id for line in counted if line.product_id and line.place_id]
    if not (places or named):
        return ()
    book = tasks.keep_book(connection, task_id, stock.read_contained(connection))
    known = {(line.place_id, line.product_id, line.lot) for line in sheet.lines}
    now, lines = iso(terminal.clock.now()), []
    for place_id in dict.fromkeys([*places, *named]):
        for row in stock.read_book(connection, stock.list_held_at(connection, place_id)):
            if row.place_id != place_id or not row.on_hand_milli or (place_id, row.product_id, row.lot) in known:
                continue
            if place_id in places or (order and is_asked(order, counted, place_id, row.product_id, row.lot)):
                empty = CountedLine(row.product_id, place_id, 0, row.on_hand_milli, now, book)
                lines.append(replace(empty, lot=row.lot, expiry=row.expiry))
    known |= {(line.place_id, line.product_id, line.lot) for line in lines}
    for one in counted:
        if one.product_id and one.place_id and (one.place_id, one.product_id, one.lot) not in known:
            lines.append(CountedLine(one.product_id, one.place_id, 0, 0, now, book, one.lot))
    return tuple(lines)


def mark_waiting(
    connection: Connection, terminal: Terminal, lines: tuple[CountedLine, ...], *, all_wait: bool
) -> tuple[CountedLine, ...]:
    """Say of each line whether it waits, by the rules that this terminal has now."""
    shop = require_shop(connection, terminal)
    if not all_wait and shop.counting == NO_LIMITS:
        return lines
    return tuple(replace(line, waits=True) if all_wait or _is_above(connection, shop, line) else line for line in lines)


def _is_above(connection: Connection, shop: Shop, line: CountedLine) -> bool:
    if not line.difference_milli:
        return False
    price_e4 = _read_price(connection, line.product_id) if shop.counting.limit_minor else 0
    return shop.counting.is_above(line.difference_milli, line.book_milli, price_e4, exponent(shop.currency))


def _read_price(connection: Connection, product_id: str) -> int:
    product = catalogue.read_product(connection, product_id)
    return product.price_e4 if product else 0


def list_matters(terminal: Terminal, person: Person | None) -> list[Matter]:
    """Give what waits for a decision. Refusals `right.*`: who counts does not see what the book says."""
    with terminal.database.reading() as connection:
        permit(connection, terminal, person, Right.APPROVE_COUNT)
        return stored.list_matters(connection)


def decide(
    terminal: Terminal,
    person: Person | None,
    matter_id: str,
    choice: str,
    *,
    note: str = "",
    granter: Person | None = None,
) -> CountDecided:
    """Decide which count of a matter stands, by its number, or `none`; stock moves and the entry is sealed.

    Refusals `count.gone`, `count.choice`, `stock.no_place`, `right.*` also above the worth that the person decides.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        matter = stored.find_matter(connection, matter_id)
        if matter is None:
            raise Refusal("count.gone", "Somebody decided it already.", "Look at the list again.")
        stands = choose(matter, choice)
        milli = stands.settles_milli if stands else matter.undo_milli
        shop, price_e4 = require_shop(connection, terminal), _read_price(connection, matter.product_id)
        worth = worth_minor(_difference(matter, milli), price_e4, exponent(shop.currency))
        who, lent = permit(connection, terminal, person, Right.APPROVE_COUNT, granter, amount_minor=worth)
        key = (matter.product_id, matter.place_id, need_other(connection))
        decided = CountDecided(
            new_id(terminal.clock.now()),
            matter.id,
            *key,
            milli,
            stands.count_id if stands else "",
            stands.n if stands else 0,
            matter.lot,
            note.strip(),
            lent,
        )
        terminal.record(connection, decided, who)
    return decided


def _difference(matter: Matter, milli: int) -> int:
    """Give the largest difference that is decided about: to let a large one be is no smaller decision."""
    return max(abs(milli), *(abs(one.counted_milli - one.book_milli) for one in matter.counts))
