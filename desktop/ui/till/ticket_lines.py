"""Lines of a cart in the words and figures of the ticket."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.cart import CartLine
from desktop.domain.pricing import PricedLine
from desktop.ui import formats
from desktop.ui.till.till_rows import TillState
from desktop.ui.widgets.ticket import Badge, TicketLine

_Known = tuple[CartLine, int, int, str, TicketLine]


class LineWriter:
    """Writes only lines that are new or have changed: a scan costs one line, however long the ticket is."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def write(self, state: TillState) -> tuple[TicketLine, ...]:
        """Give the ticket of a state."""
        if state.cart is None or state.priced is None:
            return ()
        language = QLocale().name()
        pairs = zip(state.cart.lines, state.priced.lines, strict=True)
        written = {
            line.line_id: self._one(number, line, priced, state.priced.currency, language)
            for number, (line, priced) in enumerate(pairs, 1)
        }
        self._known = written
        return tuple(known[-1] for known in written.values())

    def _one(self, number: int, line: CartLine, priced: PricedLine, currency: str, language: str) -> _Known:
        known = self._known.get(line.line_id)
        same = (number, priced.total_minor, language)
        if known and known[0] is line and known[1:4] == same:
            return known
        return (line, *same, write_line(number, line, priced, currency))


def write_line(number: int, line: CartLine, priced: PricedLine, currency: str) -> TicketLine:
    """One row of the ticket."""
    repeated = not line.weighed and line.quantity_milli > line.pack_milli
    return TicketLine(
        key=line.line_id,
        number=str(number),
        name=line.name,
        quantity=(formats.TIMES if repeated else "") + formats.quantity(line.quantity_milli, line.unit),
        price=formats.price(line.price_e4, currency),
        total=formats.amount(priced.total_minor, currency),
        note=_note(line, currency),
        badges=_badges(line, priced, currency),
        struck_total=formats.amount(priced.gross_minor, currency) if priced.discount_minor else "",
        strong_quantity=repeated,
    )


def _note(line: CartLine, currency: str) -> str:
    if line.fixed_total_minor is not None:
        return QCoreApplication.translate("Ticket", "price from the label")
    if line.pack_milli > 1000 and line.quantity_milli % line.pack_milli == 0:
        packs = QCoreApplication.translate("Ticket", "%n pack(s)", "", line.quantity_milli // line.pack_milli)
        return f"{packs} {formats.TIMES} {formats.quantity(line.pack_milli)}"
    return ""


def _badges(line: CartLine, priced: PricedLine, currency: str) -> tuple[Badge, ...]:
    badges = []
    if line.discount is not None and line.discount.kind == "percent":
        badges.append(Badge(formats.MINUS + formats.percent(line.discount.value), "ok"))
    elif priced.discount_minor:
        badges.append(Badge(formats.amount(-priced.discount_minor, currency), "ok"))
    if line.age_limit:
        badges.append(Badge(f"{line.age_limit}+", "warn"))
    return tuple(badges)
