"""What scales are asked and how they answer. Pure: bytes in, weights out; the port and the clock belong to `scale`.

Sources: CAS "ECR" interface (PD-II type 6, AP-1), Mettler-Toledo 8213/8217, Massa-K protocol 100; anything else that
sends a line for each weight is read by a regular expression.
"""

import re
import struct
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, Protocol

from desktop.devices.serial_port import Line
from desktop.devices.weights import Weight, WeightState
from desktop.faults import Fault

_MG_BY_UNIT = {
    "kg": Decimal(1_000_000), "g": Decimal(1_000), "mg": Decimal(1), "t": Decimal(1_000_000_000),
    "lb": Decimal("453592.37"), "oz": Decimal("28349.523125"), "кг": Decimal(1_000_000), "г": Decimal(1_000),
}  # fmt: skip
_ENQ, _ACK, _DC1, _SOH, _STX, _ETX, _EOT, _CR = 5, 6, 0x11, 1, 2, 3, 4, 13
_LONGEST_BYTES = 256


class Answer(NamedTuple):
    """What bytes from a scale mean: weights, and what the scale waits for now."""

    weights: tuple[Weight, ...] = ()
    reply: bytes = b""


class ScaleProtocol(Protocol):
    """How to talk to one kind of scale. `line` is its usual line, `ask` what it is asked ("" if it talks by itself)."""

    line: Line
    ask: bytes

    def feed(self, chunk: bytes) -> Answer:
        """Take bytes as they come, in pieces of any size."""

    def reset(self) -> None:
        """Forget an answer that began: it is asked anew."""


class Framed:
    """A protocol whose `take` finds one answer at the beginning of what came.

    `take(bytes)` gives (answer, bytes used); 0 bytes used: more must come.
    """

    def __init__(self, line: Line, ask: bytes, take: Callable[[bytes], tuple[Answer, int]]) -> None:
        self.line, self.ask, self._take = line, ask, take
        self._pending = b""

    def feed(self, chunk: bytes) -> Answer:
        """Take bytes; noise longer than any answer is dropped."""
        self._pending = (self._pending + chunk)[-_LONGEST_BYTES:]
        weights: tuple[Weight, ...] = ()
        reply = b""
        while self._pending:
            answer, used = self._take(self._pending)
            if not used:
                break
            weights, reply = weights + answer.weights, reply + answer.reply
            self._pending = self._pending[used:]
        return Answer(weights, reply)

    def reset(self) -> None:
        """Forget what is pending."""
        self._pending = b""


def milligrams(number: str, unit: str) -> int:
    """A weight as written, in whole milligrams; ValueError for what is no number or unit of a scale."""
    factor = _MG_BY_UNIT.get(unit.strip().lower())
    if factor is None:
        raise ValueError(f"No unit of weight: {unit!r}")
    try:
        return int(Decimal(number.replace(" ", "").replace(",", ".")) * factor)
    except ArithmeticError as error:
        raise ValueError(f"No weight: {number!r}") from error


def weight_of(mg: int, state: WeightState = "stable") -> Weight:
    """A weight; below zero it is no weight, whatever the scale calls it."""
    return Weight("below_zero", mg) if mg < 0 and state == "stable" else Weight(state, mg)


# --- CAS -----------------------------------------------------------------------------------------------------


def cas(options: str = "") -> ScaleProtocol:
    """ENQ, the scale says ACK, DC1, the scale sends a block of 15 bytes."""
    del options
    return Framed(Line(), bytes([_ENQ]), _take_cas)


def cas_check(body: bytes) -> int:
    """The block's check: everything between STX and itself, exclusive or."""
    check = 0
    for byte in body:
        check ^= byte
    return check


def _take_cas(data: bytes) -> tuple[Answer, int]:
    if data[0] == _ACK:
        return Answer(reply=bytes([_DC1])), 1
    if data[0] != _SOH:
        return Answer(), 1
    if len(data) < 15:
        return Answer(), 0
    body = data[2:12]
    if data[1] != _STX or data[13:15] != bytes([_ETX, _EOT]) or data[12] != cas_check(body):
        return Answer(), 1
    return Answer((_cas_weight(body.decode("ascii", "replace")),)), 15


def _cas_weight(body: str) -> Weight:
    status, sign, number, unit = body[0], body[1], body[2:8], body[8:10]
    if sign == "F" or "F" in number:
        return Weight("overload")
    try:
        mg = milligrams(number, unit)
    except ValueError:
        return Weight("error")
    return weight_of(-mg if sign == "-" else mg, "stable" if status == "S" else "moving")


# --- Mettler-Toledo 8217 -------------------------------------------------------------------------------------


def toledo_8217(options: str = "") -> ScaleProtocol:
    """`W`, the scale sends its weight or `?` with a status; `options` is the unit it is set to, kg without."""
    unit = options or "kg"
    if unit.lower() not in _MG_BY_UNIT:
        raise _wrong_pattern(unit, f"It is none of the units {', '.join(_MG_BY_UNIT)}.")
    return Framed(Line(data_bits=7, parity="E"), b"W", lambda data: _take_toledo(data, unit))


def _take_toledo(data: bytes, unit: str) -> tuple[Answer, int]:
    if data[0] & 0x7F != _STX:
        return Answer(), 1
    body, end, _ = bytes(byte & 0x7F for byte in data[1:]).partition(b"\r")
    if not end:
        return Answer(), 0
    return Answer((_toledo_weight(body, unit),)), len(body) + 2


def _toledo_weight(body: bytes, unit: str) -> Weight:
    if body.startswith(b"?") and len(body) > 1:
        status = body[1]
        bits: tuple[tuple[int, WeightState], ...] = ((2, "overload"), (4, "below_zero"), (1, "moving"))
        return Weight(next((state for bit, state in bits if status & bit), "error"))
    try:
        return weight_of(milligrams(body.decode("ascii").strip().removesuffix("N"), unit))
    except ValueError:
        return Weight("error")


# --- Massa-K -------------------------------------------------------------------------------------------------

_MASSA_HEADER = b"\xf8\x55\xce"
_MASSA_ASK, _MASSA_WEIGHT, _MASSA_ERROR, _MASSA_OVERLOAD = 0x23, 0x24, 0x28, 0x08
_LONGEST_MASSA_BYTES = 64
_MASSA_DIVISIONS_MG = (100, 1_000, 10_000, 100_000, 1_000_000)


def massa_k(options: str = "") -> ScaleProtocol:
    """Protocol 100: packets F8 55 CE, length, command and data, CRC."""
    del options
    return Framed(Line(baud=19200), massa_packet(bytes([_MASSA_ASK])), _take_massa)


def massa_packet(body: bytes) -> bytes:
    """A command with its data as a packet."""
    return _MASSA_HEADER + len(body).to_bytes(2, "little") + body + massa_check(body).to_bytes(2, "little")


def massa_check(body: bytes) -> int:
    """CRC-16 as the maker's protocol has it: polynomial 1021h, from 0, each byte put in below the register."""
    crc = 0
    for byte in body:
        high, remainder = crc & 0xFF00, 0
        for _ in range(8):
            carry = (high ^ remainder) & 0x8000
            remainder = (remainder << 1 ^ 0x1021 if carry else remainder << 1) & 0xFFFF
            high = high << 1 & 0xFFFF
        crc = (remainder ^ crc << 8 ^ byte) & 0xFFFF
    return crc


def _take_massa(data: bytes) -> tuple[Answer, int]:
    begins = data.find(_MASSA_HEADER[0])
    if begins:
        return Answer(), len(data) if begins < 0 else begins
    if not _MASSA_HEADER.startswith(data[:3]):
        return Answer(), 1
    size = int.from_bytes(data[3:5], "little") if len(data) >= 5 else 0
    if len(data) >= 5 and not 0 < size <= _LONGEST_MASSA_BYTES:
        return Answer(), 1
    whole = size + 7
    if len(data) < max(whole, 8):
        return Answer(), 0
    body = data[5 : 5 + size]
    if int.from_bytes(data[5 + size : whole], "little") != massa_check(body):
        return Answer(), 1
    weight = _massa_weight(body)
    return Answer((weight,) if weight else ()), whole


def _massa_weight(body: bytes) -> Weight | None:
    if body[0] == _MASSA_ERROR:
        return Weight("overload" if body[1:2] == bytes([_MASSA_OVERLOAD]) else "error")
    if body[0] != _MASSA_WEIGHT or len(body) < 8:
        return None
    divisions, division, stable = struct.unpack_from("<iBB", body, 1)
    if division >= len(_MASSA_DIVISIONS_MG):
        return Weight("error")
    return weight_of(divisions * _MASSA_DIVISIONS_MG[division], "stable" if stable else "moving")


# --- lines of text -------------------------------------------------------------------------------------------

USUAL_LINE = r"(?:(?P<stable>ST)|(?P<overload>OL)|US)?.*?(?P<weight>[+-]? *\d+(?:[.,]\d+)?) *(?P<unit>kg|g|lb|oz)"
"""Fits the continuous formats of CAS, A&D, Ohaus and many others: `ST,GS,+  1.234kg`."""
SAME_LINES = 3
"""A format that does not say whether the weight is stable: it is, when so many lines in a row agree."""


def generic(options: str = "") -> ScaleProtocol:
    """A scale that sends lines. `options` is a regular expression, or `ASK|EXPRESSION` for one that must be asked.

    Groups: `weight`; `unit` (kg without); `stable`, present in a stable weight; `overload`. ASK may hold escapes
    such as `W\\r`. Raises Fault scale.pattern.
    """
    ask, bar, pattern = options.partition("|") if re.match(r"[^|()\[\]]+\|", options) else ("", "", options)
    del bar
    try:
        wanted = re.compile(pattern or USUAL_LINE)
        asked = ask.encode("ascii").decode("unicode_escape").encode("latin-1")
    except (re.error, UnicodeError) as error:
        raise _wrong_pattern(options, str(error)) from error
    if "weight" not in wanted.groupindex:
        raise _wrong_pattern(options, "It has no group (?P<weight>…).")
    return LineScale(_LineReader(wanted).read, asked)


class LineScale(Framed):
    """A scale that sends one line for each weight; `read(line)` says what it means, None for nothing."""

    def __init__(self, read: Callable[[str], Weight | None], ask: bytes = b"", line: Line | None = None) -> None:
        super().__init__(line or Line(), ask, self._take_line)
        self._read = read

    def _take_line(self, data: bytes) -> tuple[Answer, int]:
        ends = [at for at in (data.find(b"\r"), data.find(b"\n"), data.find(b"\x03")) if at >= 0]
        if not ends:
            return Answer(), 0
        weight = self._read(data[: min(ends)].decode("latin-1")) if min(ends) else None
        return Answer((weight,) if weight else ()), min(ends) + 1


class _LineReader:
    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._says_stable = "stable" in pattern.groupindex
        self._last_mg, self._times = 0, 0

    def read(self, line: str) -> Weight | None:
        found = self._pattern.search(line)
        if found is None:
            return None
        groups = found.groupdict()
        if groups.get("overload"):
            return Weight("overload")
        try:
            mg = milligrams(groups["weight"] or "", groups.get("unit") or "kg")
        except ValueError:
            return Weight("error")
        self._times = self._times + 1 if mg == self._last_mg else 1
        self._last_mg = mg
        stable = groups["stable"] is not None if self._says_stable else self._times >= SAME_LINES
        return weight_of(mg, "stable" if stable else "moving")


def _wrong_pattern(options: str, reason: str) -> Fault:
    return Fault(
        "scale.pattern",
        "The scale's options are wrong",
        f"“{options}”: {reason}",
        "Leave them empty, or write what this kind of scale takes: a unit, or a pattern with (?P<weight>…).",
    )
