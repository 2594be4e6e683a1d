"""Coupons of a promotion: made with a code, limited, withdrawn; how often they were redeemed comes from the sales."""

import secrets
from datetime import datetime
from typing import Annotated
from uuid import UUID

import psycopg
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.asking import Moment, OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import find_own, find_seen, must_own
from server_stub.api.paging import Listing, Page, Row
from server_stub.api.promotions import find_promotion
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.ids import new_id

Code = Annotated[str, Meta(pattern="^[A-Z0-9-]{3,48}$", examples=["SPRING-24"])]
Uses = Annotated[int, Meta(ge=0, le=1_000_000_000, description="0 is any number.")]
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what looks alike on paper."""


class Coupon(Struct, frozen=True, kw_only=True):
    """A code that lets a promotion count; `used` is how many sales that stand have redeemed it."""

    id: UUID
    promotion: UUID
    code: str
    uses: int
    uses_per_customer: int
    used: int
    active: bool
    starts_at: datetime | None
    ends_at: datetime | None
    version: str


class CouponQuery(OfShop, frozen=True, kw_only=True):
    """Which coupons."""

    promotion: UUID | None = None
    code: Word | None = None
    active: bool | None = None


class CouponDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A coupon to be made; without a code it gets one that nobody guesses."""

    promotion: UUID
    code: Code | None = None
    uses: Uses = 1
    uses_per_customer: Uses = 0
    starts_at: Moment | None = None
    ends_at: Moment | None = None


class CouponChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed."""

    uses: Uses | UnsetType = UNSET
    uses_per_customer: Uses | UnsetType = UNSET
    active: bool | UnsetType = UNSET
    starts_at: Moment | UnsetType | None = UNSET
    ends_at: Moment | UnsetType | None = UNSET


LISTING = Listing(
    "coupons",
    """c.coupon_id, c.promotion_id, c.code, c.uses, c.uses_per_customer, c.active, c.starts_at, c.ends_at, c.version,
    p.shop_id, (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.coupon_id) AS used""",
    "coupon c JOIN promotion p USING (promotion_id)",
    (("c.coupon_id", "uuid"),),
    {
        "shop": "(p.shop_id = %(shop)s OR p.shop_id IS NULL)",
        "promotion": "c.promotion_id = %(promotion)s",
        "code": "c.code = %(code)s",
        "active": "c.active = %(active)s",
        "coupon": "c.coupon_id = %(coupon)s",
    },
)


async def list_coupons(call: Call, asked: CouponQuery) -> Page[Coupon]:
    """List coupons, the oldest first."""
    rows, following = await call.page(
        LISTING,
        asked,
        shop=call.shop(asked.shop),
        promotion=asked.promotion,
        code=asked.code,
        active=asked.active,
    )
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_coupon(call: Call, _asked: None) -> Coupon:
    """Give one coupon."""
    return _tell(await _find(call, call.id_of("id")))


async def create_coupon(call: Call, draft: CouponDraft) -> Coupon:
    """Make a coupon of a promotion and tell the terminals; 409 when its code is taken."""
    try:
        promotion = await find_promotion(call, str(draft.promotion))
    except Denied as error:
        raise Denied(400, "There is no such promotion") from error
    must_own(call, promotion["shop_id"])
    _check(draft.starts_at, draft.ends_at)
    ident, code = new_id(), draft.code or new_code()
    values = (ident, draft.promotion, code, draft.uses, draft.uses_per_customer, draft.starts_at, draft.ends_at)
    try:
        async with call.conn.transaction():
            await call.conn.execute(
                """INSERT INTO coupon (coupon_id, promotion_id, code, uses, uses_per_customer, starts_at, ends_at,
                       active, version, changed_at) VALUES (%s, %s, %s, %s, %s, %s, %s, true, 1, %s)""",
                (*values, call.now),
            )
    except psycopg.errors.UniqueViolation as error:
        raise Denied(409, f"There is a coupon {code} already") from error
    await audit.note(call.conn, call.caller, "coupon.added", f"coupon:{ident}", {"code": code}, at=call.now)
    return _tell(await _find(call, ident))


async def change_coupon(call: Call, change: CouponChange) -> Coupon:
    """Change how often and when a coupon holds, or withdraw it."""
    ident = call.id_of("id")
    row = await find_own(call, LISTING, coupon=ident)
    given = {name: getattr(change, name) for name in change.__struct_fields__}
    values = {name: row[name] if value is UNSET else value for name, value in given.items()}
    _check(values["starts_at"], values["ends_at"])
    await call.conn.execute(
        """UPDATE coupon SET uses = %(uses)s, uses_per_customer = %(uses_per_customer)s, active = %(active)s,
               starts_at = %(starts_at)s, ends_at = %(ends_at)s, version = version + 1, changed_at = %(now)s
           WHERE coupon_id = %(coupon)s""",
        values | {"coupon": ident, "now": call.now},
    )
    await audit.note(call.conn, call.caller, "coupon.changed", f"coupon:{ident}", {"code": row["code"]}, at=call.now)
    return _tell(await _find(call, ident))


def new_code() -> str:
    """Make a code that nobody guesses: 50 random bits, in letters that read well."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


def _check(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if starts_at and ends_at and ends_at <= starts_at:
        raise Denied(400, "The coupon ends before it starts")


async def _find(call: Call, ident: str) -> Row:
    return await find_seen(call, LISTING, coupon=ident)


def _tell(row: Row) -> Coupon:
    return Coupon(
        id=row["coupon_id"],
        promotion=row["promotion_id"],
        version=str(row["version"]),
        **{name: row[name] for name in ("code", "uses", "uses_per_customer", "used", "active", "starts_at", "ends_at")},
    )


_READ, _WRITE = "coupons:read", "coupons:write"
ENDPOINTS = (
    Endpoint("GET", "/coupons", list_coupons, Page[Coupon], MANAGERS, _READ, CouponQuery),
    Endpoint(
        "POST",
        "/coupons",
        create_coupon,
        Coupon,
        MANAGERS,
        _WRITE,
        CouponDraft,
        201,
        refuses=frozenset({409}),
    ),
    Endpoint("GET", "/coupons/{id:str}", read_coupon, Coupon, MANAGERS, _READ),
    Endpoint("PATCH", "/coupons/{id:str}", change_coupon, Coupon, MANAGERS, _WRITE, CouponChange),
)
