"""Claims: what was not as ordered goes out to the supplier, under a number of its own.

A claim is of one order and says all that is known of it: what is found later stands in it too.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from server_stub.database import Connection
from server_stub.faults import Denied

State = Literal["made", "sent", "answered"]
_LOCK = "SELECT id FROM shop WHERE id = (SELECT shop_id FROM work_order WHERE id = %s) FOR UPDATE"
_MAKE = """
INSERT INTO claim (order_id, shop_id, number, made_at)
SELECT o.id, o.shop_id, coalesce((SELECT max(number) FROM claim c WHERE c.shop_id = o.shop_id), 0) + 1, %(now)s
FROM work_order o WHERE o.id = %(order)s AND o.kind IN ('receipt', 'arrival')
    AND EXISTS (SELECT FROM told_deviation d WHERE d.order_id = o.id)
ON CONFLICT (order_id) DO NOTHING
"""
_SENT = "UPDATE claim SET sent_at = %(now)s WHERE order_id = %(order)s AND sent_at IS NULL"
_ANSWERED = """
UPDATE claim SET answered_at = %(now)s, answer = %(answer)s, sent_at = coalesce(sent_at, %(now)s)
WHERE order_id = %(order)s AND answered_at IS NULL
"""
_READ = "SELECT number, made_at, sent_at, answered_at, answer FROM claim WHERE order_id = %s"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and how far it is; `number` is its own in the shop, `answer` what the supplier said."""

    number: int
    made_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None
    answer: str

    @property
    def state(self) -> State:
        """How far it is."""
        return "answered" if self.answered_at else "sent" if self.sent_at else "made"


async def read_claim(conn: Connection, order: str) -> Claim | None:
    """Give the claim of an order, if one was made."""
    row = await (await conn.execute(_READ, (order,))).fetchone()
    return Claim(*row) if row else None


async def make_claim(conn: Connection, order: str, now: datetime) -> Claim:
    """Make the claim of an order; a second time gives the same. Raises Denied 409 where there is nothing to claim."""
    await conn.execute(_LOCK, (order,))  # numbers have no gaps and no twins
    await conn.execute(_MAKE, {"order": order, "now": now})
    made = await read_claim(conn, order)
    if made is None:
        raise Denied(409, "Everything came as it was ordered")
    return made


async def note_sent(conn: Connection, order: str, now: datetime) -> None:
    """Keep that a claim has gone out. Raises Denied 409 when there is none, or it has gone already."""
    if (await conn.execute(_SENT, {"order": order, "now": now})).rowcount != 1:
        raise Denied(409, "There is no claim that has to go out")


async def note_answer(conn: Connection, order: str, answer: str, now: datetime) -> None:
    """Keep what the supplier said. Raises Denied 409 when nothing waits for an answer."""
    if (await conn.execute(_ANSWERED, {"order": order, "now": now, "answer": answer})).rowcount != 1:
        raise Denied(409, "No claim waits for an answer")
