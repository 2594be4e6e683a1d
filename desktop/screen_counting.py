"""The screen of counts that wait for a decision, in the window: behind the warehouse, for whoever may decide them."""

from collections.abc import Callable

from desktop.domain.staff import Right
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
            QT_TRANSLATE_NOOP("Screens", "Counts to decide"),
            make,
            presenter.scan,
            "step",
            right=str(Right.APPROVE_COUNT),
            in_menu=False,
            enter=presenter.enter,
            back=go_home,
        )
    )
    return presenter
