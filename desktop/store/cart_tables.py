"""Tables beside the cart: its lines, the steps that led to it, the sets of offers that carts and steps name."""

from sqlalchemy import Column, Integer, Table, Text

from desktop.store.schema import local, number_column, text_column

cart_line = Table(
    "cart_line",
    local,
    Column("cart_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    text_column("content"),
    sqlite_with_rowid=False,
)

cart_step = Table(
    "cart_step",
    local,
    Column("slot", Integer, primary_key=True),
    number_column("number"),
    text_column("cart_id"),
    text_column("content"),
    text_column("offers"),
)

cart_offers = Table("cart_offers", local, Column("hash", Text, primary_key=True), text_column("content"))
