"""Tables of what follows a sale on paper: copies, invoices, what a security module signed, and mail that waits."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from desktop.store.schema import bytes_column, local, number_column, text_column

# --- projections ---------------------------------------------------------------------------------------------

receipt_copy = Table(
    "receipt_copy",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    text_column("sale_id"),
    text_column("paper"),
    number_column("copy_no"),
    text_column("occurred_at"),
    text_column("actor"),
    Index("receipt_copy_by_sale", "sale_id"),
    info={"projection": True},
)

invoice = Table(
    "invoice",
    local,
    Column("invoice_id", Text, primary_key=True),
    text_column("sale_id"),
    text_column("series"),
    number_column("invoice_no"),
    text_column("number"),
    text_column("buyer_hash"),
    text_column("occurred_at"),
    text_column("actor"),
    Index("invoice_by_sale", "sale_id"),
    Index("invoice_by_series", "series", "invoice_no"),
    info={"projection": True},
)

fiscal = Table(
    "fiscal",
    local,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    text_column("sale_id"),
    text_column("void_id"),
    text_column("driver"),
    text_column("transaction_no"),
    text_column("signature"),
    number_column("counter"),
    text_column("system_serial"),
    text_column("module_serial"),
    text_column("started_at"),
    text_column("finished_at"),
    text_column("qr"),
    number_column("late"),
    Index("fiscal_by_sale", "sale_id", "void_id"),
    info={"projection": True},
)

# --- working: personal data stays here and leaves on paper or by mail only ------------------------------------

invoice_buyer = Table(
    "invoice_buyer",
    local,
    Column("invoice_id", Text, primary_key=True),
    bytes_column("salt"),
    bytes_column("content"),
)

mail = Table(
    "mail",
    local,
    Column("mail_id", Text, primary_key=True),
    text_column("sale_id"),
    text_column("recipient"),
    text_column("subject"),
    text_column("text"),
    text_column("file_name"),
    Column("content", LargeBinary),
    text_column("state"),
    number_column("tries"),
    text_column("next_at"),
    text_column("problem"),
    text_column("made_at"),
    text_column("done_at"),
    Index("mail_by_state", "state", "next_at"),
    Index("mail_by_sale", "sale_id"),
)
