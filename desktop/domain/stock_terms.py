"""What a shop says about its stock; see `sync.wire.stock_terms`."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class WriteOffReason:
    """A reason for writing goods off, and what it asks for."""

    name: str
    needs_note: bool = False
    needs_photo: bool = False
    needs_grant: bool = False


@dataclass(frozen=True, slots=True)
class StockTerms:
    """Whether documents may take more than the books have, and the reasons for writing off (none: the program's).

    `confirm_picking` and `confirm_refill` say what is scanned of goods that are fetched (`domain.picking_level`).
    `expiring` says whether what expires too soon is received with a warning, or with a reason and somebody's word.
    """

    negative: Literal["allow", "warn", "forbid"] = "warn"
    reasons: tuple[WriteOffReason, ...] = ()
    confirm_picking: str = "quantity"
    confirm_refill: str = "quantity"
    expiring: Literal["warn", "forbid"] = "warn"

    def find_reason(self, name: str) -> WriteOffReason:
        """Give the reason of this name; head office has made a list, or any words do. Refusal `task.reason_unknown`."""
        found = next((one for one in self.reasons if one.name.casefold() == name.strip().casefold()), None)
        if found is None and self.reasons:
            known = ", ".join(one.name for one in self.reasons)
            raise Refusal(
                "task.reason_unknown",
                f"Goods are not written off because of {name[:60]!r}.",
                f"Choose one of: {known}.",
                field="reason",
                facts={"reasons": known},
            )
        return found or WriteOffReason(name.strip())


def check_said(reason: WriteOffReason, note: str, photos: int) -> None:
    """Refuse what a reason asks for and nobody gave: `task.note`, `task.photo`."""
    if reason.needs_note and not note.strip():
        message = f"Of {reason.name!r} more has to be said."
        raise Refusal("task.note", message, "Write a note.", field="note", facts={"reason": reason.name})
    if reason.needs_photo and not photos:
        message = f"Of {reason.name!r} a photo has to be taken."
        remedy = "Mark the goods as damaged, then take a photo."
        raise Refusal("task.photo", message, remedy, facts={"reason": reason.name})
