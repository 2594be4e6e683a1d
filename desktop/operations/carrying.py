"""Scans of a task that mean more than one piece: a plate, and everything that lies at a place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.carrying import COURSES, Carried, carry
from desktop.domain.clock import iso
from desktop.domain.place import PLATE
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.task import ALL, Scan, TaskKind, What, standing
from desktop.operations import putting_away
from desktop.operations.permissions import permit
from desktop.operations.plates import meet_plate
from desktop.operations.tasks import keep_scan, require_task
from desktop.operations.terminal import Terminal
from desktop.store import places, stock, tasks
from desktop.store.topics import Topic


def scan_plate(terminal: Terminal, person: Person | None, task_id: str, sscc: str, contents: str = "") -> Scan:
    """Keep a scan of a plate; one that nobody knows is made where goods are received.

    There the code of its `contents` stays with the scan as its mark, for whoever scans to take it next; not where
    anything was put on the plate already: what a label says comes in once.
    Refusals `plate.unknown`, `task.gone`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        task = require_task(connection, task_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        here = ""
        if task.kind is TaskKind.RECEIVE:
            here = carry(task, tasks.list_scans(connection, task_id)).target_id
        plate = meet_plate(connection, terminal, who, sscc, here)
        if contents and (task.kind is not TaskKind.RECEIVE or _is_filled(connection, task_id, plate)):
            contents = ""
        return keep_scan(connection, terminal, task_id, Scan(0, "", What.PLATE, sscc, place_id=plate, mark=contents))


def _is_filled(connection: Connection, task_id: str, plate: str) -> bool:
    """Whether goods were scanned onto a plate in this task, or the books have some on it."""
    here = ""
    for scan in standing(tasks.list_scans(connection, task_id)):
        if scan.what in (What.PLACE, What.PLATE):
            here = scan.place_id
        elif here == plate:
            return True
    book = stock.read_book(connection, stock.list_held_at(connection, plate))
    return any(row.place_id == plate and row.on_hand_milli > 0 for row in book)


def scan_all(terminal: Terminal, task_id: str) -> list[Scan]:
    """Take everything at the place in hand that was scanned last: its goods, as the book has them, and its plates.

    Behind a plate it is what lies on the plate. Refusals `task.loose`, `place.empty`, `task.gone`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        task = require_task(connection, task_id)
        course = COURSES.get(task.kind)
        if course is None or not course.is_open:
            raise Refusal(
                "task.all", "Everything at once is taken only where goods are moved.", "Scan the goods one by one."
            )
        state = carry(task, tasks.list_scans(connection, task_id))
        source = state.plates_in_hand[-1] if state.plates_in_hand else state.source_id
        if not source:
            raise Refusal("task.loose", "Goods were scanned before their place.", "Scan the place first.")
        told = _everything(connection, state, source, suggests=task.kind is TaskKind.PUT_AWAY)
        if not told:
            raise Refusal("place.empty", "Nothing lies there.", "Scan another place.")
        at = iso(terminal.clock.now())
        return [keep_scan(connection, terminal, task_id, scan, at) for scan in told]


def _everything(connection: Connection, state: Carried, source: str, *, suggests: bool) -> list[Scan]:
    taken = Counter[tuple[str, str]]()
    for move in (*state.done, *state.in_hand):
        taken[move.product_id, move.lot] += move.quantity_milli * (move.from_place_id == source)
        taken[move.product_id, move.lot] -= move.quantity_milli * (move.to_place_id == source)
    goods = []
    for row in stock.read_book(connection, stock.list_held_at(connection, source)):
        milli = row.on_hand_milli - taken[row.product_id, row.lot]
        if row.place_id == source and milli > 0:
            goods.append(Scan(0, "", What.GOODS, ALL, row.product_id, milli, row.lot, row.expiry))
    if suggests:
        goods = _suggested(connection, state, goods)
    tree = places.read_tree(connection)
    plates = [place for place in tree.list_inside(source) if place.kind == PLATE and place.parent == source]
    gone = {*state.plates_in_hand, *(moved.place_id for moved in state.plates)}
    left = [plate for plate in plates if plate.id not in gone]
    return goods + [Scan(0, "", What.PLATE, ALL, place_id=plate.id) for plate in left]


def _suggested(connection: Connection, state: Carried, goods: Sequence[Scan]) -> list[Scan]:
    told, bins = [], putting_away.read_bins(connection)
    for scan in goods:
        found = putting_away.find_bin(connection, bins, state, scan.product_id, scan.quantity_milli, scan.lot)
        told.append(replace(scan, place_id=found.place.id if found else ""))
    return told
