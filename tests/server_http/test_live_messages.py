"""Messages reach tills, people, shops and everybody at once, and wait for those who are away."""

import asyncio
import contextlib
import json
import uuid
from collections.abc import AsyncIterator, Sequence
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection

from server_stub.cli import run_command_line
from server_stub.identity import tokens
from server_stub.live.message_routes import CONNECTIONS, MESSAGES
from server_stub.terminals.registry import block, unblock
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_live import change_status, closing_code, greeted, hear, line_to

OTHER_SHOP = "018f0000-0000-7000-8000-000000000002"


def add_person(centre: RunningCentre, login: str, role: str = "manager", shop: str = SHOP) -> str:
    ident = str(uuid.uuid4())
    centre.ask(
        "INSERT INTO person (id, shop_id, login, name, role, pin_hash, active) VALUES (%s, %s, %s, %s, %s, '', true)",
        ident, shop, login, login.title(), role,
    )  # fmt: skip
    return ident


def sign_in(centre: RunningCentre, person: str) -> dict[str, str]:
    """Give the header of somebody signed in, as the sign-in page would."""
    family = str(uuid.uuid4())
    secret = bytes(centre.ask("SELECT jwt_secret FROM centre")[0][0])  # type: ignore[call-overload]
    centre.ask(
        """INSERT INTO refresh_token (hash, family, person_id, issued_at, expires_at)
           VALUES (%s, %s, %s, %s, %s + interval '7 days')""",
        uuid.uuid4().bytes, family, person, centre.clock.now(), centre.clock.now(),
    )  # fmt: skip
    return {"Authorization": f"Bearer {tokens.issue_person(secret, person, family, centre.clock.now())}"}


@pytest.fixture
def manager(centre_server: RunningCentre) -> dict[str, str]:
    return sign_in(centre_server, add_person(centre_server, "vera"))


@pytest.fixture
def admin(centre_server: RunningCentre) -> dict[str, str]:
    return sign_in(centre_server, add_person(centre_server, "ada", "admin"))


@contextlib.asynccontextmanager
async def listening(centre: RunningCentre, terminal: WireTerminal) -> AsyncIterator[ClientConnection]:
    async with line_to(centre, **terminal.bearer) as line:
        await greeted(line)
        yield line


async def post(http: httpx.AsyncClient, who: dict[str, str], **fields: str) -> Any:
    answer = await http.post(MESSAGES, json=fields, headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def confirm(line: ClientConnection, *ids: str) -> None:
    """Confirm as terminals do, and wait until the centre has taken it."""
    for ident in ids:
        await line.send(json.dumps({"type": "ack", "ack": ident, "msgId": ident}))
    await line.send(json.dumps({"msgId": "after"}))
    assert (await hear(line))["ack"] == "after", "an acknowledgement is not acknowledged"


async def received(http: httpx.AsyncClient, who: dict[str, str]) -> dict[str, int]:
    rows = (await http.get(MESSAGES, headers=who)).json()["messages"]
    return {row["text"]: row["received"] for row in rows}


async def test_a_message_is_at_its_till_at_once(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    async with listening(centre_server, enrolled) as line:
        sent = await post(http, manager, to="till", target=enrolled.device_id, text="Please close")
        told = await hear(line)
    assert told["type"] == "message"
    assert (told["ack"], told["text"], told["author"], told["audience"]) == (sent["id"], "Please close", "Vera", "till")
    assert told["person"] == ""


async def test_a_till_that_was_away_is_told_until_it_confirms(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    for text in ("one", "two"):
        await post(http, manager, to="till", target=enrolled.device_id, text=text)
    for _ in range(2):
        async with listening(centre_server, enrolled) as line:
            told = [await hear(line), await hear(line)]
            assert [message["text"] for message in told] == ["one", "two"]
    async with listening(centre_server, enrolled) as line:
        ids = [str((await hear(line))["ack"]), str((await hear(line))["ack"])]
        await confirm(line, *ids, "nonsense", str(uuid.uuid4()))
    assert await received(http, manager) == {"one": 1, "two": 1}
    async with listening(centre_server, enrolled) as line:
        await confirm(line)


async def test_a_blocked_till_hears_its_messages_when_it_may_work_again(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    async with listening(centre_server, enrolled) as line:
        await change_status(centre_server, block, enrolled.device_id)
        assert (await hear(line))["status"] == "blocked"
        await post(http, manager, to="till", target=enrolled.device_id, text="later")
        await line.send(json.dumps({"msgId": "still"}))
        assert (await hear(line))["ack"] == "still", "nothing but answers while it is blocked"
        await change_status(centre_server, unblock, enrolled.device_id)
        await greeted(line)
        assert (await hear(line))["text"] == "later"


async def test_old_messages_are_not_told(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    await post(http, manager, to="till", target=enrolled.device_id, text="old")
    centre_server.clock.advance(days=8)
    await enrolled.sign_in()
    async with listening(centre_server, enrolled) as line:
        await confirm(line)


async def test_nobody_confirms_for_another(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    other = WireTerminal(http)
    await other.register(centre_server.token())
    await other.sign_in()
    sent = await post(http, manager, to="till", target=enrolled.device_id, text="for one")
    async with listening(centre_server, other) as line:
        await confirm(line, sent["id"])
    assert await received(http, manager) == {"for one": 0}


async def test_a_long_message_is_announced_by_its_id(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    """PostgreSQL carries 8000 bytes; Cyrillic takes two a letter."""
    async with listening(centre_server, enrolled) as line:
        for text in ("ж" * 7999, "short"):
            await post(http, manager, to="till", target=enrolled.device_id, text=text)
            assert (await hear(line))["text"] == text


async def test_a_shop_is_a_room_and_all_is_everybody(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, admin: dict[str, str]
) -> None:
    add_shop(centre_server.database_url, OTHER_SHOP, "Harbour")
    far = WireTerminal(http)
    await far.register(centre_server.token(shop=OTHER_SHOP))
    await far.sign_in()
    async with listening(centre_server, enrolled) as near, line_to(centre_server, **far.bearer) as away:
        for _ in range(2):
            await hear(away)
        await post(http, admin, to="shop", target="Harbour", text="only the harbour")
        assert (await hear(away))["text"] == "only the harbour"
        await post(http, admin, to="all", text="everybody")
        assert (await hear(away))["text"] == (await hear(near))["text"] == "everybody"


async def test_a_message_finds_a_person_at_the_till_where_they_stand(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    person = add_person(centre_server, "olga", "cashier")
    await post(http, manager, to="person", target="olga", text="before")
    async with listening(centre_server, enrolled) as line:
        await line.send(json.dumps({"type": "signed_in", "person": person}))
        before = await hear(line)
        assert (before["text"], before["person"]) == ("before", person)
        await post(http, manager, to="person", target=person, text="while")
        during = await hear(line)
        assert (during["text"], during["person"]) == ("while", person), "the till has to know for whom"
        await confirm(line, str(before["ack"]))
        await line.send(json.dumps({"type": "signed_in", "person": ""}))
        await post(http, manager, to="person", target=person, text="after")
        await confirm(line)
    assert await received(http, manager) == {"before": 1, "while": 0, "after": 0}


async def test_a_person_may_hold_a_line_by_their_own_token(
    http: httpx.AsyncClient, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    async with line_to(centre_server, **manager) as line:
        assert await hear(line) == {"type": "status", "feeds": [], "status": "active", "text": "", "ack": ""}
        sent = await post(http, manager, to="person", target="vera", text="yourself")
        assert (await hear(line))["text"] == "yourself"
        await post(http, manager, to="shop", target=SHOP, text="the shop")
        assert (await hear(line))["text"] == "the shop"
        await confirm(line, sent["id"])
        centre_server.clock.advance(minutes=15)
        await line.send(json.dumps({"type": "auth", "token": manager["Authorization"].removeprefix("Bearer ")}))
        assert await closing_code(line) == 4401


async def test_a_till_cannot_say_that_a_stranger_stands_at_it(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, admin: dict[str, str]
) -> None:
    add_shop(centre_server.database_url, OTHER_SHOP, "Harbour")
    stranger = add_person(centre_server, "ivan", "cashier", OTHER_SHOP)
    async with listening(centre_server, enrolled) as line:
        for person in (stranger, "nobody", "x' OR true --"):
            await line.send(json.dumps({"type": "signed_in", "person": person}))
        await post(http, admin, to="person", target="ivan", text="secret")
        await confirm(line)


async def test_a_bundle_is_asked_for_and_the_request_waits(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    await post(http, manager, to="till", target=enrolled.device_id, kind="bundle_request")
    async with listening(centre_server, enrolled) as line:
        assert (await hear(line))["type"] == "bundle_request"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"to": "till", "target": "nobody", "text": "x"}, 404),
        ({"to": "person", "target": "nobody", "text": "x"}, 404),
        ({"to": "shop", "target": "nowhere", "text": "x"}, 404),
        ({"to": "all", "text": "a manager has one shop"}, 403),
        ({"to": "shop", "target": OTHER_SHOP, "text": "x"}, 403),
        ({"to": "shop", "target": SHOP, "text": " \x1b\u202e "}, 400),
        ({"to": "shop", "target": SHOP, "text": "x" * 8001}, 400),
        ({"to": "shop", "target": SHOP, "kind": "bundle_request"}, 400),
        ({"to": "moon", "text": "x"}, 400),
    ],
)
async def test_what_cannot_be_sent_is_refused(
    http: httpx.AsyncClient,
    centre_server: RunningCentre,
    manager: dict[str, str],
    fields: dict[str, str],
    status: int,
) -> None:
    add_shop(centre_server.database_url, OTHER_SHOP, "Harbour")
    answer = await http.post(MESSAGES, json=fields, headers=manager)
    assert (answer.status_code, "error" in answer.json()) == (status, True), answer.text


async def test_only_managers_send_and_look(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    cashier = sign_in(centre_server, add_person(centre_server, "olga", "cashier"))
    for who, status in ((cashier, 403), (enrolled.bearer, 403), ({}, 401)):
        for path in (MESSAGES, CONNECTIONS):
            assert (await http.get(path, headers=who)).status_code == status
        assert (await http.post(MESSAGES, json={"to": "all", "text": "x"}, headers=who)).status_code == status


async def test_lists_are_paged(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, manager: dict[str, str]
) -> None:
    for number in range(5):
        await post(http, manager, to="shop", target=SHOP, text=str(number))
    seen: list[str] = []
    before = ""
    while before is not None:
        page = (await http.get(MESSAGES, params={"before": before, "limit": 2}, headers=manager)).json()
        seen += [message["text"] for message in page["messages"]]
        before = page["next"]
    assert seen == ["4", "3", "2", "1", "0"]
    for bad in ({"limit": 0}, {"limit": 501}, {"before": "x"}):
        assert (await http.get(MESSAGES, params=bad, headers=manager)).status_code == 400


def run(*words: str) -> int:
    return run_command_line(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["message", "--to", "till", "--name", "{device}", "Hello"], ("message", "Hello")),
        (["message", "--to", "shop", "Hello"], ("message", "Hello")),
        (["message", "--to", "all", "Hello"], ("message", "Hello")),
        (["request-bundle", "{device}"], ("bundle_request", "")),
    ],
)
async def test_the_command_line_reaches_a_running_centre(
    enrolled: WireTerminal, centre_server: RunningCentre, words: Sequence[str], told: tuple[str, str]
) -> None:
    given = [word.format(device=enrolled.device_id) for word in words]
    async with listening(centre_server, enrolled) as line:
        code = await asyncio.to_thread(run, *given, "--json", "--database-url", centre_server.database_url)
        assert code == 0
        message = await hear(line)
        assert (message["type"], message["text"]) == told


async def test_the_command_line_refuses_strangers(centre_server: RunningCentre) -> None:
    words = ["message", "--to", "till", "--name", "nobody", "Hello"]
    assert await asyncio.to_thread(run, *words, "--json", "--database-url", centre_server.database_url) == 3
