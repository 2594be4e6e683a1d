"""A real centre on a loopback port: uvicorn in a thread, PostgreSQL behind it."""

import ssl
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from litestar import Litestar

from server_stub.app import Settings, build_app, build_router
from server_stub.http.route import Route
from server_stub.http.table import ROUTES
from server_stub.identity.tokens import hash_enrolment, new_enrolment
from server_stub.serving import Server, bind
from tests.edges import SettableClock
from tests.server_http.terminal import WireTerminal

_idle: dict[tuple[Route, ...], list[Litestar]] = {}
"""Routers of tests that have ended: building one takes longer than all else that starts a centre."""
NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusts nobody: these centres answer without TLS, and reading all the authorities there are takes 40 ms a client."""
SHOP = "018f0000-0000-7000-8000-000000000001"


@dataclass
class RunningCentre:
    """A centre that answers at `address`, with the test's clock and a way to its database."""

    address: str
    database_url: str
    clock: SettableClock
    data_dir: Path

    def ask(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Look into the database, or change it."""
        with psycopg.connect(self.database_url) as conn:
            cursor = conn.execute(query.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def token(self, device_id: str | None = None, shop: str = SHOP) -> str:
        """Issue an enrolment token for a quarter of an hour."""
        token = new_enrolment()
        self.ask(
            """INSERT INTO enrolment_token (hash, shop_id, device_id, created_at, expires_at)
               VALUES (%s, %s, %s, %s, %s + interval '15 minutes')""",
            hash_enrolment(token), shop, device_id, self.clock.now(), self.clock.now(),
        )  # fmt: skip
        return token


def add_shop(database_url: str, shop: str = SHOP, name: str = "Corner shop") -> None:
    """Make a shop."""
    with psycopg.connect(database_url) as conn:
        conn.execute(
            """INSERT INTO shop (id, name, address, tax_number, currency, time_zone, tax_inclusive, tax_rounding,
                 cash_rounding_step_minor, cash_rounding_method, code_rules, discount_limits, receipt_footer,
                 selling_place_id)
               VALUES (%s, %s, 'Main street 1', 'HR1', 'EUR', 'Europe/Zagreb', true, 'line', 1, 'half_up', '', '{}',
                 'Thank you', %s)""",
            (shop, name, shop),
        )


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    """A centre with one shop."""
    with running_centre(database_url, clock, tmp_path) as running:
        yield running


@contextmanager
def running_centre(
    database_url: str, clock: SettableClock, tmp_path: Path, routes: Sequence[Route] = ROUTES, **settings: Any
) -> Iterator[RunningCentre]:
    """Run a centre with one shop in a thread; with other routes or settings than usual when they are named."""
    listening = bind("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    running = RunningCentre(address, database_url, clock, tmp_path)
    add_shop(database_url)
    chosen = Settings(database_url, tmp_path, pool_wait_s=1.0, now=clock.now, **settings)
    idle = _idle.setdefault(tuple(routes), [])
    router = idle.pop() if idle else build_router(routes)
    server = Server(build_app(chosen, routes, router), address)
    ready = threading.Event()
    server.on_ready = lambda address: ready.set()
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    while not ready.wait(0.1):
        assert thread.is_alive(), "the centre did not start"
    try:
        yield running
    finally:
        server.should_exit = True
        thread.join(30)
    assert not thread.is_alive()
    idle.append(router)


@pytest.fixture
async def http(centre_server: RunningCentre) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the centre."""
    async with httpx.AsyncClient(base_url=centre_server.address, trust_env=False, timeout=30, verify=NOBODY) as client:
        yield client


@pytest.fixture
def terminal(http: httpx.AsyncClient) -> WireTerminal:
    """A terminal that the centre has not met."""
    return WireTerminal(http)


@pytest.fixture
async def enrolled(terminal: WireTerminal, centre_server: RunningCentre) -> WireTerminal:
    """An active terminal of the shop, with tokens."""
    answer = await terminal.register(centre_server.token())
    assert answer.json()["status"] == "active", answer.text
    await terminal.sign_in()
    return terminal
