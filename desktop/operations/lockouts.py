"""Wrong PINs, kept where putting one file back does not undo them: in the database, and outside among the secrets."""

import contextlib

import msgspec
from sqlalchemy import Connection

from desktop.domain import lockout
from desktop.domain.lockout import Misses
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store.terminal import Known, read_known, save_known

_DECODER = msgspec.json.Decoder(Misses)


def read_misses(connection: Connection, terminal: Terminal) -> Misses:
    """Give the wrong tries as the newer of both copies has them."""
    inside = read_known(connection, Known.WRONG_PINS).encode()
    return lockout.newest(_decode(inside), _decode(terminal.tries.read() if terminal.tries else b""))


def check_wait(terminal: Terminal, kept: Misses, person_id: str) -> Misses:
    """Give the tries as they stand, unless this person has to wait: Refusal `staff.wait` with the `seconds`."""
    uptime_s = terminal.uptime_s()
    misses = lockout.after_start(kept, uptime_s)
    if misses is not kept:
        _keep(terminal, misses)
    wait_s = lockout.wait_s(misses, person_id, uptime_s)
    if wait_s:
        raise Refusal(
            "staff.wait",
            f"Too many wrong PINs; wait {wait_s} s.",
            "A manager can sign in meanwhile.",
            field="pin",
            facts={"seconds": wait_s},
        )
    return misses


def count_miss(terminal: Terminal, misses: Misses, person_id: str) -> None:
    """Write a wrong try down, in both places, before anybody is told that it was wrong."""
    _keep(terminal, lockout.missed(misses, person_id, terminal.uptime_s()))


def forgive(connection: Connection, terminal: Terminal, misses: Misses, person_id: str) -> None:
    """Forget the wrong tries of somebody who gave the right PIN; nothing is written where there were none."""
    rest = lockout.matched(misses, person_id)
    if rest is not misses:
        _write(connection, terminal, rest)


def _decode(content: bytes) -> Misses:
    """What cannot be read is no reason to let anybody in sooner: the other copy counts then."""
    with contextlib.suppress(msgspec.DecodeError):
        return _DECODER.decode(content) if content else Misses()
    return Misses()


def _keep(terminal: Terminal, misses: Misses) -> None:
    with terminal.database.writing() as connection:
        _write(connection, terminal, misses)


def _write(connection: Connection, terminal: Terminal, misses: Misses) -> None:
    content = msgspec.json.encode(misses)
    if terminal.tries:
        terminal.tries.write(content)
    save_known(connection, wrong_pins=content.decode())
