"""The screens of a station and how they hang together: presenters, views, the shell around them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.clock import iso
from desktop.domain.sale import Sale
from desktop.domain.shift import Closing, Shift, ShiftTotals
from desktop.domain.staff import Right
from desktop.operations.terminal import require_shop
from desktop.paper.closing import x_rows, z_rows
from desktop.paper.rows import Row
from desktop.paper.words import Words
from desktop.station import Station
from desktop.store import journal
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_presenter import ShellPresenter
from desktop.ui.shell_selling import Selling
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.view import ShiftView
from desktop.ui.sign_in.presenter import SignInPresenter
from desktop.ui.sound import Sounds
from desktop.ui.till.presenter import TillPresenter
from sync.status import EngineStatus

Layout = Callable[[Words], tuple[Row, ...]]


def _print_nothing(layout: Layout, title: str) -> None:
    """No printer."""
    del layout, title


class Screens(QObject):
    """Everything that is shown. `enrolled()` tells that the enrolment screen has made the terminal one of the centre's.

    `print_report(layout, title)` lays a report out in the words of the paper and prints it.
    """

    enrolled = Signal()

    def __init__(
        self,
        station: Station,
        sounds: Sounds,
        print_receipt: Callable[[Sale, int], None],
        open_drawer: Callable[[], None],
        ask_sync: Callable[[], None],
        print_report: Callable[[Layout, str], None] = _print_nothing,
    ) -> None:
        super().__init__()
        self._station, self._print_receipt, self._open_drawer = station, print_receipt, open_drawer
        self._ask_sync, self._print_report = ask_sync, print_report
        self._closing: list[Callable[[], None]] = []
        self.shell = Shell(ShellPresenter(station.terminal), sounds.play)
        self._closing.append(self.shell.presenter.close)
        self._selling: Selling | None = None

    def begin(self) -> None:
        """Show what the station's state allows: enrolment, or the shop's screens, added once."""
        if self._selling is None and self._has_journal():
            self._add_shop_screens()
            self.shell.start()

    def show_sync(self, status: EngineStatus) -> None:
        """Take the engine's newest status."""
        self.shell.show_sync(status)

    def close(self) -> None:
        """Listen no more."""
        for close in self._closing:
            close()

    def _has_journal(self) -> bool:
        with self._station.terminal.database.reading() as connection:
            return journal.read_head(connection) is not None

    def _add_shop_screens(self) -> None:
        terminal, shell = self._station.terminal, self.shell
        sign_in, till = SignInPresenter(terminal), TillPresenter(terminal)
        payment = PaymentPresenter(terminal, self._print_receipt, self._open_drawer)
        search = SearchPresenter(terminal)
        self._selling = Selling(shell, sign_in, till, payment, search, open_shift=lambda: shell.show_screen("shift"))
        self._closing += [sign_in.close, till.close]
        self._add_shift(self._selling)

    def _add_shift(self, selling: Selling) -> None:
        presenter = ShiftPresenter(self._station.terminal, self._print_x, self._print_z, self._open_drawer)
        presenter.opened.connect(selling.shift_opened)
        presenter.left.connect(lambda: self.shell.show_screen("till") if self.shell.presenter.state.shift else None)
        self._take_presenter(presenter)
        self.shell.add_screen(
            Screen(
                "shift",
                QT_TRANSLATE_NOOP("Screens", "Shift"),
                ShiftView(presenter),
                right=str(Right.SHIFT),
                enter=presenter.enter,
            )
        )

    def _take_presenter(self, presenter: ShiftPresenter) -> None:
        presenter.sounded.connect(self.shell.play)
        presenter.faulted.connect(lambda fault: self.shell.show_fault(fault))
        self._closing.append(presenter.close)

    def _print_x(self, shift: Shift, totals: ShiftTotals, show_expected: bool) -> None:
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            shop = require_shop(connection, terminal)
        printed_at = iso(terminal.clock.now())
        self._print_report(
            lambda words: x_rows(shift, totals, shop, words, printed_at, show_expected=show_expected),
            f"X-{shift.number}",
        )

    def _print_z(self, shift: Shift, totals: ShiftTotals, closing: Closing, copy_no: int) -> None:
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            shop = require_shop(connection, terminal)
        title = f"Z-{closing.z_number}-copy{copy_no}" if copy_no else f"Z-{closing.z_number}"
        self._print_report(lambda words: z_rows(shift, totals, closing, shop, words, copy_no), title)
