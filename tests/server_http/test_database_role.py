"""The centre serves with a role that owns nothing: a whole day, its jobs, its copies; what it may not do is refused."""

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import psycopg
import pytest

from server_stub.centre import load_centre
from server_stub.cli import run_command_line
from server_stub.database import open_pool
from server_stub.embedded.postgres import Postgres
from server_stub.faults import Fault
from server_stub.journal.verify import verify_centre
from server_stub.roles import OWNER_VARIABLE, prepare
from tests.edges import SettableClock
from tests.server_http.conftest import add_shop, running_centre
from tests.server_http.terminal import WireTerminal

OWNER, SERVING = "eckwms_test_owner", "eckwms_test_serving"
NAME = "two_roles"
REFUSED = (
    "CREATE TABLE mine (n int)",
    "ALTER TABLE sale ADD COLUMN mine int",
    "DROP TABLE cases",
    "TRUNCATE cases",
    "DROP FUNCTION add_month",
    "UPDATE entry SET hash = ''",
    "DELETE FROM entry",
    "UPDATE alembic_version SET version_num = '1'",
    f"SET ROLE {OWNER}",
)


@dataclass(frozen=True)
class Roles:
    """The same database as its owner and as the serving role."""

    owner: str
    serving: str


@pytest.fixture
def roles(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> Iterator[Roles]:
    """An empty database that belongs to one role and is served by another, as an administrator sets it up."""
    admin = postgres.cluster.url("postgres")
    with psycopg.connect(admin, autocommit=True) as conn:
        conn.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
        conn.execute(f"CREATE ROLE {SERVING} LOGIN")
        conn.execute(f"CREATE DATABASE {NAME} OWNER {OWNER}")
    address = postgres.cluster.url(NAME).partition("@")[2]
    made = Roles(f"postgresql://{OWNER}@{address}", f"postgresql://{SERVING}@{address}")
    monkeypatch.setenv(OWNER_VARIABLE, made.owner)
    yield made
    with psycopg.connect(admin, autocommit=True) as conn:
        for (name,) in conn.execute("SELECT datname FROM pg_database WHERE datname LIKE 'two\\_roles%'").fetchall():
            conn.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        conn.execute(f"DROP ROLE {OWNER}")
        conn.execute(f"DROP ROLE {SERVING}")


def refusals(url: str) -> list[str]:
    """Give the statements that are refused for want of rights."""
    found = []
    with psycopg.connect(url, autocommit=True) as conn:
        for statement in REFUSED:
            try:
                conn.execute(statement.encode())
            except psycopg.errors.InsufficientPrivilege:
                found.append(statement)
    return found


async def test_a_day_is_served_without_a_right_to_change_tables(
    roles: Roles, clock: SettableClock, tmp_path: Path
) -> None:
    prepare(roles.serving)
    with running_centre(roles.serving, clock, tmp_path) as centre:
        async with httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=30) as http:
            terminal = WireTerminal(http)
            assert (await terminal.register(centre.token())).json()["status"] == "active"
            await terminal.sign_in()
            answer = await terminal.push(terminal.entries(3))
            assert answer.acked_seq == 3
            scan = {"barcode": "4006381333931", "msgId": "m-1"}
            assert (await http.post("/E/api/scan", json=scan, headers=terminal.bearer)).status_code == 200
            assert (await terminal.get("/ECK/API/SYNC/FEEDS")).status_code == 200
            assert "eckwms_journal_entries 3" in (await http.get("/ECK/METRICS")).text
        made = centre.ask("SELECT add_month('sale', date '2031-05-01')")
        assert made == [(True,)]
        assert centre.ask("SELECT add_month('sale', date '2031-05-01')") == [(False,)]
    async with open_pool(roles.serving) as pool:
        assert (await verify_centre(pool))["problems"] == []
    assert refusals(roles.serving) == list(REFUSED)


async def make_centre(url: str) -> None:
    """Let a centre run for a moment, so that there is something to copy."""
    async with open_pool(url) as pool:
        await load_centre(pool)


def test_commands_copies_and_a_restore(roles: Roles, tmp_path: Path) -> None:
    options = ["--database-url", roles.serving, "--data-dir", str(tmp_path)]

    def run(*arguments: str) -> int:
        return run_command_line([*arguments, *options])

    assert run("stats") == 0
    add_shop(roles.serving)
    asyncio.run(make_centre(roles.serving))
    assert run("verify") == 0
    assert run("backup", "--to", str(tmp_path)) == 0
    (copy,) = tmp_path.glob("eckwms-*.zip")
    assert run("restore", str(copy), "--force") == 0
    assert run("stats") == 0
    assert refusals(roles.serving) == list(REFUSED)
    with psycopg.connect(roles.serving) as conn:
        assert conn.execute("SELECT name FROM shop").fetchall() == [("Corner shop",)]
        everybody = "SELECT has_function_privilege('public', 'add_month(text, date)', 'EXECUTE')"
        assert conn.execute(everybody).fetchone() == (False,), "a copy holds no rights"


def test_the_serving_role_restores_nothing_and_says_who_does(
    roles: Roles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(roles.serving)
    asyncio.run(make_centre(roles.serving))
    monkeypatch.delenv(OWNER_VARIABLE)
    options = ["--json", "--database-url", roles.serving, "--data-dir", str(tmp_path)]
    assert run_command_line(["backup", "--to", str(tmp_path), *options]) == 0
    (copy,) = tmp_path.glob("eckwms-*.zip")
    with psycopg.connect(roles.owner.replace(OWNER, "eckwms"), autocommit=True) as conn:
        conn.execute(f"ALTER ROLE {SERVING} CREATEDB")
    capsys.readouterr()
    assert run_command_line(["restore", str(copy), "--force", *options]) == 4
    told = json.loads(capsys.readouterr().out)["error"]
    assert (told["code"], OWNER_VARIABLE in told["remedy"]) == ("restore.rights", True)
    with psycopg.connect(roles.owner) as conn:
        assert conn.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'two\\_roles\\_%'").fetchone() == (0,)


def test_the_serving_role_alone_makes_no_tables(roles: Roles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OWNER_VARIABLE)
    with pytest.raises(Fault) as caught:
        prepare(roles.serving)
    assert (caught.value.code, OWNER_VARIABLE in caught.value.remedy) == ("database.rights", True)
    monkeypatch.setenv(OWNER_VARIABLE, roles.owner)
    for _ in range(2):
        prepare(roles.serving)
    monkeypatch.delenv(OWNER_VARIABLE)
    prepare(roles.serving)  # nothing to migrate: nothing to refuse
    assert refusals(roles.serving) == list(REFUSED)


@pytest.mark.parametrize("word", ["", ":secret"])
def test_a_serving_role_that_is_not_there_is_named_before_anything_changes(roles: Roles, word: str) -> None:
    with pytest.raises(Fault) as caught:
        prepare(roles.serving.replace(SERVING, f"nobody_here{word}"))
    assert (caught.value.code, "CREATE ROLE nobody_here LOGIN" in caught.value.remedy) == ("database.role", True)
    with psycopg.connect(roles.owner) as conn:
        assert conn.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,)


def test_an_owner_that_may_make_roles_makes_the_serving_one(roles: Roles) -> None:
    """As where an installation that had one role is updated: what makes roles in an empty database came too late."""
    with psycopg.connect(roles.owner.replace(OWNER, "eckwms"), autocommit=True) as conn:
        conn.execute(f"ALTER ROLE {OWNER} CREATEROLE")
        conn.execute(f"DROP ROLE {SERVING}")
        for _ in range(2):
            prepare(roles.serving.replace(SERVING, f"{SERVING}:s%27cret"))
        made = conn.execute("SELECT left(rolpassword, 13) FROM pg_authid WHERE rolname = %s", (SERVING,)).fetchone()
        assert made == ("SCRAM-SHA-256",)
    assert refusals(roles.serving) == list(REFUSED)


def test_a_serving_role_may_be_named_by_the_environment(roles: Roles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGUSER", SERVING)
    url = roles.serving.replace(f"{SERVING}@", "")
    prepare(url)
    with psycopg.connect(url) as conn:
        conn.execute("SELECT count(*) FROM shop")


def test_services_wait_for_the_migration_however_long_it_takes() -> None:
    folder, names = Path("packaging/server"), ("eckwms-server.service", "eckwms-server@.service")
    lines = (folder / "eckwms-migrate.service").read_text("utf-8").splitlines()
    assert {"TimeoutStartSec=infinity", f"RequiredBy={' '.join(names)}"} <= set(lines)
    for name in names:
        assert re.search("\nAfter=.* eckwms-migrate.service\n", (folder / name).read_text("utf-8"))


def test_migrating_is_a_command_too(roles: Roles, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--json", "--database-url", roles.serving, "--data-dir", str(tmp_path)]
    assert run_command_line(["migrate", *options]) == 0
    assert int(json.loads(capsys.readouterr().out)["revision"]) >= 14
    assert refusals(roles.serving) == list(REFUSED)
