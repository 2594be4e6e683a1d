"""Entries of the journal that are not at head office yet, in words of the trade."""

from dataclasses import dataclass

from desktop.domain.money import Money


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
class HandingIn:
    """What waits, oldest first: `rows` is its beginning, `count` is all of it, `worth` what its sales come to."""

    count: int = 0
    receipts: int = 0
    worth: tuple[Money, ...] = ()
    oldest_at: str | None = None
    rows: tuple[Unsent, ...] = ()
    entries: int = 0
    head_seq: int = 0
    head_hash: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """Unsent entries that were written to a file, read back and found complete; `sha256` is of everything in it."""

    entries: int
    file: str
    sha256: str = ""
