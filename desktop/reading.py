"""Raw scans to Readings. The AIM identifier decides what a code is; without one, check digits do.

Sources: ISO/IEC 15424 (AIM identifiers), GS1 General Specifications 5.1 and 7.8. Plain digits need no GS1 parser.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.domain.codes import candidates, expand_upc_e, is_digits, is_gtin, is_sscc, normal_gtin
from desktop.domain.codes import closed as with_check_digit
from desktop.domain.measured_codes import VariableMeasureRule, match
from desktop.domain.reading import Reading
from desktop.domain.refusal import Refusal

MOST_CHARACTERS = 4096
GS = "\x1d"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_GS1_SYMBOLS = ("]C1", "]d2", "]Q3", "]J1", "]e0", "]e1", "]e2")
_COMPOSITE_MARK = re.compile(r"\|\]e[0-3]")
_ADD_ON_MARK = re.compile(r"\][Ee][12](?=\d{2}(?:\d{3})?$)")
# Magazines and books; without an AIM identifier only these are believed to have an add-on.
_ADD_ON_PREFIXES = ("977", "978", "979", "491")
_FORBIDDEN = re.compile(r"[\x00-\x03\x05-\x08\x0b\x0c\x0e-\x1b\x7f\ud800-\udfff]")
_UNITS = {"weight": "kg", "quantity": "pcs", "price": None}


def read_code(raw: str | bytes, rules: Sequence[VariableMeasureRule] = ()) -> Reading:
    """What a scan says; `rules` are the shop's weight and price layouts, tried on EAN-13 and UPC-A.

    Refuses `scan.malformed` what is empty, over 4,096 characters, or no code at all; raises nothing else.
    """
    text = _decoded(raw).strip(" \t\r\n")
    if len(text) > MOST_CHARACTERS or not text.strip(GS) or _FORBIDDEN.search(text):
        raise _malformed(text)
    if not text.startswith("]"):
        return _unmarked(text, rules)
    symbology, data = text[:3], text[3:].strip(" ")
    if not _AIM.fullmatch(symbology) or not data.strip(GS):
        raise _malformed(text)
    return _marked(symbology, data, rules)


def _marked(symbology: str, data: str, rules: Sequence[VariableMeasureRule]) -> Reading:
    if symbology[1] == "E":
        return _retail(symbology, data, rules)
    if data.startswith(("http://", "https://")):
        return _link(data, symbology)
    if symbology in _GS1_SYMBOLS:
        return _message(data, _COMPOSITE_MARK.sub(GS, data), symbology)
    if symbology == "]I3" and is_digits(data):
        whole = _number(with_check_digit(data), symbology=symbology)
        return replace(whole, text=data, candidates=tuple(dict.fromkeys((*whole.candidates, data))))
    if is_digits(data):
        return _number(data, symbology=symbology)
    suspicious = ("wrong_symbol",) if _looks_like_gs1(data) else ()
    return Reading(data, (data,), symbology, suspicious=suspicious)


def _unmarked(text: str, rules: Sequence[VariableMeasureRule]) -> Reading:
    if is_digits(text):
        if _looks_like_gs1(text):
            return _guessed(text)
        if len(text) in (15, 18) and text.startswith(_ADD_ON_PREFIXES) and is_gtin(text[:13]):
            return _number(text[:13], rules, text=text, add_on=text[13:])
        return _number(text, rules)
    if text.startswith(("http://", "https://")):
        return _link(text, None)
    if text.startswith(GS):
        return _message(text, text, None)
    return _guessed(text) if _looks_like_gs1(text) else Reading(text, (text,))


def _retail(symbology: str, data: str, rules: Sequence[VariableMeasureRule]) -> Reading:
    """EAN and UPC, with an add-on or a composite part behind."""
    main, *tail = _COMPOSITE_MARK.split(data, maxsplit=1)
    digits = _ADD_ON_MARK.sub("", main)
    if not is_digits(digits):
        return Reading(data, (data,), symbology, suspicious=("field_malformed",))
    if symbology in ("]E1", "]E2"):
        return Reading(data, (data,), symbology, add_on=data, suspicious=("add_on_alone",))
    length = _main_length(digits, symbology == "]E3" or digits != main)
    more: dict[str, Any] = {"symbology": symbology, "add_on": digits[length:] or None}
    if tail:
        more |= _elements(tail[0])
    return _number(digits[:length], rules, text=data, upc_e=symbology != "]E4", **more)


def _main_length(digits: str, has_add_on: bool) -> int:
    """Digits of the code itself, before an add-on of two or five."""
    if not has_add_on:
        return len(digits)
    for length in (13, 12, 8):
        if len(digits) - length in (2, 5) and (is_gtin(digits[:length]) or expand_upc_e(digits[:length])):
            return length
    return len(digits)


def _number(
    digits: str,
    rules: Sequence[VariableMeasureRule] = (),
    *,
    text: str = "",
    upc_e: bool = False,
    suspicious: tuple[str, ...] = (),
    **more: Any,
) -> Reading:
    """A plain number: exact first, then a rule's stored forms, then the other forms of a valid trade item number."""
    measured = match(rules, digits)
    upc_a = expand_upc_e(digits) if upc_e or not is_gtin(digits) else None
    sscc = digits if is_sscc(digits) else None
    more.pop("gtin", None)
    found: list[str] = [text or digits, digits]
    if measured:
        more |= {"quantity_milli": measured.quantity_milli, "amount_e4": measured.amount_e4}
        more["unit"] = _UNITS[measured.kind] if measured.quantity_milli else None
        found += measured.candidates
    found += [*candidates(digits, upc_e=upc_e), *more.pop("candidates", ())]
    if len(digits) in (8, 12, 13, 14) and not (is_gtin(digits) or upc_a):
        suspicious += ("check_digit",)
    gtin = None if measured else normal_gtin(upc_a or digits)
    return Reading(
        text or digits, tuple(dict.fromkeys(found)), gtin=gtin, **{"sscc": sscc, **more}, suspicious=suspicious
    )


def _message(text: str, data: str, symbology: str | None) -> Reading:
    """A GS1 message: the trade item or logistic unit it names, then the text itself."""
    fields = _elements(data)
    fields["candidates"] = tuple(dict.fromkeys((*fields["candidates"], text)))
    return Reading(text, symbology=symbology, **fields)


def _guessed(text: str) -> Reading:
    """Looks like a GS1 message but nothing says so: believed only if it is whole, and the text is looked up first."""
    fields = _elements(text)
    if {"field_malformed", "check_digit"} & set(fields["suspicious"]):
        return Reading(text, (text,))
    fields["candidates"] = tuple(dict.fromkeys((text, *fields["candidates"])))
    return Reading(text, **fields)


def _looks_like_gs1(data: str) -> bool:
    """Begins with a separator, or with AI 00, 01 or 02 and a number whose check digit is right."""
    if data.startswith(GS):
        return True
    if data.startswith(("01", "02")):
        return len(data) >= 16 and is_gtin(data[2:16])
    return data.startswith("00") and is_sscc(data[2:20])


def _link(uri: str, symbology: str | None) -> Reading:
    """A web address; a GS1 Digital Link says which item it means. A plain QR code may carry one."""
    from desktop.element_strings import link_fields

    fields = link_fields(uri) or {"candidates": ()}
    fields["candidates"] = (*fields["candidates"], uri)
    return Reading(uri, symbology=symbology, **fields)


def _elements(data: str) -> dict[str, Any]:
    from desktop.element_strings import element_fields

    return element_fields(data)


def warm_up() -> None:
    """Load the GS1 parser (100 ms) ahead of the first scan that needs it; safe in any thread."""
    _elements("")


def _decoded(raw: str | bytes) -> str:
    """QR codes carry UTF-8; what is not valid UTF-8 came from a Latin-1 symbol."""
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _malformed(text: str) -> Refusal:
    beginning = "".join(char if char.isprintable() else "·" for char in text[:24])
    return Refusal(
        "scan.malformed",
        f"The scanner sent something that is no code: “{beginning}” ({len(text)} characters).",
        "Scan it once more; if this stays, test the scanner in Settings.",
        facts={"beginning": beginning, "length": len(text)},
    )
