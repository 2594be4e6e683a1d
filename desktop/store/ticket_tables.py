"""Tables of what tickets say beyond goods and money: serial numbers that were sold, codes that no goods have."""

from sqlalchemy import Column, Index, Table, Text

from desktop.store.schema import local, text_column

sold_serial = Table(
    "sold_serial",
    local,
    Column("product_id", Text, primary_key=True),
    Column("serial", Text, primary_key=True),
    text_column("sale_id"),
    text_column("line_id"),
    Index("sold_serial_by_sale", "sale_id", "line_id"),
    info={"projection": True},
)

unknown_code = Table(
    "unknown_code", local, Column("code", Text, primary_key=True), text_column("seen_at"), info={"projection": True}
)
