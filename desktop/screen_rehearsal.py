"""What a rehearsal has instead of settings and a line to head office: the drills."""

from collections.abc import Callable
from functools import partial

from desktop.operations.terminal import Terminal
from desktop.ui.drills.drill_strip import DrillStrip
from desktop.ui.drills.presenter import DrillsPresenter
from desktop.ui.drills.view import DrillsView
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_selling import TILL
from sync.status import EngineStatus

DRILLS = "drills"


def add_drills(shell: Shell, terminal: Terminal) -> Callable[[], None]:
    """Add the list of drills to the menu; gives what ends it."""
    presenter = DrillsPresenter(terminal, parent=shell)
    DrillStrip(shell, presenter, lambda: shell.show_screen(TILL))
    title = QT_TRANSLATE_NOOP("Screens", "Drills")
    shell.add_screen(Screen(DRILLS, title, partial(DrillsView, presenter)))
    shell.show_sync(EngineStatus(state="blocked", cause="rehearsal"))
    return presenter.close
