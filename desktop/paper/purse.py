"""What a receipt says of its customer's points, store credit and account: as the till knew them after the sale, and
what was paid in.
"""

from desktop.domain.purse import ACCOUNT, CREDIT, Purse
from desktop.domain.purse_pay_in import paid_in
from desktop.domain.sale import Sale
from desktop.paper.rows import Gap, Pair, Row
from desktop.paper.words import Words


def purse_rows(sale: Sale, words: Words) -> list[Row]:
    """Points earned or taken back, and what there is of each now; nothing for who has none."""
    rows: list[Row] = []
    if sale.points:
        word = "points_earned" if sale.points > 0 else "points_taken"
        rows.append(Pair(words(word), str(abs(sale.points)), size="small"))
    if sale.points_taken:  # from whoever bought it, who is not on the ticket
        rows.append(Pair(words("points_taken"), str(sum(points for _, points in sale.points_taken)), size="small"))
    if sale.purse is not None:
        rows += _known_rows(sale, sale.purse, words)
    return [Gap(1), *rows] if rows else []


def paid_in_rows(sale: Sale, words: Words) -> list[Row]:
    """What was owed, what of it was paid, what is left, and what was put into store credit; nothing on other papers."""
    paid = paid_in(sale.total_minor, sale.payments)
    rows: list[Row] = []
    if ACCOUNT in paid:
        known = sale.purse if sale.purse is not None and sale.purse.currency == sale.currency else None
        if known is not None:
            rows.append(Pair(words("debt_before"), words.money(paid[ACCOUNT] - known.account_minor, sale.currency)))
        rows.append(Pair(words("paid_in_account"), words.money(paid[ACCOUNT], sale.currency), bold=True))
        if known is not None:
            rows.append(Pair(words("debt_left"), words.money(-known.account_minor, sale.currency)))
    if CREDIT in paid:
        rows.append(Pair(words("paid_in_credit"), words.money(paid[CREDIT], sale.currency), bold=True))
    if paid and (sale.lines or len(paid) > 1):
        together = words.money(sale.total_minor + sum(paid.values()), sale.currency)
        rows.append(Pair(words("paid_together"), together, bold=True))
    return rows


def taken_out_rows(sale: Sale, words: Words) -> list[Row]:
    """What the void of a sale takes out of the purses again that was paid into them."""
    paid = paid_in(sale.total_minor, sale.payments)
    return [Pair(words(f"again_{purse}"), words.money(minor, sale.currency)) for purse, minor in sorted(paid.items())]


def _known_rows(sale: Sale, purse: Purse, words: Words) -> list[Row]:
    methods = {payment.method for payment in sale.payments}
    told = paid_in(sale.total_minor, sale.payments)
    rows: list[Row] = [Pair(words("points_left"), str(purse.points), size="small")] if purse.points else []
    if purse.currency != sale.currency:
        return rows
    if purse.credit_minor or CREDIT in methods:
        rows.append(Pair(words("credit_left"), words.money(purse.credit_minor, sale.currency), size="small"))
    if (purse.account_minor or ACCOUNT in methods) and ACCOUNT not in told:
        rows.append(Pair(words("owed"), words.money(-purse.account_minor, sale.currency), size="small"))
    return rows
