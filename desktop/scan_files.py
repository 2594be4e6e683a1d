"""Scans as lines of text: files of them, and `3*CODE`. Separators inside of codes are kept byte for byte."""

import re
import sys
from pathlib import Path

from desktop.domain.money import parse_quantity_milli

_TIMES = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)\s*\*\s*(\S.*)", re.DOTALL)


def read_scans(file: Path | None) -> list[str]:
    """Give the scans of a file, one a line, `-` for standard input; blank lines and those after `#` are none."""
    if file is None:
        return []
    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    lines = (line.strip(" \t\r") for line in text.split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def split_times(line: str) -> tuple[int, int, str]:
    """Take `3*CODE` apart, or `0.342*CODE` for what is weighed: how often it counts, how much was said in thousandths.

    A code alone counts once, and nothing was said.
    """
    several = _TIMES.fullmatch(line.strip(" \t"))
    milli = parse_quantity_milli(several[1]) if several else 0
    if several is None or not milli:
        return 1, 0, line
    return (1 if milli % 1000 else milli // 1000), milli, several[2]
