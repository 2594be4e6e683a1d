"""`parked` and `bind`: scans that wait for a code to be known, and giving a code to goods."""

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.commands.tasks import document_json, read_codes
from desktop.domain.money import parse_quantity_milli
from desktop.operations import parked_codes, receiving, staff
from desktop.station import Station


def parked(station: Station, *, post: str = "", end: bool = False, reason: str = "") -> Json:
    """List the tasks in hand that wait for their codes; with `post` post the one with this id, whose codes are known.

    Refusals as `receiving.post`.
    """
    terminal = station.terminal
    waiting = parked_codes.list_parked(terminal)
    if post:
        document = receiving.post(terminal, staff.signed_in(terminal), post, ends=end, reason=reason)
        return document_json(terminal, document)
    told = [
        {"task": one.task.id, "kind": str(one.task.kind), "order": one.task.reference}
        | {"since": one.task.opened_at, "codes": list(one.codes)}
        for one in waiting
    ]
    return {"tasks": told}


def bind(station: Station, *, code: str, item: str, pack: str = "1") -> Json:
    """Give a code to goods, named by another code or their article number; `pack` is how many one scan means."""
    terminal = station.terminal
    product = find_item(terminal, item, read_codes(terminal).shop).product
    person, pack_milli = staff.signed_in(terminal), parse_quantity_milli(pack)
    tasks = parked_codes.bind_code(terminal, person, code.strip(), product, pack_milli)
    return {"code": code.strip(), "sku": product.sku, "name": product.name, "tasks": tasks}
