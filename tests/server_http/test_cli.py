"""The command line against a real database: answers, exit codes, and errors that programs can read."""

import io
import json
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
import typer

from server_stub.cli import run_command_line
from server_stub.commands.session import default_data_dir, table
from server_stub.commands.terminals import parse_ttl
from server_stub.identity.tokens import hash_enrolment
from sync.wire.badge import badge_hash
from tests.server_http.conftest import SHOP, add_shop

COMMANDS = [
    [], ["run"], ["seed"], ["seed", "demo"], ["import"], ["import", "products"], ["token"], ["token", "create"],
    ["devices"], ["approve"], ["block"], ["unblock"], ["users"], ["users", "add"], ["users", "list"],
    ["users", "disable"], ["users", "badge"], ["stats"], ["verify"], ["count"], ["count", "plan"], ["count", "limits"],
]  # fmt: skip


class Cli:
    """Runs commands on one database and reads their answers."""

    def __init__(self, database_url: str, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._options = ["--database-url", database_url, "--data-dir", str(data_dir), "--json"]
        self._capsys = capsys

    def __call__(self, *arguments: str, code: int = 0) -> dict[str, object]:
        self._capsys.readouterr()
        assert run_command_line([*arguments, *self._options]) == code
        answer: dict[str, object] = json.loads(self._capsys.readouterr().out)
        return answer

    def failure(self, *arguments: str, code: int) -> str:
        error = self(*arguments, code=code)["error"]
        assert isinstance(error, dict)
        assert error["message"]
        return str(error["code"])


@pytest.fixture
def cli(database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line on a fresh database with one shop."""
    add_shop(database_url)
    return Cli(database_url, tmp_path, capsys)


def register(database_url: str, device_id: str) -> None:
    with psycopg.connect(database_url) as conn:
        conn.execute(
            """INSERT INTO registered_devices (device_uuid, device_id, name, status, created_at, updated_at)
               VALUES (gen_random_uuid(), %s, 'Till 1', 'pending', now(), now())""",
            (device_id,),
        )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_level_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line([*command, "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["--version"]) == 0
    assert capsys.readouterr().out.startswith("eckwms-server ")


@pytest.mark.parametrize(
    "wrong", [["nonsense"], ["stats", "--nonsense"], ["approve"], ["users", "add", "x", "--role", "king"],
              ["token", "create", "--shop", "x", "--ttl", "5"], ["import", "products", "/nowhere"]]
)  # fmt: skip
def test_wrong_usage_is_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(wrong) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
    assert run_command_line([*wrong, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "usage"


def test_a_token_is_made_for_a_shop_by_id_or_name(cli: Cli, database_url: str) -> None:
    for shop in (SHOP, "Corner shop"):
        answer = cli("token", "create", "--shop", shop, "--ttl", "2h")
        with psycopg.connect(database_url) as conn:
            row = conn.execute(
                "SELECT shop_id::text, expires_at - created_at FROM enrolment_token WHERE hash = %s",
                (hash_enrolment(str(answer["token"])),),
            ).fetchone()
        assert row == (SHOP, timedelta(hours=2))
    assert cli.failure("token", "create", "--shop", "elsewhere", code=3) == "shop.unknown"
    assert cli.failure("token", "create", "--shop", SHOP, "--device", "nobody", code=3) == "device.unknown"


def test_the_life_of_a_terminal(cli: Cli, database_url: str) -> None:
    register(database_url, "till-1")
    devices = cli("devices")["devices"]
    assert isinstance(devices, list)
    assert (devices[0]["device_id"], devices[0]["status"]) == ("till-1", "pending")
    assert cli.failure("unblock", "till-1", code=3) == "device.not_blocked"
    approved = cli("approve", "till-1")
    assert (approved["status"], approved["shop"], approved["receipt_prefix"]) == ("active", SHOP, "T01")
    assert cli("approve", str(approved["device_uuid"]))["receipt_prefix"] == "T01"
    assert cli("block", "till-1")["status"] == "blocked"
    assert cli.failure("approve", "till-1", code=3) == "device.blocked"
    assert cli("unblock", "till-1")["status"] == "active"
    assert cli.failure("block", "nobody", code=3) == "device.unknown"


def test_with_several_shops_approval_needs_one(cli: Cli, database_url: str) -> None:
    other = "018f0000-0000-7000-8000-000000000002"
    add_shop(database_url, other, "Other shop")
    register(database_url, "till-1")
    assert cli.failure("approve", "till-1", code=3) == "device.shop"
    assert cli("approve", "till-1", "--shop", "Other shop")["shop"] == other
    assert cli("approve", "till-1")["shop"] == other


def test_people(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(pin: str, *arguments: str, code: int = 0) -> dict[str, object]:
        monkeypatch.setattr("sys.stdin", io.StringIO(pin + "\n"))
        return cli("users", "add", *arguments, code=code)

    anna = add("4711", "anna", "--role", "cashier", "--full-name", "Anna Ž.")
    assert (anna["login"], anna["name"], anna["role"]) == ("anna", "Anna Ž.", "cashier")
    assert add("12344321", "anna", "--role", "manager")["id"] == anna["id"]
    assert add("1234", "bob", "--role", "cashier", code=3)["error"]
    users = cli("users", "list")["users"]
    assert isinstance(users, list)
    assert [(user["login"], user["role"], user["active"]) for user in users] == [("anna", "manager", True)]
    assert "argon2" not in json.dumps(users)
    assert cli("users", "disable", "anna") == {"login": "anna", "active": False}
    assert cli.failure("users", "disable", "nobody", code=3) == "user.unknown"


def test_badges(cli: Cli, monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    def give(code: str, login: str, exit_code: int = 0) -> dict[str, object]:
        monkeypatch.setattr("sys.stdin", io.StringIO(code + "\n"))
        return cli("users", "badge", login, code=exit_code)

    for login in ("anna", "boris"):
        monkeypatch.setattr("sys.stdin", io.StringIO("4711\n"))
        cli("users", "add", login, "--role", "cashier")
    assert give("ANNA-4F7K2Q9X", "anna") == {"login": "anna", "badge": True}
    assert give("ANNA-4F7K2Q9X", "boris", 3)["error"]["code"] == "people.badge_taken"  # type: ignore[index]
    assert give("short", "boris", 3)["error"]["code"] == "people.badge"  # type: ignore[index]
    monkeypatch.setattr("sys.stdin", io.StringIO("4712\n"))
    cli("users", "add", "anna", "--role", "manager")
    with psycopg.connect(database_url) as conn:
        hashes = conn.execute("SELECT login, badge_hash FROM person ORDER BY login").fetchall()
    assert hashes == [("anna", badge_hash("ANNA-4F7K2Q9X")), ("boris", "")], "another role and PIN leave the badge"
    assert cli("users", "badge", "anna", "--remove") == {"login": "anna", "badge": False}
    assert cli.failure("users", "badge", "nobody", "--remove", code=3) == "user.unknown"


def test_an_unreachable_database_is_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = f"postgresql://nobody@/nothing?host={tmp_path}&connect_timeout=2"
    assert run_command_line(["stats", "--json", "--database-url", nowhere]) == 4
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "database.unreachable"
    assert run_command_line(["stats", "--database-url", nowhere]) == 4
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "DATABASE_URL" in captured.err


def test_people_read_lines_and_programs_read_json(cli: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    options = [option for option in cli._options if option != "--json"]
    assert run_command_line(["devices", *options]) == 0
    assert capsys.readouterr().out == "No terminal has registered yet.\n"


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("15m", 900), ("2H", 7200), ("30d", 2592000)])
def test_durations(text: str, seconds: int) -> None:
    assert parse_ttl(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "m", "0m", "-1m", "1.5h", "31d", "9" * 40 + "d", "5 m", "²m"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        parse_ttl(text)


def test_a_table_is_aligned() -> None:
    assert table(("A", "LONG"), [("wide", "x")]) == "A     LONG\nwide  x"


def test_there_is_a_place_for_data() -> None:
    assert default_data_dir().name == "eckwms-server"
