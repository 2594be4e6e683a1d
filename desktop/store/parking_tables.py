"""Tables of parked tickets: those of this till and what head office knows of them, and those that were heard of."""

from sqlalchemy import Column, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

# --- working -------------------------------------------------------------------------------------------------

parked_cart = Table(
    "parked_cart",
    local,
    Column("parked_id", Text, primary_key=True),
    text_column("cart_id"),
    text_column("parked_at"),
    text_column("told"),
    number_column("revision"),
)

# --- the replica, as queries see it --------------------------------------------------------------------------

parked = Table(
    "parked",
    replica,
    Column("id", Text, primary_key=True),
    number_column("revision"),
    text_column("device"),
    text_column("till"),
    text_column("parked_at"),
    number_column("lines"),
    number_column("total_minor"),
    text_column("currency"),
    number_column("version"),
    text_column("cart"),
    text_column("name"),
    text_column("valid_until"),
    text_column("taken_by"),
    text_column("taken_till"),
    text_column("taken_at"),
)
