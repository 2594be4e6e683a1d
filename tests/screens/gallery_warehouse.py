"""The gallery of the warehouse: home, a task in the middle, what stops, what is asked, and how it ends."""

import msgspec

from desktop.domain.task import TaskKind
from desktop.operations import staff, tasks
from desktop.screen_warehouse import WAREHOUSE as HOME
from desktop.screen_warehouse import add_warehouse
from desktop.ui.labels.presenter import LabelHands
from desktop.ui.warehouse.task_presenter import TaskPresenter
from desktop.ui.warehouse.task_view import TaskView
from tests.operations.test_plates import BINS, tell
from tests.photo_files import CRATE
from tests.screens.gallery_labels import make_hands
from tests.screens.stage import Stage
from tests.terminals import BAG, BREAD, CHEESE_342_G, EGGS, MILK, PIN, SHARED, UNKNOWN


def home(stage: Stage) -> None:
    """Two tasks are in hand, one is done."""
    begin(stage, TaskKind.MOVE, "shelf", MILK, "receiving")
    finish(stage)
    presenter(stage).finish()
    begin(stage, TaskKind.RECEIVE, BREAD, EGGS, reference="DN-4711")
    begin(stage, TaskKind.COUNT, "shelf", MILK, MILK)
    stage.shell.show_screen(HOME)


def receiving(stage: Stage) -> None:
    """Goods come in: a case, six of one, a weight label, another place."""
    begin(stage, TaskKind.RECEIVE, BREAD, CHEESE_342_G, reference="DN-4711")
    for char in "6":
        presenter(stage).press_char(char)
    presenter(stage).press_times()
    stage.scan(EGGS, "shelf", "14006381333938")
    calm(stage)


def alarm(stage: Stage) -> None:
    """A code that nobody knows."""
    receiving(stage)
    stage.scan(UNKNOWN)


def unknown_case(stage: Stage) -> None:
    """The code of a case of known goods, of which nobody knows how many are inside."""
    receiving(stage)
    stage.scan("14601234567890")


def counting(stage: Stage) -> None:
    """A count, which says nothing of what the book has."""
    begin(stage, TaskKind.COUNT, "shelf", MILK, MILK, EGGS, "receiving", BREAD, MILK)
    calm(stage)


def choosing(stage: Stage) -> None:
    """One code on two goods, while goods are moved."""
    begin(stage, TaskKind.MOVE, "shelf", MILK, SHARED)
    calm(stage)


def putting_away(stage: Stage) -> None:
    """Milk in hand, and the bin where it goes best."""
    show(stage)
    tell(stage.terminal, *BINS)
    open_task(stage, TaskKind.RECEIVE, MILK)
    finish(stage)
    open_task(stage, TaskKind.PUT_AWAY, "receiving", MILK)
    calm(stage)


def into(stage: Stage) -> None:
    """The bin came first: what is scanned goes there, though another would be better."""
    show(stage)
    tell(stage.terminal, *BINS)
    open_task(stage, TaskKind.RECEIVE, MILK, MILK)
    finish(stage)
    open_task(stage, TaskKind.PUT_AWAY, "A-2", MILK)
    calm(stage)


def divided(stage: Stage) -> None:
    """Seven are in hand, and the first of two bins has room for five."""
    show(stage)
    small = msgspec.structs.replace(BINS[1], id="b3", code="A-3", check_code="", put_sequence=3)
    tell(stage.terminal, *BINS[:2], small)
    open_task(stage, TaskKind.RECEIVE)
    for task in ("receive", "put away"):
        presenter(stage).press_char("7")
        presenter(stage).press_times()
        stage.scan(MILK)
        if task == "receive":
            finish(stage)
            open_task(stage, TaskKind.PUT_AWAY)
    calm(stage)


def ending(stage: Stage) -> None:
    """How shall the count end?"""
    counting(stage)
    presenter(stage).finish()


def photographed(stage: Stage) -> None:
    """A crate came damaged, and its photo is kept."""
    begin(stage, TaskKind.RECEIVE, BREAD, EGGS, "CMD:DAMAGED", reference="DN-4711")
    presenter(stage).take_photo()
    calm(stage)


def repacking(stage: Stage) -> None:
    """Two goods were taken, and become a third."""
    begin(stage, TaskKind.REPACK, EGGS, EGGS, MILK, "CMD:MAKE", BAG)
    calm(stage)


def done(stage: Stage) -> None:
    """A manager sees what the count found."""
    show(stage, "mira")
    open_task(stage, TaskKind.COUNT, "shelf", MILK, MILK, EGGS)
    finish(stage)


def begin(stage: Stage, kind: TaskKind, *codes: str, reference: str = "") -> None:
    """Somebody of the warehouse is at a task."""
    if not stage.shell.has_screen(HOME):
        show(stage)
    open_task(stage, kind, *codes, reference=reference)


def show(stage: Stage, login: str = "wim", labels: LabelHands | None = None) -> None:
    """Somebody signs in and is at home."""
    staff.sign_in(stage.terminal, login, PIN)
    hands, pictures = labels or make_hands([]), stage.till.pictures
    add_warehouse(stage.shell, stage.terminal, pictures, stage.shell.show_fault, label_hands=hands, camera=CRATE)
    stage.shell.show_screen(HOME)


def open_task(stage: Stage, kind: TaskKind, *codes: str, reference: str = "") -> None:
    """Begin a task and scan."""
    person = staff.signed_in(stage.terminal)
    task = tasks.open_task(stage.terminal, person, kind, reference=reference)
    stage.shell.show_screen("task")
    presenter(stage).open(task.id)
    stage.scan(*codes)


def finish(stage: Stage) -> None:
    """Finish, the first way that there is."""
    presenter(stage).finish()
    presenter(stage).end(presenter(stage).state.ends[0])
    calm(stage)


def presenter(stage: Stage) -> TaskPresenter:
    """The presenter of the task's screen."""
    return view(stage)._presenter


def view(stage: Stage) -> TaskView:
    """The task's screen."""
    found = stage.shell.findChild(TaskView)
    assert found is not None
    return found


def calm(stage: Stage) -> None:
    """The flash is over."""
    view(stage).flash.hide()


WAREHOUSE = (
    ("warehouse-home", home),
    ("warehouse-receive", receiving),
    ("warehouse-photo", photographed),
    ("warehouse-repack", repacking),
    ("warehouse-alarm", alarm),
    ("warehouse-case", unknown_case),
    ("warehouse-count", counting),
    ("warehouse-choose", choosing),
    ("warehouse-put-away", putting_away),
    ("warehouse-put-away-into", into),
    ("warehouse-put-away-divided", divided),
    ("warehouse-end", ending),
    ("warehouse-done", done),
)
