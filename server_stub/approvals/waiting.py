"""What waits for an approval, read as terminals are told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from server_stub.database import Connection
from sync.wire.approvals import Approval
from sync.wire.goods_facts import GoodsMoved

_WAITING = """
SELECT document_id::text, document, worth_minor, asked_at, asked_by FROM goods_asked WHERE decided_at IS NULL
"""
_THESE = _WAITING + "AND document_id = ANY(%s::uuid[])"
_OF_SHOP = _WAITING + "AND shop_id = %s"


async def read_approvals(conn: Connection, ids: Sequence[str]) -> dict[str, Approval]:
    """Give those of these documents that still wait, by id."""
    rows = await (await conn.execute(_THESE, (list(ids),))).fetchall()
    return {row[0]: _tell(*row) for row in rows}


async def list_approvals_of(conn: Connection, shop: str) -> list[Approval]:
    """Give what waits in a shop."""
    return [_tell(*row) for row in await (await conn.execute(_OF_SHOP, (shop,))).fetchall()]


def read_document(told: Any) -> GoodsMoved:
    """Give a document as it is kept."""
    return msgspec.convert(told, GoodsMoved)


def _tell(ident: str, document: Any, worth_minor: int, asked_at: datetime, actor: str) -> Approval:
    return Approval(
        id=ident,
        document=read_document(document),
        worth_minor=worth_minor,
        asked_at=asked_at.isoformat(timespec="milliseconds"),
        actor=actor,
    )
