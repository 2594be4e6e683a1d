"""`report` and `stock --everywhere`: what this till knows by itself, and what only head office does."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desktop.commands import stock as stocks
from desktop.commands.figures import Json
from desktop.commands.picking_workers import workers
from desktop.commands.selling import find_item
from desktop.domain.money import format_minor, format_quantity
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.enquiring import ask_figures
from desktop.operations import permissions, staff
from desktop.operations.terminal import Terminal, require_shop
from desktop.station import Station
from desktop.store import reports
from desktop.store.reordering import list_low
from desktop.store.terminal import Known, read_known
from sync.wire.figures import EVERYWHERE, MOVEMENTS, FiguresQuestion

ASKED = (
    *(
        "turnover",
        "margin",
        "ageing",
        "dead-stock",
        "transit",
        "accuracy",
        "reorder",
        "stock-value",
        "stock-value-by-place",
    ),
    MOVEMENTS,
)
"""What only head office knows."""
DAYS = 30
"""Of a report that is asked without days: so many up to today."""
_MINOR, _MILLI = "_minor", "_milli"


async def report(
    station: Station,
    *,
    what: str,
    item: str = "",
    first: str = "",
    last: str = "",
    days: int = 90,
) -> Json:
    """Give a report: `source` is this till or head office, `as_of` how old figures are that head office made.

    Refusals `report.unknown`, `report.days`, `report.item`, `report.offline`, `report.denied`, `right.*`, `code.*`.
    """
    begins, ends = _days(station.terminal, first, last)
    head = {"report": what, "from": begins.isoformat(), "to": ends.isoformat()}
    if what in OWN:
        return head | OWN[what](station, begins.isoformat(), ends.isoformat())
    if what not in ASKED:
        raise Refusal("report.unknown", f"There is no report {what}.", f"Choose from {', '.join((*OWN, *ASKED))}.")
    product_id = _product_id(station, item) if what == MOVEMENTS else ""
    if what == MOVEMENTS:
        permissions.check(station.terminal, staff.signed_in(station.terminal), Right.SEE_STOCK)
    person = staff.signed_in(station.terminal)
    question = FiguresQuestion(
        report=what,
        first=begins.isoformat(),
        last=ends.isoformat(),
        asked_by=person.id if person else "",
        product_id=product_id,
        days=days,
    )
    try:
        answer = await ask_figures(station, question)
    except Refusal as refusal:
        if refusal.code != "report.offline" or what not in OFFLINE:
            raise
        return head | OFFLINE[what](station)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return head | {"source": "centre", "as_of": answer.as_of, "more": answer.more, "rows": rows}


async def everywhere(station: Station, *, item: str) -> Json:
    """Give what this shop and the others have of a product, and when their tills were last heard of."""
    product_id, today = _product_id(station, item), _today(station.terminal).isoformat()
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.SEE_STOCK)
    question = FiguresQuestion(report=EVERYWHERE, first=today, last=today, product_id=product_id)
    answer = await ask_figures(station, question)
    found = stocks.show(station, item=item)["items"][0]
    shops = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return {"sku": found["sku"], "name": found["name"], "unit": found["unit"], "here": found["on_hand"], "shops": shops}


def _product_id(station: Station, item: str) -> str:
    if not item:
        raise Refusal("report.item", "This report is about one product.", "Name it by its code or number.")
    with station.terminal.database.reading() as connection:
        shop = require_shop(connection, station.terminal)
    return find_item(station.terminal, item, shop).product.id


def _today(terminal: Terminal) -> date:
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    return terminal.clock.now().astimezone(ZoneInfo(shop.time_zone)).date()


def _days(terminal: Terminal, first: str, last: str) -> tuple[date, date]:
    try:
        ends = date.fromisoformat(last) if last else _today(terminal)
        begins = date.fromisoformat(first) if first else ends - timedelta(days=DAYS - 1)
    except ValueError as error:
        raise Refusal("report.days", "That is not a day.", "Write days as 2026-11-22.") from error
    if begins > ends:
        raise Refusal("report.days", "The last day is before the first.", "Turn them round.")
    return begins, ends


def _sales(station: Station, first: str, last: str) -> Json:
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.X_REPORT)
    with station.terminal.database.reading() as connection:
        rows = reports.read_sales(connection, first, last)
    return {"source": "terminal", "as_of": "", "rows": [_told(row) for row in rows]}


def _shifts(station: Station, first: str, last: str) -> Json:
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.X_REPORT)
    with station.terminal.database.reading() as connection:
        rows = reports.read_shifts(connection, first, last)
    return {"source": "terminal", "as_of": "", "rows": [_told(row) for row in rows]}


def _stock(station: Station, _first: str, _last: str) -> Json:
    """As of now: the replica's figures, as old as the last word from head office, and this till's own movements."""
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.SEE_STOCK)
    with station.terminal.database.reading() as connection:
        heard = read_known(connection, Known.LAST_CONTACT)
    rows = [
        {"sku": item["sku"], "name": item["name"], "unit": item["unit"], **held}
        for item in stocks.show(station)["items"]
        for held in item["places"]
    ]
    return {"source": "terminal", "as_of": heard, "rows": rows}


def _reorder(station: Station) -> Json:
    """What to order by this till's own books, with the points of the last contact."""
    permissions.check(station.terminal, staff.signed_in(station.terminal), Right.SEE_STOCK)
    with station.terminal.database.reading() as connection:
        heard, found = read_known(connection, Known.LAST_CONTACT), list_low(connection)
    rows = [
        {
            "sku": low.product.sku,
            "name": low.product.name,
            "unit": low.product.unit,
            "on_hand": format_quantity(low.on_hand_milli),
            "point": format_quantity(low.point_milli),
            "order": format_quantity(low.order_milli),
        }
        for low in found
    ]
    return {"source": "terminal", "as_of": heard, "rows": rows}


def _told(row: dict[str, Any]) -> Json:
    """Give a row with amounts and quantities as decimal strings."""
    return {name.removesuffix(_MINOR).removesuffix(_MILLI): _cell(name, value, row) for name, value in row.items()}


def _cell(name: str, value: Any, row: dict[str, Any]) -> str:
    if value is None:
        return ""
    if name.endswith(_MINOR):
        return format_minor(value, row["currency"])
    return format_quantity(value) if name.endswith(_MILLI) else str(value)


OWN: dict[str, Callable[[Station, str, str], Json]] = {
    "sales": _sales,
    "shifts": _shifts,
    "stock": _stock,
    "workers": workers,
}
"""What this till knows by itself."""
OFFLINE: dict[str, Callable[[Station], Json]] = {"reorder": _reorder}
"""What head office knows better, and this till as of the last contact."""
