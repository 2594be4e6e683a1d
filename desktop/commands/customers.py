"""`customer new` and `customer change`: what the shop keeps of somebody, from a line of text."""

from desktop.commands.figures import Json
from desktop.enquiring import ask_customer
from desktop.operations import customers, staff
from desktop.station import Station


def new(station: Station, *, data: dict[str, str], consent: bool = False) -> Json:
    """Make a customer. Refusals as `customers.register_customer`."""
    terminal = station.terminal
    made = customers.register_customer(terminal, staff.signed_in(terminal), data, consent=consent)
    return {"customer_id": made.id, "name": made.name, "card": made.card}


async def change(station: Station, *, customer: str, data: dict[str, str], consent: bool = False) -> Json:
    """Change what is kept of a customer; head office is asked what that is, where it can be.

    Refusals as `customers.find_customer` and `customers.change_customer`.
    """
    terminal = station.terminal
    found = customers.find_customer(terminal, customer)
    known = customers.know_customer(terminal, found.id, await ask_customer(station, found.id))
    person = staff.signed_in(terminal)
    changed = customers.change_customer(terminal, person, known, data, consent=consent)
    return {"customer_id": changed.id, "name": changed.name, "card": changed.card, "asked": known.is_whole}
