"""The audit log: every line holds the one before, and nothing in it can be changed unseen."""

import asyncio
from datetime import UTC, datetime

import httpx
import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.audit import log
from server_stub.audit.log import note
from server_stub.database import Pool
from server_stub.identity.callers import ApiKey, Instance, Person
from tests.edges import OPENING
from tests.server_http.conftest import RunningCentre
from tests.server_http.people import log_in, sign_in_person

VERA = Person("p", "vera", "Vera", "admin", "")


async def fill(pool: Pool, count: int) -> None:
    async with pool.connection() as conn:
        for n in range(count):
            await note(conn, VERA, "thing.done", f"thing:{n}", {"n": n, "ü": "ж"}, at=OPENING)


async def test_lines_hold_one_another(pool: Pool) -> None:
    await fill(pool, 3)
    async with pool.connection() as conn:
        verdict = await log.verify(conn)
        lines = await log.read_lines(conn)
    assert (verdict.ok, verdict.lines, verdict.head) == (True, 3, lines[-1].hash)
    assert [line.n for line in lines] == [1, 2, 3]
    assert lines[0].prev_hash == log.GENESIS
    assert (lines[0].who, lines[0].action, lines[0].subject) == ("person:vera", "thing.done", "thing:0")
    assert lines[0].at == OPENING


async def test_an_empty_log_holds(pool: Pool) -> None:
    async with pool.connection() as conn:
        assert (await log.verify(conn)) == (0, log.GENESIS, 0)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET who = 'x'", "DELETE FROM audit", "TRUNCATE audit", "UPDATE audit SET hash = hash WHERE n = 2"],
)
async def test_the_database_refuses_changes(pool: Pool, statement: str) -> None:
    await fill(pool, 2)
    async with pool.connection() as conn:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            await conn.execute(statement.encode())
        await conn.rollback()
        assert (await log.verify(conn)).lines == 2


@pytest.mark.parametrize(
    ("change", "first_bad"),
    [
        ("UPDATE audit SET who = 'x' WHERE n = 2", 2),
        ("UPDATE audit SET action = 'x' WHERE n = 1", 1),
        ("UPDATE audit SET subject = 'x' WHERE n = 3", 3),
        ("UPDATE audit SET detail = '{}' WHERE n = 2", 2),
        ("UPDATE audit SET at = at + interval '1 second' WHERE n = 2", 2),
        ("UPDATE audit SET prev_hash = hash WHERE n = 2", 2),
        ("DELETE FROM audit WHERE n = 1", 1),
        ("DELETE FROM audit WHERE n = 2", 2),
        ("UPDATE audit SET n = n + 5 WHERE n = 3", 3),
    ],
)
async def test_whatever_is_changed_behind_its_back_is_found(pool: Pool, change: str, first_bad: int) -> None:
    await fill(pool, 3)
    async with pool.connection() as conn:
        await conn.execute("ALTER TABLE audit DISABLE TRIGGER USER")
        await conn.execute(change.encode())
        assert (await log.verify(conn)).first_bad == first_bad


async def test_a_log_longer_than_a_page_is_verified_whole(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_PAGE", 4)
    await fill(pool, 9)
    async with pool.connection() as conn:
        assert (await log.verify(conn)).lines == 9


async def test_many_at_once_make_one_chain(pool: Pool) -> None:
    await asyncio.gather(*(fill(pool, 5) for _ in range(8)))
    async with pool.connection() as conn:
        assert (await log.verify(conn))[::2] == (40, 0)


async def test_what_is_rolled_back_leaves_no_gap(pool: Pool) -> None:
    async with pool.connection() as conn:
        await note(conn, "somebody", "thing.done")
        await conn.rollback()
    await fill(pool, 2)
    async with pool.connection() as conn:
        assert (await log.verify(conn)).lines == 2


async def test_pages_run_both_ways(pool: Pool) -> None:
    await fill(pool, 5)
    async with pool.connection() as conn:
        assert [line.n for line in await log.read_latest(conn, 2)] == [5, 4]
        assert [line.n for line in await log.read_latest(conn, 2, before=4)] == [3, 2]
        assert [line.n for line in await log.read_lines(conn, after=3)] == [4, 5]
        assert await log.read_lines(conn, action="other") == []


def test_callers_have_names() -> None:
    assert log.name_caller(ApiKey("k", "erp", frozenset(), "")) == "key:erp"
    assert log.name_caller(Instance("i")) == "instance:i"


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=5), min_size=4, max_size=4),
    st.integers(0, 3),
    st.text(min_size=1, max_size=3),
)
def test_no_two_lines_have_one_hash_because_their_texts_run_together(texts: list[str], at: int, more: str) -> None:
    more = more.encode(errors="replace").decode()
    moved = [*texts[:at], texts[at] + more, *texts[at + 1 :]]
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    assert log.hash_line(1, moment, tuple(texts), log.GENESIS) != log.hash_line(1, moment, tuple(moved), log.GENESIS)


async def test_texts_with_odd_characters_are_kept_as_they_can_be(pool: Pool) -> None:
    async with pool.connection() as conn:
        await note(conn, "a\x00b\nc\ud800", "x" * 500, "‮evil", {"nul": "\x00", "half": "\ud800"})
        line = (await log.read_lines(conn))[0]
        assert (line.who, len(line.action), line.subject) == ("abc", 200, "evil")
        assert (await log.verify(conn)).ok


async def test_sign_ins_are_written_down(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    person = await sign_in_person(http, centre_server, "manager")
    await log_in(http, "manager", "wrong")
    await log_in(http, "my secret password", "wrong")
    await http.post("/ECK/API/AUTH/LOGOUT", headers=person.bearer)
    written = centre_server.ask("SELECT who, action, subject FROM audit ORDER BY n")
    assert written == [
        ("person:manager", "sign_in.done", ""),
        ("nobody", "sign_in.failed", "person:manager"),
        ("nobody", "sign_in.failed", "unknown"),
        ("person:manager", "sign_in.ended", ""),
    ]
