"""Packing of orders: every piece is scanned once more, parcels are weighed, and each is sealed as a document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.order import Order, OrderKind, OrderTaken
from desktop.domain.packing import (
    NextPack,
    Packed,
    check_complete,
    check_packed,
    next_pack,
    pack,
    picked_of,
    to_parcels,
)
from desktop.domain.parcel import OFF, Parcel, check_weight, judge
from desktop.domain.picking_checks import measure
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Scan, Task, TaskKind, What
from desktop.domain.unknown_code import refuse_unknown
from desktop.operations.held_lots import check_held
from desktop.operations.orders import find_open
from desktop.operations.permissions import permit
from desktop.operations.picking import target_of
from desktop.operations.stock import record_document
from desktop.operations.task_codes import BACK, Codes, choose_of, plain_text, understand
from desktop.operations.tasks import keep_scan, require_task
from desktop.operations.terminal import Terminal, require_open
from desktop.operations.worked import note_work
from desktop.store import catalogue, orders, stock, tasks
from desktop.store import picking as kept
from desktop.store.picking import Begun
from desktop.store.topics import Topic

PARCEL, INSTEAD = "CMD:PARCEL", "CMD:INSTEAD"
"""What comes now goes into another parcel; the next goods are packed for what is missing."""
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Packing:
    """A packing in hand: its order as it is now, what is packed, and the step that is next."""

    task: Task
    order: Order
    packed: Packed
    step: NextPack


def begin_packing(terminal: Terminal, person: Person | None, name: str) -> Task:
    """Begin to pack an order that was picked, or go on with it. Refusals `order.*`, `pack.unpicked`, `right.*`."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        order = find_open(connection, name, OrderKind.PICKING)
        for task in tasks.list_open(connection):
            if task.kind is TaskKind.PACK and task.order_id == order.id:
                return task
        if not picked_of(order):
            raise Refusal("pack.unpicked", "Nothing of this order is picked yet.", "Pick it first.")
        now = terminal.clock.now()
        source, target = _way(connection, order)
        task = Task(new_id(now), TaskKind.PACK, iso(now), who.id, source, target, order.number, order_id=order.id)
        tasks.add(connection, task)
        kept.keep(connection, task.id, Begun((order,)))
        terminal.record(connection, OrderTaken(order.id), who)
    return task


def _way(connection: Connection, order: Order) -> tuple[str, str]:
    target = stock.find_kind(connection, "customer")
    source = target_of(connection, order)
    if not target or source == target:
        raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
    return source, target


def read_packing(connection: Connection, task_id: str) -> Packing:
    """Give a packing in hand as it stands; an order that ended meanwhile is the one that was begun. Refusal."""
    task = require_task(connection, task_id)
    (begun,) = kept.read(connection, task_id).orders
    order = next(iter(orders.find(connection, begun.id)), begun)
    packed = pack(tasks.list_scans(connection, task_id))
    return Packing(task, order, packed, next_pack(picked_of(order), packed))


def take_scan(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    codes: Codes,
    raw: str,
    times: int = 1,
    *,
    measured_milli: int = 0,
    product_id: str = "",
) -> NextPack:
    """Keep a scan and give the step behind it: goods (so many `times`, or `measured_milli`) or a command.

    `product_id` says which goods it is where several that are to be packed have one code.
    Of what is refused nothing is kept as packed; that it was scanned is kept. Refusals `pack.*`, `task.serial`,
    `code.unknown`, `scan.several`, `task.gone`, `scan.malformed`, `quantity.pieces`, `pick.weigh`, `right.*`.
    """
    text = plain_text(raw)
    if text == INSTEAD:
        return take_instead(terminal, person, task_id)
    if text in (BACK, PARCEL):
        return _keep(terminal, task_id, Scan(0, "", What.BACK if text == BACK else What.PARCEL, ""))
    try:
        found = understand(terminal, codes, raw).found
        if not found:
            raise refuse_unknown(raw)
        return scan_goods(terminal, task_id, found, raw, times, measured_milli, product_id=product_id)
    except Refusal as refusal:
        if refusal.code.startswith(("pack.", "code.", "goods.held", "task.serial")):
            _keep(terminal, task_id, Scan(0, "", What.REFUSED, raw))
        raise


def scan_goods(
    terminal: Terminal,
    task_id: str,
    several: Sequence[Found],
    raw: str,
    times: int = 1,
    measured_milli: int = 0,
    *,
    product_id: str = "",
) -> NextPack:
    """Keep goods that go into the open parcel; of several with one code what is still to be packed.

    Refusals of `check_packed`, `goods.held`, `scan.several`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        packing = read_packing(connection, task_id)
        picked = picked_of(packing.order)
        left = several if packing.packed.instead_of else [
            one for one in several if one.product.id in packing.step.left_milli
        ]  # fmt: skip
        known = next((one for one in several if one.product.id in picked), several[0])
        chosen = choose_of(left, raw, product_id) or known
        found, many = measure(chosen, times, measured_milli)
        milli = (found.quantity_milli or found.pack_milli) * many
        milli = min(milli, 1000) if found.serial else milli
        check_held(connection, found)
        check_packed(picked, packing.packed, found, milli)
        lot = found.serial or found.lot
        told = Scan(0, "", What.GOODS, raw, found.product.id, milli, lot, pack_milli=found.case_milli)
        keep_scan(connection, terminal, task_id, told)
        return read_packing(connection, task_id).step


def take_instead(terminal: Terminal, person: Person | None, task_id: str, granter: Person | None = None) -> NextPack:
    """Take the next goods for the first product that is missing. Refusals `right.*`, `pick.finished`, `task.gone`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        permit(connection, terminal, person, Right.SUBSTITUTE, granter)
        left = read_packing(connection, task_id).step.left_milli
        if not left:
            raise Refusal("pick.finished", "Everything is picked.", "Finish the picking.")
        keep_scan(connection, terminal, task_id, Scan(0, "", What.INSTEAD, "", next(iter(left))))
        return read_packing(connection, task_id).step


def weigh(terminal: Terminal, task_id: str, weight_milli: int) -> NextPack:
    """Keep what the open parcel weighs, in grams, unless it cannot be.

    Refusals `pack.weight`, `pack.light`, `task.gone`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        check_weight(*_weighed(connection, task_id, weight_milli))
        keep_scan(connection, terminal, task_id, Scan(0, "", What.WEIGHT, "", quantity_milli=weight_milli))
        return read_packing(connection, task_id).step


def accept_weight(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    weight_milli: int,
    reason: str,
    granter: Person | None = None,
) -> NextPack:
    """Keep what the open parcel weighs, in grams; where it cannot be, with whose word it is right and why.

    `reason` is one of `WEIGHT_REASONS`, or the person's own words. Refusals `pack.reason` without any, `right.*`,
    `staff.approval`, `task.gone`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        check = judge(*_weighed(connection, task_id, weight_milli))
        said = Scan(0, "", What.WEIGHT, "", quantity_milli=weight_milli)
        if check is not None and check.verdict == OFF:
            who, lent = permit(connection, terminal, person, Right.ACCEPT_WEIGHT, granter)
            if not reason.strip():
                remedy = "Say why the parcel weighs what it does."
                raise Refusal("pack.reason", "This weight needs a reason.", remedy, field="reason")
            said = replace(said, code=f"{lent or who.id} {reason.strip()}")
        keep_scan(connection, terminal, task_id, said)
        return read_packing(connection, task_id).step


def _weighed(connection: Connection, task_id: str, weight_milli: int) -> tuple[Parcel, dict[str, Product]]:
    """Give the open parcel as if it weighed this and nobody had said anything, and what is in it."""
    parcel = Parcel(read_packing(connection, task_id).packed.parcels[-1].goods, weight_milli)
    return parcel, read_packed(connection, parcel)


def _keep(terminal: Terminal, task_id: str, told: Scan) -> NextPack:
    with terminal.database.writing(Topic.STOCK) as connection:
        keep_scan(connection, terminal, task_id, told)
        return read_packing(connection, task_id).step


def read_packed(connection: Connection, *parcels: Parcel) -> dict[str, Product]:
    """Give the products that are in parcels, as far as they are known here."""
    return _read_products(connection, {piece.scan.product_id for parcel in parcels for piece in parcel.goods})


def _read_products(connection: Connection, ids: set[str]) -> dict[str, Product]:
    found = {ident: catalogue.read_product(connection, ident) for ident in ids}
    return {ident: product for ident, product in found.items() if product is not None}


def post_packing(terminal: Terminal, person: Person | None, task_id: str, *, ends: bool = False) -> list[GoodsMoved]:
    """Seal every parcel and end the order, in one transaction; with `ends` whatever is missing does not come.

    Refusals `pack.missing`, `stock.empty`, `task.gone`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        packing = read_packing(connection, task_id)
        left = packing.step.left_milli
        if not ends:
            check_complete(left, {key: one.name for key, one in _read_products(connection, set(left)).items()})
        documents = _documents(connection, terminal, packing)
        if not documents:
            raise Refusal("stock.empty", "Nothing was scanned.", "Scan something first.")
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        for document in documents:
            record_document(connection, terminal, person, document, Right.MOVE_GOODS)
        lines = sum(len(document.moves) for document in documents)
        note_work(connection, terminal, who.id, scans=packing.packed.scans, lines=lines)
        tasks.drop(connection, task_id)
    return documents


def _documents(connection: Connection, terminal: Terminal, packing: Packing) -> list[GoodsMoved]:
    task, packed = packing.task, packing.packed
    products = read_packed(connection, *packed.parcels)
    goods = sorted({piece.scan.product_id for parcel in packed.parcels for piece in parcel.goods})
    book = [row for row in stock.read_book(connection, goods) if row.place_id == task.source_id]
    book.sort(key=lambda row: (row.expiry or _NEVER, row.lot))
    held = {(row.product_id, row.lot): row.on_hand_milli for row in book}
    ids = [task.id, *(new_id(terminal.clock.now()) for _ in packed.parcels[1:])]
    way = task.source_id, task.target_id
    parcels = to_parcels(packing.order, packed, way, held, ids, packing.step.left_milli, products)
    work = [(packed.scans, packed.refused), *((0, 0) for _ in parcels[1:])]
    return [
        replace(parcel, began_at=task.opened_at if scans else "", scans=scans, refused=refused)
        for parcel, (scans, refused) in zip(parcels, work, strict=False)
    ]
