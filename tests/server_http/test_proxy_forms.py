"""No form of an address, by no resolver, makes the centre connect to what is not registered: sockets count it."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from server_stub.http.limits import Rate
from server_stub.proxy.gate import Gate
from server_stub.proxy.outgoing import Network
from server_stub.proxy.url import parse_url
from tests.edges import SettableClock
from tests.server_http import proxy_forms as forms
from tests.server_http.conftest import RunningCentre, running_centre
from tests.server_http.proxy_targets import Listener, add_instance, listening, proxy_key

NAME = "target.test"
STRAY_HOSTS = ("127.0.0.1", "127.0.0.2", "127.127.127.127", "::1")


@dataclass
class Resolver:
    """Answers as it is told to; remembers what it was asked."""

    kind: str = "fixed"
    asked: list[str] = field(default_factory=list)

    async def __call__(self, host: str, _port: int) -> list[str]:
        """Lead the registered name home, and to a stray address too where the kind has it; all others astray."""
        self.asked.append(host)
        if host != NAME:
            return ["127.0.0.2"]
        is_second = len(self.asked) % 2 == 0
        match self.kind:
            case "rebinding":
                return ["127.0.0.2"] if is_second else ["127.0.0.1"]
            case "several":
                return ["127.0.0.1", "127.0.0.2", "::1"]
        return ["127.0.0.1"]


@dataclass
class World:
    """A centre with one registered instance, its socket, and sockets that nobody may reach."""

    centre: RunningCentre
    resolver: Resolver
    target: Listener
    strays: list[Listener]

    @property
    def own(self) -> str:
        """Host and port of the registered address."""
        return f"{NAME}:{self.target.port}"

    @property
    def stray_port(self) -> int:
        return self.strays[0].port

    def stray_connections(self) -> int:
        return sum(stray.connections for stray in self.strays)

    async def ask(self, key: dict[str, str], name: bytes, value: bytes) -> tuple[int, bytes]:
        """Send one request with this header, however malformed, and give status and body."""
        lines = [b"GET /ECK/PROXY/x HTTP/1.1", b"Host: centre", b"Connection: close"]
        lines += [*(f"{known}: {text}".encode() for known, text in key.items()), name + b": " + value]
        reader, writer = await asyncio.open_connection("127.0.0.1", int(self.centre.address.rpartition(":")[2]))
        writer.write(b"\r\n".join(lines) + b"\r\n\r\n")
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return int(answer.split(b" ", 2)[1]), answer.partition(b"\r\n\r\n")[2]


@pytest.fixture
def resolver() -> Resolver:
    return Resolver()


@pytest.fixture
def centre_server(
    database_url: str, clock: SettableClock, tmp_path: Path, resolver: Resolver
) -> Iterator[RunningCentre]:
    """A centre that asks the test's resolver and limits nobody."""
    gate = Gate(Network(resolve=resolver, total_s=5.0), Rate(100_000, 100_000))
    with running_centre(database_url, clock, tmp_path, gate=gate) as running:
        yield running


@pytest.fixture
async def world(centre_server: RunningCentre, resolver: Resolver) -> AsyncIterator[World]:
    """The registered socket, one beside it on the same port, and one on a port of its own, at every address."""
    async with AsyncExitStack() as stack:
        target = await stack.enter_async_context(listening())
        strays = [
            await stack.enter_async_context(listening(hosts=STRAY_HOSTS)),
            await stack.enter_async_context(listening(hosts=STRAY_HOSTS[1:], port=target.port)),
        ]
        yield World(centre_server, resolver, target, strays)


def all_forms(world: World) -> list[bytes]:
    """Give every text that is not a spelling of the registered address."""
    inside = forms.addresses(world.stray_port) + forms.addresses(world.target.port)[:60]
    texts = [*inside, *forms.tricks(world.own, world.stray_port)]
    return [*(text.encode() for text in texts), *forms.broken(world.own, world.stray_port)]


async def test_the_sockets_count(world: World) -> None:
    for host, port in ((STRAY_HOSTS[1], world.target.port), (STRAY_HOSTS[3], world.stray_port)):
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        assert (await reader.read()).endswith(b"ok")
        writer.close()
        await writer.wait_closed()
    assert [stray.connections for stray in world.strays] == [1, 1]


@pytest.mark.expects_log("Invalid HTTP request received")
@pytest.mark.parametrize("kind", ["fixed", "rebinding", "several"])
async def test_no_form_leads_to_an_address_that_is_not_registered(world: World, kind: str) -> None:
    world.resolver.kind = kind
    add_instance(world.centre, f"http://{world.own}")
    hostile = all_forms(world)
    assert len(set(hostile)) >= 150
    answers = await _ask_all(world, b"X-eckWMS-Target-Url", hostile)
    answers += await _ask_all(world, b"X-Target-Instance", hostile[::5])
    assert [form for form, status, _ in answers if status not in (400, 403)] == []
    assert {body for _, status, body in answers if status == 403} == {
        b'{"error": "Forbidden", "message": "This target is not a registered, active instance"}'
    }
    assert world.resolver.asked == [], "a name that is not registered is not even looked up"
    assert (world.stray_connections(), world.target.connections) == (0, 0)


@pytest.mark.parametrize("kind", ["fixed", "rebinding", "several"])
async def test_no_address_in_the_register_leads_inside_unless_it_is_pinned(world: World, kind: str) -> None:
    """As if an admin had been talked into each of them: the check of the address is the last one."""
    world.resolver.kind = kind
    texts = {form.decode().replace("\0", "") for form in [f"http://{world.own}".encode(), *all_forms(world)]}
    urls = {url.text if (url := parse_url(text)) else text for text in texts}
    assert len(urls) >= 150
    first = add_instance(world.centre, None, lan=None)
    made = world.centre.ask(
        """INSERT INTO instance
           SELECT (jsonb_populate_record(i, jsonb_build_object('id', 'n' || u.n, 'public_url', u.text))).*
           FROM instance AS i, unnest(%s::text[]) WITH ORDINALITY AS u (text, n) WHERE i.id = %s RETURNING id""",
        sorted(urls), first,
    )  # fmt: skip
    ids = [str(row[0]).encode() for row in made]
    answers = await _ask_all(world, b"X-Target-Instance", ids)
    assert [answer for answer in answers if answer[1] != 403] == []
    assert len(answers) == len(urls)
    assert NAME in world.resolver.asked
    assert (world.stray_connections(), world.target.connections) == (0, 0)


@pytest.mark.parametrize(("kind", "statuses"), [("fixed", {200}), ("rebinding", {200, 403}), ("several", {403})])
async def test_a_pinned_name_leads_to_its_pin_or_nowhere(world: World, kind: str, statuses: set[int]) -> None:
    world.resolver.kind = kind
    add_instance(world.centre, f"http://{world.own}")
    texts = [text.encode() for text in forms.spellings(world.own)]
    answers = await _ask_all(world, b"X-eckWMS-Target-Url", texts * 3)
    assert {status for _, status, _ in answers} == statuses
    assert world.target.connections == sum(status == 200 for _, status, _ in answers)
    assert world.stray_connections() == 0
    assert len(world.resolver.asked) == len(answers), "every call looks up once"


async def _ask_all(world: World, name: bytes, values: Iterable[bytes]) -> list[tuple[bytes, int, bytes]]:
    """Ask for all of them, six at once, each with a key of its own: one alone would meet its limit."""
    todo, answers = iter(values), []

    async def work() -> None:
        key = proxy_key(world.centre)
        for value in todo:
            answers.append((value, *await world.ask(key, name, value)))

    await asyncio.gather(*(work() for _ in range(6)))
    return answers
