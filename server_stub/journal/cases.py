"""Cases: what only a person can decide, opened once and kept until somebody closes it.

Triggers of the table find the shop of a case and mark it for the shop's feed, so that a till shows what is open.
"""

from collections.abc import Sequence
from typing import Any

from server_stub.database import Connection
from sync.wire.changes import Case

_OPEN = """
SELECT c.id::text, c.kind, c.subject, c.detail, c.opened_at, coalesce(c.device_uuid::text, ''),
    coalesce(nullif(d.name, ''), d.device_id, ''), coalesce(i.incarnation, '')
FROM cases c LEFT JOIN registered_devices d USING (device_uuid)
LEFT JOIN incarnation i ON i.chain = CASE WHEN c.kind = 'quarantine' THEN split_part(c.subject, ' ', 1)::integer END
WHERE c.closed_at IS NULL
"""
_THESE = _OPEN + "AND c.id = ANY(%s::bigint[])"
_OF_SHOP = _OPEN + "AND c.shop_id = %s ORDER BY c.id"


async def open_case(conn: Connection, kind: str, subject: str, detail: str, *, device_uuid: str | None = None) -> None:
    """Open a case unless one of this kind about this subject is open already."""
    await conn.execute(
        """INSERT INTO cases (kind, subject, detail, device_uuid, opened_at) VALUES (%s, %s, %s, %s, now())
           ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING""",
        (kind, subject, detail.replace("\0", ""), device_uuid),
    )


async def close_case(conn: Connection, kind: str, subject: str) -> None:
    """Close the open case of this kind about this subject, if there is one."""
    await conn.execute(
        "UPDATE cases SET closed_at = now() WHERE kind = %s AND subject = %s AND closed_at IS NULL", (kind, subject)
    )


async def read_cases(conn: Connection, ids: Sequence[str]) -> dict[str, Case]:
    """Give those of these cases that are open, as terminals are told, by id."""
    cursor = await conn.execute(_THESE, (list(ids),))
    return {row[0]: _tell(*row) for row in await cursor.fetchall()}


async def list_cases_of(conn: Connection, shop: str) -> list[Case]:
    """Give the open cases of a shop, as terminals are told."""
    cursor = await conn.execute(_OF_SHOP, (shop,))
    return [_tell(*row) for row in await cursor.fetchall()]


def _tell(
    ident: str, kind: str, subject: str, detail: str, opened_at: Any, terminal: str, device: str, chain: str
) -> Case:
    """Take a subject apart: `chain seq`, `terminal [incarnation [seq]]`, `shop receipt`, or a name of its own."""
    incarnation, seq = chain, 0
    first, _, rest = subject.partition(" ")
    if kind == "quarantine":
        subject, seq = "", _number(rest)
    elif terminal and first == terminal:
        subject, (incarnation, _, number) = "", rest.partition(" ")
        seq = _number(number)
    elif kind in ("receipt.twice", "over_returned", "parked.twice"):
        subject = rest
    return Case(
        id=ident,
        kind=kind,
        opened_at=opened_at.isoformat(timespec="milliseconds"),
        subject=subject,
        detail=detail,
        terminal=terminal,
        device=device,
        incarnation=incarnation,
        seq=seq,
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
