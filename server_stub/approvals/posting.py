"""Documents that wait into rows, and what becomes of them: the first decision counts, and an approved one is booked."""

from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from psycopg.types.json import Jsonb

from server_stub.approvals.waiting import read_document
from server_stub.database import Connection
from server_stub.feed.marks import mark
from server_stub.journal.cases import open_case
from server_stub.journal.projections import Origin, Rows, Unprojectable, book_document
from sync.wire.approvals import GoodsAsked, GoodsDecided
from sync.wire.goods_facts import GoodsMoved

DECIDED_TWICE = "approval.decided_twice"
_ASK = """
INSERT INTO goods_asked (document_id, shop_id, chain, seq, document, worth_minor, asked_at, asked_by)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_READ = """
SELECT a.shop_id::text, a.document, a.asked_by, a.decided_at IS NOT NULL, coalesce(a.approved, false),
    concat_ws(' ', h.name, to_char(a.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), right(a.document_id::text, 12))
FROM goods_asked a LEFT JOIN shop h ON h.id = a.shop_id WHERE a.document_id = %s FOR UPDATE OF a
"""
_DECIDE = """
UPDATE goods_asked SET decided_at = %(now)s, decided_by = %(who)s, approved = %(approved)s, note = %(note)s
WHERE document_id = %(document)s
"""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision came to: the document as it is to be booked, and who had asked for it.

    `is_late`: it had been decided already, `differs` tells whether otherwise; `is_own`: who asked wants to approve it.
    Then nothing is booked.
    """

    shop: str
    document: GoodsMoved
    asked_by: str
    subject: str
    is_late: bool = False
    differs: bool = False
    is_own: bool = False


async def post_approvals(conn: Connection, rows: Rows) -> None:
    """Keep what a run of entries asks for, and add to its rows what it approves, each after the one before."""
    for fact, origin in rows.approvals:
        if isinstance(fact, GoodsAsked):
            await _ask(conn, fact, origin)
        else:
            await _decide(conn, fact, origin, rows)


async def settle_approval(
    conn: Connection, document: str, now: datetime, who: str, *, approved: bool, note: str = ""
) -> Decided | None:
    """Decide in the caller's transaction, who books the document where it is approved; None for one that is not here.

    Two that decide at once wait for one another.
    """
    row = await (await conn.execute(_READ, (document,))).fetchone()
    if row is None:
        return None
    shop, told, asked_by, is_decided, was_approved, subject = row
    booked = msgspec.structs.replace(read_document(told), granted_by=who)
    decided = Decided(shop, booked, asked_by, subject)
    if is_decided:
        return replace(decided, is_late=True, differs=was_approved != approved)
    if approved and asked_by == who:
        return replace(decided, is_own=True)
    values = {"document": document, "now": now, "who": who, "approved": approved, "note": note}
    await conn.execute(_DECIDE, values)
    await mark(conn, f"shop:{shop}", "approval", [document], deleted=True)
    return decided


async def _ask(conn: Connection, fact: GoodsAsked, origin: Origin) -> None:
    document = fact.document
    kept = Jsonb(msgspec.to_builtins(document))
    entry = (origin.shop, origin.chain, origin.seq)
    values = (document.document_id, *entry, kept, fact.worth_minor, origin.occurred_at, origin.actor)
    await conn.execute(_ASK, values)
    await mark(conn, f"shop:{origin.shop}", "approval", [document.document_id])


async def _decide(conn: Connection, fact: GoodsDecided, origin: Origin, rows: Rows) -> None:
    """Do what a terminal decided; who decided stands in the document as who lent the right."""
    ident, now = fact.document.document_id, datetime.fromisoformat(origin.occurred_at)
    decided = await settle_approval(conn, ident, now, origin.actor, approved=fact.approved, note=fact.note)
    if decided is None:
        raise Unprojectable("what it decides is not here")
    if decided.is_own:
        raise Unprojectable("who asked for it approved it")
    if decided.is_late:
        if decided.differs:
            detail = "It was decided already, and otherwise; the first decision stands."
            await open_case(conn, DECIDED_TWICE, decided.subject, detail)
    elif fact.approved:
        book_document(decided.document, replace(origin, actor=decided.asked_by), rows)
