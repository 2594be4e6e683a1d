"""The layout of the X report (a shift that goes on) and the Z report (a shift that ended)."""

from desktop.domain.shift import Closing, MethodCount, Shift, ShiftTotals, expected
from desktop.domain.shop import Shop
from desktop.domain.tender import CASH
from desktop.paper.receipt import journal_rows, shop_rows, tax_table
from desktop.paper.rows import Band, Columns, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words


def x_rows(
    shift: Shift, totals: ShiftTotals, shop: Shop, words: Words, printed_at: str, *, show_expected: bool = True
) -> tuple[Row, ...]:
    """Lay out the figures of an open shift; a blind count hides what the drawer should hold."""
    return (
        *shop_rows(shop, words),
        Text(words("x_report"), "center", "big", bold=True),
        Text(words("not_closed"), "center", "small"),
        Gap(1),
        *_shift_rows(shift, words),
        Pair(words("printed"), words.time(printed_at), size="small"),
        *_turnover_rows(totals, shift.currency, words),
        *(_money_rows(shift, totals, words) if show_expected else ()),
        Gap(2),
    )


def z_rows(
    shift: Shift, totals: ShiftTotals, closing: Closing, shop: Shop, words: Words, copy_number: int = 0
) -> tuple[Row, ...]:
    """Lay out the closing of a shift with what was counted."""
    return (
        *shop_rows(shop, words),
        *([Band(words("copy_number", number=copy_number))] if copy_number else []),
        Text(words("z_report", number=closing.z_number), "center", "big", bold=True),
        *([Band(words("interrupted"))] if closing.interrupted else []),
        Gap(1),
        *_shift_rows(shift, words),
        Pair(words("closed"), words.time(closing.occurred_at), size="small"),
        *([Pair(words("closed_by"), closing.cashier, size="small")] if closing.cashier else []),
        *_turnover_rows(totals, shift.currency, words),
        *_money_rows(shift, totals, words),
        *_count_rows(closing.counts, shift.currency, words),
        Rule(),
        Pair(words("grand_total"), words.money(closing.grand_total_minor, shift.currency), bold=True),
        Gap(2),
        *journal_rows(closing.seq, closing.hash, words),
    )


def _shift_rows(shift: Shift, words: Words) -> list[Row]:
    pairs = (
        ("shift", str(shift.number)),
        ("day", words.day(shift.business_day)),
        ("till", shift.terminal),
        ("cashier", shift.cashier),
        ("opened", words.time(shift.opened_at)),
    )
    return [Pair(words(key), value, size="small") for key, value in pairs if value]


def _turnover_rows(totals: ShiftTotals, currency: str, words: Words) -> list[Row]:
    def money(minor: int) -> str:
        return words.money(minor, currency)

    rows: list[Row] = [Rule(), Pair(words("sales"), str(totals.sales))]
    if totals.voids:
        rows.append(Pair(words("voids"), str(totals.voids), size="small", indent=True))
        rows.append(Pair(words("voided"), money(-totals.voided_minor), size="small", indent=True))
    if totals.discount_minor:
        rows.append(Pair(words("discounts"), money(-totals.discount_minor), size="small", indent=True))
    rows.append(Pair(f"{words('turnover')} {currency}", money(totals.total_minor), size="big", bold=True))
    if totals.rounding_minor:
        rows.append(Pair(words("rounding"), money(totals.rounding_minor)))
    rows += [Pair(f"{words('taken')}: {words.method(name)}", money(amount)) for name, amount in totals.methods]
    return [*rows, Rule(), *tax_table(totals.taxes, currency, words)]


def _money_rows(shift: Shift, totals: ShiftTotals, words: Words) -> list[Row]:
    def money(minor: int) -> str:
        return words.money(minor, shift.currency)

    rows: list[Row] = [
        Rule(),
        Text(words("drawer"), bold=True),
        Pair(words("float"), money(shift.float_minor)),
        Pair(words("cash_sales"), money(dict(totals.methods).get(CASH, 0))),
    ]
    if totals.cash_in_minor:
        rows.append(Pair(words("cash_in"), money(totals.cash_in_minor)))
    if totals.cash_out_minor:
        rows.append(Pair(words("cash_out"), money(-totals.cash_out_minor)))
    rows.append(Pair(words("expected"), money(dict(expected(shift, totals))[CASH]), bold=True))
    if totals.drawer_looks:
        rows.append(Pair(words("looks"), str(totals.drawer_looks), size="small"))
    return rows


def _count_rows(counts: tuple[MethodCount, ...], currency: str, words: Words) -> list[Row]:
    heads = ("", words("expected"), words("counted"), words("difference"))
    rows: list[Row] = [Rule(), Columns(heads, bold=True)]
    for count in counts:
        amounts = (count.expected_minor, count.counted_minor, count.difference_minor)
        rows.append(Columns((words.method(count.method), *(words.money(minor, currency) for minor in amounts))))
    return rows
