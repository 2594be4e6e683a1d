"""Money, prices and quantities as integers, and as decimal text at the edges.

Money is in minor units of a currency (ISO 4217), unit prices in ten-thousandths of the major unit, quantities in
thousandths of a unit. Text may use a point or a comma as decimal mark and nothing else; anything else is a Refusal.
"""

import re
from dataclasses import dataclass

from desktop.domain.refusal import Refusal

DEFAULT_EXPONENT = 2
EXPONENTS = dict.fromkeys(
    (
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "UYI",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ),
    0,
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
"""Digits after the decimal mark where they are not two (ISO 4217)."""

MAX_MINOR = 10**14
"""Largest amount of money anybody may type or sell for; far below 2**63, so that sums stay storable."""
MAX_PRICE_E4 = 10**11
MAX_QUANTITY_MILLI = 10**10

_DECIMAL = re.compile(r"([+\-−]?)([0-9]{1,18})(?:[.,]([0-9]{1,18}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of one currency."""

    minor: int
    currency: str

    def __str__(self) -> str:
        return f"{format_minor(self.minor, self.currency)} {self.currency}"


def exponent(currency: str) -> int:
    """Digits that the currency has after its decimal mark: EUR 2, JPY 0, KWD 3."""
    return EXPONENTS.get(currency, DEFAULT_EXPONENT)


def scale(currency: str) -> int:
    """Minor units in one major unit: EUR 100, JPY 1, KWD 1000."""
    return int(10 ** exponent(currency))


def parse_money(text: str, currency: str) -> Money:
    """Read an amount such as `12.90` or `-3,5`. Refusal `money.text` or `money.range`."""
    minor = _parse(text, exponent(currency), "money", "amount of money")
    return Money(_within(minor, MAX_MINOR, "money", text), currency)


def format_minor(minor: int, currency: str) -> str:
    """Write minor units as a decimal string: 1290 EUR is `12.90`."""
    return _format(minor, exponent(currency), exponent(currency))


def parse_price_e4(text: str) -> int:
    """Read a unit price with up to four decimals. Refusal `price.text` or `price.range`."""
    price_e4 = _within(_parse(text, 4, "price", "price"), MAX_PRICE_E4, "price", text)
    if price_e4 < 0:
        raise Refusal("price.range", "A price is never below zero.", "Type the price without a minus sign.")
    return price_e4


def format_price_e4(price_e4: int, currency: str) -> str:
    """Write a unit price with the currency's digits, and more only where the price has them."""
    return _format(price_e4, 4, exponent(currency))


def parse_quantity_milli(text: str) -> int:
    """Read a quantity with up to three decimals. Refusal `quantity.text` or `quantity.range`."""
    return _within(_parse(text, 3, "quantity", "quantity"), MAX_QUANTITY_MILLI, "quantity", text)


def format_quantity(quantity_milli: int) -> str:
    """Write a quantity without needless zeros: 1000 is `1`, 452 is `0.452`."""
    return _format(quantity_milli, 3, 0)


def format_rate_ppm(rate_ppm: int) -> str:
    """Write a rate as a percentage without its sign: 190000 is `19`, 88750 is `8.875`."""
    return _format(rate_ppm, 4, 0)


def _parse(text: str, digits: int, what: str, noun: str) -> int:
    match = _DECIMAL.fullmatch(text.strip()) if len(text) <= 64 else None
    if match is None:
        shown = text if len(text) <= 24 else text[:24] + "…"
        raise Refusal(
            f"{what}.text",
            f"“{shown}” is not an {noun}." if noun[0] in "aeiou" else f"“{shown}” is not a {noun}.",
            "Type digits with one decimal point, for example 12.90.",
        )
    sign, whole, fraction = match[1], match[2], (match[3] or "")
    if fraction[digits:].strip("0"):
        raise Refusal(
            f"{what}.text", f"“{text.strip()}” has more than {digits} decimals.", f"Use {digits} decimals at most."
        )
    number = int(whole + fraction[:digits].ljust(digits, "0"))
    return -number if sign in ("-", "−") else number


def _within(number: int, limit: int, what: str, text: str) -> int:
    if abs(number) > limit:
        raise Refusal(f"{what}.range", f"{text.strip()} is too large to be true.", "Check what was typed or scanned.")
    return number


def _format(number: int, digits: int, least: int) -> str:
    text = str(abs(number)).rjust(digits + 1, "0")
    whole, fraction = (text[:-digits], text[-digits:]) if digits else (text, "")
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    return ("-" if number < 0 else "") + whole + ("." + fraction if fraction else "")
