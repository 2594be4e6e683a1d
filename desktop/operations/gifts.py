"""Paying with a gift certificate: by what head office holds, or unasked within the shop's limit."""

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.domain import gift as trade
from desktop.domain.gift import GiftBalance
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine
from desktop.domain.shop import Shop
from desktop.domain.tender import GIFT, Payment
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import gifts


def pay_by_gift(
    terminal: Terminal,
    number: str,
    due_minor: int,
    paid: Sequence[Payment],
    told: GiftBalance | None,
    hold: str,
) -> Payment:
    """Give the payment that this certificate makes of what is due; `told` is None when nobody could be asked.

    `paid` are the payments of the ticket in hand. Refusals `gift.*`, `tender.nothing_due`.
    """
    if due_minor <= 0:
        raise Refusal("tender.nothing_due", "There is nothing left to pay.", "Finish the sale.")
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        unheard = gifts.sum_unheard(connection, number)
    if told is not None:
        return trade.pay_online(told, due_minor, shop.currency, hold)
    in_hand = sum(one.amount_minor for one in paid if (one.method, one.reference, one.hold) == (GIFT, number, ""))
    return trade.pay_offline(number, due_minor, unheard + in_hand, shop.tender.gift_offline_minor)


def take_gift_back(terminal: Terminal, line: ReturnLine, told: GiftBalance | None, hold: str) -> ReturnLine:
    """Give the line of a certificate that comes back for money; `told` is None when nobody could be asked.

    Refusals as `gift.come_back`.
    """
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        is_used = gifts.is_used(connection, number_of(line))
    return trade.come_back(line, told, is_used=is_used, limit_minor=shop.tender.gift_offline_minor, hold=hold)


def check_gifts_back(connection: Connection, shop: Shop, lines: Sequence[ReturnLine]) -> None:
    """Refuse certificates that have paid here meanwhile, and unasked ones above the limit: as `gift.come_back`."""
    for line in lines:
        if number := number_of(line):
            asked = line.detail is not None and bool(line.detail.hold)
            told = GiftBalance(number, shop.currency, 0, -line.total_minor, "good") if asked else None
            is_used, limit_minor = gifts.is_used(connection, number), shop.tender.gift_offline_minor
            trade.come_back(line, told, is_used=is_used, limit_minor=limit_minor, hold="")


def number_of(line: ReturnLine) -> str:
    """The number of a certificate that comes back, empty for other goods."""
    return line.detail.serial if line.detail is not None and line.detail.gift else ""
