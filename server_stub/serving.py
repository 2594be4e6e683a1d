"""Run the centre: bind, start or reach the database, migrate, serve, and leave in order on SIGTERM.

Several processes take connections from one listening socket, which their parent holds: while they are replaced one
by one, on SIGHUP, no connection is refused.
"""

import asyncio
import contextlib
import ctypes
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
import uvicorn
from uvicorn.supervisors import Multiprocess

from server_stub.app import Settings, build_app
from server_stub.backup.first_start import restore_if_empty
from server_stub.context import utc_now
from server_stub.database import migrate
from server_stub.embedded.postgres import start_postgres
from server_stub.faults import Fault
from server_stub.figures import FOLDER_VARIABLE
from server_stub.http.paths import App
from server_stub.http.protocol import DeadlineProtocol
from server_stub.live.protocol import PING_EVERY_S, PONG_WITHIN_S, LiveProtocol
from server_stub.logs import set_up_logs
from server_stub.roles import owner_url, prepare
from sync.wire.live import LIVE_MESSAGE_LIMIT

PROXIES_VARIABLE = "ECKWMS_TRUSTED_PROXIES"
"""Addresses and networks, by commas, of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed."""

_GRACE_S = 10
_WORKER_READY_WITHIN_S = 60
WORKER_POOL_SIZE = 5
"""Connections that each of several processes keeps, besides one that listens."""
_STARTUP_FAILURE = 3
_PR_SET_PDEATHSIG = 1
_log = structlog.get_logger("server_stub.serving")


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run; without a `database_url` PostgreSQL is started under `data_dir`. Port 0 takes a free one."""

    data_dir: Path
    database_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 1
    restore_from: Path | None = None
    """Folder of backups, the newest good of which fills an empty database."""


def run_centre(options: RunOptions) -> None:
    """Serve until SIGTERM or SIGINT. Prints one line, the address, once requests are answered. Raises Fault.

    The caller has set what those signals do while this is still starting; uvicorn raises them again after serving.
    """
    set_up_logs(options.data_dir / "logs")
    listening = bind(options.host, options.port)
    address = _address(options.host, listening)
    named = bool(options.database_url)
    with listening, _database(options) as url:
        if options.restore_from is not None:
            restore_if_empty(owner_url(url) if named else url, options.data_dir, options.restore_from, utc_now())
        (prepare if named else migrate)(url)
        if options.workers > 1:
            _serve_many(options, url, listening, address)
        else:
            _serve_one(options, url, listening, address)


def bind(host: str, port: int) -> socket.socket:
    """Open the listening socket; with the protocol named, since without it every answer waits 40 ms."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, socket.IPPROTO_TCP)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
    except OSError as error:
        raise Fault(
            "port.busy", f"Cannot listen on {host} port {port}: {error.strerror}", "Choose another with --port."
        ) from error
    listening.listen(2048)
    return listening


def _address(host: str, listening: socket.socket) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"


@contextlib.contextmanager
def _database(options: RunOptions) -> Iterator[str]:
    """Give the URL of the database: the one that was named, or the embedded one, alive as long as this lasts."""
    if options.database_url:
        yield options.database_url
        return
    with start_postgres(options.data_dir, join=False) as server:
        yield server.url


def _config(app: Any, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=workers > 1,
        workers=workers,
        http=DeadlineProtocol,
        ws=LiveProtocol,
        ws_max_size=LIVE_MESSAGE_LIMIT,
        ws_ping_interval=PING_EVERY_S,
        ws_ping_timeout=PONG_WITHIN_S,
        proxy_headers=True,
        forwarded_allow_ips=os.environ.get(PROXIES_VARIABLE, "127.0.0.1,::1"),
        loop="server_stub.serving:new_loop",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_GRACE_S,
        timeout_worker_healthcheck=_WORKER_READY_WITHIN_S,
    )


def new_loop() -> asyncio.AbstractEventLoop:
    """Make the event loop: uvloop where it exists; on Windows the one that psycopg can use."""
    if sys.platform == "win32":
        return asyncio.SelectorEventLoop()
    import uvloop

    return uvloop.new_event_loop()


class Server(uvicorn.Server):
    """uvicorn's server, which calls back once it accepts requests."""

    def __init__(self, app: App, address: str) -> None:
        super().__init__(_config(app))
        self._address = address
        self.on_ready = _say_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say where."""
        await super().startup(sockets)
        if self.started:
            self.on_ready(self._address)


def _say_ready(address: str) -> None:
    _log.info("ready", address=address)
    print(address, flush=True)


def _serve_one(options: RunOptions, url: str, listening: socket.socket, address: str) -> None:
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, _note_hangup)
    server = Server(build_app(Settings(url, options.data_dir)), address)
    try:
        server.run([listening])
    except SystemExit as end:
        if end.code == _STARTUP_FAILURE:
            raise _start_failed() from end
        raise


def _note_hangup(_number: int, _frame: object) -> None:
    _log.warning("SIGHUP replaces processes one by one only where there are several: run with --workers 2")


class Supervisor(Multiprocess):
    """uvicorn's supervisor: starts a worker anew when one dies; on SIGHUP each goes when its replacement is up.

    A new version of the program that is there by then brings the database up to its schema first.
    """

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], url: str, *, named: bool) -> None:
        super().__init__(config, sockets)
        self._url, self._named = url, named
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._leave)

    def _leave(self, number: int, _frame: object) -> None:
        """End at once, also out of the middle of a replacement."""
        self.signal_queue.append(number)
        self.should_exit.set()

    def handle_hup(self) -> None:
        """Replace the workers, unless the new program cannot work with the database: then all stays as it is."""
        _log.info("replacing the workers", workers=len(self.processes))
        migration = multiprocessing.get_context("spawn").Process(target=_migrate_anew, args=(self._url, self._named))
        migration.start()
        migration.join()
        if migration.exitcode == 0:
            self.restart_all()
        else:
            _log.error("the workers stay as they are: the database could not be migrated")


def _migrate_anew(url: str, named: bool) -> None:
    """Migrate as the program is on disk now; in a process of its own, since this one may be an older program."""
    set_up_logs(None)
    (prepare if named else migrate)(url)


def _serve_many(options: RunOptions, url: str, listening: socket.socket, address: str) -> None:
    """Run several processes on one socket until a signal ends them."""
    os.environ["DATABASE_URL"], os.environ["ECKWMS_DATA_DIR"] = url, str(options.data_dir)
    with tempfile.TemporaryDirectory(prefix="eckwms-figures-") as folder:
        os.environ[FOLDER_VARIABLE] = folder
        config = _config("server_stub.serving:build_worker", options.workers)
        supervisor = Supervisor(config, [listening], url, named=bool(options.database_url))
        threading.Thread(target=_announce_when_answered, args=(listening, address), daemon=True).start()
        supervisor.run()
    if any(process.exitcode == _STARTUP_FAILURE for process in supervisor.processes):
        raise _start_failed()


def _start_failed() -> Fault:
    return Fault("centre.start", "The centre could not start", "Its log says why.")


def build_worker() -> App:
    """Build the application in a worker process, which ends when its parent does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    data_dir = Path(os.environ["ECKWMS_DATA_DIR"])
    set_up_logs(data_dir / "logs")
    return build_app(Settings(os.environ["DATABASE_URL"], data_dir, pool_size=WORKER_POOL_SIZE))


def _announce_when_answered(listening: socket.socket, address: str) -> None:
    """Wait in the socket's queue for the first worker that answers."""
    port = listening.getsockname()[1]
    host = listening.getsockname()[0]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with contextlib.suppress(OSError):
        direct.open(f"http://{f'[{host}]' if ':' in host else host}:{port}/health", timeout=120).close()
        _say_ready(address)
