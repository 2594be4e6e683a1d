"""Files of coupons: codes of promotions, known again, bad rows told at once, written out as they are taken in."""

import json
from asyncio import to_thread
from pathlib import Path
from typing import Any

import pytest

from server_stub.cli import run_command_line
from server_stub.database import Pool
from server_stub.offers.import_coupons import import_coupons
from server_stub.offers.import_promotions import import_promotions
from tests.server.asking import ask, rows
from tests.server.terminal import Ground
from tests.server.test_offer_files import counts, put

PROMOTIONS = "name,kind,percent,coupon\nSpring,percent,10,yes\nSummer,percent,20,yes\n"
COUPONS = """promotion;code;uses;uses_per_customer;starts_at;ends_at;active;note
Spring;spring-24;100;1;2026-03-01;2026-06-01 18:00;;x
Summer;SUMMER-1;;;;2026-09-01T00:00:00+02:00;no;
"""


@pytest.fixture
async def promotions(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    await import_promotions(pool, put(tmp_path, PROMOTIONS))


async def test_coupons_are_added_changed_and_known_again(pool: Pool, promotions: None, tmp_path: Path) -> None:
    report = await import_coupons(pool, put(tmp_path, COUPONS))
    assert (counts(report), report["rejected"], report["ignored"]) == ((2, 2, 0, 0), [], ["note"])
    kept = await rows(
        pool,
        """SELECT p.name, c.code, c.uses, c.uses_per_customer, c.active, c.ends_at AT TIME ZONE 'UTC'
           FROM coupon c JOIN promotion p USING (promotion_id) ORDER BY code""",
    )
    assert [row[:5] for row in kept] == [("Spring", "SPRING-24", 100, 1, True), ("Summer", "SUMMER-1", 1, 0, False)]
    assert [row[5].isoformat() for row in kept] == ["2026-06-01T18:00:00", "2026-08-31T22:00:00"]
    assert counts(await import_coupons(pool, put(tmp_path, COUPONS))) == (2, 0, 0, 2)
    again = await import_coupons(pool, put(tmp_path, COUPONS.replace(";100;", ";50;")))
    assert counts(again) == (2, 0, 1, 1)
    assert await ask(pool, "SELECT version FROM coupon WHERE code = 'SPRING-24'") == 2
    told = "SELECT count(DISTINCT entity_id) FROM feed_item WHERE entity = 'coupon' AND NOT deleted"
    assert await ask(pool, told) == 1


async def test_every_bad_coupon_is_told_and_nothing_is_kept(
    pool: Pool, promotions: None, ground: Ground, tmp_path: Path
) -> None:
    await import_coupons(pool, put(tmp_path, COUPONS))
    await import_promotions(pool, put(tmp_path, PROMOTIONS), shop=ground.shop)
    ident = await ask(pool, "SELECT promotion_id::text FROM promotion WHERE shop_id IS NULL AND name = 'Summer'")
    bad = "promotion,code,uses,starts_at,ends_at\n" + "".join(
        f"{row}\n"
        for row in (
            "Autumn,A-1,1,,",
            "Spring,A-2,1,,",
            f"{ident},no,1,,",
            f"{ident},B-1,many,,",
            f"{ident},B-2,1,soon,",
            f"{ident},B-3,1,2026-02-02,2026-02-01",
            f"{ident},SPRING-24,1,,",
            f"{ident},GOOD-1,0,,",
        )
    )
    report = await import_coupons(pool, put(tmp_path, bad))
    assert [(one["row"], one["column"]) for one in report["rejected"]] == [
        (2, "promotion"), (3, "promotion"), (4, "code"), (5, "uses"), (6, "starts_at"), (7, "ends_at"), (8, "code"),
    ]  # fmt: skip
    assert await ask(pool, "SELECT count(*) FROM coupon") == 2
    assert (await import_coupons(pool, put(tmp_path, bad), partial=True))["added"] == 1


async def test_coupons_that_are_exported_are_unchanged_when_taken_in_again(
    pool: Pool, promotions: None, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def run(*arguments: str) -> dict[str, Any]:
        reach = ["--database-url", database_url, "--json"]
        assert await to_thread(run_command_line, [*arguments, *reach]) == 0, capsys.readouterr().err
        return dict(json.loads(capsys.readouterr().out))

    assert (await run("import", "coupons", str(put(tmp_path, COUPONS))))["added"] == 2
    out = tmp_path / "coupons.csv"
    assert (await run("export", "coupons", str(out)))["rows"] == 2
    assert counts(await import_coupons(pool, out)) == (2, 0, 0, 2)
