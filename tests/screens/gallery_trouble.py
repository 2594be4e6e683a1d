"""The gallery's rarer moments: trouble of the machine, long sales and long names, sheets, and who may not come in."""

from collections.abc import Callable

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from sync.status import EngineStatus
from tests.screens.gallery_desk import open_enrolment
from tests.screens.gallery_settings import settings_look
from tests.screens.stage import Stage
from tests.terminals import BAG, BREAD, CHEESE_342_G, EGGS, MILK, WINE


def quantity(stage: Stage) -> None:
    """How many of the chosen line."""
    stage.open_day()
    stage.scan(BREAD, EGGS)
    stage.till.press_quantity()
    stage.till.press_digit("3")


def times(stage: Stage) -> None:
    """Three of what is scanned next."""
    stage.open_day()
    stage.scan(BREAD)
    stage.till.press_digit("3")
    stage.till.press_times()


def long_sale(stage: Stage) -> None:
    """More lines than the ticket shows, and a total that needs room."""
    stage.open_day()
    for _ in range(4):
        for code in (BREAD, EGGS, CHEESE_342_G, MILK, BAG, WINE):
            stage.scan(code)
            stage.till.ignore()
    stage.till.press_quantity()
    for digit in "4999":
        stage.till.press_digit(digit)
    stage.till.press_enter()


def keys(stage: Stage) -> None:
    """Which key does what here."""
    stage.open_day()
    stage.scan(BREAD, MILK)
    stage.shell.bar.help.click()


def drawer(stage: Stage) -> None:
    """Why the drawer is opened."""
    stage.open_day("mira")
    stage.selling.till_view.sheets.drawer.ask()


def grant(stage: Stage) -> None:
    """A manager allows what the cashier may not."""
    stage.open_day()
    stage.scan(BREAD, EGGS)
    stage.till.press_discount()
    for digit in "30":
        stage.till.press_digit(digit)
    stage.till.press_enter()
    stage.selling.till_view.ticket.strip.acted.emit("grant")
    stage.till.grant.press_digit("1")
    stage.till.grant.press_digit("2")


def done_by_card(stage: Stage) -> None:
    """Paid to the cent: nothing goes back."""
    stage.open_day()
    stage.scan(BREAD, MILK)
    stage.till.pay()
    stage.payment.choose_method("card")
    stage.payment.pay(stage.payment.state.quick[0])
    stage.payment.finish()


def too_many_pins(stage: Stage) -> None:
    """Somebody guesses: the next try has to wait."""
    stage.sign_in.choose("anna")
    stage.sign_in._put(refusal=Refusal("staff.wait", "Too many wrong PINs.", "Wait.", facts={"seconds": 28}), wait_s=28)


def full_menu(stage: Stage) -> None:
    """Every screen that a manager may see."""
    settings_look(stage)
    stage.shell.show_screen("till")
    stage.scan(BREAD, MILK)
    stage.shell.bar.menu.click()


def paper_out(stage: Stage) -> None:
    """The printer has no paper: the sale is kept."""
    done_by_card(stage)
    fault = Fault("printer.paper_out", "The printer has no paper", "tcp:192.168.1.50", "Put a new roll in.")
    stage.shell.show_fault(fault)


def disk_full(stage: Stage) -> None:
    """Nothing can be kept any more."""
    stage.open_day()
    stage.scan(BREAD, MILK)
    stage.shell.show_fault(Fault("store.full", "The disk is full", "No space left on device", "Free space."))


def blocked_till(stage: Stage) -> None:
    """Head office has closed this till; what is in hand is still there."""
    stage.open_day()
    stage.scan(BREAD, MILK)
    stage.shell.show_sync(EngineStatus(state="blocked", cause="denied.blocked", unsent=7))


def enrolment_blocked(stage: Stage) -> None:
    """Head office has said no."""
    presenter = open_enrolment(stage)
    refusal = Refusal("terminal.denied", "The centre said: blocked", "Ask for a new code.")
    presenter._put(refusal=refusal, server="https://head-office.example", name="Till 3")


def enrolment_nobody_answers(stage: Stage) -> None:
    """The address is wrong, or nobody is there."""
    presenter = open_enrolment(stage)
    fault = Fault("offline.server", "The centre does not answer", "timeout", "Check the address.")
    presenter._put(fault=fault, server="https://haed-office.example", name="Till 3")


TROUBLE: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    ("quantity", quantity),
    ("times", times),
    ("long-sale", long_sale),
    ("keys", keys),
    ("drawer", drawer),
    ("grant", grant),
    ("done-by-card", done_by_card),
    ("too-many-pins", too_many_pins),
    ("full-menu", full_menu),
    ("paper-out", paper_out),
    ("disk-full", disk_full),
    ("blocked-till", blocked_till),
    ("enrolment-blocked", enrolment_blocked),
    ("enrolment-nobody-answers", enrolment_nobody_answers),
)
"""The screens of this file, for the list of all."""
