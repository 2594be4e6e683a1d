"""The till's page: a support bundle is asked for, listed, and loaded by an administrator only."""

import re

import msgspec
import pytest

from server_stub.console.words import RUSSIAN
from sync.wire.condition import Condition
from tests.console.conftest import Visitor
from tests.console.test_pages import find_till
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

ZIP = b"PK\x03\x04 a bundle"


async def ask(admin: Visitor, till: str) -> str:
    """Press the button; gives the page afterwards."""
    await admin.see(f"/console/devices/{till}")
    answer = await admin.send(f"/console/devices/{till}/bundles")
    assert answer.status_code == 303
    return await admin.see(answer.headers["location"])


def hand_in(centre: RunningCentre) -> str:
    """The till sends what it was asked for; gives the request."""
    request, target = centre.ask("SELECT id::text, target FROM message WHERE kind = 'bundle_request'")[0]
    centre.ask(
        """INSERT INTO support_bundle (message_id, device_uuid, size, sha256, content, received_at)
           VALUES (%s, %s, %s, '', %s, %s)""",
        request, target, len(ZIP), ZIP, centre.clock.now(),
    )  # fmt: skip
    return str(request)


async def test_a_bundle_is_asked_for_listed_and_loaded(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    till = await find_till(admin, "New till")
    page = await ask(admin, till)
    assert "The till is asked for its support bundle." in page
    assert "<th>Told to the till</th>" in page
    assert "/bundles/" not in page
    request = hand_in(centre_server)
    path = f"/console/devices/{till}/bundles/{request}"
    assert path in await admin.see(f"/console/devices/{till}")
    loaded = await admin.http.get(path)
    assert (loaded.status_code, loaded.content) == (200, ZIP)
    assert loaded.headers["content-type"] == "application/zip"
    assert "attachment" in loaded.headers["content-disposition"]
    actions = [row[0] for row in centre_server.ask("SELECT action FROM audit WHERE action LIKE 'bundle.%%' ORDER BY n")]
    assert actions == ["bundle.request", "bundle.download"]


async def test_a_no_is_shown(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    till = await find_till(admin, "New till")
    assert "refused at the till" not in await ask(admin, till)
    centre_server.ask("UPDATE message SET refused_at = created_at WHERE kind = 'bundle_request'")
    assert "refused at the till" in await admin.see(f"/console/devices/{till}")


async def test_nobody_else_loads_one(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    till = await find_till(admin, "New till")
    await ask(admin, till)
    path = f"/console/devices/{till}/bundles/{hand_in(centre_server)}"
    assert (await admin.http.get(path.replace(till, "018f0000-0000-7000-8000-00000000dead"))).status_code == 404
    assert (await admin.http.get(f"/console/devices/{till}/bundles/nonsense")).status_code == 404
    centre_server.ask("UPDATE person SET role = 'manager' WHERE login = 'vera'")
    assert (await admin.http.get(path)).status_code == 403
    assert path not in await admin.see(f"/console/devices/{till}")


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_it_speaks_both_languages(admin: Visitor, shop_day: Ground, language: str) -> None:
    till = await find_till(admin, "New till")
    await admin.http.get("/console/look", params={"language": language})
    page = await admin.see(f"/console/devices/{till}")
    title = RUSSIAN["Support bundles"] if language == "ru" else "Support bundles"
    assert re.search(rf"<h2>{title}</h2>", page)


async def test_how_a_till_is_stands_on_its_page(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    till = await find_till(admin, "New till")
    assert "This till has not told yet." in await admin.see(f"/console/devices/{till}")
    told = Condition(
        version="9.1.0", schema="0042", unsent=7, unsent_since="2026-03-01T08:00:00Z", clock_offset_s=-90,
        disk_free_bytes=3_000_000_000, disk_total_bytes=64_000_000_000, printer="low", troubles=("backup.no_room",),
    )  # fmt: skip
    centre_server.ask(
        "INSERT INTO device_condition VALUES (%s, %s, %s)", till, msgspec.json.encode(told), centre_server.clock.now()
    )
    page = await admin.see(f"/console/devices/{till}")
    assert [part for part in ("9.1.0", "0042", "7, since 2026-03-01 08:00", "90 s ahead", "3.0 of 64 GB",
            "paper is running out", "backup.no_room") if part not in page] == []  # fmt: skip
    assert "9.1.0" in await admin.see("/console/devices")
