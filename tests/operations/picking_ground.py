"""Orders to be picked at a terminal, as the centre's feed brings them, and goods with lots."""

import msgspec

from desktop.domain.staff import Person
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.store.replica_file import ReplicaFile
from sync.wire.changes import Change, Lot, Place, Shop
from sync.wire.messages import Cursor, Page
from sync.wire.orders import Order, OrderLine
from tests.terminals import REPLICA

WIM = Person("wim", "wim", "Wim", "warehouse_worker")
MIRA = Person("mira", "mira", "Mira Manager", "manager")
SHELF = Place(id="shelf", code="shelf", name="shelf", kind="shelf", check_code="K7", pick_sequence=2)
PLACES = (
    SHELF,
    Place(id="cold", code="B-01", name="Cold store", kind="bin", pick_sequence=1),
    Place(id="packing", code="PACK", name="Packing", kind="packing"),
)


def tell(terminal: Terminal, *orders: Order, lots: tuple[Lot, ...] = (), places: tuple[Place, ...] = ()) -> None:
    """Bring places, lots and orders as the feed does."""
    replica = ReplicaFile(terminal.database.path.parent / REPLICA, b"r" * 32)
    told = [("place", place.id, place) for place in (*PLACES, *places)] + [
        ("order", order.id, order) for order in orders
    ]
    _apply(replica, "shop:s1", told)
    _apply(replica, "stock:s1", [("lot", f"{lot.product_id}/{lot.place_id}/{lot.lot}", lot) for lot in lots])
    replica.close()


def tell_shop(terminal: Terminal, shop: Shop) -> None:
    """Bring the shop's terms as the feed does."""
    replica = ReplicaFile(terminal.database.path.parent / REPLICA, b"r" * 32)
    _apply(replica, "shop:s1", [("shop", shop.id, shop)])
    replica.close()


def tell_end(terminal: Terminal, order_id: str) -> None:
    """Take an order away as the feed does when it has ended."""
    replica = ReplicaFile(terminal.database.path.parent / REPLICA, b"r" * 32)
    with replica.writing():
        replica.delete("order", [(order_id,)])
    replica.close()


def _apply(replica: ReplicaFile, feed: str, rows: list[tuple[str, str, object]]) -> None:
    pages = tuple(
        Change(at, entity, ident, msgspec.Raw(msgspec.msgpack.encode(row)))
        for at, (entity, ident, row) in enumerate(rows, 100)
    )
    cursor = Cursor(feed=feed, epoch="e", position=200, token="t")
    apply_page(replica, Page(cursor=cursor, from_position=99, more=False, changes=pages))


def order(number: str = "P-1", *lines: OrderLine, **more: object) -> Order:
    """An order for two milk from anywhere and one bread, where no lines are said."""
    wanted = lines or (
        OrderLine(n=1, product_id="milk", quantity_milli=2000), OrderLine(n=2, product_id="bread", quantity_milli=1000)
    )  # fmt: skip
    head = {"id": f"id-{number}", "kind": "picking", "number": number, "opened_at": "2026-01-01T00:00:00+00:00"}
    return Order(**head | {"lines": tuple(wanted)} | more)  # type: ignore[arg-type]
