"""Weight- and price-carrying shop codes by a rule table, since every country and every scale has its own layout.

A rule is a picture of the 13 digits, one character each, and how the product's stored code looks:

    21IIIIIWWwwwC             weight in kg (12.345), product stored as 21IIIII00000C
    23IIIIIPPPppC -> item     price (123.45), product stored by its number IIIII
    28012IIVPPppC -> prefix   inner price check digit (GS1 UK), product stored as 28012II
    22IIIII..QQQC -> item, zeroed

    0-9  the prefix, always literal: begins with 2, 02 or 04 (GS1 restricted circulation)
    I    digit of the article number           .    any digit, ignored (a shop number)
    Ww   weight, whole kg then decimals        Pp   price, whole then decimals
    Qq   quantity, whole then decimals         V    price check digit over the four or five value digits
    C    the code's own check digit, last

    -> zeroed   the code with everything but prefix and article number 0, its check digit made anew (the default)
    -> prefix   prefix and article number      -> item  article number      -> plu  article number without leading zeros

UPC-A codes (12 digits) are read as EAN-13 with a leading zero. Rules are tried in the order given.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.domain.codes import closed, is_digits, is_gtin
from desktop.domain.refusal import Refusal

Kind = Literal["weight", "price", "quantity"]

_KINDS: dict[str, Kind] = {"W": "weight", "P": "price", "Q": "quantity"}
_KEYS = ("zeroed", "prefix", "item", "plu")
_MOST_DECIMALS = {"weight": 3, "price": 4, "quantity": 3}
_SHAPE = re.compile(r"(?P<prefix>\d+)(?=[^C]*I)(?P<middle>[I.VWwPpQq]+)C")
_VALUE = re.compile(r"W+w*|w+|P+p*|p+|Q+q*|q+")
# GS1 General Specifications 7.9.3, 7.9.4: what a digit weighs in a price field.
_TWO_MINUS = "0246891357"
_THREE = "0369258147"
_FIVE_PLUS = "0516273849"
_FIVE_MINUS = "0594837261"


@dataclass(frozen=True, slots=True)
class VariableMeasureRule:
    """One layout. `picture` has 13 characters; `keys` say how products are stored, most trusted first."""

    picture: str
    prefix: str
    kind: Kind
    decimals: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasuredCode:
    """What a rule found: stored forms to look up, and the measure (None where the field is zero, as on a shelf label).

    `quantity_milli`: thousandths of a kilogram (weight) or a piece (quantity). `amount_e4`: the price of the whole
    package in ten-thousandths of the currency's major unit.
    """

    kind: Kind
    candidates: tuple[str, ...]
    quantity_milli: int | None = None
    amount_e4: int | None = None


def parse_rule(text: str) -> VariableMeasureRule:
    """The rule written in `text`; refuses (measure_rule.*) what could never match or would swallow ordinary goods."""
    picture, _, keys = (part.strip() for part in text.partition("->"))
    if len(picture) != 13:
        raise _refusal("length", text, "A rule pictures an EAN-13: exactly 13 characters, the last one C.")
    shape = _SHAPE.fullmatch(picture)
    if shape is None or not picture.isascii():
        raise _refusal("shape", text, "A rule is a prefix of digits, then I . V and one value of W, P or Q, then C.")
    if not shape["prefix"].startswith(("2", "02", "04")):
        raise _refusal("prefix", text, "Only codes that begin with 2, 02 or 04 may carry a measure.")
    values = _VALUE.findall(shape["middle"])
    if len(values) != 1:
        raise _refusal("value", text, "A rule has one value: capital letters for the whole part, then small decimals.")
    kind = _KINDS[values[0][0].upper()]
    decimals = sum(letter.islower() for letter in values[0])
    _check_measure(text, kind, decimals, picture.count("V"), len(values[0]))
    return VariableMeasureRule(picture, shape["prefix"], kind, decimals, _parse_keys(text, keys))


def parse_rules(lines: Iterable[str]) -> tuple[VariableMeasureRule, ...]:
    """All rules, one per line, empty lines and # comments skipped; refuses a rule that an earlier one always hides."""
    rules: list[VariableMeasureRule] = []
    for line in lines:
        text = line.partition("#")[0].strip()
        if not text:
            continue
        rule = parse_rule(text)
        if any(rule.prefix.startswith(earlier.prefix) and "V" not in earlier.picture for earlier in rules):
            raise _refusal("hidden", text, "An earlier rule takes every code of this prefix; put the longer one first.")
        rules.append(rule)
    return tuple(rules)


def match(rules: Sequence[VariableMeasureRule], digits: str) -> MeasuredCode | None:
    """What the first fitting rule reads from an EAN-13 or UPC-A; None if none fits or a check digit is wrong."""
    ean = digits.zfill(13) if len(digits) == 12 else digits
    if len(ean) != 13 or not is_digits(ean) or not is_gtin(ean):
        return None
    found = (_read(rule, ean) for rule in rules if ean.startswith(rule.prefix))
    return next((code for code in found if code is not None), None)


def price_check_digit(value: str) -> int:
    """The inner check digit over a price or weight field of four or five digits (GS1 7.9.3, 7.9.4)."""
    if len(value) == 4:
        tables = (_TWO_MINUS, _TWO_MINUS, _THREE, _FIVE_MINUS)
        return sum(int(table[int(digit)]) for table, digit in zip(tables, value, strict=True)) * 3 % 10
    tables_of_five = (_FIVE_PLUS, _TWO_MINUS, _FIVE_MINUS, _FIVE_PLUS, _TWO_MINUS)
    weighed = sum(int(table[int(digit)]) for table, digit in zip(tables_of_five, value, strict=True))
    return _FIVE_MINUS.index(str(-weighed % 10))


def _read(rule: VariableMeasureRule, ean: str) -> MeasuredCode | None:
    item = _picked(rule.picture, ean, "I")
    value = _picked(rule.picture, ean, "WwPpQq")
    inner = _picked(rule.picture, ean, "V")
    if inner and int(inner) != price_check_digit(value):
        return None
    stored = tuple(dict.fromkeys(_key(rule, item, key) for key in rule.keys))
    amount = int(value)
    if not amount:
        return MeasuredCode(rule.kind, stored)
    if rule.kind == "price":
        return MeasuredCode(rule.kind, stored, amount_e4=amount * 10 ** (4 - rule.decimals))
    return MeasuredCode(rule.kind, stored, quantity_milli=amount * 10 ** (3 - rule.decimals))


def _picked(picture: str, ean: str, letters: str) -> str:
    return "".join(digit for letter, digit in zip(picture, ean, strict=True) if letter in letters)


def _key(rule: VariableMeasureRule, item: str, key: str) -> str:
    if key == "item":
        return item
    if key == "plu":
        return item.lstrip("0") or "0"
    if key == "prefix":
        return rule.prefix + item
    left = iter(item)
    body = rule.picture[len(rule.prefix) : -1]
    return closed(rule.prefix + "".join(next(left) if letter == "I" else "0" for letter in body))


def _check_measure(text: str, kind: Kind, decimals: int, inner: int, digits: int) -> None:
    if decimals > _MOST_DECIMALS[kind]:
        raise _refusal("decimals", text, f"A {kind} has at most {_MOST_DECIMALS[kind]} decimals.")
    if inner > 1 or (inner and digits not in (4, 5)):
        raise _refusal("price_check", text, "One price check digit V goes with a value of four or five digits.")


def _parse_keys(text: str, keys: str) -> tuple[str, ...]:
    if "->" not in text:
        return ("zeroed",)
    named = tuple(key.strip() for key in keys.split(","))
    if not set(named) <= set(_KEYS):
        raise _refusal("key", text, f"After -> comes how the product is stored: {', '.join(_KEYS)}.")
    return named


def _refusal(reason: str, rule: str, message: str) -> Refusal:
    remedy = "Example: 21IIIIIWWwwwC for 21, five digits of article number, weight in kg with three decimals."
    return Refusal(f"measure_rule.{reason}", message, remedy, field="measure_rules", facts={"rule": rule})
