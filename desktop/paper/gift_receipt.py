"""The receipt that lies in the parcel: what it is and where it is from, but not what it cost."""

from desktop.domain.sale import Sale
from desktop.domain.shop import Shop
from desktop.paper.receipt import shop_rows
from desktop.paper.rows import Band, Code, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words


def gift_rows(sale: Sale, shop: Shop, words: Words) -> tuple[Row, ...]:
    """Lay out a gift receipt: no price, no sum, no payment; its code finds the sale for an exchange or a return."""
    lines: list[Row] = []
    for line in sale.lines:
        if line.quantity_milli > 0:
            lines += [Pair(line.name, words.quantity(line.quantity_milli, line.unit)), Gap(0.7)]
    return (
        *shop_rows(shop, words),
        Band(words("gift_receipt")),
        Gap(1),
        *([Text(words.time(sale.occurred_at), size="small")] if sale.occurred_at else []),
        Rule(),
        *lines,
        Rule(),
        Text(words("gift_note"), "center", "small"),
        Gap(2),
        Code(sale.receipt),
    )
