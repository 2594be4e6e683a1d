"""API keys: shown once, good for their scopes only, rotated, ended; and people's passwords from the command line."""

import io
from datetime import timedelta
from typing import Any

import httpx
import pytest

from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.identity import keys
from tests.edges import OPENING
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.test_cli import Cli, cli

__all__ = ["cli"]


async def test_a_key_opens_what_its_scopes_say_until_it_ends(pool: Pool) -> None:
    async with pool.connection() as conn:
        key, record = await keys.create_key(conn, "erp", ["b:write", "a:read"], OPENING, life=timedelta(days=1))
        assert key.startswith(record.prefix)
        assert len(key) >= len(record.prefix) + 43, "256 bits"
        found = await keys.find_key(conn, key, OPENING)
        assert found is not None
        assert (found.name, found.scopes, found.shop) == ("erp", frozenset({"a:read", "b:write"}), "")
        assert await keys.find_key(conn, key + "x", OPENING) is None
        assert await keys.find_key(conn, key, OPENING + timedelta(days=1)) is None


async def test_the_key_itself_is_kept_nowhere(pool: Pool) -> None:
    async with pool.connection() as conn:
        key, record = await keys.create_key(conn, "erp", ["a:read"], OPENING)
        rows = await (await conn.execute("SELECT api_key::text FROM api_key")).fetchall()
    assert key not in repr(record)
    assert key[len(record.prefix) + 1 :] not in repr(rows)


async def test_two_keys_of_a_name_hold_at_once_and_no_third(pool: Pool) -> None:
    async with pool.connection() as conn:
        old, first = await keys.create_key(conn, "erp", ["a:read"], OPENING)
        new, _ = await keys.create_key(conn, "erp", ["a:read"], OPENING)
        with pytest.raises(Refusal, match="two active keys"):
            await keys.create_key(conn, "erp", ["a:read"], OPENING)
        await keys.revoke_key(conn, first.prefix, OPENING)
        assert await keys.find_key(conn, old, OPENING) is None
        assert await keys.find_key(conn, new, OPENING) is not None
        await keys.create_key(conn, "erp", ["a:read"], OPENING)
        assert len(await keys.revoke_key(conn, "erp", OPENING)) == 2
        assert [key.state(OPENING) for key in await keys.list_keys(conn)] == ["revoked"] * 3


async def test_when_a_key_was_used_is_known_to_the_minute(pool: Pool) -> None:
    async with pool.connection() as conn:
        key, _ = await keys.create_key(conn, "erp", ["a:read"], OPENING)
        for seconds, seen in ((0, 0), (30, 0), (90, 90)):
            await keys.find_key(conn, key, OPENING + timedelta(seconds=seconds))
            assert (await keys.list_keys(conn))[0].last_used_at == OPENING + timedelta(seconds=seen)


@pytest.mark.parametrize(
    ("name", "scopes", "code"),
    [("", ["a:read"], "key.name"), ("x" * 65, ["a"], "key.name"), ("a\nb", ["a"], "key.name"), ("a", [], "key.scope"),
     ("a", ["A:READ"], "key.scope"), ("a", ["a:b:c"], "key.scope"), ("a", ["*"], "key.scope")],
)  # fmt: skip
async def test_what_makes_no_key(pool: Pool, name: str, scopes: list[str], code: str) -> None:
    async with pool.connection() as conn:
        with pytest.raises(Refusal) as refused:
            await keys.create_key(conn, name, scopes, OPENING)
    assert refused.value.code == code


def test_keys_from_the_command_line(cli: Cli) -> None:
    made = cli(
        "keys", "create", "erp", "--scope", "products:read", "--scope", "sales:read", "--shop", SHOP, "--days", "30"
    )
    assert (made["name"], made["scopes"], made["shop"], made["state"]) == (
        "erp", ["products:read", "sales:read"], SHOP, "active",
    )  # fmt: skip
    listed = cli("keys", "list")["keys"]
    assert isinstance(listed, list)
    assert [key["prefix"] for key in listed] == [made["prefix"]]
    assert str(made["key"]) not in repr(listed)
    ended: Any = cli("keys", "revoke", str(made["prefix"]))["revoked"]
    assert ended[0]["state"] == "revoked"
    assert cli.failure("keys", "revoke", "erp", code=3) == "key.unknown"
    assert cli.failure("keys", "create", "erp", "--scope", "All", code=3) == "key.scope"
    lines: Any = cli("audit", "list")["lines"]
    assert [line["action"] for line in lines] == ["key.revoked", "key.created"]
    assert str(made["key"]) not in repr(lines)
    assert cli("audit", "verify")["ok"]


def add_user(cli: Cli, monkeypatch: pytest.MonkeyPatch, secret: str, *arguments: str, code: int = 0) -> dict[str, Any]:
    monkeypatch.setattr("sys.stdin", io.StringIO(secret + "\n"))
    return cli("users", "add", *arguments, code=code)


def test_a_password_of_the_command_line_opens_the_centre(
    centre_server: RunningCentre, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli = Cli(centre_server.database_url, centre_server.data_dir, capsys)
    with httpx.Client(base_url=centre_server.address, trust_env=False, timeout=30) as http:

        def log_in(password: str) -> httpx.Response:
            return http.post("/ECK/API/AUTH/LOGIN", json={"login": "anna", "password": password})

        assert add_user(cli, monkeypatch, "4711", "anna", "--role", "cashier")["centre"] is False
        assert log_in("4711").status_code == 401, "a PIN is for terminals"
        pin = centre_server.ask("SELECT pin_hash FROM person WHERE login = 'anna'")
        add_user(cli, monkeypatch, "eleven brown owls", "anna", "--role", "manager", "--password-stdin")
        assert centre_server.ask("SELECT pin_hash FROM person WHERE login = 'anna'") == pin
        first = log_in("eleven brown owls").json()
        assert first["person"]["role"] == "manager"
        add_user(cli, monkeypatch, "twelve black owls", "anna", "--role", "manager")
        ended = http.post("/ECK/API/AUTH/LOGOUT", headers={"Authorization": f"Bearer {first['access']}"})
        assert ended.status_code == 401, "a new password ends sign-ins"
        assert log_in("twelve black owls").status_code == 200
        cli("users", "disable", "anna")
        assert log_in("twelve black owls").status_code == 401


def test_a_weak_password_is_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for weak in ("short", "password123", "qwertyuiop"):
        told = add_user(cli, monkeypatch, weak, "anna", "--role", "admin", "--password-stdin", code=3)
        assert told["error"]["code"] == "password.weak"
    assert add_user(cli, monkeypatch, "password123", "anna", "--role", "admin", code=3)["error"]
    assert cli("users", "list")["users"] == []
