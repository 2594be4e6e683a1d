"""`receive` and `return-goods --order`: goods that come or go, against an order or not, from lines a scanner sends."""

from collections.abc import Mapping, Sequence

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.commands.tasks import (
    Codes,
    document_json,
    goods_json,
    keep_line,
    place_id,
    read_codes,
    read_costs,
)
from desktop.domain.ids import new_id
from desktop.domain.money import format_quantity
from desktop.domain.order import COME_IN, RECEIPTS, OrderKind, list_waiting
from desktop.domain.receiving import Received
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.stock import Deviation
from desktop.domain.task import Task, TaskKind
from desktop.operations import receiving, staff, tasks
from desktop.operations.task_codes import name_goods, plain_text
from desktop.operations.terminal import Terminal
from desktop.scan_files import split_times
from desktop.station import Station
from desktop.store import orders


def receive(
    station: Station,
    *,
    scans: Sequence[str],
    order: str = "",
    reference: str = "",
    note: str = "",
    place: str = "",
    end: bool = False,
    reason: str = "",
    reasons: Sequence[str] = (),
    costs: Sequence[str] = (),
    partial: bool = False,
    kind: str = OrderKind.RECEIPT,
    no_order: bool = False,
    take_over: bool = False,
) -> Json:
    """Receive a delivery for an order; gives what was moved, what is left of the order, and what was not as ordered.

    Where nothing names an order (nor a delivery: `reference`, `note`, `no_order`), the first scan does: its number, or
    goods that one order waits for. Refusal `order.waiting` where several do.

    Goods that another shop sent are received for an order of the `kind` arrival; for one of the kind supplier_return
    they go back to their supplier, and `place` is where they come from. With `end` nothing more follows.
    Without an order nothing is expected, and `reference` is the number of the delivery note.
    `reasons` are `CODE=WORDS`, `costs` `CODE=PRICE`. Lines as `tasks.work`, and behind goods the marks CMD:DAMAGED and
    CMD:WRONG, behind these `CMD:PHOTO=FILE`. When it is refused, nothing has happened.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    said, costs_e4 = read_reasons(codes, reasons), read_costs(codes, costs)
    at = place_id(codes, place) if place else ""
    kinds: tuple[OrderKind, ...] = COME_IN
    if order:
        kinds = RECEIPTS if kind == OrderKind.RECEIPT else (OrderKind(kind),)
    elif not (reference or note or no_order):
        order, scans = name_order(codes, scans)
    if order:
        found, task = receiving.begin(terminal, person, order, *kinds, place_id=at, take_over=take_over)
    else:
        task = tasks.open_task(terminal, person, TaskKind.RECEIVE, place_id=at, reference=reference, note=note)
    end = end and bool(order)
    told = fill(codes, person, task, scans, end=end, reason=reason, reasons=said, costs_e4=costs_e4, partial=partial)
    return {"order": found.number} | told if order else told


def name_order(codes: Codes, scans: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Give the order that the first scan names and the scans that are goods; no order where none waits.

    It is the number of an order, which then is no goods, or the first goods that are scanned. Refusal `order.waiting`.
    """
    with codes.terminal.database.reading() as connection:
        open_orders = orders.list_open(connection, *COME_IN)
    first = plain_text(scans[0]) if scans else ""
    if first and any(first in (order.number, order.id) for order in open_orders):
        return first, scans[1:]
    named = (name_goods(codes.terminal, codes, split_times(line)[2]) for line in scans)
    goods: dict[str, str] = next(filter(None, named), {})
    waiting = list_waiting(open_orders, goods)
    if len(waiting) > 1:
        names, numbers = " / ".join(goods.values()), ", ".join(order.number for order in waiting)[:200]
        said, remedy = f"Several orders wait for {names}: {numbers}.", "Name one with --order, or say --no-order."
        raise Refusal("order.waiting", said, remedy, field="order", facts={"names": names, "numbers": numbers})
    return waiting[0].id if waiting else "", scans


def fill(
    codes: Codes,
    person: Person | None,
    task: Task,
    scans: Sequence[str],
    *,
    end: bool,
    reason: str,
    reasons: Mapping[str, str],
    costs_e4: Mapping[str, int],
    partial: bool,
) -> Json:
    """Take the lines of a task that is done for an order, post it, and tell what it came to.

    Codes that nobody knows stay behind as a task of their own, whose id is `parked`.
    """
    terminal, aside_id = codes.terminal, new_id(codes.terminal.clock.now())
    try:
        unknown = [line for line in scans if keep_line(codes, task.id, line, partial=partial) is None]
        received = receiving.read_received(terminal, task.id)
        document = receiving.post(
            terminal, person, task.id, ends=end, reasons=reasons, reason=reason, costs_e4=costs_e4, aside_id=aside_id
        )
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    parked = aside_id if tasks.is_in_hand(terminal, aside_id) else ""
    told = {"ended": document.ends_order, "left": _left_json(terminal, received)}
    deviations = [_deviation_json(terminal, one) for one in document.deviations]
    return document_json(terminal, document) | told | {"deviations": deviations, "unknown": unknown, "parked": parked}


def read_reasons(codes: Codes, reasons: Sequence[str]) -> dict[str, str]:
    """Read `CODE=WORDS`. Refusals `receiving.reason` and those of `find_item`."""
    said = {}
    for one in reasons:
        code, equals, words = one.partition("=")
        if not equals:
            raise Refusal("receiving.reason", f"{one[:60]} is not CODE=WORDS.", "Write for example BREAD=torn bag.")
        said[find_item(codes.terminal, code.strip(), codes.shop).product.id] = words.strip()
    return said


def _left_json(terminal: Terminal, received: Received) -> list[Json]:
    with terminal.database.reading() as connection:
        return [
            goods_json(connection, line.line.product_id)
            | {"line": line.line.n, "lot": line.line.lot, "quantity": format_quantity(line.left_milli)}
            for line in received.lines
            if line.left_milli
        ]


def _deviation_json(terminal: Terminal, one: Deviation) -> Json:
    with terminal.database.reading() as connection:
        told = goods_json(connection, one.product_id)
    return (
        told
        | {"kind": one.kind, "quantity": format_quantity(one.quantity_milli), "reason": one.reason}
        | ({"photos": list(one.photos)} if one.photos else {})
    )
