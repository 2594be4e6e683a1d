"""The signed document of offline rights as it lies in the replica, and the people it speaks of.

Tables are read by name alone, so that the replica's own file and the attached one answer the same; whatever somebody
wrote there, it comes as one type.
"""

from sqlalchemy import Connection, text

from desktop.store.prepared import Prepared

DOCUMENT = "SELECT CAST(content AS BLOB), CAST(signature AS BLOB) FROM rights ORDER BY id LIMIT 1"
PEOPLE = """
SELECT CAST(p.id AS TEXT), CAST(p.login AS TEXT), CAST(p.name AS TEXT), CAST(p.role AS TEXT),
    CAST(p.pin_hash AS TEXT), CAST(coalesce(b.badge_hash, '') AS TEXT)
FROM person p LEFT JOIN badge b ON b.id = p.id WHERE p.active <> 0
"""
_document, _people = Prepared(text(DOCUMENT)), Prepared(text(PEOPLE))
_since = Prepared(
    text("SELECT position, occurred_at FROM main.journal WHERE position > :after AND recalled = 0 ORDER BY position")
)
_end = Prepared(text("SELECT coalesce(max(position), 0) FROM main.journal"))


def read_document(connection: Connection) -> tuple[bytes, bytes] | None:
    """Give content and signature; None where head office has sent none."""
    row = _document.first(connection)
    return (row[0], row[1]) if row else None


def read_signed_people(connection: Connection) -> list[tuple[str, ...]]:
    """Give id, login, name, role, PIN hash and badge hash of everybody who may sign in."""
    return _people.all(connection)


def read_moments(connection: Connection, after_position: int) -> list[tuple[int, str]]:
    """Give position and time (ISO 8601) of what was sealed here behind a position, in order."""
    return [(row[0], row[1]) for row in _since.all(connection, after=after_position)]


def read_end(connection: Connection) -> int:
    """Give the position of the last entry, 0 in an empty journal."""
    row = _end.first(connection)
    return row[0] if row else 0
