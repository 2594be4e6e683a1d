"""From times to the business days that sales of these times can lie under, so that other partitions are not read.

A sale lies at most 31 days from its own date (`journal.projections.FARTHEST`), which no zone moves more than a day
from the date in UTC.
"""

EARLIEST = "((({})::timestamptz AT TIME ZONE 'UTC')::date - 32)"
LATEST = "((({})::timestamptz AT TIME ZONE 'UTC')::date + 32)"
