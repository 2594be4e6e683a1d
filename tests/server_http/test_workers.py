"""Several processes on one port: replaced one by one under load, counted together, logging to one file."""

import signal
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server_stub.launch import Launched, launched_centre
from tests.server_http.conftest import add_shop
from tests.server_http.selling import selling, until
from tests.server_http.test_live import greeted, hear
from tests.server_http.test_run import read_log


def workers_of(centre: Launched) -> set[int]:
    """Give the process ids of the workers."""
    return {child.pid for child in psutil.Process(centre.process.pid).children() if is_worker(child)}


def is_worker(process: psutil.Process) -> bool:
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it has ended, and its parent does not know yet
        return False


async def hear_nudges(line: ClientConnection) -> None:
    """Hear the line to its end: what the tills sell may move feeds, nothing else is told."""
    while (await hear(line))["type"] == "feeds":
        pass


async def test_workers_are_replaced_one_by_one_under_load(database_url: str, tmp_path: Path) -> None:
    add_shop(database_url)
    with launched_centre(tmp_path, database_url=database_url, workers=2) as centre:
        async with selling(centre.address, database_url) as sellers:
            old = workers_of(centre)
            line_address = centre.address.replace("http", "ws") + "/ECK/LIVE"
            bearer = sellers[0].terminal.bearer
            async with connect(line_address, additional_headers=bearer, proxy=None) as line:
                await greeted(line)
                centre.process.send_signal(signal.SIGHUP)
                await until(lambda: len(workers_of(centre)) == 2 and not workers_of(centre) & old)
                with pytest.raises(ConnectionClosed) as closed:
                    await hear_nudges(line)
                assert closed.value.rcvd is not None
                assert closed.value.rcvd.code == 1012, "the terminal is told to come again"
        assert {status for seller in sellers for status in seller.statuses} == {200}
        broken = [error for seller in sellers for error in seller.broken]
        assert not [error for error in broken if isinstance(error, httpx.ConnectError)], "nobody is refused"
        assert centre.stop() == 0


async def test_a_replacement_that_cannot_start_leaves_the_old_ones(database_url: str, tmp_path: Path) -> None:
    """A newer program made the database meanwhile: this one cannot work with it, and goes on as it is."""
    with launched_centre(tmp_path, database_url=database_url, workers=2) as centre:
        old = workers_of(centre)
        with psycopg.connect(database_url, autocommit=True) as conn:
            conn.execute("UPDATE alembic_version SET version_num = '9999'")
        centre.process.send_signal(signal.SIGHUP)
        await until(lambda: b"the workers stay as they are" in (tmp_path / "logs" / "server.log").read_bytes())
        assert workers_of(centre) == old
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            assert (await http.get("/ready")).status_code == 200


def test_one_process_says_that_it_cannot_be_replaced(database_url: str, tmp_path: Path) -> None:
    with launched_centre(tmp_path, database_url=database_url) as centre:
        centre.process.send_signal(signal.SIGHUP)
        with httpx.Client(base_url=centre.address, trust_env=False) as http:
            while b"SIGHUP replaces" not in (tmp_path / "logs" / "server.log").read_bytes():
                assert http.get("/health").status_code == 200


def test_figures_are_of_all_processes_and_ended_ones_stay_counted(database_url: str, tmp_path: Path) -> None:
    """Whoever is asked counts what all have answered, those that are gone included."""
    anew = {"Connection": "close"}
    with (
        launched_centre(tmp_path, database_url=database_url, workers=2) as centre,
        httpx.Client(base_url=centre.address, trust_env=False, headers=anew, timeout=30) as http,
    ):

        def wait_for(missed: int) -> None:
            wanted = {f'eckwms_http_requests_total{{status="404"}} {missed}', "eckwms_processes 2"}
            while not wanted <= set(http.get("/eck/metrics").text.splitlines()):
                assert centre.process.poll() is None

        for _ in range(20):
            http.get("/ECK/nothing")
        wait_for(20)
        old = workers_of(centre)
        psutil.Process(min(old)).terminate()
        while len(workers_of(centre)) != 2 or workers_of(centre) == old:
            assert centre.process.poll() is None
        for _ in range(5):
            http.get("/ECK/nothing")
        wait_for(25)


def test_all_processes_log_to_one_file(database_url: str, tmp_path: Path) -> None:
    with launched_centre(tmp_path, database_url=database_url, workers=2) as centre:
        seen: set[object] = set()
        with httpx.Client(base_url=centre.address, trust_env=False, headers={"Connection": "close"}) as http:
            while len(seen) < 2:
                assert http.get("/ECK/nothing").status_code == 404
                lines = read_log(tmp_path / "logs" / "server.log")
                seen = {line["process"] for line in lines if line.get("path") == "/ECK/nothing"}
        assert seen == workers_of(centre)
