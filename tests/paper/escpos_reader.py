"""What an ESC/POS printer makes of a job: a strict reader, and the paper as a picture.

It knows the commands that a receipt may hold and raises for every other byte, so whatever slips through a text shows.
"""

from dataclasses import dataclass, field

import segno
from PIL import Image, ImageDraw, ImageFont

from desktop.paper.barcodes import code128_runs
from resources.files import resource

CELL = (12, 24)


@dataclass
class Paper:
    """What came out: lines of text as printed, codes, pictures, and what else was done."""

    columns: int
    page: str
    lines: list[str] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[Image.Image] = field(default_factory=list)
    cuts: int = 0

    def picture(self) -> Image.Image:
        """The paper at the resolution of the head."""
        sheet = Image.new("L", (self.columns * CELL[0], sum(piece.height for piece in self.pieces) + 1), 255)
        y = 0
        for piece in self.pieces:
            sheet.paste(piece, ((sheet.width - piece.width) // 2 if piece.width < sheet.width else 0, y))
            y += piece.height
        return sheet


def read_job(job: bytes, columns: int = 42, page: str = "cp866", draws: bool = True) -> Paper:
    """Print a job, as a picture too if it `draws`; ValueError for a byte that no receipt should hold."""
    return _Reader(job, Paper(columns, page), draws).read()


class _Reader:
    def __init__(self, job: bytes, paper: Paper, draws: bool) -> None:
        self._job, self._paper, self._at, self._draws = job, paper, 0, draws
        self._text = b""
        self._style = {"bold": 0, "double": 0, "inverted": 0}
        self._module_dots, self._height_dots, self._qr_dots, self._qr = 2, 64, 3, b""

    def read(self) -> Paper:
        while self._at < len(self._job):
            byte = self._job[self._at]
            if byte == 0x0A:
                self._take(1)
                self._end_line()
            elif byte in (0x1B, 0x1C, 0x1D):
                self._command(self._take(2))
            elif byte >= 0x20 and byte != 0x7F:
                self._text += self._take(1)
            else:
                raise ValueError(f"Byte {byte:02x} at {self._at} is no letter and no command")
        if self._text:
            raise ValueError(f"Text without an end: {self._text!r}")
        return self._paper

    def _take(self, count: int) -> bytes:
        if self._at + count > len(self._job):
            raise ValueError("The job ends inside a command")
        self._at += count
        return self._job[self._at - count : self._at]

    def _number(self) -> int:
        return self._take(1)[0]

    def _command(self, name: bytes) -> None:
        if name in (b"\x1b@", b"\x1c."):
            return
        numbers = {b"\x1bE": "bold", b"\x1d!": "double", b"\x1dB": "inverted"}
        if name in numbers:
            self._style[numbers[name]] = self._number()
        elif name in (b"\x1bt", b"\x1ba", b"\x1df", b"\x1dH"):
            self._number()
        elif name == b"\x1bd":
            self._paper.pieces += [self._blank()] * self._number()
        elif name == b"\x1dV":
            self._take(2)
            self._paper.cuts += 1
        elif name == b"\x1dh":
            self._height_dots = self._number()
        elif name == b"\x1dw":
            self._module_dots = self._number()
        else:
            self._drawing(name)

    def _drawing(self, name: bytes) -> None:
        if name == b"\x1dk":
            kind, size = self._take(2)
            text = self._take(size).removeprefix(b"{B").replace(b"{{", b"{").decode("ascii")
            assert kind == 73, "Code 128"
            self._paper.codes.append(("code128", text))
            self._fits(text)
            if self._draws:
                self._paper.pieces += [self._bars(text), self._line_of(text.center(self._paper.columns))]
        elif name == b"\x1d(":
            assert self._take(1) == b"k"
            self._square(self._take(int.from_bytes(self._take(2), "little")))
        elif name == b"\x1dv":
            mode = self._take(2)
            assert mode == b"0\x00", "GS v 0, normal density"
            row_bytes, rows = (int.from_bytes(self._take(2), "little") for _ in range(2))
            dots = bytes(byte ^ 0xFF for byte in self._take(row_bytes * rows))
            self._paper.pieces.append(Image.frombytes("1", (row_bytes * 8, rows), dots).convert("L"))
        else:
            raise ValueError(f"No command of a receipt: {name!r} at {self._at}")

    def _square(self, command: bytes) -> None:
        if command[:2] == b"1C":
            self._qr_dots = command[2]
        elif command[:3] == b"1P0":
            self._qr = command[3:]
        elif command[:3] == b"1Q0":
            text = self._qr.decode()
            self._paper.codes.append(("qr", text))
            if not self._draws:
                return
            matrix = segno.make_qr(text, error="m").matrix
            side = len(matrix) + 8
            image = Image.new("L", (side, side), 255)
            for y, row in enumerate(matrix):
                for x, module in enumerate(row):
                    image.putpixel((x + 4, y + 4), 0 if module else 255)
            self._paper.pieces.append(image.resize((side * self._qr_dots,) * 2, Image.Resampling.NEAREST))

    def _fits(self, text: str) -> None:
        if code128_runs(text)[1] * self._module_dots > self._paper.columns * CELL[0]:
            raise ValueError(f"Bars of {text} are wider than the paper: a printer leaves them out")

    def _bars(self, text: str) -> Image.Image:
        runs, modules = code128_runs(text)
        width = (modules + 20) * self._module_dots
        image = Image.new("L", (width, self._height_dots), 255)
        for first, count in runs:
            left = (first + 10) * self._module_dots
            ImageDraw.Draw(image).rectangle((left, 0, left + count * self._module_dots - 1, image.height), fill=0)
        return image

    def _end_line(self) -> None:
        if self._text:
            text, self._text = self._text.decode(self._paper.page), b""
            wide = 2 if self._style["double"] else 1
            if len(text) * wide > self._paper.columns:
                raise ValueError(f"A line wider than the paper: {text!r}")
            self._paper.lines.append(text)
            if self._draws:
                self._paper.pieces.append(self._line_of(text, wide))
        elif not self._paper.pieces or self._paper.pieces[-1].height != 1:
            self._paper.pieces.append(self._blank())

    def _line_of(self, text: str, wide: int = 1) -> Image.Image:
        inverted, bold = self._style["inverted"], self._style["bold"]
        width, height = CELL[0] * wide, CELL[1] * wide
        image = Image.new("L", (self._paper.columns * CELL[0], height), 255)
        draw = ImageDraw.Draw(image)
        if inverted:
            draw.rectangle((0, 0, len(text) * width, height), fill=0)
        name = "InterTill-Bold" if bold else "InterTill-Regular"
        font = ImageFont.truetype(str(resource("fonts", f"{name}.ttf")), 18 * wide)
        for number, letter in enumerate(text):
            middle = (number * width + width // 2, height * 3 // 4)
            draw.text(middle, letter, font=font, fill=255 if inverted else 0, anchor="ms")
        return image

    def _blank(self) -> Image.Image:
        return Image.new("L", (1, CELL[1]), 255)
