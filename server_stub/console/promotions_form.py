"""The form of a promotion: its fields to a draft in the words of the REST surface, and a promotion to its fields."""

import re
from typing import Any

import msgspec

from server_stub.api.promotion_shapes import Promotion, PromotionDraft
from server_stub.faults import Denied

Fields = dict[str, str]

KINDS = {
    "percent": ("percent",),
    "happy": ("percent",),
    "amount": ("amount",),
    "price": ("unit_price",),
    "buy_get": ("buy", "get", "percent"),
    "ticket": ("from_amount", "percent", "amount", "max_amount"),
}
"""What is made by hand, with the fields that say what is given; a happy hour is per cent at some hours."""
PRESETS: dict[str, Fields] = {
    "happy": {"percent": "20", "from_time": "16:00", "until_time": "18:00"},
    "buy_get": {"buy": "2", "get": "1", "percent": "100"},
    "ticket": {"from_amount": "50"},
}
LABELS = {
    "name": "Name, as the receipt has it",
    "percent": "Per cent off",
    "amount": "Amount off",
    "unit_price": "Price of one",
    "buy": "So many are bought",
    "get": "So many more are given",
    "from_amount": "From this total of the receipt on",
    "max_amount": "No more than this, 0 for no limit",
    "priority": "Priority, the lower goes first",
    "max_times": "How often in one receipt, 0 for any number",
    "starts_on": "First day",
    "ends_on": "Last day",
    "from_time": "From",
    "until_time": "Until",
    "groups": "Groups of customers, a comma between them; empty for everybody",
    "skus": "Article numbers, a space between them",
}
_TICKS = ("active", "exclusive", "coupon")
_NUMBERS = ("percent", "amount", "unit_price", "buy", "get", "from_amount", "max_amount")
_WHOLE = ("priority", "max_times")
_OWN = ("id", "version", "changed_at", "currency")
_CATEGORY = "category:"
EMPTY: Fields = {"active": "1", "from_time": "00:00", "until_time": "24:00", "priority": "0", "max_times": "0"}


def kind_of(form: str) -> str:
    """Give the kind of promotion that a form of `KINDS` makes."""
    return "percent" if form == "happy" else form


def to_fields(made: Promotion) -> Fields:
    """Fill the form's fields from a promotion."""
    fields: Fields = {
        name: str(getattr(made, name)) for name in ("name", *_NUMBERS, *_WHOLE, "from_time", "until_time")
    }
    fields |= {name: "1" for name in _TICKS if getattr(made, name)}
    fields |= {name: value.isoformat() for name in ("starts_on", "ends_on") if (value := getattr(made, name))}
    fields |= {f"day{day}": "1" for day in made.weekdays} | {_CATEGORY + name: "1" for name in made.categories}
    fields |= {"same_product": "1"} if made.same_product else {}
    return fields | {"groups": ", ".join(made.groups), "skus": " ".join(made.skus), "shop": str(made.shop or "")}


def to_draft(fields: Fields, kind: str, known: Promotion | None) -> PromotionDraft:
    """Read the form; what it does not have stays as it is `known`. Raises Denied 400 with the name of the field."""
    values: dict[str, Any] = {} if known is None else msgspec.to_builtins(known)
    values = {name: value for name, value in values.items() if name not in _OWN}
    values |= {"name": fields.get("name", ""), "kind": kind, "shop": fields.get("shop") or None}
    values |= {name: name in fields for name in _TICKS}
    values |= {name: fields.get(name) or None for name in ("starts_on", "ends_on")}
    values |= {name: _whole(fields.get(name, ""), name) for name in _WHOLE}
    values |= {"from_time": fields.get("from_time") or "00:00", "until_time": _until(fields.get("until_time", ""))}
    values |= {"weekdays": [day for day in range(1, 8) if f"day{day}" in fields], "groups": _list(fields, "groups")}
    if kind in KINDS:
        values |= {name: _figure(fields.get(name, "")) for name in KINDS[kind]}
        values |= {"skus": re.split(r"[\s,;]+", fields["skus"]) if fields.get("skus") else []}
        values |= {"categories": [name.removeprefix(_CATEGORY) for name in fields if name.startswith(_CATEGORY)]}
        values |= {"same_product": kind == "buy_get" and "same_product" in fields}
    return _convert(values)


def _convert(values: dict[str, Any]) -> PromotionDraft:
    try:
        return msgspec.convert(values, PromotionDraft)
    except msgspec.ValidationError as error:
        found = re.search(r"`\$\.(\w+)", str(error))
        raise Denied(400, LABELS.get(found[1], found[1]) if found else str(error)) from error


def _whole(text: str, name: str) -> int:
    try:
        return int(text or 0)
    except ValueError as error:
        raise Denied(400, LABELS[name]) from error


def _figure(text: str) -> str:
    return text.replace(" ", "").replace(",", ".").removesuffix("%") or "0"


def _until(text: str) -> str:
    """Give the end of the hours: a browser's own field knows no 24:00 and gives midnight."""
    return "24:00" if text in ("", "00:00") else text


def _list(fields: Fields, name: str) -> list[str]:
    return [part for part in map(str.strip, fields.get(name, "").split(",")) if part]
