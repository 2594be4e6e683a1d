"""`approvals`: what waits for somebody who may book it, and deciding it."""

from desktop.commands.figures import Json
from desktop.domain.approval import APPROVE, DECLINE, SeenApproval
from desktop.domain.money import format_minor, format_quantity
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations.approvals import decide_approval, see_approvals
from desktop.station import Station

CHOICES = {APPROVE: True, DECLINE: False}


def show(station: Station) -> Json:
    """List what waits, as far as this person may decide it or has asked for it."""
    terminal = station.terminal
    return {"approvals": [_tell(seen) for seen in see_approvals(terminal, staff.signed_in(terminal))]}


def decide(station: Station, *, document: str, choice: str, note: str = "") -> Json:
    """Approve or decline. Refusals `approval.choice` and those of `decide_approval`."""
    if choice not in CHOICES:
        raise Refusal("approval.choice", f"{choice[:20]} is not a decision.", "Say approve or decline.", field="choice")
    terminal = station.terminal
    approved = CHOICES[choice]
    decided = decide_approval(terminal, staff.signed_in(terminal), document, approved=approved, note=note)
    return {"document": document, "choice": choice, "moves": len(decided.document.moves) if approved else 0}


def _tell(seen: SeenApproval) -> Json:
    approval = seen.approval
    lines = [
        {"sku": line.product.sku if line.product else "", "name": line.product.name if line.product else ""}
        | {"place": line.place, "lot": line.lot, "change": format_quantity(line.change_milli)}
        for line in seen.lines
    ]
    words = {"purpose": approval.document.purpose, "reason": approval.document.reason, "note": approval.document.note}
    worth = {"worth": format_minor(approval.worth_minor, seen.currency), "currency": seen.currency}
    who = {"by": seen.person, "own": seen.is_own, "since": approval.asked_at}
    return {"document": approval.id} | words | worth | who | {"lines": lines}
