"""The drill at hand in a strip of the window: what is to be done, and afterwards how it went."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.drill import Result
from desktop.ui.drills.drill_words import drill_task, result_text
from desktop.ui.drills.presenter import DrillsPresenter
from desktop.ui.shell import Shell
from desktop.ui.widgets.strip import StripAction

NEXT, GIVE_UP = "next", "give_up"


class DrillStrip(QObject):
    """Head office writes no letters to a rehearsal, so its strip is free; `to_till` shows where a drill is done."""

    def __init__(self, shell: Shell, presenter: DrillsPresenter, to_till: Callable[[], None]) -> None:
        super().__init__(shell)
        self._shell, self._presenter, self._to_till = shell, presenter, to_till
        presenter.begun.connect(self._show_task)
        presenter.passed.connect(self._show_result)
        shell.letter.dismissed.connect(self._dismiss)
        shell.language_chosen.connect(lambda _: self._again())

    def _show_task(self, key: str) -> None:
        self._to_till()
        self._ask(key)

    def _ask(self, key: str) -> None:
        action = StripAction(GIVE_UP, self.tr("Give up"))
        self._shell.show_letter("info", drill_task(key), [action], self._act)

    def _show_result(self, result: Result) -> None:
        self._shell.play("ok")
        self._shell.show_letter("ok", result_text(result), [StripAction(NEXT, self.tr("Next drill"))], self._act)

    def _again(self) -> None:
        state = self._presenter.state
        if state.running:
            self._ask(state.running)
        elif state.last and self._shell.letter.isVisible():
            self._show_result(state.last)

    def _act(self, name: str) -> None:
        if name == NEXT:
            self._presenter.begin(self._presenter.following())
        else:
            self._dismiss()

    def _dismiss(self) -> None:
        self._shell.letter.clear()
        if self._presenter.state.running:
            self._presenter.give_up()
