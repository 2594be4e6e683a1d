import asyncio
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg import pq

from server_stub.database import Pool, migrate, open_pool
from server_stub.embedded.postgres import Postgres
from server_stub.faults import Fault


@pytest.fixture
def empty_url(postgres: Postgres, database_url: str) -> str:
    """A database in which no program has been yet."""
    with psycopg.connect(database_url, autocommit=True) as conn:
        conn.execute("DROP SCHEMA public CASCADE")
        conn.execute("CREATE SCHEMA public")
    return database_url


def schema(url: str) -> list[tuple[str, str, str]]:
    with psycopg.connect(url) as conn:
        return conn.execute(
            """SELECT table_name, column_name, data_type FROM information_schema.columns
               WHERE table_schema = 'public' ORDER BY 1, 2"""
        ).fetchall()


def test_programs_that_start_together_migrate_once(empty_url: str, postgres: Postgres) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(migrate, [empty_url] * 4)) == [None] * 4
    migrate(empty_url)
    assert schema(empty_url) == schema(postgres.url)


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    with psycopg.connect(database_url) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Fault) as caught:
        migrate(database_url)
    assert caught.value.code == "database.newer"


def test_a_database_that_does_not_answer_is_a_fault(tmp_path: object) -> None:
    with pytest.raises(Fault) as caught:
        migrate(f"postgresql://nobody@/nothing?host={tmp_path}")
    assert caught.value.code == "database.unreachable"


@pytest.mark.expects_log("error connecting")
async def test_a_pool_on_nothing_is_a_fault(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_stub.database.CONNECT_WITHIN_S", 0.2)
    with pytest.raises(Fault):
        async with open_pool(f"postgresql://nobody@/nothing?host={tmp_path}"):
            pass


async def test_a_commit_that_is_cancelled_leaves_nothing_open(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that comes before PostgreSQL begins with the COMMIT leaves a transaction that has failed and is open."""

    async def cancelled_early(conn: psycopg.AsyncConnection) -> None:
        with pytest.raises(psycopg.errors.SyntaxError):
            await conn.execute("it is cancelled")
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(psycopg.AsyncConnection, "commit", cancelled_early)
        with pytest.raises(asyncio.CancelledError):
            async with pool.connection() as conn:
                await conn.execute("SELECT 1")
    assert conn.info.transaction_status == pq.TransactionStatus.IDLE
