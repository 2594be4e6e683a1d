"""`label --plate`: labels of pallets by their numbers; of those known here with where they are and what is on them."""

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.commands.figures import Json
from desktop.commands.label_places import hand_out
from desktop.domain.money import format_quantity
from desktop.domain.place import plate_id
from desktop.domain.plate_label import PlateLabel, number_plates
from desktop.operations.terminal import require_shop
from desktop.station import Station
from desktop.store import catalogue, places, stock


async def label_plates(
    station: Station,
    *,
    plates: Sequence[str],
    following: int = 1,
    copies: int = 1,
    size: str = "",
    to: str = "",
    only_list: bool = False,
) -> Json:
    """Print labels of pallets, write them to a file, or only list them. Refusals of labels, Faults of the printer."""
    numbers = number_plates(plates, following)
    with station.terminal.database.reading() as connection:
        shop = require_shop(connection, station.terminal)
        tree = places.read_tree(connection)
        found = []
        for number in numbers:
            known = tree.places.get(plate_id(shop.id, number))
            where = tree.name_on_way(known.parent) if known and known.parent else ""
            found.append(PlateLabel(number, where, _goods(connection, known.id) if known else ()))
    told: Json = {
        "labels": len(found) * copies,
        "plates": [{"sscc": one.sscc, "where": one.where, "goods": list(one.goods)} for one in found],
    }
    if only_list:
        return told | {"state": "listed", "to": ""}
    return told | await hand_out(station, [(one, copies) for one in found], size=size, square=False, to=to)


def _goods(connection: Connection, place_id: str) -> tuple[str, ...]:
    held = stock.read_on_hand(connection, sorted(stock.list_held_at(connection, place_id)))
    said = []
    for row in held:
        product = catalogue.read_product(connection, row.product_id)
        if row.place_id == place_id and row.on_hand_milli and product:
            lot = f" · {row.lot}" if row.lot else ""
            said.append(f"{format_quantity(row.on_hand_milli)} {product.unit} {product.name or product.sku}{lot}")
    return tuple(said)
