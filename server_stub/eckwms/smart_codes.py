"""Smart codes of eckWMS labels: 19 characters, a lower-case letter first, base 36 behind it. Pure; both ways.

A code is accepted only when encoding what was read gives the same code again, since none carries a check digit.
Layouts: item `i` length digit, serial, reference; box `b` sides, weight, kind, serial; label `l` day, kind, text;
place `p` number; order `o` and user `u` reference; returns `RMA` with ten digits and two characters.
"""

import re
import string
from dataclasses import dataclass
from datetime import date, timedelta

LENGTH = 19
_DIGITS = string.digits + string.ascii_uppercase
_BASE36 = re.compile(r"[0-9A-Z]*", re.ASCII)
_ROOM = LENGTH - 2
"""Characters of an item code behind its letter and its length digit."""
_FIRST_DAY = date(2025, 1, 1)
_RMA = re.compile(r"RMA([0-9]{10})([0-9A-Z]{2})", re.ASCII)
_TIERS = ((0, 0, 10), (2_000, 20_000, 100), (11_800, 1_000_000, 1_000))
"""Weights: (first step number, its grams, grams a step); a step number never passes the next tier's first."""
_LAST_STEP = 40_800
HEAVIEST_G = 30_000_000


class BadCode(ValueError):
    """The text is not such a code, or the values do not fit into one."""


@dataclass(frozen=True, slots=True)
class ItemCode:
    """One piece: what it is (an EAN or another reference) and its serial, empty when it has none."""

    reference: str
    serial: str = ""


@dataclass(frozen=True, slots=True)
class BoxCode:
    """A package: sides in cm (0..1295), weight in g, kind P (pallet), B (box) or C (crate), serial number."""

    length_cm: int
    width_cm: int
    height_cm: int
    weight_g: int
    kind: str
    serial: int


@dataclass(frozen=True, slots=True)
class LabelCode:
    """A note on paper: the day, the kind A (action), S (status) or U (user), and up to 14 characters."""

    day: date
    kind: str
    payload: str


@dataclass(frozen=True, slots=True)
class PlaceCode:
    """A place by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class OrderCode:
    """An order by its reference of up to 18 characters."""

    reference: str


@dataclass(frozen=True, slots=True)
class UserCode:
    """A person by a reference of up to 18 characters."""

    reference: str


@dataclass(frozen=True, slots=True)
class ReturnCode:
    """A return: ten digits and two characters."""

    number: str
    suffix: str


SmartCode = ItemCode | BoxCode | LabelCode | PlaceCode | OrderCode | UserCode | ReturnCode


def encode(code: SmartCode) -> str:
    """Write a code. Raises BadCode when a value does not fit."""
    match code:
        case ItemCode():
            return _encode_item(code)
        case BoxCode():
            return _encode_box(code)
        case LabelCode():
            return _encode_label(code)
        case PlaceCode():
            if not 0 <= code.number < 10**18:
                raise BadCode(f"a place number has 1 to 18 digits, not {code.number}")
            return f"p{code.number:018d}"
        case OrderCode():
            return "o" + _pad(code.reference, 18)
        case UserCode():
            return "u" + _pad(code.reference, 18)
        case ReturnCode():
            return _checked_return(f"RMA{code.number}{code.suffix}")


def decode(text: str) -> SmartCode:
    """Read a code. Raises BadCode when it is none.

    Besides the fixed 19 characters: a return number, and items of any length, as one version of the family wrote them.
    """
    if text.startswith("RMA"):
        _checked_return(text)
        return ReturnCode(text[3:13], text[13:])
    if text.startswith("i") and len(text) < LENGTH:
        return _decode_short_item(text)
    if len(text) != LENGTH or not _BASE36.fullmatch(text, 1):
        raise BadCode(f"{text[:40]!r} is not a smart code")
    code = _decode(text)
    if encode(code) != text:
        raise BadCode(f"{text!r} is not written as this code would be")
    return code


def item_of_serial(text: str) -> ItemCode:
    """Give the item that a bare number of seven digits stands for (`i70000000000` and the number)."""
    if not re.fullmatch(r"[0-9]{7}", text, re.ASCII):
        raise BadCode(f"{text[:40]!r} is not a number of seven digits")
    return ItemCode(text)


def _decode(text: str) -> SmartCode:
    match text[0]:
        case "i":
            length = _DIGITS.index(text[1])
            if length > _ROOM:
                raise BadCode("the reference is longer than the code")
            return ItemCode(text[LENGTH - length :], text[2 : LENGTH - length].lstrip("0"))
        case "b":
            sides = [int(text[at : at + 2], 36) for at in (1, 3, 5)]
            weight_g = _weight_of(int(text[7:10], 36))
            return BoxCode(sides[0], sides[1], sides[2], weight_g, text[10], int(text[11:], 36))
        case "l":
            return LabelCode(_FIRST_DAY + timedelta(days=int(text[1:4], 36)), text[4], text[5:].rstrip("0"))
        case "p" if text[1:].isdecimal():
            return PlaceCode(int(text[1:]))
        case "o":
            return OrderCode(text[1:].lstrip("0"))
        case "u":
            return UserCode(text[1:].lstrip("0"))
    raise BadCode(f"{text!r} is not a smart code")


def _decode_short_item(text: str) -> ItemCode:
    if len(text) < 3 or not _BASE36.fullmatch(text, 1):
        raise BadCode(f"{text[:40]!r} is not an item code")
    length = _DIGITS.index(text[1])
    if not 0 < length <= len(text) - 2:
        raise BadCode(f"{text!r} is shorter than its reference")
    return ItemCode(text[len(text) - length :], text[2 : len(text) - length].lstrip("0"))


def _encode_item(code: ItemCode) -> str:
    length = len(code.reference)
    if length > _ROOM or not _BASE36.fullmatch(code.reference):
        raise BadCode(f"a reference has up to {_ROOM} digits and capital letters, not {code.reference[:40]!r}")
    return f"i{_DIGITS[length]}{_pad(code.serial, _ROOM - length)}{code.reference}"


def _encode_box(code: BoxCode) -> str:
    if code.kind not in ("P", "B", "C"):
        raise BadCode(f"a box is P, B or C, not {code.kind[:40]!r}")
    sides = "".join(_number(side, 2) for side in (code.length_cm, code.width_cm, code.height_cm))
    return f"b{sides}{_number(_step_of(code.weight_g), 3)}{code.kind}{_number(code.serial, 8)}"


def _encode_label(code: LabelCode) -> str:
    if code.kind not in ("A", "S", "U"):
        raise BadCode(f"a label is A, S or U, not {code.kind[:40]!r}")
    if len(code.payload) > 14 or not _BASE36.fullmatch(code.payload):
        raise BadCode(f"a label holds up to 14 digits and capital letters, not {code.payload[:40]!r}")
    return f"l{_number((code.day - _FIRST_DAY).days, 3)}{code.kind}{code.payload:0<14}"


def _checked_return(text: str) -> str:
    if not _RMA.fullmatch(text):
        raise BadCode(f"{text[:40]!r} is not a return number")
    return text


def _pad(text: str, width: int) -> str:
    if len(text) > width or not _BASE36.fullmatch(text):
        raise BadCode(f"{text[:40]!r} is not up to {width} digits and capital letters")
    return text.rjust(width, "0")


def _number(value: int, width: int) -> str:
    """Write a number in base 36. Raises BadCode when it does not fit."""
    if not 0 <= value < 36**width:
        raise BadCode(f"{value} does not fit into {width} characters")
    written = ""
    for _ in range(width):
        value, digit = divmod(value, 36)
        written = _DIGITS[digit] + written
    return written


def _step_of(weight_g: int) -> int:
    """Give the number of the weight's step, the nearest one; half a step counts up."""
    if not 0 <= weight_g <= HEAVIEST_G:
        raise BadCode(f"a box weighs 0 to 30 t, not {weight_g} g")
    first, grams, step_g = max(tier for tier in _TIERS if tier[1] <= weight_g)
    return first + (2 * (weight_g - grams) + step_g) // (2 * step_g)


def _weight_of(step: int) -> int:
    if step > _LAST_STEP:
        raise BadCode(f"there is no weight step {step}")
    first, grams, step_g = max(tier for tier in _TIERS if tier[0] <= step)
    return grams + (step - first) * step_g
