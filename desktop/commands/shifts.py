"""`sign-in`, `sign-out` and the `shift` commands."""

from collections.abc import Sequence

from desktop.commands.figures import Json, amounts_json
from desktop.domain.money import format_minor, parse_money
from desktop.domain.refusal import Refusal
from desktop.domain.shift import Closing, expected
from desktop.operations import shifts, staff
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
        "total": format_minor(totals.total_minor, shift.currency),
        "currency": shift.currency,
    }


def shift_close(station: Station, *, counted: Sequence[str]) -> Json:
    """Close the shift with what was counted, as METHOD=AMOUNT."""
    terminal = station.terminal
    currency = _currency(station)
    amounts: dict[str, int] = {}
    for text in counted:
        method, equals, amount = text.partition("=")
        if not equals:
            raise Refusal("shift.counted", f"{text} is not METHOD=AMOUNT.", "Write for example cash=120.50.")
        amounts[method] = parse_money(amount, currency).minor
    return closing_json(shifts.close_shift(terminal, staff.signed_in(terminal), amounts), currency)


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
