"""`report workers`: what everybody did in the warehouse at this terminal, from its own journal."""

from desktop.commands.figures import Json
from desktop.domain.picking_workers import add_up
from desktop.domain.staff import Right
from desktop.operations import permissions, staff
from desktop.replication.picking_workers import read_work
from desktop.station import Station
from desktop.store import people


def workers(station: Station, first: str, last: str) -> Json:
    """Give documents, orders, lines, scans, wrong scans and scans per hour by person. Refusals `right.*`."""
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.SEE_STOCK)
    with station.terminal.database.reading() as connection:
        figures = add_up(read_work(connection, first, last))
        names = {person.id: person.name for person in people.list_people(connection)}
    rows = [
        {
            "person": names.get(one.person_id, one.person_id),
            "documents": str(one.documents),
            "orders": str(one.orders),
            "lines": str(one.lines),
            "scans": str(one.scans),
            "wrong": str(one.refused),
            "minutes": str(one.worked_s // 60),
            "scans_per_hour": str(one.scans_per_hour),
        }
        for one in figures
    ]
    return {"source": "terminal", "as_of": "", "rows": rows}
