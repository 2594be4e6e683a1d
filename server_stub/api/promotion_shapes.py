"""A promotion as programs write and read it, in decimal strings, and as tills are told of it, in whole numbers."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import (
    Currency,
    Given,
    GivenMoney,
    GivenQuantity,
    Money,
    Quantity,
    minor,
    money_text,
    price_e4,
    price_text,
    quantity_milli,
    quantity_text,
    rate_ppm,
    rate_text,
)
from server_stub.api.asking import Text
from server_stub.api.paging import Row
from server_stub.offers.promotions import to_promotion
from sync.wire import offers

Kind = Literal["percent", "amount", "price", "buy_get", "mix", "combo", "ticket"]
Minute = Annotated[str, Meta(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", examples=["17:30"])]
Percent = Annotated[str, Meta(pattern=r"^(100|[0-9]{1,2}(\.[0-9]{1,4})?)$", examples=["15"])]
Skus = Annotated[list[Annotated[str, Meta(min_length=1, max_length=64)]], Meta(max_length=1000)]
Names = Annotated[list[Annotated[str, Meta(min_length=1, max_length=250)]], Meta(max_length=200)]
Ids = Annotated[list[UUID], Meta(max_length=1000)]
Weekday = Annotated[int, Meta(ge=1, le=7)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Name = Annotated[str, Meta(min_length=1, max_length=250)]


class PromotionPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the goods of a combo: a quantity of any of these; a `gift` is free."""

    name: Text = ""
    quantity: GivenQuantity = "1"
    products: Ids = []
    skus: Skus = []
    categories: Names = []
    gift: bool = False


class PromotionDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A promotion as it shall be; without products, SKUs and categories it is about all goods.

    `percent` off, `amount` off a unit or the receipt, `unit_price` of one, `set_price` of a set together; what each
    kind needs is said when it lacks. `shop` empty: for all shops. Days are the shop's own, both included.
    """

    name: Name
    kind: Kind
    shop: UUID | None = None
    active: bool = True
    priority: Annotated[int, Meta(ge=-1000, le=1000, description="The lower goes first.")] = 0
    exclusive: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    weekdays: Annotated[list[Weekday], Meta(max_length=7, description="Monday is 1; none for all.")] = []
    from_time: Minute = "00:00"
    until_time: Minute = "24:00"
    groups: Names = []
    birthday: bool = False
    birthday_days: Annotated[int, Meta(ge=0, le=60)] = 0
    coupon: bool = False
    products: Ids = []
    skus: Skus = []
    categories: Names = []
    parts: Annotated[list[PromotionPart], Meta(max_length=20)] = []
    same_product: bool = False
    from_quantity: GivenQuantity = "0"
    from_amount: GivenMoney = "0"
    buy: GivenQuantity = "0"
    get: GivenQuantity = "0"
    percent: Percent = "0"
    amount: GivenMoney = "0"
    unit_price: Given = "0"
    set_price: GivenMoney = "0"
    max_times: Count = 0
    max_amount: GivenMoney = "0"


class Promotion(Struct, frozen=True, kw_only=True):
    """A promotion; limits of 0 are none."""

    id: UUID
    shop: UUID | None
    name: str
    kind: Kind
    active: bool
    priority: int
    exclusive: bool
    starts_on: date | None
    ends_on: date | None
    weekdays: list[int]
    from_time: Minute
    until_time: Minute
    groups: list[str]
    birthday: bool
    birthday_days: int
    coupon: bool
    products: list[UUID]
    skus: list[str]
    categories: list[str]
    parts: list[PromotionPart]
    same_product: bool
    from_quantity: Quantity
    from_amount: Money
    buy: Quantity
    get: Quantity
    percent: Money
    amount: Money
    unit_price: Money
    set_price: Money
    max_times: int
    max_amount: Money
    currency: Currency
    version: str
    changed_at: datetime


def to_wire(ident: str, draft: PromotionDraft, currency: str) -> offers.Promotion:
    """Write a promotion as tills are told of it."""
    return offers.Promotion(
        id=ident,
        name=draft.name,
        kind=draft.kind,
        priority=draft.priority,
        exclusive=draft.exclusive,
        active=draft.active,
        starts_on=draft.starts_on.isoformat() if draft.starts_on else "",
        ends_on=draft.ends_on.isoformat() if draft.ends_on else "",
        weekdays=tuple(sorted(set(draft.weekdays))),
        from_minute=_minutes(draft.from_time),
        until_minute=_minutes(draft.until_time),
        groups=tuple(draft.groups),
        birthday=draft.birthday,
        birthday_days=draft.birthday_days,
        coupon=draft.coupon,
        product_ids=tuple(map(str, draft.products)),
        skus=tuple(draft.skus),
        categories=tuple(draft.categories),
        parts=tuple(_part(part) for part in draft.parts),
        same_product=draft.same_product,
        from_milli=quantity_milli(draft.from_quantity),
        from_minor=minor(draft.from_amount, currency),
        buy_milli=quantity_milli(draft.buy),
        get_milli=quantity_milli(draft.get),
        percent_ppm=rate_ppm(draft.percent),
        amount_minor=minor(draft.amount, currency),
        price_minor=minor(draft.set_price, currency),
        price_e4=price_e4(draft.unit_price),
        max_times=draft.max_times,
        max_minor=minor(draft.max_amount, currency),
    )


def _part(part: PromotionPart) -> offers.Part:
    return offers.Part(
        name=part.name,
        quantity_milli=quantity_milli(part.quantity),
        product_ids=tuple(map(str, part.products)),
        skus=tuple(part.skus),
        categories=tuple(part.categories),
        gift=part.gift,
    )


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def clock_text(minute: int) -> str:
    """Write a minute of the day as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def tell_promotion(row: Row, currency: str) -> Promotion:
    """Write a promotion's row as programs read it."""
    kept = to_promotion(str(row["promotion_id"]), row["name"], row["active"], row["definition"])
    names = ("name", "kind", "active", "priority", "exclusive", "birthday", "birthday_days", "coupon", "same_product")
    same: dict[str, Any] = {name: getattr(kept, name) for name in (*names, "max_times")}
    same |= {name: list(getattr(kept, name)) for name in ("weekdays", "groups", "skus", "categories")}
    return Promotion(
        id=row["promotion_id"],
        shop=row["shop_id"],
        **same,
        starts_on=date.fromisoformat(kept.starts_on) if kept.starts_on else None,
        ends_on=date.fromisoformat(kept.ends_on) if kept.ends_on else None,
        from_time=clock_text(kept.from_minute),
        until_time=clock_text(kept.until_minute),
        products=[UUID(one) for one in kept.product_ids],
        parts=[_tell_part(part) for part in kept.parts],
        from_quantity=quantity_text(kept.from_milli),
        from_amount=money_text(kept.from_minor, currency),
        buy=quantity_text(kept.buy_milli),
        get=quantity_text(kept.get_milli),
        percent=rate_text(kept.percent_ppm),
        amount=money_text(kept.amount_minor, currency),
        unit_price=price_text(kept.price_e4, currency),
        set_price=money_text(kept.price_minor, currency),
        max_amount=money_text(kept.max_minor, currency),
        currency=currency,
        version=str(row["version"]),
        changed_at=row["changed_at"],
    )


def _tell_part(part: offers.Part) -> PromotionPart:
    return PromotionPart(
        name=part.name,
        quantity=quantity_text(part.quantity_milli),
        products=[UUID(one) for one in part.product_ids],
        skus=list(part.skus),
        categories=list(part.categories),
        gift=part.gift,
    )
