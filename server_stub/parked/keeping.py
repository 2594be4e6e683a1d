"""Parked tickets at the centre: who has one, decided one after the other under the lock of its row.

A ticket belongs to the till that has opened it, else to the one that parked it. Every function works in the caller's
transaction and tells the tills of the shop.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from server_stub.database import Connection
from server_stub.feed.marks import mark
from server_stub.identity.auth import Caller
from sync.wire.parked import Claim, Offer, Parked, TicketAnswer, TicketState

MOST_OF_SHOP = 500
"""Tickets that wait in one shop; a till keeps what is beyond to itself."""
KEEP_GONE = timedelta(days=30)

_ADD = """
INSERT INTO parked (id, shop_id, device_uuid, name, parked_at, lines, total_minor, currency, valid_until, version, cart)
SELECT %(id)s, %(shop)s, %(device)s, %(name)s, %(parked_at)s, %(lines)s, %(total_minor)s, %(currency)s,
    %(valid_until)s, %(version)s, %(cart)s
WHERE (SELECT count(*) FROM parked WHERE shop_id = %(shop)s AND gone_at IS NULL) < %(most)s
    AND NOT EXISTS (SELECT 1 FROM parked_sale WHERE parked_id = %(id)s)
ON CONFLICT (id) DO NOTHING RETURNING id
"""
_LOCK = """
SELECT p.shop_id::text, coalesce(p.taken_by, p.device_uuid)::text, p.taken_by IS NOT NULL, p.gone_at IS NOT NULL,
    p.revision, coalesce(nullif(d.name, ''), d.device_id, ''),
    EXISTS (SELECT 1 FROM parked_sale s WHERE s.parked_id = p.id)
FROM parked p LEFT JOIN registered_devices d ON d.device_uuid = coalesce(p.taken_by, p.device_uuid)
WHERE p.id = %s FOR UPDATE OF p
"""
_SOLD = "SELECT 1 FROM parked_sale WHERE parked_id = %s LIMIT 1"
_PARK_AGAIN = """
UPDATE parked SET device_uuid = %(device)s, revision = revision + 1, name = %(name)s, parked_at = %(parked_at)s,
    lines = %(lines)s, total_minor = %(total_minor)s, currency = %(currency)s, valid_until = %(valid_until)s,
    version = %(version)s, cart = %(cart)s, taken_by = NULL, taken_at = NULL, gone_at = NULL
WHERE id = %(id)s AND (taken_by IS NOT NULL OR gone_at IS NOT NULL OR parked_at <> %(parked_at)s OR cart <> %(cart)s)
RETURNING revision
"""
_TAKE = """
UPDATE parked SET taken_by = %s, taken_at = now(), revision = revision + 1
WHERE id = %s AND taken_by IS NULL RETURNING revision
"""
_MOVE_HOLDS = """
UPDATE gift_hold SET device_uuid = %(taker)s WHERE hold_id::text = ANY(%(holds)s) AND device_uuid::text = %(before)s
"""
"""What is held of certificates that are on the ticket goes with it: who let it go cannot give it up."""
_END = """
UPDATE parked SET gone_at = now(), revision = revision + 1, cart = '', name = '' WHERE id = %s AND gone_at IS NULL
"""
_READ = """
SELECT p.id::text, p.revision, d.device_id AS device, coalesce(nullif(d.name, ''), d.device_id) AS till, p.parked_at,
    p.lines, p.total_minor, p.currency, p.version, p.cart, p.name, p.valid_until, t.device_id AS taken_by,
    coalesce(nullif(t.name, ''), t.device_id) AS taken_till, p.taken_at
FROM parked p JOIN registered_devices d USING (device_uuid) LEFT JOIN registered_devices t ON t.device_uuid = p.taken_by
WHERE p.id = ANY(%s::uuid[]) AND p.gone_at IS NULL
"""


async def park(conn: Connection, caller: Caller, offer: Offer) -> TicketAnswer:
    """Keep a ticket of the caller, or its newer form; one that another till has meanwhile stays as it is.

    `unknown` where the shop has too many already, or the ticket is of another shop.
    """
    values = msgspec.structs.asdict(offer) | {"device": caller.device_uuid, "shop": caller.shop, "most": MOST_OF_SHOP}
    if await (await conn.execute(_ADD, values)).fetchone():
        await _tell(conn, caller.shop, offer.id)
        return TicketAnswer(state="yours", revision=1)
    found = await _lock(conn, caller, offer.id)
    if found is None:
        sold = (await (await conn.execute(_SOLD, (offer.id,))).fetchone()) is not None
        return TicketAnswer(state="gone" if sold else "unknown")
    if found.holder != caller.device_uuid or (found.gone and found.sold):
        return found.answer()
    if await (await conn.execute(_PARK_AGAIN, values)).fetchone():
        await _tell(conn, caller.shop, offer.id)
        return TicketAnswer(state="yours", revision=found.revision + 1)
    return TicketAnswer(state="yours", revision=found.revision)


async def take(conn: Connection, caller: Caller, claim: Claim) -> TicketAnswer:
    """Give the ticket to the caller unless another has it; who comes second is told which till that is."""
    found = await _lock(conn, caller, claim.id)
    if found is None:
        return TicketAnswer(state="unknown")
    taken_elsewhere = found.taken and found.holder != caller.device_uuid
    parked_anew = not found.taken and claim.revision and claim.revision != found.revision
    if found.gone or taken_elsewhere or parked_anew:
        return found.answer()
    row = await (await conn.execute(_TAKE, (caller.device_uuid, claim.id))).fetchone()
    ticket = (await read_parked(conn, [claim.id])).get(claim.id)
    if row is not None:
        await _tell(conn, caller.shop, claim.id)
        values = {"taker": caller.device_uuid, "before": found.holder, "holds": _holds(ticket.cart if ticket else "")}
        await conn.execute(_MOVE_HOLDS, values)
    return TicketAnswer(state="yours", revision=row[0] if row else found.revision, ticket=ticket)


async def drop(conn: Connection, caller: Caller, claim: Claim) -> TicketAnswer:
    """End a ticket that the caller has, or has opened as it still is here."""
    found = await _lock(conn, caller, claim.id)
    if found is None:
        return TicketAnswer(state="unknown")
    if found.gone or (found.holder != caller.device_uuid and found.revision != claim.revision):
        return found.answer()
    await conn.execute(_END, (claim.id,))
    await _tell(conn, caller.shop, claim.id, deleted=True)
    return TicketAnswer(state="yours", revision=found.revision + 1)


async def read_parked(conn: Connection, ids: Sequence[str]) -> dict[str, Parked]:
    """Give those of these tickets that wait or are open somewhere, as tills are told, by id."""
    cursor = await conn.execute(_READ, (list(ids),))
    names = [column.name for column in cursor.description or ()]
    return {row[0]: _parked(dict(zip(names, row, strict=True))) for row in await cursor.fetchall()}


async def prune_parked(conn: Connection) -> None:
    """Forget tickets that have been gone for long."""
    await conn.execute("DELETE FROM parked WHERE gone_at < now() - %s", (KEEP_GONE,))


class _Found(msgspec.Struct, frozen=True):
    shop: str
    holder: str
    taken: bool
    gone: bool
    revision: int
    till: str
    sold: bool

    def answer(self) -> TicketAnswer:
        state: TicketState = "gone" if self.gone else "taken"
        return TicketAnswer(state=state, revision=self.revision, till="" if self.gone else self.till)


class _Detail(msgspec.Struct, frozen=True):
    hold: str = ""


class _Back(msgspec.Struct, frozen=True):
    detail: _Detail | None = None


class _Cart(msgspec.Struct, frozen=True):
    """What the centre reads of a cart: all else is the tills' own."""

    returns: tuple[_Back, ...] = ()


def _holds(cart: str) -> list[str]:
    """Give what is held for a cart; nothing for one that is written in another way."""
    try:
        returns = msgspec.json.decode(cart, type=_Cart).returns
    except msgspec.DecodeError:
        return []
    return [line.detail.hold for line in returns if line.detail is not None and line.detail.hold]


async def _lock(conn: Connection, caller: Caller, ident: str) -> _Found | None:
    row = await (await conn.execute(_LOCK, (ident,))).fetchone()
    return _Found(*row) if row is not None and row[0] == caller.shop else None


async def _tell(conn: Connection, shop: str, ident: str, *, deleted: bool = False) -> None:
    await mark(conn, f"receipts:{shop}", "parked", [ident], deleted=deleted)


def _parked(row: dict[str, Any]) -> Parked:
    for name in ("parked_at", "taken_at"):
        row[name] = row[name].isoformat(timespec="milliseconds") if row[name] else ""
    return msgspec.convert({name: "" if value is None else value for name, value in row.items()}, Parked)
