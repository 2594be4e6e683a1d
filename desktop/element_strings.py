"""GS1 element strings and Digital Links to the fields of a Reading; the only module that imports biip.

biip takes 100 ms to import, so `desktop.reading` imports this module when a scan needs it. What biip 5.2 leaves to us:
it raises for malformed input, takes other scripts' digits, keeps an element whose check digit is wrong, and runs two
fields into one where the separator is missing.
"""

import re
from collections.abc import Iterable
from typing import Any

from biip import ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementString

from desktop.domain.codes import candidates, normal_gtin

GS = "\x1d"
_SEPARATORS_AS_TEXT = ("<GS>", "{GS}", "[GS]", "\\x1d", "\\x1D", "\\u001d", "\\u001D")
_CONFIG = ParseConfig(gs1_element_strings_verify_date=False)
_MALFORMED = (ParseError, ValueError, IndexError, AssertionError)
_UNITS = {"310": "kg", "311": "m", "314": "m2", "315": "l", "316": "m3", "320": "lb"}
_TEXTS = {"10": "lot", "21": "serial"}
_DATES = {"11": "produced", "15": "best_before", "17": "expiry"}
# A lot or serial number that goes on like another field: a date, a small count, a net weight, or the check field of a
# marking code (AI 93 and four signs).
_DATE = r"1[12357]\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])"
_RAN_ON = re.compile(rf".(?:{_DATE}(?:$|10|21|37)|37\d{{1,3}}$|310[0-5]\d{{6}}$)|.{{6}}93[!-~]{{4}}$", re.ASCII)


class _Found:
    """What the elements said so far."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.candidates: list[str] = []
        self.suspicious: list[str] = []

    def take(self, name: str, value: object) -> None:
        if self.fields.setdefault(name, value) != value:
            self.suspicious.append("field_repeated")

    def result(self) -> dict[str, Any]:
        return {
            **self.fields,
            "candidates": tuple(dict.fromkeys(self.candidates)),
            "suspicious": tuple(dict.fromkeys(self.suspicious)),
        }


def element_fields(data: str) -> dict[str, Any]:
    """Fields of a Reading from a GS1 message, always with `candidates` (maybe empty) and `suspicious`; never raises."""
    found = _Found()
    for element in _elements(data, found.suspicious):
        _take(element, found)
    return found.result()


def link_fields(uri: str) -> dict[str, Any] | None:
    """Fields of a Reading from a GS1 Digital Link, or None if the link is none."""
    try:
        link = GS1DigitalLinkURI.parse(uri, config=_CONFIG)
    except _MALFORMED:
        return None
    found = _Found()
    for element in link.element_strings:
        _take(element, found)
    return found.result()


def _elements(data: str, suspicious: list[str]) -> Iterable[GS1ElementString]:
    for written in _SEPARATORS_AS_TEXT:
        if written in data:
            data = data.replace(written, GS)
            suspicious.append("separator_as_text")
    rest = data.lstrip(GS)
    while rest:
        try:
            element = GS1ElementString.extract(rest if rest.isascii() else "", config=_CONFIG)
        except _MALFORMED:
            suspicious.append("field_malformed")
            return
        yield element
        rest = rest[len(element) :]
        if _separator_lost(element, data, rest):
            suspicious.append("separator_missing")
        rest = rest.lstrip(GS)


def _separator_lost(element: GS1ElementString, data: str, rest: str) -> bool:
    if rest:
        return element.ai.separator_required and not rest.startswith(GS)
    return element.ai.ai in _TEXTS and GS not in data and _RAN_ON.search(element.value) is not None


def _take(element: GS1ElementString, found: _Found) -> None:
    ai, value = element.ai.ai, element.value
    if ai in ("00", "01", "02"):
        _take_number(element, found)
    elif not value or (ai in _DATES and element.date is None):
        found.suspicious.append("field_malformed")
    elif ai in _TEXTS:
        found.take(_TEXTS[ai], value)
    elif ai in _DATES:
        found.take(_DATES[ai], element.date)
    elif ai in ("30", "37"):
        found.take("count", int(value))
    elif ai[:3] in _UNITS:
        found.take("quantity_milli", _scaled(value, int(ai[3]), 3, found))
        found.take("unit", _UNITS[ai[:3]])
    elif ai[:3] in ("392", "393"):
        found.take("amount_e4", _scaled(element.pattern_groups[-1], int(ai[3]), 4, found))
        if ai[:3] == "393":
            found.take("currency", element.pattern_groups[0])


def _take_number(element: GS1ElementString, found: _Found) -> None:
    ai, value = element.ai.ai, element.value
    number = normal_gtin(value) if element.sscc is None else value
    if number is None:
        found.suspicious.append("check_digit")
    else:
        found.take({"00": "sscc", "01": "gtin", "02": "content_gtin"}[ai], number)
    if ai == "00":
        found.candidates.append(value)
    if ai in ("01", "02"):
        # The field always has 14 digits: its leading zero is padding, even where the check digit is wrong.
        found.candidates += [*candidates(value), value.removeprefix("0")]


def _scaled(digits: str, decimals: int, kept: int, found: _Found) -> int:
    """The integer with `kept` decimals, half up."""
    step: int = 10 ** abs(kept - decimals)
    if decimals <= kept:
        return int(digits) * step
    if int(digits) % step:
        found.suspicious.append("measure_rounded")
    return (int(digits) + step // 2) // step
