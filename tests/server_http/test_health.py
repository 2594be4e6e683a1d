import contextlib
from collections.abc import Iterator

import httpx
import psycopg
import pytest

from server_stub.embedded.postgres import Postgres
from sync.wire.messages import FEEDS, REGISTER
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal


@contextlib.contextmanager
def database_away(postgres: Postgres, centre: RunningCentre) -> Iterator[None]:
    """Let nobody into the centre's database, and throw out who is there."""
    name = centre.database_url.split("/")[-1].split("?")[0]
    with psycopg.connect(postgres.cluster.url("postgres"), autocommit=True) as conn:
        conn.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'.encode())
        conn.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        try:
            yield
        finally:
            conn.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true'.encode())


async def test_health_tells_what_clients_look_for(http: httpx.AsyncClient) -> None:
    body = (await http.get("/ECK/HEALTH")).json()
    assert (body["status"], body["database"]) == ("healthy", "connected")
    assert body.keys() >= {"service", "timestamp", "uptime", "version", "epoch", "pool"}
    for path in ("/health", "/E/health", "/ECK/PROXY/HEALTH", "/eck/proxy/health", "/HEALTH"):
        answer = await http.get(path)
        assert (answer.status_code, answer.json()["status"]) == (200, "ok")


async def test_metrics_are_prometheus_text(enrolled: WireTerminal, http: httpx.AsyncClient) -> None:
    await enrolled.get(FEEDS)
    answer = await http.get("/eck/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    figures = dict(line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    assert int(figures['eckwms_http_requests_total{status="201"}']) == 1
    assert float(figures["eckwms_uptime_seconds"]) >= 0
    assert 'eckwms_database_pool{figure="pool_size"}' in figures


@pytest.mark.expects_log("database|connection|connecting|not available|listener|sequencer")
async def test_without_a_database_health_is_degraded_and_the_rest_is_503(
    enrolled: WireTerminal, http: httpx.AsyncClient, postgres: Postgres, centre_server: RunningCentre
) -> None:
    with database_away(postgres, centre_server):
        answer = await http.get("/ECK/HEALTH")
        assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
        for answer in (await http.post(REGISTER, json=enrolled.registration()), await enrolled.get(FEEDS)):
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            assert answer.json() == {"error": "The database is not available"}
        assert (await http.get("/health")).status_code == 200
    while (await http.get("/ECK/HEALTH")).json()["status"] != "healthy":
        pass
    assert (await enrolled.get(FEEDS)).status_code == 200
