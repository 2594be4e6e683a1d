"""The proxy from outside: what passes, unchanged to the byte, what does not, and what is told."""

import asyncio
import gzip
import random
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from litestar.exceptions import TooManyRequestsException

from server_stub.http.limits import Rate
from server_stub.proxy.gate import AT_ONCE, PER_MINUTE, Gate
from server_stub.proxy.outgoing import ANSWER_LIMIT, Network
from tests.edges import SettableClock
from tests.server_http.conftest import SHOP, RunningCentre, add_shop, running_centre
from tests.server_http.proxy_targets import (
    Listener,
    Seen,
    add_instance,
    call,
    listening,
    proxy_key,
    response,
)
from tests.server_http.terminal import WireTerminal

OTHER_SHOP = "018f0000-0000-7000-8000-000000000002"
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


async def lead_home(_host: str, _port: int) -> list[str]:
    """Resolve every name to this machine."""
    return ["127.0.0.1"]


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    """A centre whose proxy asks no real resolver and waits a second at most."""
    gate = Gate(Network(resolve=lead_home, total_s=1.0), Rate(1000, 100_000))
    with running_centre(database_url, clock, tmp_path, gate=gate) as running:
        yield running


@pytest.fixture
async def target() -> AsyncIterator[Listener]:
    """A server that answers."""
    async with listening() as listener:
        yield listener


@pytest.fixture
def headers(centre_server: RunningCentre, target: Listener) -> dict[str, str]:
    """The headers of a program that asks for the target."""
    address = f"http://127.0.0.1:{target.port}"
    return proxy_key(centre_server) | {"X-Target-Instance": add_instance(centre_server, address)}


async def test_only_those_with_a_key_come_in(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, centre_server: RunningCentre
) -> None:
    wanted = {"X-Target-Instance": headers["X-Target-Instance"]}
    assert (await call(http, wanted)).status_code == 401
    assert (await call(http, wanted | {"X-API-Key": "guess"})).status_code == 401
    assert (await call(http, wanted | proxy_key(centre_server, scope="products:read"))).status_code == 403
    assert target.connections == 0
    assert (await call(http, headers)).status_code == 200


async def test_a_request_that_names_no_target_is_told_how(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    for empty in ({}, {"X-eckWMS-Target-Url": ""}, {"X-Target-Instance": ""}):
        answer = await call(http, proxy_key(centre_server) | empty, "POST", b"/ECK/API/SCAN")
        assert answer.status_code == 400
        assert answer.json()["error"] == "Missing X-eckWMS-Target-Url header"
        assert answer.json()["message"]
        assert answer.json()["example"]
    assert (await http.get("/eck/proxy/health")).json()["mode"] == "proxy"


@pytest.mark.parametrize("method", METHODS)
async def test_methods_paths_queries_and_bodies_pass_to_the_byte(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, method: str
) -> None:
    dice = random.Random(method)

    async def echo(seen: Seen) -> bytes:
        return response(seen.body[::-1], "207 Multi-Status", Content_Type="application/x-bytes")

    target.say = echo
    for rest in (b"", b"/", b"/ECK/API/SCAN", b"/a//b%2Fc/?q=1|2&&x='%27\"", b"/Mixed%c3%A9/?", b"/h?%00=%0d%0a"):
        body = dice.randbytes(dice.randrange(1, 70_000)) if method in ("POST", "PUT", "PATCH", "DELETE") else b""
        answer = await call(http, headers, method, rest, content=body)
        seen = target.requests[-1]
        assert (answer.status_code, answer.content) == (207, body[::-1])
        assert answer.headers["content-type"] == "application/x-bytes"
        assert (seen.method, seen.target, seen.body) == (method, rest.decode().removesuffix("?") or "/", body)


async def test_a_chunked_and_packed_body_arrives_as_it_was_packed(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    packed = gzip.compress(random.Random(1).randbytes(40_000))

    async def parts() -> AsyncIterator[bytes]:
        for at in range(0, len(packed), 999):
            yield packed[at : at + 999]

    answer = await call(http, headers | {"Content-Encoding": "gzip"}, "POST", b"/x", content=parts())
    assert answer.status_code == 200
    seen = target.requests[0]
    assert (seen.body, seen.header("Content-Encoding")) == (packed, "gzip")
    assert (seen.header("Content-Length"), seen.header("Transfer-Encoding")) == (str(len(packed)), None)


async def test_a_chunked_and_packed_answer_comes_back_as_it_was_packed(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    packed = gzip.compress(random.Random(2).randbytes(300_000))

    async def say(_seen: Seen) -> bytes:
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in
                          (packed[at : at + 7001] for at in range(0, len(packed), 7001)))  # fmt: skip
        return (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
        )

    target.say = say
    async with http.stream("GET", "/eck/Proxy/x", headers=headers) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])
    assert raw == packed
    assert answer.headers["content-encoding"] == "gzip"


async def test_an_answer_without_a_body_has_none(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    async def say(seen: Seen) -> bytes:
        if seen.method == "HEAD":
            return b'HTTP/1.1 200 OK\r\nContent-Length: 17\r\nETag: "x"\r\n\r\n'
        return b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n' if seen.target == "/304" else b"HTTP/1.1 204 \r\n\r\n"

    target.say = say
    for method, rest, status in (("HEAD", b"/", 200), ("GET", b"/304", 304), ("DELETE", b"/", 204)):
        answer = await call(http, headers, method, rest)
        assert (answer.status_code, answer.content) == (status, b"")


async def test_headers_pass_by_a_list_and_credentials_never(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, centre_server: RunningCentre
) -> None:
    async def say(_seen: Seen) -> bytes:
        named = {"Set_Cookie": "a=b", "Location": "/x", "X_Powered_By": "x", "ETag": '"1"', "Server": "x",
                 "Access_Control_Allow_Origin": "*", "Content_Type": "text/html"}  # fmt: skip
        return response(**named)

    target.say = say
    own = {"Cookie": "s=1", "X-Forwarded-For": "10.0.0.1", "Proxy-Authorization": "x", "X-Internal-Api-Key": "x",
           "X-eckWMS-Other": "x", "X-Secret": "x", "X-Idempotency-Key": "i-1", "Accept-Language": "de",
           "If-Match": "x", "Connection": "keep-alive, If-Match", "Accept-Encoding": "br"}  # fmt: skip
    answer = await call(http, headers | own)
    seen = target.requests[0]
    names = {name.lower() for name, _ in seen.headers}
    passed = {"host", "connection", "accept", "accept-encoding", "accept-language", "user-agent", "x-idempotency-key"}
    assert names == passed | {"authorization"}
    assert seen.header("Host") == f"127.0.0.1:{target.port}"
    assert (answer.headers["etag"], answer.headers["content-type"]) == ('"1"', "text/html")
    assert not {"set-cookie", "location", "x-powered-by", "access-control-allow-origin"} & set(answer.headers)
    assert answer.headers["content-security-policy"].endswith("sandbox")
    token = str(seen.header("Authorization")).removeprefix("Bearer ")
    ((raw,),) = centre_server.ask("SELECT signing_key FROM centre")
    assert isinstance(raw, bytes)
    key = Ed25519PrivateKey.from_private_bytes(raw).public_key()
    check = {"verify_exp": False, "verify_iat": False}  # the centre's clock is the test's
    claims = jwt.decode(token, key, algorithms=["EdDSA"], audience=headers["X-Target-Instance"], options=check)
    assert (claims["sub"], claims["exp"] - claims["iat"]) == ("key:a scanner", 60)


async def test_a_device_reaches_what_its_shop_may(
    enrolled: WireTerminal, target: Listener, centre_server: RunningCentre
) -> None:
    add_shop(centre_server.database_url, OTHER_SHOP, "Other shop")
    url = f"http://127.0.0.1:{target.port}"
    own = add_instance(centre_server, f"{url}/own", shop=SHOP)
    foreign = add_instance(centre_server, f"{url}/foreign", shop=OTHER_SHOP)
    everyones = add_instance(centre_server, f"{url}/all")
    for instance_id, status in ((own, 200), (foreign, 403), (everyones, 200)):
        answer = await call(enrolled.http, enrolled.bearer | {"X-Target-Instance": instance_id}, rest=b"/x?y")
        assert answer.status_code == status
    assert [seen.target for seen in target.requests] == ["/own/x?y", "/all/x?y"]
    key = proxy_key(centre_server, shop=OTHER_SHOP)
    assert (await call(enrolled.http, key | {"X-Target-Instance": foreign})).status_code == 200
    centre_server.ask("UPDATE registered_devices SET status = 'blocked'")
    assert (await call(enrolled.http, enrolled.bearer | {"X-Target-Instance": own})).status_code == 403


async def test_every_refusal_reads_the_same(
    http: httpx.AsyncClient, target: Listener, centre_server: RunningCentre
) -> None:
    key, url = proxy_key(centre_server, shop=SHOP), f"http://127.0.0.1:{target.port}"
    add_shop(centre_server.database_url, OTHER_SHOP, "Other shop")
    refused = [
        add_instance(centre_server, f"{url}/1", status="pending"),
        add_instance(centre_server, f"{url}/2", status="blocked"),
        add_instance(centre_server, f"{url}/3", proved=False),
        add_instance(centre_server, f"{url}/4", shop=OTHER_SHOP),
        add_instance(centre_server, f"{url}/5", lan=None),
        add_instance(centre_server, f"{url}/6", lan="127.0.0.9"),
        add_instance(centre_server, None),
        "nobody",
        "x" * 5000,
        "' OR 1=1 --",
    ]
    bodies = set()
    for instance_id in refused:
        answer = await call(http, key | {"X-Target-Instance": instance_id})
        assert answer.status_code == 403, instance_id
        bodies.add(answer.content)
    assert len(bodies) == 1
    fine = add_instance(centre_server, f"{url}/fine")
    for one, other in ((fine, f"{url}/1"), ("nobody", f"{url}/fine"), (fine, "http://[")):
        both = {"X-Target-Instance": one, "X-eckWMS-Target-Url": other}
        assert (await call(http, key | both)).content in bodies
    twice = [*key.items(), ("X-Target-Instance", fine), ("X-Target-Instance", refused[0])]
    assert (await http.get("/ECK/PROXY", headers=twice)).content in bodies
    assert target.connections == 0
    assert (await call(http, key | {"X-Target-Instance": fine, "X-eckWMS-Target-Url": f"{url}/fine/"})).is_success
    assert (await call(http, key | {"X-eckWMS-Target-Url": f"{url}/fine"})).is_success


async def test_a_path_that_climbs_or_breaks_out_does_not_pass(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    for rest in (b"/..", b"/a/../b", b"/%2e%2e/x", b"/.%2E/", b"/a/./b", b"/a%2f..%2fb", b"/a\\..\\b", b"/x/.."):
        answer = await call(http, headers, rest=rest)
        assert (answer.status_code, bool(answer.json()["error"])) == (400, True), rest
    assert target.connections == 0
    for rest in (b"/..a", b"/a..", b"/.well-known/x", b"//elsewhere.test/", b"/http://elsewhere.test/", b"/@x:1/"):
        assert (await call(http, headers, rest=rest)).status_code == 200, rest
        assert target.requests[-1].target == rest.decode()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, status: int
) -> None:
    async with listening() as inside:

        async def say(_seen: Seen) -> bytes:
            return response(b"", f"{status} Elsewhere", Location=f"http://127.0.0.1:{inside.port}/secret")

        target.say = say
        answer = await call(http, headers, "POST", content=b"x")
        assert (answer.status_code, answer.json()["error"]) == (502, "Proxy failed")
        assert answer.json()["targetUrl"] == f"http://127.0.0.1:{target.port}"
        assert str(inside.port) not in answer.text
        assert inside.connections == 0


async def test_a_target_that_is_down_is_told(
    http: httpx.AsyncClient, centre_server: RunningCentre, free_port: int
) -> None:
    address = f"http://127.0.0.1:{free_port}"
    headers = proxy_key(centre_server) | {"X-Target-Instance": add_instance(centre_server, address)}
    answer = await call(http, headers)
    assert (answer.status_code, answer.json()["error"]) == (502, "Proxy failed")
    assert answer.json()["targetUrl"] == address
    assert answer.json()["message"]


CUT = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"
LARGE = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (ANSWER_LIMIT + 1) + bytes(ANSWER_LIMIT + 1)


@pytest.mark.parametrize(
    "said", [b"", b"no HTTP\r\n\r\n", CUT, LARGE, b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"]
)
async def test_what_cannot_be_passed_on_is_502(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, said: bytes
) -> None:
    async def say(_seen: Seen) -> bytes:
        return said

    target.say = say
    answer = await call(http, headers)
    assert (answer.status_code, answer.json()["error"]) == (502, "Proxy failed")


async def test_an_answer_of_just_the_limit_passes(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    whole = random.Random(3).randbytes(ANSWER_LIMIT)

    async def say(_seen: Seen) -> bytes:
        return response(whole)

    target.say = say
    assert (await call(http, headers)).content == whole


async def test_a_target_that_never_answers_is_left(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener
) -> None:
    stuck = asyncio.Event()

    async def say(_seen: Seen) -> bytes:
        await stuck.wait()
        return response()

    target.say = say
    answer = await call(http, headers)
    stuck.set()
    assert (answer.status_code, answer.json()["message"]) == (502, "It did not answer in time")


async def test_a_body_over_the_limit_is_413(http: httpx.AsyncClient, headers: dict[str, str], target: Listener) -> None:
    assert (await call(http, headers, "POST", content=bytes((1 << 20) + 1))).status_code == 413
    assert target.connections == 0
    assert (await call(http, headers, "POST", content=bytes(1 << 20))).status_code == 200


async def test_every_call_leaves_a_line(
    http: httpx.AsyncClient, headers: dict[str, str], target: Listener, centre_server: RunningCentre
) -> None:
    await call(http, headers, "POST", b"/scan?token=secret", content=b"12345")
    await call(http, headers | {"X-Target-Instance": "nobody"}, "GET", b"/x")
    lines = centre_server.ask(
        "SELECT who, instance_id, method, path, status, reason, request_bytes, answer_bytes FROM proxy_call ORDER BY id"
    )
    assert lines[0] == ("key:a scanner", headers["X-Target-Instance"], "POST", "/scan", 200, "", 5, 2)
    assert lines[1][:6] == ("key:a scanner", None, "GET", "/x", 403, "no such target")
    assert len(lines) == 2


async def test_a_caller_has_so_many_calls_a_minute(
    database_url: str, clock: SettableClock, tmp_path: Path, target: Listener
) -> None:
    with running_centre(database_url, clock, tmp_path, gate=Gate()) as centre:
        headers = proxy_key(centre) | {"X-Target-Instance": "nobody"}
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=30) as http:
            answers = [await call(http, headers) for _ in range(PER_MINUTE + 3)]
    assert [answer.status_code for answer in answers[:PER_MINUTE]] == [403] * PER_MINUTE
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_a_caller_has_so_many_calls_at_once() -> None:
    gate = Gate(rate=Rate(1000, 1000))
    inside = [gate.enter("a") for _ in range(AT_ONCE)]
    for call_in_hand in inside:
        call_in_hand.__enter__()
    with pytest.raises(TooManyRequestsException), gate.enter("a"):
        pass
    with gate.enter("b"):
        pass
    for call_in_hand in inside:
        call_in_hand.__exit__(None, None, None)
    with gate.enter("a"):
        pass
