"""What tables are made of: the two databases, and columns that are never empty."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Text

local = MetaData()
"""`journal.db`."""
replica = MetaData(schema="r")
"""The replica, by the name under which the file is attached."""


def text_column(name: str, **options: object) -> Column[str]:
    """A text."""
    return Column(name, Text, nullable=False, **options)  # type: ignore[arg-type]


def number_column(name: str, **options: object) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False, **options)  # type: ignore[arg-type]


def bytes_column(name: str) -> Column[bytes]:
    """Bytes."""
    return Column(name, LargeBinary, nullable=False)
