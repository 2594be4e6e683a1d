"""`stock` and `adjust`."""

from collections.abc import Iterable, Sequence

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.domain.money import format_quantity, parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations import stock as operation
from desktop.operations.stock import Difference, adjust_stock
from desktop.operations.terminal import require_shop
from desktop.station import Station
from desktop.store import catalogue, stock
from desktop.store.stock import OnHand, PlaceRow


def show(station: Station, *, item: str = "", place: str = "") -> Json:
    """Give stock on hand, of one item or of all that have some, at one place or at all."""
    terminal = station.terminal
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    found = [find_item(terminal, item, shop).product.id] if item else None
    with terminal.database.reading() as connection:
        ids = found or stock.list_stocked(connection)
        places = {row.id: row for row in stock.list_places(connection)}
        wanted = _place_id(places.values(), place) if place else ""
        figures = stock.read_on_hand(connection, ids)
        items = []
        for product_id in ids:
            product = catalogue.read_product(connection, product_id)
            held = [row for row in figures if row.product_id == product_id and wanted in ("", row.place_id)]
            if product and (held or found):
                items.append({"sku": product.sku, "name": product.name, "unit": product.unit} | _held(held, places))
    return {"items": items}


def _held(rows: Sequence[OnHand], places: dict[str, PlaceRow]) -> Json:
    return {
        "on_hand": format_quantity(sum(row.on_hand_milli for row in rows)),
        "places": [_held_at(row, places[row.place_id]) for row in rows],
    }


def _held_at(row: OnHand, place: PlaceRow) -> Json:
    told = {"place": place.code, "lot": row.lot, "on_hand": format_quantity(row.on_hand_milli)}
    return told | ({"expiry": row.expiry} if row.expiry else {})


def adjust(station: Station, *, items: Sequence[str], reason: str, place: str = "", note: str = "") -> Json:
    """Adjust stock: each item is CODE=DIFFERENCE, or for the reason counted CODE=QUANTITY."""
    terminal = station.terminal
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        place_id = _place_id(stock.list_places(connection), place) if place else shop.selling_place_id
    differences = []
    for item in items:
        code, equals, text = item.rpartition("=")
        if not equals:
            raise Refusal("stock.item", f"{item} is not CODE=QUANTITY.", "Write for example 4006381333931=5.")
        product = find_item(terminal, code, shop).product
        quantity_milli = parse_quantity_milli(text)
        if reason == "counted":
            differences.append(operation.count_difference(terminal, product.id, place_id, quantity_milli))
        else:
            differences.append(Difference(product.id, place_id, quantity_milli))
    changed = [difference for difference in differences if difference.difference_milli]
    adjusted = adjust_stock(terminal, staff.signed_in(terminal), changed, reason, note)
    return {"adjustment": adjusted.document_id, "reason": reason, "moves": len(adjusted.moves)}


def _place_id(places: Iterable[PlaceRow], wanted: str) -> str:
    for row in places:
        if wanted.casefold() in (row.code.casefold(), row.name.casefold(), row.id):
            return row.id
    raise Refusal("stock.place", f"There is no place {wanted}.", "Use the code or the name of a place.")
