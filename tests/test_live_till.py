"""A real till at a real centre: approval, block, messages and the support bundle reach it at once and are not lost."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from desktop.commands.syncing import enrol
from desktop.domain.message import SENT
from desktop.linking import Link
from desktop.operations import messages
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import journal
from desktop.store.messages import OPEN, list_in
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic
from server_stub.live.message_routes import MESSAGES
from server_stub.terminals.registry import approve, block, unblock
from sync.status import EngineStatus
from tests.server_http.conftest import SHOP, RunningCentre, centre_server, http  # noqa: F401 - fixtures
from tests.server_http.test_live import change_status
from tests.server_http.test_live_messages import add_person, manager, sign_in  # noqa: F401 - fixtures

AT_ONCE_S = 1.0


@dataclass
class Till:
    """A station with its link at work; `stirred` is set whenever anything changed."""

    station: Station
    link: Link
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    enrolled: int = 0

    @property
    def device(self) -> str:
        return self.station.identity.device_id

    @property
    def state(self) -> str:
        with self.station.terminal.database.reading() as connection:
            return read_known(connection, Known.STATE)

    @property
    def status(self) -> EngineStatus:
        return self.link.engine.status

    async def until(self, holds: Callable[[], Any], within_s: float = 30.0) -> None:
        """Wait until something holds, looked at whenever anything changes."""
        async with asyncio.timeout(within_s):
            while not holds():
                self.stirred.clear()
                await self.stirred.wait()

    async def connected(self) -> None:
        """Wait until the live line stands and everything was read."""
        await self.until(lambda: self.status.live and self.status.state == "level")


@asynccontextmanager
async def working(
    folder: Path, centre: RunningCentre, token: str | None = None, **flags: object
) -> AsyncIterator[Till]:
    """Open a till, enrol it with a token (pending with an empty one, as it is with None), and let its link work."""
    loaded = load_settings(folder, {"secrets": "file", "name": "Till 7", **flags}, machine=folder / "none")
    station = open_station(loaded, centre.clock)
    try:
        if token is not None:
            await enrol(station, server=centre.address, name="Till 7", token=token, wait=False)
        stirred = asyncio.Event()
        station.terminal.database.listen(lambda topics: stirred.set())

        def on_enrolled() -> None:
            till.enrolled += 1
            stirred.set()

        till = Till(station, Link(station, lambda status: stirred.set(), on_enrolled=on_enrolled), stirred)
        running = asyncio.create_task(till.link.run())
        yield till
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await till.link.close()
    finally:
        station.close()


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
        await till.until(lambda: till.enrolled, AT_ONCE_S)
        assert till.state == "active"
        with till.station.terminal.database.reading() as connection:
            assert journal.read_head(connection) is not None
        await till.connected()


async def test_a_block_and_its_end_act_at_once(centre_server: RunningCentre, tmp_path: Path) -> None:  # noqa: F811
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await till.connected()
        for _ in range(2):
            await change_status(centre_server, block, till.device)
            await till.until(lambda: till.state == "blocked" and till.status.state == "blocked", AT_ONCE_S)
            await change_status(centre_server, unblock, till.device)
            await till.until(lambda: till.state == "active" and till.status.state == "level", AT_ONCE_S)
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
        await till.until(lambda: messages.next_message(till.station.terminal), AT_ONCE_S)
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
        work_as(till, olga)
        await write(http, manager, to="person", target="olga", text="Call home")
        await till.until(lambda: messages.next_message(till.station.terminal), 2 * AT_ONCE_S)
        work_as(till, "")
        assert messages.next_message(till.station.terminal) is None, "it waits for her"
        work_as(till, olga)
        assert messages.next_message(till.station.terminal) is not None


def is_kept(till: Till, message: str) -> bool:
    """Tell whether the till has a message on disk."""
    with till.station.terminal.database.reading() as connection:
        return message in [one.id for one in list_in(connection, OPEN, 10)]


def work_as(till: Till, person: str) -> None:
    """Somebody signs in, or out where it is empty."""
    with till.station.terminal.database.writing(Topic.STAFF) as connection:
        save_known(connection, signed_in=person)


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
        await till.until(lambda: is_kept(till, asked), AT_ONCE_S)
        assert messages.next_message(terminal) is None, "nobody is there who could agree"
        work_as(till, add_person(centre_server, "olga", "cashier"))
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
        await till.until(lambda: messages.list_agreed(till.station.terminal), AT_ONCE_S)
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
    centre_server.clock.advance(minutes=14, seconds=59.5)
    async with working(tmp_path, centre_server) as till:
        await till.connected()
        await till.until(lambda: not till.status.live, 5)
        await till.until(lambda: till.status.live, AT_ONCE_S)
        await till.connected()
