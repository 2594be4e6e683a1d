"""What the labels on the shelves say, as far as this till printed them; working state."""

from sqlalchemy import Column, Table, Text

from desktop.store.schema import local, number_column, text_column

label_printed = Table(
    "label_printed",
    local,
    Column("product_id", Text, primary_key=True),
    text_column("name"),
    number_column("price_e4"),
    number_column("former_e4"),
    text_column("printed_at"),
)
