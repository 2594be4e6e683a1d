"""The port to a card terminal: an amount goes out under an id of ours, an outcome comes back.

A driver blocks until the terminal has answered or its own time-out has passed, which is `unknown`, never an exception
kept from the till: whoever calls it takes any exception for `unknown` too. An id is charged once at most: a driver
gives the outcome of an id that the terminal knows instead of charging it again, and `declined` for one of which the
terminal is sure that it never was and never will be charged. No driver is ever given, or gives, a card number.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

OutcomeState = Literal["approved", "declined", "unknown"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one id: `reference` is the terminal's own for an approved one, `detail` its words, for support."""

    state: OutcomeState
    reference: str = ""
    detail: str = ""


class CardTerminal(Protocol):
    """One terminal; called from worker threads, one dialogue at a time, but `cancel` while `begin` waits."""

    def begin(self, attempt_id: str, amount_minor: int, currency: str) -> Outcome:
        """Take an amount from a card."""

    def refund(self, attempt_id: str, amount_minor: int, currency: str, original: str) -> Outcome:
        """Give an amount back; `original` is the reference of the payment it came with, or empty."""

    def ask(self, attempt_id: str) -> Outcome:
        """Tell what became of an id."""

    def cancel(self, attempt_id: str) -> Outcome:
        """Break off what has not happened yet, and tell what became of it: it may have been too late."""
