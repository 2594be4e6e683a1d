"""What people decide at the centre about documents that wait."""

from datetime import UTC, datetime

from server_stub.approvals.posting import Decided, settle_approval
from server_stub.database import Connection
from server_stub.eckwms.movements import CENTRE
from server_stub.faults import Denied
from server_stub.journal.days import read_zones
from server_stub.journal.projection_sql import write_rows
from server_stub.journal.projections import Origin, Rows, book_document


async def decide_approval(
    conn: Connection, document: str, now: datetime, who: str, *, approved: bool, note: str = ""
) -> Decided:
    """Decide in the caller's transaction; an approved document is booked now, as who asked for it.

    Raises Denied: 404 for one that is not there, 409 for one that was decided already, 403 for who asked for it.
    """
    decided = await settle_approval(conn, document, now, who, approved=approved, note=note)
    if decided is None:
        raise Denied(404, "There is nothing to decide there")
    if decided.is_late:
        raise Denied(409, "Somebody decided it already")
    if decided.is_own:
        raise Denied(403, "Somebody else has to approve it")
    if approved:
        await _book(conn, decided, now)
    return decided


async def _book(conn: Connection, decided: Decided, now: datetime) -> None:
    """Book a document as an entry of the centre's own, under a number of its movements."""
    row = await (await conn.execute("SELECT nextval('centre_movement')")).fetchone()
    assert row is not None
    day = now.astimezone((await read_zones(conn)).get(decided.shop, UTC)).date()
    rows = Rows()
    book_document(decided.document, Origin(CENTRE, row[0], decided.shop, now.isoformat(), decided.asked_by, day), rows)
    await write_rows(conn, rows)
