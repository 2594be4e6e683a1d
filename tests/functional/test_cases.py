"""From the entry that head office cannot book to the list at the till, and back to an empty list."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import pytest

from desktop.domain.clock import SystemClock
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.store.database import open_encrypted
from tests.functional.programs import Till
from tests.hashing import QUICK
from tests.server_http.api import make_key
from tests.server_http.conftest import SHOP, RunningCentre, add_shop, centre_server  # noqa: F401 - a fixture

PASSWORD = "violet tram 42 lanterns"
PATIENCE_S = 30
PERSON = "018f0000-0000-7000-8000-0000000000aa"
OTHER_SHOP = "018f0000-0000-7000-8000-0000000000bb"


@pytest.fixture
def enrolled(centre_server: RunningCentre, tmp_path: Path) -> Till:  # noqa: F811
    """A till of a shop that has no place for customers yet: nothing it says can be booked."""
    till = Till(tmp_path / "till")
    words = ("enrol", "--server", centre_server.address, "--name", "Till 1", "--token-stdin")
    till.do(*words, stdin=centre_server.token() + "\n")
    return till


def synced(till: Till) -> list[dict[str, Any]]:
    """Push and pull, and give the cases then."""
    assert till.do("sync")["unsent"] == 0
    return list(till.do("cases")["cases"])


def told(centre: RunningCentre, till: Till) -> list[dict[str, Any]]:
    """Give the cases when the sequencer has numbered what the centre has to say."""
    deadline = monotonic() + PATIENCE_S
    while centre.ask("SELECT 1 FROM feed_item WHERE position IS NULL LIMIT 1"):
        assert monotonic() < deadline, "the sequencer stands still"
    return synced(till)


def test_a_case_comes_to_the_till_and_goes_when_it_is_closed_in_the_console(
    centre_server: RunningCentre,  # noqa: F811
    enrolled: Till,
) -> None:
    opened = told(centre_server, enrolled)
    assert [(case["kind"], case["state"], case["device"], case["seq"]) for case in opened] == [
        ("quarantine", "open", "Till 1", 1)
    ]
    assert opened[0]["entry"]["kind"] == "journal.opened"
    assert "One case waits" in enrolled.run_plain("cases").out
    with console(centre_server) as visitor:
        press(visitor, f"/console/cases/{opened[0]['id']}/close")
    assert told(centre_server, enrolled) == []
    assert "Nothing waits for a decision." in enrolled.run_plain("cases").out
    assert synced(enrolled) == []


def test_a_case_that_is_closed_over_rest_is_gone_at_the_till(
    centre_server: RunningCentre,  # noqa: F811
    enrolled: Till,
) -> None:
    (case,) = told(centre_server, enrolled)
    add_shop(centre_server.database_url, OTHER_SHOP, "Elsewhere")
    theirs, reading, able = (
        asyncio.run(make_key(centre_server, [scope], shop))
        for scope, shop in (("cases:write", OTHER_SHOP), ("cases:read", SHOP), ("cases:write", SHOP))
    )
    path = f"/ECK/API/V1/cases/{case['id']}/close"
    with httpx.Client(base_url=centre_server.address, trust_env=False, timeout=30) as http:
        for key, status in ((theirs, 404), (reading, 403)):
            assert http.post(path, json={}, headers={"X-API-Key": key}).status_code == status
        for wrong in ("x", "0", "9" * 30):
            answer = http.post(path.replace(case["id"], wrong), json={}, headers={"X-API-Key": able})
            assert (wrong, answer.status_code) == (wrong, 404)
        for note in ("looked at", "twice"):
            closed = http.post(path, json={"note": note}, headers={"X-API-Key": able})
            assert (closed.status_code, closed.json()["status"], closed.json()["note"]) == (200, "closed", "looked at")
    assert centre_server.ask("SELECT count(*) FROM audit WHERE action = 'case.close'") == [(1,)]
    assert told(centre_server, enrolled) == []


def test_an_entry_that_is_booked_after_all_is_no_case_any_more(
    centre_server: RunningCentre,  # noqa: F811
    enrolled: Till,
) -> None:
    assert len(told(centre_server, enrolled)) == 1
    centre_server.ask(
        "INSERT INTO place (id, shop_id, code, name, kind) VALUES (gen_random_uuid(), %s, 'C', 'C', 'customer')", SHOP
    )
    with console(centre_server) as visitor:
        press(visitor, "/console/cases/replay")
    assert told(centre_server, enrolled) == []


@pytest.mark.parametrize("without", ['DROP TABLE "case"', 'DELETE FROM "case"'], ids=["released", "later"])
def test_a_program_that_learnt_of_cases_reads_what_an_older_one_passed_over(
    centre_server: RunningCentre,  # noqa: F811
    enrolled: Till,
    without: str,
) -> None:
    assert len(told(centre_server, enrolled)) == 1
    with changed_replica(enrolled) as replica:
        replica.executescript(f"{without}; UPDATE feed SET passed = 'case' WHERE name LIKE 'shop:%'")
    assert [case["state"] for case in enrolled.do("cases")["cases"]] == ["local"]
    assert [case["state"] for case in synced(enrolled)] == ["open"]


def test_a_replica_of_another_schema_is_loaded_anew(
    centre_server: RunningCentre,  # noqa: F811
    enrolled: Till,
) -> None:
    assert len(told(centre_server, enrolled)) == 1
    with changed_replica(enrolled) as replica:
        replica.execute("UPDATE meta SET schema = schema - 1")
    assert [case["state"] for case in enrolled.do("cases")["cases"]] == ["local"]
    assert [case["state"] for case in synced(enrolled)] == ["open"]


@contextmanager
def changed_replica(till: Till) -> Iterator[Any]:
    """The replica's file as another program has left it."""
    station = open_station(load_settings(till.folder), SystemClock())
    path, key = station.replica()
    station.close()
    with closing(open_encrypted(path, key)) as replica:
        yield replica


def test_another_shops_cases_are_none_of_ours(centre_server: RunningCentre, enrolled: Till) -> None:  # noqa: F811
    centre_server.ask(
        "INSERT INTO cases (kind, subject, detail, opened_at, shop_id) VALUES ('fork', 'x', '', now(), %s)", OTHER_SHOP
    )
    assert len(told(centre_server, enrolled)) == 1


@contextmanager
def console(centre: RunningCentre) -> Iterator[httpx.Client]:
    """An administrator who has signed in."""
    centre.ask(
        """INSERT INTO person (id, shop_id, login, name, role, pin_hash, active, password_hash)
           VALUES (%s, %s, 'vera', 'Vera', 'admin', '', true, %s)""",
        PERSON, SHOP, QUICK.hash(PASSWORD),
    )  # fmt: skip
    with httpx.Client(base_url=centre.address, trust_env=False, timeout=30) as visitor:
        assert visitor.post("/console/sign-in", data={"login": "vera", "password": PASSWORD}).status_code == 303
        yield visitor


def press(visitor: httpx.Client, button: str) -> None:
    """Send the form of a button of the page with the cases."""
    (mark, *_) = re.findall(r'name="csrf" value="([0-9a-f]+)"', visitor.get("/console/cases").text)
    assert visitor.post(button, data={"csrf": mark}).status_code == 303
