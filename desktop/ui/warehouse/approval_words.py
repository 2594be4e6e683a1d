"""A document that waits for an approval in words: what it is worth, who asked, what would move, what may be chosen."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.approval import APPROVE, DECLINE, SeenApproval, SeenLine
from desktop.ui import formats
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.warehouse.choice_cards import Choice
from desktop.ui.warehouse.task_words import reason_words
from desktop.ui.widgets.pairs import Pair

_TITLES = {
    "written_off": QT_TRANSLATE_NOOP("Approvals", "Write-off"),
    "": QT_TRANSLATE_NOOP("Approvals", "Correction of stock"),
}
_OWN = (
    QT_TRANSLATE_NOOP("Approvals", "Take it back"),
    QT_TRANSLATE_NOOP("Approvals", "You asked for it: somebody else approves it."),
)
_CHOICES = {
    APPROVE: (QT_TRANSLATE_NOOP("Approvals", "Approve"), QT_TRANSLATE_NOOP("Approvals", "It is booked at once.")),
    DECLINE: (
        QT_TRANSLATE_NOOP("Approvals", "Decline"),
        QT_TRANSLATE_NOOP("Approvals", "The goods stay in the books."),
    ),
}


def kind_words(seen: SeenApproval) -> str:
    """What it is."""
    return _said(_TITLES.get(seen.approval.document.purpose, _TITLES[""]))


def worth_words(seen: SeenApproval) -> str:
    """What its goods are worth."""
    return formats.money(seen.approval.worth_minor, seen.currency)


def title_words(seen: SeenApproval) -> str:
    """What it is, and what its goods are worth."""
    return f"{kind_words(seen)} · {worth_words(seen)}"


def about_words(seen: SeenApproval) -> str:
    """Why, who asked and when, and the note."""
    document, at = seen.approval.document, datetime.fromisoformat(seen.approval.asked_at)
    parts = (reason_words(document.reason), seen.person, formats.moment(at), document.note)
    return " · ".join(part for part in parts if part)


def line_pairs(seen: SeenApproval) -> list[Pair]:
    """What would come to a place or leave it, line by line."""
    return [Pair(_line(line), _change(line)) for line in seen.lines]


def _line(line: SeenLine) -> str:
    return " · ".join(part for part in (line.product.name if line.product else "?", line.place, line.lot) if part)


def _change(line: SeenLine) -> str:
    quantity = formats.quantity(line.change_milli, line.product.unit if line.product else "")
    return f"{'+' if line.change_milli > 0 else ''}{quantity}"


def approval_choices(seen: SeenApproval) -> list[Choice]:
    """What may be chosen."""
    if seen.is_own:
        return [Choice(DECLINE, _said(_OWN[0]), note=_said(_OWN[1]))]
    return [Choice(code, _said(words), note=_said(note)) for code, (words, note) in _CHOICES.items()]


def _said(text: str) -> str:
    return QCoreApplication.translate("Approvals", text)
