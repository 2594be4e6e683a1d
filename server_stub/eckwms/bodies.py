"""Read what eckWMS clients send: leniently where they differ, strictly where it would harm. Raises Denied 400."""

from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from server_stub.faults import Denied

LONGEST_CODE = 512
LARGEST = 10**9
"""Units of goods in one request."""
_decode = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal).decode


def read_object(body: bytes) -> dict[str, Any]:
    """Take a JSON object apart; fractions come as Decimal, so that no quantity is rounded on its way in."""
    try:
        return _decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ArithmeticError) as error:
        raise Denied(400, "Body must be a JSON object") from error


def read_text(values: dict[str, Any], *names: str, limit: int = LONGEST_CODE) -> str:
    """Give the first of these fields that is there, empty when none is."""
    for name in names:
        value = values.get(name)
        if value is None:
            continue
        if not isinstance(value, str) or len(value) > limit or "\0" in value:
            raise Denied(400, f"{name} must be a text of at most {limit} characters")
        return value.strip()
    return ""


def read_required(values: dict[str, Any], name: str, limit: int = LONGEST_CODE) -> str:
    """Give a text that must be there."""
    text = read_text(values, name, limit=limit)
    if not text:
        raise Denied(400, f"{name} is required")
    return text


def read_quantity(values: dict[str, Any], name: str) -> int:
    """Give a quantity from 0 up, a number or a text, in thousandths."""
    value = values.get(name)
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise Denied(400, f"{name} must be a quantity")
    try:
        quantity = Decimal(value)
    except InvalidOperation as error:
        raise Denied(400, f"{name} must be a quantity") from error
    if not quantity.is_finite() or not 0 <= quantity <= LARGEST:
        raise Denied(400, f"{name} must be between 0 and {LARGEST}")
    milli = quantity * 1000
    if milli != milli.to_integral_value():
        raise Denied(400, f"{name} has more than three decimals")
    return int(milli)


def read_whole(values: dict[str, Any], name: str, default: int, least: int, most: int) -> int:
    """Give a whole number within limits."""
    value = values.get(name, default)
    value = default if value is None else value
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Denied(400, f"{name} must be a whole number between {least} and {most}")
    return value


def written(milli: int) -> int | float:
    """Write thousandths as the number that clients read."""
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
