"""Making a picking list: what an office or another program asks the warehouse to fetch."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.bodies import read_quantity, read_required, read_text, read_whole
from server_stub.eckwms.goods import Row
from server_stub.eckwms.meaning import find_goods, find_shelves
from server_stub.faults import Denied
from server_stub.orders import keeping
from server_stub.orders.refilling import refill_faces

MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line: codes of product and place, thousandths."""

    product: str
    place: str
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class Order:
    """A list to be made; `destination` is the code of the place where the goods go."""

    name: str
    origin: str
    partner_name: str
    priority: int
    destination: str
    lines: tuple[Wanted, ...]


def read_order(values: dict[str, Any]) -> Order:
    """Read the request. Raises Denied 400."""
    lines = values.get("lines")
    if not isinstance(lines, list) or not 0 < len(lines) <= MOST_LINES:
        raise Denied(400, f"lines must be a list of 1 to {MOST_LINES}")
    return Order(
        name=read_required(values, "name", 100),
        origin=read_text(values, "origin", limit=100),
        partner_name=read_text(values, "partner_name", limit=200),
        priority=read_whole(values, "priority", 0, 0, 100),
        destination=read_required(values, "destination"),
        lines=tuple(_wanted(line) for line in lines),
    )


def _wanted(values: object) -> Wanted:
    if not isinstance(values, dict):
        raise Denied(400, "Every line is an object")
    quantity_milli = read_quantity(values, "quantity")
    if not quantity_milli:
        raise Denied(400, "quantity must be more than none")
    return Wanted(read_required(values, "product"), read_required(values, "location"), quantity_milli)


async def create_picking(conn: Connection, shop: str, order: Order, now: datetime) -> str:
    """Write the list as an order and give its id. Raises Denied: 404 for what is not known, 409 for a name taken."""
    destination = _one(await find_shelves(conn, shop, order.destination), order.destination)
    lines = [
        keeping.Wanted(
            _one(await find_goods(conn, shop, line.product), line.product)["id"],
            line.quantity_milli,
            _one(await find_shelves(conn, shop, line.place), line.place)["id"],
        )
        for line in order.lines
    ]
    draft = keeping.Draft(
        "picking", order.name, tuple(lines), partner=order.partner_name, priority=order.priority,
        target_place=destination["id"], origin=order.origin,
    )  # fmt: skip
    made = await keeping.make_order(conn, shop, draft, now)
    await refill_faces(conn, shop, now)
    return made


def _one(found: list[Row], code: str) -> Row:
    if len(found) != 1:
        raise Denied(409 if found else 404, f"{'Several have' if found else 'Nothing has'} the code {code}")
    return found[0]
