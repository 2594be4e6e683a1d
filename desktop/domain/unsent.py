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
class Weight:
    """How many receipts wait, and what they come to in each currency."""

    receipts: int = 0
    worth: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class HandingIn:
    """What waits, oldest first: `rows` is its beginning, `count` is all of it; `weight` is None until it is known."""

    count: int = 0
    weight: Weight | None = None
    oldest_at: str | None = None
    rows: tuple[Unsent, ...] = ()
    entries: int = 0
    head_seq: int = 0
    head_hash: str = ""

    @property
    def receipts(self) -> int:
        """How many receipts wait, as far as it is known."""
        return self.weight.receipts if self.weight else 0

    @property
    def worth(self) -> tuple[Money, ...]:
        """What the sales that wait come to in each currency, as far as it is known."""
        return self.weight.worth if self.weight else ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Unsent entries that were written to a file and read back; `sha256` is the file's.

    `damaged` counts the places where the journal does not hold: they are in the file as they are.
    """

    entries: int
    file: str
    sha256: str = ""
    damaged: int = 0
