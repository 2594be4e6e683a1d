"""Documents that wait for somebody who may book them: what their goods are worth, and what was decided. Pure."""

from dataclasses import dataclass

from desktop.domain.product import Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.stock import GoodsMoved

APPROVE, DECLINE = "approve", "decline"
"""What may be chosen of a document that waits."""


@dataclass(frozen=True, slots=True)
class GoodsAsked:
    """Somebody asks for a document to be booked; see `sync.wire.approvals.GoodsAsked`."""

    document: GoodsMoved
    worth_minor: int


@dataclass(frozen=True, slots=True)
class GoodsDecided:
    """A decision about it; see `sync.wire.approvals.GoodsDecided`."""

    decision_id: str
    document: GoodsMoved
    approved: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A document that waits: its `id`, what it is worth in minor units, who asked and when (RFC 3339)."""

    id: str
    document: GoodsMoved
    worth_minor: int
    asked_at: str
    actor: str


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One movement as whoever decides sees it: so many thousandths would come to a place or (below zero) leave it.

    A product that is not here is None, a place that is not here has no code.
    """

    product: Product | None
    place: str
    change_milli: int
    lot: str = ""


@dataclass(frozen=True, slots=True)
class SeenApproval:
    """What waits with all that whoever decides looks at: its lines and who asked, by name.

    `is_own` tells that whoever looks has asked for it.
    """

    approval: Approval
    lines: tuple[SeenLine, ...]
    person: str
    currency: str
    is_own: bool

    @property
    def id(self) -> str:
        """The document's."""
        return self.approval.id

    @property
    def names(self) -> tuple[str, ...]:
        """What a scan may name it by: places and article numbers."""
        skus = [line.product.sku for line in self.lines if line.product]
        return tuple(dict.fromkeys([*(line.place for line in self.lines if line.place), *skus]))


def check_decider(approval: Approval, person: Person, *, approved: bool) -> None:
    """Refuse who approves what they asked for themselves. Refusal `approval.own`."""
    if approved and approval.actor == person.id:
        raise Refusal("approval.own", "You asked for this yourself.", "Somebody else has to approve it.")
