"""Counts from the command line: what is ordered, from when a difference waits, and what a shop is asked every day."""

import json
from pathlib import Path

import psycopg
import pytest

from tests.server_http.conftest import SHOP, add_shop
from tests.server_http.test_cli import Cli


@pytest.fixture
def cli(database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line on a fresh database with one shop, which has two bins."""
    add_shop(database_url)
    with psycopg.connect(database_url) as conn:
        for code in ("A-1", "A-2"):
            add = "INSERT INTO place (id, shop_id, code, name, kind) VALUES (gen_random_uuid(), %s, %s, '', 'bin')"
            conn.execute(add, (SHOP, code))
    return Cli(database_url, tmp_path, capsys)


def audited(database_url: str, action: str) -> list[dict[str, object]]:
    with psycopg.connect(database_url) as conn:
        found = conn.execute("SELECT detail FROM audit WHERE action = %s ORDER BY n", (action,)).fetchall()
    return [json.loads(detail) for (detail,) in found]


def test_a_count_is_ordered_and_noted(cli: Cli, database_url: str) -> None:
    made = cli("count", "plan", "section", "--place", "a-1", "--number", "INV-7")
    assert (made["number"], made["lines"]) == ("INV-7", 1)
    with psycopg.connect(database_url) as conn:
        [(kind, number)] = conn.execute("SELECT kind, number FROM work_order").fetchall()
    assert (kind, number) == ("count", "INV-7")
    [told] = audited(database_url, "order.added")
    assert (told["kind"], told["number"], told["scope"]) == ("count", "INV-7", "section")


def test_what_cannot_be_counted_is_refused_and_nothing_to_count_is_said(cli: Cli) -> None:
    assert cli("count", "plan", "triggered") == {"order": None, "number": "", "lines": 0}
    assert cli.failure("count", "plan", "section", "--place", "Z-9", code=3) == "count.refused"
    assert cli.failure("count", "plan", "sideways", code=3) == "count.refused"
    assert cli.failure("count", "plan", "full", "--lines", "0", code=2) == "usage"


def test_limits_are_kept_one_by_one_and_zero_is_none(cli: Cli, database_url: str) -> None:
    first = cli("count", "limits", "--percent", "2.5", "--pieces", "3", "--value", "50.00", "--lines-a-day", "20")
    assert (first["percent"], first["pieces"], first["value"]) == ("2.5", "3", "50.00")
    assert (first["currency"], first["lines_a_day"]) == ("EUR", 20)
    second = cli("count", "limits", "--percent", "0")
    assert second == first | {"percent": "0"}
    assert cli("count", "limits") == second, "asking changes nothing"
    assert [sorted(each) for each in audited(database_url, "shop.counting")] == [
        ["lines_a_day", "percent", "pieces", "value"],
        ["percent"],
    ]


@pytest.mark.parametrize("wrong", [["--percent", "-1"], ["--pieces", "many"], ["--lines-a-day", "-5"]])
def test_what_is_no_limit_is_wrong_usage(cli: Cli, wrong: list[str]) -> None:
    assert cli.failure("count", "limits", *wrong, code=2) == "usage"


def test_of_several_shops_one_is_named(cli: Cli, database_url: str) -> None:
    with psycopg.connect(database_url) as conn:
        conn.execute("INSERT INTO shop SELECT (jsonb_populate_record(s, jsonb_build_object("
                     "'id', gen_random_uuid(), 'name', 'Other', 'position', NULL))).* FROM shop s")  # fmt: skip
    assert cli.failure("count", "limits", code=3) == "shop.unknown"
    assert cli("count", "limits", "--shop", SHOP)["shop"] == "Corner shop"
