"""Finding a receipt by what a customer knows of it: its number, what was paid, the day, about when."""

import re
from dataclasses import dataclass

from desktop.domain.money import parse_money
from desktop.domain.refusal import Refusal

LONGEST = 60
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?\.?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a search: any of these may be meant. `moment` is a pattern of an ISO time, `_` for any letter."""

    number: str
    total_minor: int | None = None
    moment: str = ""


def parse_search(text: str, currency: str) -> tuple[Wanted, ...]:
    """Read what was typed, a word each: `123`, `T03-000123`, `7.58`, `14:32`, `21.11`; all words have to fit."""
    return tuple(_wanted(word, currency) for word in text[:LONGEST].split())


def _wanted(word: str, currency: str) -> Wanted:
    return Wanted(number=word.upper(), total_minor=_total(word, currency), moment=_moment(word))


def _total(word: str, currency: str) -> int | None:
    try:
        return parse_money(word, currency).minor
    except Refusal:
        return None


def _moment(word: str) -> str:
    if time := _TIME.fullmatch(word):
        return f"____-__-__T{int(time[1]):02d}:{time[2]}%"
    if day := _ISO_DAY.fullmatch(word):
        return f"{word}T%"
    if day := _DAY.fullmatch(word):
        return f"{day[3] or '____'}-{int(day[2]):02d}-{int(day[1]):02d}T%"
    return ""
