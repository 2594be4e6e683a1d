"""What a customer display of two lines of 20 says while somebody sells, and behind a sale."""

from collections.abc import Sequence

from desktop.domain.pricing import PricedCart
from desktop.domain.purse_pay_in import PayIn, paid_in, sum_paid_in
from desktop.domain.sale import Sale
from desktop.paper.words import Words

COLUMNS = 20
Lines = tuple[str, str]


def cart_lines(priced: PricedCart | None, last: str, words: Words, pay_ins: Sequence[PayIn] = ()) -> Lines:
    """The line that changed last with its amount above, the total below; empty before there is anything to pay."""
    if priced is None or not (priced.lines or pay_ins):
        return "", ""
    total = both_ends(words("total"), words.money(priced.total_minor + sum_paid_in(pay_ins), priced.currency))
    if not priced.lines:
        paid = pay_ins[-1]
        return both_ends(words(f"paid_in_{paid.purse}"), words.money(paid.amount_minor, priced.currency)), total
    line = next((line for line in priced.lines if line.line_id == last), priced.lines[-1])
    return both_ends(line.name, words.money(line.total_minor, priced.currency)), total


def sold_lines(sale: Sale, words: Words) -> Lines:
    """What was to be paid, and the change where there is some."""
    due = sale.total_minor + sum(paid_in(sale.total_minor, sale.payments).values())
    paid = both_ends(words("total"), words.money(due, sale.currency))
    if not sale.change_minor:
        return paid, ""
    return paid, both_ends(words("change"), words.money(sale.change_minor, sale.currency))


def both_ends(words: str, amount: str) -> str:
    """Words at the left and an amount at the right of a line; the words are cut, an amount never."""
    amount = amount.replace("\N{NO-BREAK SPACE}", " ")
    room = max(0, COLUMNS - len(amount) - 1)
    return f"{words[:room].rstrip():<{room}} {amount}" if room else amount[-COLUMNS:]
