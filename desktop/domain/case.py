"""Cases: what only a person can decide, as head office and this terminal know them."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.unsent import Unsent

QUARANTINE, REFUSED, TOO_LARGE = "quarantine", "entry.refused", "entry.too_large"
"""Kinds about one entry: head office could not book it, did not take it, or it is larger than it takes."""
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
