"""Goods between two shops of the company, in two steps: sent to where they lie on their way, and taken in from there.

Stock is moved to the other shop at once; only what really arrived leaves its place for goods on their way, and what is
left there, or was taken from there and never sent, waits for a person.
"""

from typing import Literal

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.order import Order, OrderKind
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved, Movement
from desktop.domain.task import Task, TaskKind
from desktop.operations.orders import find_order
from desktop.operations.permissions import permit
from desktop.operations.stock import record_document
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import neighbours, stock, tasks
from desktop.store.neighbours import Neighbour
from desktop.store.topics import Topic

Way = Literal["found", "lost"]
"""What became of goods that were sent and did not arrive."""


def find_neighbour(terminal: Terminal, name: str) -> Neighbour:
    """Give the other shop with this id or name, whatever its case. Refusal `transfer.shop`."""
    with terminal.database.reading() as connection:
        known = neighbours.list_all(connection)
    found = [shop for shop in known if name.strip().casefold() in (shop.id, shop.name.casefold())]
    if len(found) != 1:
        said = f"Goods cannot be sent to {name[:60]}."
        raise Refusal("transfer.shop", said, "Choose one of the company's other shops.", facts={"shop": name[:60]})
    return found[0]


def begin_sending(terminal: Terminal, person: Person | None, to: Neighbour, *, place_id: str = "") -> Task:
    """Begin to send goods to another shop that nobody has ordered, from a place, else the sales floor.

    Refusals `right.*`, `stock.no_place`.
    """
    return _open(terminal, person, TaskKind.SEND, place_id, to.transit_place_id)


def open_transfer(terminal: Terminal, person: Person | None, order: Order, place_id: str = "") -> Task:
    """Begin to send or to take in the goods of an order. Refusals `right.*`, `stock.no_place`."""
    if order.kind is OrderKind.SENDING:
        source = place_id or order.source_place_id
        return _open(terminal, person, TaskKind.SEND, source, order.target_place_id, order)
    target = place_id or order.target_place_id
    return _open(terminal, person, TaskKind.TAKE_IN, order.source_place_id, target, order)


def _open(
    terminal: Terminal,
    person: Person | None,
    kind: TaskKind,
    source: str,
    target: str,
    order: Order | None = None,
) -> Task:
    with terminal.database.writing(Topic.STOCK) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        source = source or require_shop(connection, terminal).selling_place_id
        target = target or _require_kind(connection, "receiving")
        now = terminal.clock.now()
        number, order_id = (order.number, order.id) if order else ("", "")
        opened = Task(new_id(now), kind, iso(now), who.id, source, target, number, order_id=order_id)
        tasks.add(connection, opened)
    return opened


def _require_kind(connection: Connection, kind: str) -> str:
    found = stock.find_kind(connection, kind)
    if found is None:
        raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
    return found


def number_of_blind(document_id: str) -> str:
    """Give the number by which another shop takes in what was sent without an order; the centre makes the same."""
    return f"T-{document_id[-6:].upper()}"


def settle_difference(terminal: Terminal, person: Person | None, name: str, way: Way) -> tuple[GoodsMoved, ...]:
    """Decide what became of goods that were sent and did not arrive, which levels the order and ends it.

    Found goods come to receiving, lost ones to lost and found. What arrived and nobody had sent comes from lost and
    found. Refusals `order.none`, `order.several`, `transfer.level`, `stock.no_place`, `right.*`.
    """
    order = find_order(terminal, name, OrderKind.ARRIVAL)
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        lost = _require_kind(connection, "lost_and_found")
        target = lost if way == "lost" else order.target_place_id or _require_kind(connection, "receiving")
        documents = _settling(terminal, order, "lost" if way == "lost" else "arrived", lost, target)
        if not documents:
            raise Refusal("transfer.level", "Everything arrived as it was sent.", "There is nothing to decide.")
        for document in documents:
            record_document(connection, terminal, person, document, Right.ADJUST_STOCK)
    return documents


def _settling(terminal: Terminal, order: Order, purpose: str, lost: str, target: str) -> tuple[GoodsMoved, ...]:
    way = order.source_place_id
    short = tuple(
        Movement(line.product_id, way, target, line.open_milli, line.lot, order_line=line.n)
        for line in order.lines
        if line.open_milli
    )
    over = tuple(
        Movement(line.product_id, lost, way, line.done_milli - line.quantity_milli, line.lot, order_line=line.n)
        for line in order.lines
        if line.done_milli > line.quantity_milli
    )
    parts = [part for part in ((purpose, short), ("never_sent", over)) if part[1]]
    return tuple(
        GoodsMoved(
            new_id(terminal.clock.now()),
            purpose,
            moves,
            order.number,
            order_id=order.id,
            ends_order=(purpose, moves) == parts[-1],
        )
        for purpose, moves in parts
    )
