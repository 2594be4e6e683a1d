"""Several processes of a centre share what they tell their lines, through PostgreSQL or through Redis."""

import asyncio
import contextlib
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from websockets.asyncio.client import ClientConnection

from server_stub.live.hub import Hub
from server_stub.live.listener import pass_on
from server_stub.live.mail import MAIL_CHANNEL
from server_stub.live.message_routes import CONNECTIONS, MESSAGES
from server_stub.live.redis import RedisTrouble, open_redis
from server_stub.terminals.registry import block
from tests.edges import SettableClock
from tests.server_http.beside import beside
from tests.server_http.conftest import SHOP, RunningCentre, add_shop, running_centre
from tests.server_http.selling import until
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_live import change_status, greeted, hear, line_to
from tests.server_http.test_live_messages import OTHER_SHOP, add_person, post, sign_in

needs_redis = pytest.mark.skipif(shutil.which("redis-server") is None, reason="redis-server is not installed")


@contextlib.contextmanager
def redis_server(folder: Path, port: int) -> Iterator[Callable[[], None]]:
    """Run Debian's Redis with a password; gives what stops and starts it."""
    running: list[subprocess.Popen[bytes]] = []
    words = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--requirepass", "pass word"]

    def start() -> None:
        running.append(subprocess.Popen([*words, "--dir", str(folder)], stdout=subprocess.DEVNULL))

    def stop() -> None:
        running[-1].terminate()
        running[-1].wait(10)

    def restart() -> None:
        stop()
        start()

    start()
    try:
        yield restart
    finally:
        stop()


def redis_url(port: int, password: str = "pass%20word") -> str:
    return f"redis://:{password}@127.0.0.1:{port}"


async def everybody(http: httpx.AsyncClient, who: dict[str, str], text: str) -> None:
    await post(http, who, to="all", text=text)


async def hear_text(line: ClientConnection) -> str:
    """Give the next message's text, whatever nudges come before it."""
    while (told := await hear(line))["type"] != "message":
        pass
    return str(told["text"])


async def test_what_happens_at_one_process_is_told_at_the_other(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    admin = sign_in(centre_server, add_person(centre_server, "ada", "admin"))
    with beside(centre_server) as other:
        async with line_to(other, **enrolled.bearer) as line:
            await greeted(line)
            await everybody(http, admin, "hello")
            assert (await hear(line))["text"] == "hello"
            await change_status(centre_server, block, enrolled.device_id)
            assert (await hear(line))["status"] == "blocked"


async def connections(http: httpx.AsyncClient, who: dict[str, str], lines: int, **params: Any) -> dict[str, Any]:
    """Ask until the processes have written how many lines they have, which they do every two seconds."""
    async with asyncio.timeout(15):
        while True:
            answer = await http.get(CONNECTIONS, params=params, headers=who)
            if answer.status_code == 429:
                continue  # asked faster than anybody may
            assert answer.status_code == 200, answer.text
            found: dict[str, Any] = answer.json()
            if found["total"]["lines"] == lines and len(found["processes"]) == 2:
                return found


async def test_connections_are_counted_per_process_and_all_together(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    manager = sign_in(centre_server, add_person(centre_server, "vera"))
    olga = add_person(centre_server, "olga", "cashier")
    with beside(centre_server) as other:
        async with line_to(centre_server, **enrolled.bearer) as here, line_to(other, **enrolled.bearer) as there:
            await greeted(here)
            await greeted(there)
            found = await connections(http, manager, 2)
            assert found["total"] == {"lines": 2, "devices": 1, "shops": 1, "people": 0}
            assert [process["lines"] for process in found["processes"]] == [1, 1]
            assert {line["device_id"] for line in found["connections"]} == {enrolled.device_id}
            page = await connections(http, manager, 2, limit=1)
            rest = await connections(http, manager, 2, limit=1, after=page["next"])
            assert page["connections"] + rest["connections"] == found["connections"]
            await there.send(f'{{"type": "signed_in", "person": "{olga}"}}')
            while (await connections(http, manager, 2))["total"]["people"] == 0:
                pass
        found = await connections(http, manager, 0)
        assert found["connections"] == []
        centre_server.ask("TRUNCATE live_process CASCADE")  # what a crash of the database does to such tables
        async with line_to(other, **enrolled.bearer) as there:
            await greeted(there)
            await connections(http, manager, 1)
    for bad in ({"after": "x"}, {"after": "x.1"}, {"limit": 1000}):
        assert (await http.get(CONNECTIONS, params=bad, headers=manager)).status_code == 400  # type: ignore[arg-type]


async def test_a_manager_sees_the_lines_of_the_own_shop_only(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    manager = sign_in(centre_server, add_person(centre_server, "vera"))
    with beside(centre_server) as other:
        async with line_to(other, **enrolled.bearer) as line:
            await greeted(line)
            await connections(http, manager, 1)
            centre_server.ask("UPDATE person SET role = 'cashier' WHERE login = 'vera'")
            while (answer := await http.get(CONNECTIONS, headers=manager)).status_code == 429:
                pass  # asked faster than anybody may
            assert answer.status_code == 403
            add_shop(centre_server.database_url, OTHER_SHOP, "Harbour")
            centre_server.ask("UPDATE person SET role = 'manager', shop_id = %s WHERE login = 'vera'", OTHER_SHOP)
            assert (await connections(http, manager, 0))["connections"] == []


async def test_a_process_that_died_is_not_counted(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    manager = sign_in(centre_server, add_person(centre_server, "vera"))
    centre_server.ask(
        "INSERT INTO live_process VALUES (gen_random_uuid(), 'gone', 1, '0', %s, %s)",
        centre_server.clock.now(), centre_server.clock.now(),
    )  # fmt: skip
    with beside(centre_server):
        async with asyncio.timeout(15):
            while len((await http.get(CONNECTIONS, headers=manager)).json().get("processes", ())) < 3:
                pass  # or asked faster than anybody may
            centre_server.clock.advance(seconds=16)
            fresh = sign_in(centre_server, str(centre_server.ask("SELECT id::text FROM person")[0][0]))
            while True:
                hosts = [process["host"] for process in (await connections(http, fresh, 0))["processes"]]
                if "gone" not in hosts and len(hosts) == 2:
                    break
            centre_server.clock.advance(seconds=60)
            while centre_server.ask("SELECT 1 FROM live_process WHERE host = 'gone'"):
                pass


@needs_redis
@pytest.mark.expects_log("lost its connection")
async def test_redis_carries_it_and_may_go_and_come_back(
    database_url: str, clock: SettableClock, tmp_path: Path, free_port: int
) -> None:
    url = redis_url(free_port)
    with redis_server(tmp_path, free_port) as restart:
        with (
            running_centre(database_url, clock, tmp_path, redis_url=url) as centre,
            beside(centre, redis_url=url) as other,
        ):
            async with httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=30) as http:
                admin = sign_in(centre, add_person(centre, "ada", "admin"))
                till = WireTerminal(http)
                await till.register(centre.token())
                await till.sign_in()
                async with line_to(centre, **till.bearer) as here, line_to(other, **till.bearer) as there:
                    for text in ("first", "second"):
                        await everybody(http, admin, text)
                        assert [await hear_text(here), await hear_text(there)] == [text, text]
                    assert len(bridges(database_url)) == 1, "one process hands on, the other waits"
                    restart()
                    await everybody(http, admin, "while it was away")
                    assert [await hear_text(here), await hear_text(there)] == ["while it was away"] * 2
                    await until(lambda: len(bridges(database_url)) == 1)
                    centre.ask("SELECT pg_terminate_backend(%s::int)", bridges(database_url)[0])
                    await everybody(http, admin, "the other hands on now")
                    assert [await hear_text(here), await hear_text(there)] == ["the other hands on now"] * 2


def bridges(database_url: str) -> list[int]:
    """Give the backends that hold the lock of handing on."""
    with psycopg.connect(database_url) as conn:
        rows = conn.execute(
            """SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = x'636b0006'::int
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""
        )
        return [pid for (pid,) in rows]


@needs_redis
@pytest.mark.expects_log("lost its connection")
async def test_a_wrong_password_is_told(tmp_path: Path, free_port: int) -> None:
    with redis_server(tmp_path, free_port):
        async with asyncio.timeout(10):
            while True:
                try:
                    async with open_redis(redis_url(free_port)) as redis:
                        assert await redis.ask("PING") == b"PONG"
                        assert await redis.ask("GET", "nothing") is None
                        assert await redis.ask("DEL", "nothing") == 0
                    break
                except ConnectionRefusedError:
                    await asyncio.sleep(0)
        with pytest.raises(RedisTrouble, match="WRONGPASS"):
            async with open_redis(redis_url(free_port, "wrong")):
                pass


@pytest.mark.parametrize("answer", [b"", b"nonsense\r\n", b"*1\r\n", b"$99999999\r\n", b"+cut"])
async def test_what_is_not_redis_is_trouble(answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, family=socket.AF_INET)
    async with server:
        with pytest.raises((ConnectionResetError, RedisTrouble)):
            async with open_redis(f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}") as redis:
                await redis.ask("PING")


@pytest.mark.expects_log("an announcement cannot be read")
@pytest.mark.parametrize("payload", ["", "{", "[]", "{}", '{"id": 1}', "null", '{"a": "b"}'])
def test_announcements_that_make_no_sense_harm_nobody(payload: str) -> None:
    for channel in (MAIL_CHANNEL, "eckwms_devices"):
        pass_on(channel, payload, Hub())


async def test_messages_are_listed_with_their_shop(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    manager = sign_in(centre_server, add_person(centre_server, "vera"))
    await post(http, manager, to="shop", target=SHOP, text="ours")
    assert [row["shop"] for row in (await http.get(MESSAGES, headers=manager)).json()["messages"]] == [SHOP]
