"""`parked` and `bind`: scans that wait for a code to be known, and giving a code to goods."""

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.commands.tasks import document_json, goods_json, read_codes
from desktop.domain.money import parse_quantity_milli
from desktop.operations import parked_codes, staff, tasks
from desktop.station import Station


def parked(station: Station, *, post: str = "", end: bool = False, reason: str = "") -> Json:
    """List the tasks in hand that wait for their codes; with `post` post the one with this id, whose codes are known.

    `cases` say of which goods a code is a case that holds nobody knows how many.

    What was set `aside` needs nobody for that unless it was refused. Refusals as `post_parked`, and `task.gone`.
    """
    terminal = station.terminal
    booked = [document.document_id for document in parked_codes.book_parked(terminal)]
    waiting = parked_codes.list_parked(terminal)
    if post:
        with terminal.database.reading() as connection:
            task = tasks.require_task(connection, post)
        document = parked_codes.post_parked(terminal, staff.signed_in(terminal), task, ends=end, reason=reason)
        return document_json(terminal, document)
    with terminal.database.reading() as connection:
        told = [
            {"task": one.task.id, "kind": str(one.task.kind), "order": one.task.reference}
            | {"since": one.task.opened_at, "codes": list(one.codes), "aside": one.task.aside}
            | {"cases": [{"code": code} | goods_json(connection, inside) for code, inside in one.cases.items()]}
            for one in waiting
        ]
    return {"tasks": told, "booked": booked}


def bind(station: Station, *, code: str, item: str, pack: str = "1") -> Json:
    """Give a code to goods, named by another code or their article number; `pack` is how many one scan means.

    Of a case it must be said. What was set aside for this code alone is `booked` with it.
    """
    terminal = station.terminal
    product = find_item(terminal, item, read_codes(terminal).shop).product
    person, pack_milli = staff.signed_in(terminal), parse_quantity_milli(pack)
    waited, booked = parked_codes.bind_code(terminal, person, code.strip(), product, pack_milli)
    told = {"code": code.strip(), "sku": product.sku, "name": product.name, "tasks": waited}
    return told | {"booked": [document_json(terminal, document) for document in booked]}
