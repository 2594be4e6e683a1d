"""Where the replica stands in each feed."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.store.tables import feed
from sync.wire.replica import ADDED, SCHEMA


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed's cursor."""

    name: str
    epoch: str
    position: int
    token: str


def read_feeds(connection: Connection) -> list[FeedRow]:
    """Give the cursors of the attached replica, by name."""
    return [FeedRow(*row) for row in connection.execute(select(feed).order_by(feed.c.name))]


def is_of_this_schema(connection: Connection) -> bool:
    """Whether this program can go on with the attached replica; not with a file that a power cut left empty."""
    has_meta = "meta" in _names(connection)
    return has_meta and connection.exec_driver_sql("SELECT schema FROM r.meta").scalar() == SCHEMA


def lacks_tables(connection: Connection) -> bool:
    """Whether an older program or centre made the attached replica, without the tables that have been added since."""
    return not ADDED.keys() <= _names(connection)


def _names(connection: Connection) -> set[str]:
    return set(connection.exec_driver_sql("SELECT name FROM r.sqlite_master").scalars())
