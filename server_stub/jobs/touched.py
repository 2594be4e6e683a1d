"""What the projection leaves for the rollups: the shifts whose sales have just changed."""

from server_stub.database import Connection
from server_stub.journal.projections import Rows

_NOTE = """
INSERT INTO sales_touched (shift_id)
SELECT unnest(%(shifts)s::uuid[]) UNION SELECT shift_id FROM sale WHERE sale_id = ANY(%(voided)s::uuid[])
"""


async def note_touched(conn: Connection, rows: Rows) -> None:
    """Note the shifts of a run's sales, voids and openings, in the run's own transaction.

    Rows are only ever added here: no terminal waits for another one's.
    """
    shifts = {sale.shift_id for sale in rows.sales}
    shifts.update(line.partition("\t")[0] for line in rows.lines.get("shift", ()))
    if shifts or rows.voids:
        values = {"shifts": list(shifts), "voided": [void["sale_id"] for void in rows.voids]}
        await conn.execute(_NOTE, values)
