"""Tables of what came back: this terminal's own returns, and the shop's receipts as the centre publishes them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

sale_return = Table(
    "sale_return",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("line_no", Integer, primary_key=True),
    text_column("returns_sale"),
    text_column("returns_line"),
    text_column("returns_receipt"),
    text_column("to_place_id"),
    text_column("reason"),
    number_column("quantity_milli"),
    number_column("total_minor"),
    Index("sale_return_by_sale", "returns_sale"),
    info={"projection": True},
)
"""Quantity and total above zero: what came back and what it was worth."""

receipt = Table(
    "receipt",
    replica,
    Column("id", Text, primary_key=True),
    text_column("receipt"),
    text_column("occurred_at"),
    Column("content", LargeBinary, nullable=False),
)
"""`content` is the MessagePack of `sync.wire.receipts.Receipt`."""
