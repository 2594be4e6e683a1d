"""Documents that wait for an approval: those that the centre tells of, and those that were asked for here."""

from sqlalchemy import Column, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

goods_asked = Table(
    "goods_asked",
    local,
    Column("document_id", Text, primary_key=True),
    text_column("incarnation"),
    number_column("seq"),
    text_column("content"),
    info={"projection": True},
)
approval = Table("approval", replica, Column("id", Text, primary_key=True), text_column("content"))
"""`content` is the JSON of `sync.wire.approvals.Approval` in both."""
