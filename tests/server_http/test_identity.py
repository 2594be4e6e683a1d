"""People sign in to the centre, stay signed in, sign out, and are kept out."""

import asyncio
import time
from datetime import timedelta

import httpx
import pytest

from server_stub.database import Pool
from server_stub.faults import Fault
from server_stub.identity import lockout, passwords
from server_stub.identity.passwords import is_good_password
from sync.wire.messages import AUTH_REFRESH, FEEDS
from tests.edges import OPENING
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.people import PASSWORD, add_person, log_in, sign_in_person
from tests.server_http.terminal import WireTerminal

LOGOUT = "/ECK/API/AUTH/LOGOUT"


async def renew(http: httpx.AsyncClient, refresh: str) -> httpx.Response:
    return await http.post(AUTH_REFRESH, json={"refresh": refresh})


async def test_login_gives_tokens_and_says_who_it_is(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    answer = await log_in(http, add_person(centre_server, "manager"))
    told = answer.json()
    assert (answer.status_code, told["expires_in"], told["status"]) == (200, 900, "active")
    assert told["person"] | {"id": ""} == {
        "id": "", "login": "manager", "name": "The manager", "role": "manager", "shop": SHOP,
    }  # fmt: skip
    await log_in(http, add_person(centre_server, "admin"))
    admin = (await log_in(http, "admin")).json()
    assert admin["person"]["shop"] == "", "an admin sees every shop"


@pytest.mark.parametrize(
    ("login", "password"),
    [("manager", "wrong"), ("manager", ""), ("nobody", PASSWORD), ("", ""), ("\x00", "\x00")],
)
async def test_whatever_is_wrong_the_answer_is_the_same(
    http: httpx.AsyncClient, centre_server: RunningCentre, login: str, password: str
) -> None:
    add_person(centre_server, "manager")
    answer = await log_in(http, login, password)
    assert (answer.status_code, answer.json()) == (401, {"error": "Wrong login or password"})


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"login": 1, "password": "x"}', b'{"login": "\\ud800", "password": "x"}']
)
async def test_a_login_that_is_none_is_400(http: httpx.AsyncClient, body: bytes) -> None:
    assert (await http.post("/ECK/API/AUTH/LOGIN", content=body)).status_code == 400


async def test_who_has_no_password_or_has_left_cannot_sign_in(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    add_person(centre_server, "manager")
    add_person(centre_server, "cashier")
    centre_server.ask("UPDATE person SET password_hash = NULL WHERE login = 'manager'")
    centre_server.ask("UPDATE person SET active = false WHERE login = 'cashier'")
    assert (await log_in(http, "manager")).status_code == 401
    assert (await log_in(http, "cashier")).status_code == 401


async def test_refresh_rotates_and_reuse_ends_the_family(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    person = await sign_in_person(http, centre_server, "manager")
    newer = (await renew(http, person.refresh)).json()
    assert newer["refresh"] != person.refresh
    bearer = {"Authorization": f"Bearer {newer['access']}"}
    assert (await renew(http, person.refresh)).status_code == 401
    assert (await renew(http, newer["refresh"])).status_code == 401
    assert (await http.post(LOGOUT, headers=bearer)).status_code == 401, "its access tokens are over with it"


async def test_tokens_live_a_quarter_of_an_hour_and_seven_days(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    person = await sign_in_person(http, centre_server, "manager")
    centre_server.clock.advance(minutes=15)
    assert (await http.post(LOGOUT, headers=person.bearer)).status_code == 401
    newer = (await renew(http, person.refresh)).json()
    centre_server.clock.advance(days=7)
    assert (await renew(http, newer["refresh"])).status_code == 401


async def test_logging_out_ends_access_and_refresh_at_once(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    person = await sign_in_person(http, centre_server, "cashier")
    other = await log_in(http, "cashier")
    assert (await http.post(LOGOUT, headers=person.bearer)).json() == {"success": True}
    assert (await http.post(LOGOUT, headers=person.bearer)).status_code == 401
    assert (await renew(http, person.refresh)).status_code == 401
    assert (await renew(http, other.json()["refresh"])).status_code == 200, "another sign-in of theirs goes on"


async def test_who_is_let_go_is_out_at_once(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    person = await sign_in_person(http, centre_server, "manager")
    centre_server.ask("UPDATE person SET active = false")
    assert (await http.post(LOGOUT, headers=person.bearer)).status_code == 401
    assert (await renew(http, person.refresh)).status_code == 401


async def test_devices_and_people_do_not_pass_for_each_other(
    http: httpx.AsyncClient, centre_server: RunningCentre, enrolled: WireTerminal
) -> None:
    person = await sign_in_person(http, centre_server, "admin")
    assert (await http.get(FEEDS, headers=person.bearer)).status_code == 403
    assert (await http.post(LOGOUT, headers=enrolled.bearer)).status_code == 403
    for refresh in (person.refresh, enrolled.refresh):
        assert (await http.get(FEEDS, headers={"Authorization": f"Bearer {refresh}"})).status_code == 401


@pytest.mark.parametrize("login", ["manager", "nobody"])
async def test_wrong_tries_lock_a_login_longer_each_time_whether_it_exists_or_not(
    http: httpx.AsyncClient, centre_server: RunningCentre, login: str
) -> None:
    add_person(centre_server, "manager")
    for _ in range(5):
        assert (await log_in(http, login, "wrong")).status_code == 401
    for seconds in ("30", "60"):
        locked = await log_in(http, login.upper())
        assert (locked.status_code, locked.headers["retry-after"]) == (429, seconds)
        centre_server.clock.advance(seconds=int(seconds))
        if seconds == "30":
            assert (await log_in(http, login, "wrong")).status_code == 401


async def test_a_right_password_after_the_wait_forgets_the_tries(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    add_person(centre_server, "manager")
    for _ in range(5):
        await log_in(http, "manager", "wrong")
    centre_server.clock.advance(seconds=30)
    assert (await log_in(http, "manager")).status_code == 200
    assert centre_server.ask("SELECT count(*) FROM sign_in_failure") == [(0,)]


async def test_many_wrong_tries_at_once_are_no_way_around_the_lock(pool: Pool) -> None:
    async def attempt() -> int:
        async with pool.connection() as conn:
            return await lockout.attempt(conn, "login:vera", OPENING)

    waits = await asyncio.gather(*(attempt() for _ in range(30)))
    assert sorted(waits) == [0] * 5 + [30] * 25


async def test_locks_grow_to_a_quarter_of_an_hour_and_are_forgotten_after_a_day(pool: Pool) -> None:
    now, waits = OPENING, []
    async with pool.connection() as conn:
        for _ in range(14):
            while wait_s := await lockout.attempt(conn, "login:vera", now):
                waits.append(wait_s)
                now += timedelta(seconds=wait_s)
        assert waits == [30, 60, 120, 240, 480, 900, 900, 900, 900]
        later = now + timedelta(days=1, seconds=901)
        assert [await lockout.attempt(conn, "login:vera", later) for _ in range(6)] == [0, 0, 0, 0, 0, 30]
        await lockout.prune_failures(conn, later + timedelta(days=2))
        assert await lockout.attempt(conn, "login:vera", later) == 0


async def test_a_name_that_nobody_has_takes_as_long() -> None:
    kept = passwords.hash_password("correct horse battery")
    took: dict[str | None, float] = {}
    for who in (kept, None, kept, None, kept, None):
        began = time.perf_counter()
        assert not await passwords.matches(who, "wrong")
        took[who] = min(took.get(who, 9.0), time.perf_counter() - began)
    assert 0.2 < took[None] / took[kept] < 5


async def test_argon2_leaves_the_loop_alone() -> None:
    checking, turns = asyncio.create_task(passwords.matches(None, "x")), 0
    while not checking.done():
        turns += 1
        await asyncio.sleep(0)
    assert turns > 100


async def test_sign_ins_do_not_pile_up() -> None:
    results = await asyncio.gather(*(passwords.matches("no hash", "x") for _ in range(20)), return_exceptions=True)
    assert sum(result is False for result in results) == 16
    assert sum(isinstance(result, Fault) for result in results) == 4


async def test_ten_logins_a_minute_from_one_address(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    answers = await asyncio.gather(*(log_in(http, f"nobody{n}", "wrong") for n in range(14)))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) == 4
    assert all(int(answer.headers["retry-after"]) >= 1 and answer.json()["error"] for answer in refused)


async def test_the_people_feed_never_carries_a_password(
    http: httpx.AsyncClient, centre_server: RunningCentre, enrolled: WireTerminal
) -> None:
    add_person(centre_server, "manager")
    centre_server.ask(
        "INSERT INTO feed_item (feed, entity, entity_id) SELECT 'people:' || shop_id, 'person', id FROM person"
    )
    kept = centre_server.ask("SELECT password_hash FROM person")[0][0]
    for _ in range(200):
        page = await enrolled.get(f"{FEEDS}/people:{SHOP}")
        if b"manager" in page.content:
            break
        await asyncio.sleep(0.02)
    assert b"manager" in page.content
    assert str(kept).encode() not in page.content


GOOD = ["correct horse battery", "n7-plain-otter", "двенадцать котов", "8273645198", "Tr0ubadour&3x9"]
BAD = [
    "short", "123456789", "1234567890", "0987654321", "aaaaaaaaaaaa", "abababababab", "password123", "P@ssw0rd2024!",
    "qwertyuiop", "1q2w3e4r5t", "Administrator1", "changeme123", "vera-sokolova", "abcdefghij", "x" * 300,
    "with\nbreak 12", "eckwms2026!",
]  # fmt: skip


def test_which_passwords_will_do() -> None:
    assert [password for password in GOOD if not is_good_password(password, "verasokolova")] == []
    assert [password for password in BAD if is_good_password(password, "verasokolova")] == []
