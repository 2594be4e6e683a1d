import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from server_stub.embedded.home import SHARED, Account, find_account, find_binaries, find_home
from server_stub.embedded.postgres import running_url, start_postgres
from server_stub.faults import Fault
from tests.postgres import QUICK

ROOT = Path(__file__).parents[2]
OWNER = """
import os, sys
from pathlib import Path
from server_stub.embedded.postgres import start_postgres
if len(sys.argv) > 2:
    os.setgroups([])
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
server = start_postgres(Path(sys.argv[1]))
print(server.url, flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the server's account can reach even when the tests run as root."""
    made = Path(tempfile.mkdtemp(prefix="eckwms-test-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


def own(folder: Path, *user: str, **environment: str) -> subprocess.Popen[str]:
    """Run a program that owns the server of this folder until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder), *user],
        cwd=ROOT,
        env=os.environ | environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def ask(url: str, query: str) -> object:
    with psycopg.connect(url, autocommit=True) as conn:
        row = conn.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_data_outlives_the_server(folder: Path) -> None:
    with start_postgres(folder) as server:
        with psycopg.connect(server.url) as conn:
            conn.execute("CREATE TABLE t AS SELECT 42 AS n")
        assert running_url(folder) == server.url
    assert running_url(folder) is None
    with start_postgres(folder) as server:
        assert ask(server.url, "SELECT n FROM t") == 42


def test_only_the_socket_listens_and_durability_is_on(folder: Path) -> None:
    with start_postgres(folder) as server:
        assert ask(server.url, "SHOW listen_addresses") == ""
        assert (ask(server.url, "SHOW fsync"), ask(server.url, "SHOW synchronous_commit")) == ("on", "on")
        assert oct(server.cluster.socket_folder.stat().st_mode)[-3:] == "700"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_orphan_stays_when_the_owner_is_killed(folder: Path, number: signal.Signals) -> None:
    with own(folder) as owner:
        assert owner.stdout
        owner.stdout.readline()
        servers = psutil.Process(owner.pid).children(recursive=True)
        assert any(process.name() == "postgres" for process in servers)
        owner.send_signal(number)
    _, alive = psutil.wait_procs(servers, timeout=10)
    assert alive == []
    with start_postgres(folder, settings=QUICK) as server:
        assert ask(server.url, "SELECT 1") == 1


def test_a_second_program_joins_and_leaves_the_server_alone(folder: Path) -> None:
    with own(folder) as owner:
        assert owner.stdout
        assert owner.stdin
        url = owner.stdout.readline().strip()
        with start_postgres(folder) as joined:
            assert joined.url == url
            assert ask(url, "SELECT 1") == 1
        assert ask(url, "SELECT 1") == 1
        owner.stdin.close()
        assert owner.wait(30) == 0
    assert running_url(folder) is None


def test_a_pid_file_whose_number_is_another_program_is_forgotten(folder: Path) -> None:
    with start_postgres(folder, settings=QUICK) as server:
        pid_file = server.cluster.data / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n")
    with start_postgres(folder, settings=QUICK) as server:
        assert ask(server.url, "SELECT 1") == 1


def test_a_start_that_fails_says_why(folder: Path) -> None:
    with pytest.raises(Fault) as caught:
        start_postgres(folder, settings={"shared_buffers": "nonsense"})
    assert "shared_buffers" in caught.value.message
    with start_postgres(folder, settings=QUICK) as server:
        assert ask(server.url, "SELECT 1") == 1


def test_a_long_path_gets_a_short_socket(folder: Path) -> None:
    with start_postgres(folder / ("x" * 90), settings=QUICK) as server:
        assert ask(server.url, "SELECT 1") == 1
        sockets = server.cluster.socket_folder
    shutil.rmtree(sockets)


@pytest.mark.skipif(os.geteuid() != 0, reason="root only")
def test_an_ordinary_user_runs_it_without_another_account(folder: Path) -> None:
    ordinary = 65534
    os.chown(folder, ordinary, ordinary)
    binaries = find_binaries(find_account())  # where everybody can reach them
    with own(folder, str(ordinary), ECKWMS_POSTGRES_BIN=str(binaries)) as owner:
        assert owner.stdout
        assert owner.stdin
        assert owner.stdout.readline().startswith("postgresql://")
        assert (folder / "postgres" / "data").stat().st_uid == ordinary
        owner.stdin.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="root only")
def test_root_behind_a_closed_door_keeps_the_cluster_elsewhere(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir(mode=0o700)
    account = find_account()
    home = find_home(hidden, account)
    try:
        assert home.parent == SHARED
        assert hidden.stat().st_mode & 0o777 == 0o700
        hidden.chmod(0o755)
        (home / "data").mkdir()
        (home / "data" / "PG_VERSION").touch()
        assert find_home(hidden, account) == home
    finally:
        shutil.rmtree(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="root only")
def test_binaries_that_the_account_cannot_reach_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = find_binaries(Account()).parent.parent
    hidden = tmp_path / "site"
    shutil.copytree(wheel / "pginstall", hidden / wheel.name / "pginstall", symlinks=True)
    shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), hidden / f"{wheel.name}.libs", symlinks=True)
    monkeypatch.setenv("ECKWMS_POSTGRES_BIN", str(hidden / wheel.name / "pginstall" / "bin"))
    tmp_path.chmod(0o700)
    account = find_account()
    found = find_binaries(account)
    try:
        assert SHARED in found.parents
        assert account.run([str(found / "initdb"), "--version"]).returncode == 0
        assert find_binaries(account) == found
    finally:
        shutil.rmtree(found.parents[2])
