"""What a test scan says of the scanner and of the code."""

from dataclasses import replace
from datetime import date

from desktop.domain.measured_codes import parse_rules
from desktop.domain.money import format_quantity
from desktop.domain.reading import Reading
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.store import catalogue, shops
from desktop.ui.settings.settings_rows import ScanSeen, Typed, is_test_code, spoilt_by

SLOW_SHARE = 0.7
"""Of the pause that ends a burst: a scanner slower than this is taken for a person now and then."""

_DATES = ("expiry", "best_before", "produced")


def understand(terminal: Terminal, code: str | bytes, typed: Typed | None, gap_ms: float) -> ScanSeen:
    """Read a scan as the till would, and say what is wrong with it; `typed` is how the keyboard sent it, if it did."""
    text = code if isinstance(code, str) else code.decode("utf-8", "replace")
    seen = ScanSeen("keyboard" if typed else "cable", text.strip("\r\n\t "))
    if typed:
        raw = typed.raw if typed.raw != text else ""
        seen = replace(seen, raw=raw, closing=typed.closing, ms_per_char=typed.ms_per_char)
    plain = seen.text.removeprefix("]Q1")
    if is_test_code(plain):
        return replace(seen, is_test=True, troubles=_slow(seen, gap_ms) + spoilt_by(plain))
    try:
        reading, name = _read(terminal, code)
    except Refusal as refusal:
        return replace(seen, troubles=(*_slow(seen, gap_ms), refusal.code))
    facts = (("product", name) if name else ("unknown", ""), *_facts(reading))
    return replace(
        seen, symbology=reading.symbology or "", facts=facts, troubles=_slow(seen, gap_ms) + reading.suspicious
    )


def _read(terminal: Terminal, code: str | bytes) -> tuple[Reading, str]:
    with terminal.database.reading() as connection:
        shop = shops.read_shop(connection, terminal.signer.shop)
        reading = read_code(code, parse_rules((shop.code_rules if shop else "").splitlines()))
        found = catalogue.resolve(connection, reading, shop.currency if shop else "EUR")
    return reading, ", ".join(each.product.name for each in found)


def _facts(reading: Reading) -> tuple[tuple[str, str], ...]:
    facts = [(name, getattr(reading, name)) for name in ("gtin", "sscc", "lot", "serial", "add_on")]
    facts += [(name, _iso(getattr(reading, name))) for name in _DATES]
    if reading.quantity_milli:
        facts.append(("quantity", f"{format_quantity(reading.quantity_milli)} {reading.unit or ''}".strip()))
    return tuple((name, value) for name, value in facts if value)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _slow(seen: ScanSeen, gap_ms: float) -> tuple[str, ...]:
    return ("slow",) if seen.ms_per_char is not None and seen.ms_per_char > gap_ms * SLOW_SHARE else ()
