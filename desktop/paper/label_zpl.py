"""Labels for a printer that speaks ZPL II: each a picture in hexadecimal, so that no letter of ours is a command.

Commands: Zebra ZPL II Programming Guide (P1099958): ^XA ^XZ begin and end a label, ^PW and ^LL its width and length in
dots, ^LH and ^FO where it begins, ^GFA a picture, ^FS the end of a field, ^PQ copies. The picture is packed as the
guide's chapter on alternative data compression has it: G to Y repeat the next digit 1 to 19 times, g to z 20 to 400
times, a comma fills the row with white, an exclamation mark with black, a colon repeats the row above.
"""

from collections.abc import Iterable
from itertools import groupby

from desktop.paper.label_drawn import Dots

MOST_COPIES = 9_999
_TWENTIES, _ONES = "ghijklmnopqrstuvwxyz", "GHIJKLMNOPQRSTUVWXY"


def labels_zpl(labels: Iterable[tuple[Dots, int]]) -> bytes:
    """Give the job of labels and their copies."""
    return "".join(_label(dots, copies) for dots, copies in labels).encode("ascii")


def _label(dots: Dots, copies: int) -> str:
    total, row = len(dots.content), dots.row_bytes
    field = f"^FO0,0^GFA,{total},{total},{row},{_packed(dots)}^FS"
    head = f"^XA^PW{dots.width}^LL{dots.height}^LH0,0"
    return f"{head}{field}^PQ{min(copies, MOST_COPIES)}^XZ\r\n"


def _packed(dots: Dots) -> str:
    rows = [dots.content[at : at + dots.row_bytes].hex().upper() for at in range(0, len(dots.content), dots.row_bytes)]
    return "".join(":" if at and row == rows[at - 1] else _row(row) for at, row in enumerate(rows))


def _row(row: str) -> str:
    for digit, sign in (("0", ","), ("F", "!")):
        kept = row.rstrip(digit)
        if kept != row:
            return _runs(kept) + sign
    return _runs(row)


def _runs(row: str) -> str:
    return "".join(_run(digit, sum(1 for _ in same)) for digit, same in groupby(row))


def _run(digit: str, count: int) -> str:
    if count == 1:
        return digit
    twenties, ones = divmod(count, 20)
    most = "z" * (twenties // 20)
    some = _TWENTIES[twenties % 20 - 1] if twenties % 20 else ""
    return most + some + (_ONES[ones - 1] if ones else "") + digit
