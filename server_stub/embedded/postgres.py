"""The embedded PostgreSQL: started and stopped by the centre, reachable through a private socket only.

The server dies with the process that started it, `kill -9` included. A lock on its folder says whose it is; other
commands on the same data directory join the running one.
"""

import contextlib
import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import quote

import psycopg

from server_stub.embedded.home import Account, find_account, find_binaries, find_home, find_socket_folder
from server_stub.faults import Fault

ROLE = DATABASE = "eckwms"
READY_WITHIN_S = 300.0
"""Recovery after a power cut may take its time."""
STOP_WITHIN_S = 30.0
OWNED_WITHIN_S = 15.0
MAX_LOG_BYTES = 10_000_000
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",
    "max_wal_size": "2GB",
    "log_line_prefix": "%m [%p] ",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a cluster is: `home` holds data, log and lock, `socket_folder` the socket, `account` owns all of it."""

    home: Path
    socket_folder: Path
    account: Account

    @property
    def data(self) -> Path:
        """The folder that `initdb` makes."""
        return self.home / "data"

    def url(self, database: str = DATABASE) -> str:
        """Connection URL of a database in this cluster."""
        return f"postgresql://{ROLE}@/{database}?host={quote(str(self.socket_folder), safe='')}"


class Postgres:
    """A PostgreSQL server that answers at `url`; `stop` ends it if this process started it."""

    def __init__(self, cluster: Cluster, process: subprocess.Popen[bytes] | None, lock: IO[str] | None) -> None:
        self.cluster = cluster
        self.url = cluster.url()
        self._process = process
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the server: connections are cut, what is committed is on disk. A server that was joined goes on."""
        if self._process is not None:
            _end(self._process)
            self._process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def start_postgres(data_dir: Path, *, settings: Mapping[str, str] | None = None, join: bool = True) -> Postgres:
    """Start the server of a data directory, or join the one that runs. Call it from the main thread.

    The first start makes the cluster and the database. Raises Fault when PostgreSQL cannot run here. Without `join`
    it waits for another program to end, because a server that was joined ends with that program.
    """
    cluster = _find_cluster(data_dir)
    lock = _lock_or_join(cluster) if join else _lock(cluster)
    if lock is None:
        return Postgres(cluster, None, None)
    try:
        process = _launch(cluster, find_binaries(cluster.account), settings or {})
    except BaseException:
        lock.close()
        raise
    server = Postgres(cluster, process, lock)
    try:
        _wait_until_ready(cluster, process)
        _make_database(cluster)
    except BaseException:
        server.stop()
        raise
    return server


def running_url(data_dir: Path) -> str | None:
    """Give the URL of the embedded server of this data directory when one answers, else None."""
    if not data_dir.is_dir():
        return None
    cluster = _find_cluster(data_dir)
    return cluster.url() if _answers(cluster, DATABASE) else None


def _find_cluster(data_dir: Path) -> Cluster:
    account = find_account()
    home = find_home(data_dir, account)
    return Cluster(home, find_socket_folder(home, account), account)


def _lock_or_join(cluster: Cluster) -> IO[str] | None:
    """Take the cluster's lock, or give None when the server of its holder answers."""
    lock = (cluster.home / "owner.lock").open("a", encoding="utf-8")
    for _ in _until(READY_WITHIN_S):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        if _answers(cluster, DATABASE):
            lock.close()
            return None
    lock.close()
    raise Fault("postgres.busy", "Another program holds the database of this folder.", "End it and try again.")


def _lock(cluster: Cluster) -> IO[str]:
    """Take the cluster's lock, waiting a while for a short command to end."""
    lock = (cluster.home / "owner.lock").open("a", encoding="utf-8")
    for _ in _until(OWNED_WITHIN_S):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
    lock.close()
    raise Fault("postgres.busy", "Another program holds the database of this folder.", "End it and try again.")


def _launch(cluster: Cluster, binaries: Path, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    if not (cluster.data / "PG_VERSION").exists():
        _make_cluster(cluster, binaries)
    _await_predecessor(cluster)
    options = SETTINGS | {"unix_socket_directories": str(cluster.socket_folder)} | dict(settings)
    command = [str(binaries / "postgres"), "-D", str(cluster.data)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    log = cluster.home / "postgres.log"
    if log.exists() and log.stat().st_size > MAX_LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
    account = cluster.account
    with log.open("ab") as output:
        return subprocess.Popen(
            command, user=account.uid, group=account.gid, extra_groups=None if account.uid is None else [], cwd="/",
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
            preexec_fn=_die_with(os.getpid()),
        )  # fmt: skip


def _die_with(parent: int) -> Callable[[], None] | None:
    """Make what a child does before exec: ask the kernel for SIGINT (fast shutdown) when its parent dies."""
    if _LIBC is None:
        return None
    libc = _LIBC

    def prepare() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:
            os._exit(1)

    return prepare


def _make_cluster(cluster: Cluster, binaries: Path) -> None:
    """Run initdb aside and put the result in place whole, so that a cut leaves no half cluster."""
    aside = cluster.home / "data.new"
    account = cluster.account
    account.run(["rm", "-rf", str(aside)])
    options = ["-U", ROLE, "--encoding=UTF8", "--locale=C", "--auth=trust", "--data-checksums"]
    made = account.run([str(binaries / "initdb"), "-D", str(aside), *options])
    if made.returncode != 0:
        raise Fault("postgres.initdb", f"The database cannot be made: {made.stdout.strip()[-400:]}",
                    "Look at the free space and the permissions of the folder, or set DATABASE_URL.")  # fmt: skip
    aside.rename(cluster.data)


def _await_predecessor(cluster: Cluster) -> None:
    """Wait until a server whose owner died has ended; forget a pid file whose number is another program's now."""
    pid_file = cluster.data / "postmaster.pid"
    for _ in _until(STOP_WITHIN_S):
        if not pid_file.exists():
            return
        pid = pid_file.read_text(encoding="utf-8").split("\n", 1)[0].strip()
        if not _is_postgres(pid):
            pid_file.unlink(missing_ok=True)
            return
    raise Fault("postgres.busy", f"A PostgreSQL server (process {pid}) uses {cluster.data}.", "End it and try again.")


def _is_postgres(pid: str) -> bool:
    try:
        return Path(f"/proc/{int(pid)}/comm").read_text(encoding="utf-8").strip() == "postgres"
    except (ValueError, FileNotFoundError, ProcessLookupError):
        return False


def _wait_until_ready(cluster: Cluster, process: subprocess.Popen[bytes]) -> None:
    for _ in _until(READY_WITHIN_S):
        if _answers(cluster, "postgres"):
            return
        if process.poll() is not None:
            break
    tail = (cluster.home / "postgres.log").read_text(encoding="utf-8", errors="replace")[-600:]
    raise Fault("postgres.start", f"The database does not start: {tail.strip()}",
                f"The whole log is {cluster.home / 'postgres.log'}.")  # fmt: skip


def _answers(cluster: Cluster, database: str) -> bool:
    try:
        psycopg.connect(cluster.url(database), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _make_database(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as conn:
        if conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone() is None:
            conn.execute(f'CREATE DATABASE "{DATABASE}"')


def _end(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        process.send_signal(number)
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            continue
        return


def _until(timeout_s: float) -> Iterator[None]:
    """Yield again and again, 20 ms apart, until the time is over."""
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        yield
        time.sleep(0.02)
