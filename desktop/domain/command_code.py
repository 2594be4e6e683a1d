"""Barcodes that press a key: printed on the till's own sheet, and good at that till only.

The one exception to the rule that a scan presses nothing. A code carries a tag made of the terminal's id, so that no
label on goods and no sheet of another till presses anything here.
"""

import base64
import hashlib
import re

_TAG_LETTERS = 6
_CODE = re.compile(r"(?:\][A-Z]\d)?ECK([A-Z2-7]{6})\.([A-Z0-9-]{1,12})")

KEYS = {
    **{str(digit): str(digit) for digit in range(10)},
    **{f"F{number}": f"F{number}" for number in range(1, 13)},
    "MARK": ".",
    "TIMES": "*",
    "PLUS": "+",
    "BACK": "Backspace",
    "DEL": "Del",
    "ENTER": "Return",
    "ESC": "Esc",
    "UP": "Up",
    "DOWN": "Down",
}
"""Name in the code -> the key, as the keyboard shortcuts of the screens are written; `CTRL-P` is Ctrl+P."""
_CTRL = "CTRL-"


def command_tag(terminal: str) -> str:
    """Give the tag of a terminal's sheet: six letters and digits of its id's hash."""
    digest = hashlib.sha256(b"eckwms.command.1\x00" + terminal.encode()).digest()
    return base64.b32encode(digest)[:_TAG_LETTERS].decode()


def command_text(tag: str, key: str) -> str:
    """Write the code that presses a key, given as a shortcut is written. ValueError for one that no code is for."""
    names = {shortcut: name for name, shortcut in KEYS.items()}
    if key.startswith("Ctrl+") and key[5:].isalnum():
        return f"ECK{tag}.{_CTRL}{key[5:].upper()}"
    if key not in names:
        raise ValueError(f"no code presses {key}")
    return f"ECK{tag}.{names[key]}"


def read_command(raw: str | bytes, tag: str) -> str:
    """Give the key that a scan presses; empty for every other scan, those of another till's sheet too."""
    text = raw.decode("ascii", "replace") if isinstance(raw, bytes) else raw
    found = _CODE.fullmatch(text.strip())
    if found is None or found[1] != tag:
        return ""
    name = found[2]
    if name.startswith(_CTRL):
        return f"Ctrl+{name.removeprefix(_CTRL)}"
    return KEYS.get(name, "")
