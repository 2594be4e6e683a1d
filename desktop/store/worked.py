"""What was done today by person, kept as one named value; the next day begins anew."""

import msgspec
from sqlalchemy import Connection

from desktop.domain.worked import Done
from desktop.store.terminal import Known, read_known, save_known


class _Day(msgspec.Struct):
    day: str
    people: dict[str, Done]


def add(connection: Connection, day: str, person_id: str, done: Done) -> None:
    """Add to what a person did on a day (ISO 8601)."""
    people = read(connection, day)
    people[person_id] = people.get(person_id, Done()) + done
    save_known(connection, worked=msgspec.json.encode(_Day(day, people)).decode())


def read(connection: Connection, day: str) -> dict[str, Done]:
    """Give what everybody did on a day; only the last day is kept."""
    content = read_known(connection, Known.WORKED)
    kept = msgspec.json.decode(content, type=_Day) if content else _Day(day, {})
    return kept.people if kept.day == day else {}
