"""The console of a running centre that has lived through half a day."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from server_stub.embedded.postgres import Postgres
from tests.console.day import PASSWORD, live_through
from tests.postgres import TEMPLATE, copied_database
from tests.server.terminal import Ground
from tests.server_http.conftest import NOBODY, RunningCentre, centre_server  # noqa: F401


@pytest.fixture(scope="session")
def lived(postgres: Postgres) -> Iterator[tuple[str, Ground]]:
    """Name of a database in which that half day was lived through, once for all, and its shop."""
    with copied_database(postgres) as (name, url), ThreadPoolExecutor(1) as thread:
        # in a thread, since a browser's driver keeps a loop in this one
        yield name, thread.submit(lambda: asyncio.run(live_through(url))).result()


@pytest.fixture
def database_url(request: pytest.FixtureRequest, postgres: Postgres) -> Iterator[str]:
    """URL of a fresh database: a copy of that half day where the test wants its shop, else an empty one."""
    template = request.getfixturevalue("lived")[0] if "shop_day" in request.fixturenames else TEMPLATE
    with copied_database(postgres, template) as (_, url):
        yield url


@pytest.fixture
def shop_day(lived: tuple[str, Ground], centre_server: RunningCentre) -> Ground:  # noqa: F811
    """The shop of that half day."""
    return lived[1]


class Visitor:
    """Somebody with a browser that runs no scripts."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.csrf = ""

    async def sign_in(self, login: str, password: str = PASSWORD) -> httpx.Response:
        """Fill in the form."""
        return await self.http.post("/console/sign-in", data={"login": login, "password": password})

    async def see(self, path: str, **query: Any) -> str:
        """Open a page that must be there; keeps the mark of its forms."""
        page = await self.http.get(path, params=query or None)
        assert page.status_code == 200, (page.status_code, page.text)
        marks = re.findall(r'name="csrf" value="([0-9a-f]+)"', page.text)
        self.csrf = marks[0] if marks else ""
        return page.text

    async def send(self, path: str, **fields: str | list[str]) -> httpx.Response:
        """Send a form of the page that was seen last."""
        return await self.http.post(path, data={"csrf": self.csrf} | fields)


@pytest.fixture
async def visitor(centre_server: RunningCentre) -> AsyncIterator[Visitor]:  # noqa: F811
    """Somebody who has not signed in."""
    address = centre_server.address
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30, verify=NOBODY) as client:
        yield Visitor(client)


@pytest.fixture
async def admin(visitor: Visitor, shop_day: Ground) -> Visitor:
    """An administrator at the overview."""
    assert (await visitor.sign_in("vera")).status_code == 303
    await visitor.see("/console/")
    return visitor
