"""Tasks of the warehouse in hand, their scans, and what the book contained when goods were counted; working state."""

from sqlalchemy import Column, Integer, Table, Text, text

from desktop.store.schema import local, number_column, text_column

task = Table(
    "task",
    local,
    Column("id", Text, primary_key=True),
    text_column("kind"),
    text_column("opened_at"),
    text_column("person_id"),
    text_column("source_id"),
    text_column("target_id"),
    text_column("reference"),
    text_column("reason"),
    text_column("note"),
    text_column("order_id"),
    number_column("aside", server_default=text("0")),
)
scan = Table(
    "scan",
    local,
    Column("task_id", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    text_column("at"),
    text_column("what"),
    text_column("code"),
    text_column("product_id"),
    number_column("quantity_milli"),
    text_column("lot"),
    text_column("expiry"),
    text_column("place_id"),
    number_column("book_milli"),
    number_column("book"),
    text_column("mark", server_default=text("''")),
    number_column("pack_milli", server_default=text("0")),
    sqlite_with_rowid=False,
)
picking_task = Table(
    "picking_task",
    local,
    Column("task_id", Text, primary_key=True),
    text_column("content"),
)
"""What the orders of a picking wanted when it began: the JSON of `store.picking.Begun`."""
task_book = Table(
    "task_book",
    local,
    Column("task_id", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    text_column("content"),
    sqlite_with_rowid=False,
)
