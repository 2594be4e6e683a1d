"""`stock` and `adjust`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.domain.money import format_quantity, parse_quantity_milli
from desktop.domain.place import PLATE, Place, Tree
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations import stock as operation
from desktop.operations.stock import Difference, adjust_stock
from desktop.operations.terminal import require_shop
from desktop.station import Station
from desktop.store import catalogue, places, stock
from desktop.store.held_lots import read_held_lots
from desktop.store.stock import OnHand, PlaceRow


def show(station: Station, *, item: str = "", place: str = "", scans: Sequence[str] = ()) -> Json:
    """Give stock on hand, of one item, of those scanned or of all that have some, at one place or at all.

    What is in a place, or stands at it on a plate, is there too.
    """
    terminal = station.terminal
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    codes = dict.fromkeys(filter(None, [item, *scans]))
    found = list(dict.fromkeys(find_item(terminal, code, shop).product.id for code in codes))
    today = terminal.clock.now().astimezone(ZoneInfo(shop.time_zone)).date()
    with terminal.database.reading() as connection:
        tree = places.read_tree(connection)
        wanted = _wanted(tree, _place_id(tree.places.values(), place)) if place else set(tree.places)
        ids = found or (_held_in(connection, wanted) if place else stock.list_stocked(connection))
        figures, kept_back = stock.read_on_hand(connection, ids), read_held_lots(connection)
        items = []
        for product_id in ids:
            product = catalogue.read_product(connection, product_id)
            held = [row for row in figures if row.product_id == product_id and row.place_id in wanted]
            if product and (held or found):
                named = {"sku": product.sku, "name": product.name, "unit": product.unit}
                items.append(named | _held(held, tree, today, kept_back))
    return {"items": items}


def _wanted(tree: Tree, place_id: str) -> set[str]:
    return {place_id, *(place.id for place in tree.list_inside(place_id))}


def _held_in(connection: Connection, place_ids: set[str]) -> list[str]:
    return sorted({product for place_id in place_ids for product in stock.list_held_at(connection, place_id)})


def _held(rows: Sequence[OnHand], tree: Tree, today: date, kept_back: Mapping[tuple[str, str], str]) -> Json:
    return {
        "on_hand": format_quantity(sum(row.on_hand_milli for row in rows)),
        "places": [
            _held_at(row, tree, today)
            | ({"held": kept_back[row.product_id, row.lot]} if (row.product_id, row.lot) in kept_back else {})
            for row in rows
        ],
    }


def _held_at(row: OnHand, tree: Tree, today: date) -> Json:
    place = tree.places[row.place_id]
    above = tree.places.get(place.parent)
    told: Json = {"place": place.code, "lot": row.lot, "on_hand": format_quantity(row.on_hand_milli)}
    if row.expiry:
        told |= {"expiry": row.expiry, "days_left": (date.fromisoformat(row.expiry) - today).days}
    return told | ({"stands_at": above.code} if above and place.kind == PLATE else {})


def adjust(station: Station, *, items: Sequence[str], reason: str, place: str = "", note: str = "") -> Json:
    """Adjust stock: each item is CODE=DIFFERENCE, or for the reason counted CODE=QUANTITY.

    What is above the worth that this person may put right `waits` for an approval.
    """
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
    adjusted = adjust_stock(terminal, staff.signed_in(terminal), changed, reason, note, asks=True)
    told = {"adjustment": adjusted.document_id, "reason": reason, "moves": len(adjusted.moves)}
    return told | ({"waits": True} if adjusted.waits else {})


def _place_id(known: Iterable[Place | PlaceRow], wanted: str) -> str:
    for row in known:
        if wanted.casefold() in (row.code.casefold(), row.name.casefold(), row.id):
            return row.id
    raise Refusal("stock.place", f"There is no place {wanted}.", "Use the code or the name of a place.")
