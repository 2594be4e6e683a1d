"""What this terminal knows of itself: a few named values in `journal.db`, working state that no rebuild touches."""

from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, insert, select

from desktop.store.prepared import Prepared
from desktop.store.tables import terminal


class Known(StrEnum):
    """Names of the values."""

    SERVER = "server"
    NAME = "name"
    STATE = "state"
    SHOP = "shop"
    RECEIPT_PREFIX = "receipt_prefix"
    SERVER_KEY = "server_key"
    EPOCH = "epoch"
    LAST_CONTACT = "last_contact"
    CLOCK_OFFSET_S = "clock_offset_s"
    REPLICA_FILE = "replica_file"
    REPLICA_KEY = "replica_key"
    OTHER_REPLICA_FILE = "other_replica_file"
    OTHER_REPLICA_KEY = "other_replica_key"
    SIGNED_IN = "signed_in"
    WRONG_PINS = "wrong_pins"
    PROBLEMS = "problems"
    DOUBTS = "doubts"
    TOLD_CASES = "told_cases"
    DRAWER_COUNT = "drawer_count"
    FISCAL_POSITION = "fiscal_position"
    RIGHTS = "rights"
    BACKUP = "backup"
    """The last backup, and how the last try failed."""
    ESCROWED = "escrowed"
    """The centre's epoch in which it got the key of this database."""
    RESTORED = "restored"
    """What was put in place of another journal, until the till has gone on from it."""
    NEWEST = "newest"
    """The newest version of the program, as the centre told."""
    WORKED = "worked"
    """What everybody did in the warehouse today."""


_value = Prepared(select(terminal.c.value).where(terminal.c.name == bindparam("name")))


def read_known(connection: Connection, name: Known) -> str:
    """Give a value, or an empty text when it is not known."""
    row = _value.first(connection, name=name)
    return row[0] if row else ""


def read_all_known(connection: Connection) -> dict[str, str]:
    """Give every value by name."""
    return {row.name: row.value for row in connection.execute(select(terminal))}


def save_known(connection: Connection, **values: str) -> None:
    """Keep values by lower-case name; an empty text forgets the name."""
    for name, value in values.items():
        connection.execute(delete(terminal).where(terminal.c.name == Known(name)))
        if value:
            connection.execute(insert(terminal), {"name": Known(name), "value": value})
