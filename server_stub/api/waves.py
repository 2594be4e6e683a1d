"""Waves: pickings gathered by carrier, time and urgency, looked at, released together or let go."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import Gone, check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.orders import waves
from server_stub.orders.drafting import Number

State = Literal["held", "released"]
_SEERS = MANAGERS | {"warehouse_worker"}


class Wave(Struct, frozen=True, kw_only=True):
    """A wave; tills are told of its orders when it is released, of those that jumped it before. `ended` are picked."""

    id: UUID
    shop: UUID
    number: str
    state: State
    opened_at: datetime
    released_at: datetime | None
    orders: int
    ended: int


class WaveOrder(Struct, frozen=True, kw_only=True):
    """An order of a wave; `done` of its `lines` are picked."""

    id: UUID
    number: str
    partner: str
    carrier: str
    cut_off: datetime | None
    priority: int
    state: Literal["held", "open", "ended", "cancelled"]
    lines: int
    done: int


class WholeWave(Struct, frozen=True, kw_only=True):
    """A wave with its orders."""

    id: UUID
    wave: Wave
    orders: list[WaveOrder]


class WaveDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which open pickings go into a wave, which is made if it is new; what is not said does not matter."""

    number: Number
    orders: Annotated[list[Number], Meta(min_length=1, max_length=2000)] | None = None
    carrier: Annotated[str, Meta(max_length=60)] | None = None
    until: Annotated[datetime, Meta(tz=True, description="Their cut-off is not later than this.")] | None = None
    urgency: Annotated[int, Meta(ge=-100, le=100, description="Their priority is at least this.")] | None = None
    shop: UUID | None = None


class WaveQuery(OfShop, frozen=True, kw_only=True):
    """Which waves."""

    state: State | None = None
    number: Word | None = None


LISTING = Listing(
    "waves",
    "w.id, w.shop_id, w.number, w.opened_at, w.released_at, o.orders, o.ended",
    """wave w CROSS JOIN LATERAL (SELECT count(*) AS orders, count(*) FILTER (WHERE ended_at IS NOT NULL) AS ended
        FROM work_order WHERE wave_id = w.id AND NOT cancelled) o""",
    (("w.shop_id", "uuid"), ("w.opened_at", "timestamptz"), ("w.id", "uuid")),
    {
        "shop": "w.shop_id = %(shop)s",
        "state": "CASE WHEN w.released_at IS NULL THEN 'held' ELSE 'released' END = %(state)s",
        "number": "w.number = %(number)s",
        "wave": "w.id = %(wave)s",
    },
    within="shop",
)


async def list_waves(call: Call, asked: WaveQuery) -> Page[Wave]:
    """List waves by shop, the oldest first."""
    chosen = {"state": asked.state, "number": asked.number}
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), **chosen)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_one(call: Call, _asked: None) -> WholeWave:
    """Give one wave with its orders."""
    return await _whole(call, await find_seen(call, LISTING, wave=call.id_of("id")))


async def gather(call: Call, draft: WaveDraft) -> WholeWave:
    """Put open pickings that nobody has begun into a wave; 404 where there are none, 409 when it is released."""
    shop = await check_shop(call, draft.shop)
    if shop is None:
        raise Denied(400, "A wave is of a shop")
    choice = waves.Choice(draft.orders, draft.carrier, draft.until, draft.urgency)
    wave = await waves.gather(call.conn, shop, draft.number, choice, call.now)
    await _note(call, "wave.gathered", draft.number, {"orders": [one.number for one in wave.orders]})
    rows, _ = await call.page(LISTING, WaveQuery(limit=1), shop=shop, number=draft.number)
    return await _whole(call, rows[0])


async def release(call: Call, _asked: None) -> WholeWave:
    """Release all orders of a wave: the tills hear of them at once. Asked again nothing changes."""
    row = await find_seen(call, LISTING, wave=call.id_of("id"))
    await waves.release_wave(call.conn, str(row["shop_id"]), row["number"], call.now)
    if row["released_at"] is None:
        await _note(call, "wave.released", row["number"], {})
    return await _whole(call, await find_seen(call, LISTING, wave=str(row["id"])))


async def dissolve(call: Call, _asked: None) -> Gone:
    """Let go of a wave: its orders are as if they never were in it. 409 when it is released."""
    row = await find_seen(call, LISTING, wave=call.id_of("id"))
    await waves.dissolve(call.conn, str(row["shop_id"]), row["number"])
    await _note(call, "wave.dissolved", row["number"], {})
    return Gone(id=row["id"])


async def _note(call: Call, action: str, number: str, detail: dict[str, object]) -> None:
    await audit.note(call.conn, call.caller, action, number, detail, at=call.now)


async def _whole(call: Call, row: Row) -> WholeWave:
    found = await waves.read_wave(call.conn, str(row["shop_id"]), row["number"])
    orders = [
        WaveOrder(
            id=UUID(one.id),
            number=one.number,
            partner=one.partner,
            carrier=one.carrier,
            cut_off=one.cut_off,
            priority=one.priority,
            state=one.state,  # type: ignore[arg-type]
            lines=one.lines,
            done=one.done,
        )
        for one in found.orders
    ]
    return WholeWave(id=row["id"], wave=_tell(row), orders=orders)


def _tell(row: Row) -> Wave:
    return Wave(
        **{name: row[name] for name in ("id", "number", "opened_at", "released_at", "orders", "ended")},
        shop=row["shop_id"],
        state="held" if row["released_at"] is None else "released",
    )


_READ, _WRITE, _CHOSEN = "orders:read", "orders:write", frozenset({404, 409})
ENDPOINTS = (
    Endpoint("GET", "/waves", list_waves, Page[Wave], _SEERS, _READ, WaveQuery),
    Endpoint("POST", "/waves", gather, WholeWave, MANAGERS, _WRITE, WaveDraft, 201, refuses=_CHOSEN),
    Endpoint("GET", "/waves/{id:str}", read_one, WholeWave, _SEERS, _READ),
    Endpoint("POST", "/waves/{id:str}/release", release, WholeWave, MANAGERS, _WRITE),
    Endpoint("DELETE", "/waves/{id:str}", dissolve, Gone, MANAGERS, _WRITE, refuses=frozenset({409})),
)
