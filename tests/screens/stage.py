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
from desktop.ui.shell_sync_presenter import After
from desktop.ui.sign_in.presenter import SignInPresenter
from desktop.ui.theme.theme import apply_theme
from desktop.ui.theme.tokens import DensityName, ThemeName
from desktop.ui.till.presenter import TillPresenter
from sync.status import EngineStatus
from tests.edges import SettableClock
from tests.terminals import ENGLISH, PIN, RUSSIAN, build_terminal

NOON = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
SIZES = {(1024, 768): 3.36, (1366, 768): 3.955, (1920, 1080): 5.55}
"""Window -> pixels per millimetre: a 15 inch till, and 15.6 inches in two resolutions."""
HANDHELD = (800, 480)
"""The smallest screen of a warehouse: 7 inches, in the density for gloves."""
PX_PER_MM = {**SIZES, HANDHELD: 5.25}


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
    sounds: list[str]
    papers: list[tuple[str, int]]
    drawer: list[str]
    shifts_asked: list[str]

    def open_day(self, login: str = "anna") -> None:
        """Sign somebody in and open a shift."""
        person = staff.sign_in(self.terminal, login, PIN)
        shifts.open_shift(self.terminal, person, 10_000)
        self.shell.show_screen("till")

    def scan(self, *codes: str) -> None:
        """Scan, as a scanner on a cable does."""
        for code in codes:
            self.shell.on_scan(code)

    def close(self) -> None:
        """Take the window and the database down."""
        self.shell.close()
        for presenter in (self.sign_in, self.till, self.shell.presenter):
            presenter.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.terminal.database.close()

    def offline(self, waiting: int = 12) -> None:
        """The internet is gone."""
        self.shell.show_sync(EngineStatus(state="offline", cause="offline.internet", unsent=waiting))

    def online(self) -> None:
        """All is sent."""
        self.shell.show_sync(EngineStatus(state="level"))


def make_stage(terminal: Terminal, clock: SettableClock, after: After) -> Stage:
    """The window of a terminal; it is not shown yet."""
    sounds: list[str] = []
    papers: list[tuple[str, int]] = []
    drawer: list[str] = []
    asked: list[str] = []
    shell = Shell(ShellPresenter(terminal, after), play=sounds.append)
    sign_in, till = SignInPresenter(terminal, after), TillPresenter(terminal)
    payment = PaymentPresenter(
        terminal, lambda sale, copy_no: papers.append((sale.receipt, copy_no)), lambda: drawer.append("open")
    )
    search = SearchPresenter(terminal)
    selling = Selling(shell, sign_in, till, payment, search, open_shift=lambda: asked.append("open"))
    shell.start()
    return Stage(terminal, clock, shell, sign_in, till, payment, search, selling, sounds, papers, drawer, asked)


@contextmanager
def build_stage(
    language: Language,
    theme: ThemeName,
    size: tuple[int, int],
    *,
    density: DensityName = "touch",
    text_percent: int = 100,
) -> Iterator[Stage]:
    """A window of this size in this language and look, with nobody signed in."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install_language(app, language)
    apply_theme(app, theme, density, text_percent, PX_PER_MM[size])
    with TemporaryDirectory() as folder:
        clock = SettableClock(NOON)
        terminal = build_terminal(Path(folder), clock, RUSSIAN if language == "ru" else ENGLISH)
        stage = make_stage(terminal, clock, at_once)
        stage.online()
        stage.shell.resize(*size)
        stage.shell.show()
        app.processEvents()
        try:
            yield stage
        finally:
            stage.close()
            install_language(app, "en")
