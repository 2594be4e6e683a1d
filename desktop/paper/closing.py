"""The layout of the X report (a shift that goes on) and the Z report (a shift that ended)."""

from collections.abc import Sequence

from desktop.domain.detective import Clue, clue_values
from desktop.domain.shift import Closing, MethodCount, PersonTotals, Pieces, Shift, ShiftTotals, expected
from desktop.domain.shop import Shop
from desktop.domain.tender import CASH
from desktop.paper.receipt import journal_rows, shop_rows, tax_table
from desktop.paper.rows import Band, Columns, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words


def x_rows(
    shift: Shift, totals: ShiftTotals, shop: Shop, words: Words, printed_at: str, *, show_expected: bool = True
) -> tuple[Row, ...]:
    """Lay out the figures of an open shift; a blind count hides the cash that was taken, and what should be there."""
    return (
        *shop_rows(shop, words),
        Text(words("x_report"), "center", "big", bold=True),
        Text(words("not_closed"), "center", "small"),
        Gap(1),
        *_shift_rows(shift, words),
        Pair(words("printed"), words.time(printed_at), size="small"),
        *_turnover_rows(totals, shift.currency, words, blind=not show_expected),
        *_people_rows(totals.people, shift.currency, words, blind=not show_expected),
        *(_money_rows(shift, totals, words) if show_expected else ()),
        Gap(2),
    )


def z_rows(
    shift: Shift,
    totals: ShiftTotals,
    closing: Closing,
    shop: Shop,
    words: Words,
    copy_number: int = 0,
    clues: Sequence[Clue] = (),
) -> tuple[Row, ...]:
    """Lay out the closing of a shift with what was counted; behind its end, where to look for a difference."""
    return (
        *shop_rows(shop, words),
        *([Band(words("copy_number", number=copy_number))] if copy_number else []),
        Text(words("z_report", number=closing.z_number), "center", "big", bold=True),
        *([Band(words("interrupted"))] if closing.interrupted else []),
        *[Band(words(remark)) for remark in closing.remarks],
        Gap(1),
        *_shift_rows(shift, words),
        Pair(words("closed"), words.time(closing.occurred_at), size="small"),
        *([Pair(words("closed_by"), closing.cashier, size="small")] if closing.cashier else []),
        *([Pair(words("approved_by"), closing.granter, size="small")] if closing.granter else []),
        *_turnover_rows(totals, shift.currency, words),
        *_people_rows(totals.people, shift.currency, words),
        *_money_rows(shift, totals, words),
        *_count_rows(closing.counts, shift.currency, words),
        *_piece_rows(closing.pieces, shift.currency, words),
        Rule(),
        Pair(words("grand_total"), words.money(closing.grand_total_minor, shift.currency), bold=True),
        Gap(2),
        *journal_rows(closing.seq, closing.hash, words),
        *_clue_rows(clues, shift.currency, words),
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


def _turnover_rows(totals: ShiftTotals, currency: str, words: Words, *, blind: bool = False) -> list[Row]:
    def money(minor: int) -> str:
        return words.money(minor, currency)

    rows: list[Row] = [Rule(), Pair(words("sales"), str(totals.sales))]
    if totals.voids:
        rows.append(Pair(words("voids"), str(totals.voids), size="small", indent=True))
        rows.append(Pair(words("voided"), money(-totals.voided_minor), size="small", indent=True))
    given, taken = totals.given_by_hand, totals.taken_by_hand
    if given.voids:
        rows.append(_small(words("given_by_hand", count=given.voids), money(-given.amount_minor)))
    if taken.voids:
        rows.append(_small(words("taken_by_hand", count=taken.voids), money(taken.amount_minor)))
    if totals.returned_minor:
        rows.append(Pair(words("came_back"), money(-totals.returned_minor), size="small", indent=True))
    if totals.discount_minor:
        rows.append(Pair(words("discounts"), money(-totals.discount_minor), size="small", indent=True))
    rows += [Pair(f"- {name}", money(-minor), size="small", indent=True) for name, minor in totals.promotions]
    rows.append(Pair(f"{words('turnover')} {currency}", money(totals.total_minor), size="big", bold=True))
    if totals.rounding_minor:
        rows.append(Pair(words("rounding"), money(totals.rounding_minor)))
    methods = [(name, amount) for name, amount in totals.methods if not (blind and name == CASH)]
    rows += [Pair(f"{words('taken')}: {words.method(name)}", money(amount)) for name, amount in methods]
    rows += _tip_rows(totals, currency, words, blind=blind)
    if totals.paid_in:
        rows.append(Pair(words("pay_ins"), money(sum(minor for _, minor in totals.paid_in))))
        rows += [_small(words(f"paid_in_{purse}"), money(minor)) for purse, minor in totals.paid_in]
    return [*rows, Rule(), *tax_table(totals.taxes, currency, words)]


def _tip_rows(totals: ShiftTotals, currency: str, words: Words, *, blind: bool) -> list[Row]:
    """Tips are among what was taken and in the drawer, until they are paid out."""
    if not totals.tips or blind:
        return []
    parts = [_small(words.method(name), words.money(minor, currency)) for name, minor in totals.tips]
    return [Pair(words("tips"), words.money(totals.tip_minor, currency)), *parts]


def _people_rows(people: Sequence[PersonTotals], currency: str, words: Words, *, blind: bool = False) -> list[Row]:
    """What each of several people sold from one drawer; one alone is the shift itself."""
    if len(people) < 2:
        return []
    rows: list[Row] = [Rule(), Text(words("people"), bold=True)]
    for person in people:
        name = person.name or words("nobody")
        rows.append(
            Pair(words("person_sales", name=name, count=person.sales), words.money(person.total_minor, currency))
        )
        if not blind:
            rows.append(_small(words("person_cash"), words.money(person.cash_minor, currency)))
            if person.tip_minor:
                rows.append(_small(words("person_tips"), words.money(person.tip_minor, currency)))
        if person.discount_minor:
            rows.append(_small(words("discounts"), words.money(-person.discount_minor, currency)))
        if person.voids:
            back = words.money(-person.voided_minor, currency)
            rows.append(_small(words("person_voids", count=person.voids), back))
        if person.drawer_looks:
            rows.append(_small(words("person_looks"), str(person.drawer_looks)))
    return rows


def _small(name: str, value: str) -> Pair:
    return Pair(name, value, size="small", indent=True)


def _piece_rows(pieces: Pieces, currency: str, words: Words) -> list[Row]:
    if not pieces:
        return []
    rows: list[Row] = [Gap(1), Text(words("pieces"), bold=True)]
    for note, number in pieces:
        rows.append(_small(f"{number} × {words.money(note, currency)}", words.money(note * number, currency)))
    return rows


def _clue_rows(clues: Sequence[Clue], currency: str, words: Words) -> list[Row]:
    if not clues:
        return []
    rows: list[Row] = [Gap(2), Rule(), Text(words("clues"), bold=True), Text(words("clues_hint"), size="small")]
    for clue in clues:
        amount = f"{words.money(clue.amount_minor, currency)} {currency}"
        rows.append(Text("- " + words(f"clue.{clue.kind}", **clue_values(clue, amount))))
    return [*rows, Gap(2)]


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
