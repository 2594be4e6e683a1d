"""Signing in and out, by PIN or badge; works with the centre dead, against the shop's people in the replica."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection

from desktop.domain.lockout import STRANGER, Misses
from desktop.domain.permission import require_granter
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right, SignIn
from desktop.operations import lockouts, rights
from desktop.operations.terminal import Terminal, require_open
from desktop.replication.badges import find_by_badge
from desktop.store import people
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic


def sign_in(terminal: Terminal, login: str, pin: str) -> Person:
    """Sign a person in by login, name or id. Refusals `staff.wrong_pin` (also for unknown logins), `staff.wait`.

    Whoever was signed in is not any more; the cart in hand and the shift stay.
    """
    person, misses = _check_pin(terminal, login, pin)
    with terminal.database.writing(Topic.STAFF, Topic.SYNC) as connection:
        lockouts.forgive(connection, terminal, misses, person.id)
        _sign_in(connection, terminal, person)
    return person


def sign_in_by_badge(terminal: Terminal, code: str) -> Person | None:
    """Sign in whose badge this is; None when it is nobody's."""
    with terminal.database.reading() as connection:
        require_open(connection)
        person = find_by_badge(connection, code)
    if person is not None:
        with terminal.database.writing(Topic.STAFF, Topic.SYNC) as connection:
            _sign_in(connection, terminal, person)
    return person


def is_badge(terminal: Terminal, code: str) -> bool:
    """Tell whether a scan is somebody's badge."""
    with terminal.database.reading() as connection:
        return find_by_badge(connection, code) is not None


def grant(
    terminal: Terminal, login: str, pin: str, right: Right, *, amount_minor: int = 0, share_ppm: int = 0
) -> Person:
    """Check the PIN of somebody who lends a right for one act; nobody is signed in by it, the act's entry names them.

    Refusals as `sign_in`, and `staff.granter` for who may not do it either.
    """
    person, misses = _check_pin(terminal, login, pin)
    with terminal.database.writing() as connection:
        lockouts.forgive(connection, terminal, misses, person.id)
    return _require_granter(terminal, person, right, amount_minor, share_ppm)


def grant_by_badge(
    terminal: Terminal, code: str, right: Right, *, amount_minor: int = 0, share_ppm: int = 0
) -> Person | None:
    """Give who lends a right for one act by a badge; None when it is nobody's. Refusal `staff.granter`."""
    with terminal.database.reading() as connection:
        require_open(connection)
        person = find_by_badge(connection, code)
    return _require_granter(terminal, person, right, amount_minor, share_ppm) if person else None


def sign_out(terminal: Terminal) -> None:
    """Sign out whoever is signed in; the shift stays open."""
    with terminal.database.writing(Topic.STAFF) as connection:
        save_known(connection, signed_in="")


def signed_in(terminal: Terminal) -> Person | None:
    """Give who is signed in; nobody when the person has left meanwhile."""
    with terminal.database.reading() as connection:
        person_id = read_known(connection, Known.SIGNED_IN)
        person = people.read_person(connection, person_id) if person_id else None
    return person if person and person.active else None


def _sign_in(connection: Connection, terminal: Terminal, person: Person) -> None:
    terminal.record(connection, SignIn(person.id, person.role), person)
    save_known(connection, signed_in=person.id)


def _check_pin(terminal: Terminal, login: str, pin: str) -> tuple[Person, Misses]:
    """Give the person, and the wrong tries as they stood."""
    with terminal.database.reading() as connection:
        require_open(connection)
        person = people.find_person(connection, login)
        kept = lockouts.read_misses(connection, terminal)
    key = person.id if person else STRANGER
    misses = lockouts.check_wait(terminal, kept, key)
    if person is None or not _matches(person.pin_hash, pin):
        lockouts.count_miss(terminal, misses, key)
        raise Refusal("staff.wrong_pin", "Name or PIN is wrong.", "Try again.", field="pin")
    return person, misses


def _require_granter(terminal: Terminal, person: Person, right: Right, amount_minor: int, share_ppm: int) -> Person:
    with terminal.database.reading() as connection:
        shop = rights.read_shop(connection, terminal)
    require_granter(person, right, shop, amount_minor=amount_minor, share_ppm=share_ppm)
    return person


def _matches(pin_hash: str, pin: str) -> bool:
    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False
