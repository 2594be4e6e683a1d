"""Files of promotions, prices and customers: taken in whole or not at all, written out as they are taken in."""

import csv
import json
from asyncio import to_thread
from pathlib import Path
from typing import Any

import pytest

from server_stub.cli import run_command_line
from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.goods.product_file import import_products
from server_stub.offers.import_customers import import_customers
from server_stub.offers.import_prices import import_prices
from server_stub.offers.import_promotions import import_promotions, read_parts
from tests.server.asking import ask, rows
from tests.server.terminal import Ground
from tests.server.workbook import workbook

PROMOTIONS = """name;kind;percent;categories;weekdays;from_time;until_time;ends_on;set_price;parts;active;colour
Happy hour;percent;12,5 %;Drinks|Tea;1|5;16:00:00;18:30;2026-12-31 00:00:00;;;ja;red
Breakfast;combo;;;;;;;3,50;COFFEE|TEA + 2 x #Bakery + gift NAPKIN;;
"""
PRICES = "price_list,sku,from_quantity,price\nTrade,A-1,1,2.20\nTrade,A-1,12,1.90\nTrade,A-2,,3\nStaff,A-2,1,1\n"
CUSTOMERS = """name,card,e-mail,email,birthday,group,price_list,tax_exempt,account_limit,everywhere
Анна Королёва,900100,x,anna@example.org,03-14,loyal,,,"250,50",yes
Boris Kask,900200,,,,trade,Trade,Embassy,0,
"""


def put(folder: Path, text: str, name: str = "file.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture
async def goods(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    await import_products(pool, put(tmp_path, "sku,name,price\nA-1,Milk,2.5\nA-2,Tea,3.5\n", "goods.csv"))


def counts(report: dict[str, Any]) -> tuple[int, ...]:
    return tuple(report[name] for name in ("read", "added", "changed", "unchanged"))


async def test_promotions_are_added_changed_and_known_again(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    report = await import_promotions(pool, put(tmp_path, PROMOTIONS))
    assert (counts(report), report["rejected"], report["ignored"]) == ((2, 2, 0, 0), [], ["colour"])
    breakfast, happy = await rows(pool, "SELECT definition FROM promotion ORDER BY name")
    assert happy[0]["percent_ppm"] == 125_000
    assert (happy[0]["from_minute"], happy[0]["until_minute"], happy[0]["weekdays"]) == (960, 1110, [1, 5])
    assert breakfast[0]["parts"] == [
        {"quantity_milli": 1000, "skus": ["COFFEE", "TEA"]},
        {"quantity_milli": 2000, "categories": ["Bakery"]},
        {"quantity_milli": 1000, "skus": ["NAPKIN"], "gift": True},
    ]
    again = await import_promotions(pool, put(tmp_path, PROMOTIONS.replace("12,5", "15")))
    assert counts(again) == (2, 0, 1, 1)
    own = await import_promotions(pool, put(tmp_path, PROMOTIONS), shop=ground.shop)
    assert counts(own) == (2, 2, 0, 0), "those of one shop are others"


async def test_every_bad_promotion_is_told_and_nothing_is_kept(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    bad = "name,kind,percent,weekdays,shop,parts\n" + "".join(
        f"{row}\n"
        for row in (
            ",percent,10,,,",
            "a,percent,lots,,,",
            "b,gift,10,,,",
            "c,percent,10,Monday,,",
            "d,percent,10,,Nowhere,",
            "e,combo,10,,,+",
            "f,percent,,,,",
            "good,percent,10,1,Corner,",
        )
    )
    report = await import_promotions(pool, put(tmp_path, bad))
    assert [(one["row"], one["column"]) for one in report["rejected"]] == [
        (2, ""), (3, "percent"), (4, "kind"), (5, "weekdays"), (6, "shop"), (7, "parts"), (8, "kind"),
    ]  # fmt: skip
    assert report["rejected"][-1]["reason"] == "percent is missing"
    assert await ask(pool, "SELECT count(*) FROM promotion") == 0
    kept = await import_promotions(pool, put(tmp_path, bad), partial=True)
    assert (kept["added"], await ask(pool, "SELECT name FROM promotion")) == (1, "good")
    with pytest.raises(Refusal, match="lacks the column kind"):
        await import_promotions(pool, put(tmp_path, "name\nx\n"))
    with pytest.raises(Refusal, match="twice"):
        await import_promotions(pool, put(tmp_path, "name,kind,Name\nx,percent,y\n"))


def test_parts_are_written_as_people_would() -> None:
    assert read_parts("Gift #Tea + 0,5 x A|B") == [
        {"quantity": "1", "gift": True, "skus": [], "categories": ["Tea"]},
        {"quantity": "0.5", "gift": False, "skus": ["A", "B"], "categories": []},
    ]


async def test_prices_make_their_lists_and_replace_a_products_tiers(pool: Pool, goods: None, tmp_path: Path) -> None:
    assert counts(await import_prices(pool, put(tmp_path, PRICES))) == (4, 3, 0, 0)
    tiers = "SELECT tiers FROM list_price JOIN product ON id = product_id WHERE sku = 'A-1'"
    assert await ask(pool, tiers) == [[1000, 22_000], [12_000, 19_000]]
    again = await import_prices(pool, put(tmp_path, PRICES.replace("Trade,A-1,12,1.90\n", "")))
    assert counts(again) == (3, 0, 1, 2)
    assert await ask(pool, tiers) == [[1000, 22_000]]
    workbook(tmp_path / "prices.xlsx", [["price_list", "sku", "price"], ["Trade", "A-1", 2.25]])
    assert counts(await import_prices(pool, tmp_path / "prices.xlsx")) == (1, 0, 1, 0)
    bad = await import_prices(pool, put(tmp_path, PRICES + "Trade,NO,1,1\nTrade,A-1,1,3\nNew,A-1,1,free\n"))
    assert [(one["row"], one["column"]) for one in bad["rejected"]] == [(8, "price"), (6, "sku"), (7, "from_quantity")]
    assert await ask(pool, "SELECT count(*) FROM price_list") == 2


async def test_customers_are_known_by_their_cards(pool: Pool, goods: None, ground: Ground, tmp_path: Path) -> None:
    await import_prices(pool, put(tmp_path, PRICES))
    report = await import_customers(pool, put(tmp_path, CUSTOMERS))
    assert (counts(report), report["rejected"], report["ignored"]) == ((2, 2, 0, 0), [], ["e-mail"])
    assert counts(await import_customers(pool, put(tmp_path, CUSTOMERS))) == (2, 0, 0, 2)
    changed = await import_customers(pool, put(tmp_path, CUSTOMERS.replace("loyal", "gold")))
    assert counts(changed) == (2, 0, 1, 1)
    columns = "SELECT card, group_name, tax_exempt, account_limit_minor, everywhere FROM customer ORDER BY card"
    assert await rows(pool, columns) == [
        ("900100", "gold", "", 25_050, True),
        ("900200", "trade", "Embassy", 0, False),
    ]
    bad = await import_customers(
        pool, put(tmp_path, "name,birthday,account_limit,price_list\nX,14.03.,-1,None\nY,,1,\n")
    )
    assert [(one["row"], one["column"]) for one in bad["rejected"]] == [(2, "price_list")]
    bad = await import_customers(pool, put(tmp_path, "name,birthday\nX,14.03.\nY,13-40\n"))
    assert [(one["row"], one["column"]) for one in bad["rejected"]] == [(2, "birthday"), (3, "birthday")]


async def test_what_is_exported_is_unchanged_when_taken_in_again(
    pool: Pool, goods: None, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reach = ["--database-url", database_url, "--json"]

    async def run(*arguments: str) -> dict[str, Any]:
        assert await to_thread(run_command_line, [*arguments, *reach]) == 0, capsys.readouterr().err
        return dict(json.loads(capsys.readouterr().out))

    texts = {"promotions": PROMOTIONS, "prices": PRICES, "customers": CUSTOMERS}
    for noun, text in texts.items():
        given = await run("import", noun, str(put(tmp_path, text, f"{noun}-given.csv")))
        assert given["added"] > 0
    for noun in texts:
        out = tmp_path / f"{noun}.csv"
        written = await run("export", noun, str(out))
        taken = await run("import", noun, str(out))
        assert (taken["read"], taken["added"], taken["changed"]) == (written["rows"], 0, 0), noun
    with (tmp_path / "promotions.csv").open(encoding="utf-8-sig") as file:
        assert [row["parts"] for row in csv.DictReader(file)][1] == "1 x COFFEE|TEA + 2 x #Bakery + gift 1 x NAPKIN"


async def test_a_bad_file_ends_with_its_rows_and_code_3(
    pool: Pool, ground: Ground, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(tmp_path, "name,kind\nx,percent\n")
    reach = ["--database-url", database_url, "--json", "--shop", "Corner"]
    assert await to_thread(run_command_line, ["import", "promotions", str(file), *reach]) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["error"]["code"], told["rejected"][0]["row"]) == ("import.rejected", 2)
