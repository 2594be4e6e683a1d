"""Shifts and the drawer: opened with a float, counted and closed, with cash put in and taken out between."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain import shift as trade
from desktop.domain.clock import iso
from desktop.domain.drawer import DrawerOpening
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.shift import UNAPPROVED, Closing, Pieces, Shift, ShiftTotals
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import cart_steps, carts, sales, shifts
from desktop.store.topics import Topic


def require_shift(connection: Connection) -> Shift:
    """Give the open shift. Refusal `shift.closed` when there is none."""
    row = shifts.read_open(connection)
    if row is None:
        raise Refusal("shift.closed", "No shift is open.", "Open a shift first.")
    return row


def open_shift(terminal: Terminal, person: Person | None, float_minor: int, pieces: Pieces = ()) -> Shift:
    """Begin a shift with what lies in the drawer, as a sum or as notes and coins that make it.

    Refusals `shift.open`, `shift.float_negative`, `shift.pieces`.
    """
    if float_minor < 0:
        raise Refusal("shift.float_negative", "The float is never below zero.", "Count the drawer.", field="float")
    trade.check_pieces(pieces, float_minor)
    now = terminal.clock.now()
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.SHIFT)
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
            pieces=pieces,
        )
        terminal.record(connection, opened, who)
        return require_shift(connection)


def close_shift(
    terminal: Terminal,
    person: Person | None,
    counted_minor: Mapping[str, int] | None,
    *,
    pieces: Pieces = (),
    granter: Person | None = None,
    unapproved: bool = False,
) -> Closing:
    """End the shift with what was counted per method; None when it cannot be counted: all counts as expected then.

    A difference above the person's limit and a closing without a count need `granter`. `unapproved` closes where nobody
    is there to allow it: the closing says so and head office decides, for a shift can always be closed.
    Refusals `shift.closed`, `shift.cart_open` (a cart is in hand), `shift.cash_uncounted`, `shift.count_negative`,
    `shift.pieces`, and those of `permit`.
    """
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        who, _ = permit(connection, terminal, person, Right.SHIFT)
        shift = require_shift(connection)
        if carts.is_open(connection):
            raise Refusal("shift.cart_open", "A cart is still in hand.", "Sell it, park it or empty it first.")
        cart_steps.drop_all(connection)
        closing = _count(connection, shift, counted_minor, interrupted=False, pieces=pieces)
        try:
            granted_by = _permit_closing(connection, terminal, who, closing, granter)
        except Refusal as refusal:
            if not unapproved or refusal.code not in MISSING_APPROVAL:
                raise
            closing = replace(closing, remarks=(*closing.remarks, UNAPPROVED))
        else:
            closing = replace(closing, granted_by=granted_by, granter=granter.name if granted_by and granter else "")
        return _seal(connection, terminal, who, closing)


MISSING_APPROVAL = ("staff.approval", "staff.right", "rights.doubted")
"""Refusals of a person who may not do alone what they ask for."""


def _permit_closing(
    connection: Connection, terminal: Terminal, who: Person, closing: Closing, granter: Person | None
) -> str:
    if closing.remarks:
        return permit(connection, terminal, who, Right.CLOSE_UNCOUNTED, granter)[1]
    off_minor = trade.largest_difference_minor(closing.counts)
    if not off_minor:
        return ""
    return permit(connection, terminal, who, Right.CLOSE_DIFFERENCE, granter, amount_minor=off_minor)[1]


def close_interrupted(
    connection: Connection, terminal: Terminal, person: Person, shift: Shift | None = None
) -> Closing | None:
    """End a shift, or the open one, that nobody could count, because the journal went on in a new incarnation."""
    shift = shift or shifts.read_open(connection)
    if shift is None:
        return None
    return _seal(connection, terminal, person, _count(connection, shift, {}, interrupted=True))


def _count(
    connection: Connection,
    shift: Shift,
    counted: Mapping[str, int] | None,
    *,
    interrupted: bool,
    pieces: Pieces = (),
) -> Closing:
    tally = sales.read_tally(connection)
    totals = shifts.read_totals(connection, shift.shift_id)
    grand_total = tally.grand_total_minor if tally else 0
    return trade.close_shift(shift, totals, counted, grand_total, interrupted=interrupted, pieces=pieces)


def _seal(connection: Connection, terminal: Terminal, who: Person, closing: Closing) -> Closing:
    head = terminal.record(connection, closing, who)
    return replace(closing, occurred_at=iso(terminal.clock.now()), cashier=who.name, seq=head.seq, hash=head.hash.hex())


def read_x(terminal: Terminal, person: Person | None) -> tuple[Shift, ShiftTotals]:
    """Give the open shift and what happened in it so far (X report); nothing is written."""
    with terminal.database.reading() as connection:
        permit(connection, terminal, person, Right.X_REPORT)
        shift = require_shift(connection)
        return shift, shifts.read_totals(connection, shift.shift_id)


def move_cash(
    terminal: Terminal, person: Person | None, amount_minor: int, reason: str, granter: Person | None = None
) -> None:
    """Put cash into the drawer (above zero) or take it out (below); the limit of a person is on what goes out.

    Refusals `cash.zero`, `cash.reason`, `cash.short`, and those of `permit`.
    """
    if amount_minor == 0:
        raise Refusal("cash.zero", "The amount must not be zero.", "Type the amount.", field="amount")
    if not reason.strip():
        raise Refusal("cash.reason", "Moving cash needs a reason.", "Say what for.", field="reason")
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        out_minor = min(amount_minor, 0)
        who, granted_by = permit(connection, terminal, person, Right.CASH_MOVE, granter, amount_minor=out_minor)
        shift = require_shift(connection)
        held = shifts.read_expected(connection, shift.shift_id).get("cash", 0)
        if amount_minor < 0 and held + amount_minor < 0:
            raise Refusal("cash.short", "There is not so much cash in the drawer.", "Take less.", field="amount")
        purpose = "cash_in" if amount_minor > 0 else "cash_out"
        terminal.record(connection, _opened(shift, purpose, amount_minor, reason.strip(), granted_by), who)


def open_drawer(terminal: Terminal, person: Person | None, reason: str, granter: Person | None = None) -> None:
    """Open the drawer without a sale; `granter` lends the right for this once. Refusal `drawer.reason`."""
    if not reason.strip():
        raise Refusal("drawer.reason", "Opening the drawer needs a reason.", "Say what for.", field="reason")
    with terminal.database.writing(Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        who, granted_by = permit(connection, terminal, person, Right.OPEN_DRAWER, granter)
        opening = _opened(require_shift(connection), "no_sale", 0, reason.strip(), granted_by)
        terminal.record(connection, opening, who)


def _opened(shift: Shift, purpose: str, amount_minor: int, reason: str, granted_by: str) -> DrawerOpening:
    return DrawerOpening(shift.shift_id, purpose, amount_minor, reason, granted_by)
