"""The company's other shops that goods can be sent to, and where they lie until they are taken in there."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.store.order_tables import neighbour


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another shop; what is sent to it lies at `transit_place_id`."""

    id: str
    name: str
    transit_place_id: str


def list_all(connection: Connection) -> list[Neighbour]:
    """Give the other shops, by name."""
    columns = neighbour.c.id, neighbour.c.name, neighbour.c.transit_place_id
    return [Neighbour(*row) for row in connection.execute(select(*columns).order_by(neighbour.c.name))]


def name_transits(connection: Connection) -> dict[str, str]:
    """Name the shops by the places where goods on their way to them lie."""
    return {shop.transit_place_id: shop.name for shop in list_all(connection)}
