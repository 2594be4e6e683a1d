"""Several processes on one port: replaced one by one under load, counted together, logging to one file."""

import asyncio
import contextlib
import json
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server_stub.embedded.postgres import Postgres
from server_stub.launch import Launched, launched_centre
from sync.wire.messages import PUSH
from tests.postgres import copied_database
from tests.server_http.conftest import add_shop
from tests.server_http.selling import selling, until
from tests.server_http.test_live import greeted
from tests.server_http.test_run import read_log

Get = Callable[[str], httpx.Response]


@dataclass(frozen=True)
class Pair:
    """A centre of two processes, its database, and its log file."""

    centre: Launched
    database_url: str
    log: Path


@pytest.fixture(scope="module")
def pair(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """One for the tests of this file: three processes take a while to start."""
    folder = tmp_path_factory.mktemp("centre")
    with copied_database(postgres) as (_, url):
        add_shop(url)
        with launched_centre(folder, database_url=url, workers=2) as centre:
            yield Pair(centre, url, folder / "logs" / "server.log")
            assert centre.stop() == 0


@pytest.fixture
def get(pair: Pair) -> Iterator[Get]:
    """Ask by a new connection each time, and so any of the processes."""
    anew = {"Connection": "close"}
    with httpx.Client(base_url=pair.centre.address, trust_env=False, headers=anew, timeout=30) as client:
        yield client.get


def workers_of(centre: Launched) -> set[int]:
    """Give the process ids of the workers."""
    return {child.pid for child in psutil.Process(centre.process.pid).children() if is_worker(child)}


def is_worker(process: psutil.Process) -> bool:
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it has ended, and its parent does not know yet
        return False


def has_replaced(centre: Launched, old: set[int]) -> bool:
    """Whether there are two workers again, not both of them old ones."""
    now = workers_of(centre)
    return len(now) == 2 and now != old


async def hear_nudges(line: ClientConnection) -> int | None:
    """Hear the line to its end and give its code: what the tills sell may move feeds, nothing else is told."""
    with contextlib.suppress(ConnectionClosed):
        async for message in line:
            assert json.loads(message)["type"] == "feeds"
    return line.close_code


async def test_all_processes_log_to_one_file(pair: Pair, get: Get) -> None:
    def seen() -> set[object]:
        assert get(PUSH).status_code == 405
        return {line["process"] for line in read_log(pair.log) if line.get("status") == 405}

    await until(lambda: len(seen()) == 2)
    assert seen() == workers_of(pair.centre)


async def test_figures_are_of_all_processes_and_ended_ones_stay_counted(pair: Pair, get: Get) -> None:
    """Whoever is asked counts what all have answered, those that are gone included."""

    def is_counted(missed: int) -> bool:
        wanted = {f'eckwms_http_requests_total{{status="404"}} {missed}', "eckwms_processes 2"}
        return wanted <= set(get("/eck/metrics").text.splitlines())

    for _ in range(20):
        get("/ECK/nothing")
    await until(lambda: is_counted(20))
    old = workers_of(pair.centre)
    psutil.Process(min(old)).terminate()
    await until(lambda: has_replaced(pair.centre, old))
    for _ in range(5):
        get("/ECK/nothing")
    await until(lambda: is_counted(25))


async def test_workers_are_replaced_one_by_one_under_load(pair: Pair) -> None:
    centre = pair.centre
    async with selling(centre.address, pair.database_url) as sellers:
        old = workers_of(centre)
        line_address = centre.address.replace("http", "ws") + "/ECK/LIVE"
        async with connect(line_address, additional_headers=sellers[0].terminal.bearer, proxy=None) as line:
            await greeted(line)
            heard = asyncio.create_task(hear_nudges(line))  # a line that nobody reads answers no pings in the end
            centre.process.send_signal(signal.SIGHUP)
            await until(lambda: has_replaced(centre, old) and not workers_of(centre) & old)
            assert await heard == 1012, "the terminal is told to come again"
    assert {status for seller in sellers for status in seller.statuses} == {200}
    broken = [error for seller in sellers for error in seller.broken]
    assert not [error for error in broken if isinstance(error, httpx.ConnectError)], "nobody is refused"


async def test_a_replacement_that_cannot_start_leaves_the_old_ones(pair: Pair, get: Get) -> None:
    """A newer program made the database meanwhile: this one cannot work with it, and goes on as it is."""
    old = workers_of(pair.centre)
    with psycopg.connect(pair.database_url, autocommit=True) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
    pair.centre.process.send_signal(signal.SIGHUP)
    await until(lambda: b"the workers stay as they are" in pair.log.read_bytes())
    assert workers_of(pair.centre) == old
    assert get("/ready").status_code == 200


async def test_one_process_says_that_it_cannot_be_replaced(database_url: str, tmp_path: Path) -> None:
    with launched_centre(tmp_path, database_url=database_url) as centre:
        centre.process.send_signal(signal.SIGHUP)
        await until(lambda: b"SIGHUP replaces" in (tmp_path / "logs" / "server.log").read_bytes())
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            assert (await http.get("/health")).status_code == 200
