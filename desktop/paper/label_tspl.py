"""Labels for a printer that speaks TSPL: each a picture, so that no letter of ours is a command.

Commands: TSC TSPL/TSPL2 Programming Language manual: SIZE and GAP in millimetres, DIRECTION, REFERENCE, CLS (empty the
picture), BITMAP x,y,bytes in a row,height,mode,data (mode 0 replaces; a 0 bit is black), PRINT sets,copies. Immediate
commands (ESC ! and ~!) are obeyed wherever they stand, so where the dots spell one, a dot is set beside them.
"""

import re
from collections.abc import Iterable

from desktop.paper.label import LabelSize
from desktop.paper.label_drawn import Dots

GAP_MM = 2
MOST_COPIES = 9_999
_WHITE = bytes(range(255, -1, -1))
"""1 is black in our dots and white in theirs."""
_AT_ONCE = re.compile(rb"[\x1b~](?=!)")


def labels_tspl(labels: Iterable[tuple[Dots, int]], size: LabelSize) -> bytes:
    """Give the job of labels of one size and their copies."""
    head = (
        f"SIZE {size.width_mm:g} mm,{size.height_mm:g} mm\r\nGAP {GAP_MM} mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\n"
    )
    return head.encode("ascii") + b"".join(_label(dots, copies) for dots, copies in labels)


def _label(dots: Dots, copies: int) -> bytes:
    picture = _AT_ONCE.sub(_beside, dots.content.translate(_WHITE))
    begin = f"CLS\r\nBITMAP 0,0,{dots.row_bytes},{dots.height},0,".encode("ascii")
    return begin + picture + f"\r\nPRINT 1,{min(copies, MOST_COPIES)}\r\n".encode("ascii")


def _beside(found: re.Match[bytes]) -> bytes:
    """One dot more in black: 1B becomes 1A, 7E becomes 7C."""
    return b"\x1a" if found[0] == b"\x1b" else b"\x7c"
