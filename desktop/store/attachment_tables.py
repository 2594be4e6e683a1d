"""Tables of personal data that travel beside the journal, and which entry names them."""

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

# --- projection ----------------------------------------------------------------------------------------------

registered_customer = Table(
    "registered_customer",
    local,
    Column("customer_id", Text, primary_key=True),
    text_column("attachment"),
    text_column("incarnation"),
    number_column("seq"),
    Index("registered_customer_by_entry", "incarnation", "seq"),
    info={"projection": True},
)

# --- working: personal data ----------------------------------------------------------------------------------

attachment = Table(
    "attachment",
    local,
    Column("hash", Text, primary_key=True),
    Column("salt", LargeBinary),
    Column("content", LargeBinary),
    text_column("arrived_epoch"),
    text_column("arrived_at"),
)
"""Salt and content are empty (null) once it was blanked; `arrived_*` tell since when, and on which history of the
centre, the customer is known to have come back by the feed."""

# --- replica -------------------------------------------------------------------------------------------------

erased = Table("erased", replica, Column("id", Text, primary_key=True))
"""Customers whom head office has erased, of those that were made at tills."""
