"""`eckwms-server run` as the process that an administrator starts."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from server_stub.faults import Fault
from server_stub.launch import launch_centre, launched_centre
from tests.server_http.conftest import SHOP, add_shop
from tests.server_http.terminal import WireTerminal

LINE = {"timestamp", "level", "service", "message"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data directory that the database's account can reach even when the tests run as root."""
    made = Path(tempfile.mkdtemp(prefix="eckwms-run-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


def command(*arguments: str, database_url: str = "") -> tuple[int, dict[str, object]]:
    """Run a command of the centre in a process of its own, as an administrator does."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    done = subprocess.run(
        [sys.executable, "-m", "server_stub", *arguments, "--json"],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout)


def read_log(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def test_a_centre_with_a_database_of_its_own(folder: Path) -> None:
    with launched_centre(folder) as centre:
        assert command("devices", "--data-dir", str(folder)) == (0, {"devices": []}), "it joins the running database"
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            assert (await http.get("/eck/health")).json()["status"] == "healthy"
            assert (await WireTerminal(http, "till-1").register()).json()["status"] == "pending"
        process = psutil.Process(centre.process.pid)
        children = process.children(recursive=True)
        assert centre.stop() == 0
        assert centre.process.stdout is not None
        assert [child for child in children if child.is_running() and child.name() == "postgres"] == []
    code, answer = command("devices", "--data-dir", str(folder))
    assert code == 0, "it starts the database for the command"
    assert [device["device_id"] for device in answer["devices"]] == ["till-1"]  # type: ignore[attr-defined]
    lines = read_log(folder / "logs" / "server.log")
    assert all(line.keys() >= LINE for line in lines)
    assert any(line["message"] == "request" and line["status"] == 201 for line in lines)


def test_it_prints_its_address_and_nothing_else(database_url: str, tmp_path: Path) -> None:
    centre = launch_centre(tmp_path, database_url=database_url)
    centre.process.send_signal(signal.SIGINT)
    rest, _ = centre.process.communicate(timeout=30)
    assert centre.address.startswith("http://127.0.0.1:")
    assert rest == ""
    assert centre.process.returncode == 0


async def test_several_workers_share_the_work(database_url: str, tmp_path: Path) -> None:
    add_shop(database_url)
    with launched_centre(tmp_path, database_url=database_url, workers=2) as centre:
        process = psutil.Process(centre.process.pid)
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            terminal = WireTerminal(http, "till-1")
            assert (await terminal.register()).status_code == 201
            code, _ = command("approve", "till-1", database_url=database_url)
            assert code == 0
            assert (await terminal.sign_in()).status == "active"
        workers = [child for child in process.children() if "spawn_main" in " ".join(child.cmdline())]
        assert len(workers) == 2
        assert centre.stop() == 0
        assert [worker for worker in workers if worker.is_running()] == []


def test_workers_end_when_their_parent_is_killed(database_url: str, tmp_path: Path) -> None:
    centre = launch_centre(tmp_path, database_url=database_url, workers=2)
    workers = psutil.Process(centre.process.pid).children(recursive=True)
    centre.process.kill()
    assert centre.stop() == -signal.SIGKILL
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert alive == []


def test_a_port_that_is_taken_is_4(database_url: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        options = ["--port", str(taken.getsockname()[1]), "--data-dir", str(tmp_path)]
        code, answer = command("run", *options, database_url=database_url)
    assert (code, answer["error"]["code"]) == (4, "port.busy")  # type: ignore[index]


def test_a_database_that_is_not_there_is_4(tmp_path: Path) -> None:
    nowhere = f"postgresql://nobody@/nothing?host={tmp_path}&connect_timeout=2"
    code, answer = command("run", "--port", "0", "--data-dir", str(tmp_path), database_url=nowhere)
    assert (code, answer["error"]["code"]) == (4, "database.unreachable")  # type: ignore[index]
    with pytest.raises(Fault, match="did not start"):
        launch_centre(tmp_path, database_url=nowhere)


async def test_no_secret_reaches_a_log(database_url: str, tmp_path: Path) -> None:
    add_shop(database_url)
    _, made = command("token", "create", "--shop", SHOP, database_url=database_url)
    with launched_centre(tmp_path, database_url=database_url) as centre:
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            terminal = WireTerminal(http, "till-1")
            assert (await terminal.register(str(made["token"]))).json()["status"] == "active"
            await terminal.sign_in()
            secrets = [str(made["token"]), terminal.access, terminal.refresh]
            await terminal.get("/ECK/API/SYNC/FEEDS", token=terminal.access)
            await http.get("/ECK/API/SYNC/FEEDS", headers={"Authorization": f"Bearer {terminal.access}x"})
            await http.post("/ECK/API/AUTH/REFRESH", json={"refresh": terminal.refresh})
            await http.get(f"/ECK/LIVE?token={terminal.access}", headers={
                "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Authorization": "Bearer nonsense",
            })  # fmt: skip
    written = (tmp_path / "launch.log").read_text() + (tmp_path / "logs" / "server.log").read_text()
    assert '"message":"request"' in written
    assert [secret for secret in secrets if secret[:24] in written] == []


async def test_open_lines_do_not_hold_it_up(database_url: str, tmp_path: Path) -> None:
    add_shop(database_url)
    _, made = command("token", "create", "--shop", SHOP, database_url=database_url)
    with launched_centre(tmp_path, database_url=database_url) as centre:
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False) as http:
            terminal = WireTerminal(http, "till-1")
            await terminal.register(str(made["token"]))
            await terminal.sign_in()
            address = centre.address.replace("http", "ws") + "/ECK/LIVE"
            async with connect(address, additional_headers=terminal.bearer, proxy=None) as line:
                types = [json.loads(await line.recv())["type"] for _ in range(2)]
                assert types == ["status", "feeds"]
                centre.process.terminate()
                with pytest.raises(ConnectionClosed) as caught:
                    await line.recv()
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == 1012
        assert centre.stop() == 0
    errors = [line for line in read_log(tmp_path / "logs" / "server.log") if line["level"] != "info"]
    assert errors == []
