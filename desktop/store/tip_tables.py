"""The table of tips: money beside the amounts of payments."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from desktop.store.schema import local, number_column, text_column

sale_tip = Table(
    "sale_tip",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("payment_no", Integer, primary_key=True),
    text_column("method"),
    number_column("tip_minor"),
    info={"projection": True},
)
"""One row for each payment that a tip came with; a void leaves it, as it leaves the payment."""
