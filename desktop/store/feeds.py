"""Where the replica stands in each feed."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.store.tables import feed


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
