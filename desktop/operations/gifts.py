"""Paying with a gift certificate: by what head office holds, or unasked within the shop's limit."""

from collections.abc import Sequence

from desktop.domain import gift as trade
from desktop.domain.gift import GiftBalance
from desktop.domain.refusal import Refusal
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
