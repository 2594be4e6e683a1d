"""What waits for a decision about counts, read with all that whoever decides looks at."""

from desktop.domain.counting_matters import Seen
from desktop.domain.staff import Person
from desktop.operations.counting import list_matters
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, people, stock


def see_matters(terminal: Terminal, person: Person | None) -> list[Seen]:
    """Give what waits, the oldest first. Refusals `right.*`."""
    matters = list_matters(terminal, person)
    with terminal.database.reading() as connection:
        places = {place.id: place.code for place in stock.list_places(connection)}
        names = {one.id: one.name for one in people.list_people(connection)}
        book = stock.read_book(connection, list({matter.product_id for matter in matters}))
        held = {(row.product_id, row.place_id, row.lot): row.on_hand_milli for row in book}
        return [
            Seen(
                matter,
                catalogue.read_product(connection, matter.product_id),
                places.get(matter.place_id, ""),
                held.get((matter.product_id, matter.place_id, matter.lot), 0),
                tuple(names.get(one.actor, "") for one in matter.counts),
            )
            for matter in matters
        ]
