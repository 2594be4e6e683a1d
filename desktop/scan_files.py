"""Scans as lines of text: files of them, and `3*CODE`. Separators inside of codes are kept byte for byte."""

import re
import sys
from pathlib import Path

_TIMES = re.compile(r"([1-9][0-9]{0,4})\s*\*\s*(\S.*)", re.DOTALL)


def read_scans(file: Path | None) -> list[str]:
    """Give the scans of a file, one a line, `-` for standard input; blank lines and those after `#` are none."""
    if file is None:
        return []
    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    lines = (line.strip(" \t\r") for line in text.split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def split_times(line: str) -> tuple[int, str]:
    """Take `3*CODE` apart; a code alone counts once."""
    several = _TIMES.fullmatch(line.strip(" \t"))
    return (int(several[1]), several[2]) if several else (1, line)
