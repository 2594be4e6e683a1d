"""The invoice on A4: who sells and buys, every line, tax by rate, totals, how it was paid, and the receipt it is of.

What must be on it: VAT directive art. 226 (date, number, both parties, goods, date of supply, base and tax by rate).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.papers import Invoice
from desktop.domain.pricing import PricedLine
from desktop.domain.sale import Sale
from desktop.domain.shop import Shop
from desktop.paper.invoice_foot import Foot, lay_out_foot
from desktop.paper.invoice_text import ACCENT, BODY, LINE, NAME, QUIET, SMALL, TINT, TITLE, write
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap
from desktop.paper.words import Words

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 20 * mm, WIDTH - 18 * mm, HEIGHT - 18 * mm, 20 * mm
LEADING = 1.38
GOODS = LEFT + 8 * mm
QUANTITY, PRICE, RATE = LEFT + 103 * mm, LEFT + 126 * mm, LEFT + 143 * mm
GOODS_WIDTH = QUANTITY - GOODS - 22 * mm
PADDING = 1.3 * mm
MOST_FACTS = 5
_TABLE_HEAD = 8 * mm
_CONTINUED = 10 * mm + _TABLE_HEAD


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table: its height, and what draws it below a given y."""

    height: float
    draw: Callable[[Canvas, float], None]


def invoice_pdf(
    sale: Sale, invoice: Invoice, shop: Shop, words: Words, copy_number: int = 0, *, rehearsal: bool = False
) -> bytes:
    """Draw the invoice of a sale; the same invoice gives the same bytes. ValueError when it has no buyer at hand.

    One of a `rehearsal` says so.
    """
    if invoice.buyer is None:
        raise ValueError(f"the buyer of {invoice.number} is not at this terminal")
    lay_out(())  # the fonts
    rows = [_line(number, line, sale, words) for number, line in enumerate(sale.lines, 1)]
    foot = lay_out_foot(sale, words, LEFT, RIGHT)
    pages = _paginate(rows, foot.height, _head_height(invoice, shop, words))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(invoice.number)
    canvas.setAuthor(shop.name)
    _Printer(canvas, sale, invoice, shop, words, copy_number, rehearsal).print_pages(pages, foot)
    canvas.save()
    return out.getvalue()


def _paginate(rows: Sequence[_Row], foot_height: float, head_height: float) -> list[list[_Row]]:
    """Deal the lines to pages; the sums stand below the last of them, never on a page without any."""
    pages: list[list[_Row]] = [[]]
    left = TOP - head_height - BOTTOM
    for at, row in enumerate(rows):
        last = at == len(rows) - 1
        if pages[-1] and left < row.height + (foot_height if last else 0):
            pages.append([])
            left = TOP - BOTTOM - _CONTINUED
        pages[-1].append(row)
        left -= row.height
    return pages


def _line(number: int, line: PricedLine, sale: Sale, words: Words) -> _Row:
    name = wrap(line.name, REGULAR, BODY, GOODS_WIDTH)
    sku_at = stringWidth(name[-1], REGULAR, BODY) + 2 * mm
    inline = sku_at + stringWidth(line.sku, REGULAR, SMALL) <= GOODS_WIDTH
    notes = _notes(line, sale.currency, words, "" if inline else line.sku)
    below = wrap(notes, REGULAR, SMALL, GOODS_WIDTH) if notes else []
    height = (len(name) * BODY + len(below) * SMALL) * LEADING + PADDING
    amount = line.gross_minor - line.discount_minor
    figures = (
        (QUANTITY, words.quantity(line.quantity_milli, line.unit)),
        (PRICE, words.price(line.price_e4, sale.currency)),
        (RATE, f"{words.percent(line.rate_ppm)} %"),
        (RIGHT, words.money(amount, sale.currency)),
    )

    def draw(canvas: Canvas, y: float) -> None:
        base = y - PADDING / 2 - BODY
        write(canvas, LEFT, base, str(number), QUIET)
        for at, text in enumerate(name):
            write(canvas, GOODS, base - at * BODY * LEADING, text)
        if inline:
            write(canvas, GOODS + sku_at, base - (len(name) - 1) * BODY * LEADING, line.sku, QUIET, SMALL)
        for at, text in enumerate(below):
            write(canvas, GOODS, base - (len(name) * BODY + at * SMALL) * LEADING, text, QUIET, SMALL)
        for right, text in figures:
            write(canvas, right, base, text, align="right")
        _rule(canvas, y - height)

    return _Row(height, draw)


def _notes(line: PricedLine, currency: str, words: Words, sku: str) -> str:
    parts = [sku]
    if line.returns_receipt:
        parts.append(words("return_of", receipt=line.returns_receipt))
    parts += [f"{given.name} {words.money(-given.amount_minor, currency)}" for given in line.promotions]
    own = line.discount_minor - sum(given.amount_minor for given in line.promotions)
    if own:
        parts.append(f"{words('discount')} {words.money(-own, currency)}")
    return " · ".join(part for part in parts if part)


def _head_height(invoice: Invoice, shop: Shop, words: Words) -> float:
    """How far down the table begins on the first page."""
    parties = max(len(_buyer_lines(invoice, words)), MOST_FACTS) + 1
    return _seller_height(shop, words) + parties * BODY * LEADING + 8 * mm + _TABLE_HEAD


def _seller_height(shop: Shop, words: Words) -> float:
    seller = len(_seller_lines(shop, words)) * SMALL * LEADING + len(_shop_name(shop)) * NAME * 1.2
    return max(seller, 17 * mm) + 11 * mm


def _shop_name(shop: Shop) -> list[str]:
    return wrap(shop.name, BOLD, NAME, 95 * mm)


def _seller_lines(shop: Shop, words: Words) -> list[str]:
    number = [words("tax_number", number=shop.tax_number)] if shop.tax_number else []
    lines = [line for line in shop.address.splitlines() if line.strip()] + number
    return [part for line in lines for part in wrap(line, REGULAR, SMALL, 80 * mm)]


def _buyer_lines(invoice: Invoice, words: Words) -> list[tuple[str, bool]]:
    """Give the lines of the buyer, and whether they are its name."""
    buyer = invoice.buyer
    if buyer is None:
        return []
    number = [words("buyer_tax_number", number=buyer.tax_number)] if buyer.tax_number else []
    name = [(part, True) for part in wrap(buyer.name, BOLD, BODY, 80 * mm)]
    lines = [*buyer.address.splitlines(), *number]
    return name + [(part, False) for line in lines if line.strip() for part in wrap(line, REGULAR, BODY, 80 * mm)]


def _rule(canvas: Canvas, y: float, colour: Color = LINE, width: float = 0.4) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(LEFT, y, RIGHT, y)


@dataclass(frozen=True, slots=True)
class _Printer:
    """What every page needs while it is drawn."""

    canvas: Canvas
    sale: Sale
    invoice: Invoice
    shop: Shop
    words: Words
    copy_number: int
    rehearsal: bool

    def print_pages(self, pages: Sequence[Sequence[_Row]], foot: Foot) -> None:
        """Draw every page; the sums come below the last line."""
        for number, rows in enumerate(pages, 1):
            y = self._head() if number == 1 else self._continued()
            y = self._table_head(y)
            for row in rows:
                row.draw(self.canvas, y)
                y -= row.height
            if number == len(pages):
                foot.draw(self.canvas, y)
            self._page_foot(number, len(pages))
            self.canvas.showPage()

    def _head(self) -> float:
        canvas, words = self.canvas, self.words
        y = TOP - 12
        for part in _shop_name(self.shop):
            write(canvas, LEFT, y, part, size=NAME, bold=True)
            y -= NAME * 1.2
        for at, line in enumerate(_seller_lines(self.shop, words)):
            write(canvas, LEFT, y - at * SMALL * LEADING, line, QUIET, SMALL)
        title = words("credit_note" if self.sale.total_minor < 0 else "invoice")
        write(canvas, RIGHT, TOP - 17, title, ACCENT, TITLE, bold=True, align="right")
        write(canvas, RIGHT, TOP - 35, self.invoice.number, size=11, bold=True, align="right")
        marks = [words("rehearsal")] if self.rehearsal else []
        marks += [words("void")] if self.sale.voided_at else []
        if self.copy_number:
            marks.append(words("copy_number", number=self.copy_number))
        write(canvas, RIGHT, TOP - 51, " · ".join(marks), size=11, bold=True, align="right")
        return self._parties(TOP - _seller_height(self.shop, words))

    def _parties(self, y: float) -> float:
        canvas, words = self.canvas, self.words
        write(canvas, LEFT, y, words("bill_to").upper(), QUIET, 7, bold=True)
        buyer = _buyer_lines(self.invoice, words)
        for at, (line, is_name) in enumerate(buyer, 1):
            write(canvas, LEFT, y - 3 - at * BODY * LEADING, line, bold=is_name)
        facts = [(key, value) for key, value in self._facts() if value]
        for at, (key, value) in enumerate(facts, 1):
            base = y - 3 - at * BODY * LEADING
            write(canvas, LEFT + 103 * mm, base, words(key), QUIET)
            write(canvas, RIGHT, base, value, align="right")
        return y - (max(MOST_FACTS, len(buyer)) + 1) * BODY * LEADING - 8 * mm

    def _facts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("invoice_no", self.invoice.number),
            ("invoice_date", self.words.day(self.invoice.occurred_at)),
            ("supply_date", self.words.day(self.sale.occurred_at)),
            ("receipt", self.sale.receipt),
            ("till", self.sale.terminal),
        )

    def _continued(self) -> float:
        text = f"{self.words('invoice')} {self.invoice.number}"
        write(self.canvas, LEFT, TOP - BODY, self.shop.name, QUIET)
        write(self.canvas, RIGHT, TOP - BODY, text, QUIET, align="right")
        return TOP - 10 * mm

    def _table_head(self, y: float) -> float:
        canvas = self.canvas
        canvas.setFillColor(TINT)
        canvas.rect(LEFT - 2 * mm, y - _TABLE_HEAD + 1.5 * mm, RIGHT - LEFT + 4 * mm, 6.5 * mm, stroke=0, fill=1)
        base = y - _TABLE_HEAD + 3.6 * mm
        write(canvas, GOODS, base, self.words("goods"), QUIET, SMALL, bold=True)
        heads = ((QUANTITY, "quantity"), (PRICE, "unit_price"), (RATE, "tax_rate"), (RIGHT, "amount"))
        for right, key in heads:
            unit = f" {self.sale.currency}" if key == "amount" else ""
            write(canvas, right, base, self.words(key) + unit, QUIET, SMALL, bold=True, align="right")
        return y - _TABLE_HEAD

    def _page_foot(self, number: int, pages: int) -> None:
        canvas, words = self.canvas, self.words
        _rule(canvas, 16 * mm)
        tax = words("tax_number", number=self.shop.tax_number) if self.shop.tax_number else ""
        write(canvas, LEFT, 12 * mm, " · ".join(filter(None, (self.shop.name, tax))), QUIET, SMALL)
        of = words("page_of", page=number, pages=pages)
        write(canvas, RIGHT, 12 * mm, f"{self.invoice.number} · {of}", QUIET, SMALL, align="right")
