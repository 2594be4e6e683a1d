"""`pack` and `stickers`: what was picked is scanned once more into parcels, and each gets its label."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from desktop.commands.figures import Json
from desktop.commands.labels import send_job
from desktop.domain.money import format_quantity, parse_quantity_milli
from desktop.domain.order import Order, OrderKind
from desktop.domain.packing import NextPack
from desktop.domain.parcel_label import ParcelLabel
from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved, WeightCheck
from desktop.labelling import save, style_of, where_to
from desktop.operations import packing, staff
from desktop.operations.label_jobs import note_saved
from desktop.operations.orders import find_open
from desktop.operations.packing import read_packing
from desktop.operations.task_codes import read_codes
from desktop.operations.tasks import drop_task
from desktop.operations.terminal import Terminal
from desktop.paper.parcel_label import SIZE_NAME, parcel_labels_pdf, parcel_labels_zpl
from desktop.scan_files import split_times
from desktop.station import Station
from desktop.store import catalogue, orders, tasks


def pack(
    station: Station,
    *,
    number: str,
    scans: Sequence[str] = (),
    weight: str = "",
    accept_weight: bool = False,
    reason: str = "",
    end: bool = False,
    label: str = "",
) -> Json:
    """Pack an order: every line is a scan that is kept before the next one, then each parcel is a document.

    Without scans it is begun (or gone on with) and what is left is told. `weight` is that of the last parcel in kg,
    `reason` why it is right where it cannot be.
    """
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    with terminal.database.reading() as connection:
        before = {task.id for task in tasks.list_open(connection)}
    task = packing.begin_packing(terminal, person, number)
    try:
        codes = read_codes(terminal)
        for line in scans:
            times, said_milli, code = split_times(line)
            packing.take_scan(terminal, person, task.id, codes, code, times, measured_milli=said_milli)
        with terminal.database.reading() as connection:
            done = read_packing(connection, task.id)
        if not scans:
            return _step(terminal, done.step) | {"task": task.id}
        if weight and accept_weight:
            packing.accept_weight(terminal, person, task.id, parse_quantity_milli(weight), reason)
        elif weight:
            packing.weigh(terminal, task.id, parse_quantity_milli(weight))
        documents = packing.post_packing(terminal, person, task.id, ends=end)
    except Refusal:
        if task.id not in before:
            drop_task(terminal, task.id)
        raise
    if label:
        _write(terminal, label, [_label(done.order, document) for document in documents])
    return _step(terminal, done.step) | {"parcels": [_parcel(terminal, document) for document in documents]}


def _step(terminal: Terminal, step: NextPack) -> Json:
    with terminal.database.reading() as connection:
        left = [
            _goods(connection, product_id) | {"quantity": format_quantity(milli)}
            for product_id, milli in step.left_milli.items()
        ]
    return {"next": str(step.step), "left": left}


def _parcel(terminal: Terminal, document: GoodsMoved) -> Json:
    with terminal.database.reading() as connection:
        lines = [
            _goods(connection, move.product_id) | {"lot": move.lot, "quantity": format_quantity(move.quantity_milli)}
            for move in document.moves
        ]
        missing = [
            _goods(connection, one.product_id) | {"quantity": format_quantity(one.quantity_milli)}
            for one in document.deviations
        ]
        check = _check(connection, document.weight_check) if document.weight_check else {}
    told = {"number": document.reference, "document": document.document_id, "lines": lines, "missing": missing}
    return told | ({"weight_kg": format_quantity(document.weight_milli)} if document.weight_milli else {}) | check


def _check(connection: Connection, check: WeightCheck) -> Json:
    told = {
        "expected_kg": format_quantity(check.expected_milli),
        "tolerance_kg": format_quantity(check.tolerance_milli),
        "verdict": check.verdict,
        "accepted_by": check.accepted_by,
        "reason": check.reason,
        "unknown": [_goods(connection, product_id) for product_id in check.unknown],
    }
    return {"weight_check": told}


def _goods(connection: Connection, product_id: str) -> Json:
    product = catalogue.read_product(connection, product_id)
    return {"sku": product.sku, "name": product.name} if product else {"sku": "", "name": ""}


def _label(order: Order, document: GoodsMoved) -> ParcelLabel:
    weight = f"{format_quantity(document.weight_milli)} kg" if document.weight_milli else ""
    return ParcelLabel(document.reference, order.partner, order.supply, order.sticker, weight)


async def stickers(station: Station, *, numbers: Sequence[str] = (), supply: str = "", to: str = "") -> Json:
    """Print a label for each of these orders, or for all of a supply, before anything is packed; or write them `to`.

    Refusals of orders and labels, Faults of the printer.
    """
    with station.terminal.database.reading() as connection:
        chosen = [find_open(connection, number, OrderKind.PICKING) for number in numbers]
        if supply:
            chosen += [one for one in orders.list_open(connection, OrderKind.PICKING) if one.supply == supply]
    if not chosen:
        said = f"There is no open order {supply or ''}".strip() + "."
        raise Refusal("order.none", said, "It may be done already, or not be here yet.", facts={"order": supply})
    made = [ParcelLabel(order.number, order.partner, order.supply, order.sticker) for order in chosen]
    told: Json = {"stickers": [order.number for order in chosen]}
    if to:
        _write(station.terminal, to, made)
        return told | {"state": "saved", "to": to}
    style = style_of(station.loaded.settings, SIZE_NAME)
    outcome = await send_job(station, [(one, 1) for one in made], style, SIZE_NAME)
    if outcome.fault is not None:
        raise outcome.fault
    return told | {"state": outcome.state, "to": where_to(station.loaded.settings)[0]}


def _write(terminal: Terminal, name: str, labels: Sequence[ParcelLabel]) -> None:
    path = Path(name)
    save(path, (parcel_labels_zpl if path.suffix.casefold() == ".zpl" else parcel_labels_pdf)(labels))
    note_saved(terminal, [(one, 1) for one in labels], SIZE_NAME)
