"""What follows a sale at a whole station: signed papers, an outage and its end, copies, invoices, letters."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from desktop.devices.fiscal import FiscalAnswer, SealedPaper, SimulatedFiscal
from desktop.domain.papers import BillTo
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.fiscalising import Fiscalising
from desktop.operations import fiscal, journals, papers, sales, shifts, staff
from desktop.paper_desk import PaperDesk
from desktop.printing import Edges, Printing
from desktop.replication.changes import apply_page
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store.replica_file import ReplicaFile
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, ENGLISH, MILK, PIN, _pages


@dataclass
class Desk:
    """A station that prints into a folder."""

    station: Station
    desk: PaperDesk
    printing: Printing
    person: Person
    folder: Path
    faults: list[str]
    opened: list[Path]

    def sell(self) -> Sale:
        return sell(self.station.terminal, self.person, BREAD, MILK)

    def paper(self, name: str) -> str:
        """The words of a slip that was printed."""
        self.printing._pool.submit(lambda: None).result()
        return words(self.folder / f"{name}.pdf")


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def make_desk(tmp_path: Path, clock: SettableClock, **settings: object) -> Desk:
    flags = {"secrets": "file", "name": "Till 3", "receipt_folder": str(tmp_path / "paper"), **settings}
    station = open_station(load_settings(tmp_path / "till", flags, machine=tmp_path / "none"), clock)
    values = {"server": "http://127.0.0.1:9", "name": "Till 3", "state": "active", "shop": "s1"}
    station.keep_enrolment(**values, receipt_prefix="T03")
    journals.open_journal(station.terminal, "T03")
    path, key = station.replica()
    replica = ReplicaFile(path, key)
    for page in _pages(ENGLISH):
        apply_page(replica, page)
    replica.close()
    person = staff.sign_in(station.terminal, "mira", PIN)
    shifts.open_shift(station.terminal, person, 10_000)
    edges = Edges(lambda call, *rest: call(*rest), lambda *_: None, lambda _: None, lambda _: None)
    printing = Printing(station.loaded.settings, lambda: station.terminal, edges)
    faults, opened = list[str](), list[Path]()
    desk = PaperDesk(
        station,
        lambda: printing,
        lambda fault: faults.append(fault.code),
        opened.append,
        lambda fault: faults.remove(fault.code),
    )
    return Desk(station, desk, printing, person, tmp_path / "paper", faults, opened)


@pytest.fixture
def desk(tmp_path: Path, clock: SettableClock) -> Iterator[Desk]:
    made = make_desk(tmp_path, clock, mail_host="mail.example", mail_sender="till@shop.example")
    yield made
    close(made)


@pytest.fixture
def signing(tmp_path: Path, clock: SettableClock) -> Iterator[Desk]:
    made = make_desk(tmp_path, clock, fiscal="simulated")
    fiscal.begin_signing(made.station.terminal)
    yield made
    close(made)


def close(made: Desk) -> None:
    made.desk.close()
    made.printing.close()
    made.station.close()


def module_of(desk: Desk) -> SimulatedFiscal:
    return desk.desk._fiscal._driver  # type: ignore[union-attr,return-value]


async def finish(desk: Desk) -> None:
    """Wait for the papers that are on their way."""
    await asyncio.gather(*desk.desk._tasks)


def test_without_a_device_a_receipt_is_printed_at_once(desk: Desk) -> None:
    sale = desk.sell()
    desk.desk.print_receipt(sale)
    text = desk.paper(sale.receipt)
    assert sale.receipt in text
    assert "module" not in text.casefold()


async def test_a_receipt_carries_what_the_device_signed(signing: Desk) -> None:
    sale = signing.sell()
    signing.desk.print_receipt(sale)
    await finish(signing)
    assert "Transaction no." in signing.paper(sale.receipt)
    taken, void = sales.void_sale(signing.station.terminal, signing.person, sale.sale_id, "mistake")
    signing.desk.print_void(void, taken)
    await finish(signing)
    assert "Transaction no." in signing.paper(void.receipt)
    assert fiscal.read_signed(signing.station.terminal, sale.sale_id, void.void_id).late is False
    copied = papers.copy_paper(signing.station.terminal, signing.person, sale.sale_id)
    signing.desk.print_receipt(copied.sale, copied.copies)
    text = signing.paper(f"{sale.receipt}-copy1")
    assert "COPY 1" in text
    assert "Transaction no." in text


async def test_an_outage_is_on_the_paper_and_made_up_for(signing: Desk) -> None:
    module_of(signing).broken = True
    sold = [signing.sell(), signing.sell()]
    for sale in sold:
        signing.desk.print_receipt(sale)
    await finish(signing)
    assert "OUT OF ORDER" in signing.paper(sold[0].receipt)
    assert signing.faults == ["fiscal.out_of_order"], "said once"
    signing.desk.print_receipt(sold[0], 1)
    assert "OUT OF ORDER" in signing.paper(f"{sold[0].receipt}-copy1")
    module_of(signing).broken = False
    sold.append(signing.sell())
    signing.desk.print_receipt(sold[2])
    await finish(signing)
    answers = [fiscal.read_signed(signing.station.terminal, sale.sale_id) for sale in sold]
    assert [(one.counter, one.late) for one in answers] == [(1, True), (2, True), (3, False)]
    assert signing.faults == [], "and taken back"
    signing.desk.print_receipt(sold[0], 2)
    assert "Signed afterwards" in signing.paper(f"{sold[0].receipt}-copy2")


class Slow:
    """A device that answers when the test says so."""

    name = "slow"

    def __init__(self, inner: SimulatedFiscal) -> None:
        self._inner, self._loop, self.may = inner, asyncio.get_running_loop(), asyncio.Event()

    def sign(self, sealed: SealedPaper) -> FiscalAnswer:
        asyncio.run_coroutine_threadsafe(self.may.wait(), self._loop).result()
        return self._inner.sign(sealed)


async def test_a_slow_device_keeps_nobody_waiting(signing: Desk) -> None:
    terminal, faults = signing.station.terminal, list[Fault]()
    slow = Slow(module_of(signing))
    device = Fiscalising(lambda: terminal, slow, faults.append)
    sale = signing.sell()
    assert await device.sign_for_paper(sale.sale_id, within_s=0.01) is None
    slow.may.set()
    later = signing.sell()
    assert (await device.sign_for_paper(later.sale_id)).counter == 2
    assert fiscal.read_signed(terminal, sale.sale_id).late is True
    assert faults == []


def test_a_device_that_is_not_installed_is_told_and_selling_goes_on(tmp_path: Path, clock: SettableClock) -> None:
    desk = make_desk(tmp_path, clock, fiscal="nobody")
    sale = desk.sell()
    desk.desk.print_receipt(sale)
    assert desk.faults == ["fiscal.driver"]
    assert sale.receipt in desk.paper(sale.receipt)
    close(desk)


def test_an_invoice_is_put_where_it_can_be_printed(desk: Desk) -> None:
    sale, hands = desk.sell(), desk.desk.hands()
    buyer = BillTo("Harbour Café Ltd", "Quay 1", email="a@b.example")
    issued = papers.issue_invoice(desk.station.terminal, desk.person, sale.sale_id, buyer)
    hands.show_invoice(issued)
    copied = papers.copy_paper(desk.station.terminal, desk.person, sale.sale_id, "invoice")
    hands.show_invoice(copied)
    assert [path.name for path in desk.opened] == ["INV-T03-000001.pdf", "INV-T03-000001-copy1.pdf"]
    assert "Harbour Café Ltd" in words(desk.opened[0])
    assert "COPY 1" in words(desk.opened[1])
    letter = hands.letter(copied, "invoice")
    assert (letter.file_name, letter.subject) == ("INV-T03-000001.pdf", "Invoice INV-T03-000001 from Corner shop")
    assert letter.content == desk.opened[0].read_bytes(), "what is sent is the original, not a copy"
    assert hands.letter(copied, "receipt").file_name == f"{sale.receipt}.pdf"
    assert hands.mail_set()
    hands.print_gift(copied)
    assert "2.40" not in desk.paper(f"{sale.receipt}-gift")
