"""What a customer display of two lines of 20 says while somebody sells, and behind a sale."""

from desktop.domain.pricing import PricedCart
from desktop.domain.sale import Sale
from desktop.paper.words import Words

COLUMNS = 20
Lines = tuple[str, str]


def cart_lines(priced: PricedCart | None, last: str, words: Words) -> Lines:
    """The line that changed last with its amount above, the total below; empty before the first goods."""
    if priced is None or not priced.lines:
        return "", ""
    line = next((line for line in priced.lines if line.line_id == last), priced.lines[-1])
    total = both_ends(words("total"), words.money(priced.total_minor, priced.currency))
    return both_ends(line.name, words.money(line.total_minor, priced.currency)), total


def sold_lines(sale: Sale, words: Words) -> Lines:
    """What was to be paid, and the change where there is some."""
    paid = both_ends(words("total"), words.money(sale.total_minor, sale.currency))
    if not sale.change_minor:
        return paid, ""
    return paid, both_ends(words("change"), words.money(sale.change_minor, sale.currency))


def both_ends(words: str, amount: str) -> str:
    """Words at the left and an amount at the right of a line; the words are cut, an amount never."""
    amount = amount.replace("\N{NO-BREAK SPACE}", " ")
    room = max(0, COLUMNS - len(amount) - 1)
    return f"{words[:room].rstrip():<{room}} {amount}" if room else amount[-COLUMNS:]
