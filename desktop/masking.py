"""What may leave this terminal in a support bundle: lines of the log by an allow-list, and texts without secrets."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HIDDEN = "…"

KEPT_KEYS = ("timestamp", "level", "logger", "service", "code", "cause", "state", "kind")
"""Fields of a line that programs fill in; whatever a person or another program may have written is left out."""

OUR_LOGGERS = ("desktop", "sync")
"""Their messages are fixed sentences; those of libraries may quote what they were given."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NAMED = re.compile(r"(?i)\b(pin|pass\w*|token|secret|key|authorization|bearer|invite)\b(\W{1,3})(?!\s)\S+")
_BEARER = re.compile(r"(?i)\b(?:bearer|basic)\s+\S+|\beyJ[\w.-]+")
_LOGIN = re.compile(r"//[^/@\s]+@")
_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
_OPAQUE = re.compile(r"(?=[A-Za-z0-9_+=-]*\d)(?=[A-Za-z0-9_+=-]*[A-Za-z])[A-Za-z0-9_+=-]{16,}")
_DIGITS = re.compile(r"\d(?:[ -]?\d){3,}")
_MOMENT = re.compile(r"[0-9TZ:.+-]{10,40}")
_CODE = re.compile(r"[a-z][\w.:-]{0,59}", re.IGNORECASE)
_FRAME = re.compile(r'\s+File ".*[/\\]([^/\\"]+)", line (\d+), in (\S+)')
_CRASHED = re.compile(r"(?:Fatal Python error|Windows fatal exception|Current thread|Thread)\b[ \w:]{0,60}")
_CRASH_FRAME = re.compile(r'\s+File "(?:.*[/\\])?([^/\\"]+)", line (\d+) in (\S+)')
_RAISED = re.compile(r"([A-Za-z_][\w.]*)(?::.*)?$")


def mask(text: str) -> str:
    """Hide what may be a secret, a code, a card, a telephone number or an address, and whose folder it is.

    UUIDs are names and stay. The folder comes first: once a part of its name is hidden, it is not found any more.
    """
    text = hide_home(text)
    parts, end = [], 0
    for found in _UUID.finditer(text):
        parts += [_mask(text[end : found.start()]), found.group()]
        end = found.end()
    return "".join([*parts, _mask(text[end:])])


def _mask(text: str) -> str:
    text = _LOGIN.sub(f"//{HIDDEN}@", _BEARER.sub(HIDDEN, text))
    text = _MAIL.sub(HIDDEN, text)
    text = _NAMED.sub(rf"\1\2{HIDDEN}", text)
    return _DIGITS.sub(HIDDEN, _OPAQUE.sub(HIDDEN, text))


def mask_address(text: str) -> str:
    """Give an address without login, path and query; empty for what is none."""
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return HIDDEN
    return f"{parts.scheme}://{parts.hostname}{port}" if parts.hostname else ""


def hide_home(text: str) -> str:
    """Write `~` for the home folder, which may be named after somebody; a `repr` doubles its backslashes."""
    try:
        parts = re.split(r"[\\/]+", str(Path.home()).rstrip("\\/"))
    except RuntimeError:  # nobody's: a service without an account of its own
        return text
    if not parts[-1]:
        return text
    folder = r"[\\/]+".join(map(re.escape, parts))
    return re.sub(folder + r"(?!\w)", "~", text, flags=re.IGNORECASE)


def mask_value(value: Any, hide: Callable[[str], str] = mask) -> Any:
    """Hide what is secret in the texts of a JSON value; numbers and truth values stay."""
    match value:
        case str():
            return hide(value)
        case dict():
            return {name: mask_value(item, hide) for name, item in value.items()}
        case list() | tuple():
            return [mask_value(item, hide) for item in value]
    return value


def clean_line(line: str) -> dict[str, Any] | None:
    """Give what may leave of one line of the log; None for a line that is not ours."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    if not isinstance(entry, dict):
        return None
    kept = {name: _keep(name, entry[name]) for name in KEPT_KEYS if name in entry}
    if str(entry.get("logger", "")).partition(".")[0] in OUR_LOGGERS:
        kept["message"] = mask(str(entry.get("message", "")))
    trace = entry.get("exception") or entry.get("trace")
    if trace:
        kept["trace"] = clean_trace(str(trace))
    return kept


def _keep(name: str, value: Any) -> Any:
    text = str(value)
    if name == "timestamp":
        return text if _MOMENT.fullmatch(text) else HIDDEN
    return mask(text) if _CODE.fullmatch(text) else HIDDEN


def clean_trace(trace: str) -> list[str]:
    """Give where an exception went through and what it was, without what it said."""
    lines = []
    for line in trace.splitlines():
        if frame := _FRAME.match(line):
            lines.append(f"{frame[1]}:{frame[2]} {frame[3]}")
        elif line and not line[0].isspace() and (raised := _RAISED.match(line)) and "Traceback" not in line:
            lines.append(raised[1])
    return lines


def clean_crash_line(line: str) -> str:
    """Give what may leave of a line that the interpreter wrote when it died; empty for nothing."""
    if frame := _CRASH_FRAME.match(line):
        return f"{frame[1]}:{frame[2]} {frame[3]}"
    said = _CRASHED.match(line)
    return said[0].strip() if said else ""
