"""Tables of personal data that travel beside the journal, and which entry names them."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from desktop.store.schema import local, replica, text_column

# --- projection ----------------------------------------------------------------------------------------------

customer_entry = Table(
    "customer_entry",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    text_column("customer_id"),
    text_column("attachment"),
    text_column("fields"),
    Index("customer_entry_by_customer", "customer_id"),
    info={"projection": True},
)
"""`fields` are those that were changed, parted by blanks; empty where the customer was made."""

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
"""Customers whom head office has erased, of those that were made or changed at tills."""
