"""The gallery of counts: an order on its way, what becomes of the rest, and what a manager decides."""

from desktop.replication.changes import apply_page
from desktop.screen_counting import MATTERS
from desktop.store.replica_file import ReplicaFile
from sync.wire.counts import Counting, Matter
from sync.wire.orders import Order, OrderLine
from tests.screens.gallery_warehouse import calm, presenter, show
from tests.screens.stage import Stage
from tests.terminals import MILK, REPLICA, _page

AT = "2026-11-20T10:00:00+02:00"
COUNTS = tuple(
    Counting(
        count_id=f"c{n}",
        n=1,
        counted_milli=counted * 1000,
        book_milli=9000,
        settles_milli=(counted - 9) * 1000,
        at=AT,
        actor=who,
    )
    for n, counted, who in ((1, 4, "wim"), (2, 7, "anna"))
)
FIRST = Matter(id="m1", product_id="milk", place_id="shelf", opened_at=AT, counts=COUNTS)
SECOND = Matter(id="m2", product_id="eggs", place_id="receiving", opened_at=AT, counts=COUNTS[:1], lot="L-2201")
PLACES = Order(
    id="c1",
    kind="count",
    number="C-7",
    opened_at=AT,
    lines=(
        OrderLine(n=1, place_id="shelf", quantity_milli=1000),
        OrderLine(n=2, place_id="receiving", product_id="milk", quantity_milli=1000),
    ),
)


def tell(stage: Stage, *told: Order | Matter) -> None:
    """Bring orders and matters as the feed does."""
    replica = ReplicaFile(stage.terminal.database.path.parent / REPLICA, b"r" * 32)
    rows = [("order" if isinstance(row, Order) else "count", row.id, row) for row in told]
    apply_page(replica, _page("orders", rows))
    replica.close()
    stage.shell.show_screen("warehouse")


def by_order(stage: Stage) -> None:
    """One place is counted, the next one is named."""
    show(stage)
    tell(stage, PLACES)
    stage.scan("C-7")
    calm(stage)


def at_place(stage: Stage) -> None:
    """Milk is asked for by name."""
    by_order(stage)
    stage.scan("receiving", MILK)
    calm(stage)


def rest(stage: Stage) -> None:
    """A place is left: is it counted later?"""
    at_place(stage)
    presenter(stage).finish()


def waiting(stage: Stage) -> None:
    """Two counts wait for a manager."""
    show(stage, "mira")
    tell(stage, FIRST, SECOND)
    stage.shell.show_screen(MATTERS)


def deciding(stage: Stage) -> None:
    """Two people counted the same."""
    show(stage, "mira")
    tell(stage, FIRST)
    stage.shell.show_screen(MATTERS)
    stage.scan("shelf")


COUNTING = (
    ("counting-way", by_order),
    ("counting-place", at_place),
    ("counting-rest", rest),
    ("counting-matters", waiting),
    ("counting-deciding", deciding),
)
