"""`pick` and `orders`: what head office wants done, and goods fetched for it from lines a scanner sends."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from desktop.commands.figures import Json
from desktop.domain.money import format_quantity
from desktop.domain.order import Order, OrderKind, is_taken
from desktop.domain.picking import LineProgress, NextStep, PickStep, progress
from desktop.domain.refusal import Refusal
from desktop.domain.sorting import slot_of
from desktop.domain.stock import GoodsMoved
from desktop.operations import empty_bins, picking, staff
from desktop.operations.picking import Picking, read_picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.refilling import read_waits
from desktop.operations.task_codes import plain_text, read_codes
from desktop.operations.terminal import Terminal
from desktop.scan_files import split_times
from desktop.station import Station
from desktop.store import catalogue, orders, people, places, tasks


def pick(
    station: Station,
    *,
    numbers: Sequence[str],
    scans: Sequence[str] = (),
    take_over: bool = False,
    at_once: bool = False,
    totes: bool = False,
    end: bool = False,
    supply: str = "",
) -> Json:
    """Pick orders, and all open ones of a supply; every line is a scan that is kept before the next one.

    Then a document is posted for each order. Without scans it is begun (or gone on with) and the way is shown. With a
    scan that is refused a picking that was begun here is dropped; one that was in hand before stays as it was.
    """
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    with terminal.database.reading() as connection:
        before = {task.id for task in tasks.list_open(connection)}
        found = orders.list_open(connection, OrderKind.PICKING) if supply else []
    numbers = [*numbers, *(order.number for order in found if order.supply == supply and not order.is_done)]
    if not numbers:
        said = f"There is no open order {supply}."
        raise Refusal("order.none", said, "It may be done already, or not be here yet.", facts={"order": supply})
    task = picking.begin_picking(
        terminal, person, numbers, take_over=take_over, with_totes=totes, at_once=at_once
    )  # fmt: skip
    try:
        codes = read_codes(terminal)
        for line in scans:
            if (said := plain_text(line)) in empty_bins.SAID:
                empty_bins.SAID[said](terminal, person, task.id)
                continue
            times, said_milli, code = split_times(line)
            take_scan(terminal, person, task.id, codes, code, times, measured_milli=said_milli)
        if not scans:
            return _in_hand(terminal, task.id)
        with terminal.database.reading() as connection:
            done = read_picking(connection, task.id)
        documents = picking.post_picking(terminal, person, task.id, ends=end)
    except Refusal:
        if task.id not in before:
            picking.drop_picking(terminal, person, task.id)
        raise
    return _lines(terminal, done) | {"documents": [_document(terminal, document) for document in documents]}


def _in_hand(terminal: Terminal, task_id: str) -> Json:
    with terminal.database.reading() as connection:
        return _lines(terminal, read_picking(connection, task_id))


def _lines(terminal: Terminal, at: Picking) -> Json:
    numbers = {order.id: order.number for order in at.begun.orders}
    with terminal.database.reading() as connection:
        names = _names(connection)
        steps = [
            {"order": numbers[each.order_id], "place": names.get(each.place_id, ""), "lot": each.lot}
            | _goods(connection, each.product_id)
            | {"quantity": format_quantity(each.quantity_milli)}
            for each in at.plan
        ]
        lines = [_line(connection, line, numbers) for line in progress(at.wants, at.picked, at.ground)]
        following = _step(connection, at.step, names, numbers)
        put = [
            {"slot": slot_of(at.wants, one.order_id), "order": numbers[one.order_id], "lot": one.lot}
            | _goods(connection, one.product_id)
            | {"quantity": format_quantity(one.quantity_milli)}
            for one in at.picked.sorted
        ]
    return {"task": at.task.id, "next": following, "way": steps, "lines": lines} | ({"sorted": put} if put else {})


def _line(connection: Connection, line: LineProgress, numbers: Mapping[str, str]) -> Json:
    return {"order": numbers[line.want.order_id], "line": line.want.n} | _goods(connection, line.want.product_id) | {
        "wanted": format_quantity(line.want.quantity_milli),
        "picked": format_quantity(line.done_milli),
        "open": format_quantity(line.open_milli),
        "short": format_quantity(line.short_milli),
    }  # fmt: skip


def _step(connection: Connection, step: NextStep, names: Mapping[str, str], numbers: Mapping[str, str]) -> Json:
    told: Json = {"step": str(step.step), "ways": [str(way) for way in step.ways]}
    if step.step is PickStep.FINISH and not step.slot:
        return told
    told |= {"slot": step.slot} if step.slot else {}
    told |= {"order": numbers.get(step.order_id, ""), "place": names.get(step.place_id, ""), "tote": step.tote}
    goods = _goods(connection, step.product_id) if step.product_id else {}
    return told | goods | {"lot": step.lot, "expiry": step.expiry, "quantity": format_quantity(step.quantity_milli)}


def _document(terminal: Terminal, document: GoodsMoved) -> Json:
    with terminal.database.reading() as connection:
        names = _names(connection)
        moves = [
            _goods(connection, move.product_id)
            | {"from": names[move.from_place_id], "to": names[move.to_place_id], "lot": move.lot}
            | {"quantity": format_quantity(move.quantity_milli), "marks": list(move.marks)}
            for move in document.moves
        ]
        deviations = [
            _goods(connection, one.product_id)
            | {"kind": one.kind, "reason": one.reason, "place": names.get(one.place_id, "")}
            | {"quantity": format_quantity(one.quantity_milli)}
            | ({"instead_of": _goods(connection, one.instead_of)["sku"]} if one.instead_of else {})
            for one in document.deviations
        ]
    told = {"document": document.document_id, "order": document.reference, "purpose": document.purpose}
    return told | {"ends_order": document.ends_order, "lines": moves, "deviations": deviations}


def _goods(connection: Connection, product_id: str) -> Json:
    product = catalogue.read_product(connection, product_id)
    return {"sku": product.sku, "name": product.name} if product else {"sku": "", "name": ""}


def _names(connection: Connection) -> dict[str, str]:
    tree = places.read_tree(connection)
    return {ident: tree.name_on_way(ident) for ident in tree.places}


def list_orders(station: Station, *, kind: str = "") -> Json:
    """List the open orders, the most urgent first: how far each is, who is at it since when, what it waits for."""
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    now = terminal.clock.now()
    with terminal.database.reading() as connection:
        found = orders.list_open(connection, *([_kind(kind)] if kind else []))
        waits = read_waits(connection, found)
        return {
            "orders": [
                _order(connection, order)
                | {"waits_for": list(waits.get(order.id, ()))}
                | {"taken": is_taken(order, person.id if person else "", now)}
                for order in found
            ]
        }


def _kind(kind: str) -> OrderKind:
    try:
        return OrderKind(kind)
    except ValueError:
        known = ", ".join(OrderKind)
        raise Refusal(
            "order.kind", f"{kind[:60]} is no kind of order.", f"Use one of: {known}.", field="kind"
        ) from None


def _order(connection: Connection, order: Order) -> Json:
    at_it = people.read_person(connection, order.taken_by) if order.taken_by else None
    worker = people.read_person(connection, order.assigned_to) if order.assigned_to else None
    return {
        "number": order.number,
        "kind": str(order.kind),
        "partner": order.partner,
        "priority": order.priority,
        "due": order.due,
        "carrier": order.carrier,
        "cut_off": order.cut_off,
        "lines": len(order.lines),
        "open_lines": sum(1 for line in order.lines if line.open_milli),
        "assigned_to": worker.name if worker else "",
        "taken_by": at_it.name if at_it else order.taken_by,
        "taken_on": order.taken_on,
        "taken_at": order.taken_at,
    }
