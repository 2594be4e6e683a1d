"""A promotion in words for the console: what it gives, when, and to whom."""

from collections.abc import Callable, Iterable, Sequence

from server_stub.api.amounts import money_text, price_text, quantity_text, rate_text
from server_stub.api.promotion_shapes import clock_text
from sync.wire.offers import Part, Promotion

Translate = Callable[..., str]
WHOLE_PPM, WHOLE_DAY = 1_000_000, (0, 1440)
_UNBROKEN = "\u2060"
NAMED = 4
"""Goods that are named before the rest is counted."""


def tell_gift(t: Translate, made: Promotion, currency: str) -> str:
    """Say what a promotion gives."""
    goods, percent = _goods(t, made.categories, made.skus, made.product_ids), rate_text(made.percent_ppm)
    match made.kind:
        case "percent":
            return t("{percent} % off: {goods}", percent=percent, goods=goods)
        case "amount":
            return t("{amount} off each: {goods}", amount=_money(made.amount_minor, currency), goods=goods)
        case "price":
            return t(
                "Each for {price}: {goods}", price=f"{price_text(made.price_e4, currency)} {currency}", goods=goods
            )
        case "buy_get":
            return _tell_buy_get(t, made, goods)
        case "mix":
            every = t("Every {count} together: {goods}", count=quantity_text(made.buy_milli), goods=goods)
            return f"{every}, {_for(t, made, currency)}"
        case "combo":
            parts = " + ".join(_part(t, part) for part in made.parts)
            return ", ".join(filter(None, (parts, _for(t, made, currency))))
        case "ticket":
            return _tell_ticket(t, made, percent, currency)


def _tell_buy_get(t: Translate, made: Promotion, goods: str) -> str:
    every, free = quantity_text(made.buy_milli + made.get_milli), quantity_text(made.get_milli)
    if made.percent_ppm == WHOLE_PPM:
        return t("Of every {count}, {free} free: {goods}", count=every, free=free, goods=goods)
    percent = rate_text(made.percent_ppm)
    return t(
        "Of every {count}, {free} at {percent} % off: {goods}", count=every, free=free, percent=percent, goods=goods
    )


def _tell_ticket(t: Translate, made: Promotion, percent: str, currency: str) -> str:
    given = percent + " %" if made.percent_ppm else _money(made.amount_minor, currency)
    if not made.from_minor:
        return t("{given} off the receipt", given=given)
    return t("{given} off the receipt from {least}", given=given, least=_money(made.from_minor, currency))


def _for(t: Translate, made: Promotion, currency: str) -> str:
    if made.price_minor:
        return t("for {price}", price=_money(made.price_minor, currency))
    return t("{percent} % off", percent=rate_text(made.percent_ppm)) if made.percent_ppm else ""


def _part(t: Translate, part: Part) -> str:
    count = "" if part.quantity_milli == 1000 else f"{quantity_text(part.quantity_milli)} × "
    goods = count + (part.name or _goods(t, part.categories, part.skus, part.product_ids))
    return t("{goods} as a gift", goods=goods) if part.gift else goods


def _goods(t: Translate, categories: Sequence[str], skus: Sequence[str], products: Sequence[str]) -> str:
    named = [*categories, *skus]
    rest = len(named[NAMED:]) + len(products)
    told = [*named[:NAMED], *([t("{count} more goods", count=rest)] if rest else [])]
    return ", ".join(told) or t("all goods")


def _money(minor: int, currency: str) -> str:
    return f"{money_text(minor, currency)} {currency}"


def tell_time(t: Translate, made: Promotion) -> str:
    """Say when a promotion holds."""
    hours = (made.from_minute, made.until_minute)
    told: Iterable[str] = (
        t("from {day}", day=made.starts_on) if made.starts_on else "",
        t("until {day}", day=made.ends_on) if made.ends_on else "",
        ", ".join(_weekday(t, number) for number in made.weekdays),
        f"{clock_text(hours[0])}{_UNBROKEN}–{_UNBROKEN}{clock_text(hours[1])}" if hours != WHOLE_DAY else "",
    )
    return " · ".join(filter(None, told)) or t("always")


def _weekday(t: Translate, number: int) -> str:
    return (t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat"), t("Sun"))[number - 1]


def tell_buyers(t: Translate, made: Promotion) -> str:
    """Say to whom a promotion is given."""
    told = (
        ", ".join(made.groups),
        t("around the birthday") if made.birthday else "",
        t("with a coupon") if made.coupon else "",
    )
    return " · ".join(filter(None, told)) or t("everybody")
