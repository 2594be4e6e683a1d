"""What label printers make of a job: strict readers of the few commands of ours, each label as the picture it prints.

They know nothing else, so any letter that slips into a job as a command shows as an error.
"""

import re
from itertools import chain, repeat

from PIL import Image

_ZPL = re.compile(
    r"\^XA\^PW(?P<width>\d+)\^LL(?P<height>\d+)\^LH0,0\^FO0,0"
    r"\^GFA,(?P<sent>\d+),(?P<total>\d+),(?P<row>\d+),(?P<dots>[0-9A-Zg-z,!:]+)\^FS\^PQ(?P<copies>\d+)\^XZ\r\n"
)
_TSPL_HEAD = re.compile(rb"SIZE (\d+) mm,(\d+) mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\n")
_TSPL_LABEL = re.compile(rb"CLS\r\nBITMAP 0,0,(\d+),(\d+),0,")
_TSPL_END = re.compile(rb"\r\nPRINT 1,(\d+)\r\n")


def read_zpl(job: bytes) -> list[tuple[Image.Image, int]]:
    """Read every label of a job with its copies."""
    text, labels, at = job.decode("ascii"), [], 0
    while at < len(text):
        found = _ZPL.match(text, at)
        assert found, text[at : at + 60]
        width, height, row, total = (int(found[name]) for name in ("width", "height", "row", "total"))
        assert int(found["sent"]) == total == row * height
        labels.append((_picture(_unpacked(found["dots"], row), row, width, height), int(found["copies"])))
        at = found.end()
    return labels


def _unpacked(packed: str, row_bytes: int) -> bytes:
    rows: list[str] = []
    row, count = "", 0
    for sign in packed:
        if sign == ":":
            assert not row
            rows.append(rows[-1])
        elif sign in ",!":
            rows.append(row.ljust(2 * row_bytes, "0" if sign == "," else "F"))
            row, count = "", 0
        elif "G" <= sign <= "Y":
            count += ord(sign) - ord("G") + 1
        elif "g" <= sign <= "z":
            count += 20 * (ord(sign) - ord("g") + 1)
        else:
            row, count = row + sign * (count or 1), 0
        if len(row) == 2 * row_bytes:
            rows.append(row)
            row = ""
    assert not row
    return bytes.fromhex("".join(rows))


def read_tspl(job: bytes) -> list[tuple[Image.Image, int]]:
    """Read every label of a job with its copies."""
    head = _TSPL_HEAD.match(job)
    assert head, job[:60]
    labels, at = [], head.end()
    while at < len(job):
        begun = _TSPL_LABEL.match(job, at)
        assert begun, job[at : at + 60]
        row, height = int(begun[1]), int(begun[2])
        dots = job[begun.end() : begun.end() + row * height]
        assert b"\x1b!" not in dots
        assert b"~!" not in dots
        end = _TSPL_END.match(job, begun.end() + len(dots))
        assert end
        black = bytes(255 - byte for byte in dots)
        labels.append((_picture(black, row, row * 8, height), int(end[1])))
        at = end.end()
    return labels


def _picture(dots: bytes, row_bytes: int, width: int, height: int) -> Image.Image:
    """A picture of 1 for black, with a little paper around it."""
    bits = chain.from_iterable(f"{byte:08b}" for byte in dots)
    image = Image.new("L", (row_bytes * 8, height), 255)
    image.putdata([0 if bit == "1" else 255 for bit in bits])
    return on_paper(image.crop((0, 0, width, height)))


def on_paper(image: Image.Image) -> Image.Image:
    """Give a picture the paper that is around every label."""
    paper = Image.new("L", (image.width + 40, image.height + 40), 255)
    paper.paste(image, (20, 20))
    return paper


def copies(labels: list[tuple[Image.Image, int]]) -> list[Image.Image]:
    """What lies in the tray."""
    return list(chain.from_iterable(repeat(image, count) for image, count in labels))
