"""Counts that wait for a decision, in the replica."""

from sqlalchemy import Column, Table, Text

from desktop.store.schema import replica, text_column

count = Table("count", replica, Column("id", Text, primary_key=True), text_column("content"))
"""`content` is the JSON of `sync.wire.counts.Matter`."""
