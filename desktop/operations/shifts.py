"""Shifts and the drawer: opened with a float, counted and closed, with cash put in and taken out between."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain import shift as trade
from desktop.domain.clock import iso
from desktop.domain.drawer import DrawerOpening
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.shift import Closing, Shift, ShiftTotals
from desktop.domain.staff import Person, Right, may, require, require_lent
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import carts, sales, shifts
from desktop.store.topics import Topic


def require_shift(connection: Connection) -> Shift:
    """Give the open shift. Refusal `shift.closed` when there is none."""
    row = shifts.read_open(connection)
    if row is None:
        raise Refusal("shift.closed", "No shift is open.", "Open a shift first.")
    return row


def open_shift(terminal: Terminal, person: Person | None, float_minor: int) -> Shift:
    """Begin a shift with what lies in the drawer. Refusals `shift.open`, `shift.float_negative`."""
    who = require(person, Right.SHIFT)
    if float_minor < 0:
        raise Refusal("shift.float_negative", "The float is never below zero.", "Count the drawer.", field="float")
    now = terminal.clock.now()
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        shop = require_shop(connection, terminal)
        if shifts.read_open(connection) is not None:
            raise Refusal("shift.open", "A shift is open already.", "Close it first.")
        tally = sales.read_tally(connection)
        opened = Shift(
            shift_id=new_id(now),
            number=(tally.last_shift_no if tally else 0) + 1,
            business_day=trade.business_day(now, shop.time_zone),
            currency=shop.currency,
            float_minor=float_minor,
        )
        terminal.record(connection, opened, who)
        return require_shift(connection)


def close_shift(terminal: Terminal, person: Person | None, counted_minor: Mapping[str, int]) -> Closing:
    """End the shift with what was counted per method.

    Refusals `shift.closed`, `shift.cart_open` (a cart is in hand), `shift.cash_uncounted`, `shift.count_negative`.
    """
    who = require(person, Right.SHIFT)
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        shift = require_shift(connection)
        if carts.read_open(connection) is not None:
            raise Refusal("shift.cart_open", "A cart is still in hand.", "Sell it, park it or empty it first.")
        return _close(connection, terminal, who, shift, counted_minor, interrupted=False)


def close_interrupted(
    connection: Connection, terminal: Terminal, person: Person, shift: Shift | None = None
) -> Closing | None:
    """End a shift, or the open one, that nobody could count, because the journal went on in a new incarnation."""
    shift = shift or shifts.read_open(connection)
    return _close(connection, terminal, person, shift, {}, interrupted=True) if shift else None


def _close(
    connection: Connection,
    terminal: Terminal,
    who: Person,
    shift: Shift,
    counted: Mapping[str, int],
    *,
    interrupted: bool,
) -> Closing:
    tally = sales.read_tally(connection)
    totals = shifts.read_totals(connection, shift.shift_id)
    grand_total = tally.grand_total_minor if tally else 0
    closing = trade.close_shift(shift, totals, counted, grand_total, interrupted=interrupted)
    head = terminal.record(connection, closing, who)
    return replace(closing, occurred_at=iso(terminal.clock.now()), cashier=who.name, seq=head.seq, hash=head.hash.hex())


def read_x(terminal: Terminal, person: Person | None) -> tuple[Shift, ShiftTotals]:
    """Give the open shift and what happened in it so far (X report); nothing is written."""
    require(person, Right.X_REPORT)
    with terminal.database.reading() as connection:
        shift = require_shift(connection)
        return shift, shifts.read_totals(connection, shift.shift_id)


def move_cash(terminal: Terminal, person: Person | None, amount_minor: int, reason: str) -> None:
    """Put cash into the drawer (above zero) or take it out (below).

    Refusals `cash.zero`, `cash.reason`, `cash.short`.
    """
    who = require(person, Right.CASH_MOVE)
    if amount_minor == 0:
        raise Refusal("cash.zero", "The amount must not be zero.", "Type the amount.", field="amount")
    if not reason.strip():
        raise Refusal("cash.reason", "Moving cash needs a reason.", "Say what for.", field="reason")
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        shift = require_shift(connection)
        held = shifts.read_expected(connection, shift.shift_id).get("cash", 0)
        if held + amount_minor < 0:
            raise Refusal("cash.short", "There is not so much cash in the drawer.", "Take less.", field="amount")
        purpose = "cash_in" if amount_minor > 0 else "cash_out"
        terminal.record(connection, _opened(shift, purpose, amount_minor, reason.strip()), who)


def open_drawer(terminal: Terminal, person: Person | None, reason: str, granter: Person | None = None) -> None:
    """Open the drawer without a sale; `granter` lends the right to a person without it. Refusal `drawer.reason`."""
    who = require_lent(person, Right.OPEN_DRAWER, granter)
    granted_by = granter.id if granter and not may(who, Right.OPEN_DRAWER) else ""
    if not reason.strip():
        raise Refusal("drawer.reason", "Opening the drawer needs a reason.", "Say what for.", field="reason")
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        opening = _opened(require_shift(connection), "no_sale", 0, reason.strip())
        terminal.record(connection, replace(opening, granted_by=granted_by), who)


def _opened(shift: Shift, purpose: str, amount_minor: int, reason: str) -> DrawerOpening:
    return DrawerOpening(shift_id=shift.shift_id, purpose=purpose, amount_minor=amount_minor, reason=reason)
