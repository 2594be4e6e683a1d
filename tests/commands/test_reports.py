"""`eckwms report`: what a till knows by itself, what it cannot know without head office, and the files it writes."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from desktop.commands import reports
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations.terminal import Terminal
from desktop.paper.table_files import table_csv, table_pdf, table_xlsx
from tests.commands.test_papers import make_station
from tests.core import manager, sell, terminal  # noqa: F401 - fixtures
from tests.terminals import BREAD, MILK

TABLE = [["sku", "name", "total"], ["MILK", "Молоко <3,2 %> & more", "-1.69"], ["EVIL", "=cmd()|x", "100"]]


async def test_own_sales_and_shifts_are_known_without_a_line(
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
    tmp_path: Path,
) -> None:
    station = make_station(terminal, tmp_path)
    for goods in (BREAD, MILK, BREAD):
        sell(terminal, manager, goods)
    told = await reports.report(station, what="sales")
    assert (told["source"], told["as_of"]) == ("terminal", "")
    rows = {row["sku"]: row for row in told["rows"]}
    assert (rows["BREAD"]["quantity"], rows["BREAD"]["sales"], rows["MILK"]["total"]) == ("2", "2", "1.69")
    assert (await reports.report(station, what="sales", last="2020-01-31"))["rows"] == []
    [shift] = (await reports.report(station, what="shifts"))["rows"]
    assert (shift["number"], shift["closed_at"], shift["method"]) == ("1", "", "cash")
    held = await reports.report(station, what="stock")
    assert {"sku", "place", "lot", "on_hand"} <= held["rows"][0].keys()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"what": "margin"}, "report.offline"),
        ({"what": "movements", "item": MILK}, "report.offline"),
        ({"what": "movements"}, "report.item"),
        ({"what": "weather"}, "report.unknown"),
        ({"what": "sales", "first": "2026-13-01"}, "report.days"),
        ({"what": "sales", "first": "2026-11-02", "last": "2026-11-01"}, "report.days"),
    ],
)
async def test_what_cannot_be_told_is_refused_clearly(
    terminal: Terminal,  # noqa: F811
    manager: Person,  # noqa: F811
    tmp_path: Path,
    asked: dict[str, str],
    code: str,
) -> None:
    with pytest.raises(Refusal) as refused:
        await reports.report(make_station(terminal, tmp_path), **asked)  # type: ignore[arg-type]
    assert refused.value.code == code


async def test_sales_are_not_for_everybody(terminal: Terminal, tmp_path: Path) -> None:  # noqa: F811
    with pytest.raises(Refusal):
        await reports.report(make_station(terminal, tmp_path), what="sales")


def test_a_table_is_the_same_in_every_file() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(TABLE).decode("utf-8-sig"))))
    assert rows == [*TABLE[:2], ["EVIL", "'=cmd()|x", "100"]]
    with zipfile.ZipFile(io.BytesIO(table_xlsx(TABLE))) as book:
        sheet = ElementTree.fromstring(book.read("xl/sheet.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cells = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{space}row")]
    assert cells == TABLE
    assert [cell.get("t") for cell in sheet.iter(f"{space}c")][3:6] == ["inlineStr", "inlineStr", None]
    many = [TABLE[0], *TABLE[1:] * 60]
    with pypdfium2.PdfDocument(table_pdf(many, "Margin 2026-11-01 – 2026-11-30")) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 1
    assert all("Margin" in page and "total" in page for page in pages)
    assert sum(page.count("-1.69") for page in pages) == 60
