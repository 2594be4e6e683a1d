"""Whether somebody may do what an operation is about to do: every one asks here, by the shop's terms of now."""

from sqlalchemy import Connection

from desktop.domain import permission
from desktop.domain.permission import Grade
from desktop.domain.staff import Person, Right
from desktop.operations import rights
from desktop.operations.terminal import Terminal


def permit(
    connection: Connection,
    terminal: Terminal,
    person: Person | None,
    right: Right,
    granter: Person | None = None,
    *,
    amount_minor: int = 0,
    share_ppm: int = 0,
) -> tuple[Person, str]:
    """Give the person, and the id of whoever lent the right ("" when nobody had to). Refusals as `permission.permit`.

    `granter` is somebody whose PIN or badge was checked for this one act; the caller puts the id into the fact.
    """
    shop = rights.read_shop(connection, terminal)
    return permission.permit(person, right, shop, granter, amount_minor=amount_minor, share_ppm=share_ppm)


def permit_asking(connection: Connection, terminal: Terminal, person: Person | None, right: Right) -> Person:
    """Give the person who may do it, or may ask for it: what comes of it then waits. Refusals as `permit`."""
    shop = rights.read_shop(connection, terminal)
    if person is not None and permission.grade_of(person, right, shop) is Grade.APPROVAL:
        return person
    return permission.permit(person, right, shop)[0]


def check(terminal: Terminal, person: Person | None, right: Right) -> Person:
    """Give the person back, or refuse as `permit`: for screens that ask before an operation does."""
    with terminal.database.reading() as connection:
        return permit(connection, terminal, person, right)[0]
