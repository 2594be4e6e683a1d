"""The screen of counts and documents that wait for a decision, in the window, behind the warehouse."""

from collections.abc import Callable

from desktop.operations.terminal import Terminal
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.shell import Screen, Shell
from desktop.ui.warehouse.matters_presenter import MattersPresenter
from desktop.ui.warehouse.matters_view import MattersView

MATTERS = "matters"


def add_matters(shell: Shell, terminal: Terminal, go_home: Callable[[], None]) -> MattersPresenter:
    """Add the screen; Esc leads home from it."""
    presenter = MattersPresenter(terminal)

    def make() -> MattersView:
        view = MattersView(presenter)
        view.left.connect(go_home)
        return view

    shell.add_screen(
        Screen(
            MATTERS,
            QT_TRANSLATE_NOOP("Screens", "Decisions"),
            make,
            presenter.scan,
            "step",
            in_menu=False,
            enter=presenter.enter,
            back=go_home,
        )
    )
    return presenter
