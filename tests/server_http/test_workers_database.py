"""The database goes away under load and comes back: tills are told when to come again, and nothing is lost."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect

from server_stub.database import migrate
from server_stub.embedded.postgres import start_postgres
from server_stub.launch import launched_centre
from sync.wire.live import CLOSE_TRY_LATER
from tests.postgres import QUICK
from tests.server_http.conftest import add_shop
from tests.server_http.selling import Seller, selling, until
from tests.server_http.test_live import closing_code, greeted


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for a database of its own, which its account can reach also when the tests run as root."""
    made = Path(tempfile.mkdtemp(prefix="eckwms-away-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


def refused(sellers: list[Seller]) -> int:
    return sum(status == 503 for seller in sellers for status in seller.statuses)


async def test_tills_are_told_to_come_again_and_go_on(folder: Path, tmp_path: Path) -> None:
    """The small version: one process, one outage."""
    server = start_postgres(folder, settings=QUICK)
    try:
        migrate(server.url)
        add_shop(server.url)
        with launched_centre(tmp_path, database_url=server.url) as centre:
            async with selling(centre.address, server.url, tills=1) as sellers:
                await asyncio.to_thread(server.stop)
                await until(lambda: refused(sellers) > 0)
                server = await asyncio.to_thread(start_postgres, folder, settings=QUICK)
            assert {status for seller in sellers for status in seller.statuses} == {200, 503}
            assert not [error for seller in sellers for error in seller.broken]
    finally:
        server.stop()


@pytest.mark.slow
async def test_a_database_that_stops_and_starts_under_load(folder: Path, tmp_path: Path) -> None:
    settings = QUICK | {"fsync": "on", "synchronous_commit": "on"}
    server = start_postgres(folder, settings=settings)
    try:
        migrate(server.url)
        add_shop(server.url)
        with launched_centre(tmp_path, database_url=server.url, workers=2) as centre:
            async with (
                httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=30) as http,
                selling(centre.address, server.url) as sellers,
            ):
                address = centre.address.replace("http", "ws") + "/ECK/LIVE"
                for _ in range(2):
                    async with connect(address, additional_headers=sellers[0].terminal.bearer, proxy=None) as line:
                        await greeted(line)
                    before = refused(sellers)
                    await asyncio.to_thread(server.stop)
                    await until(lambda before=before: refused(sellers) > before + 3)  # type: ignore[misc]
                    for path, status, word in (("/health", 200, "ok"), ("/ECK/HEALTH", 200, "degraded"),
                                               ("/ready", 503, "not ready")):  # fmt: skip
                        answer = await http.get(path)
                        assert (answer.status_code, answer.json()["status"]) == (status, word)
                    assert answer.headers["retry-after"] == "5"
                    assert "\neckwms_database_up 0\n" in (await http.get("/ECK/METRICS")).text
                    async with connect(address, proxy=None) as line:
                        await line.send(f'{{"type": "auth", "token": "{sellers[0].terminal.access}"}}')
                        assert await closing_code(line) == CLOSE_TRY_LATER
                    server = await asyncio.to_thread(start_postgres, folder, settings=settings)
                    marks = [seller.acked for seller in sellers]
                    async with asyncio.timeout(10):
                        await until(lambda marks=marks: all(s.acked > m for s, m in zip(sellers, marks, strict=True)))  # type: ignore[misc]
                        while (await http.get("/ready")).status_code != 200:
                            pass
            assert {status for seller in sellers for status in seller.statuses} == {200, 503}
            assert not [error for seller in sellers for error in seller.broken]
    finally:
        server.stop()
