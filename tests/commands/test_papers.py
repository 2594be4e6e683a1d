"""`eckwms receipts` and `eckwms mail`: the same papers and the same counting as the window's."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desktop.cli_run import in_words
from desktop.commands import papers
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.mailing import MAIL_PASSWORD
from desktop.operations import mails
from desktop.operations.terminal import Terminal
from desktop.settings import Loaded, Settings
from desktop.station import Station
from tests.core import manager, sell, terminal  # noqa: F401 - fixtures
from tests.functional.programs import Till
from tests.mail_server import Mailbox, mail_server
from tests.sync.simulation import MemorySecrets
from tests.terminals import BREAD, MILK

BUYER = {"name": "Harbour Café Ltd", "address": "Quay 1\nTallinn", "tax_number": "", "email": ""}


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as made:
        yield made


def make_station(terminal: Terminal, folder: Path, **settings: object) -> Station:  # noqa: F811
    loaded = Loaded(Settings(**settings), {}, folder)  # type: ignore[arg-type]
    return Station(loaded, MemorySecrets(), None, terminal)  # type: ignore[arg-type]


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


async def test_receipts_are_listed_copied_and_invoiced(
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
    tmp_path: Path,
) -> None:
    station, file = make_station(terminal, tmp_path), str(tmp_path / "paper.pdf")
    for goods in (BREAD, MILK, BREAD):
        sell(terminal, manager, goods)
    page = papers.show(station, limit=2)
    assert [row["receipt"] for row in page["receipts"]] == ["T01-000003", "T01-000002"]
    assert [row["receipt"] for row in papers.show(station, before=page["before"])["receipts"]] == ["T01-000001"]
    assert [row["total"] for row in papers.show(station, search="1.69")["receipts"]] == ["1.69"]
    assert papers.copy(station, receipt="T01-000002", file=file)["copy"] == 1
    assert papers.copy(station, receipt="T01-000002", file=file)["copy"] == 2
    assert "COPY 2" in words(Path(file))
    papers.gift(station, receipt="T01-000002", file=file)
    assert "GIFT RECEIPT" in words(Path(file))
    made = await papers.invoice(station, receipt="T01-000002", file=file, buyer=BUYER)
    assert (made["invoice"], made["copy"]) == ("INV-T01-000001", 0)
    again = await papers.invoice(station, receipt="T01-000002", file=file, buyer=BUYER)
    assert (again["invoice"], again["copy"]) == ("INV-T01-000001", 1)
    assert "Harbour Café" in words(Path(file))
    with pytest.raises(Refusal, match="no such sale"):
        papers.gift(station, receipt="T01-000009", file=file)
    assert "receipts:\n  - receipt: T01-000003" in in_words(papers.show(station))


async def test_mail_is_queued_and_sent(
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
    tmp_path: Path,
    box: Mailbox,
) -> None:
    sell(terminal, manager, BREAD)
    with pytest.raises(Refusal, match="No mail server"):
        papers.mail(make_station(terminal, tmp_path), receipt="T01-000001", to="a@b.example")
    at = {"mail_host": "127.0.0.1", "mail_port": box.port, "mail_sender": "till@shop.example", "ca_file": box.ca_file}
    station = make_station(terminal, tmp_path, mail_user="till", **at)
    assert papers.mail_password(station, password="s3cret") == {"kept": True}
    assert station.secrets.get(MAIL_PASSWORD) == b"s3cret"
    assert papers.mail(station, receipt="T01-000001", to="a@b.example")["paper"] == "receipt"
    assert papers.mail_status(station) == {"queued": 1, "sent": 0, "failed": 0}
    box.refuse["AUTH"] = "535 a@b.example may not"
    assert await papers.mail_send(station) == {"sent": 0, "not_sent": 1, "problem": "login"}
    mails.retry_mail(terminal, mails.next_mail(terminal))
    del box.refuse["AUTH"]
    assert (await papers.mail_send(station))["sent"] == 1
    assert box.messages[0]["Subject"] == "Receipt T01-000001 from Corner shop"
    assert papers.mail_password(station, password="") == {"kept": False}
    assert station.secrets.get(MAIL_PASSWORD) is None


def test_a_sale_of_the_command_line_is_signed_too(
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
    tmp_path: Path,
) -> None:
    assert papers.sign(make_station(terminal, tmp_path), "x") == (None, [])
    station = make_station(terminal, tmp_path, fiscal="simulated")
    papers.begin_signing(station)
    signed, notices = papers.sign(station, sell(terminal, manager, BREAD).sale_id)
    assert (signed.counter, signed.late, notices) == (1, False, [])
    missing = make_station(terminal, tmp_path, fiscal="nobody")
    signed, notices = papers.sign(missing, sell(terminal, manager, BREAD).sale_id)
    assert (signed, notices) == (
        "outage",
        ["There is no such fiscal driver: nobody. Install it, or change the setting."],
    )


def test_a_till_that_nobody_has_enrolled_has_no_receipts(tmp_path: Path) -> None:
    told = Till(tmp_path / "till").run("receipts", "list")
    assert (told.exit, told.error) == (5, "terminal.no_goods")
