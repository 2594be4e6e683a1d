"""Tasks of the warehouse: every scan is on disk before anybody sees it, and a finished task is one document."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import Connection

from desktop.domain.carrying import COURSES, carry, to_document
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.place import check_takes_goods
from desktop.domain.product import Found
from desktop.domain.putting_away import Part
from desktop.domain.receiving import compare
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import Deviation, GoodsMoved
from desktop.domain.stock_terms import check_said
from desktop.domain.task import PART, Scan, Task, TaskKind, What, standing
from desktop.operations.orders import leave_order, renew_orders, to_order
from desktop.operations.permissions import permit, permit_asking
from desktop.operations.plates import record_plates
from desktop.operations.serials import check_new
from desktop.operations.setting_aside import has_goods, set_aside
from desktop.operations.stock import record_document, record_or_ask
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.operations.worked import note_work
from desktop.reading import read_code
from desktop.store import places, stock, tasks
from desktop.store.topics import Topic

RIGHTS = dict.fromkeys((TaskKind.WRITE_OFF, TaskKind.COUNT, TaskKind.REPACK), Right.ADJUST_STOCK)
"""What somebody has to be allowed for a kind of task; for the others it is to move goods."""


def open_task(
    terminal: Terminal,
    person: Person | None,
    kind: TaskKind,
    *,
    place_id: str = "",
    reference: str = "",
    reason: str = "",
    note: str = "",
    order_id: str = "",
) -> Task:
    """Begin a task. `place_id` is the end that scans choose, until one does; `order_id` the order it is done for.

    Refusals `right.*`, `stock.no_place`, for goods written off `task.reason`, `task.reason_unknown`, `task.note`.
    """
    if kind is TaskKind.WRITE_OFF and not reason.strip():
        raise Refusal("task.reason", "Goods are written off with a reason.", "Say what became of them.", field="reason")
    with terminal.database.writing(Topic.STOCK) as connection:
        require_open(connection)
        who = permit_begin(connection, terminal, person, kind)
        if kind is TaskKind.WRITE_OFF:
            meant = require_shop(connection, terminal).stock_terms.find_reason(reason)
            check_said(meant, note, photos=1)  # which are taken in the task
            reason = meant.name
        source, target = _ends(connection, terminal, kind, place_id)
        now = terminal.clock.now()
        words = (reference.strip(), reason.strip(), note.strip())
        opened = Task(new_id(now), kind, iso(now), who.id, source, target, *words, order_id)
        tasks.add(connection, opened)
    return opened


def permit_begin(connection: Connection, terminal: Terminal, person: Person | None, kind: TaskKind) -> Person:
    """Give the person who may begin this kind of task; write-offs also who has to ask for them. Refusals `right.*`."""
    right = RIGHTS.get(kind, Right.MOVE_GOODS)
    if kind is TaskKind.WRITE_OFF:
        return permit_asking(connection, terminal, person, right)
    return permit(connection, terminal, person, right)[0]


def _ends(connection: Connection, terminal: Terminal, kind: TaskKind, place_id: str) -> tuple[str, str]:
    course = COURSES.get(kind)
    if course is None or course.is_open:
        return place_id or _default(connection, terminal, course.default if course else ""), ""
    fixed = stock.find_kind(connection, course.fixed_source or course.fixed_target)
    if not fixed:
        raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
    other = place_id or _default(connection, terminal, course.default)
    return (fixed, other) if course.fixed_source else (other, fixed)


def _default(connection: Connection, terminal: Terminal, kind: str) -> str:
    if kind == "selling":
        return require_shop(connection, terminal).selling_place_id
    return stock.find_kind(connection, kind) or ""


def scan_goods(terminal: Terminal, task_id: str, found: Found, times: int = 1, *, place_id: str = "") -> Scan:
    """Keep a scan of goods: so many times the measured quantity of a label, or the pack of the code.

    In a count `place_id` is where they lie, and what the book says of them there is kept beside; where goods are put
    away it is the place that was suggested.
    Refusals `task.gone`, `task.serial` for one piece counted twice, `serial.here` for one that comes in and is here
    already, `count.no_place`.
    """
    told = to_scan(found, times)
    with terminal.database.writing(Topic.STOCK) as connection:
        if found.serial:
            scanned = standing(tasks.list_scans(connection, task_id))
            refuse_twice({(scan.product_id, scan.lot) for scan in scanned}, told)
        kind = require_task(connection, task_id).kind
        if kind is TaskKind.RECEIVE and found.serial and (found.product.extra.track_serials or found.mark):
            check_new(connection, told.product_id, told.lot)
        if kind is TaskKind.PUT_AWAY:
            told = replace(told, place_id=place_id)
        if kind is TaskKind.COUNT:
            told = _with_book(connection, task_id, replace(told, place_id=place_id))
        return keep_scan(connection, terminal, task_id, told)


def scan_parts(terminal: Terminal, task_id: str, found: Found, times: int, parts: Sequence[Part]) -> list[Scan]:
    """Keep a scan of goods that are put away, each part with its bin; they are taken back together. As `scan_goods`."""
    if len(parts) == 1:
        return [scan_goods(terminal, task_id, found, times, place_id=parts[0].place_id)]
    told, at = replace(to_scan(found, times), code=PART), iso(terminal.clock.now())
    with terminal.database.writing(Topic.STOCK) as connection:
        scans = [replace(told, quantity_milli=part.quantity_milli, place_id=part.place_id) for part in parts]
        return [keep_scan(connection, terminal, task_id, scan, at) for scan in scans]


def to_scan(found: Found, times: int = 1) -> Scan:
    """Give a scan of goods before it has a number; a piece with a serial number is one at most."""
    milli = (found.quantity_milli or found.pack_milli) * times
    milli = min(milli, 1000) if found.serial else milli
    expiry = found.keeps_until.isoformat() if found.keeps_until else ""
    lot = found.serial or found.lot
    return Scan(
        0,
        "",
        What.GOODS,
        found.code,
        found.product.id,
        milli,
        lot,
        expiry,
        mark=found.mark,
        pack_milli=found.case_milli,
    )


def _with_book(connection: Connection, task_id: str, told: Scan) -> Scan:
    if not told.place_id:
        raise Refusal("count.no_place", "Goods were scanned before their place.", "Scan the place first.")
    key = (told.place_id, told.lot)
    book = {(row.place_id, row.lot): row.on_hand_milli for row in stock.read_book(connection, [told.product_id])}
    number = tasks.keep_book(connection, task_id, stock.read_contained(connection))
    return replace(told, book_milli=book.get(key, 0), book=number)


def refuse_twice(known: Set[tuple[str, str]], told: Scan) -> None:
    """Refuse a piece that is known by its product and serial number already. Refusal `task.serial`."""
    if (told.product_id, told.lot) in known:
        raise _scanned_already(told.lot)


def _scanned_already(serial: str) -> Refusal:
    said = f"The piece {serial[:60]} was scanned already."
    return Refusal("task.serial", said, "Each piece counts once.", facts={"serial": serial[:60]})


def scan_place(terminal: Terminal, task_id: str, place_id: str, code: str) -> Scan:
    """Keep a scan of a place; in a put-away a bin that comes first stays. Refusals `task.gone`, `place.no_goods`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        known = places.find_place(connection, place_id)
        check_takes_goods([known] if known else [])
        comes_first = known is not None and known.kind == "bin" and _comes_first(connection, task_id, place_id)
        what = What.INTO if comes_first else What.PLACE
        return keep_scan(connection, terminal, task_id, Scan(0, "", what, code, place_id=place_id))


def _comes_first(connection: Connection, task_id: str, bin_id: str) -> bool:
    """Whether a bin comes before the goods: they are put away, nothing is in hand, and whence they come is known."""
    task = require_task(connection, task_id)
    if task.kind is not TaskKind.PUT_AWAY:
        return False
    state = carry(task, tasks.list_scans(connection, task_id))
    return not (state.in_hand or state.plates_in_hand) and state.source_id not in ("", bin_id)


def scan_unknown(
    terminal: Terminal, task_id: str, code: str, times: int = 1, *, inside: str = "", place_id: str = ""
) -> Scan:
    """Keep a code that means nothing yet: it is never lost, and the task waits until it is learned or taken back.

    How often it counts stays as its quantity, and in a count the place; `inside` is the product of which it is a case
    that holds nobody knows how many. Refusals `task.gone`, `task.serial` for the code of one piece twice.
    """
    told = Scan(0, "", What.UNKNOWN, code, inside, quantity_milli=times * 1000, place_id=place_id)
    serial = read_code(code).serial
    with terminal.database.writing(Topic.STOCK) as connection:
        if serial and any(scan.code == code for scan in standing(tasks.list_scans(connection, task_id))):
            raise _scanned_already(serial)
        return keep_scan(connection, terminal, task_id, told)


def take_back(terminal: Terminal, task_id: str, n: int = 0) -> Scan:
    """Take the last step that stands back, or the one with this number. Refusal `task.gone`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        return keep_scan(connection, terminal, task_id, Scan(0, "", What.BACK, str(n) if n else ""))


def refer_task(terminal: Terminal, task_id: str, reference: str) -> Task:
    """Write down the number of an order or delivery note. Refusal `task.gone`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        task = replace(require_task(connection, task_id), reference=reference.strip())
        tasks.keep_reference(connection, task)
    return task


def keep_scan(connection: Connection, terminal: Terminal, task_id: str, told: Scan, at: str = "") -> Scan:
    """Keep a scan as the next of its task, `at` now: one that was set aside is in hand again. Refusal `task.gone`."""
    task = require_task(connection, task_id)
    if task.aside:
        tasks.keep_in_hand(connection, task_id)
    if task.order_id:
        renew_orders(connection, terminal, task)
    kept = replace(told, n=tasks.next_number(connection, task_id), at=at or iso(terminal.clock.now()))
    tasks.add_scan(connection, task_id, kept)
    return kept


def require_task(connection: Connection, task_id: str) -> Task:
    """Give a task in hand. Refusal `task.gone`."""
    task = tasks.read(connection, task_id)
    if task is None:
        raise Refusal("task.gone", "This task was finished or dropped.", "Begin a new one.")
    return task


def is_in_hand(terminal: Terminal, task_id: str) -> bool:
    """Tell whether there is such a task in hand."""
    with terminal.database.reading() as connection:
        return tasks.read(connection, task_id) is not None


def post_task(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    *,
    ends_order: bool = False,
    deviations: tuple[Deviation, ...] = (),
    costs_e4: Mapping[str, int] = MappingProxyType({}),
    aside_id: str = "",
    granted_by: str = "",
    granter: Person | None = None,
    asks: bool = False,
) -> GoodsMoved:
    """Finish a task: its document is sealed and the task forgotten, in one transaction, so that it is posted once.

    With `ends_order` nothing more comes for the order, whatever is missing; `deviations` say what was not as ordered,
    `costs_e4` by product what a unit of received goods cost. Codes that mean nothing yet hold the end, or stay behind
    as a task with the id `aside_id` where there is anything else. `granted_by` is who allowed what was not as ordered;
    `granter` and `asks` as `record_or_ask`.
    Refusals as `to_document`, `record_document` and `task.gone`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        task, scans = require_task(connection, task_id), tasks.list_scans(connection, task_id)
        if aside_id and has_goods(scans):
            set_aside(connection, terminal, task, aside_id)
            scans = tasks.list_scans(connection, task_id)
        carried = to_document(task, scans)
        document = to_order(connection, replace(carried, ends_order=ends_order, deviations=deviations))
        document = replace(document, began_at=task.opened_at, scans=len(scans), granted_by=granted_by)
        if costs_e4:
            moves = tuple(replace(move, cost_e4=costs_e4.get(move.product_id)) for move in document.moves)
            document = replace(document, moves=moves)
        who = permit_begin(connection, terminal, person, task.kind)
        if task.kind is TaskKind.WRITE_OFF:
            document = _write_off(connection, terminal, who, (task, scans, document), granter=granter, asks=asks)
        elif document.moves or not document.plates:
            record_document(connection, terminal, who, document, RIGHTS.get(task.kind, Right.MOVE_GOODS))
        if document.plates:
            record_plates(connection, terminal, who, document.plates)
        note_work(connection, terminal, who.id, scans=len(scans), lines=len(document.moves))
        leave_order(connection, terminal, task)
        tasks.drop(connection, task_id)
    return document


def _write_off(
    connection: Connection,
    terminal: Terminal,
    person: Person,
    told: tuple[Task, tuple[Scan, ...], GoodsMoved],
    *,
    granter: Person | None,
    asks: bool,
) -> GoodsMoved:
    """Seal a write-off with what was marked of its goods. Refusals of `record_or_ask` and `check_said`."""
    task, scans, document = told
    reason = require_shop(connection, terminal).stock_terms.find_reason(task.reason)
    marked = compare(None, task, scans).marked
    check_said(reason, task.note, sum(len(one.photos) for one in marked))
    document = replace(document, deviations=marked)
    strict = reason.needs_grant
    return record_or_ask(connection, terminal, person, document, granter=granter, asks=asks, strict=strict)


def drop_task(terminal: Terminal, task_id: str) -> None:
    """Forget a task: nothing of it happened, and its order is left to others."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        if (task := tasks.read(connection, task_id)) is not None:
            leave_order(connection, terminal, task)
        tasks.drop(connection, task_id)
