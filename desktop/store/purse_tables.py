"""Tables of what customers have with the shop: told by the centre, and moved by sales of this terminal."""

from sqlalchemy import Column, Index, Integer, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

purse = Table(
    "purse",
    replica,
    Column("id", Text, primary_key=True),
    text_column("currency"),
    number_column("credit_minor"),
    number_column("account_minor"),
    number_column("points"),
)

purse_move = Table(
    "purse_move",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("n", Integer, primary_key=True),
    text_column("sale_id"),
    text_column("customer_id"),
    text_column("purse"),
    number_column("amount"),
    text_column("hold"),
    Index("purse_move_by_customer", "customer_id"),
    Index("purse_move_by_sale", "sale_id"),
    info={"projection": True},
)
"""One row for what an entry moved; a void moves it back."""
