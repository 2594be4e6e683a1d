"""Paper and drawer after the sale is a fact: made and sent in a worker thread; trouble is a notice, no roll-back."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from desktop.devices.drawer import open_drawer, pulse, real_time_pulse
from desktop.devices.printer import Outcome, Printer
from desktop.devices.transports import connection
from desktop.domain.sale import Sale, Void
from desktop.domain.shop import Shop
from desktop.domain.tender import CASH
from desktop.faults import Fault
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.receipt_escpos import receipt_escpos
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.paper.rows import Row
from desktop.paper.words import Words
from desktop.settings import Settings


class Printing:
    """One printer with its drawer, and a folder for PDFs; `on_fault` is called in the worker thread."""

    def __init__(self, settings: Settings, on_fault: Callable[[Fault], None]) -> None:
        self._settings = settings
        self._on_fault = on_fault
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paper")
        self._printer = Printer("printer", connection(settings.printer)) if settings.printer else None

    def print_sale(self, sale: Sale, shop: Shop, copy_no: int = 0) -> Future[None]:
        """Print a receipt; the original opens the drawer when cash is in play."""
        opens = copy_no == 0 and (sale.change_minor > 0 or any(paid.method == CASH for paid in sale.payments))
        rows = receipt_rows(sale, shop, self.words(), copy_no)
        return self._pool.submit(self._print, rows, sale.receipt, opens, copy_no)

    def print_void(self, void: Void, sale: Sale, shop: Shop) -> Future[None]:
        """Print the paper of a void."""
        return self._pool.submit(self._print, void_rows(void, sale, shop, self.words()), void.receipt, True, 0)

    def print_rows(self, rows: tuple[Row, ...], title: str) -> Future[None]:
        """Print a report."""
        return self._pool.submit(self._print, rows, title, False, 0)

    def open_drawer(self) -> Future[None]:
        """Open the drawer without paper."""
        return self._pool.submit(self._kick)

    def words(self) -> Words:
        """Give the words of the receipts' language, the screen's unless it is set apart."""
        return Words(self._settings.receipt_language or self._settings.language)

    def close(self) -> None:
        """Wait for what is being printed and end the thread."""
        self._pool.shutdown(wait=True)

    def _print(self, rows: tuple[Row, ...], title: str, opens_drawer: bool, copy_no: int) -> None:
        try:
            if self._settings.receipt_folder:
                name = f"{title}-copy{copy_no}.pdf" if copy_no else f"{title}.pdf"
                save_pdf(Path(self._settings.receipt_folder) / name, rows, title)
            if self._printer is not None:
                kick = pulse() if opens_drawer else b""
                paper = receipt_escpos(rows, self._settings.printer_columns, self._settings.printer_code_page)
                self._tell(self._printer.send(kick + paper, real_time_pulse() if opens_drawer else b""))
        except Fault as fault:
            self._on_fault(fault)

    def _kick(self) -> None:
        if self._printer is not None:
            self._tell(open_drawer(self._printer))

    def _tell(self, outcome: Outcome) -> None:
        if outcome.fault is not None:
            self._on_fault(outcome.fault)


def save_pdf(path: Path, rows: tuple[Row, ...], title: str) -> None:
    """Write rows as a PDF of 80 mm. Raises Fault when the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(receipt_pdf(rows, title))
    except OSError as error:
        raise Fault("paper.unwritable", "The receipt cannot be saved", str(error), "Check folder and disk.") from error


def save_receipt(path: Path, sale: Sale, shop: Shop, language: str) -> None:
    """Write a sale's receipt as a PDF of 80 mm."""
    save_pdf(path, receipt_rows(sale, shop, Words(language)), sale.receipt)
