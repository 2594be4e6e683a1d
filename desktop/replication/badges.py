"""Whose badge was scanned."""

from sqlalchemy import Connection

from desktop.domain.staff import Person
from desktop.store import people
from sync.wire.badge import SHORTEST, badge_hash


def find_by_badge(connection: Connection, code: str) -> Person | None:
    """Give whose badge this is; None when it is nobody's, at once where nobody has one or it is too short to be one."""
    if len(code.strip()) < SHORTEST or not people.has_badges(connection):
        return None
    return people.find_by_badge(connection, badge_hash(code))
