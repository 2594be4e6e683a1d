"""A shift from float to closing: what is typed, which page is shown, and the count, kept on disk while it is typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.drawer_count import DrawerCount, is_far_off
from desktop.domain.money import parse_money
from desktop.domain.permission import Grade, grade_of, may
from desktop.domain.refusal import Refusal
from desktop.domain.shift import Shift, ShiftTotals, largest_difference_minor
from desktop.domain.staff import Person, Right
from desktop.domain.tender import CASH, denominations
from desktop.faults import Fault
from desktop.operations import closings, drawer_counts, shifts, staff
from desktop.operations.closings import Closed
from desktop.operations.rights import read_shop
from desktop.operations.terminal import Terminal
from desktop.store import carts, journal, sales
from desktop.store import shifts as stored
from desktop.store.topics import Topic
from desktop.ui.shift.shift_rows import CashMove, Direction, LastClose, Page, ShiftState
from desktop.ui.shift.typed_rows import BACK, MARK, press
from desktop.ui.till.grant_presenter import GRANTABLE, Act, Asked, GrantPresenter

PrintX = Callable[[Shift, ShiftTotals, bool], None]
PrintZ = Callable[[Closed, int], None]


class ShiftPresenter(QObject):
    """`changed(ShiftState)`, `opened()` a shift, `left()` for the till, `sounded(str)`, `faulted(Fault)`.

    `print_x(shift, totals, show_expected)`, `print_z(closed, copy_no)` and `open_drawer()` return at once; their
    trouble comes by another way. `grant` is for what somebody else has to allow.
    """

    changed = Signal(object)
    opened = Signal()
    left = Signal()
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(
        self,
        terminal: Terminal,
        print_x: PrintX,
        print_z: PrintZ,
        open_drawer: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._terminal, self._print_x, self._print_z, self._kick = terminal, print_x, print_z, open_drawer
        self.grant = GrantPresenter(terminal, self)
        self.grant.sounded.connect(self.sounded)
        self.grant.faulted.connect(self.faulted)
        self._closed: Closed | None = None
        self._shown = False
        self.state = ShiftState()
        self._stop = terminal.database.listen(self._on_topics)

    # --- coming and going

    def enter(self) -> None:
        """The screen is shown: to the count that was left, else to what the shift is at."""
        self._shown = True
        self._attempt(self._begin)

    def leave(self) -> None:
        """Another screen is shown; sales need not be followed any more."""
        self._shown = False

    def show_page(self, page: Page) -> None:
        """Go to a page; what is wrong on the old one is forgotten."""
        self._put(page=page, refusal=None, recount=False, can_ask=False)

    def press_escape(self) -> None:
        """One step back, nothing lost."""
        page = self.state.page
        if page == "review":
            self._put(uncounted=False)
            self.show_page("count")
        elif page in ("cash", "count"):
            self._attempt(self._show_running)
        else:
            self.left.emit()

    def scan(self, code: str | bytes) -> None:
        """Take a badge while something waits to be allowed; other scans do nothing here, and that is said."""
        if not self.grant.take_badge(code):
            self._put(refusal=Refusal("shift.scan", "A scan does nothing here.", "Go to the till to sell."))
            self.sounded.emit("stop")

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    # --- typing

    def choose_slot(self, slot: str | int) -> None:
        """Say what the digits are for: a method, or a note or coin."""
        self._put(slot=slot, fresh=True, refusal=None)

    def step(self, by: int) -> None:
        """Go to the next slot, or back."""
        slots = self.slots()
        at = slots.index(self.state.slot) if self.state.slot in slots else 0
        self.choose_slot(slots[(at + by) % len(slots)])

    def choose_way(self, *, by_pieces: bool) -> None:
        """Count notes and coins, or type the sum; what was typed the other way is kept aside."""
        count = replace(self.state.count, by_pieces=by_pieces)
        self._count(count)
        self.choose_slot(self.slots()[0])

    def slots(self) -> tuple[str | int, ...]:
        """What can be typed, in order."""
        cash: tuple[str | int, ...] = (CASH,)
        if self.state.count.by_pieces:
            cash = denominations(self.state.currency)
        others = self.state.methods[1:] if self.state.page == "count" else ()
        return (*cash, *others)

    def press_digit(self, digit: str) -> None:
        """Type a digit into the slot; the first one after choosing it begins anew."""
        self._press(digit)

    def press_mark(self) -> None:
        """Type the decimal mark."""
        self._press(MARK)

    def press_backspace(self) -> None:
        """Take the last digit back."""
        self._press(BACK)

    def _press(self, key: str) -> None:
        now = press(self.state, key)
        if isinstance(now, CashMove):
            self._put(move=now, refusal=None)
        elif now is not None:
            self._count(now)

    # --- opening

    def open_shift(self) -> None:
        """Open the shift with what was typed or counted; nothing typed is refused, a zero has to be said."""
        self._attempt(self._open)

    def _open(self) -> None:
        typed = self.state.counted_minor
        if CASH not in typed:
            raise Refusal("shift.float_missing", "The float was not typed.", "Type it; 0 for an empty drawer.")
        shifts.open_shift(self._terminal, staff.signed_in(self._terminal), typed[CASH], self.state.pieces)
        self._kick()
        self._begin()
        self.sounded.emit("ok")
        self.opened.emit()

    # --- while it runs

    def print_x(self) -> None:
        """Print the report of the shift so far; what should be there only for those who may know it."""
        self._attempt(self._print_report)

    def _print_report(self) -> None:
        shift, totals = shifts.read_x(self._terminal, staff.signed_in(self._terminal))
        self._print_x(self._named(shift), totals, self.state.sees_expected)

    def begin_cash(self, direction: Direction) -> None:
        """Put cash in or take it out."""
        self._put(page="cash", move=CashMove(direction), refusal=None)

    def choose_direction(self, direction: Direction) -> None:
        """Put in instead of taking out, or the other way round."""
        self._move(direction=direction)

    def give_reason(self, reason: str) -> None:
        """Say what the cash is for."""
        self._move(reason=reason)

    def move_cash(self) -> None:
        """Do it; the drawer opens when it is on record."""
        self._attempt(self._move_cash)

    def _move_cash(self, granter: Person | None = None) -> None:
        move, currency = self.state.move, self.state.currency
        minor = parse_money(move.typed.removesuffix(".") or "0", currency).minor
        signed = minor if move.direction == "in" else -minor
        asked = Asked(Right.CASH_MOVE, amount_minor=minor, currency=currency)
        with self._asking(asked, self._move_cash):
            shifts.move_cash(self._terminal, staff.signed_in(self._terminal), signed, move.reason, granter)
        self._kick()
        self.sounded.emit("ok")
        self._show_running()

    def open_drawer(self, reason: str) -> None:
        """Open the drawer to look into it; that is on record."""
        self._attempt(lambda: self._look(reason))

    def _look(self, reason: str, granter: Person | None = None) -> None:
        with self._asking(Asked(Right.OPEN_DRAWER), lambda granter: self._look(reason, granter)):
            shifts.open_drawer(self._terminal, staff.signed_in(self._terminal), reason, granter)
        self._put(refusal=None, can_ask=False)
        self._kick()

    @contextmanager
    def _asking(self, asked: Asked, act: Act) -> Iterator[None]:
        """Where somebody else has to allow what is done here, keep it for them; the refusal is told all the same."""
        try:
            yield
        except Refusal as refusal:
            can_ask = refusal.code == GRANTABLE and self.grant.offer(
                asked, lambda granter: self._attempt(lambda: act(granter))
            )
            self._put(can_ask=can_ask)
            raise

    # --- closing

    def begin_count(self) -> None:
        """Begin to count, unless a cart is in hand."""
        self._attempt(self._begin_count)

    def _begin_count(self) -> None:
        self._check_cart()
        shift = self.state.shift
        if shift is None:
            raise Refusal("shift.closed", "No shift is open.", "Open a shift first.")
        kept = drawer_counts.read_count(self._terminal, shift.shift_id)
        self._put(page="count", count=kept or DrawerCount(shift.shift_id), slot=CASH, fresh=True, refusal=None)
        self.choose_slot(self.slots()[0])

    def review(self) -> None:
        """Look at the count once more before the shift is closed."""
        self._attempt(self._review)

    def _review(self) -> None:
        self._check_cart()
        state = self.state
        if CASH not in state.counted_minor:
            raise Refusal("shift.cash_uncounted", "The cash was not counted.", "Count the drawer and type the amount.")
        far_off = any(is_far_off(count, state.currency) for count in state.compared)
        if far_off and not state.sees_expected and not state.recount:
            self._put(recount=True)
            self.sounded.emit("attention")
        else:
            self.show_page("review")

    def skip_count(self) -> None:
        """It cannot be counted: close without; what should be there is taken for what is, and the closing says so."""
        self._put(uncounted=True)
        self.show_page("review")

    def close_shift(self) -> None:
        """Close the shift with this count; only now it is a fact."""
        self._attempt(self._close_shift)

    def close_unapproved(self) -> None:
        """Nobody is here to allow it: close all the same, for a shift can always be closed; the closing says so."""
        self._attempt(lambda: self._close_shift(unapproved=True))

    def _close_shift(self, granter: Person | None = None, *, unapproved: bool = False) -> None:
        state, person = self.state, staff.signed_in(self._terminal)
        counted = None if state.uncounted else state.counted_minor
        pieces = () if state.uncounted else state.pieces
        right = Right.CLOSE_UNCOUNTED if state.uncounted else Right.CLOSE_DIFFERENCE
        off_minor = 0 if state.uncounted else largest_difference_minor(state.compared)
        with self._asking(Asked(right, amount_minor=off_minor), self._close_shift):
            closing = shifts.close_shift(
                self._terminal, person, counted, pieces=pieces, granter=granter, unapproved=unapproved
            )
        drawer_counts.keep_count(self._terminal, None)
        self._closed = closings.read_last_closed(self._terminal)
        clues = self._closed.clues if self._closed else ()
        self._put(page="closed", closing=closing, clues=clues, refusal=None, count=DrawerCount(), copies=0)
        self._put(uncounted=False, can_ask=False)
        self.sounded.emit("ok")
        self.print_z()

    def print_z(self) -> None:
        """Print the closing; every paper after the first is a copy and says so."""
        self._closed = self._closed or closings.read_last_closed(self._terminal)
        if self._closed is not None:
            copy_no = self.state.copies if self.state.page == "closed" else self.state.copies + 1
            self._print_z(self._closed, copy_no)
            self._put(copies=self.state.copies + 1)

    # --- inside

    def _begin(self) -> None:
        person = staff.signed_in(self._terminal)
        self._read(person)
        self._closed = None
        shift = self.state.shift
        if shift is None:
            self._put(page="open", count=DrawerCount(), slot=CASH, fresh=True, refusal=None, closing=None, copies=0)
        else:
            self.show_page("running")
            if drawer_counts.read_count(self._terminal, shift.shift_id):
                self._begin_count()

    def _show_running(self) -> None:
        self._read(staff.signed_in(self._terminal))
        self.show_page("running")

    def _read(self, person: Person | None) -> None:
        with self._terminal.database.reading() as connection:
            shop = read_shop(connection, self._terminal)
            shift = stored.read_open(connection)
            tally = sales.read_tally(connection)
            totals = stored.read_totals(connection, shift.shift_id) if shift else None
            parked, unsent = len(carts.list_kept(connection)), journal.read_unsent(connection)[0]
        self._put(
            currency=shift.currency if shift else (shop.currency if shop else ""),
            number=shift.number if shift else (tally.last_shift_no if tally else 0) + 1,
            shift=self._named(shift) if shift else None,
            totals=totals,
            last=None if shift else self._last(),
            sees_expected=person is not None and may(person, Right.SEE_EXPECTED, shop),
            may_move=person is not None and grade_of(person, Right.CASH_MOVE, shop) is not Grade.DENIED,
            may_open_drawer=person is not None and grade_of(person, Right.OPEN_DRAWER, shop) is not Grade.DENIED,
            parked=parked,
            unsent=unsent,
        )

    def _last(self) -> LastClose | None:
        closed = closings.read_last_closed(self._terminal)
        if closed is None:
            return None
        cash = next((count.counted_minor for count in closed.closing.counts if count.method == CASH), 0)
        return LastClose(closed.closing.z_number, closed.closing.occurred_at, closed.closing.cashier, cash)

    def _named(self, shift: Shift) -> Shift:
        with self._terminal.database.reading() as connection:
            return closings.named(connection, self._terminal, shift)

    def _check_cart(self) -> None:
        with self._terminal.database.reading() as connection:
            if carts.is_open(connection):
                raise Refusal("shift.cart_open", "A cart is still in hand.", "Sell it, park it or empty it first.")

    def _count(self, count: DrawerCount) -> None:
        if self.state.page == "count":
            drawer_counts.keep_count(self._terminal, count)
        self._put(count=count, fresh=False, refusal=None, recount=False)

    def _move(self, **changes: Any) -> None:
        self._put(move=replace(self.state.move, **changes), refusal=None)

    def _attempt(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Refusal as refusal:
            self._put(refusal=refusal)
            self.sounded.emit("stop")
        except Fault as fault:
            self.faulted.emit(fault)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)

    def _follow_count(self) -> None:
        """What moves while the drawer is counted is in the figures; who has reviewed them counts once more."""
        before, shift = self.state.expected_minor, self.state.shift
        with self._terminal.database.reading() as connection:
            still = stored.read_open(connection)
        if shift is None or still is None or still.shift_id != shift.shift_id:
            return  # it has just been closed
        self._read(staff.signed_in(self._terminal))
        if self.state.page == "review" and not self.state.uncounted and self.state.expected_minor != before:
            self.show_page("count")
            moved = "Money moved while the drawer was counted."
            self._put(refusal=Refusal("shift.moved", moved, "Count once more, then go on."))
            self.sounded.emit("attention")

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and self.state.page in ("count", "review") and topics & {Topic.SHIFT, Topic.SALES}:
            self._follow_count()
        if not self._shown or self.state.page not in ("open", "running"):
            return
        if topics & {Topic.SHIFT, Topic.SALES, Topic.STAFF, Topic.CATALOG}:
            self._read(staff.signed_in(self._terminal))
            if bool(self.state.shift) != (self.state.page == "running"):
                self._begin()
