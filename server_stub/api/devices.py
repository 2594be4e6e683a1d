"""Terminals: their state, and how far the centre holds each one's journal."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.identity.callers import MANAGERS

Status = Literal["active", "pending", "blocked"]


class Head(Struct, frozen=True, kw_only=True):
    """The end of a terminal's newest chain as the centre holds it; `unprojected` entries have landed and wait."""

    incarnation: str
    seq: int
    hash: Annotated[str, Meta(pattern="^[0-9a-f]*$")]
    at: datetime
    unprojected: int


class Device(Struct, frozen=True, kw_only=True):
    """A registered terminal; `shop` is null until it is approved for one, `head` until it has handed something in."""

    id: UUID
    device_id: str
    name: str
    shop: UUID | None
    receipt_prefix: str
    status: Status
    registered_at: datetime
    last_seen: datetime | None
    head: Head | None
    quarantined: int


class DeviceQuery(OfShop, frozen=True, kw_only=True):
    """Which terminals."""

    status: Status | None = None


LISTING = Listing(
    "devices",
    """d.device_uuid, d.device_id, d.name, d.shop_id, coalesce(d.receipt_prefix, '') AS receipt_prefix, d.status,
    d.created_at, d.last_seen, h.incarnation, h.acked_seq, h.acked_hash, h.acked_at,
    coalesce(h.acked_seq - h.projected_seq, 0) AS unprojected,
    (SELECT count(*) FROM quarantine q JOIN incarnation i USING (chain) WHERE i.device_uuid = d.device_uuid)
        AS quarantined""",
    """registered_devices d LEFT JOIN LATERAL (
        SELECT incarnation, acked_seq, acked_hash, acked_at, projected_seq FROM incarnation i
        WHERE i.device_uuid = d.device_uuid ORDER BY chain DESC LIMIT 1) h ON true""",
    (("d.device_uuid", "uuid"),),
    {
        "shop": "d.shop_id = %(shop)s",
        "status": "d.status = %(status)s",
        "device": "d.device_uuid = %(device)s",
    },
)


async def list_devices(call: Call, asked: DeviceQuery) -> Page[Device]:
    """List terminals."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), status=asked.status)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_device(call: Call, _asked: None) -> Device:
    """Give one terminal."""
    rows, _ = await call.page(LISTING, Paged(limit=1), device=call.id_of("id"))
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    return _tell(rows[0])


def _tell(row: Row) -> Device:
    head = None
    if row["incarnation"] is not None:
        head = Head(
            incarnation=row["incarnation"],
            seq=row["acked_seq"],
            hash=bytes(row["acked_hash"]).hex(),
            at=row["acked_at"],
            unprojected=row["unprojected"],
        )
    return Device(
        id=row["device_uuid"],
        device_id=row["device_id"],
        name=row["name"],
        shop=row["shop_id"],
        receipt_prefix=row["receipt_prefix"],
        status=row["status"],
        registered_at=row["created_at"],
        last_seen=row["last_seen"],
        head=head,
        quarantined=row["quarantined"],
    )


ENDPOINTS = (
    Endpoint("GET", "/devices", list_devices, Page[Device], MANAGERS, "devices:read", DeviceQuery),
    Endpoint("GET", "/devices/{id:str}", read_device, Device, MANAGERS, "devices:read"),
)
