"""Ways to the centre that the environment names: proxies, and the certificate of a company."""

from collections.abc import AsyncIterator

import pytest

from sync.client import Client
from sync.identity import load_identity
from sync.trouble import Offline
from sync.worker import Worker
from tests.sync.simulation import MemorySecrets
from tests.sync.web import Web, json_reply, serving

FEEDS = "GET /ECK/API/SYNC/FEEDS"


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    made = Worker()
    yield made
    await made.close()


async def test_a_proxy_has_no_say_on_this_computer(
    secrets: MemorySecrets, worker: Worker, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port}")
    with serving(Web()) as web:
        web.on(FEEDS, json_reply({"cursors": []}))
        direct = Client(web.url, load_identity(secrets, 1), secrets, worker)
        assert (await direct.feeds()).cursors == ()
        await direct.close()
    led = Client("http://centre.invalid", load_identity(secrets, 1), secrets, worker)
    with pytest.raises(Offline) as caught:
        await led.feeds()
    assert caught.value.cause in ("offline.network", "offline.server")
    await led.close()
