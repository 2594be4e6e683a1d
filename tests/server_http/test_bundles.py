"""Support bundles over HTTP: taken from the one till that was asked, once, up to a size, for a month."""

import io
import uuid
import zipfile
from datetime import timedelta

import httpx
import pytest

from server_stub.audit import log as audit
from server_stub.bundles import keeping
from server_stub.database import open_pool
from server_stub.terminals.registry import block
from sync.wire.live import BUNDLE, BUNDLE_LIMIT, BUNDLE_REFUSAL
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_live import change_status
from tests.server_http.test_live_messages import add_person, manager, post, sign_in  # noqa: F401 - a fixture


def zipped(text: str = "one") -> bytes:
    # A ZipInfo of its own has a fixed date; a bare name takes the clock's, and two are equal only within two seconds.
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr(zipfile.ZipInfo("about.json"), text)
    return packed.getvalue()


async def send(http: httpx.AsyncClient, terminal: WireTerminal, request: str, content: bytes) -> httpx.Response:
    headers = terminal.bearer | {"Content-Type": "application/zip"}
    return await http.post(BUNDLE.format(request=request), content=content, headers=headers)


@pytest.fixture
async def asked(http: httpx.AsyncClient, enrolled: WireTerminal, manager: dict[str, str]) -> str:  # noqa: F811
    """The request to the enrolled till."""
    return str((await post(http, manager, to="till", target=enrolled.device_id, kind="bundle_request"))["id"])


async def test_a_bundle_is_kept_once_and_noted(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, asked: str
) -> None:
    for content in (zipped(), zipped(), zipped("another")):
        answer = await send(http, enrolled, asked, content)
        assert answer.status_code == 200, answer.text
        assert answer.json() == {"request": asked, "size": len(content)}
    kept = centre_server.ask("SELECT message_id::text, content FROM support_bundle")
    assert [(request, bytes(content)) for request, content in kept] == [(asked, zipped())]  # type: ignore[call-overload]
    lines = centre_server.ask("SELECT who, subject FROM audit WHERE action = 'bundle.receive'")
    assert len(lines) == 1
    assert str(lines[0][0]).startswith("device:")


async def test_nothing_is_taken_that_was_not_asked_for(
    http: httpx.AsyncClient,
    enrolled: WireTerminal,
    centre_server: RunningCentre,
    manager: dict[str, str],  # noqa: F811
    asked: str,
) -> None:
    words = await post(http, manager, to="till", target=enrolled.device_id, text="hello")
    other = WireTerminal(http)
    await other.register(centre_server.token())
    await other.sign_in()
    for terminal, request in (
        (enrolled, words["id"]),
        (enrolled, str(uuid.uuid4())),
        (enrolled, "nonsense"),
        (other, asked),
    ):
        answer = await send(http, terminal, str(request), zipped())
        assert (answer.status_code, answer.json()["error"]) == (404, "Nobody asked this device for a support bundle")
    assert (await http.post(BUNDLE.format(request=asked), content=zipped())).status_code == 401
    assert (await http.post(BUNDLE.format(request=asked), content=zipped(), headers=manager)).status_code == 403


async def test_a_no_is_kept_once_and_noted(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, asked: str
) -> None:
    other = WireTerminal(http)
    await other.register(centre_server.token())
    await other.sign_in()
    for terminal, request, status in (
        (other, asked, 404),
        (enrolled, str(uuid.uuid4()), 404),
        (enrolled, "nonsense", 404),
        (enrolled, asked, 200),
        (enrolled, asked, 200),
    ):
        answer = await http.post(BUNDLE_REFUSAL.format(request=request), headers=terminal.bearer)
        assert answer.status_code == status, answer.text
    assert answer.json() == {"request": asked, "size": 0}
    assert centre_server.ask("SELECT id::text FROM message WHERE refused_at IS NOT NULL") == [(asked,)]
    lines = centre_server.ask("SELECT who FROM audit WHERE action = 'bundle.refuse'")
    assert [str(line[0]).partition(":")[0] for line in lines] == ["device"]


async def test_only_zips_up_to_a_size_are_taken(http: httpx.AsyncClient, enrolled: WireTerminal, asked: str) -> None:
    assert (await send(http, enrolled, asked, b"MZ not a zip")).status_code == 415
    assert (await send(http, enrolled, asked, b"PK\x03\x04" + bytes(BUNDLE_LIMIT))).status_code == 413
    assert (await send(http, enrolled, asked, b"PK\x03\x04" + bytes(BUNDLE_LIMIT - 4))).status_code == 200


async def test_a_blocked_till_hands_it_in_too(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, asked: str
) -> None:
    await change_status(centre_server, block, enrolled.device_id)
    assert (await send(http, enrolled, asked, zipped())).status_code == 200


async def test_bundles_are_forgotten_after_a_month(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, asked: str
) -> None:
    await send(http, enrolled, asked, zipped())
    now = centre_server.clock.now()
    async with open_pool(centre_server.database_url, max_size=1) as pool, pool.connection() as conn:
        await keeping.prune(conn, now + timedelta(days=29))
        requests = await keeping.list_requests(conn, str(centre_server.ask("SELECT device_uuid FROM device_key")[0][0]))
        assert [(one.request, one.size) for one in requests] == [(asked, len(zipped()))]
        await keeping.prune(conn, now + timedelta(days=31))
        verdict = await audit.verify(conn)
    assert verdict.ok
    assert centre_server.ask("SELECT count(*) FROM support_bundle") == [(0,)]


async def test_a_request_is_forgotten_too(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre, asked: str
) -> None:
    """A request ages: what comes a month later finds nobody who waits for it."""
    centre_server.clock.advance(days=31)
    await enrolled.sign_in()
    assert (await send(http, enrolled, asked, zipped())).status_code == 404
