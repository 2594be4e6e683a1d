"""Something on its way to the receipt printer, kept so that a restart knows of it."""

from dataclasses import dataclass
from typing import Literal

JobState = Literal["queued", "sent", "confirmed", "unknown"]
"""No byte has left: trying again is safe. Handed over. The printer said that it is done. A person must look."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """`rows` are the slip as JSON (`desktop.paper.rows_json`), empty once it is done; `sale_id` is "" for a report.

    `reason` is the code of the Fault that stood in its way last.
    """

    job_id: str
    title: str
    sale_id: str
    rows: str
    state: JobState
    made_at: str
    reason: str = ""
