"""A till that is lost: its successor is invited, its key is shown to an administrator, and both are noted."""

import psycopg

from server_stub.terminals.escrow import keep_key
from sync.wire.recovery_key import spell_key
from tests.console.conftest import Visitor
from tests.console.test_pages import find_till
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

KEY = bytes(range(32))


async def keep(centre: RunningCentre, till: str) -> None:
    """The till leaves its key at head office."""
    ((secret,),) = centre.ask("SELECT jwt_secret FROM centre")
    async with await psycopg.AsyncConnection.connect(centre.database_url) as conn:
        await keep_key(conn, bytes(secret), till, KEY, centre.clock.now())  # type: ignore[arg-type]


async def test_the_key_is_shown_to_an_administrator_once_and_noted(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    till = await find_till(admin, "New till")
    page = f"/console/devices/{till}"
    assert "Show the recovery key" in await admin.see(page)
    assert (await admin.send(f"{page}/recovery-key")).status_code == 404
    await keep(centre_server, till)
    shown = await admin.send(f"{page}/recovery-key")
    assert (shown.status_code, shown.headers["cache-control"]) == (200, "no-store")
    assert spell_key(KEY) in shown.text
    assert spell_key(KEY) not in await admin.see(page)
    noted = centre_server.ask("SELECT subject, detail::text FROM audit WHERE action = 'escrow.given'")
    assert [subject for subject, _ in noted] == [f"device:{till}"]
    centre_server.ask("UPDATE person SET role = 'manager' WHERE login = 'vera'")
    assert "Show the recovery key" not in await admin.see(page)
    assert (await admin.send(f"{page}/recovery-key")).status_code == 403


async def test_a_successor_is_invited_for_this_till_alone(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    till = await find_till(admin, "New till")
    await admin.see(f"/console/devices/{till}")
    await admin.send(f"/console/devices/{till}/approve", shop=shop_day.shop)
    page = await admin.see(f"/console/devices/{till}")
    assert "Invite its successor" in page
    ((device,),) = centre_server.ask("SELECT device_id FROM registered_devices WHERE device_uuid = %s", till)
    answer = await admin.send("/console/tokens", shop=shop_day.shop, device=str(device), life="1h")
    assert "ECK$2$" in answer.text
    made = centre_server.ask("SELECT count(*) FROM enrolment_token WHERE device_id = %s", device)
    assert made == [(1,)]
