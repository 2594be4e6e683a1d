"""Whatever comes in, the answer is JSON with an `error`, and nobody holds a connection for ever."""

import asyncio
import json
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest

from server_stub.http import protocol
from sync.wire.messages import REGISTER
from tests.server_http.conftest import RunningCentre


async def talk(address: str, request: bytes) -> tuple[int, dict[str, str], dict[str, object]]:
    """Send raw bytes and read the whole answer until the centre hangs up."""
    where = urlsplit(address)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return int(first.split()[1]), headers, json.loads(body)


@pytest.mark.parametrize(
    "path", ["/", "/nope", "/ECK", "/eck/api/nope", "/E/api/nope", "/ECK/API/DEVICE//STATUS", "/%00"]
)
async def test_unknown_routes_are_404(http: httpx.AsyncClient, path: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        answer = await http.request(method, path)
        assert answer.status_code == 404
        path = answer.request.url.raw_path.decode()
        assert answer.json() == {"error": "Not found", "path": path, "method": method}


@pytest.mark.parametrize(("method", "path"), [("GET", REGISTER), ("DELETE", "/health"), ("PATCH", "/eck/health")])
async def test_other_methods_are_405(http: httpx.AsyncClient, method: str, path: str) -> None:
    answer = await http.request(method, path)
    assert (answer.status_code, answer.json()) == (405, {"error": "Method not allowed"})
    assert answer.headers["allow"]


async def test_a_body_of_more_than_a_mib_is_413_before_it_is_parsed(http: httpx.AsyncClient) -> None:
    for body in (b"{" * ((1 << 20) + 1), b"{" * (3 << 20)):
        answer = await http.post(REGISTER, content=body)
        assert (answer.status_code, answer.json()) == (413, {"error": "Request body too large"})


async def test_a_body_without_a_length_is_cut_at_the_limit(http: httpx.AsyncClient) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield bytes(64 * 1024)

    answer = await http.post(REGISTER, content=parts())
    assert (answer.status_code, answer.json()) == (413, {"error": "Request body too large"})


@pytest.mark.parametrize(
    "request_bytes",
    [b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"],
)
@pytest.mark.expects_log("Invalid HTTP request")
async def test_bytes_that_are_no_request_are_400(centre_server: RunningCentre, request_bytes: bytes) -> None:
    status, headers, body = await talk(centre_server.address, request_bytes)
    assert status == 400
    assert headers["content-type"] == "application/json"
    assert body["error"]


async def test_a_request_that_does_not_arrive_is_cut(
    centre_server: RunningCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "DEADLINE_S", 0.3)
    slow_head = b"POST /ECK/API/DEVICE/REGISTER HTTP/1.1\r\nHost: x\r\n"
    slow_body = slow_head + b"Content-Length: 500\r\n\r\n{"
    for request in (b"", slow_head, slow_body):
        status, headers, body = await talk(centre_server.address, request)
        assert (status, headers["connection"]) == (408, "close")
        assert body == {"error": "The request did not arrive in time"}


async def test_a_line_that_keeps_sending_is_not_cut(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "DEADLINE_S", 0.2)
    monkeypatch.setattr(protocol, "MIN_BYTES_PER_S", 1000)

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield bytes(100)
            await asyncio.sleep(0.05)

    answer = await http.post(REGISTER, content=parts())
    assert answer.status_code == 400


async def pipeline(address: str, *requests: bytes) -> list[bytes]:
    """Send requests down one connection at once, and give the answers: no pause in which a limit could recover."""
    where = urlsplit(address)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    *first, last = [request.replace(b"\r\n\r\n", b"\r\nHost: x\r\n\r\n") for request in requests]
    writer.write(b"".join(first) + last.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    answers = (await reader.read()).split(b"HTTP/1.1 ")[1:]
    writer.close()
    return answers


@pytest.mark.parametrize(
    ("request_bytes", "count"),
    [
        (b"POST /ECK/API/DEVICE/REGISTER HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 500),
        (b"GET /nope HTTP/1.1\r\n\r\n", 1500),
    ],
)
async def test_a_flood_is_429_and_told_when_to_come_back(
    http: httpx.AsyncClient, centre_server: RunningCentre, request_bytes: bytes, count: int
) -> None:
    answers = await pipeline(centre_server.address, *[request_bytes] * count)
    assert len(answers) == count
    refused = [answer for answer in answers if answer.startswith(b"429")]
    assert refused
    assert all(b"retry-after: " in answer and b"Too many requests" in answer for answer in refused)


async def test_a_flood_of_registrations_leaves_the_rest_alone(centre_server: RunningCentre) -> None:
    register = b"POST /ECK/API/DEVICE/REGISTER HTTP/1.1\r\nContent-Length: 0\r\n\r\n"
    health = b"GET /health HTTP/1.1\r\n\r\n"
    *flood, after = await pipeline(centre_server.address, *[register] * 500, health)
    assert [answer for answer in flood if answer.startswith(b"429")]
    assert after.startswith(b"200")
