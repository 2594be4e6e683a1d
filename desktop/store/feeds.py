"""Where the replica stands in each feed."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.store.tables import feed
from sync.wire.replica import SCHEMA


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


def is_of_this_version(connection: Connection) -> bool:
    """Whether the attached replica has the schema that this program reads."""
    return connection.exec_driver_sql("SELECT schema FROM r.meta").scalar() == SCHEMA
