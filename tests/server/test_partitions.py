"""Partitions: a filled database of before them is upgraded whole, months are made ahead, and a sale is there once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from msgspec.structs import replace
from psycopg import sql
from sqlalchemy import NullPool, create_engine

import server_stub.migrations
from server_stub.centre import Centre
from server_stub.database import Pool, migrate, open_pool
from server_stub.embedded.postgres import Postgres
from server_stub.jobs.partitions import CUT, make_partitions, month_after
from server_stub.journal.ingest import land
from server_stub.journal.project import replay_quarantine
from server_stub.journal.verify import verify_centre
from sync.wire.facts import DrawerOpened, ShiftClosed, ShiftOpened, StaffSignedIn
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale, new_id
from tests.server.working import make_place

MILK = new_id()
MADE_ANEW = (
    "entry", "quarantine", "sale", "sale_day", "sale_line", "sale_tax", "payment", "adjustment", "shift", "shift_day",
    "drawer", "staff_session", "incarnation", "device_key", "refresh_token", "feed_item", "feed_token", "stock",
)  # fmt: skip
NOT_COPIED = ("alembic_version", "sales_touched", "cases", "picking", "picking_line")
OLDER = "COPY sale_tax (sale_id, rate_ppm, net_minor, tax_minor, gross_minor) FROM STDIN"


def migrate_to(url: str, revision: str) -> None:
    """Bring an empty database to the schema of an older program."""
    config = Config()
    config.set_main_option("script_location", str(Path(server_stub.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(url), poolclass=NullPool)
    with engine.begin() as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, revision)


@pytest.fixture
def older_url(postgres: Postgres) -> Iterator[str]:
    """A database of the program of before the partitions, empty."""
    with psycopg.connect(postgres.cluster.url("postgres"), autocommit=True) as conn:
        conn.execute("CREATE DATABASE older")
        migrate_to(postgres.cluster.url("older"), "0009")
        yield postgres.cluster.url("older")
        conn.execute("DROP DATABASE older WITH (FORCE)")


def copy_rows(source: str, target: str) -> None:
    """Copy every row into a database of an older schema, whose columns are all still there."""
    with psycopg.connect(source) as here, psycopg.connect(target) as there:
        there.execute("SET session_replication_role = replica")
        tables = {name: fields for name, fields in columns(there).items() if name not in NOT_COPIED}
        there.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(map(sql.Identifier, tables))))
        for table, names in tables.items():
            fields = sql.SQL(", ").join(map(sql.Identifier, names))
            given = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(fields, sql.Identifier(table))
            taken = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), fields)
            with here.cursor().copy(given) as out, there.cursor().copy(taken) as into:
                for block in out:
                    into.write(block)


def columns(conn: psycopg.Connection[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, name in conn.execute(
        """SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
           USING (table_schema, table_name)
           WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1, ordinal_position"""
    ).fetchall():
        found.setdefault(table, []).append(name)
    return found


def read_all(url: str, table: str) -> list[str]:
    with psycopg.connect(url) as conn:
        return [row for (row,) in conn.execute(f"SELECT t::text FROM {table} t ORDER BY 1".encode()).fetchall()]


def take_repacking_away(url: str) -> None:
    """Every shop got a place of repacking, and its tills are told; the rest is as it was."""
    with psycopg.connect(url) as conn:
        made = conn.execute("DELETE FROM place WHERE kind = 'repacking' RETURNING id::text, shop_id").fetchall()
        assert len(made) == len(conn.execute("SELECT FROM shop").fetchall()) == 1
        assert conn.execute("DELETE FROM feed_item WHERE entity_id = %s", made[0][:1]).rowcount == 1


def live_a_day(till: Terminal) -> None:
    """Everything that is projected, some of it without a shift and some that does not fit."""
    till.open()
    till.seal(StaffSignedIn(person_id=new_id(), role="cashier"))
    shift = ShiftOpened(shift_id=new_id(), number=1, business_day="2026-02-28", currency="EUR", float_minor=0)
    till.seal(shift)
    till.seal(DrawerOpened(shift_id=shift.shift_id, purpose="in", amount_minor=500, reason="change"))
    till.receive(MILK, 100)
    sales = [make_sale(till.ground, f"R-{n}", n, MILK) for n in range(1, 60)]
    for n, sale in enumerate(sales):
        till.seal(replace(sale, shift_id=shift.shift_id) if n % 3 else sale, at=f"2026-0{n % 7 + 1}-15T23:30:00Z")
    till.void(sales[0])
    till.seal(sales[1])
    till.seal(ShiftClosed(shift_id=shift.shift_id, z_number=1, counts=(), sales=1, total_minor=1, grand_total_minor=1))


async def test_a_filled_database_is_upgraded(
    database_url: str, older_url: str, pool: Pool, centre: Centre, till: Terminal
) -> None:
    live_a_day(till)
    await land(pool, centre, till.device, till.batch())
    assert await ask(pool, "SELECT count(*) FROM quarantine") == 1
    copy_rows(database_url, older_url)
    migrate(older_url)
    take_repacking_away(older_url)
    for table in MADE_ANEW:
        told = read_all(older_url, table)
        assert told == read_all(database_url, table), table
        assert told or table in ("refresh_token",), table
    async with open_pool(older_url) as upgraded:
        assert await ask(upgraded, "SELECT count(*) FROM sale_default") == 0, "months with sales have partitions"
        assert await ask(upgraded, "SELECT count(DISTINCT tableoid) FROM sale") == 7
        assert (await verify_centre(upgraded))["problems"] == []
        first = len(till.entries)
        till.sell(MILK)
        answer = await land(upgraded, centre, till.device, till.batch(first))
        assert (answer.acked_seq, answer.quarantined) == (first + 1, ())
        assert await ask(upgraded, "SELECT count(*) FROM sale") == 60


async def test_what_an_older_program_projects_meanwhile_waits_and_is_not_quarantined(pool: Pool) -> None:
    """Its error says that the database is away, so it answers 503 and the terminal tries again."""
    async with pool.connection() as conn:
        with pytest.raises(psycopg.OperationalError, match="newer program"):
            async with conn.cursor() as cursor, cursor.copy(OLDER) as copy:
                await copy.write(f"{new_id()}\t0\t1\t1\t2\n")


async def test_a_sale_is_there_once_whatever_day_it_says(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sale = make_sale(ground, "T1-1", 1, MILK)
    for month in (1, 3, 9):
        till.seal(sale, at=f"2026-0{month}-10T10:00:00Z")
    shift = ShiftOpened(shift_id=new_id(), number=1, business_day="2026-01-01", currency="EUR", float_minor=0)
    till.seal(shift)
    till.seal(replace(shift, business_day="2026-05-01"))
    answer = await land(pool, centre, till.device, till.batch())
    assert answer.quarantined == (3, 4, 6)
    assert await replay_quarantine(pool) == 0
    assert await rows(pool, "SELECT business_day::text FROM sale") == [("2026-01-10",)]
    assert await rows(pool, "SELECT business_day::text FROM shift") == [("2026-01-01",)]


async def test_sales_move_to_the_day_of_a_shift_that_comes_after_them(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    """All of them with what hangs on them, however far off the till's clock was."""
    near, far = [
        ShiftOpened(shift_id=new_id(), number=1, business_day=day, currency="EUR", float_minor=0)
        for day in ("2026-02-28", "2025-10-01")
    ]
    till.open()
    for shift in (near, far):
        sale = make_sale(ground, f"T1-{shift.business_day}", 1, MILK)
        till.seal(replace(sale, shift_id=shift.shift_id), at="2026-03-01T10:00:00Z")
        till.seal(DrawerOpened(shift_id=shift.shift_id, purpose="look", amount_minor=0, reason=""))
    await land(pool, centre, till.device, till.batch())
    parts = ("sale", "sale_day", "sale_line", "sale_tax", "payment", "drawer")
    days = {part: f"SELECT business_day::text FROM {part} ORDER BY 1" for part in parts}
    for part in parts:
        assert await rows(pool, days[part]) == [("2026-03-01",)] * 2, part
    for shift in (near, far):
        till.seal(shift)
    await land(pool, centre, till.device, till.batch(6))
    for part in parts:
        assert await rows(pool, days[part]) == [("2025-10-01",), ("2026-02-28",)], part
    touched = await rows(pool, "SELECT DISTINCT business_day::text FROM sales_touched ORDER BY 1")
    assert touched == [("2025-10-01",), ("2026-02-28",), ("2026-03-01",)]


async def test_the_shop_of_a_terminal_is_with_what_is_its(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    await land(pool, centre, till.device, till.batch())
    shop = till.ground.shop
    for table in ("incarnation", "device_key"):
        assert await rows(pool, f"SELECT DISTINCT shop_id::text FROM {table}") == [(shop,)]
    async with pool.connection() as conn:
        await conn.execute("UPDATE registered_devices SET shop_id = NULL")
    for table in ("incarnation", "device_key"):
        assert await rows(pool, f"SELECT DISTINCT shop_id::text FROM {table}") == [(None,)]


async def test_months_are_made_ahead_and_nothing_is_moved(
    pool: Pool, clock: SettableClock, tmp_path: Path, till: Terminal, centre: Centre
) -> None:
    place = await make_place(pool, clock, tmp_path)
    clock.instant = datetime(2031, 11, 30, 23, tzinfo=UTC)
    till.open()
    till.seal(make_sale(till.ground, "T1-1", 1, MILK), at="2032-01-10T10:00:00Z")
    await land(pool, centre, till.device, till.batch())
    await make_partitions(place, {})
    await make_partitions(place, {})
    made = {name for (name,) in await rows(pool, "SELECT relname FROM pg_class WHERE relispartition")}
    for table in CUT:
        assert {f"{table}_2031_11", f"{table}_2031_12", f"{table}_2032_02"} <= made
    assert "sale_2032_01" not in made, "its rows came before it"
    assert {"shift_2032_01", "adjustment_2032_01"} <= made
    assert await ask(pool, "SELECT count(*) FROM sale_default") == 1
    indexes = "SELECT count(*) FROM pg_index WHERE indrelid = %s::regclass AND indisvalid"
    assert await ask(pool, indexes, "sale_2031_12") == await ask(pool, indexes, "sale")
    till.seal(make_sale(till.ground, "T1-2", 2, MILK), at="2031-12-10T10:00:00Z")
    await land(pool, centre, till.device, till.batch(3))
    assert await ask(pool, "SELECT count(*) FROM sale_2031_12") == 1


def test_months_go_over_the_year() -> None:
    day = datetime(2026, 11, 21, tzinfo=UTC).date()
    assert [month_after(day, n).isoformat() for n in (0, 1, 2)] == ["2026-11-01", "2026-12-01", "2027-01-01"]
