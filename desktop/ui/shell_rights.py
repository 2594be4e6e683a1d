"""Whoever signs in is told when rights run out without head office, a day before and from then on, once a day."""

from datetime import date

from PySide6.QtCore import QObject, QTimer

from desktop.domain.rights import NOTICE
from desktop.ui.shell import Shell
from desktop.ui.shell_presenter import ShellState
from desktop.ui.words_rights import rights_words


class RightsNotice(QObject):
    """Says it above the screen that is shown after the sign-in."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._person = shell.presenter.state.person
        self._said: tuple[str, date] | None = None
        shell.presenter.changed.connect(self._look)

    def _look(self, state: ShellState) -> None:
        came = state.person and state.person != self._person
        self._person = state.person
        if came:
            QTimer.singleShot(0, self, self._say)  # whoever has signed in is shown another screen first

    def _say(self) -> None:
        words = rights_words(self._shell.presenter.state.standing, NOTICE)
        said = (words, self._shell.presenter.now().date())
        if words and self._shell.presenter.state.person and said != self._said:
            self._said = said
            self._shell.show_notice("warn", words)
