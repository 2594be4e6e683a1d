"""Paying: what is still due, what comes back, and the rounding of the part that is paid in cash.

Cards and other cashless methods pay exact amounts. Cash pays the rest, rounded by the shop's rule; whoever has the
small coins may pay it to the cent. A total below zero is paid out: every amount is below zero then, and there is no
change. total + rounding = Σ payments − change, always.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.explanation import Step
from desktop.domain.money import exponent, format_minor, scale
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CashRounding, round_cash

CASH = "cash"
CARD = "card"
GIFT = "gift"
FOREIGN = "cash:"
"""Before the currency of foreign cash: `cash:USD`."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money by one method; for cash what was tendered. Below zero it is handed out, or given back by that method.

    `reference` is the card terminal's or a gift certificate's number, of which `hold` names what head office has held.
    Foreign cash (method `cash:USD`) was `foreign_minor` of that currency; loyalty points were so many `points`.
    `tip_minor` came with it beside the amount, see `tips.py`.
    """

    method: str
    amount_minor: int
    reference: str = ""
    hold: str = ""
    foreign_minor: int = 0
    points: int = 0
    tip_minor: int = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """Where a payment stands. `due_minor` is left to pay exactly, `due_cash_minor` is left when the rest is cash; both
    are below zero while money is still to be paid out.
    """

    total_minor: int
    payments: tuple[Payment, ...]
    due_minor: int
    due_cash_minor: int
    rounding_minor: int
    change_minor: int
    complete: bool
    explanation: tuple[Step, ...] = ()


DENOMINATIONS: dict[str, tuple[int, ...]] = {
    "EUR": (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "USD": (10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5, 1),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "CHF": (100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "RUB": (500000, 200000, 100000, 50000, 20000, 10000, 5000, 1000, 500, 200, 100),
    "PLN": (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "CZK": (500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "SEK": (100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "JPY": (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
}
"""Notes and coins in minor units, the largest first."""


def denominations(currency: str) -> tuple[int, ...]:
    """Notes and coins of a currency; 1-2-5 steps up to 500 major units where no table knows better."""
    known = DENOMINATIONS.get(currency)
    if known:
        return known
    largest = exponent(currency) + 2
    return tuple(digit * 10**power for power in range(largest, -1, -1) for digit in (5, 2, 1))


def settle(total_minor: int, payments: Sequence[Payment], rule: CashRounding, currency: str) -> Settlement:
    """Say what is due and what comes back after these payments.

    Refusals: `tender.negative`, `tender.overpaid` (more by card than is due), `tender.cash_back`, `tender.absurd`,
    and for a total below zero `tender.pay_out` and `tender.paid_out` (more than is to be given back).
    """
    cash = [payment.amount_minor for payment in payments if is_cash(payment.method)]
    rest = total_minor - sum(payment.amount_minor for payment in payments if not is_cash(payment.method))
    if rule.exchange_exact and any(payment.method.startswith(FOREIGN) for payment in payments):
        rule = CashRounding()
    if total_minor < 0:
        return _pay_out(total_minor, tuple(payments), rest, sum(cash) if cash else None, rule, currency)
    _check_signs(payments)
    if rest < 0:
        return _with_cash_back(total_minor, tuple(payments), rest, sum(cash), rule, currency)
    if any(amount < 0 for amount in cash):
        raise _cash_back_refused(0, currency)
    return _with_cash(total_minor, tuple(payments), rest, sum(cash) if cash else None, rule, currency)


def is_cash(method: str) -> bool:
    """Tell whether this is money in hand, the shop's own or foreign: it is rounded, and change is given."""
    return method == CASH or method.startswith(FOREIGN)


def quick_amounts(due_cash_minor: int, currency: str, count: int = 4) -> tuple[int, ...]:
    """Amounts a customer is likely to hand over, the exact one first, then rounder ones."""
    if due_cash_minor <= 0:
        return ()
    steps = [note for note in reversed(denominations(currency)) if _handy(note, due_cash_minor, currency)]
    rounder = sorted({-(-due_cash_minor // note) * note for note in steps} - {due_cash_minor})
    return (due_cash_minor, *rounder[: count - 1])


def change_by_denomination(change_minor: int, currency: str) -> tuple[tuple[int, int], ...]:
    """Notes and coins for the change as (denomination, pieces), the fewest by taking the largest first.

    What no coin can give is left out.
    """
    pieces: list[tuple[int, int]] = []
    for note in denominations(currency):
        number, change_minor = divmod(change_minor, note)
        if number:
            pieces.append((note, number))
    return tuple(pieces)


def _handy(note: int, due_minor: int, currency: str) -> bool:
    """Nobody adds small coins to a large amount, nor rounds it up to a multiple of two."""
    least = max(scale(currency), due_minor // 20)
    return note >= (max(least, due_minor // 4) if str(note).startswith("2") else least)


def _check_signs(payments: Sequence[Payment]) -> None:
    for payment in payments:
        if payment.method != CASH and payment.amount_minor <= 0:
            raise Refusal("tender.negative", "A payment must be more than zero.", "Type the amount that is paid.")


def _with_cash(
    total: int, payments: tuple[Payment, ...], rest: int, cash: int | None, rule: CashRounding, currency: str
) -> Settlement:
    due_cash = round_cash(rest, rule)
    if cash is None or cash == rest:
        left = rest - (cash or 0)
        return Settlement(total, payments, left, due_cash if left else 0, 0, 0, complete=not left)
    if cash < due_cash:
        return Settlement(total, payments, max(0, rest - cash), due_cash - cash, 0, 0, complete=False)
    change = cash - due_cash
    if change >= 10 * denominations(currency)[0]:
        raise Refusal(
            "tender.absurd",
            f"{format_minor(cash, currency)} in cash cannot be right.",
            "Check whether a barcode was typed as the amount.",
            facts={"amount_minor": cash},
        )
    return Settlement(total, payments, 0, 0, due_cash - rest, change, True, rounding_steps(rest, rule, currency))


def _with_cash_back(
    total: int, payments: tuple[Payment, ...], rest: int, cash: int, rule: CashRounding, currency: str
) -> Settlement:
    by_card = sum(payment.amount_minor for payment in payments if payment.method == CARD)
    if cash >= 0 or by_card < -rest:
        raise Refusal(
            "tender.overpaid",
            f"This is {format_minor(-rest, currency)} more than is due.",
            "Only cash can be more than the total; take the exact amount.",
            facts={"over_minor": -rest},
        )
    back = round_cash(rest, rule)
    if cash not in (rest, back):
        raise _cash_back_refused(-back, currency)
    steps = rounding_steps(rest, rule, currency) if cash == back else ()
    return Settlement(total, payments, 0, 0, cash - rest, 0, True, steps)


def _pay_out(
    total: int, payments: tuple[Payment, ...], rest: int, cash: int | None, rule: CashRounding, currency: str
) -> Settlement:
    """Give money back: by other methods to the cent, the rest in cash, rounded as it would be when it is paid."""
    if any(payment.amount_minor > 0 for payment in payments):
        raise Refusal("tender.pay_out", "Money is given back here, not taken.", "Type what the customer gets back.")
    out = round_cash(rest, rule)
    handed = cash or 0
    if rest > 0 or handed < min(rest, out):
        raise Refusal(
            "tender.paid_out",
            f"This is {format_minor(max(rest, min(rest, out) - handed), currency)} more than is to be given back.",
            "Take the last amount back and give exactly what is left.",
            facts={"over_minor": max(rest, min(rest, out) - handed)},
        )
    if handed == rest or (cash is not None and handed == out):
        steps = rounding_steps(rest, rule, currency) if handed != rest else ()
        return Settlement(total, payments, 0, 0, handed - rest, 0, True, steps)
    due_cash = (out if handed >= out else rest) - handed
    return Settlement(total, payments, min(0, rest - handed), due_cash, 0, 0, complete=False)


def _cash_back_refused(back_minor: int, currency: str) -> Refusal:
    return Refusal(
        "tender.cash_back",
        f"{format_minor(back_minor, currency)} in cash is to be handed out here.",
        "Hand out exactly what was paid too much by card.",
        facts={"back_minor": back_minor},
    )


def rounding_steps(rest_minor: int, rule: CashRounding, currency: str) -> tuple[Step, ...]:
    """Explain the rounding of what is left to pay in cash; nothing to say when it stays as it is."""
    rounding = round_cash(rest_minor, rule) - rest_minor
    if not rounding:
        return ()
    money = ("currency", currency)
    return (
        Step("rounding.due", (money,), rest_minor),
        Step("rounding.cash", (("step_minor", rule.step_minor), ("method", rule.method), money), rounding),
    )
