"""Offline rights at the till: signed by head office, they reach less far by the day, whatever clock and files say."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain.refusal import Refusal
from desktop.domain.rights import Reach
from desktop.domain.staff import Person, Right
from desktop.operations import rights, shifts, staff
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.local_replica import LocalReplica
from desktop.store import people
from desktop.store.replica_file import ReplicaFile
from sync.wire.changes import Change
from sync.wire.messages import Cursor, Page
from sync.wire.rights import Rights, Vouched, people_hash, rights_message
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, PIN, REPLICA

CENTRE = Ed25519PrivateKey.generate()
SERVER_KEY = CENTRE.public_key().public_bytes_raw()
KEY = b"r" * 32


@pytest.fixture
def signed(terminal: Terminal, tmp_path: Path) -> Terminal:
    """The terminal with a document of just now."""
    terminal = replace(terminal, server_key=SERVER_KEY)
    issue(terminal, tmp_path)
    rights.keep(terminal)
    return terminal


def issue(terminal: Terminal, folder: Path, *, key: Ed25519PrivateKey = CENTRE, **content: object) -> None:
    """Bring a document down the feed, as head office would issue it for the people that are here."""
    with closing(ReplicaFile(folder / REPLICA, KEY)) as replica:
        people = people_hash(replica.read_signed()[1])
        vouched = Vouched(shop="s1", issued_at=terminal.clock.now().isoformat(), people=people)
        vouched = msgspec.structs.replace(vouched, **content)
        written = msgspec.json.encode(vouched)
        row = Rights(id="s1", content=written, signature=key.sign(rights_message(written)))
        change = Change(9, "rights", "s1", msgspec.Raw(msgspec.msgpack.encode(row)))
        cursor = Cursor(feed="people:s1", epoch="e", position=9, token="t")
        apply_page(replica, Page(cursor=cursor, from_position=8, more=False, changes=(change,)))


def tamper(folder: Path, statement: str) -> None:
    with closing(ReplicaFile(folder / REPLICA, KEY)) as replica, replica.writing():
        replica._connection.execute(statement)


def reach(terminal: Terminal) -> Reach:
    return rights.read_standing(terminal).reach


def seal(terminal: Terminal) -> None:
    """Seal any entry just now."""
    staff.sign_in_by_badge(terminal, "MIRA-7F3K2Q9X")


def test_a_terminal_without_a_document_is_as_it_was(terminal: Terminal, clock: SettableClock) -> None:
    mira = staff.sign_in(terminal, "mira", PIN)
    for knows in (terminal, replace(terminal, server_key=SERVER_KEY)):
        rights.keep(knows)
        clock.advance(days=400)
        assert (reach(knows), rights.advance(knows)) == (Reach.FULL, b"")
        assert check(knows, mira, Right.SETTINGS) == mira


def test_rights_run_out_in_steps_and_a_new_document_brings_them_back(
    signed: Terminal, clock: SettableClock, tmp_path: Path
) -> None:
    mira = staff.sign_in(signed, "mira", PIN)
    assert check(signed, mira, Right.SETTINGS) == mira
    clock.advance(days=6, hours=23)
    assert (reach(signed), rights.read_standing(signed).left) == (Reach.FULL, timedelta(hours=1))
    clock.advance(hours=1)
    with pytest.raises(Refusal) as refused:
        check(signed, mira, Right.SETTINGS)
    assert (refused.value.code, reach(signed)) == ("staff.approval", Reach.SENIOR)
    with pytest.raises(Refusal) as refused:
        staff.grant(signed, "mira", PIN, Right.VOID)
    assert refused.value.code == "rights.senior"
    clock.advance(days=23)
    with pytest.raises(Refusal) as refused:
        shifts.move_cash(signed, mira, 100, "change")
    assert (refused.value.code, reach(signed)) == ("rights.expired", Reach.COUNTER)
    issue(signed, tmp_path)
    assert reach(signed) is Reach.FULL
    rights.keep(signed)
    assert (reach(signed), check(signed, mira, Right.SETTINGS)) == (Reach.FULL, mira)


@pytest.mark.parametrize("days", [8, 31, 3000])
def test_a_day_is_sold_and_closed_however_long_head_office_is_away(
    signed: Terminal, clock: SettableClock, days: int
) -> None:
    clock.advance(days=days)
    anna = staff.sign_in(signed, "anna", PIN)
    shifts.open_shift(signed, anna, 10_000)
    sale = sell(signed, anna, BREAD)
    counted = {"cash": 10_000 + sale.total_minor + 5_000}  # a difference that nobody here may approve
    with pytest.raises(Refusal) as refused:
        shifts.close_shift(signed, anna, counted)
    assert refused.value.code in shifts.MISSING_APPROVAL
    assert shifts.close_shift(signed, anna, counted, unapproved=True).z_number == 1


def test_a_clock_set_back_gives_no_time_back(signed: Terminal, clock: SettableClock) -> None:
    for _ in range(8):  # every morning the clock is put back to where it was
        seal(signed)
        clock.advance(days=1)
        seal(signed)
        clock.instant -= timedelta(days=1)
    assert reach(signed) is Reach.SENIOR
    clock.instant -= timedelta(days=3650)
    seal(signed)
    assert reach(signed) is Reach.SENIOR
    clock.advance(days=23)
    assert reach(signed) is Reach.COUNTER


def test_a_clock_that_was_wrong_for_a_moment_and_sealed_nothing_takes_no_time(
    signed: Terminal, clock: SettableClock, tmp_path: Path
) -> None:
    clock.instant += timedelta(days=4000)
    assert reach(signed) is Reach.COUNTER
    clock.instant -= timedelta(days=4000)
    assert reach(signed) is Reach.FULL
    clock.instant += timedelta(days=4000)
    seal(signed)
    clock.instant -= timedelta(days=4000)
    assert reach(signed) is Reach.COUNTER, "what was sealed counts, until head office is heard of again"
    clock.advance(hours=1)
    issue(signed, tmp_path)
    rights.keep(signed)
    assert reach(signed) is Reach.FULL


@pytest.mark.parametrize("off", [timedelta(days=-900), timedelta(days=900)], ids=["behind", "ahead"])
def test_a_clock_that_is_wrong_all_the_time_still_counts_days(
    terminal: Terminal, clock: SettableClock, tmp_path: Path, off: timedelta
) -> None:
    terminal = replace(terminal, server_key=SERVER_KEY)
    issue(terminal, tmp_path, issued_at=(clock.now() - off).isoformat())
    rights.keep(terminal)
    assert reach(terminal) is Reach.FULL
    clock.advance(days=7)
    assert reach(terminal) is Reach.SENIOR


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE person SET role = 'admin' WHERE id = 'anna'",
        "UPDATE person SET pin_hash = (SELECT pin_hash FROM person WHERE id = 'anna') || ' ' WHERE id = 'mira'",
        "UPDATE badge SET badge_hash = 'x' WHERE id = 'mira'",
        "INSERT INTO person SELECT 'eve', 'eve', 'Eve', 'admin', pin_hash, 1, 0 FROM person WHERE id = 'anna'",
        "UPDATE rights SET content = content || ' '",
        "UPDATE rights SET signature = zeroblob(64)",
        "UPDATE person SET login = 7 WHERE id = 'anna'",
        "DELETE FROM rights",
    ],
)
def test_people_who_are_not_those_that_were_signed_have_a_cashiers_rights(
    signed: Terminal, tmp_path: Path, statement: str
) -> None:
    tamper(tmp_path, statement)
    standing = rights.read_standing(signed)
    assert (standing.reach, bool(standing.doubt)) == (Reach.DOUBTED, True)
    for login in ("Anna K.", "mira"):
        who = person(signed, login)
        for right in (Right.SETTINGS, Right.JOURNAL, Right.ADJUST_STOCK):
            with pytest.raises(Refusal):
                check(signed, who, right)
        assert check(signed, who, Right.SELL) == who


def test_taking_away_the_shops_terms_takes_no_doubt_away(signed: Terminal, tmp_path: Path) -> None:
    tamper(tmp_path, "UPDATE person SET role = 'admin' WHERE id = 'anna'")
    tamper(tmp_path, "DELETE FROM shop")
    for login in ("Anna K.", "mira"):
        with pytest.raises(Refusal):
            check(signed, person(signed, login), Right.SETTINGS)


def test_permissions_are_those_that_were_signed(signed: Terminal, tmp_path: Path) -> None:
    anna = staff.sign_in(signed, "anna", PIN)
    loose = '{"settings": {"cashier": "allowed"}}'
    tamper(tmp_path, f"UPDATE shop SET terms = json_set(terms, '$.permissions', json('{loose}'))")
    with pytest.raises(Refusal):
        check(signed, anna, Right.SETTINGS)
    issue(signed, tmp_path, permissions={"settings": {"cashier": "allowed"}})
    assert check(signed, anna, Right.SETTINGS) == anna


@pytest.mark.parametrize("content", [{"shop": "s2"}, {"people": ""}], ids=["another shop's", "other people's"])
def test_a_document_that_is_not_ours_proves_nobody(signed: Terminal, tmp_path: Path, content: dict[str, Any]) -> None:
    issue(signed, tmp_path, **content)
    assert reach(signed) is Reach.DOUBTED


def test_another_centres_signature_is_none(signed: Terminal, tmp_path: Path) -> None:
    issue(signed, tmp_path, key=Ed25519PrivateKey.generate())
    assert rights.read_standing(signed).doubt == "signature"


def test_people_that_do_not_hold_are_asked_for_again(signed: Terminal, tmp_path: Path) -> None:
    replica = LocalReplica(lambda: (tmp_path / REPLICA, KEY), lambda feed: None, SERVER_KEY)
    assert "people:s1" in [cursor.feed for cursor in replica.cursors()]
    tamper(tmp_path, "UPDATE person SET role = 'admin' WHERE id = 'anna'")
    assert "people:s1" not in [cursor.feed for cursor in replica.cursors()]
    replica.close()


def test_an_older_file_put_back_is_not_believed(signed: Terminal, clock: SettableClock, tmp_path: Path) -> None:
    """Somebody has left, and the file of the week before is put in the place of the present one."""
    with closing(ReplicaFile(tmp_path / REPLICA, KEY)) as replica:
        replica.copy_to(tmp_path / "older.db")
    clock.advance(days=2)
    issue(signed, tmp_path)
    rights.keep(signed)
    signed.database.close()
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"{REPLICA}{suffix}").unlink(missing_ok=True)
    shutil.copy(tmp_path / "older.db", tmp_path / REPLICA)
    signed.database.attach_replica(tmp_path / REPLICA, KEY)
    assert rights.read_standing(signed).doubt == "older"


def test_what_was_counted_outlives_a_journal_that_is_put_back(signed: Terminal, clock: SettableClock) -> None:
    """Everything in the folder is put back, and the clock with it; what lies among the secrets is not."""
    with signed.database.reading() as connection:
        before = connection.exec_driver_sql("SELECT value FROM terminal WHERE name = 'rights'").scalar()
    clock.advance(days=6)
    kept = rights.advance(signed)
    clock.instant -= timedelta(days=6)
    with signed.database.writing() as connection:
        connection.exec_driver_sql("UPDATE terminal SET value = ? WHERE name = 'rights'", (before,))
    rights.recall(signed, [b"", b"broken", kept])
    assert reach(signed) is Reach.FULL
    clock.advance(days=1)
    assert reach(signed) is Reach.SENIOR
    rights.recall(signed, [kept])
    assert reach(signed) is Reach.SENIOR, "an older copy takes nothing back either"


def test_a_note_of_another_centre_says_nothing(signed: Terminal, clock: SettableClock) -> None:
    kept = rights.advance(signed)
    other = replace(signed, server_key=bytes(32))
    rights.recall(other, [kept])
    assert rights.advance(other) == b""


def test_time_counted_on_the_way_is_time_counted_at_the_end(signed: Terminal, clock: SettableClock) -> None:
    for _ in range(6):
        clock.advance(days=1)
        seal(signed)
        rights.advance(signed)
    age = rights.read_standing(signed).age
    assert age == timedelta(days=6)
    assert reach(signed) is Reach.FULL


def person(terminal: Terminal, login: str) -> Person:
    with terminal.database.reading() as connection:
        found = people.find_person(connection, login)
    assert found is not None
    return found
