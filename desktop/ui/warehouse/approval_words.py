"""A document that waits for an approval in words: what it is worth, who asked, what would move, what may be chosen."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.approval import APPROVE, DECLINE, SeenApproval, SeenLine
from desktop.ui import formats
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.warehouse.task_words import reason_words

_TITLES = {
    "written_off": QT_TRANSLATE_NOOP("Approvals", "Write-off"),
    "": QT_TRANSLATE_NOOP("Approvals", "Correction of stock"),
}
_OWN = (
    QT_TRANSLATE_NOOP("Approvals", "Take it back"),
    QT_TRANSLATE_NOOP("Approvals", "You asked for it: somebody else approves it."),
)


def title_words(seen: SeenApproval) -> str:
    """What it is, and what its goods are worth."""
    title = _said(_TITLES.get(seen.approval.document.purpose, _TITLES[""]))
    return f"{title} · {formats.money(seen.approval.worth_minor, seen.currency)}"


def about_words(seen: SeenApproval) -> str:
    """Why, who asked and when, and the note."""
    document, at = seen.approval.document, datetime.fromisoformat(seen.approval.asked_at)
    parts = (reason_words(document.reason), seen.person, formats.moment(at), document.note)
    return " · ".join(part for part in parts if part)


def line_words(line: SeenLine) -> str:
    """What would come to a place or leave it."""
    quantity = formats.quantity(line.change_milli, line.product.unit if line.product else "")
    sign = "+" if line.change_milli > 0 else ""
    return " · ".join(part for part in (line.product.name if line.product else "?", line.place, line.lot) if part) + (
        f": {sign}{quantity}"
    )


def choice_words(seen: SeenApproval) -> list[tuple[str, str]]:
    """What may be chosen, by its code."""
    if seen.is_own:
        return [(DECLINE, "\n".join(map(_said, _OWN)))]
    approve = (QT_TRANSLATE_NOOP("Approvals", "Approve"), QT_TRANSLATE_NOOP("Approvals", "It is booked at once."))
    decline = (
        QT_TRANSLATE_NOOP("Approvals", "Decline"),
        QT_TRANSLATE_NOOP("Approvals", "The goods stay in the books."),
    )
    return [(APPROVE, "\n".join(map(_said, approve))), (DECLINE, "\n".join(map(_said, decline)))]


def _said(text: str) -> str:
    return QCoreApplication.translate("Approvals", text)
