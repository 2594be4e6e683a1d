"""People of the shop, as the centre publishes them."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from desktop.domain.staff import Person
from desktop.store.tables import person


def find_person(connection: Connection, login: str) -> Person | None:
    """Give an active person by login, name or id, whatever the case."""
    wanted = login.casefold()
    people = list_people(connection)
    return next((who for who in people if wanted in (who.login.casefold(), who.name.casefold(), who.id)), None)


def read_person(connection: Connection, person_id: str) -> Person | None:
    """Give a person by id, also one who has left."""
    row = connection.execute(select(person).where(person.c.id == person_id)).first()
    return _person(row) if row else None


def list_people(connection: Connection) -> list[Person]:
    """Give the active people by name."""
    query = select(person).where(person.c.active == 1).order_by(func.lower(person.c.name))
    return [_person(row) for row in connection.execute(query)]


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    values = row._mapping
    fields = {name: values[name] for name in Person.__slots__}
    return Person(**fields | {"active": bool(values["active"])})
