"""Tables of what is said beside goods and money: serial numbers that were sold, codes that no goods have or had."""

from sqlalchemy import Column, Index, Integer, Table, Text

from desktop.store.schema import local, number_column, text_column

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

bound_code = Table(
    "bound_code",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    text_column("code"),
    text_column("product_id"),
    number_column("pack_milli"),
    Index("bound_code_by_code", "code"),
    info={"projection": True},
)
"""What somebody said here that a code is, by the entry that says it."""
