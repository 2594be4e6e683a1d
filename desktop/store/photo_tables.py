"""Tables of photos, and which entries name them."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from desktop.store.schema import local, text_column

photo_entry = Table(
    "photo_entry",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", Text, primary_key=True),
    Index("photo_entry_by_hash", "hash"),
    info={"projection": True},
)
photo = Table(
    "photo",
    local,
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary),
    text_column("arrived_epoch"),
    text_column("arrived_at"),
)
"""Working: `content` is a JPEG file, empty (null) once head office has had it for long; `arrived_*` tell since when,
and on which of its histories."""
