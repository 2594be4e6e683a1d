"""What a client takes from the environment: a company's certificates, a proxy."""

from pathlib import Path

import pytest

from sync.client import Client
from sync.identity import load_identity
from sync.worker import Worker
from tests.sync.certificates import make_certificates
from tests.sync.simulation import MemorySecrets
from tests.sync.test_client import FEEDS, secrets, worker
from tests.sync.web import Web, json_reply, serving

__all__ = ["secrets", "worker"]


async def test_a_company_ca_is_trusted_that_the_environment_names(
    tmp_path: Path, secrets: MemorySecrets, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates = make_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.ca))
    with serving(Web(), certificates) as web:
        web.on(FEEDS, json_reply({"cursors": []}))
        client = Client(web.url, load_identity(secrets, 1), secrets, worker)
        assert (await client.feeds()).cursors == ()
        await client.close()


async def test_a_centre_elsewhere_is_reached_through_the_proxy_that_the_environment_names(
    secrets: MemorySecrets, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Web()) as proxy:
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        proxy.on(FEEDS, json_reply({"cursors": []}))
        client = Client("http://head-office.invalid", load_identity(secrets, 1), secrets, worker)
        assert (await client.feeds()).cursors == ()
        await client.close()
