"""The layout of a receipt and of its void, as neutral rows for any printer.

What it must say comes from the VAT directive (art. 226b: date, supplier, goods, tax per rate) and, where that asks for
more, from the French and German rules: line count, till, cashier, time with offset, journal number, mark on copies.
"""

from collections.abc import Sequence
from typing import Literal

from desktop.domain.papers import Fiscal
from desktop.domain.pricing import PricedLine
from desktop.domain.purse_pay_in import paid_in, paying
from desktop.domain.sale import Sale, Void
from desktop.domain.shop import Shop
from desktop.domain.taxes import TaxSum
from desktop.domain.tender import CASH
from desktop.domain.tips import tip_total
from desktop.paper.fiscal_block import fiscal_rows
from desktop.paper.line_detail import detail_rows
from desktop.paper.purse import paid_in_rows, purse_rows, taken_out_rows
from desktop.paper.rows import Band, Code, Columns, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words

HASH_SHOWN = 8

Signed = Fiscal | Literal["outage"] | None
"""What a fiscal device signed, that it was out of order when it should have, or that there is none."""


def receipt_rows(sale: Sale, shop: Shop, words: Words, copy_number: int = 0, signed: Signed = None) -> tuple[Row, ...]:
    """Lay out the receipt of a sale; `copy_number` above 0 marks a reprint, which says too that a sale was voided."""
    marks = tax_marks(sale.taxes)
    return (
        *shop_rows(shop, words),
        *([Band(words("return"))] if any(line.quantity_milli < 0 for line in sale.lines) else []),
        *([Band(words("paying_in"))] if not sale.lines else []),
        *([Band(words("void"))] if sale.voided_at else []),
        *([Band(words("copy_number", number=copy_number))] if copy_number else []),
        *_header_rows(sale, words),
        *_about_rows(sale, words),
        *([Text(words("note", text=sale.note))] if sale.note else []),
        *_goods_block(sale, marks, words, 1),
        *_saved_rows(sale, words),
        *paid_in_rows(sale, words),
        Gap(1),
        *_payment_rows(sale, words),
        *purse_rows(sale, words),
        *_tax_rows(sale, marks, words, 1),
        *fiscal_rows(signed, words),
        *_footer_rows(sale, words, len(sale.lines), shop.receipt_footer),
    )


def void_rows(
    void: Void, sale: Sale, shop: Shop, words: Words, copy_number: int = 0, signed: Signed = None
) -> tuple[Row, ...]:
    """Lay out the paper of a void: the goods and amounts of the sale, below zero, and how the money went back."""
    marks = tax_marks(sale.taxes)
    return (
        *shop_rows(shop, words),
        Band(words("void")),
        *([Band(words("copy_number", number=copy_number))] if copy_number else []),
        *_header_rows(void, words),
        Pair(words("void_of"), sale.receipt),
        *([Text(f"{words('reason')}: {void.reason}")] if void.reason else []),
        *([Text(words("by_hand" if sale.total_minor > 0 else "charged_by_hand"), bold=True)] if void.by_hand else []),
        *_goods_block(sale, marks, words, -1),
        Gap(1),
        *_given_back_rows(sale, words),
        *_tax_rows(sale, marks, words, -1),
        *fiscal_rows(signed, words),
        *_footer_rows(void, words, len(sale.lines)),
    )


def tax_marks(taxes: Sequence[TaxSum]) -> dict[int, str]:
    """Give each rate a letter, the highest rate first: A, B, C."""
    return {tax.rate_ppm: chr(ord("A") + index) for index, tax in enumerate(taxes)}


def shop_rows(shop: Shop, words: Words) -> list[Row]:
    """Who sells: name, address, tax number."""
    address: list[Row] = [Text(line, "center", "small") for line in shop.address.splitlines() if line.strip()]
    number = [Text(words("tax_number", number=shop.tax_number), "center", "small")] if shop.tax_number else []
    return [Text(shop.name, "center", "big", bold=True), *address, *number, Gap(2)]


def journal_rows(seq: int, digest: str, words: Words) -> list[Row]:
    """Where the paper stands in the journal; nothing before it is sealed."""
    if not digest:
        return []
    return [Text(words("journal", seq=seq, hash=digest[:HASH_SHOWN]), "center", "small")]


def _header_rows(paper: Sale | Void, words: Words) -> list[Row]:
    rows: list[Row] = [Pair(words("receipt"), paper.receipt, bold=True)]
    if paper.occurred_at:
        rows.append(Text(words.time(paper.occurred_at), size="small"))
    if paper.cashier or paper.terminal:
        cashier = f"{words('cashier')}: {paper.cashier}" if paper.cashier else ""
        rows.append(Pair(cashier, paper.terminal, size="small"))
    return rows


def _about_rows(sale: Sale, words: Words) -> list[Row]:
    """Whose sale it is, that an age was looked at, and why no tax was taken."""
    rows: list[Row] = [Pair(words("customer"), sale.customer, size="small")] if sale.customer else []
    if sale.age_checked:
        rows.append(Text(words("age_checked", age=sale.age_checked), size="small"))
    if sale.tax_exempt:
        rows.append(Text(words("tax_exempt", reason=sale.tax_exempt), size="small"))
    return rows


def _goods_block(sale: Sale, marks: dict[int, str], words: Words, sign: int) -> list[Row]:
    """The goods and what they come to; a paper of money that was only paid in has none."""
    if not sale.lines:
        return [Rule()]
    return [Rule(), *_line_rows(sale, marks, words, sign), Rule(), *_total_rows(sale, marks, words, sign)]


def _line_rows(sale: Sale, marks: dict[int, str], words: Words, sign: int) -> list[Row]:
    rows: list[Row] = []
    for line in sale.lines:
        rows += goods_rows(line, marks[line.rate_ppm], sale.currency, words, sign)
    return rows


def goods_rows(line: PricedLine, mark: str, currency: str, words: Words, sign: int) -> list[Row]:
    """Lay out one line: what it is, how much, what it says beside, and what it costs."""
    rows: list[Row] = [Pair(line.name, words.money(sign * line.gross_minor, currency), mark=mark)]
    quantity = words.quantity(sign * line.quantity_milli, line.unit)
    each = f"{quantity} × {words.price(line.price_e4, currency)}"
    if line.quantity_milli != 1000 or sign < 0:
        rows.append(Pair(each, "", size="small", indent=True))
    if line.quantity_milli < 0:
        text = words("return_of", receipt=line.returns_receipt) if line.returns_receipt else words("returned")
        rows.append(Pair(text, "", size="small", indent=True))
    rows += detail_rows(line.detail, line.unit, words)
    own = line.discount_minor - sum(given.amount_minor for given in line.promotions)
    gifts = [(given.name, given.amount_minor) for given in line.promotions] + [(words("discount"), own)]
    for name, minor in gifts:
        if minor:
            rows.append(Pair(name, words.money(-sign * minor, currency), size="small", mark="", indent=True))
    return [*rows, Gap(0.7)]


def _saved_rows(sale: Sale, words: Words) -> list[Row]:
    """What the customer did not pay for what they keep; nothing is saved by bringing goods back."""
    saved = sum(line.discount_minor for line in sale.lines if line.discount_minor > 0)
    return [Pair(words("saved"), words.money(saved, sale.currency))] if saved else []


def _total_rows(sale: Sale, marks: dict[int, str], words: Words, sign: int) -> list[Row]:
    def money(minor: int) -> str:
        return words.money(sign * minor, sale.currency)

    rows: list[Row] = []
    if not sale.tax_inclusive:
        rows.append(Pair(words("subtotal"), money(sum(tax.net_minor for tax in sale.taxes))))
        for tax in sale.taxes:
            text = words("tax_added", mark=marks[tax.rate_ppm], percent=words.percent(tax.rate_ppm))
            rows.append(Pair(text, money(tax.tax_minor)))
    return [*rows, Pair(f"{words('total')} {sale.currency}", money(sale.total_minor), size="big", bold=True)]


def _payment_rows(sale: Sale, words: Words) -> list[Row]:
    def money(minor: int) -> str:
        return words.money(minor, sale.currency)

    rows = [*_tip_rows(sale, words, 1), *_rounding_rows(sale, words, 1)]
    for payment in paying(sale.total_minor, sale.payments):
        back = payment.method == CASH and payment.amount_minor < 0
        label = words("cash_back") if back else words.method(payment.method)
        rows.append(Pair(f"{label} {payment.reference}".strip(), money(payment.amount_minor + payment.tip_minor)))
    if sale.change_minor:
        rows.append(Pair(words("change"), money(sale.change_minor), bold=True))
    return rows


def _given_back_rows(sale: Sale, words: Words) -> list[Row]:
    back = [Pair(words.method(method), words.money(-kept, sale.currency)) for method, kept in _kept(sale)]
    sums = [*_tip_rows(sale, words, -1), *_rounding_rows(sale, words, -1)]
    return [*sums, Text(words("given_back"), bold=True), *back, *taken_out_rows(sale, words)]


def _tip_rows(sale: Sale, words: Words, sign: int) -> list[Row]:
    tip = sign * tip_total(sale.payments)
    return [Pair(words("tip"), words.money(tip, sale.currency))] if tip else []


def _rounding_rows(sale: Sale, words: Words, sign: int) -> list[Row]:
    if not sale.rounding_minor:
        return []
    paid = sum(paid_in(sale.total_minor, sale.payments).values())
    due = sale.total_minor + paid + tip_total(sale.payments) + sale.rounding_minor
    rounding, payable = sign * sale.rounding_minor, sign * due
    return [
        Pair(words("rounding"), words.money(rounding, sale.currency)),
        Pair(words("payable"), words.money(payable, sale.currency), bold=True),
    ]


def _kept(sale: Sale) -> list[tuple[str, int]]:
    """What the till kept by each method, which is what a void gives back."""
    kept: dict[str, int] = {}
    for payment in paying(sale.total_minor, sale.payments):
        kept[payment.method] = kept.get(payment.method, 0) + payment.amount_minor + payment.tip_minor
    if sale.change_minor:
        kept[CASH] = kept.get(CASH, 0) - sale.change_minor
    return list(kept.items())


def _tax_rows(sale: Sale, marks: dict[int, str], words: Words, sign: int) -> list[Row]:
    if not sale.lines:
        return []
    return [Rule(), *tax_table(sale.taxes, sale.currency, words, sign, marks)]


def tax_table(
    taxes: Sequence[TaxSum], currency: str, words: Words, sign: int = 1, marks: dict[int, str] | None = None
) -> list[Row]:
    """A small table of rate, net, tax and gross."""
    rows: list[Row] = [Columns((words("rate"), words("net"), words("tax"), words("gross")), bold=True)]
    for tax in taxes:
        amounts = (words.money(sign * minor, currency) for minor in (tax.net_minor, tax.tax_minor, tax.gross_minor))
        mark = marks[tax.rate_ppm] + "  " if marks else ""
        rows.append(Columns((f"{mark}{words.percent(tax.rate_ppm)} %", *amounts)))
    return rows


def _footer_rows(paper: Sale | Void, words: Words, lines: int, footer: str = "") -> list[Row]:
    thanks: list[Row] = [Text(line, "center") for line in footer.splitlines() if line.strip()]
    return [
        Rule(),
        *([Pair(words("lines"), str(lines), size="small")] if lines else []),
        Gap(2),
        *([*thanks, Gap(2)] if thanks else []),
        Code(paper.receipt),
        *journal_rows(paper.seq, paper.hash, words),
    ]
