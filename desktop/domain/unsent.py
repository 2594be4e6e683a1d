"""Entries of the journal that are not at head office yet, in words of the trade."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unsent:
    """One entry: its place in the chain, its kind ("sale.completed"), and what a person knows it by.

    `subject` is a receipt or shift number, `detail` a reason or name; `amount_minor` is None where there is no money.
    """

    incarnation: str
    seq: int
    kind: str
    occurred_at: str
    subject: str = ""
    detail: str = ""
    amount_minor: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that head office keeps apart (reason quarantined, too_large, refused), for a person to decide."""

    entry: Unsent
    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A chain that was not gone on with: reason broken, rewound, fork …; it holds up to `good_seq`."""

    incarnation: str
    reason: str
    detail: str
    good_seq: int


@dataclass(frozen=True, slots=True)
class HandingIn:
    """What waits, oldest first (`rows` is its beginning, `count` is all of it), and what a person has to look at."""

    count: int = 0
    receipts: int = 0
    oldest_at: str | None = None
    rows: tuple[Unsent, ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: tuple[Broken, ...] = ()
    entries: int = 0
    head_seq: int = 0
    head_hash: str = ""
