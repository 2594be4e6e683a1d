"""Count sheets: places on their way with the goods that are asked for or known to lie there, and what came back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.counting_route import Stop, make_route
from desktop.domain.order import Order
from desktop.domain.picking_route import Spot, walk_key
from desktop.domain.place import check_takes_goods
from desktop.domain.place_label import is_like
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, What
from desktop.operations.tasks import refuse_twice, require_task, to_scan
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, places, stock, tasks
from desktop.store.topics import Topic

Goods = tuple[str, str, str]
"""Name, article number, lot."""
Key = tuple[str, str, str]
"""Product, place, lot."""
Row = tuple[str, str, Found]
"""Code and id of a place, and goods that were counted there with how many there are."""
PAGE = 500
"""Products whose books are asked for at once."""


def list_sheet(terminal: Terminal, order: Order | None, patterns: Sequence[str]) -> list[tuple[str, list[Goods]]]:
    """Give places by code with what is to be counted there: those of an order, or whose codes are like a pattern.

    Refusal `count.no_sheet` where there is none.
    """
    with terminal.database.reading() as connection:
        tree = places.read_tree(connection)
        spots = [Spot(place.id, place.code, place.pick_sequence) for place in tree.places.values()]
        chosen = [spot for spot in spots if tree.places[spot.place_id].takes_goods and _fits(spot, patterns)]
        route = make_route(order, spots) if order else [Stop(spot.place_id) for spot in sorted(chosen, key=walk_key)]
        known = {spot.place_id: spot.code for spot in spots}
        listed = [(known[stop.place_id], _goods(connection, stop)) for stop in route if stop.place_id in known]
    if not listed:
        raise Refusal("count.no_sheet", "No place fits.", "Write for example A-01-*, or name an order to count.")
    return listed


def _fits(spot: Spot, patterns: Sequence[str]) -> bool:
    return any(is_like(spot.code, pattern) for pattern in patterns)


def _goods(connection: Connection, stop: Stop) -> list[Goods]:
    """Name what lies there as the book has it, by lot; of goods that are asked for by name those alone."""
    products = list(stop.product_ids) or stock.list_held_at(connection, stop.place_id)
    here = [row for row in stock.read_book(connection, products) if row.place_id == stop.place_id and row.on_hand_milli]
    lots = {product_id: [row.lot for row in here if row.product_id == product_id] for product_id in products}
    found = ((catalogue.read_product(connection, product_id), lots[product_id]) for product_id in products)
    asked = bool(stop.product_ids)
    return sorted(
        (product.name, product.sku, lot)
        for product, names in found
        if product
        for lot in (names or ([""] if asked else []))
    )


def keep_rows(terminal: Terminal, task_id: str, rows: Sequence[Row]) -> None:
    """Keep rows as scans of a count, all or none; none of some goods is a scan, too.

    The books are read once for all of them. Refusals of `scan_place` and `scan_goods`.
    """
    with terminal.database.writing(Topic.STOCK) as connection:
        require_task(connection, task_id)
        tree = places.read_tree(connection)
        check_takes_goods([tree.places[place_id] for _, place_id, _ in rows if place_id in tree.places])
        scans = _as_scans(rows)
        book = _read_book(connection, sorted({scan.product_id for scan in scans if scan.what is What.GOODS}))
        number = tasks.keep_book(connection, task_id, stock.read_contained(connection))
        first, at = tasks.next_number(connection, task_id), iso(terminal.clock.now())
        numbered = [replace(scan, n=n, at=at) for n, scan in enumerate(scans, first)]
        counted = [_with_book(scan, book, number) if scan.what is What.GOODS else scan for scan in numbered]
        tasks.add_scans(connection, task_id, counted)


def _as_scans(rows: Sequence[Row]) -> list[Scan]:
    scans: list[Scan] = []
    pieces: set[tuple[str, str]] = set()
    at = ""
    for code, place_id, found in rows:
        if place_id != at:
            scans.append(Scan(0, "", What.PLACE, code, place_id=place_id))
            at = place_id
        scan = replace(to_scan(found, 1 if found.quantity_milli else 0), place_id=place_id)
        if found.serial:
            refuse_twice(pieces, scan)
            pieces.add((scan.product_id, scan.lot))
        scans.append(scan)
    return scans


def _read_book(connection: Connection, product_ids: Sequence[str]) -> dict[Key, int]:
    """Give what the books say by product, place and lot, a page of products at a time."""
    pages = (product_ids[at : at + PAGE] for at in range(0, len(product_ids), PAGE))
    read = (row for page in pages for row in stock.read_book(connection, page))
    return {(row.product_id, row.place_id, row.lot): row.on_hand_milli for row in read}


def _with_book(scan: Scan, book: Mapping[Key, int], number: int) -> Scan:
    return replace(scan, book_milli=book.get((scan.product_id, scan.place_id, scan.lot), 0), book=number)
