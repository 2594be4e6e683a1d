"""The gallery beside the sale: shift, health, settings and enrolment."""

from datetime import timedelta

from desktop.domain.clock import iso
from desktop.operations import shifts, staff
from desktop.store.journal import HandedIn, list_incarnations, read_last_seq, save_handed_in
from desktop.store.terminal import save_known
from desktop.ui.health.health_rows import Checked, Exported
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.view import HealthView
from desktop.ui.shell import Screen
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.view import ShiftView
from sync.status import EngineStatus, FeedMark
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN


def shift_open(stage: Stage) -> None:
    """The float is typed."""
    shift = _shift(stage, "anna")
    for digit in "100":
        shift.press_digit(digit)


def shift_open_pieces(stage: Stage) -> None:
    """The float is counted by notes and coins, after a day that was closed."""
    stage.open_day("mira")
    shifts.close_shift(stage.terminal, staff.signed_in(stage.terminal), {"cash": 9_950})
    shift = _shift(stage, "anna")
    shift.choose_way(by_pieces=True)
    _pieces(shift, 3)


def shift_running(stage: Stage) -> None:
    """The report so far, for a manager."""
    _sell(stage, "mira")
    _shift(stage, "mira")
    stage.offline(3)


def shift_running_cashier(stage: Stage) -> None:
    """The same for a cashier, who will count blind."""
    _sell(stage, "anna")
    _shift(stage, "anna")


def shift_cash(stage: Stage) -> None:
    """Cash out without a reason is refused at the field."""
    _sell(stage, "anna")
    shift = _shift(stage, "anna")
    shift.begin_cash("out")
    for digit in "50":
        shift.press_digit(digit)
    shift.move_cash()


def shift_count(stage: Stage) -> None:
    """Notes and coins are counted, blind."""
    _count(stage)


def shift_recount(stage: Stage) -> None:
    """A count that is far off is asked for once more, without saying by how much."""
    shift = _count(stage)
    shift.choose_slot(5000)
    shift.press_digit("9")
    shift.review()


def shift_review(stage: Stage) -> None:
    """Before the shift is closed: a cashier sees only what was counted."""
    shift = _count(stage)
    shift.review()
    shift.review()


def shift_review_manager(stage: Stage) -> None:
    """Before the shift is closed: a manager sees what should be there."""
    _sell(stage, "mira")
    shift = _shift(stage, "mira")
    shift.begin_count()
    for digit in "110.35":
        shift.press_mark() if digit == "." else shift.press_digit(digit)
    shift.review()


def shift_closed(stage: Stage) -> None:
    """Closed, with a difference."""
    shift = _count(stage)
    shift.review()
    shift.review()
    shift.close_shift()


def health_offline(stage: Stage) -> None:
    """The internet is gone since a while."""
    stage.clock.advance(minutes=-34)
    _sell(stage, "mira")
    stage.clock.advance(minutes=34)
    _acknowledge(stage, 3)
    _offline(stage, _health(stage))


def health_person(stage: Stage) -> None:
    """Head office could not book an entry, and the journal went on anew once."""
    stage.clock.advance(minutes=-150)
    _sell(stage, "mira")
    stage.clock.advance(minutes=150)
    _acknowledge(stage, 3)
    with stage.terminal.database.writing() as connection:
        incarnation = list_incarnations(connection)[0]
        broken = '{"019a": {"reason": "rewound", "detail": "", "good_seq": 4402}}'
        save_known(connection, problems=f'{{"{incarnation}/4": "quarantined"}}', doubts=broken)
    _offline(stage, _health(stage))


def health_fine(stage: Stage) -> None:
    """All is sent."""
    _sell(stage, "mira")
    _acknowledge(stage)
    health = _health(stage)
    health.show_sync(
        EngineStatus(
            state="level",
            last_contact=iso(stage.clock.now() - timedelta(seconds=12)),
            feeds=(FeedMark("catalogue", "e", 88_410),),
            live=True,
            clock_offset_s=0.4,
        )
    )


def health_blocked(stage: Stage) -> None:
    """Head office has closed this till."""
    _sell(stage, "mira")
    health = _health(stage)
    status = EngineStatus(state="blocked", cause="denied.blocked", unsent=7, last_contact=iso(stage.clock.now()))
    health.show_sync(status)
    stage.shell.show_sync(status)


def _acknowledge(stage: Stage, seq: int = 0) -> None:
    with stage.terminal.database.writing() as connection:
        for incarnation in list_incarnations(connection):
            up_to = seq or read_last_seq(connection, incarnation)
            save_handed_in(connection, HandedIn(incarnation, up_to, b"", "", b""))


def _offline(stage: Stage, health: HealthPresenter) -> None:
    status = EngineStatus(
        state="offline",
        cause="offline.internet",
        unsent=health.state.waiting.count,
        last_contact=iso(stage.clock.now() - timedelta(minutes=34)),
        next_try_s=30.0,
        feeds=(FeedMark("catalogue", "e", 88_410),),
    )
    health.show_sync(status)
    stage.shell.show_sync(status)


def _health(stage: Stage) -> HealthPresenter:
    async def check() -> Checked:
        return Checked(0)

    async def export() -> Exported:
        return Exported(0, "")

    health = HealthPresenter(stage.terminal, lambda: None, check, export)
    stage.shell.add_screen(Screen("health", "Sync and health", HealthView(health), enter=health.enter))
    stage.shell.show_screen("health")
    return health


def _sell(stage: Stage, login: str) -> None:
    stage.open_day(login)
    for codes, method in (((BREAD, EGGS, MILK), "cash"), ((EGGS, EGGS), "card"), ((MILK, MILK, BREAD), "cash")):
        stage.scan(*codes)
        stage.till.pay()
        stage.payment.choose_method(method)
        stage.payment.pay(stage.payment.state.quick[0])
        stage.payment.finish()
        stage.shell.show_screen("till")


def _count(stage: Stage) -> ShiftPresenter:
    _sell(stage, "anna")
    shift = _shift(stage, "anna")
    shift.begin_count()
    shift.choose_way(by_pieces=True)
    _pieces(shift, 2)
    return shift


def _pieces(shift: ShiftPresenter, most: int) -> None:
    for at, slot in enumerate(shift.slots()[3:12]):
        if isinstance(slot, int):
            shift.choose_slot(slot)
            shift.press_digit(str(1 + at % most))
    shift.step(1)


def _shift(stage: Stage, login: str) -> ShiftPresenter:
    staff.sign_in(stage.terminal, login, PIN)
    shift = ShiftPresenter(stage.terminal, lambda *_: None, lambda *_: None, lambda: None)
    stage.shell.add_screen(Screen("shift", "Shift", ShiftView(shift), right="shift", enter=shift.enter))
    stage.shell.show_screen("shift")
    return shift


DESK = (
    ("shift-open", shift_open),
    ("shift-open-pieces", shift_open_pieces),
    ("shift-running", shift_running),
    ("shift-running-cashier", shift_running_cashier),
    ("shift-cash", shift_cash),
    ("shift-count", shift_count),
    ("shift-recount", shift_recount),
    ("shift-review", shift_review),
    ("shift-review-manager", shift_review_manager),
    ("shift-closed", shift_closed),
    ("health-offline", health_offline),
    ("health-person", health_person),
    ("health-fine", health_fine),
    ("health-blocked", health_blocked),
)
"""The screens of this file, for the list of all."""
