"""The screens of the warehouse in the window: home in the menu, the task behind it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.staff import Right
from desktop.domain.task_step import FILLING
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.screen_counting import MATTERS, add_matters
from desktop.screen_filling import Filling, FillingHands
from desktop.store import tasks
from desktop.ui.labels.presenter import LabelHands
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.shell import Screen, Shell
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.arrival_labels_presenter import ArrivalLabels
from desktop.ui.warehouse.home_presenter import HomePresenter
from desktop.ui.warehouse.home_view import HomeView
from desktop.ui.warehouse.photo_presenter import Camera
from desktop.ui.warehouse.task_presenter import TaskPresenter
from desktop.ui.warehouse.task_view import TaskView

WAREHOUSE, TASK = "warehouse", "task"
NO_HANDS = FillingHands()

TASK_KEYS = (
    ("3 *", QT_TRANSLATE_NOOP("Keys", "Three pieces of the goods that are scanned next")),
    ("+", QT_TRANSLATE_NOOP("Keys", "One more of the goods that were scanned last")),
    ("A – Z 0 – 9", QT_TRANSLATE_NOOP("Keys", "Type the code of a place or of goods")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "Choose a scan to take back")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply what is typed")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


def add_warehouse(
    shell: Shell,
    terminal: Terminal,
    pictures: PicturesPresenter,
    on_fault: Callable[[Fault], None],
    hands: FillingHands = NO_HANDS,
    label_hands: LabelHands | None = None,
    camera: Camera | None = None,
) -> Callable[[], None]:
    """Add the screens, for everybody who may move goods; gives what closes them.

    Without `label_hands` no labels are offered for goods that come in, without a `camera` no photos.
    """

    def open_task(task_id: str) -> None:
        with terminal.database.reading() as connection:
            found = tasks.read(connection, task_id)
        if found is not None and found.kind in FILLING:
            filling.open(found)
        else:
            shell.show_screen(TASK)
            task.open(task_id)

    def go_home() -> None:
        shell.show_screen(WAREHOUSE)

    home, task = HomePresenter(terminal), TaskPresenter(terminal, camera=camera)
    matters = add_matters(shell, terminal, go_home)
    labels = ArrivalLabels(terminal, task, label_hands)
    filling = Filling(shell, terminal, pictures, hands, go_home)
    filling.picking.packs.connect(home.pack_order)
    labels.sounded.connect(shell.play)
    for presenter in (home, task, matters, filling.picking, filling.packing):
        presenter.sounded.connect(shell.play)
        presenter.faulted.connect(on_fault)

    def make_home() -> QWidget:
        view = HomeView(home)
        view.sheet_asked.connect(shell.keys.sheet_asked)
        view.matters_asked.connect(lambda: shell.show_screen(MATTERS))
        return view

    def make_task() -> QWidget:
        view = TaskView(task, pictures, labels)
        view.left.connect(go_home)
        return view

    home.opened.connect(open_task)
    task.left.connect(go_home)
    right = str(Right.MOVE_GOODS)
    title = QT_TRANSLATE_NOOP("Screens", "Warehouse")
    shell.add_screen(Screen(WAREHOUSE, title, make_home, home.scan, right=right, enter=home.enter))
    title = QT_TRANSLATE_NOOP("Screens", "Task")
    shell.add_screen(Screen(TASK, title, make_task, task.scan, "step", in_menu=False, back=go_home, keys=TASK_KEYS))

    def close() -> None:
        for presenter in (home, labels, task, matters):
            presenter.close()

    return close
