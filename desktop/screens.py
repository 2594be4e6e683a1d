"""The screens of a station and how they hang together: presenters, views, the shell around them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.card_terminals import Beside, open_card_terminal
from desktop.commands.backups import save_sheet
from desktop.devices.card_terminal import CardTerminal
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.staff import Right
from desktop.enquiring import Enquiry, ask_customer, ask_gift, ask_purse, ask_receipt, ask_ticket
from desktop.faults import Fault
from desktop.hardware import Hardware
from desktop.operations.terminal import require_open, require_shop
from desktop.paper.barcodes import qr_rows
from desktop.photographing import CameraFolder
from desktop.screen_enrolment import EnrolmentHand
from desktop.screen_filling import FillingHands, StickerWork
from desktop.screen_health import HealthWork, tell_sticks
from desktop.screen_labels import LabelWork, add_labels
from desktop.screen_rehearsal import add_drills
from desktop.screen_reports import Layout, Reports
from desktop.screen_settings import SettingsHand
from desktop.screen_warehouse import add_warehouse
from desktop.station import Station
from desktop.store import people
from desktop.ui.enrolment.presenter import EnrolmentPresenter
from desktop.ui.enrolment.view import EnrolmentView
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.view import HealthView
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.receipts.presenter import ReceiptHands, ReceiptsPresenter
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.returns.presenter import ReturnsPresenter
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.settings.presenter import SettingsPresenter
from desktop.ui.settings.settings_rows import TEST_CODE
from desktop.ui.settings.view import SettingsView
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_lock import AutoLock
from desktop.ui.shell_messages import ShellMessages
from desktop.ui.shell_messages_presenter import MessagesPresenter
from desktop.ui.shell_presenter import ShellPresenter
from desktop.ui.shell_returns import Returning
from desktop.ui.shell_selling import PAYMENT, TILL, Selling
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.view import ShiftView
from desktop.ui.sign_in.presenter import SignInPresenter
from desktop.ui.sound import Sounds
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.wedge import Wedge
from sync.status import EngineStatus

SHIFT, HEALTH, SETTINGS, ENROLMENT = "shift", "health", "settings", "enrolment"
RECEIPTS = "receipts"

RECEIPTS_KEYS = (
    ("A – Z 0 – 9", QT_TRANSLATE_NOOP("Keys", "Find a receipt by number, amount, time or day")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "The next receipt, or the one before")),
)
SHIFT_KEYS = (
    ("0 – 9", QT_TRANSLATE_NOOP("Keys", "Type what is counted")),
    ("Enter ↑ ↓", QT_TRANSLATE_NOOP("Keys", "The next line, or another")),
    ("+", QT_TRANSLATE_NOOP("Keys", "The step of this page")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


class _Presenter(Protocol):
    @property
    def sounded(self) -> SignalInstance: ...

    @property
    def faulted(self) -> SignalInstance: ...

    def close(self) -> None: ...


def _nothing(*_: object) -> None:
    """Where there is no such device."""


class Screens(QObject):
    """Everything that is shown. `enrolled()` tells that the centre knows this terminal now, `selling(till, payment)`
    that goods can be sold and who says what is in hand (for scale and customer display).

    `receipt_hands` are for the screen of receipts; without them there is none.
    `print_report(layout, title)` lays a report out in the words of the paper and prints it; `devices_changed()` opens
    printer and scanners anew, as the settings say now; `wedge` is the keyboard scanner, for its test; `hardware` are
    the devices that are open, for theirs.
    """

    enrolled = Signal()
    selling = Signal(object, object)

    def __init__(
        self,
        station: Station,
        sounds: Sounds,
        print_receipt: Callable[[Sale, int], None],
        open_drawer: Callable[[], None],
        ask_sync: Callable[[], None],
        print_report: Callable[[Layout, str], None] = _nothing,
        wedge: Wedge | None = None,
        devices_changed: Callable[[], None] = _nothing,
        hardware: Hardware | None = None,
        receipt_hands: ReceiptHands | None = None,
    ) -> None:
        super().__init__()
        self._station, self._print_receipt, self._open_drawer = station, print_receipt, open_drawer
        self._ask_sync, self._print_report = ask_sync, print_report
        self._reports = Reports(station, print_report)
        self._receipt_hands, self._hardware = receipt_hands, hardware
        self._status: EngineStatus | None = None
        self._enrolment: EnrolmentPresenter | None = None
        self._health: HealthPresenter | None = None
        self._card: CardTerminal | None = None
        self.shell = Shell(ShellPresenter(station.terminal), sounds.play)
        letters = MessagesPresenter(station.terminal, self)
        ShellMessages(self.shell, letters)
        self._closing: list[Callable[[], None]] = [self.shell.presenter.close, letters.close]
        self._hand = SettingsHand(station, self.shell, sounds, wedge, devices_changed, open_drawer, hardware)
        self._enrolling = EnrolmentHand(station, self._hand.apply_changes)
        self.shell.language_chosen.connect(lambda name: self._keep("language", name))
        self.shell.theme_chosen.connect(lambda name: self._keep("theme", name))
        self.shell.pill_pressed.connect(self._show_health)

    def begin(self) -> None:
        """Show what the station's state allows: enrolment, or, once it has people and goods, the shop's screens."""
        self.shell.presenter.take_terminal(self._station.terminal)
        if self.shell.has_screen(TILL):
            return
        if self._enrolment is None and not self._can_work():
            self._add_enrolment()
        if self._enrolment is not None:
            self._enrolment.reload()
        else:
            self._begin_work()

    async def look_for_invitation(self) -> None:
        """Enrol unattended where the provisioning file of a new till lies here, or comes on a stick later."""
        if self._enrolment is not None:
            await self._enrolling.watch(self._enrolment)

    def show_sync(self, status: EngineStatus) -> None:
        """Take the engine's newest status."""
        self._status = status
        self.shell.show_sync(status)
        if self._enrolment is not None:
            self._enrolment.show_sync(status)
        if self._health is not None:
            self._health.show_sync(status)

    def close(self) -> None:
        """Listen no more."""
        if self._enrolment is not None:
            self._enrolment.close()
        for close in self._closing:
            close()

    # --- what there is

    def _can_work(self) -> bool:
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            try:
                require_open(connection)
                require_shop(connection, terminal)
            except Refusal as refusal:
                return refusal.code == "terminal.blocked"
            return bool(people.list_people(connection))

    def _add_enrolment(self) -> None:
        station = self._station
        settings = station.loaded.settings
        presenter = EnrolmentPresenter(
            lambda: station.terminal,
            self._enrolling.register,
            (settings.server, settings.name),
            lambda: save_sheet(station),
        )
        view = EnrolmentView(presenter)
        self.shell.connect_look(view.look)
        presenter.sounded.connect(self.shell.play)
        presenter.enrolled.connect(self.enrolled)
        presenter.ready.connect(self._leave_enrolment)
        self._enrolment = presenter
        if self._status is None:
            self.shell.show_sync(EngineStatus(state="blocked", cause="denied.unknown"))
        title = QT_TRANSLATE_NOOP("Screens", "First start")
        self.shell.add_screen(Screen(ENROLMENT, title, view, scan=presenter.scan, chrome="bare", in_menu=False))
        self.shell.show_screen(ENROLMENT)

    def _leave_enrolment(self) -> None:
        if self._enrolment is not None:
            self._enrolment.close()
            self._enrolment = None
        self._begin_work()

    def _begin_work(self) -> None:
        selling = self._add_selling()
        self._closing.append(AutoLock(self.shell, self._station.loaded.settings.auto_lock_s, selling.may_lock).close)
        self.shell.mirror(self._station.loaded.settings.mirror)
        self._add_returns(selling)
        self._add_receipts(selling)
        self._add_shift(selling)
        terminal, rehearsal = self._station.terminal, self._station.loaded.rehearsal
        work = LabelWork(self._station, self._hand.keep)
        camera = CameraFolder(self._station.loaded.settings.photo_folder)
        hands = self._filling_hands(), None if rehearsal else work.hands(), camera
        self._closing.append(add_warehouse(self.shell, terminal, selling.till.pictures, self._show_fault, *hands))
        if rehearsal:
            self._closing.append(add_drills(self.shell, self._station.terminal))
        else:
            self._closing.append(add_labels(self.shell, self._station, work, self._show_fault))
            self._add_health()
            self._add_settings()
            self.shell.menu.offer_rehearsal()
        self.shell.presenter.sign_out()
        self.shell.show_screen("sign_in")

    def _filling_hands(self) -> FillingHands:
        if self._hardware is None:
            return FillingHands(StickerWork(self._station).stick)
        return FillingHands(StickerWork(self._station).stick, self._hardware.follow_packing)

    def _add_selling(self) -> Selling:
        terminal, shell = self._station.terminal, self.shell
        sharing = None if self._station.loaded.rehearsal else Enquiry(self._station, ask_ticket)
        sign_in, till = SignInPresenter(terminal), TillPresenter(terminal, take_ticket=sharing)
        till.customers.changing.ask = Enquiry(self._station, ask_customer)
        self._card = self._card_terminal()
        till.quoted.connect(self._reports.print_quote)
        payment = PaymentPresenter(
            terminal,
            self._print_receipt,
            self._open_drawer,
            card=self._card,
            beside=Beside(),
            ask_gift=Enquiry(self._station, ask_gift),
            ask_purse=Enquiry(self._station, ask_purse),
        )
        search = SearchPresenter(terminal)
        self._closing += [sign_in.close, till.close]
        self.selling.emit(till, payment)
        return Selling(shell, sign_in, till, payment, search, open_shift=lambda: shell.show_screen(SHIFT))

    def _card_terminal(self) -> CardTerminal | None:
        """Give the card terminal; without its driver cards go by hand, and the banner says so."""
        loaded = self._station.loaded
        try:
            return open_card_terminal(loaded.settings.card_terminal, loaded.data_dir)
        except Fault as fault:
            self._show_fault(fault)
            return None

    def _add_returns(self, selling: Selling) -> None:
        presenter = ReturnsPresenter(
            self._station.terminal,
            lambda number: ask_receipt(self._station, number),
            ask_gift=Enquiry(self._station, ask_gift),
        )
        self._take(presenter)
        selling.divert = Returning(self.shell, presenter, selling.till, selling.till_view).divert

    def _add_receipts(self, selling: Selling) -> None:
        if self._receipt_hands is None:
            return
        presenter = ReceiptsPresenter(self._station.terminal, self._receipt_hands, card=self._card, beside=Beside())
        presenter.buyers.ask = Enquiry(self._station, ask_customer)
        presenter.return_asked.connect(lambda receipt: selling.divert(receipt))
        self._take(presenter)
        title, right = QT_TRANSLATE_NOOP("Screens", "Receipts"), str(Right.REPRINT)
        view = partial(ReceiptsView, presenter)
        self.shell.add_screen(
            Screen(RECEIPTS, title, view, presenter.scan, right=right, enter=presenter.enter, keys=RECEIPTS_KEYS)
        )

    def _add_shift(self, selling: Selling) -> None:
        presenter = ShiftPresenter(
            self._station.terminal, self._reports.print_x, self._reports.print_z, self._open_drawer
        )
        presenter.opened.connect(selling.shift_opened)
        presenter.left.connect(lambda: self.shell.show_screen(TILL) if self.shell.presenter.state.shift else None)
        self._take(presenter)
        title, right = QT_TRANSLATE_NOOP("Screens", "Shift"), str(Right.SHIFT)
        view = partial(ShiftView, presenter)
        self.shell.add_screen(
            Screen(SHIFT, title, view, presenter.scan, right=right, enter=presenter.enter, keys=SHIFT_KEYS)
        )

    def _add_health(self) -> None:
        presenter = HealthPresenter(
            self._station.terminal, HealthWork(self._station, self._print_report).hands(self._ask_sync)
        )
        presenter.faulted.connect(self._show_fault)
        self._closing.append(presenter.close)
        self._health = presenter
        if self._status is not None:
            presenter.show_sync(self._status)
        title = QT_TRANSLATE_NOOP("Screens", "Sync and health")
        view = partial(HealthView, presenter, tell_sticks)
        self.shell.add_screen(Screen(HEALTH, title, view, enter=presenter.enter))

    def _add_settings(self) -> None:
        presenter = SettingsPresenter(self._station.terminal, self._hand.hands())
        self.shell.language_chosen.connect(lambda _: presenter.reload())
        self.shell.theme_chosen.connect(lambda _: presenter.reload())
        self._take(presenter)
        title, right = QT_TRANSLATE_NOOP("Screens", "Settings"), str(Right.SETTINGS)
        view = partial(_make_settings, presenter)
        self.shell.add_screen(Screen(SETTINGS, title, view, scan=presenter.scan, right=right, enter=presenter.enter))

    def _take(self, presenter: _Presenter) -> None:
        presenter.sounded.connect(self.shell.play)
        presenter.faulted.connect(self._show_fault)
        self._closing.append(presenter.close)

    # --- what they ask for

    def _show_health(self) -> None:
        somebody_works = bool(self.shell.presenter.state.person) and self.shell.current_key() != PAYMENT
        if self.shell.has_screen(HEALTH) and somebody_works:
            self.shell.show_screen(HEALTH)

    def _show_fault(self, fault: Fault) -> None:
        self.shell.show_fault(fault)

    def _keep(self, name: str, value: str) -> None:
        try:
            self._hand.keep(name, value)
        except Fault as fault:
            self._show_fault(fault)


def _make_settings(presenter: SettingsPresenter) -> QWidget:
    return SettingsView(presenter, qr_rows(TEST_CODE))
