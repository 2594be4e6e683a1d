"""The window of one station with everything that stands behind it: screens, scanners, paper, the link to the centre."""

import asyncio
import gc
import sys
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

import structlog
from PySide6.QtWidgets import QApplication

from desktop.backing_up import BackingUp
from desktop.card_terminals import Beside
from desktop.commands.syncing import sync_json
from desktop.conditions import tell_printer
from desktop.customer_window import CustomerWindow
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.hardware import Ears, Hardware
from desktop.linking import Link, keep_running
from desktop.mirroring import Mirroring
from desktop.operations import carts, papers, staff
from desktop.paper.rows import Row
from desktop.paper.words import Words
from desktop.paper_desk import PaperDesk
from desktop.picturing import FOLDER, PictureFolder, Picturing
from desktop.printer_glance import PrinterGlance
from desktop.printing import Edges, Printing, Trouble
from desktop.reading import warm_up
from desktop.screen_keys import KeyPaper
from desktop.screens import Screens
from desktop.station import Station
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic
from desktop.ui.keymap import use_keys
from desktop.ui.paper_words import paper_actions
from desktop.ui.shell import Shell
from desktop.ui.shell_rights import RightsNotice
from desktop.ui.shell_selling import PAYMENT
from desktop.ui.sound import NOT_TAKEN, Sounds
from desktop.ui.wedge import Wedge, WedgeSettings
from desktop.ui.words import refusal_text
from desktop.verbs import exit_of
from sync.trouble import Offline

READING_S = 3.0
"""After the start: the parser of long codes takes a tenth of a second to load, which no scan is to wait for."""
QUIET_S = 0.4
"""After a sale: the customer takes the bag, and the log is moved into the file, which no scan has to wait for then."""
NOTE_EVERY = 100
"""Commits between two notes of the journal's head outside the database."""

_log = structlog.get_logger("desktop.window")


class Window:
    """Built on the loop's thread; `start` gives its tasks to the caller's group, `stop` ends them."""

    def __init__(self, station: Station, application: QApplication) -> None:
        self.station = station
        self.link: Link | None = None
        self._server = ""
        self.closed = asyncio.Event()
        self.to_rehearsal = False
        self._refused_keys = _take_keys(station.loaded.settings.keys)
        self._loop = asyncio.get_running_loop()
        self._group: asyncio.TaskGroup | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._beside: list[asyncio.Task[None]] = []
        self._commits = 0
        self._tidying: asyncio.TimerHandle | None = None
        settings = station.loaded.settings
        self.printing = self._make_printing()
        glance = PrinterGlance(lambda: self.printing.printer, Beside())
        ears = Ears(self._on_frame, self.report_fault, self._withdraw_fault)
        self.hardware = Hardware(settings, self._soon, ears, glance=glance)
        self.papers = PaperDesk(
            station,
            lambda: self.printing,
            lambda fault: self._soon(self.report_fault, fault),
            on_over=lambda fault: self._soon(self._withdraw_fault, fault),
        )
        self.customer_screen = CustomerWindow(station)
        self.picturing = Picturing(PictureFolder(station.data_dir / FOLDER), self._fetch_picture)
        self.backing_up = BackingUp(station, self.report_fault)
        self.mirroring = Mirroring(station, self.report_fault)
        self.sounds = Sounds(enabled=settings.sounds)
        self._wedge = Wedge(WedgeSettings(interval_ms=settings.wedge_gap_ms))
        self.screens = Screens(
            station,
            self.sounds,
            self.papers.print_receipt,
            self._open_drawer,
            self._ask_sync,
            self._print_report,
            self._wedge,
            self._open_devices,
            self.hardware,
            self.papers.hands(),
        )
        self.shell = self.screens.shell
        self.shell.closing.connect(self.closed.set)
        self.screens.enrolled.connect(self.take_station)
        KeyPaper(self.shell, station)
        RightsNotice(self.shell)
        self.shell.menu.rehearsal_asked.connect(self._leave_for_rehearsal)
        self.screens.selling.connect(self.hardware.follow)
        self.screens.selling.connect(self.customer_screen.follow)
        self.screens.selling.connect(self.picturing.follow)
        self._wedge.scanned.connect(self.shell.on_scan)
        self._wedge.install(application)
        self._unlisten = station.terminal.database.listen(self._on_topics)

    def start(self, group: asyncio.TaskGroup) -> None:
        """Begin to listen to scanners and to replicate."""
        self._group = group
        sys.excepthook = self._on_exception
        self.hardware.open()
        self.take_station()
        if self._refused_keys is not None:
            self.shell.show_notice("warn", refusal_text(self._refused_keys))
        self.printing.resume()
        self._beside = [*self.papers.start(self._on_engine_bug), self.picturing.start(self._on_engine_bug)]
        self._beside += [one.start(self._on_engine_bug) for one in (self.backing_up, self.mirroring)]
        self._beside.append(asyncio.create_task(_prepare_rest(self.shell), name="preparing"))
        self._beside.append(group.create_task(self.screens.look_for_invitation(), name="invitation"))

    def take_station(self) -> None:
        """Show the screens that the station's state allows, and open the link when it is enrolled."""
        self.screens.begin()
        with self.station.terminal.database.reading() as connection:
            server = read_known(connection, Known.SERVER)
        if self._group is None or (self.link is not None and server == self._server):
            return
        if self.link is not None:  # a till that waits for approval may choose another centre
            self._group.create_task(_leave(self.link, self._tasks.pop()))
        try:
            self.link = Link(self.station, self.screens.show_sync, self._announce, self.screens.begin, self._look)
        except Refusal as refusal:
            _log.info("not linked", code=refusal.code)
            return
        self._server = server
        self._tasks.append(self._group.create_task(keep_running(self.link.run, self._on_engine_bug), name="engine"))

    def _look(self) -> str:
        glance = self.hardware.glance
        return tell_printer(glance.seen()) if glance else ""

    def show(self, *, kiosk: bool = False) -> None:
        """Show the window as large as the screen, in front of the others; in a kiosk it covers everything."""
        if kiosk:
            self.shell.showFullScreen()
        elif not self.shell.isVisible():
            self.shell.resize(self.shell.screen().availableSize())
            self.shell.showMaximized()
        self.shell.raise_()
        self.shell.activateWindow()

    async def stop(self) -> None:
        """End the window, scanners, engine and paper, in this order; what is being printed is finished.

        A window that still stood at the interpreter's end would hear of its hiding half taken apart, and crash.
        """
        self.shell.hide()
        sys.excepthook = sys.__excepthook__
        self._unlisten()
        if self._tidying is not None:
            self._tidying.cancel()
        self._wedge.remove(QApplication.instance())  # type: ignore[arg-type]
        self.hardware.close()
        self.backing_up.close()
        tasks = [*self._tasks, *self._beside]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.papers.close()
        self.customer_screen.close()
        if self.link is not None:
            await self.link.close()
        await asyncio.to_thread(self.printing.close)
        self.screens.close()

    async def sync_now(self) -> dict[str, Any]:
        """Push and pull once with the engine at work, for the command line."""
        assert self.link is not None
        report = await self.link.engine.step()
        result = sync_json(report.pushed, report.pulled, self.link.engine.status)
        return {"result": result, "exit": exit_of("sync", result)}

    def report_fault(self, fault: Fault) -> None:
        """Show trouble of the environment as a banner."""
        _log.warning("fault", code=fault.code, detail=fault.message)
        self.shell.show_fault(fault)

    def _withdraw_fault(self, fault: Fault) -> None:
        self.shell.withdraw_fault(fault)

    def report_bug(self, context: Mapping[str, Any]) -> None:
        """Log a bug with its trace and tell the person that what was saved is safe."""
        error = context.get("exception")
        _log.error("bug", message=context.get("message", ""), exc_info=error)
        text = repr(error) if error else str(context.get("message"))
        self.shell.show_fault(Fault("bug", "Something went wrong in the program", text, "The cart is kept. Go on."))

    def _leave_for_rehearsal(self) -> None:
        """Close, and have the rehearsal open in this one's place: it needs the scanner, and nobody mixes them up."""
        self.to_rehearsal = True
        self.closed.set()

    def _on_engine_bug(self, error: Exception) -> None:
        self.report_bug({"message": "engine", "exception": error})

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.closed.set()
        else:
            self.report_bug({"message": "unhandled", "exception": error})

    def _make_printing(self) -> Printing:
        later = self._loop.call_later
        edges = Edges(self._soon, later, self._show_trouble, self._reprint, self._withdraw_fault)
        loaded = self.station.loaded
        return Printing(loaded.settings, lambda: self.station.terminal, edges, rehearsal=loaded.rehearsal)

    def _open_devices(self) -> None:
        """Take the devices as the settings say now; what is being printed is finished."""
        self.hardware.renew(self.station.loaded.settings)
        self.customer_screen.renew()
        old = self.printing
        self.printing = self._make_printing()
        closing = self._loop.run_in_executor(None, old.close)
        closing.add_done_callback(lambda _: self.printing.resume())

    def _soon(self, function: Any, *arguments: Any) -> None:
        self._loop.call_soon_threadsafe(function, *arguments)

    def _announce(self, topic: Topic) -> None:
        self._soon(self.station.terminal.database.announce, topic)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.SYNC not in topics:
            return
        if Topic.SALES in topics and self._tidying is None:
            self._tidying = self._loop.call_later(QUIET_S, self._tidy)
        self._commits += 1
        if self.link is not None:
            self.link.engine.wake()
            self.link.settle_divergence()
        if (Topic.SHIFT in topics and Topic.SALES not in topics) or self._commits % NOTE_EVERY == 0:
            self._loop.run_in_executor(None, self.station.note_keeper())

    def _tidy(self) -> None:
        self._tidying = None
        try:
            carts.tidy(self.station.terminal)
            self.station.terminal.database.checkpoint()
        except Fault as fault:
            self.report_fault(fault)

    def _on_frame(self, data: bytes, name: str) -> bool:
        """Whether the till took the scan: what it sounds is what a scanner that waits is told."""
        self.sounds.last = None
        self.shell.on_scan(data, name)
        return self.sounds.last not in NOT_TAKEN

    def _show_trouble(self, trouble: Trouble) -> None:
        """A slip that is not known to be on paper: a notice with what a person may do about it."""
        _log.warning("paper", code=trouble.fault.code, detail=trouble.fault.message)
        job = trouble.job
        if job is None:
            self.shell.show_fault(trouble.fault)
            return
        does = {"again": self.printing.print_again, "forget": self.printing.forget}
        actions = paper_actions(waits=job.state == "queued")
        self.shell.show_fault(trouble.fault, actions, lambda name: self._attempt(does[name], job.job_id))

    def _attempt(self, step: Callable[[str], None], argument: str) -> None:
        try:
            step(argument)
        except Refusal as refusal:
            self.shell.show_notice("warn", refusal_text(refusal))
        except Fault as fault:
            self.report_fault(fault)

    def _reprint(self, sale_id: str) -> None:
        terminal = self.station.terminal
        receipt = papers.copy_paper(terminal, staff.signed_in(terminal), sale_id)
        self.papers.print_receipt(receipt.sale, receipt.copies)

    def _print_report(self, layout: Callable[[Words], tuple[Row, ...]], title: str) -> None:
        self.printing.print_rows(layout(self.printing.words()), title)

    def _open_drawer(self) -> None:
        self.printing.open_drawer()

    async def _fetch_picture(self, picture: str) -> bytes | None:
        if self.link is None:
            raise Offline("network", "not linked")
        return await self.link.picture(picture)

    def _ask_sync(self) -> None:
        if self.link is not None:
            self.link.engine.retry()


async def _leave(link: Link, task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await link.close()


def _take_keys(text: str) -> Refusal | None:
    """Put a shop's own keys in force; keys that cannot be are told, and keep no till from opening."""
    try:
        use_keys(text)
    except Refusal as refusal:
        use_keys("")
        return refusal
    return None


async def _prepare_rest(shell: Shell) -> None:
    await asyncio.sleep(READING_S)
    await asyncio.to_thread(warm_up)
    if shell.has_screen(PAYMENT):
        shell.prepare_screen(PAYMENT)
    gc.freeze()  # as after the start: what came now stays
