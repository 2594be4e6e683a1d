"""`counts sheet` and `import counts`: a count on paper, and back from a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.commands.counting import count_json
from desktop.commands.figures import Json
from desktop.commands.selling import find_item
from desktop.commands.tasks import Codes, read_codes
from desktop.domain.counting_file import BadRow, CountedRow, read_rows, refuse_rows
from desktop.domain.order import OrderKind
from desktop.domain.product import WHOLE_UNITS
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.labelling import save
from desktop.operations import counting, staff, tasks
from desktop.operations.counting_orders import begin_count
from desktop.operations.counting_sheets import Row, keep_rows, list_sheet
from desktop.operations.goods import weighed_by_price
from desktop.operations.orders import find_order
from desktop.paper.count_sheet import SheetLine, SheetPlace, count_sheet
from desktop.station import Station


def sheet(station: Station, *, file: str, order: str = "", places: Sequence[str] = ()) -> Json:
    """Write the sheets of an order, or of places whose codes are like these, as PDF. Refusals of `list_sheet`."""
    terminal = station.terminal
    asked = find_order(terminal, order, OrderKind.COUNT) if order else None
    listed = list_sheet(terminal, asked, places or ["*"])
    about = asked.number if asked else ", ".join(places)
    language = station.loaded.settings.language
    rows = [SheetPlace(code, tuple(SheetLine(*goods) for goods in found)) for code, found in listed]
    save(Path(file), count_sheet(rows, about, language))
    return {"file": file, "places": len(rows), "lines": sum(len(one.lines) for one in rows)}


def import_counts(
    station: Station,
    *,
    text: str,
    order: str = "",
    reference: str = "",
    note: str = "",
    zero_uncounted: bool = False,
    end: bool = False,
    take_over: bool = False,
) -> Json:
    """Count what the rows of a file say, as of now. Nothing is counted while one of them is bad.

    Refusals `count.columns`, `count.rows` with all bad rows, and those of `begin_count` and `post_count`.
    """
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    codes = read_codes(terminal)
    rows, bad = read_rows(text)
    items = [_find(codes, row) for row in rows]
    refuse_rows([*bad, *(one for one in items if isinstance(one, BadRow))])
    if order:
        _, task = begin_count(terminal, person, order, reference=reference, note=note, take_over=take_over)
    else:
        task = tasks.open_task(terminal, person, TaskKind.COUNT, reference=reference, note=note)
    try:
        keep_rows(terminal, task.id, [one for one in items if not isinstance(one, BadRow)])
        counted = counting.post_count(terminal, person, task.id, zero_uncounted=zero_uncounted, ends_order=end)
    except Refusal:
        tasks.drop_task(terminal, task.id)
        raise
    return count_json(terminal, counted, codes) | {"rows": len(rows)}


def _find(codes: Codes, row: CountedRow) -> Row | BadRow:
    place = codes.find_place(row.place)
    if place is None:
        return BadRow(row.number, f"there is no place {row.place[:60]}")
    try:
        found = weighed_by_price(find_item(codes.terminal, row.code, codes.shop), codes.shop.currency)
    except Refusal as refusal:
        return BadRow(row.number, refusal.message.rstrip("."))
    if found.product.weighed and found.fixed_total_minor is not None and not found.quantity_milli:
        return BadRow(row.number, f"nobody knows what {row.code[:60]} weighs: its goods have no price")
    milli = row.quantity_milli * (found.quantity_milli or found.pack_milli) // 1000
    if found.product.unit in WHOLE_UNITS and milli % 1000:
        return BadRow(row.number, f"{row.code[:60]} is counted in whole pieces")
    return row.place, place.id, replace(found, quantity_milli=milli, lot=row.lot or found.lot)
