"""`sign-in`, `sign-out` and the `shift` commands."""

from collections.abc import Sequence

from desktop.commands.figures import Json, amounts_json
from desktop.domain.detective import clue_text
from desktop.domain.money import format_minor, parse_money
from desktop.domain.refusal import Refusal
from desktop.domain.shift import Closing, PersonTotals, expected
from desktop.operations import closings, shifts, staff
from desktop.operations.terminal import require_shop
from desktop.station import Station


def sign_in(station: Station, *, user: str, pin: str) -> Json:
    """Sign somebody in for the commands that follow."""
    person = staff.sign_in(station.terminal, user, pin)
    return {"user": person.login, "name": person.name, "role": person.role}


def sign_out(station: Station) -> Json:
    """Sign out whoever is signed in."""
    person = staff.signed_in(station.terminal)
    staff.sign_out(station.terminal)
    return {"signed_out": person.login if person else ""}


def shift_open(station: Station, *, amount: str) -> Json:
    """Open a shift with a float."""
    currency = _currency(station)
    float_minor = parse_money(amount, currency).minor
    shift = shifts.open_shift(station.terminal, staff.signed_in(station.terminal), float_minor)
    return {
        "shift": shift.number,
        "shift_id": shift.shift_id,
        "business_day": shift.business_day,
        "float": format_minor(shift.float_minor, shift.currency),
        "currency": shift.currency,
    }


def shift_x(station: Station) -> Json:
    """Report the open shift so far."""
    shift, totals = shifts.read_x(station.terminal, staff.signed_in(station.terminal))
    return {
        "shift": shift.number,
        "expected": amounts_json(dict(expected(shift, totals)), shift.currency),
        "sales": totals.sales - totals.voids,
        "voids": totals.voids,
        "given_back_by_hand": format_minor(totals.given_by_hand.amount_minor, shift.currency),
        "taken_by_hand": format_minor(totals.taken_by_hand.amount_minor, shift.currency),
        "total": format_minor(totals.total_minor, shift.currency),
        "currency": shift.currency,
        "tips": amounts_json(dict(totals.tips), shift.currency),
        "paid_in": amounts_json(dict(totals.paid_in), shift.currency),
        "people": [_person_json(person, shift.currency) for person in totals.people],
    }


def _person_json(person: PersonTotals, currency: str) -> Json:
    return {
        "name": person.name,
        "sales": person.sales,
        "total": format_minor(person.total_minor, currency),
        "cash": format_minor(person.cash_minor, currency),
        "tips": format_minor(person.tip_minor, currency),
        "voids": person.voids,
        "voided": format_minor(person.voided_minor, currency),
        "drawer_looks": person.drawer_looks,
    }


def shift_close(station: Station, *, counted: Sequence[str], unapproved: bool = False) -> Json:
    """Close the shift with what was counted, as METHOD=AMOUNT; nothing where it cannot be counted.

    `unapproved` closes what somebody else should allow, where nobody is there; the closing says so.
    """
    terminal = station.terminal
    currency = _currency(station)
    amounts: dict[str, int] = {}
    for text in counted:
        method, equals, amount = text.partition("=")
        if not equals:
            raise Refusal("shift.counted", f"{text} is not METHOD=AMOUNT.", "Write for example cash=120.50.")
        amounts[method] = parse_money(amount, currency).minor
    person = staff.signed_in(terminal)
    closing = shifts.close_shift(terminal, person, amounts if counted else None, unapproved=unapproved)
    closed = closings.read_last_closed(terminal)
    clues = [clue_text(clue, currency) for clue in closed.clues] if closed else []
    return closing_json(closing, currency) | {"clues": clues}


def closing_json(closing: Closing, currency: str) -> Json:
    """Give a closing under the contract's keys."""
    return {
        "shift": closing.shift_id,
        "expected": amounts_json({count.method: count.expected_minor for count in closing.counts}, currency),
        "counted": amounts_json({count.method: count.counted_minor for count in closing.counts}, currency),
        "difference": amounts_json({count.method: count.difference_minor for count in closing.counts}, currency),
        "sales": closing.sales,
        "total": format_minor(closing.total_minor, currency),
        "currency": currency,
        "z_number": closing.z_number,
        "grand_total": format_minor(closing.grand_total_minor, currency),
        "approved_by": closing.granter,
        "remarks": list(closing.remarks),
    }


def shift_cash(station: Station, *, amount: str, direction: str, reason: str) -> Json:
    """Put cash in or take it out; `direction` is in or out."""
    currency = _currency(station)
    minor = parse_money(amount, currency).minor
    signed = minor if direction == "in" else -minor
    shifts.move_cash(station.terminal, staff.signed_in(station.terminal), signed, reason)
    return {"amount": format_minor(signed, currency), "currency": currency, "reason": reason}


def _currency(station: Station) -> str:
    with station.terminal.database.reading() as connection:
        return require_shop(connection, station.terminal).currency
