"""Papers after a sale, as the window needs them: signed by a fiscal device first, copied, invoiced, sent by mail."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.devices.fiscal import FiscalDriver, open_fiscal
from desktop.domain.papers import Paper
from desktop.domain.receipts import Receipt
from desktop.domain.sale import Sale, Void
from desktop.domain.shop import Shop
from desktop.faults import Fault
from desktop.fiscalising import Fiscalising
from desktop.linking import keep_running
from desktop.mailing import MAIL_PASSWORD, Mailing, MailServer, mail_server
from desktop.operations import fiscal
from desktop.operations.mails import Letter
from desktop.operations.terminal import require_shop
from desktop.paper.gift_receipt import gift_rows
from desktop.paper.invoice_pdf import invoice_pdf
from desktop.paper.receipt import Signed, receipt_rows
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.printing import Printing
from desktop.station import Station
from desktop.store.topics import Topic
from desktop.ui.receipts.presenter import ReceiptHands

INVOICES = "invoices"
"""Folder of the data directory where invoices are put to be printed by whatever shows a PDF."""


class PaperDesk:
    """`printing()` gives the printer of now; `on_fault` and `on_bug` tell a person, `on_over` that a fault has ended.

    `open_file` shows a PDF.
    """

    def __init__(
        self,
        station: Station,
        printing: Callable[[], Printing],
        on_fault: Callable[[Fault], None],
        open_file: Callable[[Path], None] | None = None,
        on_over: Callable[[Fault], None] = lambda fault: None,
    ) -> None:
        self._station, self._printing = station, printing
        self._on_fault, self._on_over = on_fault, on_over
        self._open_file = open_file or _open_file
        self._mailing = Mailing(lambda: station.terminal, self._mail_server, self._mail_password)
        self._fiscal = self._make_fiscal()
        self._tasks: set[asyncio.Task[None]] = set()
        self._unlisten = station.terminal.database.listen(self._on_topics)

    def start(self, on_bug: Callable[[Exception], None]) -> list[asyncio.Task[None]]:
        """Begin to send mail, and to sign what waits for a fiscal device."""
        tasks = [asyncio.create_task(keep_running(self._mailing.run, on_bug), name="mail")]
        if self._fiscal is not None:
            tasks.append(asyncio.create_task(keep_running(self._fiscal.run, on_bug), name="fiscal"))
        return tasks

    def close(self) -> None:
        """Listen no more."""
        self._unlisten()

    def hands(self) -> ReceiptHands:
        """Give what the screen of receipts asks for."""
        return ReceiptHands(
            print_copy=lambda receipt: self.print_receipt(receipt.sale, receipt.copies),
            print_gift=self._print_gift,
            print_void=self.print_void,
            show_invoice=self._show_invoice,
            letter=self._letter,
            mail_set=lambda: self._mail_server() is not None,
            mail_queued=self._mailing.wake,
        )

    # --- the paper of a sale

    def print_receipt(self, sale: Sale, copy_no: int = 0) -> None:
        """Print a receipt; an original is signed first where a fiscal device is used."""
        if self._fiscal is None:
            self._print(sale, copy_no, None)
        elif copy_no:
            self._print(sale, copy_no, self._signed(sale.sale_id))
        else:
            self._begin(self._sign_and_print(self._fiscal, sale))

    def print_void(self, void: Void, sale: Sale) -> None:
        """Print the paper of a void, signed as a receipt is."""
        if self._fiscal is None:
            self._printing().print_void(void, sale, self._shop())
        else:
            self._begin(self._sign_and_print_void(self._fiscal, void, sale))

    async def _sign_and_print(self, device: Fiscalising, sale: Sale) -> None:
        self._print(sale, 0, await device.sign_for_paper(sale.sale_id) or "outage")

    async def _sign_and_print_void(self, device: Fiscalising, void: Void, sale: Sale) -> None:
        signed = await device.sign_for_paper(sale.sale_id, void.void_id)
        self._printing().print_void(void, sale, self._shop(), signed or "outage")

    def _print(self, sale: Sale, copy_no: int, signed: Signed) -> None:
        self._printing().print_sale(sale, self._shop(), copy_no, signed)

    def _signed(self, sale_id: str) -> Signed:
        terminal = self._station.terminal
        signed = fiscal.read_signed(terminal, sale_id)
        return signed or ("outage" if self._fiscal and fiscal.is_awaited(terminal, sale_id) else None)

    # --- what follows it

    def _print_gift(self, receipt: Receipt) -> None:
        printing = self._printing()
        rows = gift_rows(receipt.sale, receipt.shop, printing.words())
        printing.print_rows(rows, f"{receipt.sale.receipt}-gift")

    def _show_invoice(self, receipt: Receipt) -> None:
        if receipt.invoice is None:
            return
        copy_no = receipt.invoice_copies
        name = f"{receipt.invoice.number}-copy{copy_no}.pdf" if copy_no else f"{receipt.invoice.number}.pdf"
        path = self._station.data_dir / INVOICES / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._invoice(receipt, copy_no))
        except OSError as error:
            remedy = "Check folder and disk."
            raise Fault("paper.unwritable", "The receipt cannot be saved", str(error), remedy) from error
        self._open_file(path)

    def _invoice(self, receipt: Receipt, copy_no: int = 0) -> bytes:
        assert receipt.invoice is not None
        words, rehearsal = self._printing().words(), self._station.loaded.rehearsal
        return invoice_pdf(receipt.sale, receipt.invoice, receipt.shop, words, copy_no, rehearsal=rehearsal)

    def _letter(self, receipt: Receipt, paper: Paper) -> Letter:
        words = self._printing().words()
        if paper == "invoice" and receipt.invoice is not None:
            number, content = receipt.invoice.number, self._invoice(receipt)
        else:
            rows = receipt_rows(receipt.sale, receipt.shop, words, 0, self._signed(receipt.sale.sale_id))
            number, content = receipt.sale.receipt, receipt_pdf(rows, receipt.sale.receipt, receipt.shop.name)
        values = {"paper": words(paper), "number": number, "shop": receipt.shop.name}
        return Letter(words("mail_subject", **values), words("mail_text", **values), f"{number}.pdf", content)

    # --- inside

    def _make_fiscal(self) -> Fiscalising | None:
        loaded = self._station.loaded
        try:
            driver: FiscalDriver | None = open_fiscal(loaded.settings.fiscal, loaded.data_dir)
        except Fault as fault:
            self._on_fault(fault)
            return None
        if driver is None:
            return None
        return Fiscalising(lambda: self._station.terminal, driver, self._on_fault, self._on_over)

    def _mail_server(self) -> MailServer | None:
        settings = self._station.loaded.settings
        return mail_server(settings, self._shop().name) if settings.mail_host else None

    def _mail_password(self) -> str:
        return (self._station.secrets.get(MAIL_PASSWORD) or b"").decode()

    def _shop(self) -> Shop:
        with self._station.terminal.database.reading() as connection:
            return require_shop(connection, self._station.terminal)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.PAPERS in topics:
            self._mailing.wake()


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
