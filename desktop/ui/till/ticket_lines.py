"""Lines of a cart in the words and figures of the ticket."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.cart import CartLine
from desktop.domain.pricing import PricedLine
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.purse_pay_in import PayIn
from desktop.domain.remembered import Remembered
from desktop.ui import formats
from desktop.ui.till.purse_words import pay_in_words
from desktop.ui.till.till_rows import PAY_IN, TillState
from desktop.ui.widgets.ticket import Badge, TicketLine

MOST_PROMOTIONS = 2
"""Promotions named on a line; what others gave is one sum beside them."""
SHOWN_NAME = 24
"""Letters of a promotion's name on a line."""


class LineWriter:
    """Writes only lines that are new or have changed: a scan costs one line, however long the ticket is."""

    def __init__(self) -> None:
        self._how = ("", "")
        self._rows = Remembered(partial(_write, ""))

    def write(self, state: TillState) -> tuple[TicketLine, ...]:
        """Give the ticket of a state: what is sold, then what comes back."""
        if state.cart is None or state.priced is None:
            return ()
        currency, cart, lines = state.priced.currency, state.cart, state.priced.lines
        how = (QLocale().name(), currency)
        if how != self._how:
            self._how, self._rows = how, Remembered(partial(_write, currency))
        sold = (*cart.lines, *([None] * len(cart.returns))) if cart.returns else cart.lines
        rows = self._rows.follow(range(1, len(lines) + 1), sold, lines)
        paid = (write_pay_in(number, one, currency) for number, one in enumerate(state.pay_ins, len(rows) + 1))
        return (*rows, *paid)


def _write(currency: str, number: int, line: CartLine | None, priced: PricedLine) -> TicketLine:
    return write_line(number, line, priced, currency) if line else write_return(number, priced, currency)


def write_pay_in(number: int, paid: PayIn, currency: str) -> TicketLine:
    """One row of what is paid into a purse."""
    total = formats.amount(paid.amount_minor, currency)
    return TicketLine(f"{PAY_IN}{paid.purse}", str(number), pay_in_words(paid.purse), "", "", total)


def write_return(number: int, priced: PricedLine, currency: str) -> TicketLine:
    """One row of what comes back."""
    back = QCoreApplication.translate("Ticket", "comes back")
    return TicketLine(
        key=priced.line_id,
        number=str(number),
        name=priced.name,
        quantity=formats.quantity(priced.quantity_milli, priced.unit),
        price=formats.price(priced.price_e4, currency),
        total=formats.amount(priced.total_minor, currency),
        note=" · ".join(part for part in (priced.returns_receipt, priced.reason) if part),
        badges=(Badge(back, "warn"),),
    )


def write_line(number: int, line: CartLine, priced: PricedLine, currency: str) -> TicketLine:
    """One row of the ticket."""
    repeated = not line.weighed and line.quantity_milli > line.pack_milli
    return TicketLine(
        key=line.line_id,
        number=str(number),
        name=line.name,
        quantity=(formats.TIMES if repeated else "") + formats.quantity(line.quantity_milli, line.unit),
        price=formats.price(priced.price_e4, currency),
        total=formats.amount(priced.total_minor, currency),
        note=_note(line),
        badges=_badges(line, priced, currency),
        struck_total=formats.amount(priced.gross_minor, currency) if priced.discount_minor else "",
        strong_quantity=repeated,
    )


def _note(line: CartLine) -> str:
    return " · ".join(part for part in (_measure(line), *_details(line)) if part)


def _measure(line: CartLine) -> str:
    if line.fixed_total_minor is not None:
        return QCoreApplication.translate("Ticket", "price from the label")
    if line.pack_milli > 1000 and line.quantity_milli % line.pack_milli == 0:
        packs = QCoreApplication.translate("Ticket", "%n pack(s)", "", line.quantity_milli // line.pack_milli)
        return f"{packs} {formats.TIMES} {formats.quantity(line.pack_milli)}"
    return ""


def _details(line: CartLine) -> tuple[str, ...]:
    detail, translate = line.detail, QCoreApplication.translate
    if detail is None:
        return ()
    tare = formats.quantity(detail.tare_milli, line.unit)
    parts = ", ".join(f"{formats.quantity(part.quantity_milli)} {formats.TIMES} {part.name}" for part in detail.parts)
    return (
        detail.note,
        translate("Ticket", "lot {0}").replace("{0}", detail.lot) if detail.lot else "",
        translate("Ticket", "no. {0}").replace("{0}", detail.serial) if detail.serial else "",
        translate("Ticket", "until {0}").replace("{0}", formats.date(datetime.fromisoformat(detail.expiry)))
        if detail.expiry
        else "",
        translate("Ticket", "tare {0}").replace("{0}", tare) if detail.tare_milli else "",
        parts,
    )


def _badges(line: CartLine, priced: PricedLine, currency: str) -> tuple[Badge, ...]:
    badges = [_promoted(one, currency) for one in priced.promotions[:MOST_PROMOTIONS]]
    own = priced.discount_minor - sum(one.amount_minor for one in priced.promotions[:MOST_PROMOTIONS])
    if line.discount is not None and line.discount.kind == "percent":
        badges.append(Badge(formats.MINUS + formats.percent(line.discount.value), "ok"))
    elif own:
        badges.append(Badge(formats.amount(-own, currency), "ok"))
    if line.override is not None:
        badges.append(Badge(line.override.reason, "warn"))
    if line.age_limit:
        badges.append(Badge(f"{line.age_limit}+", "warn"))
    return tuple(badges)


def _promoted(one: LinePromotion, currency: str) -> Badge:
    name = one.name if len(one.name) <= SHOWN_NAME else one.name[: SHOWN_NAME - 1] + "…"
    return Badge(f"{name} {formats.amount(-one.amount_minor, currency)}", "ok")
