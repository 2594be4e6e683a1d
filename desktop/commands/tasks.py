"""`receive`, `move`, `write-off`, `repack`, `return-goods`: a task of the warehouse from lines a scanner sends."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.domain.ids import new_id
from desktop.domain.money import format_quantity, parse_price_e4
from desktop.domain.photo import Photo
from desktop.domain.picking_checks import measure
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import ALL, Scan, TaskKind, What
from desktop.operations import carrying, empty_bins, photos, receiving, repacking, staff, task_codes, tasks
from desktop.operations.goods import weighed_by_price
from desktop.operations.setting_aside import KINDS
from desktop.operations.task_codes import BACK, MARKS, REPACKING, plain_text
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.scan_files import split_times
from desktop.station import Station
from desktop.store import catalogue, neighbours, stock
from desktop.store.stock import PlaceRow

PHOTO = f"{task_codes.PHOTO}="
"""Begins a line that names the file of a photo."""


@dataclass(frozen=True, slots=True)
class Codes(task_codes.Codes):
    """What codes mean at this shop, and the terminal that asks."""

    terminal: Terminal

    def find_place(self, code: str) -> PlaceRow | None:
        """Give the place with this code, whatever its case."""
        return self.places.get(plain_text(code).casefold())


def read_codes(terminal: Terminal) -> Codes:
    """Read the shop's places."""
    known = task_codes.read_codes(terminal)
    return Codes(known.shop, known.places, terminal)


def work(
    station: Station,
    *,
    kind: str,
    scans: Sequence[str],
    place: str = "",
    reference: str = "",
    reason: str = "",
    note: str = "",
    partial: bool = False,
    costs: Sequence[str] = (),
) -> Json:
    """Do a whole task: every line is a scan that is kept before the next one, then the document is posted.

    Lines are codes, `3*CODE`, `0.342*CODE` of what is weighed, codes of places and plates, `CMD:BACK`, and `CMD:ALL`
    for everything at a place.
    With an unknown code nothing happens, unless `partial`; those of received goods stay behind as the task `parked`.
    What is above the worth that this person may write off `waits` for an approval.
    `costs` are `CODE=PRICE`, what a unit of received goods cost without tax.
    """
    terminal = station.terminal
    codes, person = read_codes(terminal), staff.signed_in(terminal)
    costs_e4 = read_costs(codes, costs)
    at = place_id(codes, place) if place else ""
    task = tasks.open_task(terminal, person, TaskKind(kind), place_id=at, reference=reference, reason=reason, note=note)
    take, aside_id = (keep_line if task.kind in KINDS else take_line), new_id(terminal.clock.now())
    try:
        unknown = [line for line in scans if take(codes, task.id, line, partial=partial) is None]
        document = tasks.post_task(terminal, person, task.id, costs_e4=costs_e4, aside_id=aside_id, asks=True)
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    parked = aside_id if tasks.is_in_hand(terminal, aside_id) else ""
    return document_json(terminal, document) | {"unknown": unknown, "parked": parked}


def read_costs(codes: Codes, costs: Sequence[str]) -> dict[str, int]:
    """Read `CODE=PRICE`. Refusals `stock.cost` and those of `find_item`."""
    found = {}
    for one in costs:
        code, equals, price = one.rpartition("=")
        if not equals:
            raise Refusal("stock.cost", f"{one[:60]} is not CODE=PRICE.", "Write for example 4006381333931=0.89.")
        found[find_item(codes.terminal, code.strip(), codes.shop).product.id] = parse_price_e4(price.strip())
    return found


def goods_json(connection: Connection, product_id: str) -> Json:
    """Name a product; empty words for one that is not here."""
    product = catalogue.read_product(connection, product_id)
    return {"sku": product.sku, "name": product.name} if product else {"sku": "", "name": ""}


def _said_of_bin(codes: Codes, task_id: str, said: str) -> Scan:
    """Do what is said of the bin in hand; the task stays as it is."""
    empty_bins.SAID[said](codes.terminal, staff.signed_in(codes.terminal), task_id)
    return Scan(0, "", What.REFUSED, said)


def take_line(codes: Codes, task_id: str, line: str, *, partial: bool, at: str = "") -> Scan | None:
    """Keep one line as a scan; None for a code that nobody knows, which `partial` passes over.

    `at` is the place of a count at which goods are scanned, or the bin that was suggested for them.

    Refusals as `find_item` and `tasks.scan_goods`.
    """
    terminal, said = codes.terminal, plain_text(line)
    if said == BACK:
        return tasks.take_back(terminal, task_id)
    if said in empty_bins.SAID:
        return _said_of_bin(codes, task_id, said)
    if said in REPACKING:
        return repacking.say(terminal, task_id, REPACKING[said])[-1]
    if said == ALL:
        return carrying.scan_all(terminal, task_id)[-1]
    if sscc := _sscc(line):
        contents = read_code(line).contents
        plate = carrying.scan_plate(terminal, staff.signed_in(terminal), task_id, sscc, contents)
        return take_line(codes, task_id, plate.mark, partial=partial) if plate.mark else plate
    if place := codes.find_place(line):
        return tasks.scan_place(terminal, task_id, place.id, said)
    try:
        found, times = _find_goods(codes, line)
    except Refusal as refusal:
        if refusal.code in ("code.unknown", "code.case") and partial:
            return None
        raise
    return repacking.keep_goods(terminal, task_id, found, times, place_id=at)[-1]


def keep_line(codes: Codes, task_id: str, line: str, *, partial: bool) -> Scan | None:
    """Keep one line as `take_line`, or a mark of the goods before it, or the file of a photo of those that were marked.

    A code that nobody knows, for which None is given, is kept until it is learned.
    """
    if (said := plain_text(line)) in MARKS:
        return receiving.mark(codes.terminal, task_id, MARKS[said])
    if line.startswith(PHOTO):
        marked = photos.find_marked(codes.terminal, task_id)
        return photos.add_photo(codes.terminal, task_id, _read_photo(line.removeprefix(PHOTO)), marked)
    scan = take_line(codes, task_id, line, partial=partial)
    if scan is None:
        times, _, code = split_times(line)
        code = read_code(code).contents or code
        inside = task_codes.understand_parking(codes.terminal, codes, code).inside
        tasks.scan_unknown(codes.terminal, task_id, code, times, inside=inside)
        task_codes.tell_office(codes.terminal, staff.signed_in(codes.terminal), code)
    return scan


def _read_photo(file: str) -> Photo:
    """Read the file of a photo; Qt is loaded for who needs it."""
    from desktop.photo_file import read_photo

    return read_photo(Path(file))


def find_found(codes: Codes, line: str) -> tuple[Found, int] | None:
    """Give the goods of a line and how many scans it stands for, None for a line that is no goods."""
    if plain_text(line) in (BACK, ALL, *REPACKING) or codes.find_place(line) or _sscc(line):
        return None
    try:
        return _find_goods(codes, line)
    except Refusal:  # told when the line is taken
        return None


def _find_goods(codes: Codes, line: str) -> tuple[Found, int]:
    times, said_milli, code = split_times(line)
    found = weighed_by_price(find_item(codes.terminal, code, codes.shop), codes.shop.currency)
    return measure(found, times, said_milli)


def _sscc(line: str) -> str:
    """Give the number of a plate, as its label has it or typed; empty for every other code."""
    return read_code(line).sscc or ""


def place_id(codes: Codes, wanted: str) -> str:
    """Give the place with this code. Refusal `stock.place`."""
    place = codes.find_place(wanted)
    if place is None:
        raise Refusal("stock.place", f"There is no place {wanted}.", "Use the code of a place.", field="place")
    return place.id


def document_json(terminal: Terminal, document: GoodsMoved) -> Json:
    """Tell what a document moved, and the plates that were carried with it."""
    lines = []
    with terminal.database.reading() as connection:
        names = neighbours.name_transits(connection)
        names |= {place.id: place.code for place in stock.list_places(connection)}
        for move in document.moves:
            way = {"from": names[move.from_place_id], "to": names[move.to_place_id]}
            lot = {"lot": move.lot, "expiry": move.expiry}
            lines.append(
                goods_json(connection, move.product_id) | way | lot | {"quantity": format_quantity(move.quantity_milli)}
            )
    plates = [{"plate": names[one.place_id], "to": names[one.to_place_id]} for one in document.plates]
    told = {"document": document.document_id, "purpose": document.purpose, "lines": lines}
    return told | ({"plates": plates} if plates else {}) | ({"waits": True} if document.waits else {})
