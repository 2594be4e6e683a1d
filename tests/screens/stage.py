"""A window over a real terminal, driven to the state that a picture shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.operations import shifts, staff
from desktop.operations.terminal import Terminal
from desktop.ui.language import Language, install_language
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.shell import Shell
from desktop.ui.shell_presenter import ShellPresenter
from desktop.ui.shell_selling import Selling
from desktop.ui.sign_in.presenter import SignInPresenter
from desktop.ui.theme.theme import apply_theme
from desktop.ui.theme.tokens import ThemeName
from desktop.ui.till.presenter import TillPresenter
from sync.status import EngineStatus
from tests.edges import SettableClock
from tests.terminals import ENGLISH, PIN, RUSSIAN, build_terminal

NOON = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
SIZES = {(1024, 768): 3.36, (1366, 768): 3.955, (1920, 1080): 5.55}
"""Window -> pixels per millimetre: a 15 inch till, and 15.6 inches in two resolutions."""


def at_once(seconds: float, call: Callable[[], None]) -> Callable[[], None]:
    """`After` without waiting; what would wait longer than a pill's delay never happens."""
    if seconds <= 10:
        call()
    return lambda: None


@dataclass
class Stage:
    """The window and everything behind it."""

    terminal: Terminal
    clock: SettableClock
    shell: Shell
    sign_in: SignInPresenter
    till: TillPresenter
    payment: PaymentPresenter
    search: SearchPresenter
    selling: Selling

    def open_day(self, login: str = "anna") -> None:
        """Sign somebody in and open a shift."""
        person = staff.sign_in(self.terminal, login, PIN)
        shifts.open_shift(self.terminal, person, 10_000)
        self.shell.show_screen("till")

    def scan(self, *codes: str) -> None:
        """Scan, as a scanner on a cable does."""
        for code in codes:
            self.shell.on_scan(code)

    def offline(self, waiting: int = 12) -> None:
        """The internet is gone."""
        self.shell.show_sync(EngineStatus(state="offline", cause="offline.internet", unsent=waiting))

    def online(self) -> None:
        """All is sent."""
        self.shell.show_sync(EngineStatus(state="level"))


@contextmanager
def build_stage(language: Language, theme: ThemeName, size: tuple[int, int]) -> Iterator[Stage]:
    """A window of this size in this language and look, with nobody signed in."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install_language(app, language)
    apply_theme(app, theme, "touch", 100, SIZES[size])
    with TemporaryDirectory() as folder:
        clock = SettableClock(NOON)
        terminal = build_terminal(Path(folder), clock, RUSSIAN if language == "ru" else ENGLISH)
        shell = Shell(ShellPresenter(terminal, at_once))
        sign_in, till = SignInPresenter(terminal, at_once), TillPresenter(terminal)
        payment = PaymentPresenter(terminal, lambda sale, copy_no: None, lambda: None)
        search = SearchPresenter(terminal)
        selling = Selling(shell, sign_in, till, payment, search, open_shift=lambda: None)
        shell.start()
        stage = Stage(terminal, clock, shell, sign_in, till, payment, search, selling)
        stage.online()
        shell.resize(*size)
        shell.show()
        app.processEvents()
        yield stage
        shell.close()
        for presenter in (sign_in, till, shell.presenter):
            presenter.close()
        shell.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        terminal.database.close()
