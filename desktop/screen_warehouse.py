"""The screens of the warehouse in the window: home in the menu, the task behind it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.staff import Right
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.shell import Screen, Shell
from desktop.ui.till.pictures_presenter import PicturesPresenter
from desktop.ui.warehouse.home_presenter import HomePresenter
from desktop.ui.warehouse.home_view import HomeView
from desktop.ui.warehouse.task_presenter import TaskPresenter
from desktop.ui.warehouse.task_view import TaskView

WAREHOUSE, TASK = "warehouse", "task"

TASK_KEYS = (
    ("3 *", QT_TRANSLATE_NOOP("Keys", "Three pieces of the goods that are scanned next")),
    ("A – Z 0 – 9", QT_TRANSLATE_NOOP("Keys", "Type the code of a place or of goods")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "Choose a scan to take back")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply what is typed")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


def add_warehouse(
    shell: Shell, terminal: Terminal, pictures: PicturesPresenter, on_fault: Callable[[Fault], None]
) -> Callable[[], None]:
    """Add the screens, for everybody who may move goods; gives what closes them."""
    home, task = HomePresenter(terminal), TaskPresenter(terminal)
    for presenter in (home, task):
        presenter.sounded.connect(shell.play)
        presenter.faulted.connect(on_fault)

    def open_task(task_id: str) -> None:
        shell.show_screen(TASK)
        task.open(task_id)

    def go_home() -> None:
        shell.show_screen(WAREHOUSE)

    def make_home() -> QWidget:
        view = HomeView(home)
        view.sheet_asked.connect(shell.keys.sheet_asked)
        return view

    def make_task() -> QWidget:
        view = TaskView(task, pictures)
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
        home.close()
        task.close()

    return close
