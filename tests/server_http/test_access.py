"""Every route against everybody: what the table declares is what happens, and a changed table is noticed.

The routes are the real ones with the real guard; only what they do once somebody is let in is replaced by a word.
"""

import importlib
import itertools
import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

import server_stub
from server_stub.http.route import Access, Route
from server_stub.http.table import LIVE_PATHS, ROUTES
from server_stub.identity.callers import ROLES
from tests.edges import SettableClock
from tests.server_http.callers import INTERNAL_KEY, OTHER_SHOP, Somebody, everybody, people_of_shops
from tests.server_http.conftest import NOBODY, SHOP, RunningCentre, running_centre

Run = Callable[[Sequence[Route]], AbstractContextManager[RunningCentre]]
LET_IN, TOLD_TO_SIGN_IN = 200, 303
SCOPES = frozenset(route.scope for route in ROUTES if route.scope)
_addresses = itertools.count(1)


async def let_in() -> dict[str, bool]:
    """Stand in for what a route does."""
    return {"let_in": True}


def opened(routes: Sequence[Route]) -> list[Route]:
    """Give the same routes, each answering only that somebody came in; who asks how often is tested elsewhere."""
    return [replace(route, handler=let_in, rate="read") for route in routes]


@pytest.fixture
def run(database_url: str, clock: SettableClock, tmp_path: Path) -> Run:
    """Give what runs a centre with given routes."""

    @contextmanager
    def running(routes: Sequence[Route]) -> Iterator[RunningCentre]:
        with running_centre(database_url, clock, tmp_path, opened(routes), instance_key=INTERNAL_KEY) as centre:
            yield centre

    return running


def expected(route: Route, who: Somebody) -> int:
    """Say what must happen, from the words of the table alone."""
    by_role = LET_IN if who.role in route.roles else 403
    by_scope = LET_IN if route.scope in who.scopes else 403
    if route.access is Access.ANYONE:
        return LET_IN
    if route.access is Access.INSTANCE:
        return LET_IN if who.kind == "internal" or "instance" in who.scopes else 403
    if route.access is Access.PAGE:
        return by_role if who.kind == "reader" else TOLD_TO_SIGN_IN
    match who.kind, route.access:
        case (("nobody" | "internal" | "reader"), _):
            return 401
        case "device", Access.DEVICE:
            return LET_IN
        case "device", Access.READER | Access.CLIENT:
            return LET_IN if who.status == "active" else 403
        case "person", Access.PERSON | Access.CLIENT:
            return by_role
        case "key", Access.PERSON | Access.CLIENT:
            return by_scope
    return 403


def call(line: HTTPConnection, route: Route, who: Somebody, shop: str = SHOP) -> int:
    """Call a route as somebody, from an address of its own, so that no limit of an address is met."""
    number = next(_addresses)
    headers = who.headers | {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}
    path, in_query = fill(route, shop)
    line.request(route.method, f"{path}?{urlencode(in_query)}" if in_query else path, headers=headers)
    answer = line.getresponse()
    told = answer.read()
    if answer.status == LET_IN and route.method not in ("HEAD", "OPTIONS"):
        assert json.loads(told) == {"let_in": True}, route
    elif answer.status != LET_IN and not route.path.startswith("/console") and route.method != "HEAD":
        assert json.loads(told)["error"], route
    return answer.status


def fill(route: Route, shop: str) -> tuple[str, dict[str, str]]:
    """Give a path that fits the route, and the query that names the shop where the path does not."""
    path = route.path.replace(f"{{{route.shop}:str}}", shop) if route.shop else route.path
    in_query = {route.shop: shop} if route.shop and path == route.path else {}
    return re.sub(r"\{\w+:(\w+)\}", lambda part: "1" if part[1] == "int" else "x", path), in_query


def line_to(centre: RunningCentre) -> AbstractContextManager[HTTPConnection]:
    """Give one plain connection: of nine thousand requests httpx would take most of the time."""
    return closing(HTTPConnection(centre.address.removeprefix("http://"), timeout=60))


def client(centre: RunningCentre) -> httpx.AsyncClient:
    """Give a client for a few requests."""
    return httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=60, verify=NOBODY)


def worth_asking(route: Route, who: Somebody) -> bool:
    """Leave out those who differ only in what the access of this route never looks at; one of each kind stays."""
    by_words = route.access in (Access.PERSON, Access.CLIENT)
    if route.access is Access.ANYONE:
        return who.kind == "nobody"
    match who.kind:
        case "device":
            return who.status == "active" or route.access in (Access.DEVICE, Access.READER, Access.CLIENT)
        case "person":
            return who.role == "admin" or by_words
        case "reader":
            return who.role == "admin" or route.access is Access.PAGE
        case "key":
            told = (frozenset({route.scope}), SCOPES - {route.scope})
            return "instance" in who.scopes or (by_words and who.scopes in told)
    return True


def find_wrong(line: HTTPConnection, route: Route, people: Sequence[Somebody]) -> list[str]:
    """Call a route as everybody, and give where the answer is not what it declares."""
    asked = [who for who in people if worth_asking(route, who)]
    statuses = [call(line, route, who) for who in asked]
    return [
        f"{route.method} {route.path} ({route.access.value}) as {who}: {status}, not {expected(route, who)}"
        for who, status in zip(asked, statuses, strict=True)
        if status != expected(route, who)
    ]


def test_every_route_lets_in_whom_it_declares_and_nobody_else(run: Run) -> None:
    with run(ROUTES) as centre:
        people = everybody(centre, SCOPES)
        with line_to(centre) as line:
            assert [wrong for route in ROUTES for wrong in find_wrong(line, route, people)] == []


def weaken(route: Route) -> Route:
    """Give the route as a slip of the hand could leave it."""
    if route.access in (Access.PERSON, Access.PAGE) and route.roles != ROLES:
        return replace(route, roles=ROLES)
    if route.access is Access.ANYONE:
        return replace(route, access=Access.DEVICE)
    return replace(route, access=Access.ANYONE, roles=frozenset(), scope="")


def test_a_change_of_any_line_of_the_table_is_noticed(run: Run) -> None:
    with run([weaken(route) for route in ROUTES]) as centre:
        people = [who for who in everybody(centre, frozenset()) if who.kind in ("nobody", "person", "reader")]
        with line_to(centre) as line:
            assert [route for route in ROUTES if not find_wrong(line, route, people)] == []


def test_a_route_that_names_a_shop_is_for_those_who_see_it(run: Run) -> None:
    with_shop = [route for route in ROUTES if route.shop]
    samples = [
        Route("GET", "/sample", Access.PERSON, let_in, roles=ROLES, scope="sample:read", shop="shop"),
        Route("GET", "/sample/{shop:str}", Access.CLIENT, let_in, roles=ROLES, scope="sample:read", shop="shop"),
    ]
    routes = [*with_shop, *samples]
    with run([*ROUTES, *samples]) as centre:
        people = people_of_shops(centre, SCOPES | {"sample:read"})
        with line_to(centre) as line:
            for route, who, shop in itertools.product(routes, people, (SHOP, SHOP.upper(), OTHER_SHOP, "x", "")):
                sees = who.shop in ("", shop.lower()) if who.kind != "device" else who.shop == shop.lower()
                if not shop and "{" in route.path:
                    continue
                wanted = expected(route, who) if sees else 403
                assert call(line, route, who, shop) == wanted, (route, who, shop)


async def test_the_same_shop_named_twice_is_nobodys(run: Run) -> None:
    sample = Route("GET", "/sample", Access.PERSON, let_in, roles=ROLES, scope="sample:read", shop="shop")
    with run([sample]) as centre:
        manager = next(who for who in people_of_shops(centre, SCOPES) if who.role == "manager")
        async with client(centre) as http:
            answer = await http.get(f"/sample?shop={SHOP}&shop={OTHER_SHOP}", headers=manager.headers)
    assert answer.status_code == 403


def test_every_routes_tuple_of_the_centre_is_in_the_table() -> None:
    declared: set[tuple[str, str]] = set()
    for module in pkgutil.walk_packages(server_stub.__path__, "server_stub."):
        if not module.name.startswith(("server_stub.migrations", "server_stub.__main__")):
            routes = getattr(importlib.import_module(module.name), "ROUTES", ())
            declared |= {(route.method, route.path) for route in routes if isinstance(route, Route)}
    assert declared == {(route.method, route.path) for route in ROUTES}
    assert len(ROUTES) == len(declared), "a route stands twice in the table"
    assert not {route.path for route in ROUTES} & set(LIVE_PATHS)


@pytest.mark.parametrize(
    "fields",
    [
        {"access": None},
        {"access": "anyone"},
        {"access": Access.PERSON},
        {"access": Access.PERSON, "scope": "a:read"},
        {"access": Access.PAGE},
        {"access": Access.CLIENT},
        {"access": Access.CLIENT, "roles": ROLES},
        {"access": Access.ANYONE, "roles": ROLES},
        {"access": Access.DEVICE, "scope": "a:read"},
        {"access": Access.PAGE, "roles": ROLES, "scope": "a:read"},
        {"access": Access.INSTANCE, "scope": "instance"},
        {"access": Access.PERSON, "roles": frozenset({"king"})},
        {"access": Access.CLIENT, "scope": "Everything"},
    ],
)
def test_a_route_that_does_not_say_whom_it_is_for_cannot_be_made(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="/x"):
        Route("GET", "/x", handler=let_in, **fields)  # type: ignore[arg-type]


def test_a_route_without_access_cannot_be_made() -> None:
    with pytest.raises(TypeError):
        Route("GET", "/x", handler=let_in)  # type: ignore[call-arg]


async def test_a_centre_without_an_internal_key_says_so(http: httpx.AsyncClient) -> None:
    for route in ROUTES:
        if route.access is Access.INSTANCE:
            path, _ = fill(route, SHOP)
            answer = await http.request(route.method, path, headers={"X-Internal-Api-Key": ""})
            assert (answer.status_code, answer.json()["error"]) == (500, "Server misconfiguration")


async def test_a_wrong_internal_key_is_forbidden_in_the_familys_words(run: Run) -> None:
    sample = Route("POST", "/sample", Access.INSTANCE, let_in)
    with run([sample]) as centre:
        async with client(centre) as http:
            for headers in ({}, {"X-Internal-Api-Key": INTERNAL_KEY + "x"}, {"X-API-Key": "eck_1_2"}):
                answer = await http.post("/sample", headers=headers)
                assert answer.status_code == 403
                assert answer.json() == {"error": "Forbidden", "message": "Invalid or missing internal API key"}


async def test_every_answer_carries_the_security_headers(http: httpx.AsyncClient) -> None:
    for path in ("/health", "/nope", "/ECK/API/SYNC/FEEDS", "/console/", "/console/nope"):
        answer = await http.get(path)
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "strict-transport-security" not in answer.headers, "only behind https"
        assert not [name for name in answer.headers if name.startswith("access-control-")]
    behind_tls = await http.get("/health", headers={"X-Forwarded-Proto": "https"})
    assert behind_tls.headers["strict-transport-security"].startswith("max-age=")


async def test_other_sites_are_not_let_in(http: httpx.AsyncClient) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for path in ("/ECK/API/AUTH/LOGIN", "/health", "/nope", "/console/sign-in"):
        answer = await http.options(path, headers=asked)
        assert answer.status_code == 403
        assert answer.json()["error"]
        assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert (await http.options("/health")).status_code == 204
