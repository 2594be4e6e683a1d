"""What the labels on the shelves say, as far as this till printed them, and the jobs that print them; working state."""

from sqlalchemy import Column, Index, Table, Text

from desktop.store.schema import local, number_column, text_column

label_printed = Table(
    "label_printed",
    local,
    Column("product_id", Text, primary_key=True),
    text_column("name"),
    number_column("price_e4"),
    number_column("former_e4"),
    text_column("printed_at"),
    number_column("lowest_e4"),
)

label_job = Table(
    "label_job",
    local,
    Column("job_id", Text, primary_key=True),
    text_column("title"),
    number_column("labels"),
    text_column("size"),
    number_column("square"),
    text_column("content"),
    text_column("state"),
    text_column("made_at"),
    text_column("actor"),
    number_column("prints"),
    text_column("last_at"),
    text_column("reason"),
    text_column("kind"),
    Index("label_job_title", "title"),
)
