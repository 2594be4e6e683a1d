"""Cases: what only a person can decide, as head office and this terminal know them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.domain.unsent import Unsent

_PAID = re.compile(r"(\S+) (-?\d+)(?=, | [A-Z]{3}$)")

QUARANTINE, REFUSED, TOO_LARGE = "quarantine", "entry.refused", "entry.too_large"
"""Kinds about one entry: head office could not book it, did not take it, or it is larger than it takes."""
PARKED_TWICE = "parked.twice"
"""The kind about a parked ticket that was paid more than once; its subject is the receipts, joined by a plus."""
OF_CUSTOMERS = ("purse_overspent", "customer.twice", "customer.clash")
"""Kinds about a customer, told by their id, or about two who may be one, told by both."""


@dataclass(frozen=True, slots=True)
class Case:
    """One open case; which words belong to its `kind` is for whoever shows it.

    `id` is head office's number, or the place in this terminal's journal for what only this terminal knows;
    `opened_at` is RFC 3339 or empty; `device` names the till it is about, empty when it is about none; `subject` is
    what a person knows it by (a receipt number), `detail` is written for support, in English. `entry` is the journal
    entry it is about when this terminal has it. `state` is open at head office, or local: known here only.
    """

    id: str
    kind: str
    opened_at: str
    device: str
    subject: str = ""
    detail: str = ""
    incarnation: str = ""
    seq: int = 0
    entry: Unsent | None = None
    state: Literal["open", "local"] = "open"


@dataclass(frozen=True, slots=True)
class PaidTwice:
    """One receipt of a ticket that was paid more than once, and its payments: method and minor units."""

    receipt: str
    payments: tuple[tuple[str, int], ...]
    currency: str


def read_paid_twice(case: Case) -> tuple[PaidTwice, ...]:
    """Give what head office tells of the payments of such a ticket; nothing when it tells it in other words."""
    if case.kind != PARKED_TWICE:
        return ()
    told = case.detail.partition(": ")[2].removesuffix(" (minor units)")
    found = [(one, [(pay[1], int(pay[2])) for pay in _PAID.finditer(one)]) for one in told.split("; ")]
    return tuple(PaidTwice(one.partition(" ")[0], tuple(pays), one[-3:]) for one, pays in found if pays)


def paid_with(receipt: str, cases: Iterable[Case]) -> tuple[str, ...]:
    """Give the receipts of a parked ticket that was paid more than once, this one among them."""
    together = [case.subject.split("+") for case in cases if case.kind == PARKED_TWICE]
    return tuple(next((numbers for numbers in together if receipt in numbers), ()))
