"""The centre behind nginx, as it is delivered: two processes, TLS, slow clients, live lines, restarts under load."""

import asyncio
import contextlib
import json
import re
import socket
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect

from server_stub.embedded.postgres import Postgres
from server_stub.http.limits import BODY_LIMIT, PUSH_LIMIT
from server_stub.http.table import ROUTES
from sync.wire.messages import LIVE, PUSH
from tests.functional.proxied import CONFIGURATION, NGINX, Proxied, proxied_centre
from tests.postgres import copied_database
from tests.server_http.conftest import add_shop
from tests.server_http.selling import selling, until
from tests.server_http.test_live import closing_code, greeted, hear

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
HEADER_S, BODY_S = 10, 10
SLOW = 10
"""Slow clients of each manner."""


@pytest.fixture(scope="module")
def proxied(postgres_module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """One nginx for the tests of this file: starting it and two centres takes a while."""
    with proxied_centre(postgres_module_url, tmp_path_factory.mktemp("nginx")) as running:
        yield running


@pytest.fixture(scope="module")
def postgres_module_url(postgres: Postgres) -> Iterator[str]:
    """A database for this file."""
    with copied_database(postgres) as (_, url):
        add_shop(url)
        yield url


@contextlib.contextmanager
def client(proxied: Proxied) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=proxied.address, verify=proxied.tls, trust_env=False, timeout=30) as http:
        yield http


@needs_nginx
def test_both_processes_answer_by_tls(proxied: Proxied) -> None:
    with client(proxied) as http:
        for _ in range(20):
            answer = http.get("/eck/health")
            assert (answer.status_code, answer.json()["status"]) == (200, "healthy")
            assert "strict-transport-security" in answer.headers
        assert proxied.served_by() == {str(port) for port in proxied.centres}
    with httpx.Client(trust_env=False) as stranger:
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            stranger.get(proxied.address + "/health")
        answer = stranger.get(f"http://127.0.0.1:{proxied.plain_port}/ECK/HEALTH?a=1")
        assert answer.status_code == 308
        assert answer.headers["location"].endswith("/ECK/HEALTH?a=1")


@needs_nginx
def test_old_tls_is_refused(proxied: Proxied) -> None:
    old = proxied.tls
    old.minimum_version = ssl.TLSVersion.TLSv1_2
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    with socket.create_connection(("127.0.0.1", proxied.port), 10) as plain:
        with old.wrap_socket(plain, server_hostname="127.0.0.1") as line:
            assert line.version() == "TLSv1.2"


@needs_nginx
def test_what_a_client_says_of_itself_goes_no_further(proxied: Proxied) -> None:
    """Sign-ins are counted by address: ten from one, whatever addresses it names; the proxy's word is believed."""

    def sign_in(http: httpx.Client, number: int) -> int:
        named = {"X-Forwarded-For": f"203.0.113.{number}", "Forwarded": f"for=203.0.113.{number}"}
        body = {"login": f"nobody-{number}", "password": "guess-guess"}
        return http.post("/ECK/API/AUTH/LOGIN", json=body, headers=named).status_code

    with client(proxied) as http:
        assert any(sign_in(http, number) == 429 for number in range(40))
    first = f"http://127.0.0.1:{min(proxied.centres)}"
    with httpx.Client(base_url=first, trust_env=False, timeout=30) as beside:
        assert 429 not in [sign_in(beside, number) for number in range(100, 114)]


@needs_nginx
async def test_a_live_line_goes_through(proxied: Proxied) -> None:
    async with selling(proxied.address, proxied.database_url, tills=1, verify=proxied.tls) as (seller,):
        async with through(proxied, **seller.terminal.bearer) as line:
            await greeted(line)
            await line.send(json.dumps({"msgId": "m-1"}))
            told = await hear(line)
            while told["type"] != "ACK":
                told = await hear(line)
            assert told["ack"] == "m-1"
        async with through(proxied, "/eck/live", Origin=proxied.address, **seller.terminal.bearer) as line:
            await greeted(line)
        async with through(proxied) as line:
            await line.send("{}")
            assert await closing_code(line) == 4401


@contextlib.asynccontextmanager
async def through(proxied: Proxied, path: str = LIVE, **headers: str):  # type: ignore[no-untyped-def]
    address = proxied.address.replace("https", "wss") + path
    async with connect(address, ssl=proxied.tls, additional_headers=headers, proxy=None) as line:
        assert isinstance(line, ClientConnection)
        yield line


@needs_nginx
def test_bodies_that_are_too_large_never_arrive(proxied: Proxied) -> None:
    with client(proxied) as http:
        for path, limit in (("/ECK/API/DEVICE/REGISTER", BODY_LIMIT), (PUSH, PUSH_LIMIT)):
            answer = http.post(path, content=b"x" * (limit + 1))
            assert (answer.status_code, answer.json()) == (413, {"error": "Request body too large"})
            assert answer.headers["content-type"] == "application/json"
            assert http.post(path, content=b"x" * limit).status_code in (400, 401), "the centre's own answer"


def test_the_limits_are_those_of_the_centre() -> None:
    """Every route that takes more than usual has a location that lets as much through, and no more."""
    text = CONFIGURATION.read_text("utf-8")
    usual = _bytes(re.findall(r"^    client_max_body_size (\w+);", text, re.MULTILINE)[0])
    larger = {
        re.compile(pattern, re.IGNORECASE): _bytes(size)
        for pattern, size in re.findall(r"location ~\* (\S+) \{\s+client_max_body_size (\w+);", text)
    }
    assert usual == BODY_LIMIT
    assert len(larger) == 5
    for route in ROUTES:
        allowed = [size for pattern, size in larger.items() if pattern.search(route.path)] or [usual]
        assert allowed == [max(route.body_limit, BODY_LIMIT)], route.path


def _bytes(size: str) -> int:
    return int(size[:-1]) * {"k": 1 << 10, "m": 1 << 20}[size[-1]]


@needs_nginx
async def test_slow_clients_are_cut_and_others_notice_nothing(proxied: Proxied) -> None:
    """A header a byte at a time, a header that stops, a body that stops: all are cut; a quick one is answered."""
    head = f"POST {PUSH} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n".encode()
    manners = ((head, b"X-Slow: 1\r\n"), (head, b""), (head + b"\r\nsome", b""))
    threads = ThreadPoolExecutor(SLOW * len(manners))  # all at once; asyncio's own pool has as many as there are cores
    run = asyncio.get_running_loop().run_in_executor
    slow = [run(threads, be_slow, proxied, *manner) for manner in manners for _ in range(SLOW)]
    async with httpx.AsyncClient(base_url=proxied.address, verify=proxied.tls, trust_env=False) as http:
        waits: list[float] = []
        while not all(task.done() for task in slow):
            began = time.monotonic()
            assert (await http.get("/health", timeout=10)).status_code == 200
            waits.append(time.monotonic() - began)
            await asyncio.sleep(0.1)  # enough of them, and the machine is left to others
    assert max(task.result() for task in slow) < 15
    assert min(task.result() for task in slow) > 5
    assert sorted(waits)[len(waits) // 2] < 0.5
    threads.shutdown()


def be_slow(proxied: Proxied, first: bytes, dribble: bytes) -> float:
    """Open a connection, send the beginning, then a little now and then; gives the seconds until it was cut."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", proxied.port), 10) as plain:
        with proxied.tls.wrap_socket(plain, server_hostname="127.0.0.1") as line:
            line.sendall(first)
            line.settimeout(1 if dribble else 30)
            while True:
                try:
                    line.recv(4096)
                    return time.monotonic() - began
                except TimeoutError:
                    if not dribble:
                        raise
                    with contextlib.suppress(OSError):
                        line.sendall(dribble)
                except OSError:
                    return time.monotonic() - began


@needs_nginx
async def test_a_rolling_restart_loses_no_push_and_shows_no_error(proxied: Proxied) -> None:
    async with selling(proxied.address, proxied.database_url, verify=proxied.tls) as sellers:
        for port, centre in list(proxied.centres.items()):
            assert await asyncio.to_thread(centre.stop) == 0
            before = [seller.acked for seller in sellers]
            await until(lambda before=before: all(s.acked > b for s, b in zip(sellers, before, strict=True)))  # type: ignore[misc]
            await asyncio.to_thread(proxied.start, port)
    assert {status for seller in sellers for status in seller.statuses} == {200}
    assert not [error for seller in sellers for error in seller.broken]


@needs_nginx
def test_while_all_are_away_clients_are_told_when_to_come_again(proxied: Proxied) -> None:
    for centre in proxied.centres.values():
        centre.stop()
    with client(proxied) as http:
        answer = http.get("/ECK/HEALTH")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.json() == {"error": "The centre is not available"}


def test_every_file_for_servers_can_be_read() -> None:
    """Traefik and Compose are not run here; what they say of the centre is compared with it."""
    import yaml

    folder = CONFIGURATION.parent
    rules = yaml.safe_load((folder / "traefik-dynamic.yml").read_text("utf-8"))["http"]
    sizes = {
        name: middleware["buffering"]["maxRequestBodyBytes"]
        for name, middleware in rules["middlewares"].items()
        if "buffering" in middleware
    }
    larger = {}
    for router in rules["routers"].values():
        assert router["service"] in rules["services"]
        assert set(router["middlewares"]) <= set(rules["middlewares"])
        if path := re.search(r"PathRegexp\(`(.+)`\)", router["rule"]):
            larger |= {re.compile(path[1]): sizes[name] for name in router["middlewares"] if name in sizes}
    for route in ROUTES:
        allowed = [size for pattern, size in larger.items() if pattern.search(route.path)] or [sizes["body"]]
        assert allowed == [max(route.body_limit, BODY_LIMIT)], route.path
    assert yaml.safe_load((folder / "traefik.yml").read_text("utf-8"))["providers"]["file"]["filename"]
    services = yaml.safe_load((folder / "compose.yml").read_text("utf-8"))["services"]
    assert services["centre1"]["environment"] == services["centre2"]["environment"]
    assert (folder / ".." / ".." / services["centre1"]["build"]["dockerfile"]).resolve().is_file()
    for mounted in services["proxy"]["volumes"]:
        name = Path(mounted.split(":")[0])
        assert name.name == "tls" or (folder / name).is_file()
