"""A real till at a real centre: approval, block, messages and the support bundle reach it and are not lost.

How soon they do is measured by the proof `live`.
"""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Request
from litestar.di import NamedDependency
from litestar.exceptions import ServiceUnavailableException, TooManyRequestsException
from litestar.params import FromPath

from desktop.domain.message import NOT_TAKEN, SENT
from desktop.operations import messages
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.store import journal
from desktop.store.migrate import NEWEST
from server_stub.bundles.routes import take_bundle
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.table import ROUTES
from server_stub.identity.auth import Caller
from server_stub.live.message_routes import MESSAGES
from server_stub.terminals.registry import approve, block, unblock
from sync.wire.live import BundleAnswer
from tests import live_tills
from tests.edges import SettableClock
from tests.live_tills import Till
from tests.server_http.conftest import SHOP, RunningCentre, centre_server, http, running_centre  # noqa: F401 - fixtures
from tests.server_http.test_live import change_status
from tests.server_http.test_live_messages import add_person, manager, sign_in  # noqa: F401 - fixtures


@asynccontextmanager
async def working(
    folder: Path, centre: RunningCentre, token: str | None = None, **flags: object
) -> AsyncIterator[Till]:
    """A till at a centre under test."""
    async with live_tills.working(folder, centre.address, centre.clock, token, **flags) as till:
        yield till


async def write(http: httpx.AsyncClient, who: dict[str, str], **fields: str) -> str:  # noqa: F811
    answer = await http.post(MESSAGES, json=fields, headers=who)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["id"])


def confirmed(centre: RunningCentre, message: str) -> bool:
    return bool(centre.ask("SELECT 1 FROM message_receipt WHERE message_id = %s", message))


async def test_an_approval_is_taken_at_once(centre_server: RunningCentre, tmp_path: Path) -> None:  # noqa: F811
    async with working(tmp_path, centre_server, "") as till:
        await till.until(lambda: till.status.live)
        assert till.state == "pending"
        await change_status(centre_server, approve, till.device, SHOP)
        await till.until(lambda: till.enrolled)
        assert till.state == "active"
        with till.station.terminal.database.reading() as connection:
            assert journal.read_head(connection) is not None
        await till.connected()


async def test_a_block_and_its_end_act_at_once(centre_server: RunningCentre, tmp_path: Path) -> None:  # noqa: F811
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        for _ in range(2):
            await change_status(centre_server, block, till.device)
            await till.until(lambda: till.state == "blocked" and till.status.state == "blocked")
            await change_status(centre_server, unblock, till.device)
            await till.until(lambda: till.state == "active" and till.status.state == "level")
        assert till.status.live


async def test_a_message_is_there_at_once_and_until_it_is_seen(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        sent = await write(http, manager, to="till", target=till.device, text="Please ring the office")
        await till.until(lambda: messages.next_message(till.station.terminal))
        await till.connected()
    later = open_station(load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none"), centre_server.clock)
    message = messages.next_message(later.terminal)
    assert message is not None
    assert (message.id, message.text, message.author) == (sent, "Please ring the office", "Vera")
    messages.close_message(later.terminal, message.id)
    assert messages.next_message(later.terminal) is None
    later.close()
    async with working(tmp_path, centre_server) as till:
        await till.connected()
        after = await write(http, manager, to="till", target=till.device, text="Thank you")
        await till.until(lambda: messages.next_message(till.station.terminal))
        found = messages.next_message(till.station.terminal)
        assert found is not None
        assert found.id == after, "the first one is confirmed and does not come again"
    assert confirmed(centre_server, sent)


async def test_what_is_for_a_person_comes_to_the_till_where_they_work(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    olga = add_person(centre_server, "olga", "cashier")
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        till.work_as(olga)
        await write(http, manager, to="person", target="olga", text="Call home")
        await till.until(lambda: messages.next_message(till.station.terminal))
        till.work_as("")
        assert messages.next_message(till.station.terminal) is None, "it waits for her"
        till.work_as(olga)
        assert messages.next_message(till.station.terminal) is not None


async def test_a_support_bundle_is_sent_when_somebody_agrees(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        terminal = till.station.terminal
        asked = await write(http, manager, to="till", target=till.device, kind="bundle_request")
        await till.until(lambda: asked in till.open_messages())
        assert messages.next_message(terminal) is None, "nobody is there who could agree"
        till.work_as(add_person(centre_server, "olga", "cashier"))
        request = messages.next_message(terminal)
        assert request is not None
        assert request.id == asked
        messages.agree_to_bundle(terminal, asked)
        await till.until(lambda: (told := messages.next_message(terminal)) and told.kind == SENT)
        messages.close_message(terminal, asked)
        assert not messages.list_agreed(terminal)
    assert confirmed(centre_server, asked)
    about = read_bundle(centre_server, asked)
    assert about["terminal.json"]["device_id"] == till.device
    assert about["terminal.json"]["entries"] == {"journal.opened": 1}


async def test_nobody_is_asked_where_the_settings_say_so(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token(), bundles_unasked=True) as till:
        await till.connected()
        asked = await write(http, manager, to="till", target=till.device, kind="bundle_request")
        await till.until(lambda: messages.list_agreed(till.station.terminal))
        await till.until(lambda: not messages.list_agreed(till.station.terminal))
        assert messages.next_message(till.station.terminal) is None
    assert "doctor.json" in read_bundle(centre_server, asked)


def read_bundle(centre: RunningCentre, request: str) -> dict[str, Any]:
    """Give the JSON files of what the centre keeps."""
    content = bytes(centre.ask("SELECT content FROM support_bundle WHERE message_id = %s", request)[0][0])  # type: ignore[call-overload]
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        return {name: json.loads(zipped.read(name)) for name in zipped.namelist() if name.endswith(".json")}


async def test_a_line_whose_token_ran_out_comes_back_with_a_new_one(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
    centre_server.clock.advance(minutes=14, seconds=58)
    async with working(tmp_path, centre_server) as till:
        await till.until(lambda: till.openings == 2)
        await till.connected()


@contextmanager
def watched(
    database_url: str, clock: SettableClock, folder: Path, on_bundle: Callable[[], None]
) -> Iterator[RunningCentre]:
    """A centre that calls `on_bundle`, in its own thread, before it takes a bundle; what that raises is the answer."""

    async def take(
        request: Request[Caller, Any, Any], context: NamedDependency[Context], request_id: FromPath[str]
    ) -> BundleAnswer:
        on_bundle()
        return await take_bundle(request, context, request_id)

    routes = [replace(route, handler=take) if route.handler is take_bundle else route for route in ROUTES]
    with running_centre(database_url, clock, folder / "centre", routes) as centre:
        yield centre


async def agree(till: Till, centre: RunningCentre) -> str:
    """Head office asks for a bundle and somebody agrees; gives the request."""
    await till.connected()
    till.work_as(add_person(centre, "olga", "cashier"))
    async with httpx.AsyncClient(base_url=centre.address, trust_env=False, timeout=30) as client:
        vera = sign_in(centre, add_person(centre, "vera"))
        asked = await write(client, vera, to="till", target=till.device, kind="bundle_request")
    await till.until(lambda: asked in till.open_messages())
    messages.agree_to_bundle(till.station.terminal, asked)
    return asked


def told(till: Till) -> str:
    """Give the kind of the message in the window."""
    message = messages.next_message(till.station.terminal)
    return message.kind if message else ""


@pytest.mark.expects_log("not available")
async def test_a_bundle_that_cannot_be_taken_now_is_sent_again(
    database_url: str, clock: SettableClock, tmp_path: Path
) -> None:
    later = {"Retry-After": "1"}
    answers = [ServiceUnavailableException("going down", headers=later), TooManyRequestsException(headers=later)]

    def on_bundle() -> None:
        if answers:
            raise answers.pop()

    with watched(database_url, clock, tmp_path, on_bundle) as centre:
        async with working(tmp_path / "till", centre, centre.token()) as till:
            asked = await agree(till, centre)
            await till.until(lambda: told(till) == SENT)
            assert till.openings == 1, "no new line was needed"
        assert not answers
        assert read_bundle(centre, asked)


@pytest.mark.expects_log("support bundle refused")
async def test_whoever_agreed_is_told_when_it_is_not_taken(
    database_url: str, clock: SettableClock, tmp_path: Path
) -> None:
    def on_bundle() -> None:
        raise Denied(404, "Nobody asked this device for a support bundle")

    with watched(database_url, clock, tmp_path, on_bundle) as centre:
        async with working(tmp_path / "till", centre, centre.token()) as till:
            await agree(till, centre)
            await till.until(lambda: told(till) == NOT_TAKEN)
            assert not messages.list_agreed(till.station.terminal)


@pytest.mark.expects_log("support bundle failed")
async def test_what_fails_about_a_bundle_does_not_stop_replication(
    database_url: str, clock: SettableClock, tmp_path: Path
) -> None:
    """That it was sent cannot be written down: the till goes on, and tries again until it can."""
    arrived, loop = [], asyncio.get_running_loop()

    def on_bundle() -> None:
        arrived.append(1)
        if len(arrived) == 2:
            loop.call_soon_threadsafe(mend)  # before the answer is there

    def mend() -> None:
        with till.station.terminal.database.writing() as connection:
            connection.exec_driver_sql("DROP TRIGGER damaged")

    with watched(database_url, clock, tmp_path, on_bundle) as centre:
        async with working(tmp_path / "till", centre, centre.token()) as till:
            with till.station.terminal.database.writing() as connection:
                connection.exec_driver_sql(
                    "CREATE TRIGGER damaged BEFORE UPDATE OF kind ON message BEGIN SELECT RAISE(ABORT, 'broken'); END"
                )
            await agree(till, centre)
            await till.until(lambda: told(till) == SENT)
            assert (till.status.state, till.openings) == ("level", 1)


@pytest.mark.expects_log("message not kept")
async def test_a_message_that_cannot_be_kept_comes_again_and_does_not_stop_replication(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        database = till.station.terminal.database
        with database.writing() as connection:
            connection.exec_driver_sql(
                "CREATE TRIGGER damaged BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'broken'); END"
            )
        sent = await write(http, manager, to="till", target=till.device, text="Please ring")
        await till.until(lambda: not till.status.live)
        with database.writing() as connection:
            connection.exec_driver_sql("DROP TRIGGER damaged")
        await till.until(lambda: till.open_messages() == [sent])
        await till.connected()


async def test_the_centre_hears_of_a_no(
    centre_server: RunningCentre,  # noqa: F811
    http: httpx.AsyncClient,  # noqa: F811
    manager: dict[str, str],  # noqa: F811
    tmp_path: Path,
) -> None:
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        asked = await write(http, manager, to="till", target=till.device, kind="bundle_request")
        await till.until(lambda: asked in till.open_messages())
        messages.decline_bundle(till.station.terminal, asked)
        await till.until(lambda: not messages.list_declined(till.station.terminal))
    assert centre_server.ask("SELECT refused_at IS NOT NULL FROM message WHERE id = %s", asked) == [(True,)]
    assert centre_server.ask("SELECT count(*) FROM support_bundle") == [(0,)]


async def test_a_till_tells_how_it_is(centre_server: RunningCentre, tmp_path: Path) -> None:  # noqa: F811
    async with working(tmp_path, centre_server, centre_server.token(), printer="tcp:192.0.2.1:9100"):
        ((told,),) = centre_server.ask("SELECT convert_from(told, 'UTF8')::jsonb FROM device_condition")
    assert isinstance(told, dict)
    assert (told["version"], told["schema"]) == (metadata.version("eckwms-desktop"), NEWEST)
    assert told["disk_free_bytes"] > 0
    assert "printer" not in told or told["printer"] == "", "nobody looked at it"
