"""`counts sheet` and `import counts`: blind on paper, and back from a file whose bad rows are told all at once."""

from pathlib import Path

import pytest
from msgspec import structs

from desktop.commands import counting_files
from desktop.domain.codes import closed
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import tasks
from desktop.operations.counting_sheets import keep_rows
from desktop.operations.terminal import Terminal
from desktop.store import tasks as kept
from tests.commands.test_counts import PLACES, left, order, sign_in, tell, till  # noqa: F401 - fixture
from tests.commands.test_papers import make_station
from tests.core import terminal  # noqa: F401 - fixture
from tests.operations.picking_ground import tell_shop
from tests.operations.test_offers import tell as tell_goods
from tests.operations.test_tasks import WIM, found, held
from tests.terminals import EGGS, ENGLISH, MILK, _product, shop_terms


def test_a_file_is_counted_row_by_row_for_its_order(till: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell(till, order("C-1", *PLACES))
    text = f"Place;Code;Quantity;Lot\nshelf;{MILK};7;\nSHELF;{EGGS};0;\n\nreceiving;CHEESE;0,452;L-1\n"
    told = counting_files.import_counts(station, text=text, order="C-1")
    assert told["rows"] == 3
    assert [line["counted"] for line in told["lines"]] == ["7", "0", "0.452"]
    assert not any("book" in line for line in told["lines"])
    assert held(till, "milk")["shelf", ""] == 7000
    assert held(till, "eggs").get(("shelf", ""), 0) == 0, "none is a count, too"
    assert held(till, "cheese")["receiving", "L-1"] == 452
    assert left(till) == {}


def test_a_label_with_a_price_counts_what_it_weighs(till: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell_shop(till, structs.replace(shop_terms(ENGLISH), code_rules="21IIIIIPPPppC"))
    label = closed("210001000513")  # 5.13 of cheese at 14.99 a kilogram
    told = counting_files.import_counts(station, text=f"place;code;quantity\nshelf;{label};1\nreceiving;{label};2\n")
    assert sorted(line["counted"] for line in told["lines"]) == ["0.342", "0.684"]
    assert held(till, "cheese")["shelf", ""] == 342
    free = _product("cheese", "Cheese", "Dairy", 0)
    tell_goods(till, "catalogue", ("product", free), first=1000)
    with pytest.raises(Refusal, match=f"nobody knows what {label} weighs"):
        counting_files.import_counts(station, text=f"place;code;quantity\nshelf;{label};1\n")


def test_every_bad_row_is_told_at_once_and_nothing_is_counted(till: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(sign_in(till, "wim"), tmp_path)
    before = held(till, "milk")
    text = f"place,code,quantity\nshelf,{MILK},5\nattic,{MILK},5\nshelf,nobody,5\nshelf,{MILK},many\nshelf,,1\n"
    text += f"shelf,{MILK},0.5\n"
    with pytest.raises(Refusal) as refused:
        counting_files.import_counts(station, text=text)
    assert refused.value.code == "count.rows"
    assert [f"{row}:" in refused.value.message for row in range(2, 8)] == [False, True, True, True, True, True]
    assert held(till, "milk") == before
    with till.database.reading() as connection:
        assert kept.list_open(connection) == []
    with pytest.raises(Refusal, match="name the columns"):
        counting_files.import_counts(station, text=f"shelf,{MILK},5\n")


def test_rows_are_kept_with_what_the_book_says_of_them_or_none_is(till: Terminal) -> None:  # noqa: F811
    task = tasks.open_task(till, WIM, TaskKind.COUNT)
    rows = [("shelf", "shelf", found(till, sku)) for sku in ("milk", "water")]
    piece = ("shelf", "shelf", found(till, "coffee", serial="S-1"))
    with pytest.raises(Refusal, match="S-1 was scanned already"):
        keep_rows(till, task.id, [*rows, piece, piece])
    with till.database.reading() as connection:
        assert kept.list_scans(connection, task.id) == ()
    keep_rows(till, task.id, rows)
    with till.database.reading() as connection:
        scans = kept.list_scans(connection, task.id)
    assert [scan.n for scan in scans] == [1, 2, 3]
    assert [scan.book_milli for scan in scans] == [0, held(till, "milk")["shelf", ""], held(till, "water")["shelf", ""]]


def test_a_sheet_names_places_and_goods_and_no_figure_of_the_book(till: Terminal, tmp_path: Path) -> None:  # noqa: F811
    station = make_station(sign_in(till, "wim"), tmp_path)
    tell(till, order("C-1", *PLACES))
    file = tmp_path / "sheet.pdf"
    told = counting_files.sheet(station, file=str(file), order="C-1")
    assert (told["places"], file.read_bytes()[:5]) == (2, b"%PDF-")
    assert told["lines"] == counting_files.sheet(station, file=str(file), places=["sh*"])["lines"] > 3
    with pytest.raises(Refusal, match="No place fits"):
        counting_files.sheet(station, file=str(file), places=["B-*"])
