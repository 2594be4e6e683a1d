"""The layout of a quote: goods and prices that hold until a day, without a payment and without a number."""

from desktop.domain.cart import Cart
from desktop.domain.pricing import PricedCart
from desktop.domain.shop import Shop
from desktop.paper.receipt import goods_rows, shop_rows, tax_marks, tax_table
from desktop.paper.rows import Band, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words


def quote_rows(cart: Cart, priced: PricedCart, shop: Shop, words: Words, printed_at: str) -> tuple[Row, ...]:
    """Lay out a quote."""
    marks, currency = tax_marks(priced.taxes), priced.currency
    goods = [row for line in priced.lines for row in goods_rows(line, marks[line.rate_ppm], currency, words, 1)]
    total = words.money(priced.total_minor, currency)
    return (
        *shop_rows(shop, words),
        Band(words("quote")),
        Text(words("valid_until", date=words.day(cart.valid_until)), bold=True),
        Text(words.time(printed_at), size="small"),
        *([Text(words("note", text=cart.note))] if cart.note else []),
        Rule(),
        *goods,
        Rule(),
        Pair(f"{words('total')} {currency}", total, size="big", bold=True),
        Rule(),
        *tax_table(priced.taxes, currency, words, 1, marks),
        Gap(1),
        Text(words("no_receipt"), "center"),
        Gap(2),
    )
