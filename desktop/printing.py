"""Paper and drawer after the sale is a fact: made and sent in a worker thread; trouble is a notice, no roll-back.

Every slip is a job in the database (`operations.print_jobs`). Only a job of which no byte has left is tried again by
itself; of any other a person decides. The drawer is kicked with the first try alone: one that opens by itself, minutes
later, helps nobody but a thief.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from desktop.devices.drawer import open_drawer, pulse, real_time_pulse
from desktop.devices.printer import CONFIRM_TIMEOUT_S, Outcome, Printer
from desktop.devices.transports import connection
from desktop.domain.print_job import PrintJob
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale, Void
from desktop.domain.shop import Shop
from desktop.domain.tender import CASH
from desktop.faults import Fault
from desktop.operations import drawer, print_jobs
from desktop.operations.terminal import Terminal
from desktop.paper.escpos import RASTER
from desktop.paper.receipt import Signed, receipt_rows, void_rows
from desktop.paper.receipt_escpos import needs_dots, receipt_escpos
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.paper.rows import Band, Row
from desktop.paper.rows_json import rows_from_json, rows_to_json
from desktop.paper.words import Words
from desktop.settings import Settings

RETRY_S = 15.0
STALE = timedelta(hours=12)
"""A slip that waited longer is printed when a person asks for it, not by itself at the next start."""

_log = structlog.get_logger("desktop.printing")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a slip is not known to be on paper: `waits` will be printed by itself; else "print again" is a person's."""

    job: PrintJob | None
    fault: Fault
    waits: bool = False


@dataclass(frozen=True)
class Edges:
    """What printing asks of the window's loop, on whose thread everything here runs but the printing itself.

    `soon` calls from any thread on that thread; `later(seconds, function)` calls after a while; `on_trouble` shows a
    notice; `reprint(sale_id)` prints a copy of a receipt, counted as one. `on_over` hears of trouble that ended by
    itself: what waited is on paper.
    """

    soon: Callable[..., object]
    later: Callable[[float, Callable[[], None]], object]
    on_trouble: Callable[[Trouble], None]
    reprint: Callable[[str], None]
    on_over: Callable[[Fault], None] = lambda fault: None


class Printing:
    """One printer with its drawer, and a folder for PDFs."""

    def __init__(
        self,
        settings: Settings,
        terminal: Callable[[], Terminal],
        edges: Edges,
        confirm_timeout_s: float = CONFIRM_TIMEOUT_S,
        *,
        rehearsal: bool = False,
    ) -> None:
        self._settings, self._terminal, self._edges = settings, terminal, edges
        self._rehearsal = rehearsal
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paper")
        self._printer = _printer_of(settings, confirm_timeout_s)
        self._busy, self._closed, self._retrying = False, False, False
        self._kicks = False
        self._kicked_for = 0
        self._told: tuple[str, Fault] | None = None

    # --- what is printed

    def print_sale(self, sale: Sale, shop: Shop, copy_no: int = 0, signed: Signed = None) -> None:
        """Print a receipt; the original opens the drawer when cash is in play."""
        rows = receipt_rows(sale, shop, self.words(), copy_no, signed)
        cash = copy_no == 0 and (sale.change_minor > 0 or any(paid.method == CASH for paid in sale.payments))
        title = f"{sale.receipt}-copy{copy_no}" if copy_no else sale.receipt
        self.print_rows(rows, title, sale_id=sale.sale_id, opens_drawer=cash)

    def print_void(self, void: Void, sale: Sale, shop: Shop, signed: Signed = None) -> None:
        """Print the paper of a void."""
        self.print_rows(void_rows(void, sale, shop, self.words(), 0, signed), void.receipt, opens_drawer=True)

    def print_rows(self, rows: tuple[Row, ...], title: str, *, sale_id: str = "", opens_drawer: bool = False) -> None:
        """Print a slip, after those that are on their way; one of a rehearsal says so at head and foot."""
        if self._rehearsal:
            stamp = Band(self.words()("rehearsal"))
            rows = (stamp, *rows, stamp)
        if self._settings.receipt_folder:
            self._pool.submit(self._save, Path(self._settings.receipt_folder) / f"{title}.pdf", rows)
        if self._printer is None:
            return
        if opens_drawer:
            self._permit_kick()
        first = not self._busy and not self._queued()
        job = print_jobs.queue_paper(self._terminal(), title, rows_to_json(rows), sale_id, begun=first)
        if first:
            self._send(job)
        else:
            self._next()

    def open_drawer(self) -> None:
        """Open the drawer without paper, for the fact that was just sealed; nothing else in this program can."""
        if self._printer is not None and self._permit_kick() and not self._busy:
            self._kick()

    @property
    def printer(self) -> Printer | None:
        """The printer itself, for looking how it is; what is printed goes through here."""
        return self._printer

    def words(self) -> Words:
        """Give the words of the receipts' language, the screen's unless it is set apart."""
        return Words(self._settings.receipt_language or self._settings.language)

    # --- what waits

    def resume(self) -> None:
        """After a start: print what had never been sent, and tell what may or may not be on paper."""
        if self._printer is None:
            return
        terminal = self._terminal()
        for job in print_jobs.list_papers(terminal, "unknown"):
            self._edges.on_trouble(Trouble(job, _unsure(job)))
        for job in print_jobs.list_papers(terminal, "queued"):
            if self._is_stale(job):
                self._edges.on_trouble(Trouble(job, _old(job)))
        self._next()

    def print_again(self, job_id: str) -> None:
        """A person wants it on paper: as it is if it had never been sent, else marked as a copy. Refusals of a copy."""
        terminal = self._terminal()
        job = print_jobs.find_paper(terminal, job_id)
        if job is None or not job.rows:
            return
        _log.info("print again", title=job.title, state=job.state)
        if job.state == "unknown" and job.sale_id:
            self._edges.reprint(job.sale_id)
            print_jobs.forget_paper(terminal, job_id)
            return
        copy = () if job.state == "queued" else (Band(self.words()("copy_number", number=1)),)
        print_jobs.forget_paper(terminal, job_id)
        self.print_rows((*copy, *rows_from_json(job.rows)), job.title, sale_id=job.sale_id)

    def forget(self, job_id: str) -> None:
        """A person has seen the paper, or does not want it."""
        print_jobs.forget_paper(self._terminal(), job_id)

    def close(self) -> None:
        """Wait for what is being printed and end the thread; what was not sent waits in the database."""
        self._closed = True
        self._pool.shutdown(wait=True)

    # --- inside

    def _permit_kick(self) -> bool:
        """Whether a sealed fact allows a pulse that has not been used; the only way to one, and shut in a rehearsal."""
        if self._rehearsal:
            return False
        try:
            permit = drawer.permit_drawer(self._terminal(), self._kicked_for)
        except Refusal as refusal:
            _log.info("drawer stays shut", code=refusal.code)
            return False
        self._kicks, self._kicked_for = True, permit.position
        return True

    def _next(self) -> None:
        if self._busy or self._closed:
            return
        waiting = self._queued()
        if waiting:
            self._send(print_jobs.begin_paper(self._terminal(), waiting[0]))
        elif self._kicks:
            self._kick()

    def _kick(self) -> None:
        self._kicks, self._busy = False, True
        self._in_worker(open_drawer, self._after_kick)

    def _queued(self) -> list[PrintJob]:
        waiting = print_jobs.list_papers(self._terminal(), "queued")
        return [job for job in waiting if not self._is_stale(job)]

    def _is_stale(self, job: PrintJob) -> bool:
        return self._terminal().clock.now() - datetime.fromisoformat(job.made_at) > STALE

    def _send(self, job: PrintJob) -> None:
        self._busy = True
        kick, at_once = (pulse(), real_time_pulse()) if self._kicks else (b"", b"")
        self._kicks = False
        settings, rows = self._settings, rows_from_json(job.rows)

        def send(printer: Printer) -> Outcome:
            return printer.send(kick + _slip(rows, settings), at_once)

        self._in_worker(send, lambda outcome: self._settle(job, outcome))

    def _in_worker(self, work: Callable[[Printer], Outcome], then: Callable[[Outcome], None]) -> None:
        printer = self._printer
        assert printer is not None
        future = self._pool.submit(work, printer)
        future.add_done_callback(lambda done: self._edges.soon(self._take, done, then))

    def _take(self, done: "Future[Outcome]", then: Callable[[Outcome], None]) -> None:
        self._busy = False
        then(done.result())

    def _settle(self, job: PrintJob, outcome: Outcome) -> None:
        code = outcome.fault.code if outcome.fault else ""
        job = print_jobs.settle_paper(self._terminal(), job, outcome.state, code)
        waits = outcome.state == "queued"
        told, self._told = self._told, None
        if told and told[0] == job.job_id and not waits:
            self._edges.on_over(told[1])
        if told and waits and (told[0], told[1].code) == (job.job_id, code):
            self._told = told
        elif outcome.fault is not None:
            self._told = (job.job_id, outcome.fault) if waits else None
            done = outcome.state == "confirmed"
            self._edges.on_trouble(Trouble(None if done else job, outcome.fault, waits=waits))
        if waits:
            self._retry_later()
            if self._kicks:
                self._kick()
        else:
            self._next()

    def _after_kick(self, outcome: Outcome) -> None:
        if outcome.fault is not None:
            self._edges.on_trouble(Trouble(None, outcome.fault))
        if not self._retrying:
            self._next()

    def _retry_later(self) -> None:
        if not self._retrying and not self._closed:
            self._retrying = True
            self._edges.later(RETRY_S, self._retry)

    def _retry(self) -> None:
        self._retrying = False
        if not self._closed:
            self._next()

    def _save(self, path: Path, rows: tuple[Row, ...]) -> None:
        try:
            save_pdf(path, rows, path.stem)
        except Fault as fault:
            self._edges.soon(self._edges.on_trouble, Trouble(None, fault))


def _printer_of(settings: Settings, confirm_timeout_s: float) -> Printer | None:
    if not settings.printer:
        return None
    return Printer("printer", connection(settings.printer), confirm_timeout_s=confirm_timeout_s)


def _slip(rows: tuple[Row, ...], settings: Settings) -> bytes:
    """The bytes of a slip. It is drawn where the code page cannot be, or lacks a script: paper says it in any case."""
    page = settings.printer_code_page
    try:
        return receipt_escpos(rows, settings.printer_columns, RASTER if needs_dots(rows, page) else page)
    except Refusal:
        return receipt_escpos(rows, settings.printer_columns, RASTER)


def _unsure(job: PrintJob) -> Fault:
    return Fault(
        "printer.unsure",
        "A slip may not have come out",
        job.title,
        "Look at the paper. If it is not there or not whole, print it again.",
    )


def _old(job: PrintJob) -> Fault:
    return Fault("printer.old", "A slip still waits for the printer", job.title, "Print it now, or forget it.")


def save_pdf(path: Path, rows: tuple[Row, ...], title: str) -> None:
    """Write rows as a PDF of 80 mm. Raises Fault when the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(receipt_pdf(rows, title))
    except OSError as error:
        raise Fault("paper.unwritable", "The receipt cannot be saved", str(error), "Check folder and disk.") from error


def save_receipt(path: Path, sale: Sale, shop: Shop, language: str, signed: Signed = None) -> None:
    """Write a sale's receipt as a PDF of 80 mm."""
    save_pdf(path, receipt_rows(sale, shop, Words(language), signed=signed), sale.receipt)
