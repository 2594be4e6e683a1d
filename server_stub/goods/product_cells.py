"""Cells of a product file to values; a cell that makes no sense raises BadCell with the reason in words.

The same prices, rates and units come back in a file again and again: conversions remember what they have seen.
"""

import re
from decimal import Decimal
from functools import lru_cache

MAX_PRICE = 10_000_000
MAX_TEXT = 250
MAX_SKU = 64
MAX_CODE = 48
MAX_PACK = 100_000
MEASURES = frozenset({"kg", "g", "l", "ml", "m", "cm", "кг", "г", "л", "мл", "м", "см"})
"""Units that are measured, not counted."""

_YES = frozenset({"1", "true", "yes", "y", "x", "+", "да", "ja", "истина"})
_NO = frozenset({"", "0", "false", "no", "n", "-", "нет", "nein", "ложь"})
_GAPS = re.compile(r"(?<=\d)[   '’](?=\d{3})")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"(\d{1,3})((?:[.,]\d{3})+)([.,])(\d+)")
_ROUNDED = re.compile(r"\d[.,]\d+[eE]\+\d+")
_CODE = re.compile(r"[!-~]+")


class BadCell(Exception):
    """A cell's value cannot be taken; the text is the reason, for a person."""


@lru_cache(maxsize=200_000)
def number(cell: str, decimals: int, most: int) -> int:
    """Read a decimal number with comma or point as an integer of 10^-decimals; not negative, at most `most`."""
    plain = _GAPS.sub("", cell)
    grouped = _GROUPED.fullmatch(plain)
    if grouped and grouped[3] not in grouped[2]:
        plain = grouped[1] + re.sub("[.,]", "", grouped[2]) + "." + grouped[4]
    if not plain:
        raise BadCell("is empty")
    if not _NUMBER.fullmatch(plain) or not plain.isascii():
        raise BadCell("is not a number")
    value = Decimal(plain.replace(",", ".")).scaleb(decimals)
    if value < 0:
        raise BadCell("is negative")
    if value != int(value):
        raise BadCell(f"has more than {decimals} decimals")
    if value > most * 10**decimals:
        raise BadCell(f"is more than {most}")
    return int(value)


def price_e4(cell: str) -> int:
    """Read a price in ten-thousandths."""
    return number(cell, 4, MAX_PRICE)


def cost_e4(cell: str) -> int | None:
    """Read a purchase price; empty when it is not known."""
    return price_e4(cell) if cell else None


def pack_milli(cell: str) -> int:
    """Read how many units a pack holds, in thousandths."""
    size = number(cell, 3, MAX_PACK)
    if not size:
        raise BadCell("a pack holds more than nothing")
    return size


@lru_cache(maxsize=1000)
def rate_ppm(cell: str) -> int:
    """Read a tax rate in per cent, with or without the sign."""
    return number(cell.removesuffix("%").strip(), 4, 100) if cell else 0


@lru_cache(maxsize=1000)
def flag(cell: str) -> bool:
    """Read yes or no."""
    word = cell.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise BadCell("is neither yes nor no")


def active(cell: str) -> bool:
    """Read whether a thing is on sale: it is unless the cell says no."""
    return flag(cell) if cell else True


@lru_cache(maxsize=1000)
def age(cell: str) -> int:
    """Read an age in years, 0 for none."""
    return number(cell.removesuffix("+").strip(), 0, 99) if cell else 0


@lru_cache(maxsize=1000)
def unit(cell: str) -> str:
    """Read a unit of sale; pieces when it is empty."""
    return words(cell.casefold(), 16) or "pcs"


def sku(cell: str) -> str:
    """Check an article number."""
    if not cell:
        raise BadCell("there is neither an article number nor a barcode")
    return words(cell, MAX_SKU)


def words(cell: str, most: int = MAX_TEXT) -> str:
    """Check a text that people read."""
    if len(cell) > most:
        raise BadCell(f"is longer than {most} characters")
    if not cell.isprintable() and any(ord(letter) < 32 or letter == "\x7f" for letter in cell):
        raise BadCell("contains control characters")
    return cell


def name(cell: str) -> str:
    """Check a name, which everything has."""
    if not cell:
        raise BadCell("is empty")
    return words(cell)


def check_digit(payload: str) -> str:
    """Give the digit that closes a GS1 number (General Specifications 7.9)."""
    total = 3 * sum(map(int, payload[-1::-2])) + sum(map(int, payload[-2::-2]))
    return str(-total % 10)


def code(cell: str) -> str:
    """Read one barcode; 11 or 12 digits that lost their leading zeros, as their check digit shows, get them back."""
    if cell.isascii() and cell.isdigit():
        if len(cell) in (11, 12) and check_digit(cell[:-1]) == cell[-1]:
            return cell.zfill(13)
        if len(cell) <= MAX_CODE:
            return cell
    bare = cell.replace(" ", "")
    if bare != cell and bare.isdigit():
        return code(bare)
    if _ROUNDED.fullmatch(cell):
        raise BadCell("was rounded by a spreadsheet: format the column as text")
    if len(cell) > MAX_CODE or not _CODE.fullmatch(cell):
        raise BadCell("is not a barcode")
    return cell
