"""Tables of the devices: what is on its way to the printer; working state."""

from sqlalchemy import Column, Index, Table, Text

from desktop.store.schema import local, text_column

print_job = Table(
    "print_job",
    local,
    Column("job_id", Text, primary_key=True),
    text_column("title"),
    text_column("sale_id"),
    text_column("rows"),
    text_column("state"),
    text_column("made_at"),
    text_column("reason"),
    Index("print_job_by_state", "state", "job_id"),
)
