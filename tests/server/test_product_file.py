import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.faults import Fault, Refusal
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.goods.product_file import import_products
from sync.wire.changes import Code, Product
from sync.wire.extras import Extra, Part
from tests.server.asking import ask, rows
from tests.server.workbook import workbook

HEADER = "sku,name,barcode,price,tax_rate,category,unit,pack_barcode,pack_size,cost,track_lots,age_limit,active"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "products.csv"


def put(file: Path, content: bytes) -> None:
    file.write_bytes(content)


async def catalogue(pool: Pool, centre: Centre) -> dict[str, Product]:
    """Read the feed as a terminal does."""
    page = await read_page(pool, centre, "catalogue", limit=5000)
    found = [msgspec.msgpack.decode(change.row, type=Product) for change in page.changes]
    assert [change.id for change in page.changes] == [product.id for product in found]
    return {product.sku: product for product in found}


async def take(pool: Pool, file: Path, text: str, *, encoding: str = "utf-8", partial: bool = False) -> dict[str, Any]:
    put(file, text.encode(encoding))
    return await import_products(pool, file, partial=partial)


def counts(report: dict[str, Any]) -> tuple[int, int, int, int]:
    return report["read"], report["added"], report["changed"], report["unchanged"]


async def test_every_column_arrives_at_the_terminal(pool: Pool, centre: Centre, file: Path) -> None:
    milk = "M1,Milk \\ 3.5 %,4006381333931|20000,1.29,7,Dairy,pcs,4006381333948,12,0.8,yes,0,"
    cheese_row = "W1,Gouda,2100001,12.5,7,Dairy,kg,,,,,18+,no"
    report = await take(pool, file, f"{HEADER}\n{milk}\n{cheese_row}\n")
    assert counts(report) == (2, 2, 0, 0)
    assert report["rejected"] == report["repaired"] == []
    found = await catalogue(pool, centre)
    assert msgspec.structs.replace(found["M1"], id="") == Product(
        id="",
        sku="M1",
        name="Milk \\ 3.5 %",
        unit="pcs",
        price_e4=12_900,
        rate_ppm=70_000,
        category="Dairy",
        codes=(Code("4006381333931"), Code("20000"), Code("4006381333948", 12_000)),
        extra=Extra(track_lots=True),
    )
    cheese = found["W1"]
    assert (cheese.weighed, cheese.age_limit, cheese.active, cheese.unit) == (True, 18, False, "kg")
    assert await rows(pool, "SELECT sku, name, cost_e4, track_lots, position FROM product ORDER BY sku") == [
        ("M1", "Milk \\ 3.5 %", 8000, True, 1),
        ("W1", "Gouda", None, False, 2),
    ]
    codes = "SELECT code, pack_milli FROM product_code JOIN product p ON p.id = product_id WHERE sku = 'M1' ORDER BY 1"
    assert await rows(pool, codes) == [("20000", 1000), ("4006381333931", 1000), ("4006381333948", 12_000)]


async def test_what_is_special_about_selling_arrives_at_the_terminal(pool: Pool, centre: Centre, file: Path) -> None:
    header = "sku,name,price,variant_of,variant,parts,tare,open_price,open_quantity,track_serials,cap"
    rows = ("B1,Breakfast,5,,,M1*2|E1,,,,,", "S-M,Shirt M,9,S,M,,,,,,")
    rows += ("C1,Card,0,,,,,yes,,yes,3", "M1,Milk,1,,,,0.02,,,,", "E1,Egg,1,,,,,,,,")
    await take(pool, file, "\n".join((header, *rows)))
    found = {sku: product.extra for sku, product in (await catalogue(pool, centre)).items()}
    assert found == {
        "B1": Extra(parts=(Part(sku="M1", quantity_milli=2000), Part(sku="E1", quantity_milli=1000))),
        "S-M": Extra(variant_of="S", variant="M"),
        "C1": Extra(open_price=True, track_serials=True, cap_milli=3000),
        "M1": Extra(tare_milli=20),
        "E1": None,
    }
    report = await take(pool, file, "sku,name,price,tare\nM1,Milk,1,\nC1,Card,0,0.001\n")
    assert counts(report) == (2, 0, 2, 0)
    found = {sku: product.extra for sku, product in (await catalogue(pool, centre)).items()}
    assert found["M1"] is None
    assert found["C1"] == Extra(open_price=True, track_serials=True, cap_milli=3000, tare_milli=1)
    refused = await take(pool, file, "sku,name,price,parts\nX,X,1,M1*0\nY,Y,1,M1|M1\n")
    assert [row["column"] for row in refused["rejected"]] == ["parts", "parts"]


async def test_goods_are_made_of_goods_that_are_there(pool: Pool, centre: Centre, file: Path) -> None:
    wanted = "sku,name,price,parts,recipe\nK,Kit,9,,P*2|R\nP,Paper,1,,\nR,Ribbon,1,,\n"
    await take(pool, file, wanted)
    kit = Extra(recipe=(Part(sku="P", quantity_milli=2000), Part(sku="R", quantity_milli=1000)))
    assert (await catalogue(pool, centre))["K"].extra == kit
    nonsense = "sku,name,price,parts,recipe\nA,A,1,,A\nB,B,1,P|NONE,\nC,C,1,P,R\nD,D,1,,NONE|NO\n"
    report = await take(pool, file, nonsense)
    assert [(row["row"], row["column"], row["reason"]) for row in report["rejected"]] == [
        (2, "recipe", "names the goods themselves"),
        (3, "parts", "no goods have the number NONE"),
        (4, "recipe", "goods are made up at the sale or before it, not both"),
        (5, "recipe", "no goods have the number NONE"),
    ]
    await take(pool, file, "sku,name,price,parts\nK,Kit,9,P\n")
    bundle = Extra(parts=(Part(sku="P", quantity_milli=1000),))
    assert (await catalogue(pool, centre))["K"].extra == bundle, "what is said now ends what was said before"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
async def test_the_spellings_of_csv(pool: Pool, centre: Centre, file: Path, delimiter: str, encoding: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Цена", "Название", "Артикул", "НДС"])
    writer.writerow(["12,90", 'Сок "Ёлка"; 1,5 л', "S1", "20 %"])
    report = await take(pool, file, text.getvalue(), encoding=encoding)
    assert counts(report) == (1, 1, 0, 0)
    found = (await catalogue(pool, centre))["S1"]
    assert (found.name, found.price_e4, found.rate_ppm) == ('Сок "Ёлка"; 1,5 л', 129_000, 200_000)


async def test_a_second_file_changes_what_it_says_and_nothing_else(pool: Pool, centre: Centre, file: Path) -> None:
    await take(
        pool,
        file,
        HEADER + "\nM1,Milk,4006381333931,1.29,7,Dairy,pcs,4006381333948,12,0.8,yes,,\nB1,Bread,,2,7,,,,,,,,\n",
    )
    before = await catalogue(pool, centre)
    level = (await read_page(pool, centre, "catalogue")).cursor
    assert counts(await take(pool, file, "sku,name,price\nM1,Milk,1.39\nB1,Bread,2\nN1,New,1\n")) == (3, 1, 1, 1)
    after = await catalogue(pool, centre)
    assert after["M1"] == msgspec.structs.replace(before["M1"], price_e4=13_900)
    assert after["B1"] == before["B1"]
    assert await ask(pool, "SELECT track_lots FROM product WHERE sku = 'M1'") is True
    page = await read_page(pool, centre, "catalogue", level.position, level.token)
    assert {change.id for change in page.changes} == {after["M1"].id, after["N1"].id}
    assert not await number_changes(pool)  # the writer numbers its own rows
    assert counts(await take(pool, file, "sku,name,price,barcode\nM1,Milk,1.39,\n")) == (1, 0, 1, 0)
    assert (await catalogue(pool, centre))["M1"].codes == (Code("4006381333948", 12_000),)
    assert await rows(pool, "SELECT code FROM product_code") == [("4006381333948",)]


BAD = f"""{HEADER}
A1,,4006381333931,1,7,,,,,,,,
A2,Two,bad code,x,7,,,,,,,,
A3,Three,,-1,101,,,,,,perhaps,,
A4,Four,,1.23456,7,,,4006381333948,,,,,
,Nameless,,1,7,,,,,,,,
A6,Six,,1,7,,,,,,,,,surplus
A7,Seven,4.00638E+12,1,7,,,,,,,200,

A9,Nine,,1.10,7,,,,,,,,
A9,Nine again,,1.10,7,,,,,,,,
A11,Eleven\x01,,,7,,,1|2,3|4|5,,,,
A12,Twelve,,99999999,
"""


async def test_all_bad_rows_are_told_at_once_and_nothing_is_stored(pool: Pool, file: Path) -> None:
    report = await take(pool, file, BAD)
    assert counts(report) == (11, 0, 0, 0)
    assert [(bad["row"], bad["column"], bad["value"], bad["reason"]) for bad in report["rejected"]] == [
        (2, "name", "", "is empty"),
        (3, "barcode", "bad code", "is not a barcode"),
        (3, "price", "x", "is not a number"),
        (4, "price", "-1", "is negative"),
        (4, "tax_rate", "101", "is more than 100"),
        (4, "track_lots", "perhaps", "is neither yes nor no"),
        (5, "pack_size", "", "is empty"),
        (5, "price", "1.23456", "has more than 4 decimals"),
        (6, "sku", "", "there is neither an article number nor a barcode"),
        (7, "", "surplus", "the row has more cells than the header has columns"),
        (8, "barcode", "4.00638E+12", "was rounded by a spreadsheet: format the column as text"),
        (8, "age_limit", "200", "is more than 99"),
        (11, "sku", "A9", "is in row 10 already"),
        (12, "pack_size", "3|4|5", "there are 2 pack barcodes"),
        (12, "name", "Eleven\x01", "contains control characters"),
        (12, "price", "", "is empty"),
        (13, "price", "99999999", "is more than 10000000"),
    ]
    assert await ask(pool, "SELECT count(*) FROM product") == 0
    assert await ask(pool, "SELECT last_position FROM feed_clock WHERE lane = 'catalogue'") == 0


async def test_partial_keeps_the_good_rows(pool: Pool, file: Path) -> None:
    report = await take(pool, file, BAD, partial=True)
    assert counts(report) == (11, 1, 0, 0)
    assert await rows(pool, "SELECT sku FROM product") == [("A9",)]


async def test_lost_leading_zeros_come_back_and_are_told(pool: Pool, centre: Centre, file: Path) -> None:
    report = await take(pool, file, "name,barcode,price\nCola,36000291452,1\nTea,614141000036,1\nOwn,12345678901,1\n")
    assert sorted(await catalogue(pool, centre)) == ["0036000291452", "0614141000036", "12345678901"]
    assert report["repaired"] == [
        {"row": 2, "column": "barcode", "value": "36000291452", "taken_as": "0036000291452"},
        {"row": 3, "column": "barcode", "value": "614141000036", "taken_as": "0614141000036"},
    ]


@pytest.mark.parametrize(
    ("cell", "price_e4"),
    [
        ("1", 10_000),
        ("1,5", 15_000),
        ("1 234,50", 12_345_000),
        ("1.234,50", 12_345_000),
        ("1,234.5", 12_345_000),
        ("0.0001", 1),
    ],
)
async def test_the_spellings_of_a_price(pool: Pool, centre: Centre, file: Path, cell: str, price_e4: int) -> None:
    assert counts(await take(pool, file, f'sku;name;price\nA;A;"{cell}"\n')) == (1, 1, 0, 0)
    assert (await catalogue(pool, centre))["A"].price_e4 == price_e4


async def test_a_unit_beside_a_content_is_not_the_unit_of_sale(pool: Pool, centre: Centre, file: Path) -> None:
    text = "barcode,brand,name,unit,quantity,price\n8008970004266,Denim,Gel,L,0.250,3.49\n"
    report = await take(pool, file, text)
    product = (await catalogue(pool, centre))["8008970004266"]
    assert (product.unit, product.weighed) == ("pcs", False)
    assert report["ignored"] == ["brand", "quantity", "unit"]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("barcode,brand,name,unit,quantity", "no column price; its columns are: barcode, brand, name, unit, quantity"),
        ("brand,colour", "no column name and no price and no sku or barcode"),
        ("", "its columns are: none"),
        ("sku,name,price,Price", "Two columns mean price"),
    ],
)
async def test_a_header_that_is_not_enough_is_refused(pool: Pool, file: Path, header: str, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        await take(pool, file, header + "\n1,2,3,4,5\n")
    assert said in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    "content", [b"sku,name,price\nA,\x98\xff,1\n", b'sku,name,price\nA,"' + b"x" * 200_000, b"PK\x03\x04 not really"]
)
async def test_a_file_that_cannot_be_read_is_refused_in_words(pool: Pool, file: Path, content: bytes) -> None:
    put(file, content)
    with pytest.raises(Refusal) as caught:
        await import_products(pool, file)
    assert caught.value.code in ("import.encoding", "import.file")


async def test_a_missing_file_is_a_fault(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(Fault):
        await import_products(pool, tmp_path / "nowhere.csv")


async def test_many_rows_go_in_and_are_known_again(pool: Pool, file: Path) -> None:
    text = "sku,name,price\n" + "".join(f"A{number},Thing {number},{number}.5\n" for number in range(2345))
    assert counts(await take(pool, file, text)) == (2345, 2345, 0, 0)
    assert counts(await take(pool, file, text)) == (2345, 0, 0, 2345)
    assert await rows(pool, "SELECT min(position), max(position), count(DISTINCT position) FROM product") == [
        (1, 2345, 2345)
    ]
    shown: list[int] = []
    await import_products(pool, file, progress=shown.append)
    assert shown[-1] == 2345


async def test_a_workbook_is_taken_with_its_numbers(pool: Pool, centre: Centre, tmp_path: Path) -> None:
    file = tmp_path / "products.xlsx"
    workbook(
        file,
        [["price", "name", "barcode"], [12.9, "Сыр", 4006381333931.0], [1, "Cola", 36000291452], ["?", "Tea", "x"]],
    )
    report = await import_products(pool, file, partial=True)
    assert counts(report) == (3, 2, 0, 0)
    assert report["rejected"] == [{"row": 4, "column": "price", "value": "?", "reason": "is not a number"}]
    found = await catalogue(pool, centre)
    assert (found["4006381333931"].name, found["4006381333931"].price_e4) == ("Сыр", 129_000)
    assert "0036000291452" in found
