"""Tables of paying: what was put to the card terminal and is not sold yet."""

from sqlalchemy import Column, Index, Table, Text

from desktop.store.schema import local, number_column, text_column

# --- working -------------------------------------------------------------------------------------------------

card_attempt = Table(
    "card_attempt",
    local,
    Column("attempt_id", Text, primary_key=True),
    text_column("cart_id"),
    text_column("kind"),
    number_column("amount_minor"),
    text_column("currency"),
    text_column("started_at"),
    text_column("state"),
    text_column("reference"),
    text_column("undoes"),
    text_column("original"),
    Index("card_attempt_by_cart", "cart_id"),
)
