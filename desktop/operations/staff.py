"""Signing in and out; works with the centre dead, against the shop's people in the replica."""

import json

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right, SignIn, require
from desktop.operations.terminal import Terminal, require_open
from desktop.store import people
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

TRIES = 5
"""Wrong PINs in a row before a person has to wait."""

WAIT_S = 60


def sign_in(terminal: Terminal, login: str, pin: str) -> Person:
    """Sign a person in by login, name or id. Refusals `staff.wrong_pin` (also for unknown logins), `staff.wait`."""
    person, tries = _check_pin(terminal, login, pin)
    with terminal.database.writing(Topic.STAFF, Topic.SYNC) as connection:
        terminal.record(connection, SignIn(person.id, person.role), person)
        save_known(connection, signed_in=person.id, wrong_pins=json.dumps(tries) if tries else "")
    return person


def grant(terminal: Terminal, login: str, pin: str, right: Right) -> Person:
    """Check the PIN of somebody who lends a right for one act; nobody is signed in by it, the act's entry names them.

    Refusals as `sign_in`, and `staff.right`.
    """
    person, tries = _check_pin(terminal, login, pin)
    require(person, right)
    with terminal.database.writing() as connection:
        save_known(connection, wrong_pins=json.dumps(tries) if tries else "")
    return person


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


def _check_pin(terminal: Terminal, login: str, pin: str) -> tuple[Person, dict[str, list[float]]]:
    """Give the person, and the wrong tries of the others that are left to keep."""
    with terminal.database.reading() as connection:
        require_open(connection)
        person = people.find_person(connection, login)
        tries = json.loads(read_known(connection, Known.WRONG_PINS) or "{}")
    key = person.id if person else login.casefold()
    _check_wait(terminal, tries.get(key))
    if person is None or not _matches(person.pin_hash, pin):
        _count_wrong(terminal, tries, key)
        raise Refusal("staff.wrong_pin", "Name or PIN is wrong.", "Try again.", field="pin")
    tries.pop(key, None)
    return person, tries


def _matches(pin_hash: str, pin: str) -> bool:
    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


def _check_wait(terminal: Terminal, tried: list[float] | None) -> None:
    if tried is None or tried[0] < TRIES:
        return
    left_s = WAIT_S - abs(terminal.clock.now().timestamp() - tried[1])
    if left_s > 0:
        raise Refusal(
            "staff.wait",
            f"Too many wrong PINs; wait {round(left_s)} s.",
            "A manager can sign in meanwhile.",
            field="pin",
            facts={"seconds": round(left_s)},
        )


def _count_wrong(terminal: Terminal, tries: dict[str, list[float]], key: str) -> None:
    count = tries.get(key, [0, 0])[0] + 1
    tries[key] = [count, terminal.clock.now().timestamp()]
    with terminal.database.writing() as connection:
        save_known(connection, wrong_pins=json.dumps(tries))
