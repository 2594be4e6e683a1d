"""People of the shop, as the centre publishes them."""

from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from desktop.domain.staff import Person
from desktop.store.prepared import Prepared
from desktop.store.tables import badge, person

_person_row = select(*(person.c[name] for name in Person.__slots__))
_one = Prepared(_person_row.where(person.c.id == bindparam("id")))
_active = Prepared(_person_row.where(person.c.active == 1).order_by(func.lower(person.c.name)))
_carrier = Prepared(_person_row.join(badge, badge.c.id == person.c.id).where(badge.c.badge_hash == bindparam("hash")))


def find_person(connection: Connection, login: str) -> Person | None:
    """Give an active person by login, name or id, whatever the case."""
    wanted = login.casefold()
    people = list_people(connection)
    return next((who for who in people if wanted in (who.login.casefold(), who.name.casefold(), who.id)), None)


def read_person(connection: Connection, person_id: str) -> Person | None:
    """Give a person by id, also one who has left."""
    row = _one.first(connection, id=person_id)
    return _person(row) if row else None


def list_people(connection: Connection) -> list[Person]:
    """Give the active people by name."""
    return [_person(row) for row in _active.all(connection)]


def has_badges(connection: Connection) -> bool:
    """Tell whether anybody carries a badge here."""
    return connection.execute(select(badge.c.id).where(badge.c.badge_hash != "").limit(1)).first() is not None


def find_by_badge(connection: Connection, badge_hash: str) -> Person | None:
    """Give the active person whose badge has this hash."""
    row = _carrier.first(connection, hash=badge_hash)
    who = _person(row) if row else None
    return who if who and who.active else None


def _person(row: tuple[Any, ...]) -> Person:
    fields = dict(zip(Person.__slots__, row, strict=True))
    return Person(**fields | {"active": bool(fields["active"])})
