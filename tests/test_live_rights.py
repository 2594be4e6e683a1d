"""Offline rights over a real line: signed by the centre, checked by the till, out of date, renewed, and mended."""

import uuid
from contextlib import closing
from pathlib import Path

import psycopg

from desktop.commands.syncing import status
from desktop.domain.refusal import Refusal
from desktop.domain.rights import Reach
from desktop.domain.staff import Right
from desktop.operations import rights
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.settings import load_settings
from desktop.station import RIGHTS, open_station
from desktop.store import people
from desktop.store.replica_file import ReplicaFile
from server_stub.identity.people import save_person
from sync.wire.changes import Person
from tests.live_tills import Till
from tests.server_http.conftest import SHOP, RunningCentre, centre_server  # noqa: F401 - fixtures
from tests.test_live_till import working


def may_settle(terminal: Terminal, login: str) -> bool:
    with terminal.database.reading() as connection:
        person = people.find_person(connection, login)
    try:
        return check(terminal, person, Right.SETTINGS) == person
    except Refusal:
        return False


async def employ(centre: RunningCentre, **roles: str) -> None:
    """Let people work in the shop, whose terms a till can read."""
    centre.ask("UPDATE shop SET cash_rounding_method = 'nearest'")
    async with await psycopg.AsyncConnection.connect(centre.database_url) as conn:
        for login, role in roles.items():
            person = Person(id=str(uuid.uuid4()), login=login, name=login.title(), role=role, pin_hash="")
            await save_person(conn, SHOP, person)
    while centre.ask("SELECT 1 FROM feed_item WHERE position IS NULL"):
        pass  # the sequencer numbers it: a till that connects now hears of the one document there is


async def heard(till: Till) -> None:
    """Wait until the till has a document and has counted from it."""
    await till.connected()
    await till.until(lambda: rights.read_standing(till.station.terminal).age is not None)


async def test_rights_come_with_the_people_run_out_and_come_back(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    await employ(centre_server, vera="manager")
    clock = centre_server.clock
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await heard(till)
        terminal = till.station.terminal
        assert rights.read_standing(terminal).reach is Reach.FULL
        assert may_settle(terminal, "vera")
    station = open_station(load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none"), clock)
    with closing(station):
        assert station.secrets.copies(RIGHTS), "what is known is kept outside the database as well"
        clock.advance(days=7)
        told = status(station)["rights"]
        assert (told["reach"], told["doubt"]) == (Reach.SENIOR, "")
        assert 20 < told["days_left"] <= 23
        assert not may_settle(station.terminal, "vera")
    centre_server.ask("UPDATE feed_item SET marked_at = marked_at - interval '2 days' WHERE entity = 'rights'")
    async with working(tmp_path, centre_server) as till:
        await till.until(lambda: rights.read_standing(till.station.terminal).reach is Reach.FULL)
        assert may_settle(till.station.terminal, "vera")


async def test_people_that_were_changed_on_disk_have_no_more_than_a_cashier_until_the_centre_is_heard(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    await employ(centre_server, olga="cashier", vera="manager")
    async with working(tmp_path, centre_server, centre_server.token()) as till:
        await heard(till)
        path, key = till.station.replica()
    with closing(ReplicaFile(path, key)) as replica, replica.writing():
        replica._connection.execute("UPDATE person SET role = 'admin' WHERE login = 'olga'")
    station = open_station(load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none"), centre_server.clock)
    with closing(station):
        assert rights.read_standing(station.terminal).doubt == "people"
        assert not may_settle(station.terminal, "olga")
        assert not may_settle(station.terminal, "vera")
    async with working(tmp_path, centre_server) as till:
        await till.until(lambda: not rights.read_standing(till.station.terminal).doubt)
        assert may_settle(till.station.terminal, "vera")
        assert not may_settle(till.station.terminal, "olga")
