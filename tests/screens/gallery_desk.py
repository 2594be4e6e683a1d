"""The gallery beside the sale: shift, health, settings and enrolment."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.unsent import Exported, Weight
from desktop.faults import Fault
from desktop.operations import shifts, staff
from desktop.store.journal import HandedIn, list_incarnations, read_last_seq, save_handed_in
from desktop.ui.enrolment.presenter import EnrolmentPresenter
from desktop.ui.enrolment.view import EnrolmentView
from desktop.ui.health.health_rows import Checked, Place, TillFacts
from desktop.ui.health.presenter import HealthHands, HealthPresenter
from desktop.ui.health.view import HealthView
from desktop.ui.shell import Screen
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.view import ShiftView
from sync.status import EngineStatus
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN


def shift_open(stage: Stage) -> None:
    """The float is typed."""
    shift = open_shift(stage, "anna")
    for digit in "100":
        shift.press_digit(digit)


def shift_open_pieces(stage: Stage) -> None:
    """The float is counted by notes and coins, after a day that was closed."""
    stage.open_day("mira")
    shifts.close_shift(stage.terminal, staff.signed_in(stage.terminal), {"cash": 9_950})
    shift = open_shift(stage, "anna")
    shift.choose_way(by_pieces=True)
    _pieces(shift, 3)


def shift_running(stage: Stage) -> None:
    """The report so far, for a manager."""
    sell(stage, "mira")
    open_shift(stage, "mira")
    stage.offline(3)


def shift_running_cashier(stage: Stage) -> None:
    """The same for a cashier, who will count blind."""
    sell(stage, "anna")
    open_shift(stage, "anna")


def shift_cash(stage: Stage) -> None:
    """Cash out without a reason is refused at the field."""
    sell(stage, "anna")
    shift = open_shift(stage, "anna")
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
    sell(stage, "mira")
    shift = open_shift(stage, "mira")
    shift.begin_count()
    for digit in "110.35":
        shift.press_mark() if digit == "." else shift.press_digit(digit)
    shift.review()


def shift_approval(stage: Stage) -> None:
    """A difference that somebody else has to allow."""
    _approval(stage)


def shift_approval_sheet(stage: Stage) -> None:
    """The manager's PIN is asked for in place."""
    _approval(stage)
    view = stage.shell.findChild(ShiftView)
    assert view is not None
    view.grant.ask()
    view.grant.pad.digit.emit("1")


def shift_uncounted(stage: Stage) -> None:
    """It is closed without a count."""
    shift = _count(stage)
    shift.skip_count()


def shift_closed(stage: Stage) -> None:
    """Closed, with a difference that the manager allowed, and where to look for it."""
    shift = _approval(stage)
    for digit in PIN:
        shift.grant.press_digit(digit)
    shift.grant.press_enter()


def _approval(stage: Stage) -> ShiftPresenter:
    """A twenty is missing, and the drawer was opened."""
    shift = _count(stage)
    shift.open_drawer("Change")
    for note, pieces in ((2000, "1"), (100, "1"), (50, "0"), (10, "0")):
        shift.choose_slot(note)
        shift.press_digit(pieces)
    shift.review()
    shift.review()
    shift.close_shift()
    return shift


def stand(stage: Stage, screen: Screen) -> None:
    """Put a screen between its neighbours, whose names the navigation shows."""
    rights = {"shift": "shift", "health": "", "settings": "settings"}
    for key, title in (("shift", "Shift"), ("health", "Sync and health"), ("settings", "Settings")):
        neighbour = Screen(key, title, QWidget(), right=rights[key])
        stage.shell.add_screen(screen if key == screen.key else neighbour)


def acknowledge(stage: Stage, seq: int = 0) -> None:
    """Head office holds the journal up to there, or all of it."""
    with stage.terminal.database.writing() as connection:
        for incarnation in list_incarnations(connection):
            up_to = seq or read_last_seq(connection, incarnation)
            save_handed_in(connection, HandedIn(incarnation, up_to, b"", "", b""))


def open_health(stage: Stage, **facts: Any) -> HealthPresenter:
    """The health screen of a till in a real shop; a stick is put in."""

    async def check() -> Checked:
        return Checked(0)

    async def export(folder: str) -> Exported:
        return Exported(0, folder)

    known = {
        "server": "https://head-office.example",
        "version": "1.0.0",
        "log_file": "C:/ProgramData/eckWMS/logs/eckwms.log",
        "exports": "C:/ProgramData/eckWMS/exports",
        "prints": True,
    }

    async def weigh() -> Weight:
        return Weight()

    hands = HealthHands(lambda: None, check, export, weigh, lambda: TillFacts(**(known | facts)))
    health = HealthPresenter(stage.terminal, hands)
    view = HealthView(health, lambda tell: tell((Place("KINGSTON", "E:/"),)))
    stand(stage, Screen("health", "Sync and health", view, enter=health.enter))
    stage.shell.show_screen("health")
    return health


def enrolment(stage: Stage) -> None:
    """The first start."""
    open_enrolment(stage)


def enrolment_refused(stage: Stage) -> None:
    """A wrong address, and a certificate that does not verify."""
    presenter = open_enrolment(stage)
    presenter.type_server("https://head-office.example")
    presenter.type_name("Till 3")
    fault = Fault("offline.certificate", "The centre cannot be reached", "self-signed certificate", "Name its CA file.")
    presenter._put(fault=fault, token="K7QM-3F9T-XH2P-8DRW-5JNC")


def enrolment_pending(stage: Stage) -> None:
    """Head office has to say yes."""
    presenter = open_enrolment(stage)
    server = "https://head-office.example"
    presenter._put(step="pending", server=server, name="Till 3", device="019aa7c4-52e1-7c3b-9d0e-4417d2a6c9f1")


def enrolment_loading(stage: Stage) -> None:
    """The first goods."""
    presenter = open_enrolment(stage)
    presenter._put(step="loading", may_begin=False)
    presenter.show_sync(EngineStatus(state="sending", progress=(12_400_000, 33_000_000)))


def open_enrolment(stage: Stage) -> EnrolmentPresenter:
    """The first start, with nothing typed yet."""

    async def register(server: str, name: str, token: str) -> str:
        return "pending"

    stage.shell.show_sync(EngineStatus(state="blocked", cause="denied.unknown"))
    presenter = EnrolmentPresenter(lambda: stage.terminal, register)
    presenter._put(step="form")
    view = EnrolmentView(presenter)
    stage.shell.add_screen(Screen("enrolment", "First start", view, chrome="bare", in_menu=False))
    stage.shell.show_screen("enrolment")
    return presenter


def sell(stage: Stage, login: str) -> None:
    """A day with three sales."""
    stage.open_day(login)
    for codes, method in (((BREAD, EGGS, MILK), "cash"), ((EGGS, EGGS), "card"), ((MILK, MILK, BREAD), "cash")):
        stage.scan(*codes)
        stage.till.pay()
        stage.payment.choose_method(method)
        stage.payment.pay(stage.payment.state.quick[0])
        stage.payment.finish()
        stage.shell.show_screen("till")


def _count(stage: Stage) -> ShiftPresenter:
    sell(stage, "anna")
    shift = open_shift(stage, "anna")
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


def open_shift(stage: Stage, login: str) -> ShiftPresenter:
    """The shift screen, with this person signed in."""
    staff.sign_in(stage.terminal, login, PIN)
    shift = ShiftPresenter(stage.terminal, lambda *_: None, lambda *_: None, lambda: None)
    stand(stage, Screen("shift", "Shift", ShiftView(shift), right="shift", enter=shift.enter))
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
    ("shift-approval", shift_approval),
    ("shift-approval-sheet", shift_approval_sheet),
    ("shift-uncounted", shift_uncounted),
    ("shift-closed", shift_closed),
    ("enrolment", enrolment),
    ("enrolment-refused", enrolment_refused),
    ("enrolment-pending", enrolment_pending),
    ("enrolment-loading", enrolment_loading),
)
"""The screens of this file, for the list of all."""
